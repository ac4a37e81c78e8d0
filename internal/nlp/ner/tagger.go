package ner

import (
	"fmt"
	"sync"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
	"kg/lexicon"
)

// A Tagger is the statistical vote: it marks names of persons, organizations,
// places and other things by what it learnt, one document at a time. It is
// safe for concurrent use.
type Tagger struct {
	lex         *lexicon.Lexicon
	model       perceptron.Scorer
	groups      cluster.Table
	transitions [labels][labels + 1]int32
	pool        sync.Pool // of *work
}

// Open returns the tagger of the model in data, which it keeps.
func Open(data string, lex *lexicon.Lexicon) (*Tagger, error) {
	parts, err := perceptron.Split(data, 2)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	m, err := perceptron.Open(parts[0])
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if m.Classes() != labels+1 {
		return nil, fmt.Errorf("names: model has %d classes, not %d", m.Classes(), labels+1)
	}
	groups, err := perceptron.Open(parts[1])
	if err != nil {
		return nil, fmt.Errorf("names: word groups: %w", err)
	}
	t := &Tagger{lex: lex, model: m, groups: cluster.Of(groups)}
	t.readTransitions()
	return t, nil
}

// readTransitions asks the model for the score of each pair of labels.
func (t *Tagger) readTransitions() {
	for b := range labels {
		t.transitions[b] = [labels + 1]int32{}
		t.model.Score([]uint64{transition(b)}, t.transitions[b][:])
	}
}

func (t *Tagger) work() *work {
	if w, ok := t.pool.Get().(*work); ok {
		return w
	}
	return &work{}
}

// A vote is one name that the model sees.
type vote struct {
	first, end int
	kind       kind
	scores     [kinds]int32 // of the name's words, by kind
	margin     int32        // of the best kind over outside
}

// votes returns the names of a sentence.
func (t *Tagger) votes(doc *document, words []nlp.Word) []vote {
	w := t.work()
	defer t.pool.Put(w)
	w.read(t, doc, words, nil)
	w.decode(t)
	return w.votes()
}

// votes turns labels into names.
func (w *work) votes() []vote {
	var out []vote
	for i := 0; i < len(w.labels); {
		if w.labels[i] == labelOut {
			i++
			continue
		}
		v := vote{first: i, kind: kindOfLabel(w.labels[i])}
		for i++; i < len(w.labels) && isMore(w.labels[i]); i++ {
		}
		v.end = i
		w.weigh(&v)
		out = append(out, v)
	}
	return out
}

// weigh sums the scores of each kind over the words of a name.
func (w *work) weigh(v *vote) {
	for k := range kinds {
		for i := v.first; i < v.end; i++ {
			label := k.more()
			if i == v.first {
				label = k.first()
			}
			v.scores[k] += w.scores[i][label] - w.scores[i][labelOut]
		}
	}
	v.margin = v.scores[v.kind]
}

// Names returns the names of each sentence of a document, whose words are
// tagged, as the model alone sees them.
func (t *Tagger) Names(sentences []nlp.Sentence) [][]nlp.Name {
	lines := readLines(t.lex, sentences)
	doc := readDocument(lines)
	out := make([][]nlp.Name, len(sentences))
	for i, l := range lines {
		for _, v := range t.votes(doc, l.words) {
			out[i] = append(out[i], nlp.Name{First: v.first, End: v.end, Type: kindNames[v.kind], Score: float64(v.margin) / 64})
		}
		l.names(out[i])
	}
	return out
}
