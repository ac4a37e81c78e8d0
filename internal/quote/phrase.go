package quote

import (
	"strings"
	"unicode"
)

// phrase finds the head of the noun phrase that begins at word i: the top of
// the tree over it, as far as its words go on without punctuation.
func (r *reader) phrase(s, i int, verb Word) (attribution, bool) {
	ws := r.sentences[s].Words
	end := r.phraseEnd(s, i)
	head := -1
	for k := i; k < end; k++ {
		if !nominal(&ws[k]) || ws[k].Head >= i && ws[k].Head < end && (k < end-1 || head >= 0) {
			continue
		}
		if head < 0 || head == k-1 && ws[k].UPOS == "PROPN" { // a title hangs beside its name
			head = k
		}
	}
	if head < 0 && end == i+1 && unnamed[strings.ToLower(ws[i].Form)] {
		head = i
	}
	if head < 0 {
		return attribution{}, false
	}
	a, ok := r.found(s, head, 0)
	a.verb = verb
	return a, ok
}

// unnamed are the determiners that stand for someone by themselves.
var unnamed = set("another others some one many both")

// phraseEnd returns the end of the noun phrase that begins at word i.
func (r *reader) phraseEnd(s, i int) int {
	ws := r.sentences[s].Words
	end := i
	for end < len(ws) && !r.isInside(s, end) && inPhrase(&ws[end], end == i) {
		end++
	}
	return end
}

// inPhrase reports whether a noun phrase goes on with w; only its first word
// may be a pronoun.
func inPhrase(w *word, first bool) bool {
	switch w.UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "X":
		return true
	case "PRON":
		return first || strings.EqualFold(w.XPOS, "PRP$")
	}
	return w.Form == "'s" || w.Form == "of" || w.Form == "-"
}

// found makes an attribution of a speaker's head and a verb: what someone
// writes or says gives way to who does, a description to the name beside it.
func (r *reader) found(s, head, verb int) (attribution, bool) {
	ws := r.sentences[s].Words
	if in(speechNouns, &ws[head]) && ws[head].UPOS == "NOUN" {
		if p := r.possessor(s, head); p >= 0 {
			head = p
		}
	}
	switch n := r.nameBefore(s, head, verb); {
	case n >= 0:
		head = n
	case ws[head].UPOS == "NOUN" || strings.EqualFold(ws[head].Form, "one"):
		if n = r.named(s, head); n == head {
			n = r.styled(s, head)
		}
		head = n
	case ws[head].UPOS == "PROPN":
		head = r.styled(s, head)
	}
	return attribution{Word{s, r.top(s, head)}, Word{s, verb}}, true
}

// top returns the word that heads the name which the word at k is part of.
func (r *reader) top(s, k int) int {
	ws := r.sentences[s].Words
	for steps := 0; steps < len(ws); steps++ {
		h := ws[k].Head
		if h < 0 || h >= len(ws) || ws[h].UPOS != "PROPN" || r.isInside(s, h) || !strings.HasPrefix(ws[k].Rel, "flat") {
			break
		}
		k = h
	}
	return k
}

// styled returns the last word of the phrase of word head if it is a name with
// an office before it, head otherwise: "Party of Labour chief Ada Poe".
func (r *reader) styled(s, head int) int {
	end := r.phraseEnd(s, head)
	if end-1 > head && !r.person(s, head) && r.sentences[s].Words[end-1].UPOS == "PROPN" && r.officeIn(s, head, end) {
		return end - 1
	}
	return head
}

// officeIn reports whether a common noun stands in the phrase between its name
// and the person's: "Party of Labour chief Ada Poe".
func (r *reader) officeIn(s, head, end int) bool {
	for k := head + 1; k < end-1; k++ {
		if w := &r.sentences[s].Words[k]; w.UPOS == "NOUN" && unicode.IsLower(firstRune(w.Form)) {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	for _, c := range s {
		return c
	}
	return 0
}
