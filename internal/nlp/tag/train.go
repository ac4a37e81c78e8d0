package tag

import (
	"fmt"
	"math/rand/v2"
	"sort"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// A Plain is what is known from text without tags.
type Plain struct {
	Sentences [][]string     // forms: they tell the usual casings
	Groups    map[string]int // of lower-case words, as cluster.Induce returns
}

// TrainOptions says how to train.
type TrainOptions struct {
	Seed       uint64
	Epochs     int // passes over the sentences; 0 means 8
	MinUpdates int // how often a feature must err in two passes before them to be learnt; 0 means 3
}

const (
	choosing = 2  // passes that choose the features
	margin   = 20 // by which the right class must win for nothing to be learnt
)

// Train returns a model file, as Open reads it, learnt from the tags of the
// sentences and from plain text. The same sentences and options give the same bytes.
func Train(sentences []nlp.Sentence, plain Plain, o TrainOptions) ([]byte, error) {
	if o.Epochs == 0 {
		o.Epochs = 8
	}
	if o.MinUpdates == 0 {
		o.MinUpdates = 3
	}
	counts := countTags(sentences)
	if len(counts.classes) == 0 || len(counts.classes) > perceptron.MaxClasses {
		return nil, fmt.Errorf("tagger: training text has %d pairs of tags, not 1 to %d", len(counts.classes), perceptron.MaxClasses)
	}
	parts := [][]byte{formatClasses(counts.classes), casingsOf(plain.Sentences), counts.dictionary(), counts.fixed(), nil, cluster.Pack(plain.Groups)}
	parts[4] = perceptron.Pack(len(counts.classes), nil, 0)
	t, err := Open(string(perceptron.Join(parts...)))
	if err != nil {
		return nil, err
	}
	order := rand.New(rand.NewPCG(o.Seed, 1))
	learn := func(trainer *perceptron.Trainer, epochs int) *perceptron.Trainer {
		t.model = trainer
		for range epochs {
			for _, i := range order.Perm(len(sentences)) {
				t.learn(trainer, sentences[i].Words, counts)
			}
		}
		return trainer
	}
	draft := learn(perceptron.NewTrainer(len(t.classes)), choosing)
	final := learn(draft.Selected(o.MinUpdates), o.Epochs)
	parts[4] = perceptron.Pack(len(t.classes), final.Averaged(0), 0)
	return perceptron.Join(parts...), nil
}

// learn tags one sentence and corrects, on the way, what is wrong or not sure
// enough.
func (t *Tagger) learn(trainer *perceptron.Trainer, words []nlp.Word, counts *counts) {
	w := t.work()
	defer t.pool.Put(w)
	w.read(t, words, nil)
	for i := range words {
		guess := t.decide(w, i)
		want, ok := counts.number[class{words[i].UPOS, words[i].XPOS}]
		if ok && len(t.fixed.Row(w.views[i].form)) == 0 {
			if r := rival(w.scores, want); w.scores[want]-w.scores[r] <= margin {
				trainer.Update(w.features, want, r, 1)
			}
		}
		trainer.Tick()
		w.tags = append(w.tags, uint64(guess)+1)
	}
}

// rival returns the best class but one.
func rival(scores []int32, but int) int {
	b := none
	for c, s := range scores {
		if c != but && (b == none || s > scores[b]) {
			b = c
		}
	}
	return max(b, 0)
}

// none stands for no class.
const none = -1

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
				c.count(c.lower, perceptron.HashLower(w.Form), k)
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
	return packRows(len(c.classes), c.lower, func(by []int, total int) []perceptron.Weight {
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
	return packRows(len(c.classes), c.forms, func(by []int, total int) []perceptron.Weight {
		for class, n := range by {
			if n == total && n >= sureWord {
				return []perceptron.Weight{{Class: uint8(class), Value: 1}}
			}
		}
		return nil
	})
}

// packRows packs the rows that choose makes of the counts.
func packRows(classes int, from map[uint64][]int, choose func(by []int, total int) []perceptron.Weight) []byte {
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
	return perceptron.Pack(classes, features, 0)
}
