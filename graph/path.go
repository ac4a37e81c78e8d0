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
	if o.Via != "" || o.Chronological || o.Weight != Hops {
		return nil, errors.New("shortest paths know no node to pass, order of dates or weight; Paths does")
	}
	w, a, b, err := g.walker(from, to, o)
	if err != nil {
		return nil, err
	}
	steps, hops := w.search(a, b, o.MaxHops)
	if hops < 0 {
		return nil, nil
	}
	var paths []Path
	for _, route := range steps.routes(a, b, hops, cmp.Or(o.Limit, 10)) {
		paths = append(paths, w.path(route))
	}
	return paths, nil
}

func (w *walker) path(route []int32) Path {
	var p Path
	var days []string
	if w.options.Chronological {
		days = w.walked(route)
	}
	for i, n := range route {
		p.Nodes = append(p.Nodes, w.g.nodes[n].ID)
		if i == 0 {
			continue
		}
		h := w.hop(p.Nodes[i-1], p.Nodes[i])
		if days != nil {
			h.Edges = slices.DeleteFunc(h.Edges, func(e Edge) bool { return e.day() != days[i-1] })
		}
		p.Hops = append(p.Hops, h)
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
		if w.options.Weight == Certainty {
			return cmp.Compare(b.Certainty(), a.Certainty())
		}
		return cmp.Or(cmp.Compare(a.Modality, b.Modality), cmp.Compare(b.Confidence, a.Confidence))
	})
	return Hop{From: from, To: to, Edges: edges}
}
