package ner

import "strings"

// partRows parts rows of persons that no mark stands between: lists, and the
// signature of one letter before the greeting of the next, where the text has
// lost its line breaks.
func (f *finder) partRows() {
	out := f.spans[:0:0]
	for _, s := range f.spans {
		for i := s.first + 1; i < s.end; i++ {
			if f.anotherPerson(&s, i) {
				out = append(out, span{s.first, i, s.kind, s.vote})
				s.first = i
			}
		}
		out = append(out, s)
	}
	f.spans = out
}

// anotherPerson reports whether the name of another person begins at the word i
// of s.
func (f *finder) anotherPerson(s *span, i int) bool {
	if !oneOf(s.kind, person, open) || !f.upper[i] || f.marks[i]&given == 0 || f.holdsParticle(s) {
		return false
	}
	before, after := i-s.first, s.end-i
	onlyGiven := f.marks[i]&surname == 0
	switch {
	case f.words[i].Form == f.words[s.first].Form: // "Priya Nandakumar Priya Nandakumar"
		return onlyGiven || before > 1
	case f.has(i-1, given) || !f.has(s.first, given):
		return before == 1 && after == 1 && onlyGiven && f.has(i-1, given) && f.greeted(s.end)
	case after == 1: // "Priya Nandakumar Toby, Please"
		return before > 1 && onlyGiven && f.greeted(s.end)
	}
	return before > 1 && f.marks[i]&givenPopular != 0 && f.marks[i+1]&given == 0
}

// greeted reports whether a comma at i ends a greeting: the letter begins
// behind it.
func (f *finder) greeted(i int) bool {
	return f.form(i) == "," && i+1 < len(f.words) && f.upper[i+1] && f.words[i+1].UPOS != "PROPN"
}

// holdsParticle reports whether a word of s is a particle, in capitals too.
func (f *finder) holdsParticle(s *span) bool {
	for i := s.first; i < s.end; i++ {
		if particles[strings.ToLower(f.words[i].Form)] {
			return true
		}
	}
	return false
}

// courtesies are words of letters that stand beside names without being part
// of them.
var courtesies = map[string]bool{
	"Dear": true, "Hi": true, "Hello": true, "Hey": true, "Thanks": true, "Thx": true, "Regards": true, "Sincerely": true, "Cheers": true, "Congratulations": true,
	"PS": true, "P.S.": true, "FYI": true, "Attn": true, "Fwd": true, "Fax": true,
}
