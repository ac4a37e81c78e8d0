package graph

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// The two waves of a search.
const (
	forward  = 0
	backward = 1
)

// A wave is a breadth-first search from one node.
type wave struct {
	way   int     // backward walks against the direction of the path
	depth int32   // hops walked
	marks *marks  // of both waves
	front []int32 // the nodes seen last
}

func newWave(n int32, way int, m *marks) *wave {
	m.take(n).seen[way] = 1
	return &wave{way: way, marks: m, front: []int32{n}}
}

// hops returns how far a node is from where the wave began, -1 if it was not
// seen.
func (v *wave) hops(n int32) int32 { return v.marks.find(n).seen[v.way] - 1 }

// grow walks one hop further and returns the nodes where it met the other wave.
func (v *wave) grow(w *walker) []int32 {
	v.depth++
	var front, met []int32
	for _, n := range v.front {
		w.next(n, v.way == backward, func(m int32, _ int64) {
			seen := &v.marks.take(m).seen
			if seen[v.way] > 0 {
				return
			}
			seen[v.way] = 1 + v.depth
			front = append(front, m)
			if seen[1-v.way] > 0 {
				met = append(met, m)
			}
		})
	}
	v.front = front
	return met
}

// search returns the steps that shortest paths from a to b are made of and
// how many hops those have, -1 if there is no path of at most so many; 0 means
// any number.
func (w *walker) search(a, b int32, most int) (*steps, int) {
	m := w.x.marks()
	defer w.x.release(m)
	out, in := newWave(a, forward, m), newWave(b, backward, m)
	var met []int32
	if a == b {
		met = []int32{a}
	}
	for met == nil {
		if len(out.front) == 0 || len(in.front) == 0 || most > 0 && int(out.depth+in.depth) == most {
			return nil, -1
		}
		if len(out.front) <= len(in.front) {
			met = out.grow(w)
		} else {
			met = in.grow(w)
		}
	}
	slices.Sort(met)
	s := &steps{next: map[int32][]step{}}
	s.collect(w, out, met)
	s.collect(w, in, met)
	s.measure(b)
	return s, int(out.depth + in.depth)
}

// A step leads to a node. Costs are compared whole: uncertainty counts
// certaintyUnit, the degree of the node passed 1 a pair.
type step struct {
	to   int32
	cost int64
}

const certaintyUnit = 1 << 40

// steps is the union of all shortest paths to one node.
type steps struct {
	next map[int32][]step // sorted by node
	rest map[int32]int64  // the least cost from a node to the end
}

// collect adds the steps on the way of one wave, from the middle back to where
// the wave began.
func (s *steps) collect(w *walker, v *wave, middle []int32) {
	front := middle
	for depth := v.depth; depth > 0; depth-- {
		var before []int32
		seen := map[int32]bool{}
		for _, n := range front {
			w.next(n, v.way == forward, func(m int32, uncertain int64) {
				if v.hops(m) != depth-1 {
					return
				}
				if v.way == backward {
					s.add(w, n, m, uncertain)
				} else {
					s.add(w, m, n, uncertain)
				}
				if !seen[m] {
					seen[m] = true
					before = append(before, m)
				}
			})
		}
		front = before
	}
}

// add notes a step; of two between the same nodes the more certain stays.
func (s *steps) add(w *walker, from, to int32, uncertain int64) {
	cost := uncertain*certaintyUnit + int64(w.x.degree(to))
	list := s.next[from]
	i, ok := slices.BinarySearchFunc(list, to, func(x step, to int32) int { return int(x.to - to) })
	if ok {
		list[i].cost = min(list[i].cost, cost)
		return
	}
	s.next[from] = slices.Insert(list, i, step{to, cost})
}

// measure fills rest, from the last node on.
func (s *steps) measure(last int32) {
	s.rest = map[int32]int64{last: 0}
	var least func(n int32) int64
	least = func(n int32) int64 {
		if c, ok := s.rest[n]; ok {
			return c
		}
		best := int64(math.MaxInt64)
		for _, x := range s.next[n] {
			best = min(best, x.cost+least(x.to))
		}
		s.rest[n] = best
		return best
	}
	for n := range s.next {
		least(n)
	}
}

// routes returns up to limit paths as nodes, the cheapest first, equals by
// their nodes: a best-first search with the exact rest, so that it visits only
// what it returns.
func (s *steps) routes(a, b int32, hops, limit int) [][]int32 {
	var done [][]int32
	open := &routeHeap{{nodes: []int32{a}, total: s.rest[a]}}
	for open.Len() > 0 && len(done) < limit {
		r := heap.Pop(open).(route)
		last := r.nodes[len(r.nodes)-1]
		if last == b && len(r.nodes) == hops+1 {
			done = append(done, r.nodes)
			continue
		}
		for _, x := range s.next[last] {
			nodes := append(slices.Clone(r.nodes), x.to)
			cost := r.cost + x.cost
			heap.Push(open, route{nodes: nodes, cost: cost, total: cost + s.rest[x.to]})
		}
	}
	return done
}

// A route is the beginning of a path.
type route struct {
	nodes []int32
	cost  int64 // so far
	total int64 // of the best path that begins so
}

type routeHeap []route

func (h routeHeap) Len() int { return len(h) }
func (h routeHeap) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].total, h[j].total), slices.Compare(h[i].nodes, h[j].nodes)) < 0
}
func (h routeHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *routeHeap) Push(x any)   { *h = append(*h, x.(route)) }
func (h *routeHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
