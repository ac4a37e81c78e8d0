package ner

import (
	"strings"

	"kg/internal/nlp"
)

// A document is what a whole text tells of its words.
type document struct {
	small map[string]bool // words that occur in small letters
	inner map[string]int  // how often a word has a capital where none is due
}

// readDocument takes in the lines of one document.
func readDocument(lines []line) *document {
	d := &document{small: map[string]bool{}, inner: map[string]int{}}
	for _, l := range lines {
		title := titled(l.words)
		for i, w := range l.words {
			switch {
			case w.Form[0] >= 'a' && w.Form[0] <= 'z':
				if len(w.Form) > 1 {
					d.small[w.Form] = true
				}
			case i > 0 && !title && w.Form[0] >= 'A' && w.Form[0] <= 'Z':
				d.inner[w.Form]++
			}
		}
	}
	return d
}

// titled reports whether most long words of a sentence begin with a capital,
// as in headlines.
func titled(words []nlp.Word) bool {
	long, caps := 0, 0
	for _, w := range words {
		if len(w.Form) < 4 {
			continue
		}
		switch c := w.Form[0]; {
		case c >= 'a' && c <= 'z':
			long++
		case c >= 'A' && c <= 'Z':
			long++
			caps++
		}
	}
	return long >= 3 && caps*10 >= long*7 && !ends(words[len(words)-1].Form)
}

// casing tells how the document writes a capitalised word elsewhere: with a
// capital inside sentences, in small letters, both or neither.
func (d *document) casing(form string) uint64 {
	c := form[0]
	if c < 'A' || c > 'Z' && c < 0x80 {
		return 1
	}
	n := uint64(2)
	if d.inner[form] > 0 {
		n++
	}
	if d.small[strings.ToLower(form)] {
		n += 2
	}
	return n
}
