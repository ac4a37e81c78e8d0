package segment

import (
	"kg/internal/nlp"
	"kg/internal/text"
)

// spans returns the words' places.
func spans(words []nlp.Word) []text.Span {
	out := make([]text.Span, 0, len(words))
	for _, w := range words {
		out = append(out, w.Span)
	}
	return out
}

// f1 returns the harmonic mean of precision and recall in percent. Both lists
// are in the order of the text.
func f1(want, got []text.Span) float64 {
	same := 0
	for i, j := 0, 0; i < len(want) && j < len(got); {
		switch {
		case want[i] == got[j]:
			same++
			i++
			j++
		case want[i].Start < got[j].Start || want[i].Start == got[j].Start && want[i].End < got[j].End:
			i++
		default:
			j++
		}
	}
	return 200 * float64(same) / float64(len(want)+len(got))
}
