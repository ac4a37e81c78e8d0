package graph

import (
	"slices"

	"kg/schema"
)

// links returns for each node the other nodes that an edge joins it to, sorted:
// in either direction, or with out set only where a relation leads from the
// node, those without direction leading both ways. What is denied joins no one.
func (g *Graph) links(out bool) [][]int32 {
	list := make([][]int32, len(g.nodes))
	g.pairs(func(edges []Edge) {
		from, _ := g.number(edges[0].From)
		to, _ := g.number(edges[0].To)
		if from == to {
			return
		}
		there, back := false, false
		for i := range edges {
			if e := &edges[i]; e.Modality != schema.Denied {
				r, _ := g.schema.Relation(e.Relation)
				there, back = true, back || r.Symmetric || !out
			}
		}
		if there {
			list[from] = append(list[from], to)
		}
		if back {
			list[to] = append(list[to], from)
		}
	})
	for n := range list {
		slices.Sort(list[n])
		list[n] = slices.Compact(list[n])
	}
	return list
}

// Degrees returns for each node, in the order of Nodes, how many others its
// edges join it to; denied ones do not count.
func (g *Graph) Degrees() []int {
	out := make([]int, len(g.nodes))
	for n, list := range g.links(false) {
		out[n] = len(list)
	}
	return out
}

// Components returns for each node, in the order of Nodes, the number of the
// connected component that it is in, over edges of either direction that are
// not denied. The largest is 0; of two of one size the first is the one with
// the smallest ID. The cost is linear in the size of the graph.
func (g *Graph) Components() []int {
	links := g.links(false)
	group := make([]int, len(g.nodes))
	for n := range group {
		group[n] = -1
	}
	count := 0
	for n := range group {
		if group[n] >= 0 {
			continue
		}
		group[n] = count
		for open := []int32{int32(n)}; len(open) > 0; {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			for _, m := range links[last] {
				if group[m] < 0 {
					group[m] = count
					open = append(open, m)
				}
			}
		}
		count++
	}
	return largestFirst(group, count)
}

// largestFirst numbers groups anew: the largest is 0, of two of one size the
// one whose first member comes first.
func largestFirst(group []int, count int) []int {
	size, first := make([]int, count), make([]int, count)
	for n := len(group) - 1; n >= 0; n-- {
		size[group[n]]++
		first[group[n]] = n
	}
	order := make([]int, count)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if size[a] != size[b] {
			return size[b] - size[a]
		}
		return first[a] - first[b]
	})
	number := make([]int, count)
	for i, old := range order {
		number[old] = i
	}
	out := make([]int, len(group))
	for n := range group {
		out[n] = number[group[n]]
	}
	return out
}
