package graph

import (
	"cmp"
	"slices"
)

// forever is after every day.
const forever = "~"

// day returns the first day of an edge's date, or else the day of the first
// document that tells of it; empty if neither is known.
func (e *Edge) day() string {
	first, _ := bounds(cmp.Or(e.Date, e.told()))
	return first
}

// days returns the days of the edges that lead from one node to another,
// sorted.
func (w *walker) days(from, to int32) []string {
	var out []string
	add := func(p pair, ok bool) {
		for i := p.lo; ok && i < p.hi; i++ {
			if e := &w.g.edges[i]; w.allows(e) && e.day() != "" {
				out = append(out, e.day())
			}
		}
	}
	add(w.g.index.pair(from, to))
	if !w.options.Directed && from != to {
		add(w.g.index.pair(to, from))
	}
	slices.Sort(out)
	return out
}

// firstFrom returns the first of sorted days that is not before another; empty
// if there is none.
func firstFrom(days []string, day string) string {
	i, _ := slices.BinarySearch(days, day)
	if i == len(days) {
		return ""
	}
	return days[i]
}

// lastUntil returns the last of sorted days that is not after another; empty if
// there is none.
func lastUntil(days []string, day string) string {
	i, _ := slices.BinarySearch(days, day+"\x00")
	if i == 0 {
		return ""
	}
	return days[i-1]
}

// walked returns the day of each hop of a route walked as early as can be;
// empty from where it cannot be walked on in the order of days.
func (w *walker) walked(route []int32) []string {
	out := make([]string, len(route)-1)
	day := ""
	for i := range out {
		if day = firstFrom(w.days(route[i], route[i+1]), day); day == "" {
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
	a, start := begin[len(begin)-1], ""
	if len(begin) > 1 {
		start = w.walked(begin)[len(begin)-2]
	}
	layers := []map[int32]string{{b: forever}} // by hops to the end: until when to leave
	known := map[int32]string{b: forever}      // the latest of all layers
	for hops := 1; most == 0 || hops <= most; hops++ {
		layer := map[int32]string{}
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
func (w *walker) retrace(a int32, day string, layers []map[int32]string) []int32 {
	route := []int32{a}
	for hops := len(layers) - 2; hops >= 0; hops-- {
		next, then := int32(-1), ""
		n := route[len(route)-1]
		w.next(n, false, func(m int32, _ int64) {
			until, ok := layers[hops][m]
			if !ok || next >= 0 && m >= next {
				return
			}
			if d := firstFrom(w.days(n, m), day); d != "" && d <= until {
				next, then = m, d
			}
		})
		route, day = append(route, next), then
	}
	return route
}
