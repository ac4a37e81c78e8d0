package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/internal/nlp"
)

// A score counts the words that are right.
type score struct {
	words, upos, xpos, head, label int
	by                             map[string]*counts // by relation, without subtype
}

// A counts counts the words that have a relation by the treebank, by the
// parser, and by both with the same head.
type counts struct{ gold, found, right int }

// percent returns n as a share of the words.
func (s *score) percent(n int) float64 { return percent(n, s.words) }

// percent returns n as a share of all.
func percent(n, all int) float64 { return 100 * float64(n) / float64(max(all, 1)) }

// compare analyses copies of the sentences and counts what is as in the
// treebank. Subtypes of relations do not count.
func compare(sentences []nlp.Sentence, analyse func([]nlp.Word)) score {
	s := score{by: map[string]*counts{}}
	for i := range sentences {
		words := slices.Clone(sentences[i].Words)
		analyse(words)
		for j := range words {
			s.add(&sentences[i].Words[j], &words[j])
		}
	}
	return s
}

// add counts one word, given as in the treebank and as analysed.
func (s *score) add(gold, found *nlp.Word) {
	g, f := plain(gold.Rel), plain(found.Rel)
	label := found.Head == gold.Head && f == g
	s.words++
	s.upos += one(found.UPOS == gold.UPOS)
	s.xpos += one(found.XPOS == gold.XPOS)
	s.head += one(found.Head == gold.Head)
	s.label += one(label)
	s.of(g).gold++
	s.of(f).found++
	s.of(g).right += one(label)
}

// of returns the counts of a relation.
func (s *score) of(rel string) *counts {
	if s.by[rel] == nil {
		s.by[rel] = &counts{}
	}
	return s.by[rel]
}

// relations describes the precision and recall of each relation, by name.
func (s *score) relations() []string {
	var out []string
	for _, rel := range slices.Sorted(maps.Keys(s.by)) {
		c := s.by[rel]
		out = append(out, fmt.Sprintf("%s P %.1f R %.1f of %d", rel, percent(c.right, c.found), percent(c.right, c.gold), c.gold))
	}
	return out
}

// plain returns a relation without its subtype.
func plain(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// one returns one for true.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
