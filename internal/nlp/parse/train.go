package parse

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/perceptron"
)

// TrainOptions says how to train. The zero value trains for 10 epochs.
type TrainOptions struct {
	Seed       uint64
	Epochs     int     // passes over the sentences; 0 means 10
	MinUpdates int     // features updated less often are left out of the model; 0 keeps all
	Floor      float64 // averaged weights smaller than this are left out
	Progress   func(epoch int, p *Parser) // called after each epoch; may be nil
}

// explore is the share of the wrong guesses that are followed in training, from
// the second epoch on.
const explore = 0.9

// Train returns a model file, as Open reads it, learnt from the trees of the
// sentences, whose tags should be as good as a tagger's, not better. The same
// sentences and options give the same bytes.
func Train(sentences []nlp.Sentence, o TrainOptions) ([]byte, error) {
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	rels := labels(sentences)
	if len(rels) < 2 || arcs+2*len(rels) > perceptron.MaxClasses {
		return nil, fmt.Errorf("parser: training text has %d relations, not 2 to %d", len(rels), (perceptron.MaxClasses-arcs)/2)
	}
	number := map[string]int{}
	for i, r := range rels {
		number[r] = i
	}
	trees := make([]tree, len(sentences))
	for i := range sentences {
		trees[i] = gold(sentences[i].Words, number)
	}
	trainer := perceptron.NewTrainer(arcs + 2*len(rels))
	p := &Parser{rels: rels, model: trainer}
	order := rand.New(rand.NewPCG(o.Seed, 2))
	for epoch := range o.Epochs {
		for _, i := range order.Perm(len(sentences)) {
			p.learn(trainer, sentences[i].Words, &trees[i], func() bool { return epoch > 0 && order.Float64() < explore })
		}
		if o.Progress != nil {
			o.Progress(epoch+1, p)
		}
	}
	model := perceptron.Pack(trainer.Classes(), trainer.Averaged(o.MinUpdates), o.Floor)
	return perceptron.Join([]byte(strings.Join(rels, " ")), model), nil
}

// learn parses one sentence and corrects the mistakes on the way. A mistake is
// followed when follow says so, and left for the best right action otherwise.
func (p *Parser) learn(trainer *perceptron.Trainer, words []nlp.Word, t *tree, follow func() bool) {
	w := p.work(words)
	defer p.pool.Put(w)
	s := &w.state
	for !s.done() {
		guess := p.decide(w)
		c := t.costs(s)
		least := t.least(&c, s)
		action := guess
		if t.of(&c, s, guess) > least {
			good := s.bestOf(w.scores, func(a int) bool { return t.of(&c, s, a) == least })
			trainer.Update(w.features, good, guess, 1)
			if !follow() {
				action = good
			}
		}
		trainer.Tick()
		s.apply(action)
	}
}

// least returns the lowest cost of the allowed actions.
func (t *tree) least(c *cost, s *state) int {
	ok, least := s.allowed(), 1<<30
	for _, k := range []struct {
		allowed bool
		cost    int
	}{{ok.shift, c.shift}, {ok.reduce, c.reduce}, {ok.left || ok.root, c.left}, {ok.right, c.right}} {
		if k.allowed {
			least = min(least, k.cost)
		}
	}
	return least
}

// labels returns the relations of the sentences, root first, then by name.
func labels(sentences []nlp.Sentence) []string {
	seen := map[string]bool{"root": true}
	out := []string{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if !seen[w.Rel] {
				seen[w.Rel] = true
				out = append(out, w.Rel)
			}
		}
	}
	sort.Strings(out)
	return append([]string{"root"}, out...)
}

// gold returns the tree of a sentence.
func gold(words []nlp.Word, number map[string]int) tree {
	n := len(words)
	t := tree{heads: make([]int, n), rels: make([]int, n), deps: make([][]int, n+1)}
	for i, w := range words {
		h := w.Head
		if h < 0 {
			h = n
		}
		t.heads[i], t.rels[i] = h, number[w.Rel]
		t.deps[h] = append(t.deps[h], i)
	}
	return t
}
