package graph

import "slices"

// mostLegs is how many ways to the node to pass are looked at.
const mostLegs = 1000

// through returns the best paths from a to b that pass v. Each way from a to v
// is taken up with the best ways on from there that do not cross it, until no
// further one can give a better path.
func (w *walker) through(a, v, b int32, limit int) ([][]int32, error) {
	w.ends = append(w.ends, v)
	onward := w.best([]int32{v}, b, nil)
	if onward == nil {
		return nil, nil
	}
	least := w.price(onward)
	var best []candidate
	legs := w.legs(a, v, b)
	for count := 0; w.nextLeg(legs, b); count++ {
		if count == mostLegs {
			if len(best) == 0 {
				return nil, ErrTooMany
			}
			break
		}
		leg := legs.done[count]
		if bound := w.price(leg).add(least); len(best) == limit && slices.Compare(bound[:], best[limit-1].cost[:]) > 0 {
			break
		}
		on := w.yen(leg, b)
		for k := 0; k < limit && on.next(); k++ {
			r := on.done[k]
			best = append(best, candidate{nodes: r, cost: w.price(r)})
		}
		slices.SortFunc(best, compareCandidates)
		best = best[:min(len(best), limit)]
	}
	routes := make([][]int32, len(best))
	for i := range best {
		routes[i] = best[i].nodes
	}
	return routes, nil
}

// legs begins the search for the ways from a to v that do not pass b.
func (w *walker) legs(a, v, b int32) *yen {
	w.avoid[b] = true
	defer delete(w.avoid, b)
	return w.yen([]int32{a}, v)
}

func (w *walker) nextLeg(legs *yen, b int32) bool {
	w.avoid[b] = true
	defer delete(w.avoid, b)
	return legs.next()
}
