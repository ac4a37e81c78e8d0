package annotate

import (
	"regexp"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/form"
	"kg/internal/source"
	"kg/internal/text"
)

// tokens is a provisional tokenizer: package segment takes its place.
var tokens = regexp.MustCompile(`(?i)n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Nov|Dec|Jan|Feb)\.|\d+(?:[.,:]\d+)*|[\p{L}\p{M}]+|\.{2,}|\S`)

// split cuts the blocks of a text into sentences of words.
func split(src string, blocks []source.Block) []nlp.Sentence {
	var out []nlp.Sentence
	for b, block := range blocks {
		var words []nlp.Word
		flush := func() {
			if len(words) > 0 {
				span := text.Span{Start: words[0].Span.Start, End: words[len(words)-1].Span.End}
				out = append(out, nlp.Sentence{Span: span, Block: b, Words: words})
				words = nil
			}
		}
		for _, m := range tokens.FindAllStringIndex(block.Span.Of(src), -1) {
			s := text.Span{Start: block.Span.Start + m[0], End: block.Span.Start + m[1]}
			raw := s.Of(src)
			after := src[s.End:min(s.End+1, len(src))]
			if n := len(words); n > 0 && words[n-1].Form == "." && words[n-1].Span.End < s.Start {
				flush()
			}
			words = append(words, nlp.Word{Span: s, Form: form.Normal(raw), Lemma: strings.ToLower(raw)})
			if (raw == "?" || raw == "!") && (after == " " || after == "\n") {
				flush()
			}
		}
		flush()
	}
	return out
}
