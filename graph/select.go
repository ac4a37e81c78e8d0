package graph

import (
	"cmp"
	"fmt"
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
	first, last := bounds(cmp.Or(e.Date, e.told()))
	from, _ := bounds(s.Since)
	_, to := bounds(s.Until)
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
// The cost is linear in the size of the graph.
func (g *Graph) Select(s Selection) (*Graph, error) {
	sel := &selector{g: g, s: s, edge: make([]bool, len(g.edges)), node: make([]bool, len(g.nodes))}
	if err := sel.focus(); err != nil {
		return nil, err
	}
	sel.edges()
	sel.nodes()
	return sel.graph(), nil
}

// A selector marks what is selected.
type selector struct {
	g     *Graph
	s     Selection
	heart []int32 // the nodes in focus
	edge  []bool
	node  []bool
}

func (s *selector) focus() error {
	for _, id := range s.s.Focus {
		n, ok := s.g.index.find(s.g.nodes, id)
		if !ok {
			return fmt.Errorf("no node %q", id)
		}
		s.heart = append(s.heart, n)
	}
	return nil
}

// edges marks the edges that are allowed and whose ends have a wanted type.
func (s *selector) edges() {
	for i := range s.g.index.pairs {
		p := &s.g.index.pairs[i]
		if !s.typed(p.from) || !s.typed(p.to) {
			continue
		}
		for k := p.lo; k < p.hi; k++ {
			s.edge[k] = s.s.Allows(&s.g.edges[k])
		}
	}
}

func (s *selector) typed(n int32) bool {
	return len(s.s.Types) == 0 || slices.Contains(s.s.Types, s.g.nodes[n].Type) || slices.Contains(s.heart, n)
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
			s.each(n, func(m int32) {
				if !s.node[m] {
					s.node[m] = true
					next = append(next, m)
				}
			})
		}
		front = next
	}
}

// each calls f for the node at the other end of each selected edge of n.
func (s *selector) each(n int32, f func(m int32)) {
	s.g.index.touching(n, func(p pair) {
		for k := p.lo; k < p.hi; k++ {
			if s.edge[k] {
				f(p.from + p.to - n)
			}
		}
	})
}

func (s *selector) degree(n int32) int {
	count := 0
	s.each(n, func(int32) { count++ })
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
				d = len(s.edge) + 1
			}
			all = append(all, ranked{int32(n), d})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return b.degree - a.degree })
	for _, r := range all[min(s.s.Top, len(all)):] {
		s.node[r.n] = false
	}
}

// graph returns what is marked. It needs no check: all of it agreed with the
// schema before.
func (s *selector) graph() *Graph {
	out := &Graph{schema: s.g.schema}
	for n, on := range s.node {
		if on {
			out.nodes = append(out.nodes, s.g.nodes[n])
		}
	}
	for _, p := range s.g.index.pairs {
		if !s.node[p.from] || !s.node[p.to] {
			continue
		}
		for k := p.lo; k < p.hi; k++ {
			if s.edge[k] {
				out.edges = append(out.edges, s.g.edges[k])
			}
		}
	}
	out.index.build(out.nodes, out.edges)
	out.names.nodes, out.names.edges = out.nodes, out.edges
	return out
}
