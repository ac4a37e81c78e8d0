package resolve

import (
	"cmp"
	"slices"

	"kg/internal/fact"
)

// A Verdict is what the comparison of two documents' entities came to.
type Verdict struct {
	A, B    Part
	Score   int      // the sum of what speaks for them being one
	Enough  int      // the score from which on they are taken as one
	Out     bool     // something rules it out
	Reasons []string // what was weighed, in that order
}

// Same reports whether the two are taken as one by themselves.
func (v Verdict) Same() bool { return !v.Out && v.Score >= v.Enough }

// Why compares each of some entities of documents with each of others, and
// returns the verdicts, the surest first.
func Why(readings []*fact.Reading, as, bs []Part) []Verdict {
	r, err := gathered(readings).begin()
	if err == nil {
		r.likes, err = nil, r.all(r.types())
	}
	if err != nil {
		return nil // what is in memory can be read
	}
	at := map[Part]*item{}
	for i := range r.items {
		at[r.items[i].part] = &r.items[i]
	}
	var out []Verdict
	for _, a := range as {
		for _, b := range bs {
			if a != b {
				out = append(out, r.judge(at[a], at[b]))
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Verdict) int {
		return cmp.Or(cmp.Compare(truth(y.Same()), truth(x.Same())), cmp.Compare(truth(x.Out), truth(y.Out)), cmp.Compare(y.Score, x.Score))
	})
	return out
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// judge compares two items with reasons.
func (r *resolver) judge(a, b *item) Verdict {
	m := matcherOf(a.typ)
	v := Verdict{A: a.part, B: b.part, Enough: m.enough}
	t := tally{reasons: &v.Reasons}
	switch {
	case a.typ != b.typ:
		t.no("of different types", a.typ, b.typ)
	case a.doc == b.doc && a.Key == "" && !slip(a, b):
		t.no("one document tells them apart", a.doc)
	default:
		m.compare(a, b, &t)
		if !t.out && m.unique(a) && a.story.compare(b.story) == same {
			t.add(1, "articles of one story")
		}
	}
	v.Score, v.Out = t.score, t.out
	return v
}
