package out

import (
	"iter"

	"kg/graph"
	"kg/schema"
)

// A Source gives a graph piece by piece, so that a writer needs no more memory
// for a large graph than for a small one. A *graph.Graph is one; others read a
// file as they go. Every call of a sequence begins it anew. What it yields is
// good until the next step and must not be changed; an error ends it.
type Source interface {
	Schema() *schema.Schema
	NodeSeq() iter.Seq2[*graph.Node, error] // sorted by ID
	EdgeSeq() iter.Seq2[*graph.Edge, error] // in the order of graph.Graph.Edges
}

// whole returns the graph of a source, for writers that need all of it at once.
func whole(s Source) (*graph.Graph, error) {
	if g, ok := s.(*graph.Graph); ok {
		return g, nil
	}
	var nodes []graph.Node
	for n, err := range s.NodeSeq() {
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, *n)
	}
	var edges []graph.Edge
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return nil, err
		}
		edges = append(edges, *e)
	}
	return graph.NewWith(s.Schema(), nodes, edges)
}
