package graph

import "iter"

// Place returns where in Nodes the node of that ID stands, and whether there
// is one. Places are what [Graph.Out] and [Graph.In] speak of; they are of this
// graph alone.
func (g *Graph) Place(id string) (int, bool) {
	n, ok := g.number(id)
	return int(n), ok
}

// Out yields each edge that starts at the node in place n: its place in Edges
// and the place of the node where it ends, in the order of Edges.
func (g *Graph) Out(n int) iter.Seq2[int, int] {
	return func(yield func(edge, to int) bool) {
		from, to, _ := g.index.links(int32(n))
		g.along(from, to, yield)
	}
}

// In yields each edge that ends at the node in place n: its place in Edges and
// the place of the node where it starts, in the order of Edges.
func (g *Graph) In(n int) iter.Seq2[int, int] {
	return func(yield func(edge, from int) bool) {
		_, from, to := g.index.links(int32(n))
		g.along(from, to, yield)
	}
}

// along yields the edges of links.
func (g *Graph) along(from, to int32, yield func(edge, other int) bool) {
	for link := from; link < to; link++ {
		lo, hi := g.index.edges(link)
		for edge := lo; edge < hi; edge++ {
			if !yield(int(edge), int(g.index.end(link))) {
				return
			}
		}
	}
}

// Pairs returns how many ordered pairs of nodes that an edge joins the node in
// place n is in: how wide the graph is around it, in constant time.
func (g *Graph) Pairs(n int) int { return int(g.index.degree(int32(n))) }
