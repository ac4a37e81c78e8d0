package graph

import (
	"cmp"
	"errors"
	"slices"
)

// ErrTooMany is what Paths returns when it gave up before it found a path.
var ErrTooMany = errors.New("too many ways to the node to pass; narrow the search")

// Paths returns the best paths from one node to another, at most o.Limit, the
// best first: by their hops, the longer after the shorter, and paths of the
// same length in the order of [Graph.ShortestPaths]; with o.Weight Certainty
// by the product of their hops' certainties, then by length; with
// o.Chronological by length, then by the IDs of their nodes. No path passes a
// node twice. With MaxHops and a high Limit these are all paths that there are.
//
// The error names an ID that no node has, or options that do not go together.
// With Via the first 1,000 ways from the start to it are looked at; it is
// ErrTooMany if none of them goes on to the end but more may.
//
// This is the algorithm of Yen (1971) as improved by Lawler (1972): one search
// for each node of each path returned.
func (g *Graph) Paths(from, to string, o PathOptions) ([]Path, error) {
	return g.index.Paths(from, to, o)
}

// Paths is [Graph.Paths] of the graph of the index.
func (x *Index) Paths(from, to string, o PathOptions) ([]Path, error) {
	w, a, b, err := x.walker(from, to, o)
	if err != nil {
		return nil, err
	}
	if o.Chronological && o.Weight != Hops {
		return nil, errors.New("a path in the order of dates is the shortest one; it takes no other weight")
	}
	limit := cmp.Or(o.Limit, 10)
	var routes [][]int32
	if o.Via == "" || o.Via == from || o.Via == to {
		y := w.yen([]int32{a}, b)
		for len(routes) < limit && y.next() {
			routes = append(routes, y.done[len(y.done)-1])
		}
	} else {
		v, err := x.number(o.Via)
		if err != nil {
			return nil, err
		}
		if routes, err = w.through(a, v, b, limit); err != nil {
			return nil, err
		}
	}
	return w.paths(routes)
}

// cost is compared from the left.
type cost [2]int64

func (c cost) add(d cost) cost { return cost{c[0] + d[0], c[1] + d[1]} }

// A candidate is the best path of those that begin with some nodes and do not
// go on as others do.
type candidate struct {
	nodes []int32
	cost  cost
	from  int // the place of its last fixed node
}

func compareCandidates(a, b candidate) int {
	return cmp.Or(slices.Compare(a.cost[:], b.cost[:]), slices.Compare(a.nodes, b.nodes))
}

// yen finds paths one after the other, the best first.
type yen struct {
	w    *walker
	to   int32
	open []candidate // the best last
	done [][]int32
	last *candidate // the last of done, as long as nothing branched off it
}

// yen begins a search for the paths to node to that begin with these nodes.
func (w *walker) yen(begin []int32, to int32) *yen {
	y := &yen{w: w, to: to}
	y.try(begin)
	return y
}

// try adds the best path that begins with these nodes and then goes on as none
// of those found.
func (y *yen) try(begin []int32) {
	not := map[int32]bool{}
	for _, r := range y.done {
		if len(r) > len(begin) && slices.Equal(r[:len(begin)], begin) {
			not[r[len(begin)]] = true
		}
	}
	rest := y.w.best(begin, y.to, not)
	if rest == nil {
		return
	}
	c := candidate{nodes: append(slices.Clone(begin), rest[1:]...), from: len(begin) - 1}
	c.cost = y.w.price(c.nodes)
	at, _ := slices.BinarySearchFunc(y.open, c, func(x, c candidate) int { return -compareCandidates(x, c) })
	y.open = slices.Insert(y.open, at, c)
}

// next adds the next path to done, and reports whether there was one. What
// branches off the last path is looked for only now that it is asked for.
func (y *yen) next() bool {
	if y.last != nil {
		for i := y.last.from; i < len(y.last.nodes)-1; i++ {
			y.try(y.last.nodes[:i+1])
		}
		y.last = nil
	}
	if len(y.open) == 0 {
		return false
	}
	c := y.open[len(y.open)-1]
	y.open = y.open[:len(y.open)-1]
	y.done, y.last = append(y.done, c.nodes), &c
	return true
}

// best returns the best way from the last node of begin to another, itself and
// that included, that passes no other node of begin and does not begin with a
// node of not; nil if there is none.
func (w *walker) best(begin []int32, to int32, not map[int32]bool) []int32 {
	last := len(begin) - 1
	most := 0
	if w.options.MaxHops > 0 {
		if most = w.options.MaxHops - last; most < 0 || most == 0 && begin[last] != to {
			return nil
		}
	}
	w.passed, w.spur, w.not = begin[:last], begin[last], not
	defer func() { w.passed, w.not = nil, nil }()
	switch {
	case begin[last] == to:
		return []int32{to}
	case w.options.Chronological:
		return w.inOrder(begin, to, most)
	case w.options.Weight == Certainty:
		return w.surest(begin[last], to, most)
	}
	steps, hops := w.search(begin[last], to, most)
	if hops < 0 {
		return nil
	}
	return steps.routes(begin[last], to, hops, 1)[0]
}

// price is the cost of a whole route.
func (w *walker) price(route []int32) (sum cost) {
	for i := 1; i < len(route); i++ {
		sum = sum.add(w.stepCost(route[i], w.least(route[i-1], route[i])))
	}
	return sum
}

// stepCost is what a step to a node costs over the best of its edges.
func (w *walker) stepCost(to int32, doubt int64) cost {
	degree := int64(w.x.degree(to))
	switch {
	case w.options.Chronological:
		return cost{1, 0}
	case w.options.Weight == Certainty:
		return cost{doubt, certaintyUnit + degree}
	}
	return cost{1, doubt*certaintyUnit + degree}
}

// least is the doubt of the best edge that leads from one node to another,
// which must be joined.
func (w *walker) least(from, to int32) int64 {
	best := int64(-1)
	for _, link := range w.between(from, to) {
		if d := w.doubt(link); best < 0 || d >= 0 && d < best {
			best = d
		}
	}
	return best
}
