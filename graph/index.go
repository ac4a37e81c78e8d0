package graph

import (
	"slices"
	"strings"
)

// A pair is an ordered pair of nodes and the range of its edges in the graph's
// list.
type pair struct {
	from, to int32 // positions in the list of nodes
	lo, hi   int32 // positions in the list of edges
}

// index is the adjacency of a graph in flat arrays (compressed sparse rows),
// for both directions.
type index struct {
	pairs  []pair  // sorted by from, to
	outAt  []int32 // the pairs from node n are pairs[outAt[n]:outAt[n+1]]
	in     []int32 // positions in pairs, sorted by to, from
	inAt   []int32 // the pairs to node n are in[inAt[n]:inAt[n+1]]
	degree []int32 // pairs that touch a node
}

// find returns the position of the node of that ID in the sorted list nodes.
func (*index) find(nodes []Node, id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(nodes, id, func(n Node, id string) int { return strings.Compare(n.ID, id) })
	return int32(i), ok
}

// build fills the index from sorted nodes and edges.
func (x *index) build(nodes []Node, edges []Edge) {
	for lo := 0; lo < len(edges); {
		hi := lo + 1
		for hi < len(edges) && edges[hi].From == edges[lo].From && edges[hi].To == edges[lo].To {
			hi++
		}
		from, _ := x.find(nodes, edges[lo].From)
		to, _ := x.find(nodes, edges[lo].To)
		x.pairs = append(x.pairs, pair{from, to, int32(lo), int32(hi)})
		lo = hi
	}
	x.outAt, x.inAt = make([]int32, len(nodes)+1), make([]int32, len(nodes)+1)
	x.degree = make([]int32, len(nodes))
	for _, p := range x.pairs {
		x.outAt[p.from+1]++
		x.inAt[p.to+1]++
		x.degree[p.from]++
		x.degree[p.to]++
	}
	for n := range nodes {
		x.outAt[n+1] += x.outAt[n]
		x.inAt[n+1] += x.inAt[n]
	}
	x.in = make([]int32, len(x.pairs))
	next := slices.Clone(x.inAt)
	for i, p := range x.pairs {
		x.in[next[p.to]] = int32(i)
		next[p.to]++
	}
}

// pair returns the pair of two nodes, and whether an edge joins them.
func (x *index) pair(from, to int32) (pair, bool) {
	out := x.pairs[x.outAt[from]:x.outAt[from+1]]
	i, ok := slices.BinarySearchFunc(out, to, func(p pair, to int32) int { return int(p.to - to) })
	if !ok {
		return pair{}, false
	}
	return out[i], true
}

// touching calls f for each pair that node n is in, in the order of the pairs.
func (x *index) touching(n int32, f func(pair)) {
	out, in := x.pairs[x.outAt[n]:x.outAt[n+1]], x.in[x.inAt[n]:x.inAt[n+1]]
	for _, i := range in {
		if p := x.pairs[i]; p.from < n {
			f(p)
		}
	}
	for _, p := range out {
		f(p)
	}
	for _, i := range in {
		if p := x.pairs[i]; p.from > n {
			f(p)
		}
	}
}
