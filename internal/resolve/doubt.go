package resolve

import (
	"cmp"
	"slices"
	"strings"

	"kg/internal/fact"
)

// A Doubt is two entities that may be one, or two parts of one that may not.
type Doubt struct {
	Verdict
	Joined bool // they are one as it stands
}

// The bounds of doubt.
const (
	nearly    = 1  // points below enough
	barely    = 2  // points above it
	maxDoubts = 40 // groups of a block that are compared
)

// Doubts returns the pairs that the scores barely join or keep apart, the
// nearest to the line first, then by the names of their documents. What a
// person has judged is left out.
func Doubts(readings []*fact.Reading, j Judged) []Doubt {
	r, err := gathered(readings).begin()
	if err == nil {
		r.keyed = true
		_, _, err = r.together(r.types(), j)
	}
	if err != nil {
		return nil // what is in memory can be read
	}
	judged := map[Part]bool{}
	for _, p := range slices.Concat(j.Same, j.Different) {
		for _, i := range append(r.find(p.A), r.find(p.B)...) {
			judged[r.items[i].part] = true
		}
	}
	out := append(r.near(judged), r.joined(judged)...)
	name := func(p Part) string {
		return readings[p.Reading].Entities[p.Entity].Name + " " + readings[p.Reading].Doc
	}
	slices.SortStableFunc(out, func(x, y Doubt) int {
		return cmp.Or(cmp.Compare(max(x.Enough-x.Score, x.Score-x.Enough), max(y.Enough-y.Score, y.Score-y.Enough)), strings.Compare(name(x.A), name(y.A)), strings.Compare(name(x.B), name(y.B)))
	})
	return out
}

// near returns the pairs of groups that little keeps apart.
func (r *resolver) near(judged map[Part]bool) (out []Doubt) {
	blocks := map[string][]int{}
	var keys []string
	for g, group := range r.groups {
		it := &r.items[group.items[0]]
		for _, k := range it.keys {
			k = it.typ + " " + k
			if blocks[k] == nil {
				keys = append(keys, k)
			}
			if len(blocks[k]) < maxDoubts {
				blocks[k] = append(blocks[k], g)
			}
		}
	}
	seen := map[[2]int]bool{}
	for _, k := range keys {
		for x, a := range blocks[k] {
			for _, b := range blocks[k][:x] {
				if seen[[2]int{a, b}] {
					continue
				}
				seen[[2]int{a, b}] = true
				if d, ok := r.doubt(r.groups[a], r.groups[b], judged); ok {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// doubt compares the first items of two groups.
func (r *resolver) doubt(a, b *group, judged map[Part]bool) (Doubt, bool) {
	x, y := &r.items[a.items[0]], &r.items[b.items[0]]
	if judged[x.part] || judged[y.part] {
		return Doubt{}, false
	}
	v := r.judge(x, y)
	return Doubt{Verdict: v}, !v.Out && v.Score >= v.Enough-nearly
}

// joined returns the members of groups that little joins to the rest.
func (r *resolver) joined(judged map[Part]bool) (out []Doubt) {
	for _, g := range r.groups {
		first := &r.items[g.items[0]]
		for _, i := range g.unlike[1:] {
			it := &r.items[i]
			if it.Key != "" || it.label.key == first.label.key || judged[it.part] || judged[first.part] {
				continue
			}
			top := Verdict{Score: -1}
			for _, k := range g.unlike {
				if k != i {
					if v := r.judge(it, &r.items[k]); !v.Out && v.Score > top.Score {
						top = v
					}
				}
			}
			if top.Score >= 0 && top.Score <= top.Enough+barely {
				out = append(out, Doubt{top, true})
			}
		}
	}
	return out
}
