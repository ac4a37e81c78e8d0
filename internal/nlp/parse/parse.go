// Package parse finds the dependency tree of a sentence in time linear in its
// length: tagged words go in, a head and a UD relation for each word come out.
//
// The parser is arc-eager, greedy, and decides by an averaged perceptron over
// rich features (Zhang and Nivre 2011), trained with a dynamic oracle on the
// states that its own mistakes lead to (Goldberg and Nivre 2012).
package parse

import (
	"fmt"
	"strings"
	"sync"

	"kg/internal/nlp"
	"kg/internal/nlp/perceptron"
)

// A Parser parses tagged sentences. It is safe for concurrent use.
type Parser struct {
	rels  []string // labels; the first is the root's
	model perceptron.Scorer
	pool  sync.Pool // of *work
}

// Open returns the parser of the model in data, which it keeps.
func Open(data string) (*Parser, error) {
	parts, err := perceptron.Split(data, 2)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	p := &Parser{rels: strings.Fields(parts[0])}
	m, err := perceptron.Open(parts[1])
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if m.Classes() != arcs+2*len(p.rels) {
		return nil, fmt.Errorf("parser: %d classes for %d relations", m.Classes(), len(p.rels))
	}
	p.model = m
	return p, nil
}

// A work is the scratch memory for one sentence.
type work struct {
	state    state
	words    []lexeme
	atoms    [numAtoms]uint64
	features []uint64
	scores   []int32
}

// work returns scratch memory set to the beginning of a sentence.
func (p *Parser) work(words []nlp.Word) *work {
	w, ok := p.pool.Get().(*work)
	if !ok {
		w = &work{scores: make([]int32, p.model.Classes())}
	}
	w.state.reset(len(words))
	w.read(words)
	return w
}

// Parse sets Head and Rel of the words, which are one sentence with UPOS and
// XPOS set. The heads are a tree with one root, whatever the words are.
func (p *Parser) Parse(words []nlp.Word) {
	if len(words) == 0 {
		return
	}
	w := p.work(words)
	defer p.pool.Put(w)
	for !w.state.done() {
		w.state.apply(p.decide(w))
	}
	root := w.root(words)
	for i := range words {
		n := &w.state.nodes[i]
		words[i].Head, words[i].Rel = n.head, p.rels[n.rel]
		switch {
		case i == root:
			words[i].Head, words[i].Rel = none, p.rels[0]
		case n.head == len(words):
			words[i].Head, words[i].Rel = root, extra(words[i].UPOS)
		}
	}
}

// decide returns the next action.
func (p *Parser) decide(w *work) int {
	w.expand()
	clear(w.scores)
	p.model.Score(w.features, w.scores)
	return w.state.best(w.scores)
}

// bestOf returns the allowed action with the highest score among those that
// pass, the first of equals.
func (s *state) bestOf(scores []int32, pass func(action int) bool) int {
	ok, best := s.allowed(), none
	try := func(action int, allowed bool) {
		if allowed && (best == none || scores[action] > scores[best]) && pass(action) {
			best = action
		}
	}
	try(shift, ok.shift)
	try(reduce, ok.reduce)
	try(arcs, ok.root)
	for a := rightArc(0) + 1; a < len(scores) && (ok.left || ok.right); a += 2 {
		try(a, ok.left)
		try(a+1, ok.right)
	}
	return best
}

// root returns the one word that keeps the root when the parser gave it to
// several: the first verb, or else the first word, of those.
func (w *work) root(words []nlp.Word) int {
	first := none
	for i := range words {
		if w.state.nodes[i].head != len(words) {
			continue
		}
		if words[i].UPOS == "VERB" {
			return i
		}
		if first == none {
			first = i
		}
	}
	return first
}

// extra returns the relation of a word that loses the root to another word.
func extra(upos string) string {
	if upos == "PUNCT" {
		return "punct"
	}
	return "parataxis"
}
