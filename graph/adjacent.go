package graph

import (
	"fmt"
	"iter"

	"kg/schema"
)

// Place returns the number of the node of that ID, and whether there is one:
// where it stands in the order of the graph.
func (x *Index) Place(id string) (int32, bool, error) { return x.records.Number(id) }

// NodesAt returns the nodes of these numbers, in their order.
func (x *Index) NodesAt(numbers []int32) ([]Node, error) { return x.records.NodesAt(numbers) }

// EdgesAt returns the edges of these numbers, in their order.
func (x *Index) EdgesAt(numbers []int32) ([]Edge, error) { return x.records.EdgesAt(numbers) }

// Out yields the number of each edge that starts at node n and that of the node
// where it ends, in the order of the graph.
func (x *Index) Out(n int32) iter.Seq2[int32, int32] {
	return func(yield func(edge, to int32) bool) {
		from, to, _ := x.links(n)
		x.along(from, to, yield)
	}
}

// In yields the number of each edge that ends at node n and that of the node
// where it starts, in the order of the graph.
func (x *Index) In(n int32) iter.Seq2[int32, int32] {
	return func(yield func(edge, from int32) bool) {
		_, from, to := x.links(n)
		x.along(from, to, yield)
	}
}

// along yields the edges of links.
func (x *Index) along(from, to int32, yield func(edge, other int32) bool) {
	for link := from; link < to; link++ {
		lo, hi := x.edges(link)
		for edge := lo; edge < hi; edge++ {
			if !yield(edge, x.end(link)) {
				return
			}
		}
	}
}

// Pairs returns how many ordered pairs of nodes that an edge joins node n is
// in: how wide the graph is around it, in constant time.
func (x *Index) Pairs(n int32) int { return int(x.degree(n)) }

// Kind returns the relation of an edge and its modality.
func (x *Index) Kind(edge int32) (relation string, m schema.Modality) {
	kind := x.at(Kinds, edge)
	r := kind >> 3
	if r < 0 || int(r) >= len(x.shape.Relations) {
		x.fail(fmt.Errorf("damaged index: edge %d has no relation", edge))
		return "", 0
	}
	return x.shape.Relations[r], schema.Modality(kind>>1&3 + 1)
}

// Type returns the type of node n.
func (x *Index) Type(n int32) string {
	t := x.at(Types, n)
	if t < 0 || int(t) >= len(x.shape.Types) {
		x.fail(fmt.Errorf("damaged index: node %d has no type", n))
		return ""
	}
	return x.shape.Types[t]
}

// Err returns the first failure to read the index. What it answered since is
// worth nothing.
func (x *Index) Err() error { return x.err() }
