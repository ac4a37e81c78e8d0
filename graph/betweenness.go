package graph

// Betweenness returns for each node, in the order of Nodes, the share of the
// shortest paths between all pairs of other nodes that pass it, from 0 to 1;
// where a pair has several, each counts in part. Edges are walked in either
// direction; denied ones not at all.
//
// With pivots above 0 and below the number of nodes it is an estimate from the
// paths of that many nodes, taken at even distances from the list. The cost is
// that of one search of the whole graph for each node or pivot.
//
// This is the algorithm of Brandes (2001).
func (g *Graph) Betweenness(pivots int) []float64 {
	n := len(g.nodes)
	if pivots <= 0 || pivots > n {
		pivots = n
	}
	b := newBrandes(g.links(false))
	for i := range pivots {
		b.from(int32(i * n / pivots))
	}
	if n > 2 {
		scale := float64(n) / float64(pivots) / (float64(n-1) * float64(n-2))
		for i := range b.sum {
			b.sum[i] *= scale
		}
	}
	return b.sum
}

// brandes holds what one search needs, for the next to use again.
type brandes struct {
	links [][]int32
	sum   []float64
	depth []int32   // hops from the start; -1 for not seen
	ways  []float64 // shortest paths from the start
	share []float64 // of the paths to nodes beyond
	order []int32   // nodes as they were seen
}

func newBrandes(links [][]int32) *brandes {
	n := len(links)
	return &brandes{links, make([]float64, n), make([]int32, n), make([]float64, n), make([]float64, n), make([]int32, 0, n)}
}

// from adds the shares of all paths that begin at a node.
func (b *brandes) from(start int32) {
	for i := range b.depth {
		b.depth[i], b.ways[i], b.share[i] = -1, 0, 0
	}
	b.depth[start], b.ways[start] = 0, 1
	b.order = append(b.order[:0], start)
	for i := 0; i < len(b.order); i++ {
		n := b.order[i]
		for _, m := range b.links[n] {
			if b.depth[m] < 0 {
				b.depth[m] = b.depth[n] + 1
				b.order = append(b.order, m)
			}
			if b.depth[m] == b.depth[n]+1 {
				b.ways[m] += b.ways[n]
			}
		}
	}
	for i := len(b.order) - 1; i > 0; i-- {
		m := b.order[i]
		b.sum[m] += b.share[m]
		for _, n := range b.links[m] {
			if b.depth[n] == b.depth[m]-1 {
				b.share[n] += b.ways[n] / b.ways[m] * (1 + b.share[m])
			}
		}
	}
}
