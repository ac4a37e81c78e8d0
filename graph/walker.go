package graph

import (
	"fmt"
	"math"
	"slices"

	"kg/schema"
)

// A walker knows which edges the options allow, and which nodes.
type walker struct {
	g       *Graph
	options PathOptions
	only    Selection
	ends    []int32 // nodes of any type
	avoid   map[int32]bool

	passed []int32        // nodes that the path has passed and must not pass again
	spur   int32          // the node where it goes on, if not is set,
	not    map[int32]bool // and the nodes it must not go to from there
}

// walker checks the ends and the options.
func (g *Graph) walker(from, to string, o PathOptions) (w *walker, a, b int32, err error) {
	w = &walker{g: g, options: o, avoid: map[int32]bool{},
		only: Selection{Relations: o.Relations, Modalities: o.Modalities, Since: o.Since, Until: o.Until, Source: o.Source}}
	at := make([]int32, 2+len(o.Avoid))
	for i, id := range append([]string{from, to}, o.Avoid...) {
		n, ok := g.index.find(g.nodes, id)
		if !ok {
			return nil, 0, 0, fmt.Errorf("no node %q", id)
		}
		if at[i] = n; i >= 2 {
			if id == from || id == to || id == o.Via {
				return nil, 0, 0, fmt.Errorf("node %q is wanted on the path and to be avoided", id)
			}
			w.avoid[n] = true
		}
	}
	w.ends = at[:2:2]
	return w, at[0], at[1], nil
}

func (w *walker) allows(e *Edge) bool {
	if len(w.only.Modalities) == 0 && e.Modality == schema.Denied {
		return false
	}
	return w.only.Allows(e)
}

// open reports whether a step from one node to another is allowed for the sake
// of the nodes.
func (w *walker) open(from, to int32) bool {
	if w.avoid[from] || w.avoid[to] || from == w.spur && w.not[to] || slices.Contains(w.passed, from) || slices.Contains(w.passed, to) {
		return false
	}
	return w.typed(from) && w.typed(to)
}

func (w *walker) typed(n int32) bool {
	return len(w.options.Types) == 0 || slices.Contains(w.options.Types, w.g.nodes[n].Type) || slices.Contains(w.ends, n)
}

// doubt returns how little the best allowed edge of p is to be trusted, by the
// weight of the options: never negative; -1 if none is allowed.
func (w *walker) doubt(p pair) int64 {
	if w.options.Weight == Certainty {
		return w.unsure(p)
	}
	return w.uncertain(p)
}

// unsure returns the negative logarithm of the certainty of the surest allowed
// edge of p, in millionths; -1 if none is allowed.
func (w *walker) unsure(p pair) int64 {
	best := int64(-1)
	for i := p.lo; i < p.hi; i++ {
		if e := &w.g.edges[i]; w.allows(e) {
			if u := int64(math.Round(-1e6 * math.Log(e.Certainty()))); best < 0 || u < best {
				best = u
			}
		}
	}
	return best
}

// uncertain returns how uncertain the best allowed edge of p is: 0 if it is
// asserted; -1 if none is allowed.
func (w *walker) uncertain(p pair) int64 {
	best := int64(-1)
	for i := p.lo; i < p.hi; i++ {
		if e := &w.g.edges[i]; w.allows(e) {
			if u := int64(e.Modality - schema.Asserted); best < 0 || u < best {
				best = u
			}
		}
	}
	return best
}

// next calls f for each pair by which one may leave node n, or with back set,
// by which one may come to it, and for the node at its other end. A node may
// come twice, once for each direction.
func (w *walker) next(n int32, back bool, f func(m int32, doubt int64)) {
	x := &w.g.index
	if !w.options.Directed || !back {
		for _, p := range x.pairs[x.outAt[n]:x.outAt[n+1]] {
			if back && !w.open(p.to, n) || !back && !w.open(n, p.to) {
				continue
			}
			if d := w.doubt(p); d >= 0 {
				f(p.to, d)
			}
		}
	}
	if !w.options.Directed || back {
		for _, i := range x.in[x.inAt[n]:x.inAt[n+1]] {
			p := x.pairs[i]
			if back && !w.open(p.from, n) || !back && !w.open(n, p.from) {
				continue
			}
			if d := w.doubt(p); d >= 0 {
				f(p.from, d)
			}
		}
	}
}
