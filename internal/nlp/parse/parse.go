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
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// A Parser parses tagged sentences. It is safe for concurrent use.
type Parser struct {
	rels   []string // labels; the first is the root's
	groups cluster.Table
	model  perceptron.Scorer
	pool   sync.Pool // of *work
}

// Open returns the parser of the model in data, which it keeps.
func Open(data string) (*Parser, error) {
	parts, err := perceptron.Split(data, 3)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	p := &Parser{rels: strings.Fields(parts[0])}
	var models [2]*perceptron.Model
	for i, want := range []int{arcs + 2*len(p.rels), perceptron.MaxClasses} {
		if models[i], err = perceptron.Open(parts[i+1]); err != nil {
			return nil, fmt.Errorf("parser: part %d: %w", i+2, err)
		}
		if got := models[i].Classes(); got != want {
			return nil, fmt.Errorf("parser: part %d has %d classes, not %d", i+2, got, want)
		}
	}
	p.model, p.groups = models[0], cluster.Of(models[1])
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
	for i := range words {
		w.state.nodes[i].punct = words[i].UPOS == "PUNCT"
	}
	w.read(words, p.groups)
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
	for i := range words {
		n := &w.state.nodes[i]
		words[i].Head, words[i].Rel = n.head, p.rels[n.rel]
		if n.head == len(words) {
			words[i].Head = none
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
