package ner

import (
	"slices"

	"kg/internal/nlp"
)

// A candidate is a run of words that may be a name.
type candidate struct {
	line       int // index of the sentence
	first, end int // words of the line
	key        string
	weight     [kinds]float64 // evidence for each kind
	vote       bool           // the statistics see a name here
	headline   bool           // its sentence has capitals throughout
	plain      bool           // English or the document writes its words small
}

// best returns the kind with the most evidence, the first of equals.
func (c *candidate) best() kind {
	b := kind(0)
	for k := range kinds {
		if c.weight[k] > c.weight[b] {
			b = k
		}
	}
	return b
}

// open is the kind of a span that may still be of any.
const open = kinds

// A finder proposes candidates for one sentence.
type finder struct {
	*work
	t     *Tagger
	doc   *document
	words []nlp.Word
	spans []span
}

// A span is a candidate in the making.
type span struct {
	first, end int
	kind       kind
	vote       bool
}

// find returns the spans of a sentence in its order, disjoint: votes without
// what is no part of a name, listed names, and the runs of proper nouns that
// neither covers.
func (f *finder) find() []span {
	f.spans = f.spans[:0]
	for _, v := range f.votes() {
		f.cut(span{v.first, v.end, v.kind, true})
	}
	f.insist()
	for i := range f.spans {
		f.extend(i)
	}
	f.merge()
	f.fill()
	f.merge()
	f.partRows()
	return f.spans
}

// insist puts listed names in the place of votes that cut them or lie in them.
func (f *finder) insist() {
	for _, l := range f.lists {
		if l.end == l.first+1 && f.casing == 3 && l.kind == organization {
			continue // "WHO" in capitals throughout
		}
		keep, free := f.spans[:0:0], true
		for _, s := range f.spans {
			switch {
			case s.end <= l.first || l.end <= s.first:
				keep = append(keep, s)
			case s.first <= l.first && l.end <= s.end:
				keep, free = append(keep, s), false
			}
		}
		if free {
			at := 0
			for at < len(keep) && keep[at].first < l.first {
				at++
			}
			f.spans = slices.Insert(keep, at, span{l.first, l.end, l.kind, true})
		}
	}
}
