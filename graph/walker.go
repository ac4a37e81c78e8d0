package graph

import (
	"fmt"
	"slices"

	"kg/schema"
)

// A walker knows which edges the options allow, and which nodes.
type walker struct {
	x       *Index
	options PathOptions
	filter  *filter
	types   []bool  // of nodes to pass, by number; nil for all
	ends    []int32 // nodes of any type
	avoid   map[int32]bool

	passed []int32        // nodes that the path has passed and must not pass again
	spur   int32          // the node where it goes on, if not is set,
	not    map[int32]bool // and the nodes it must not go to from there
}

// walker checks the ends and the options.
func (x *Index) walker(from, to string, o PathOptions) (w *walker, a, b int32, err error) {
	w = &walker{x: x, options: o, avoid: map[int32]bool{}}
	at := make([]int32, 2+len(o.Avoid))
	for i, id := range append([]string{from, to}, o.Avoid...) {
		if at[i], err = x.number(id); err != nil {
			return nil, 0, 0, err
		}
		if i >= 2 {
			if id == from || id == to || id == o.Via {
				return nil, 0, 0, fmt.Errorf("node %q is wanted on the path and to be avoided", id)
			}
			w.avoid[at[i]] = true
		}
	}
	if len(o.Types) > 0 {
		w.types = x.typed(o.Types)
	}
	w.ends = at[:2:2]
	only := Selection{Relations: o.Relations, Modalities: o.Modalities, Since: o.Since, Until: o.Until, Source: o.Source}
	w.filter, err = x.filter(&only, schema.Asserted, schema.Planned, schema.Possible)
	return w, at[0], at[1], err
}

// number returns the number of the node of that ID.
func (x *Index) number(id string) (int32, error) {
	n, ok, err := x.records.Number(id)
	if err == nil && !ok {
		err = fmt.Errorf("no node %q", id)
	}
	return n, err
}

// typed returns which types are among those of these names, by number.
func (x *Index) typed(names []string) []bool {
	out := make([]bool, len(x.shape.Types))
	for i, name := range x.shape.Types {
		out[i] = slices.Contains(names, name)
	}
	return out
}

// isOf reports whether node n is of one of the types.
func (x *Index) isOf(n int32, types []bool) bool {
	t := x.at(Types, n)
	return t >= 0 && int(t) < len(types) && types[t]
}

// guarded reports whether some nodes must not be passed.
func (w *walker) guarded() bool {
	return len(w.avoid) > 0 || len(w.not) > 0 || len(w.passed) > 0 || w.types != nil
}

// open reports whether a step from one node to another is allowed for the sake
// of the nodes.
func (w *walker) open(from, to int32) bool {
	if w.avoid[from] || w.avoid[to] || from == w.spur && w.not[to] || slices.Contains(w.passed, from) || slices.Contains(w.passed, to) {
		return false
	}
	return w.passable(from) && w.passable(to)
}

func (w *walker) passable(n int32) bool {
	return w.types == nil || slices.Contains(w.ends, n) || w.x.isOf(n, w.types)
}

// plain reports whether the best modality of a link is all that counts.
func (w *walker) plain() bool { return w.options.Weight == Hops && w.filter.plain }

// doubt returns how little the best allowed edge of a link is to be trusted, by
// the weight of the options: never negative; -1 if none is allowed.
func (w *walker) doubt(link int32) int64 {
	if w.plain() {
		if best := w.x.at(Ends, link) & 3; best <= w.filter.worst {
			return int64(best)
		}
		return -1
	}
	least := int64(-1)
	for i, hi := w.x.edges(link); i < hi; i++ {
		if !w.filter.allows(i) {
			continue
		}
		if u := w.doubtOf(i); least < 0 || u < least {
			least = u
		}
	}
	return least
}

// doubtOf returns the negative logarithm of the certainty of an edge, in
// millionths, or, if hops count, how uncertain its modality is: 0 if it is
// asserted.
func (w *walker) doubtOf(edge int32) int64 {
	if w.options.Weight == Certainty {
		return int64(w.x.at(Doubts, edge))
	}
	return int64(w.x.at(Kinds, edge) >> 1 & 3)
}

// next calls f for each link by which one may leave node n, or with back set,
// by which one may come to it, and for the node at its other end. A node may
// come twice, once for each direction.
func (w *walker) next(n int32, back bool, f func(m int32, doubt int64)) {
	lo, mid, hi := w.x.links(n)
	switch {
	case w.options.Directed && back:
		lo = mid
	case w.options.Directed:
		hi = mid
	}
	x, guarded, plain := w.x, w.guarded(), w.plain()
	for lo < hi { // chunk by chunk, as this is where all searches spend their time
		ends, last := x.part(Ends, lo, hi)
		for i, v := range ends {
			m, d := v>>2, int64(v&3)
			switch {
			case uint32(m) >= uint32(x.shape.Nodes):
				x.failEnd(lo + int32(i))
				return
			case guarded && (back && !w.open(m, n) || !back && !w.open(n, m)):
				continue
			case !plain:
				d = w.doubt(lo + int32(i))
			case v&3 > w.filter.worst:
				continue
			}
			if d >= 0 {
				f(m, d)
			}
		}
		lo = last
	}
}

// between returns the links that lead from one node to another: none, one, or
// two.
func (w *walker) between(from, to int32) []int32 {
	var out []int32
	if link, ok := w.x.link(from, to); ok {
		out = append(out, link)
	}
	if link, ok := w.x.link(to, from); ok && !w.options.Directed && from != to {
		out = append(out, link)
	}
	return out
}
