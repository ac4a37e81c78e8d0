package query

import (
	"cmp"
	"slices"
)

// A shortestOp binds the shortest rows of relations between two bound nodes:
// one, the first by the IDs of its nodes and then by its edges, or all.
type shortestOp struct{ expandOp }

func (o *shortestOp) run(m *machine, then func()) {
	from, to := m.row[o.from].at, m.row[o.to].at
	if from < 0 || to < 0 || from == to && o.rel.low > 0 {
		return
	}
	left, _ := o.distances(m, to, func(left map[int32]int, hops int) bool {
		_, there := left[from]
		return there || hops == o.rel.high
	})
	if _, there := left[from]; !there {
		return
	}
	o.follow(m, left, []int32{from}, []int32{}, then)
	m.row[o.rel.slot] = nothing
}

// distances returns how far nodes are from one where relations end, by a
// breadth-first search that goes on until it is enough, and up to how far it
// knows all of them.
func (o *expandOp) distances(m *machine, to int32, enough func(left map[int32]int, hops int) bool) (left map[int32]int, hops int) {
	left = map[int32]int{to: 0}
	for front := []int32{to}; m.going() && !enough(left, hops); hops++ {
		var next []int32
		for _, n := range front {
			o.rel.each(m, n, true, func(_, other int32) bool {
				if _, seen := left[other]; !seen {
					left[other] = hops + 1
					next = append(next, other)
				}
				return true
			})
		}
		if len(next) == 0 {
			return left, maxHops
		}
		front = next
	}
	return left, hops
}

// follow walks every row that comes nearer with each relation, in order; it
// reports whether to go on.
func (o *shortestOp) follow(m *machine, left map[int32]int, nodes, edges []int32, then func()) bool {
	at := nodes[len(nodes)-1]
	if left[at] == 0 {
		b := &m.row[o.rel.slot]
		b.nodes, b.edges = nodes, edges
		then()
		return o.rel.all && m.going()
	}
	type step struct{ node, edge int32 }
	var steps []step
	o.rel.each(m, at, false, func(edge, other int32) bool {
		if d, there := left[other]; there && d == left[at]-1 {
			steps = append(steps, step{other, edge})
		}
		return true
	})
	slices.SortFunc(steps, func(a, b step) int { return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.edge, b.edge)) })
	for _, s := range steps {
		if !m.going() || !o.follow(m, left, append(nodes, s.node), append(edges, s.edge), then) {
			return false
		}
	}
	return true
}
