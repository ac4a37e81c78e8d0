package graph

import (
	"cmp"
	"slices"

	"kg/schema"
)

// A Selection says which part of a graph is wanted. The zero value is the
// whole of it; what is set narrows it further.
type Selection struct {
	Types      []string          // nodes of these types only, and those in focus
	Relations  []string          // edges of these relations only
	Modalities []schema.Modality // edges of these only
	Since      string            // edges that hold or were told on this ISO 8601 day, month or year, or later
	Until      string            // the same, or earlier
	Source     string            // edges with evidence in this document
	Focus      []string          // the surroundings of the nodes of these IDs
	Hops       int               // how far from them, in edges that are selected; 0 means 1
	Own        bool              // of the edges within those hops only the ones that touch the focus itself
	Top        int               // the nodes with the most selected edges, this many; those in focus count first
}

// narrowsEdges reports whether some edges may be left out for their own sake.
func (s *Selection) narrowsEdges() bool {
	return len(s.Relations) > 0 || len(s.Modalities) > 0 || s.Since != "" || s.Until != "" || s.Source != ""
}

// Allows reports whether an edge is selected for its own sake. An edge without
// a date is taken to be as old as the first document that tells of it.
func (s *Selection) Allows(e *Edge) bool {
	if len(s.Relations) > 0 && !slices.Contains(s.Relations, e.Relation) ||
		len(s.Modalities) > 0 && !slices.Contains(s.Modalities, e.Modality) ||
		s.Source != "" && !slices.ContainsFunc(e.Evidence, func(v Evidence) bool { return v.Doc == s.Source }) {
		return false
	}
	if s.Since == "" && s.Until == "" {
		return true
	}
	first, last := Bounds(cmp.Or(e.Date, e.told()))
	from, _ := Bounds(s.Since)
	_, to := Bounds(s.Until)
	return first != "" && (s.Since == "" || last >= from) && (s.Until == "" || first <= to)
}

// told returns the date of the first document that tells of an edge, empty if
// none is dated.
func (e *Edge) told() string {
	first := ""
	for i := range e.Evidence {
		if d := e.Evidence[i].Date; d != "" && (first == "" || d < first) {
			first = d
		}
	}
	return first
}

// Select returns the part of the graph that s wants. A node without an edge is
// in it only if nothing was said of edges and focus. The error names an ID in
// focus that no node has.
//
// The cost is linear in the size of the graph, or with a focus in that of its
// surroundings.
func (g *Graph) Select(s Selection) (*Graph, error) { return g.index.Select(s) }

// Select is [Graph.Select] of the graph of the index.
func (x *Index) Select(s Selection) (*Graph, error) {
	sel := &selector{x: x, s: s, node: make([]bool, x.shape.Nodes)}
	var err error
	if sel.filter, err = x.filter(&s, schema.Asserted, schema.Planned, schema.Possible, schema.Denied); err != nil {
		return nil, err
	}
	if len(s.Types) > 0 {
		sel.types = x.typed(s.Types)
	}
	for _, id := range s.Focus {
		n, err := x.number(id)
		if err != nil {
			return nil, err
		}
		sel.heart = append(sel.heart, n)
	}
	sel.nodes()
	return sel.graph()
}

// A selector marks the nodes that are selected.
type selector struct {
	x      *Index
	s      Selection
	filter *filter
	types  []bool  // wanted, by number; nil for all
	heart  []int32 // the nodes in focus
	node   []bool
}

func (s *selector) typed(n int32) bool {
	return s.types == nil || slices.Contains(s.heart, n) || s.x.isOf(n, s.types)
}

// nodes marks the nodes that are near enough to the focus, or have an edge.
func (s *selector) nodes() {
	switch {
	case len(s.heart) > 0:
		s.spread()
	case s.s.narrowsEdges():
		for n := range s.node {
			s.node[n] = s.degree(int32(n)) > 0
		}
	default:
		for n := range s.node {
			s.node[n] = s.typed(int32(n))
		}
	}
	if s.s.Top > 0 {
		s.top()
	}
}

// spread marks what is within Hops of the focus.
func (s *selector) spread() {
	front := s.heart
	for _, n := range front {
		s.node[n] = true
	}
	for range max(s.s.Hops, 1) {
		var next []int32
		for _, n := range front {
			s.each(n, func(m, _ int32) {
				if !s.node[m] {
					s.node[m] = true
					next = append(next, m)
				}
			})
		}
		front = next
	}
}

// each calls f for each selected edge of n with the node at its other end. An
// edge is selected if it is allowed and its ends have a wanted type.
func (s *selector) each(n int32, f func(m, edge int32)) {
	if !s.typed(n) {
		return
	}
	s.x.touching(n, func(m, lo, hi int32) {
		if s.typed(m) {
			for i := lo; i < hi; i++ {
				if s.filter.allows(i) {
					f(m, i)
				}
			}
		}
	})
}

func (s *selector) degree(n int32) int {
	count := 0
	s.each(n, func(int32, int32) { count++ })
	return count
}

// top unmarks all nodes but those with the most edges, the focus first; among
// equals the smaller ID stays.
func (s *selector) top() {
	type ranked struct {
		n      int32
		degree int
	}
	var all []ranked
	for n := range s.node {
		if s.node[n] {
			d := s.degree(int32(n))
			if slices.Contains(s.heart, int32(n)) {
				d = s.x.shape.Edges + 1
			}
			all = append(all, ranked{int32(n), d})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return b.degree - a.degree })
	for _, r := range all[min(s.s.Top, len(all)):] {
		s.node[r.n] = false
	}
}

// graph returns the nodes that are marked and the selected edges between them.
func (s *selector) graph() (*Graph, error) {
	var nodes, edges []int32
	for n, on := range s.node {
		if !on {
			continue
		}
		nodes = append(nodes, int32(n))
		lo, mid, _ := s.x.links(int32(n))
		own := !s.s.Own || slices.Contains(s.heart, int32(n))
		for link := lo; link < mid; link++ {
			if m := s.x.end(link); s.node[m] && (own || slices.Contains(s.heart, m)) && s.typed(m) && s.typed(int32(n)) {
				edges = append(edges, s.filter.of(link)...)
			}
		}
	}
	if err := s.x.err(); err != nil {
		return nil, err
	}
	list, err := s.x.records.EdgesAt(edges)
	if err != nil {
		return nil, err
	}
	return s.x.subgraph(nodes, list)
}
