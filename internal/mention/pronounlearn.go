package mention

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
)

// A Question asks whom a personal pronoun of a document means.
type Question struct {
	Pronoun text.Span
	Same    []text.Span // names that it means
	Other   []text.Span // names that it does not mean
}

// A Choice is what the weights of pronouns are learnt from: a pronoun, the
// entities that it can mean, and which of them it does.
type Choice struct {
	list  []signals
	same  []bool // the candidate has a name that the pronoun means
	other []bool // the candidate has a name that it does not mean
	lost  bool   // it means a name that is no candidate
}

// Choice reads a document as Find does and returns the choice that it gives
// for a question; one without candidates if it has not found the pronoun.
func (f *Finder) Choice(doc *source.Document, sentences []nlp.Sentence, q Question) Choice {
	out := Choice{lost: len(q.Same) > 0}
	watched := *f
	watched.observe = func(r *reading, i int, list []candidate, es []*entity) {
		if !r.ms[i].Span.Overlaps(q.Pronoun) {
			return
		}
		out = Choice{}
		for _, c := range list {
			out.list = append(out.list, c.signals)
			out.same = append(out.same, r.covers(es[c.entity], q.Same))
			out.other = append(out.other, r.covers(es[c.entity], q.Other))
		}
		out.lost = len(q.Same) > 0 && !slices.Contains(out.same, true)
	}
	watched.Find(doc, sentences)
	return out
}

// Weighing returns a finder that tells whom pronouns mean by other weights, in
// the form of the file that LearnPronouns returns.
func (f *Finder) Weighing(weights string) *Finder {
	out := *f
	out.weights = readWeights(weights)
	return &out
}

// covers reports whether a mention of the entity overlaps one of the spans.
func (r *reading) covers(e *entity, spans []text.Span) bool {
	return slices.ContainsFunc(e.Mentions, func(k int) bool {
		return slices.ContainsFunc(spans, r.ms[k].Span.Overlaps)
	})
}

// The learner's settings, chosen by ten-fold cross-validation.
const (
	learnRounds  = 40
	learnPenalty = 0.006
	learnRate    = 0.1
	learnFolds   = 10
)

// LearnPronouns returns the file of weights learnt from choices: a softmax over
// the candidates of each, fitted by AdaGrad (Duchi et al. 2011). The same
// choices and seed give the same bytes.
func LearnPronouns(choices []Choice, seed uint64) []byte {
	w := learn(choices, seed)
	var b strings.Builder
	for i, name := range signalNames {
		fmt.Fprintf(&b, "%s\t%.2f\n", name, w[i])
	}
	return []byte(b.String())
}

// CheckPronouns returns the F1 of the names that pronouns mean in ten-fold
// cross-validation: each tenth is judged by what was learnt from the others.
func CheckPronouns(choices []Choice, seed uint64) float64 {
	right, wrong, missed := 0, 0, 0
	for fold := range learnFolds {
		var train []Choice
		for i, x := range choices {
			if i%learnFolds != fold {
				train = append(train, x)
			}
		}
		w := learn(train, seed)
		for i := fold; i < len(choices); i += learnFolds {
			x := &choices[i]
			pick := x.best(&w)
			found := pick >= 0 && x.same[pick]
			switch {
			case found:
				right++
			case x.lost || slices.Contains(x.same, true):
				missed++
			}
			if pick >= 0 && !found && x.other[pick] {
				wrong++
			}
		}
	}
	return 2 * float64(right) / math.Max(1, float64(2*right+wrong+missed))
}

// best returns the candidate of most weight, -1 if there is none.
func (x *Choice) best(w *signals) int {
	at, top := -1, math.Inf(-1)
	for k := range x.list {
		if s := dot(w, &x.list[k]); s > top {
			at, top = k, s
		}
	}
	return at
}

func learn(train []Choice, seed uint64) signals {
	var w, past signals
	random := rand.New(rand.NewPCG(seed, seed))
	for range learnRounds {
		for _, n := range random.Perm(len(train)) {
			train[n].step(&w, &past)
		}
	}
	return w
}

// step moves the weights by one choice. Where the pronoun means none of the
// names in question, these become less likely.
func (x *Choice) step(w, past *signals) {
	p := x.softmax(w)
	good, bad := 0.0, 0.0
	for k := range p {
		if x.same[k] {
			good += p[k]
		}
		if x.other[k] {
			bad += p[k]
		}
	}
	if good == 0 && (bad == 0 || x.lost) {
		return
	}
	var gradient signals
	for k := range p {
		g := -p[k]
		switch {
		case good > 0 && x.same[k]:
			g = p[k]/good - p[k]
		case good == 0 && !x.other[k]:
			g = p[k] * bad / math.Max(1-bad, 1e-3)
		}
		for i, v := range x.list[k] {
			gradient[i] += g * v
		}
	}
	for i := range w {
		g := gradient[i] - learnPenalty*w[i]
		past[i] += g * g
		w[i] += learnRate * g / math.Sqrt(past[i]+1e-6)
	}
}

// softmax returns the likelihood of each candidate.
func (x *Choice) softmax(w *signals) []float64 {
	p := make([]float64, len(x.list))
	top, sum := math.Inf(-1), 0.0
	for k := range p {
		p[k] = dot(w, &x.list[k])
		top = math.Max(top, p[k])
	}
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}
