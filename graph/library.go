package graph

import (
	"errors"

	lib "github.com/dominikbraun/graph"
)

// errFrozen is what the library's graph returns to every attempt to change it.
var errFrozen = errors.New("the graph does not change")

// Library returns the graph as one of the library, for its algorithms. The
// vertices are the nodes, found by ID. The one edge from one vertex to another
// holds all relations of that pair as []Edge in Properties.Data, in the order
// of [Graph.EdgesBetween].
//
// It is a view: it costs nothing to make, and adding, changing or removing
// fails. Most algorithms of the library visit the whole graph each time.
func (g *Graph) Library() lib.Graph[string, Node] {
	return lib.NewWithStore(func(n Node) string { return n.ID }, &view{g}, lib.Directed())
}

// view is the graph as a store of the library.
type view struct{ g *Graph }

func (v *view) Vertex(id string) (Node, lib.VertexProperties, error) {
	n, ok := v.g.Node(id)
	if !ok {
		return Node{}, lib.VertexProperties{}, lib.ErrVertexNotFound
	}
	return *n, lib.VertexProperties{}, nil
}

func (v *view) ListVertices() ([]string, error) {
	ids := make([]string, len(v.g.nodes))
	for i := range v.g.nodes {
		ids[i] = v.g.nodes[i].ID
	}
	return ids, nil
}

func (v *view) VertexCount() (int, error) { return len(v.g.nodes), nil }

func (v *view) Edge(from, to string) (lib.Edge[string], error) {
	edges := v.g.EdgesBetween(from, to)
	if len(edges) == 0 {
		return lib.Edge[string]{}, lib.ErrEdgeNotFound
	}
	return libraryEdge(edges), nil
}

func (v *view) ListEdges() ([]lib.Edge[string], error) {
	list := make([]lib.Edge[string], 0, v.g.index.shape.Links)
	v.g.pairs(func(edges []Edge) { list = append(list, libraryEdge(edges)) })
	return list, nil
}

// libraryEdge makes one edge of the library from all edges of a pair.
func libraryEdge(edges []Edge) lib.Edge[string] {
	return lib.Edge[string]{
		Source: edges[0].From, Target: edges[0].To,
		Properties: lib.EdgeProperties{Attributes: map[string]string{}, Data: edges},
	}
}

func (*view) AddVertex(string, Node, lib.VertexProperties) error { return errFrozen }
func (*view) RemoveVertex(string) error                          { return errFrozen }
func (*view) AddEdge(string, string, lib.Edge[string]) error     { return errFrozen }
func (*view) UpdateEdge(string, string, lib.Edge[string]) error  { return errFrozen }
func (*view) RemoveEdge(string, string) error                    { return errFrozen }
