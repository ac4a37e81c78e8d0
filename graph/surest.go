package graph

import (
	"container/heap"
	"slices"
)

// share is how much of its confidence an edge keeps that is asserted, planned,
// possible or denied.
var share = [...]float64{1, 0.5, 0.25, 0.125}

// Certainty returns how sure an edge is, above 0 and below 1: its confidence,
// raised by each further document that states it by itself as if their errors
// had nothing to do with each other, 1-(1-c)ⁿ, and lowered to a half if it is
// planned, a quarter if possible, an eighth if denied.
func (e *Edge) Certainty() float64 {
	c := min(max(e.Confidence, 0.01), 0.99)
	sure, sources := c, 1
	if len(e.Evidence) > 1 {
		sources = len(e.Sources())
	}
	for range sources - 1 {
		sure += (1 - sure) * c
	}
	return min(sure, 0.9999) * share[int(e.Modality)-1]
}

// A place is a node and how many hops lead from it to the end; 0 hops for all
// if their number does not matter.
type place struct{ n, hops int32 }

// surest returns the nodes from a to b whose edges are the surest together, of
// at most so many hops, 0 for any number: Dijkstra's algorithm from the end.
func (w *walker) surest(a, b int32, most int) []int32 {
	rest := map[place]cost{}
	open := &placeHeap{{place: place{n: b}}}
	for open.Len() > 0 {
		x := heap.Pop(open).(placed)
		if _, settled := rest[x.place]; settled {
			continue
		}
		rest[x.place] = x.cost
		if x.n == a {
			return w.follow(x.place, b, most, rest)
		}
		if most > 0 && int(x.hops) == most {
			continue
		}
		w.next(x.n, true, func(m int32, doubt int64) {
			before := place{m, x.hops}
			if most > 0 {
				before.hops++
			}
			if _, settled := rest[before]; !settled {
				heap.Push(open, placed{before, x.cost.add(w.stepCost(x.n, doubt))})
			}
		})
	}
	return nil
}

// follow returns the way of least cost from a place on, of several the first by
// its nodes.
func (w *walker) follow(at place, b int32, most int, rest map[place]cost) []int32 {
	route := []int32{at.n}
	for at.n != b {
		next := place{n: -1}
		w.next(at.n, false, func(m int32, doubt int64) {
			after := place{m, at.hops}
			if most > 0 {
				after.hops--
			}
			if c, ok := rest[after]; ok && (next.n < 0 || m < next.n) && c.add(w.stepCost(m, doubt)) == rest[at] {
				next = after
			}
		})
		if next.n < 0 {
			return nil // after a failure to load
		}
		at = next
		route = append(route, at.n)
	}
	return route
}

// placed is a place and the cost from there to the end.
type placed struct {
	place
	cost cost
}

type placeHeap []placed

func (h placeHeap) Len() int           { return len(h) }
func (h placeHeap) Less(i, j int) bool { return slices.Compare(h[i].cost[:], h[j].cost[:]) < 0 }
func (h placeHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *placeHeap) Push(x any)        { *h = append(*h, x.(placed)) }
func (h *placeHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
