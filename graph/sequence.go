package graph

import "iter"

// NodeSeq yields the nodes in the order of Nodes, never with an error: so do
// graphs give what they hold that are not all in memory.
func (g *Graph) NodeSeq() iter.Seq2[*Node, error] { return sequence(g.nodes) }

// EdgeSeq yields the edges in the order of Edges, never with an error.
func (g *Graph) EdgeSeq() iter.Seq2[*Edge, error] { return sequence(g.edges) }

func sequence[T any](list []T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for i := range list {
			if !yield(&list[i], nil) {
				return
			}
		}
	}
}
