package parse

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"sync"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// TrainOptions says how to train.
type TrainOptions struct {
	Seed       uint64
	Epochs     int     // passes over the sentences; 0 means 6
	Runs       int     // trainings in other orders, whose weights are averaged; 0 means 1
	MinUpdates int     // how often a feature must be updated in the passes before them to be learnt; 0 means 5
	Floor      float64 // weights smaller than this are left out; 0 means 1.5

	Progress func(run, epoch int) // called after each pass, by several goroutines; may be nil
}

const (
	choosing = 3   // passes that choose the features
	margin   = 60  // by which a right action must win for nothing to be learnt
	explore  = 0.9 // share of the wrong guesses that are followed, from the second pass on
)

// Train returns a model file, as Open reads it, learnt from the trees of the
// sentences, with the given groups of words. The sentences' tags should be as
// good as a tagger's, not better. The same sentences and options give the same
// bytes.
func Train(sentences []nlp.Sentence, groups map[string]int, o TrainOptions) ([]byte, error) {
	rels := labels(sentences)
	if len(rels) < 2 || arcs+2*len(rels) > perceptron.MaxClasses {
		return nil, fmt.Errorf("parser: training text has %d relations, not 2 to %d", len(rels), (perceptron.MaxClasses-arcs)/2)
	}
	o = o.filled()
	c := newCourse(sentences, rels)
	table, err := perceptron.Open(string(cluster.Pack(groups)))
	if err != nil {
		return nil, err
	}
	p := &Parser{rels: rels, groups: cluster.Of(table)}
	draft := perceptron.NewTrainer(arcs + 2*len(rels))
	c.teach(p, draft, rand.New(rand.NewPCG(o.Seed, 2)), choosing, nil)
	model := perceptron.Pack(draft.Classes(), perceptron.Mean(c.runs(p, draft, o)), o.Floor)
	return perceptron.Join([]byte(strings.Join(rels, " ")), model, cluster.Pack(groups)), nil
}

// runs trains again with the features that the draft has chosen, a few times
// side by side, and returns the weights of each run.
func (c *course) runs(p *Parser, draft *perceptron.Trainer, o TrainOptions) [][]perceptron.Feature {
	out := make([][]perceptron.Feature, o.Runs)
	trainers := make([]*perceptron.Trainer, o.Runs)
	for run := range trainers {
		trainers[run] = draft.Selected(o.MinUpdates)
	}
	var wg sync.WaitGroup
	for run, trainer := range trainers {
		wg.Go(func() {
			order := rand.New(rand.NewPCG(o.Seed, uint64(3+run)))
			c.teach(&Parser{rels: p.rels, groups: p.groups}, trainer, order, o.Epochs, func(epoch int) {
				if o.Progress != nil {
					o.Progress(run+1, epoch)
				}
			})
			out[run] = trainer.Averaged(0)
		})
	}
	wg.Wait()
	return out
}

// filled returns the options with the usual values in place of noughts.
func (o TrainOptions) filled() TrainOptions {
	if o.Epochs == 0 {
		o.Epochs = 6
	}
	if o.Runs == 0 {
		o.Runs = 1
	}
	if o.MinUpdates == 0 {
		o.MinUpdates = 5
	}
	if o.Floor == 0 {
		o.Floor = 1.5
	}
	return o
}

// A course is what a parser is taught.
type course struct {
	sentences []nlp.Sentence
	trees     []tree
}

// newCourse returns the course of the sentences.
func newCourse(sentences []nlp.Sentence, rels []string) *course {
	number := map[string]int{}
	for i, r := range rels {
		number[r] = i
	}
	c := &course{sentences, make([]tree, len(sentences))}
	for i := range sentences {
		c.trees[i] = gold(sentences[i].Words, number)
	}
	return c
}

// teach trains for a number of passes over the sentences, in another order
// each, and calls after, which may be nil, after each.
func (c *course) teach(p *Parser, trainer *perceptron.Trainer, order *rand.Rand, epochs int, after func(epoch int)) {
	p.model = trainer
	for epoch := range epochs {
		follow := func() bool { return epoch > 0 && order.Float64() < explore }
		for _, i := range order.Perm(len(c.sentences)) {
			p.learn(trainer, c.sentences[i].Words, &c.trees[i], follow)
		}
		if after != nil {
			after(epoch + 1)
		}
	}
}

// learn parses one sentence and corrects, on the way, what is wrong or not sure
// enough. A mistake is followed when follow says so, and left for the best
// right action otherwise.
func (p *Parser) learn(trainer *perceptron.Trainer, words []nlp.Word, t *tree, follow func() bool) {
	w := p.work(words)
	defer p.pool.Put(w)
	s := &w.state
	for !s.done() {
		action := p.decide(w)
		c := t.costs(s)
		least := t.least(&c, s)
		good := s.bestOf(w.scores, func(a int) bool { return t.of(&c, s, a) == least })
		bad := s.bestOf(w.scores, func(a int) bool { return t.of(&c, s, a) > least })
		if bad != none && w.scores[good]-w.scores[bad] <= margin {
			trainer.Update(w.features, good, bad, 1)
		}
		if t.of(&c, s, action) > least && !follow() {
			action = good
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
