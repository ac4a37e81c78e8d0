package ner

import (
	"kg/internal/nlp"
)

// A role is what the tree says of the phrase that a word belongs to.
type role struct {
	top   int // head word of the run of flat and compound names around the word
	prep  int // preposition of the phrase, -1 if it has none
	appos int // word in apposition to it, or that it is in apposition to, or that is said to be what it is; -1 if none
}

// roles fills w.roles for the words of a parsed sentence; without trees every
// word stands alone.
func (w *work) readRoles(words []nlp.Word) {
	n := len(words)
	w.roles = w.roles[:0]
	for i := range n {
		w.roles = append(w.roles, role{top: i, prep: -1, appos: -1})
	}
	for i := range words {
		h := words[i].Head
		if h < 0 || h >= n {
			continue
		}
		switch words[i].Rel {
		case "case":
			if w.roles[h].prep < 0 {
				w.roles[h].prep = i
			}
		case "appos":
			w.roles[h].appos = i
			if w.roles[i].appos < 0 {
				w.roles[i].appos = h
			}
		case "nsubj":
			if w.roles[i].appos < 0 && words[h].UPOS == "NOUN" {
				w.roles[i].appos = h
			}
		}
	}
	for i := range words {
		w.roles[i].top = w.climb(words, i)
	}
}

// maxClimb bounds the way up, should the tree be no tree.
const maxClimb = 8

// climb returns the head of the name that the word i belongs to.
func (w *work) climb(words []nlp.Word, i int) int {
	for range maxClimb {
		h := words[i].Head
		if h < 0 || h >= len(words) || !w.upper[h] {
			return i
		}
		switch words[i].Rel {
		case "flat", "flat:name", "compound", "goeswith":
			i = h
		default:
			return i
		}
	}
	return i
}
