package graph

import (
	"math"
	"slices"
)

// forever is after every day.
const forever = math.MaxInt32

// days returns the days of the edges that lead from one node to another,
// sorted: the first of an edge's date, or else of the first document that tells
// of it.
func (w *walker) days(from, to int32) []int32 {
	var out []int32
	for _, link := range w.between(from, to) {
		for _, edge := range w.filter.of(link) {
			if day := w.x.at(FirstDays, edge); day > 0 {
				out = append(out, day)
			}
		}
	}
	slices.Sort(out)
	return out
}

// firstFrom returns the first of sorted days that is not before another; 0 if
// there is none.
func firstFrom(days []int32, day int32) int32 {
	i, _ := slices.BinarySearch(days, day)
	if i == len(days) {
		return 0
	}
	return days[i]
}

// lastUntil returns the last of sorted days that is not after another; 0 if
// there is none.
func lastUntil(days []int32, day int32) int32 {
	i, found := slices.BinarySearch(days, day)
	switch {
	case found:
		return day
	case i == 0:
		return 0
	}
	return days[i-1]
}

// walked returns the day of each hop of a route walked as early as can be; 0
// from where it cannot be walked on in the order of days.
func (w *walker) walked(route []int32) []int32 {
	out := make([]int32, len(route)-1)
	day := int32(0)
	for i := range out {
		if day = firstFrom(w.days(route[i], route[i+1]), day); day == 0 {
			break
		}
		out[i] = day
	}
	return out
}

// inOrder returns the fewest nodes from the last of begin to b, of several ways
// the first by their nodes, so that no hop is earlier than the one before, those
// of begin included; nil if there is none with at most so many hops, 0 for any
// number. It asks hop by hop from the end until when one may leave each node.
func (w *walker) inOrder(begin []int32, b int32, most int) []int32 {
	a, start := begin[len(begin)-1], int32(0)
	if len(begin) > 1 {
		start = w.walked(begin)[len(begin)-2]
	}
	layers := []map[int32]int32{{b: forever}} // by hops to the end: until when to leave
	known := map[int32]int32{b: forever}      // the latest of all layers
	for hops := 1; most == 0 || hops <= most; hops++ {
		layer := map[int32]int32{}
		for n, until := range layers[hops-1] {
			w.next(n, true, func(m int32, _ int64) {
				if d := lastUntil(w.days(m, n), until); d > known[m] && d > layer[m] {
					layer[m] = d
				}
			})
		}
		if len(layer) == 0 {
			return nil
		}
		for n, until := range layer {
			known[n] = until
		}
		layers = append(layers, layer)
		if until, ok := layer[a]; ok && until >= start {
			return w.retrace(a, start, layers)
		}
	}
	return nil
}

// retrace walks from a through the layers to the end, always to the first node
// that leaves time enough.
func (w *walker) retrace(a int32, day int32, layers []map[int32]int32) []int32 {
	route := []int32{a}
	for hops := len(layers) - 2; hops >= 0; hops-- {
		next, then := int32(-1), int32(0)
		n := route[len(route)-1]
		w.next(n, false, func(m int32, _ int64) {
			until, ok := layers[hops][m]
			if !ok || next >= 0 && m >= next {
				return
			}
			if d := firstFrom(w.days(n, m), day); d != 0 && d <= until {
				next, then = m, d
			}
		})
		if next < 0 {
			return nil // after a failure to load
		}
		route, day = append(route, next), then
	}
	return route
}
