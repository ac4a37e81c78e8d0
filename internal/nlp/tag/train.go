package tag

import (
	"fmt"
	"math/rand/v2"
	"sort"

	"kg/internal/nlp"
	"kg/internal/nlp/perceptron"
)

// TrainOptions says how to train. The zero value trains for 8 epochs.
type TrainOptions struct {
	Seed       uint64
	Epochs     int // passes over the sentences; 0 means 8
	MinUpdates int // features updated less often are left out of the model; 0 keeps all
}

// Train returns a model file, as Open reads it, learnt from the tags of the
// sentences. The same sentences and options give the same bytes.
func Train(sentences []nlp.Sentence, o TrainOptions) ([]byte, error) {
	if o.Epochs == 0 {
		o.Epochs = 8
	}
	counts := countTags(sentences)
	if len(counts.classes) == 0 || len(counts.classes) > perceptron.MaxClasses {
		return nil, fmt.Errorf("tagger: training text has %d pairs of tags, not 1 to %d", len(counts.classes), perceptron.MaxClasses)
	}
	words, fixed := counts.dictionary(), counts.fixed()
	trainer := perceptron.NewTrainer(len(counts.classes))
	t := &Tagger{classes: counts.classes, model: trainer}
	var err error
	if t.words, err = perceptron.Open(string(words)); err != nil {
		return nil, err
	}
	if t.fixed, err = perceptron.Open(string(fixed)); err != nil {
		return nil, err
	}
	order := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Epochs {
		for _, i := range order.Perm(len(sentences)) {
			t.learn(trainer, sentences[i].Words, counts)
		}
	}
	model := perceptron.Pack(len(t.classes), trainer.Averaged(o.MinUpdates), 0)
	return perceptron.Join(formatClasses(t.classes), words, fixed, model), nil
}

// learn tags one sentence and corrects the mistakes on the way.
func (t *Tagger) learn(trainer *perceptron.Trainer, words []nlp.Word, counts *counts) {
	w := t.work()
	defer t.pool.Put(w)
	w.read(t, words, nil)
	for i := range words {
		want, ok := counts.number[class{words[i].UPOS, words[i].XPOS}]
		guess := t.decide(w, i)
		if ok && guess != want && len(t.fixed.Row(w.views[i].form)) == 0 {
			trainer.Update(w.features, want, guess, 1)
		}
		trainer.Tick()
		w.tags = append(w.tags, uint64(guess)+1)
	}
}

// counts holds how often each word had each pair of tags.
type counts struct {
	classes []class
	number  map[class]int
	forms   map[uint64][]int // hash of the form as written → occurrences by class
	lower   map[uint64][]int // hash of the lower-case form → the same
}

const (
	rareClass = 3 // classes seen less often are not learnt
	rareWord  = 3 // words seen less often are not in the dictionary
	sureWord  = 8 // words seen as often with one class only are not asked about
)

// countTags counts the tags of the sentences.
func countTags(sentences []nlp.Sentence) *counts {
	seen := map[class]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			seen[class{w.UPOS, w.XPOS}]++
		}
	}
	c := &counts{number: map[class]int{}, forms: map[uint64][]int{}, lower: map[uint64][]int{}}
	for k, n := range seen {
		if n >= rareClass {
			c.classes = append(c.classes, k)
		}
	}
	sort.Slice(c.classes, func(a, b int) bool {
		x, y := c.classes[a], c.classes[b]
		return x.upos < y.upos || x.upos == y.upos && x.xpos < y.xpos
	})
	for i, k := range c.classes {
		c.number[k] = i
	}
	for _, s := range sentences {
		for _, w := range s.Words {
			if k, ok := c.number[class{w.UPOS, w.XPOS}]; ok {
				c.count(c.forms, perceptron.Hash(w.Form), k)
				c.count(c.lower, perceptron.Hash(string(appendLower(nil, w.Form))), k)
			}
		}
	}
	return c
}

// count counts one occurrence.
func (c *counts) count(in map[uint64][]int, hash uint64, class int) {
	if in[hash] == nil {
		in[hash] = make([]int, len(c.classes))
	}
	in[hash][class]++
}

// dictionary packs the classes of the words that are not rare, leaving out the
// classes of less than a fiftieth of a word's occurrences.
func (c *counts) dictionary() []byte {
	return c.pack(c.lower, func(by []int, total int) []perceptron.Weight {
		var out []perceptron.Weight
		for class, n := range by {
			if total >= rareWord && n*50 >= total {
				out = append(out, perceptron.Weight{Class: uint8(class), Value: 1})
			}
		}
		return out
	})
}

// fixed packs the words that always had the same class.
func (c *counts) fixed() []byte {
	return c.pack(c.forms, func(by []int, total int) []perceptron.Weight {
		for class, n := range by {
			if n == total && n >= sureWord {
				return []perceptron.Weight{{Class: uint8(class), Value: 1}}
			}
		}
		return nil
	})
}

// pack packs the rows that choose makes of the counts.
func (c *counts) pack(from map[uint64][]int, choose func(by []int, total int) []perceptron.Weight) []byte {
	var features []perceptron.Feature
	for hash, by := range from {
		total := 0
		for _, n := range by {
			total += n
		}
		if w := choose(by, total); len(w) > 0 {
			features = append(features, perceptron.Feature{Hash: hash, Weights: w})
		}
	}
	sort.Slice(features, func(a, b int) bool { return features[a].Hash < features[b].Hash })
	return perceptron.Pack(len(c.classes), features, 0)
}
