package graph

// The constants of PageRank: how often a walker follows a relation rather than
// begin anew anywhere, and for how many steps it is followed, which leaves less
// than one part in ten million.
const (
	damping       = 0.85
	pageRankSteps = 100
)

// PageRank returns for each node, in the order of Nodes, how often one comes by
// it who walks from subject to object at random; all of them make 1. Relations
// without direction are walked both ways, denied ones not at all, several
// between two nodes as one; from a node without a way out one goes on anywhere.
//
// The cost is that of a hundred passes over the graph (Page and others, 1999).
func (g *Graph) PageRank() []float64 {
	n := len(g.nodes)
	rank, next := make([]float64, n), make([]float64, n)
	for i := range rank {
		rank[i] = 1 / float64(n)
	}
	links := g.links(true)
	for range pageRankSteps {
		stuck := 0.0
		for i := range rank {
			if len(links[i]) == 0 {
				stuck += rank[i]
			}
		}
		for i := range next {
			next[i] = (1 - damping + damping*stuck) / float64(n)
		}
		for i := range rank {
			for _, m := range links[i] {
				next[m] += damping * rank[i] / float64(len(links[i]))
			}
		}
		rank, next = next, rank
	}
	return rank
}
