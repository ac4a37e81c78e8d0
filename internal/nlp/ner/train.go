package ner

import (
	"fmt"
	"math/rand/v2"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
	"kg/lexicon"
)

// An Example is a document to learn from: sentences whose words have Penn
// tags, and whose Names have the types Person, Organization, Place and Misc.
type Example struct {
	ID        string // of the document, where the corpus has one
	Sentences []nlp.Sentence
	Partial   bool // names of type Misc are not marked
}

// TrainOptions says how to train.
type TrainOptions struct {
	Seed       uint64
	Epochs     int            // passes over the sentences in each run; 0 means 8
	Runs       int            // trainings in other orders, whose weights are averaged; 0 means 3
	MinUpdates int            // how often a feature must err in two passes before them to be learnt; 0 means 5
	Groups     map[string]int // of words in small letters, as cluster.Induce returns; may be nil
}

const (
	choosing = 2   // passes that choose the features
	margin   = 150 // by which the right labels must win, for each wrong one among the others
)

// Train returns a model file, as Open reads it, learnt from the names of the
// examples by the averaged structured perceptron (Collins 2002) with margins
// (Taskar et al. 2003). The same examples and options give the same bytes.
func Train(examples []Example, lex *lexicon.Lexicon, o TrainOptions) ([]byte, error) {
	if len(examples) == 0 {
		return nil, fmt.Errorf("names: nothing to learn from")
	}
	packed := cluster.Pack(o.Groups)
	groups, err := perceptron.Open(string(packed))
	if err != nil {
		return nil, fmt.Errorf("names: word groups: %w", err)
	}
	t := &Tagger{lex: lex, groups: cluster.Of(groups)}
	lessons := lessonsOf(lex, examples)
	draft := perceptron.NewTrainer(labels + 1)
	t.study(draft, lessons, choosing, rand.New(rand.NewPCG(o.Seed, 1)))
	var models [][]perceptron.Feature
	for run := range or(o.Runs, 3) {
		trainer := draft.Selected(or(o.MinUpdates, 5))
		t.study(trainer, lessons, or(o.Epochs, 8), rand.New(rand.NewPCG(o.Seed, uint64(2+run))))
		models = append(models, trainer.Averaged(0))
	}
	return perceptron.Join(perceptron.Pack(labels+1, perceptron.Mean(models), 0), packed), nil
}

// or returns n, or the default for nought.
func or(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

// study goes through the lessons a number of times, in an order by chance.
func (t *Tagger) study(trainer *perceptron.Trainer, lessons []lesson, epochs int, chance *rand.Rand) {
	t.model = trainer
	for range epochs {
		for _, i := range chance.Perm(len(lessons)) {
			t.learn(trainer, &lessons[i], chance)
		}
	}
}

// A lesson is one sentence with its right labels.
type lesson struct {
	doc     *document
	words   []nlp.Word
	labels  []int
	partial bool
}

func lessonsOf(lex *lexicon.Lexicon, examples []Example) []lesson {
	var out []lesson
	for _, e := range examples {
		lines := readLines(lex, e.Sentences)
		doc := readDocument(lines)
		for i, l := range lines {
			if len(l.words) > 0 {
				out = append(out, lesson{doc, l.words, l.labels(e.Sentences[i]), e.Partial})
			}
		}
	}
	return out
}

// kindNames are the types of names by kind.
var kindNames = [kinds]string{person: "Person", organization: "Organization", place: "Place", misc: "Misc"}

// labels returns the labels of the words of l, which are those of s. A Country
// is a place; a name that shares a joined word with another keeps its label.
func (l *line) labels(s nlp.Sentence) []int {
	all := labelsOf(s)
	out := make([]int, len(l.words))
	for i := range out {
		out[i] = all[l.at[i]]
	}
	return out
}

// labelsOf returns the labels of a sentence's words.
func labelsOf(s nlp.Sentence) []int {
	out := make([]int, len(s.Words))
	for _, n := range s.Names {
		k := place
		for i, name := range kindNames {
			if name == n.Type {
				k = kind(i)
			}
		}
		for i := n.First; i < n.End; i++ {
			out[i] = k.more()
		}
		out[n.First] = k.first()
	}
	return out
}

// learn labels one sentence and corrects the mistakes.
func (t *Tagger) learn(trainer *perceptron.Trainer, l *lesson, chance *rand.Rand) {
	w := t.work()
	defer t.pool.Put(w)
	w.read(t, l.doc, l.words, veil(l.labels, chance))
	t.readTransitions()
	w.want = l.labels
	w.decode(t)
	w.want = nil
	trainer.Tick()
	want := l.labels
	if l.partial {
		want = excuseMisc(want, w.labels)
	}
	start, before, guessed := 0, labelOut, labelOut
	for i, guess := range w.labels {
		features := w.features[start:w.ends[i]]
		start = w.ends[i]
		if want[i] != guess {
			trainer.Update(features, want[i], guess, 1)
		}
		if want[i] != guess || before != guessed {
			trainer.Update([]uint64{transition(before)}, want[i], dummy, 1)
			trainer.Update([]uint64{transition(guessed)}, dummy, guess, 1)
		}
		before, guessed = want[i], guess
	}
}

// excuseMisc returns want with the guessed names of other things that lie
// where no name is marked.
func excuseMisc(want, guess []int) []int {
	var out []int
	for i := 0; i < len(guess); i++ {
		if guess[i] != misc.first() {
			continue
		}
		j := i + 1
		for j < len(guess) && guess[j] == misc.more() {
			j++
		}
		free := true
		for k := i; k < j; k++ {
			free = free && want[k] == labelOut
		}
		if free && (j == len(want) || !isMore(want[j])) {
			if out == nil {
				out = append(out, want...)
			}
			copy(out[i:j], guess[i:j])
		}
		i = j - 1
	}
	if out == nil {
		return want
	}
	return out
}

// hideShare is how often a name's letters are hidden in training, in percent:
// the model must learn what surrounds names it has never read.
const hideShare = 30

// veil chooses what to hide of the names of a sentence.
func veil(labels []int, chance *rand.Rand) []hidden {
	out := make([]hidden, len(labels))
	for i, l := range labels {
		switch {
		case l == labelOut:
		case isMore(l):
			out[i] = out[i-1]
		case chance.IntN(100) < hideShare:
			out[i] = hideLetters
			if chance.IntN(2) == 0 {
				out[i] |= hideListed
			}
		}
	}
	return out
}
