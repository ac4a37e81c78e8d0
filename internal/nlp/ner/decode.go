package ner

import "kg/internal/nlp/perceptron"

// Labels are outside, and first and later word of each kind of name.
const (
	labelOut = 0
	labels   = 1 + 2*int(kinds)
)

// A kind is what the statistical model tells apart; states are places to it.
type kind uint8

const (
	person kind = iota
	organization
	place
	misc
	kinds
)

// first and more return the labels of a name's first and later words.
func (k kind) first() int { return 1 + 2*int(k) }
func (k kind) more() int  { return 2 + 2*int(k) }

// kindOfLabel returns the kind of a label other than labelOut.
func kindOfLabel(label int) kind { return kind((label - 1) / 2) }

// isMore reports whether a label continues a name.
func isMore(label int) bool { return label > 0 && label%2 == 0 }

// follows reports whether label may come after before, labelOut standing for
// the beginning of a sentence.
func follows(before, label int) bool {
	return !isMore(label) || before == label || before == label-1
}

// transition returns the feature of the label before, and the class that
// takes the half of an update that the model must not learn.
func transition(before int) uint64 { return perceptron.Mix(77, uint64(before)) }

const dummy = labels

// A decoder finds the best labels of a sentence.
type decoder struct {
	scores [][labels + 1]int32
	best   [][labels]int64
	back   [][labels]uint8
	labels []int
	rest   [][labels]int64 // filled by backward
	want   []int           // in training, the right labels: all others get the margin
}

// impossible is lower than any score of a sentence.
const impossible = -1 << 60

// decode sets w.labels to the sequence of labels with the highest sum of
// scores and transitions (Viterbi).
func (w *work) decode(t *Tagger) {
	n := len(w.ends)
	w.scores = append(w.scores[:0], make([][labels + 1]int32, n)...)
	w.best = append(w.best[:0], make([][labels]int64, n)...)
	w.back = append(w.back[:0], make([][labels]uint8, n)...)
	start := 0
	for i := range n {
		if w.ends[i] > start {
			t.model.Score(w.features[start:w.ends[i]], w.scores[i][:])
		} else {
			for l := 1; l < labels; l++ {
				w.scores[i][l] = -1 << 24
			}
		}
		if w.want != nil {
			w.handicap(i)
		}
		start = w.ends[i]
		w.forward(&t.transitions, i)
	}
	w.trace(n)
}

// handicap gives all labels of the word i but the right one the margin.
func (w *work) handicap(i int) {
	for l := range labels {
		if l != w.want[i] {
			w.scores[i][l] += margin
		}
	}
}

// forward extends the best paths by the word i.
func (w *work) forward(transitions *[labels][labels + 1]int32, i int) {
	for l := range labels {
		w.best[i][l] = impossible
		for b := range labels {
			if i == 0 && b > 0 || !follows(b, l) {
				continue
			}
			s := int64(w.scores[i][l]) + int64(transitions[b][l])
			if i > 0 {
				s += w.best[i-1][b]
			}
			if s > w.best[i][l] {
				w.best[i][l], w.back[i][l] = s, uint8(b)
			}
		}
	}
}

// trace reads the best path from its end.
func (w *work) trace(n int) {
	w.labels = append(w.labels[:0], make([]int, n)...)
	if n == 0 {
		return
	}
	l := 0
	for c := range labels {
		if w.best[n-1][c] > w.best[n-1][l] {
			l = c
		}
	}
	for i := n - 1; i >= 0; i-- {
		w.labels[i] = l
		l = int(w.back[i][l])
	}
}
