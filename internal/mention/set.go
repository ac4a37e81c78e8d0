package mention

import "sort"

// An Entity is one thing that the document speaks of.
type Entity struct {
	Type     string   // an entity type of the schema
	Name     string   // its best full name in the document
	Aliases  []string // every surface form, Name included, sorted; no pronouns
	Key      string   // what it stands for beyond its names, as "country:UA"; empty for most
	Side     string   // of a delegation or proposal: Key of the country it belongs to; empty if unknown
	Date     string   // of a meeting: ISO 8601 day, month, year or interval; empty if unknown
	Occasion string   // of a meeting that verbs alone tell of, "met the envoy": the noun for it, "meeting" or "call"; empty for others
	Mentions []int    // indices in Set.Mentions, in the order of the text
}

// A Set is all mentions of one document and the entities they mean. It is not
// changed after Find returns it and is safe for concurrent use.
type Set struct {
	Mentions []Mention // by sentence, then first word, longer ones first
	Entities []Entity  // in the order of their first mention

	sentences []int           // for each sentence the index of its first mention; one more entry at the end
	heads     map[place][]int // the mentions found by that word, in order
}

// A place is a word of a sentence.
type place struct{ sentence, word int }

// At returns the indices of the mentions that a word of a sentence carries in
// the tree, usually none or one. The caller must not change the slice.
func (s *Set) At(sentence, word int) []int { return s.heads[place{sentence, word}] }

// In returns the half-open range of indices of a sentence's mentions.
func (s *Set) In(sentence int) (first, end int) {
	if sentence < 0 || sentence+1 >= len(s.sentences) {
		return 0, 0
	}
	return s.sentences[sentence], s.sentences[sentence+1]
}

// index prepares the look-ups for a document of n sentences. The mentions
// must be in their final order.
func (s *Set) index(n int) {
	s.sentences = make([]int, n+1)
	for i := range s.sentences {
		s.sentences[i] = sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].Sentence >= i })
	}
	s.heads = make(map[place][]int, len(s.Mentions))
	for i := range s.Mentions {
		m := &s.Mentions[i]
		for _, w := range m.tops {
			at := place{m.Sentence, w}
			s.heads[at] = append(s.heads[at], i)
		}
	}
}
