// Package tag gives the words of a sentence their universal and Penn Treebank
// tags, both in one decision a word, from left to right: forms go in, UPOS and
// XPOS come out.
//
// The model is an averaged perceptron (Collins 2002) over the word, its
// affixes and shape, its neighbours, the tags that a dictionary knows for them
// and the two tags decided before. Words that had one tag throughout the
// training text are not asked about.
package tag

import (
	"fmt"
	"strings"
	"sync"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// A Tagger tags sentences. It is safe for concurrent use.
type Tagger struct {
	classes []class
	groups  cluster.Table
	casing  *perceptron.Model // lower-case word → its usual casing
	words   *perceptron.Model // lower-case word → the classes it was seen with
	fixed   *perceptron.Model // word → its only class
	model   perceptron.Scorer
	pool    sync.Pool // of *work
}

// A class is a pair of tags.
type class struct{ upos, xpos string }

// Open returns the tagger of the model in data, which it keeps.
func Open(data string) (*Tagger, error) {
	parts, err := perceptron.Split(data, 6)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t := &Tagger{classes: parseClasses(parts[0])}
	models := make([]*perceptron.Model, len(parts))
	for i, want := range []int{0, int(casings), len(t.classes), len(t.classes), len(t.classes), perceptron.MaxClasses} {
		if i == 0 {
			continue // the list of classes
		}
		if models[i], err = perceptron.Open(parts[i]); err != nil {
			return nil, fmt.Errorf("tagger: part %d: %w", i+1, err)
		}
		if got := models[i].Classes(); got != want {
			return nil, fmt.Errorf("tagger: part %d has %d classes, not %d", i+1, got, want)
		}
	}
	t.casing, t.words, t.fixed, t.model, t.groups = models[1], models[2], models[3], models[4], cluster.Of(models[5])
	return t, nil
}

// parseClasses reads the list of classes of a model: a line each, the two tags
// parted by a blank.
func parseClasses(list string) []class {
	var out []class
	for line := range strings.Lines(list) {
		upos, xpos, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		out = append(out, class{upos, xpos})
	}
	return out
}

// formatClasses writes what parseClasses reads.
func formatClasses(classes []class) []byte {
	var b []byte
	for _, c := range classes {
		b = append(b, c.upos+" "+c.xpos+"\n"...)
	}
	return b
}

// Tag sets UPOS and XPOS of the words, which are one sentence. It looks at
// forms in place of the words' own forms, one for one, when forms is not nil:
// headlines are tagged by the forms their words have in running text.
func (t *Tagger) Tag(words []nlp.Word, forms []string) {
	w := t.work()
	defer t.pool.Put(w)
	w.read(t, words, forms)
	for i := range words {
		c := t.decide(w, i)
		w.tags = append(w.tags, uint64(c)+1)
		words[i].UPOS, words[i].XPOS = t.classes[c].upos, t.classes[c].xpos
	}
}

// work returns scratch memory for one sentence.
func (t *Tagger) work() *work {
	if w, ok := t.pool.Get().(*work); ok {
		return w
	}
	return &work{scores: make([]int32, len(t.classes))}
}

// decide returns the class of the word i, the words before it being tagged.
func (t *Tagger) decide(w *work, i int) int {
	if row := t.fixed.Row(w.views[i].form); len(row) >= 2 {
		return min(int(row[0]), len(t.classes)-1)
	}
	w.expand(i)
	clear(w.scores)
	t.model.Score(w.features, w.scores)
	return best(w.scores)
}

// best returns the class with the highest score, the first of equals.
func best(scores []int32) int {
	b := 0
	for c, s := range scores {
		if s > scores[b] {
			b = c
		}
	}
	return b
}
