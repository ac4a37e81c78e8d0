package mention

import (
	"encoding/csv"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"

	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/internal/text"
	"kg/lexicon"
	"kg/schema"
)

// TestLearnRanker learns the weights of the ranker from the GAP development
// set and prints them, with what they reach in ten-fold cross-validation. It
// takes its time and runs only if KG_LEARN is set.
func TestLearnRanker(t *testing.T) {
	if os.Getenv("KG_LEARN") == "" {
		t.Skip("KG_LEARN is not set")
	}
	choices := readChoices(t, "../../../shared/data/gap/gap-development.tsv")
	var c counts
	for fold := range folds {
		var train []choice
		for i, x := range choices {
			if i%folds != fold {
				train = append(train, x)
			}
		}
		w := learn(train, penalty)
		for i, x := range choices {
			if i%folds == fold {
				c.add(&x, best(&w, &x))
			}
		}
	}
	t.Logf("penalty %g: F1 %.3f (%+v)", penalty, c.f1(), c)
	var now counts
	for _, x := range choices {
		now.add(&x, best(&weights, &x))
	}
	t.Logf("weights as they stand: F1 %.3f (%+v)", now.f1(), now)
	fmt.Println(printed(learn(choices, penalty)))
}

const (
	folds   = 10
	penalty = 0.0005
	rounds  = 60
)

// A choice is one pronoun with the persons it can mean.
type choice struct {
	list  []signals
	same  []bool // the candidate is a name that the pronoun means
	other []bool // the candidate is a name that it does not mean
	lost  int    // names that it means and that are no candidates
}

type counts struct{ tp, fp, fn int }

func (c *counts) add(x *choice, pick int) {
	c.fn += x.lost
	for k := range x.list {
		switch {
		case x.same[k] && k == pick:
			c.tp++
		case x.same[k]:
			c.fn++
		case x.other[k] && k == pick:
			c.fp++
		}
	}
}

func (c *counts) f1() float64 { return 2 * float64(c.tp) / float64(2*c.tp+c.fp+c.fn) }

func best(w *signals, x *choice) int {
	at, top := -1, math.Inf(-1)
	for k := range x.list {
		if s := dot(w, &x.list[k]); s > top {
			at, top = k, s
		}
	}
	return at
}

func dot(w, s *signals) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * s[i]
	}
	return sum
}

// learn fits a softmax over the candidates by AdaGrad. Where the pronoun means
// neither name, it makes both less likely.
func learn(train []choice, l2 float64) signals {
	var w, past signals
	order := rand.New(rand.NewSource(1)).Perm(len(train))
	for range rounds {
		for _, n := range order {
			step(&w, &past, &train[n], l2)
		}
	}
	return w
}

func step(w, past *signals, x *choice, l2 float64) {
	p, good := softmax(w, x), 0.0
	for k := range p {
		if x.same[k] {
			good += p[k]
		}
	}
	bad := 0.0
	for k := range p {
		if x.other[k] {
			bad += p[k]
		}
	}
	if good == 0 && bad == 0 || good == 0 && x.lost > 0 {
		return
	}
	var gradient signals
	for k := range p {
		g := 0.0
		switch {
		case good > 0 && x.same[k]:
			g = p[k]/good - p[k]
		case good > 0:
			g = -p[k]
		case x.other[k]:
			g = -p[k]
		default:
			g = p[k] * bad / math.Max(1-bad, 1e-3)
		}
		for i := range gradient {
			gradient[i] += g * x.list[k][i]
		}
	}
	for i := range w {
		g := gradient[i] - l2*w[i]
		past[i] += g * g
		w[i] += 0.1 * g / math.Sqrt(past[i]+1e-6)
	}
}

func softmax(w *signals, x *choice) []float64 {
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

func printed(w signals) string {
	var b strings.Builder
	for i, v := range w {
		fmt.Fprintf(&b, "%.2f, ", v)
		if i%16 == 15 {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// readChoices reads the texts of a GAP file and returns the choice that the
// ranker had for each pronoun in question.
func readChoices(t *testing.T, path string) []choice {
	file, err := os.Open(path)
	if err != nil {
		t.Skip("no GAP corpus beside the repository")
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	lex, err1 := lexicon.Load()
	sch, err2 := schema.Load()
	an, err3 := annotate.New()
	if err1 != nil || err2 != nil || err3 != nil {
		t.Fatal(err1, err2, err3)
	}
	f := New(lex, sch)
	var out []choice
	for _, row := range rows[1:] {
		at := func(offset, form string) text.Span {
			n, _ := strconv.Atoi(offset)
			start := len(string([]rune(row[1])[:n]))
			return text.Span{Start: start, End: start + len(form)}
		}
		pronoun, a, b := at(row[3], row[2]), at(row[5], row[4]), at(row[8], row[7])
		var x choice
		f.observe = func(r *reading, i int, list []candidate, es []*entity) {
			if !r.ms[i].Span.Overlaps(pronoun) {
				return
			}
			x = choice{}
			for _, c := range list {
				isA, isB := covers(r, es[c.entity], a), covers(r, es[c.entity], b)
				x.list = append(x.list, c.signals)
				x.same = append(x.same, isA && row[6] == "TRUE" || isB && row[9] == "TRUE")
				x.other = append(x.other, isA && row[6] != "TRUE" || isB && row[9] != "TRUE")
			}
		}
		doc, err := source.Parse("test.txt", []byte(row[1]), "")
		if err != nil {
			t.Fatal(err)
		}
		f.Find(doc, an.Sentences(doc))
		if row[6] == "TRUE" || row[9] == "TRUE" {
			x.lost = 1
			for _, same := range x.same {
				if same {
					x.lost = 0
				}
			}
		}
		out = append(out, x)
	}
	return out
}

func covers(r *reading, e *entity, span text.Span) bool {
	for _, k := range e.Mentions {
		if r.ms[k].Span.Overlaps(span) {
			return true
		}
	}
	return false
}
