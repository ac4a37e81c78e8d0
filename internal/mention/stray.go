package mention

import (
	"strings"

	"kg/lexicon"
)

// strays adds the runs of capitalised words that the recogniser passed over,
// without a type: what stands around them in the whole document gives it, or
// they are dropped.
func (r *reading) strays(s int) {
	if r.titled(s) {
		return
	}
	words := r.sents[s].Words
	for w := 0; w < len(words); w++ {
		if r.taken[s][w] >= 0 || !r.strayWord(s, w) || w > 0 && (r.taken[s][w-1] >= 0 && words[w-1].XPOS != "POS" && words[w-1].Form != "," || isHyphen(words[w-1].Form)) {
			continue
		}
		end := r.strayEnd(s, w)
		first := w
		for first < end-1 && r.callingWord(s, first) {
			first++
		}
		w = end
		if end < len(words) && r.taken[s][end] >= 0 || r.strayOther(s, first, end) {
			continue
		}
		m := blank(s, first, end, r.topOf(s, first, end))
		m.Kind, m.Name = Named, r.surface(s, first, end)
		m.Forms = []string{m.Name}
		r.add(m)
	}
}

// strayWord reports whether the word may begin a stray name: it has a capital
// that is not due to its place in the sentence.
func (r *reading) strayWord(s, w int) bool {
	word := r.word(s, w)
	if !capital(word.Form) || len(word.Form) < 2 {
		return false
	}
	if w > 0 && r.word(s, w-1).UPOS != "PUNCT" {
		return word.UPOS == "PROPN" || word.UPOS == "NOUN" || word.UPOS == "ADJ"
	}
	return word.UPOS == "PROPN" && r.lex.Common(word.Form) == lexicon.Unlisted
}

// strayEnd returns the end of the run of capitalised words that begins at w.
func (r *reading) strayEnd(s, w int) int {
	words := r.sents[s].Words
	end := w + 1
	for end < len(words) && r.taken[s][end] < 0 {
		switch {
		case capital(words[end].Form) && (words[end].UPOS == "PROPN" || words[end].UPOS == "NOUN" || words[end].UPOS == "ADJ"):
			end++
		case end+1 < len(words) && (isHyphen(words[end].Form) && words[end].Span.Start == words[end-1].Span.End || particles[words[end].Form]) && capital(words[end+1].Form) && r.taken[s][end+1] < 0:
			end += 2
		case end > w+1 && r.givenPair(s, end-1):
			return end + 2
		default:
			return end
		}
	}
	return end
}

// givenPair reports whether a hyphen joins the word to one in small letters, as
// in Korean given names: "Min-ho".
func (r *reading) givenPair(s, w int) bool {
	words := r.sents[s].Words
	return w+2 < len(words) && isHyphen(words[w+1].Form) && words[w+1].Span.Start == words[w].Span.End && words[w+2].Span.Start == words[w+1].Span.End &&
		!capital(words[w+2].Form) && words[w].UPOS == "PROPN" && words[w+2].UPOS == "PROPN"
}

// callingWord reports whether the word says what the bearer of the name after
// it is: "Striker Ada Poe".
func (r *reading) callingWord(s, w int) bool {
	form := r.word(s, w).Form
	_, _, ok := r.lex.title(strings.ToLower(form), form)
	return ok
}

// strayOther reports whether the words are no name but a day, an office, a
// nation, a thing that has its own noun.
func (r *reading) strayOther(s, first, end int) bool {
	if r.calendar(s, first, end) || r.officeOnly(s, first, end) || r.noName(s, first, end) {
		return true
	}
	last := r.word(s, end-1)
	if last.XPOS == "NNPS" || r.callingWord(s, end-1) || end-first == 1 && (last.UPOS != "PROPN" || len(last.Form) > 5 && strings.ToUpper(last.Form) == last.Form) || creedPrefix(last.Form) {
		return true
	}
	for w := first; w < end; w++ {
		form := r.word(s, w).Form
		if _, ok := r.lex.nation(form); ok || weekdays[strings.ToLower(form)] || months[strings.ToLower(form)] {
			return true
		}
	}
	if _, ok := r.lex.Noun(lexicon.Community, r.surface(s, first, end)); ok {
		return true
	}
	return strings.EqualFold(r.word(s, first).Form, "may") || len(r.nouns[r.lower(s, end-1)]) > 0
}
