package graph

import (
	"cmp"
	"fmt"
	"slices"

	"kg/schema"
)

// PathOptions says which edges a path may use. The zero value walks every edge
// but the denied, in either direction.
type PathOptions struct {
	Limit      int               // paths to return at most; 0 means 10
	MaxHops    int               // hops of a path at most; 0 means any number
	Directed   bool              // walk from subject to object only
	Relations  []string          // only these; empty means all
	Modalities []schema.Modality // only these; empty means all but Denied: what did not happen connects no one
}

// A Path leads from its first node to its last.
type Path struct {
	Nodes []string // IDs, one more than Hops
	Hops  []Hop
}

// A Hop is one step of a path.
type Hop struct {
	From, To string // IDs, in the order of walking
	// Edges are all edges of the two nodes that the options allow, walked
	// forward if Edge.From is From and otherwise backwards. The best comes
	// first: by modality, then confidence, then forward before backward.
	Edges []Edge
}

// ShortestPaths returns the paths from one node to another with the fewest
// hops, none if there is no path. Among them come first those whose hops are
// the most certain (asserted before planned before possible before denied),
// then those through the less connected nodes, as a common meeting says more
// than a common country, then by the IDs of their nodes. A node is joined to
// itself by one path without hops.
//
// The error names an ID that no node has. The search is a breadth-first one
// from both ends.
func (g *Graph) ShortestPaths(from, to string, o PathOptions) ([]Path, error) {
	a, ok := g.index.find(g.nodes, from)
	if !ok {
		return nil, fmt.Errorf("no node %q", from)
	}
	b, ok := g.index.find(g.nodes, to)
	if !ok {
		return nil, fmt.Errorf("no node %q", to)
	}
	w := &walker{g: g, options: o}
	steps, hops := w.search(a, b)
	if hops < 0 {
		return nil, nil
	}
	var paths []Path
	for _, route := range steps.routes(a, b, hops, cmp.Or(o.Limit, 10)) {
		paths = append(paths, w.path(route))
	}
	return paths, nil
}

// A walker knows which edges the options allow.
type walker struct {
	g       *Graph
	options PathOptions
}

func (w *walker) allows(e *Edge) bool {
	if len(w.options.Relations) > 0 && !slices.Contains(w.options.Relations, e.Relation) {
		return false
	}
	if len(w.options.Modalities) == 0 {
		return e.Modality != schema.Denied
	}
	return slices.Contains(w.options.Modalities, e.Modality)
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
func (w *walker) next(n int32, back bool, f func(m int32, uncertain int64)) {
	x := &w.g.index
	if !w.options.Directed || !back {
		for _, p := range x.pairs[x.outAt[n]:x.outAt[n+1]] {
			if u := w.uncertain(p); u >= 0 {
				f(p.to, u)
			}
		}
	}
	if !w.options.Directed || back {
		for _, i := range x.in[x.inAt[n]:x.inAt[n+1]] {
			if u := w.uncertain(x.pairs[i]); u >= 0 {
				f(x.pairs[i].from, u)
			}
		}
	}
}

func (w *walker) path(route []int32) Path {
	var p Path
	for i, n := range route {
		p.Nodes = append(p.Nodes, w.g.nodes[n].ID)
		if i > 0 {
			p.Hops = append(p.Hops, w.hop(p.Nodes[i-1], p.Nodes[i]))
		}
	}
	return p
}

func (w *walker) hop(from, to string) Hop {
	edges := slices.Clone(w.g.EdgesBetween(from, to))
	if !w.options.Directed && from != to {
		edges = append(edges, w.g.EdgesBetween(to, from)...)
	}
	edges = slices.DeleteFunc(edges, func(e Edge) bool { return !w.allows(&e) })
	slices.SortStableFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Modality, b.Modality), cmp.Compare(b.Confidence, a.Confidence))
	})
	return Hop{From: from, To: to, Edges: edges}
}
