package graph

import (
	"cmp"
	"errors"
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
	Since      string            // edges of this ISO 8601 day, month or year, or later; see Selection
	Until      string            // the same, or earlier
	Source     string            // edges with evidence in this document
	Types      []string          // pass only through nodes of these types; the ends may be of any
	Avoid      []string          // IDs of nodes not to pass

	// The following are for [Graph.Paths] only.

	Via           string // ID of a node to pass
	Chronological bool   // no hop earlier than the one before; a month or year counts as its first day, an edge without a date as Selection says
	Weight        Weight // what makes a path good
}

// A Weight says what makes a path good.
type Weight uint8

// The weights.
const (
	Hops      Weight = iota // few hops
	Certainty               // hops that are sure together, see [Edge.Certainty]
)

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
	// first: by modality, then confidence, then forward before backward; with the
	// weight Certainty the surest. In a chronological path they are those of
	// one day.
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
	return g.index.ShortestPaths(from, to, o)
}

// ShortestPaths is [Graph.ShortestPaths] of the graph of the index.
func (x *Index) ShortestPaths(from, to string, o PathOptions) ([]Path, error) {
	if o.Via != "" || o.Chronological || o.Weight != Hops {
		return nil, errors.New("shortest paths know no node to pass, order of dates or weight; Paths does")
	}
	w, a, b, err := x.walker(from, to, o)
	if err != nil {
		return nil, err
	}
	steps, hops := w.search(a, b, o.MaxHops)
	if hops < 0 {
		return nil, x.err()
	}
	return w.paths(steps.routes(a, b, hops, cmp.Or(o.Limit, 10)))
}

// paths returns the paths of routes with their edges.
func (w *walker) paths(routes [][]int32) ([]Path, error) {
	var paths []Path
	for _, r := range routes {
		p, err := w.path(r)
		if err != nil {
			return nil, err
		}
		paths = append(paths, p)
	}
	return paths, w.x.err()
}

func (w *walker) path(route []int32) (Path, error) {
	nodes, err := w.x.records.NodesAt(route)
	if err != nil {
		return Path{}, err
	}
	var days []int32
	if w.options.Chronological {
		days = w.walked(route)
	}
	p := Path{Nodes: []string{nodes[0].ID}}
	for i := 1; i < len(route); i++ {
		day := int32(0)
		if days != nil {
			day = days[i-1]
		}
		h, err := w.hop(route[i-1], route[i], day)
		if err != nil {
			return Path{}, err
		}
		h.From, h.To = nodes[i-1].ID, nodes[i].ID
		p.Nodes, p.Hops = append(p.Nodes, h.To), append(p.Hops, h)
	}
	return p, nil
}

// hop returns the step from one node to another with its edges, on a day only
// those of it; 0 stands for any.
func (w *walker) hop(from, to, day int32) (h Hop, err error) {
	var numbers []int32
	for _, link := range w.between(from, to) {
		numbers = append(numbers, w.filter.of(link)...)
	}
	if day != 0 {
		numbers = slices.DeleteFunc(numbers, func(edge int32) bool { return w.x.at(FirstDays, edge) != day })
	}
	h.Edges, err = w.x.records.EdgesAt(numbers)
	slices.SortStableFunc(h.Edges, func(a, b Edge) int {
		if w.options.Weight == Certainty {
			return cmp.Compare(b.Certainty(), a.Certainty())
		}
		return cmp.Or(cmp.Compare(a.Modality, b.Modality), cmp.Compare(b.Confidence, a.Confidence))
	})
	return h, err
}
