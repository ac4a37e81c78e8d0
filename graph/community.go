package graph

import "slices"

// Communities returns for each node, in the order of Nodes, the number of the
// community that it is in: groups with many links within and few between them.
// The largest is 0. The second result is their modularity, from -0.5 to 1: how
// far the share of links within lies above what chance would give. Links are
// those of [Graph.Degrees].
//
// This is the method of Louvain (Blondel and others, 2008) with nodes taken in
// the order of their IDs, so that the same graph gives the same communities.
func (g *Graph) Communities() ([]int, float64) {
	at := make([]int, len(g.nodes))
	for n := range at {
		at[n] = n
	}
	links := g.links(false)
	l := newLouvain(links)
	for l.settle() {
		number, count := l.numbered()
		for n := range at {
			at[n] = number[at[n]]
		}
		l = l.merged(number, count)
	}
	number, count := l.numbered()
	for n := range at {
		at[n] = number[at[n]]
	}
	return largestFirst(at, count), modularity(links, at, count)
}

// A weighted link leads to a node.
type weighted struct {
	to     int
	weight float64
}

// louvain is one level of the method: nodes, each of which was a community of
// the level below, and the communities they are in.
type louvain struct {
	links  [][]weighted // without loops, sorted by node
	loop   []float64    // twice the weight of the links within a node
	degree []float64    // weight of all link ends of a node
	total  float64      // of all link ends
	at     []int        // community of each node
	ends   []float64    // weight of all link ends of a community
}

func newLouvain(links [][]int32) *louvain {
	l := &louvain{links: make([][]weighted, len(links)), loop: make([]float64, len(links))}
	for n, list := range links {
		for _, m := range list {
			l.links[n] = append(l.links[n], weighted{int(m), 1})
		}
	}
	return l.begin()
}

// begin puts each node into a community of its own.
func (l *louvain) begin() *louvain {
	n := len(l.links)
	l.degree, l.at = slices.Clone(l.loop), make([]int, n)
	for i, list := range l.links {
		l.at[i] = i
		for _, x := range list {
			l.degree[i] += x.weight
		}
		l.total += l.degree[i]
	}
	l.ends = slices.Clone(l.degree)
	return l
}

// mostRounds ends the moving of nodes should rounding let two go round in
// circles.
const mostRounds = 100

// settle moves nodes to the community of a neighbour as long as that raises
// modularity, and reports whether any moved.
func (l *louvain) settle() bool {
	moved := false
	shared := make([]float64, len(l.links)) // links of a node to each community
	for range mostRounds {
		still := true
		for n := range l.links {
			if l.move(n, shared) {
				still, moved = false, true
			}
		}
		if still {
			break
		}
	}
	return moved
}

// move puts a node where it raises modularity most, among equals where it is,
// then where the number is least; shared is all zero before and after.
func (l *louvain) move(n int, shared []float64) bool {
	for _, x := range l.links[n] {
		shared[l.at[x.to]] += x.weight
	}
	home := l.at[n]
	l.ends[home] -= l.degree[n]
	gain := func(c int) float64 { return shared[c] - l.ends[c]*l.degree[n]/l.total }
	best, most := home, gain(home)
	for _, x := range l.links[n] {
		c := l.at[x.to]
		if d := gain(c) - most; d > 1e-9 || d > -1e-9 && best != home && c < best {
			best, most = c, gain(c)
		}
	}
	l.ends[best] += l.degree[n]
	l.at[n] = best
	for _, x := range l.links[n] {
		shared[l.at[x.to]] = 0
	}
	shared[home] = 0
	return best != home
}

// numbered numbers the communities that have nodes, in the order of these, and
// returns the number of each node's.
func (l *louvain) numbered() (number []int, count int) {
	known := map[int]int{}
	for _, c := range l.at {
		if _, ok := known[c]; !ok {
			known[c] = len(known)
		}
		number = append(number, known[c])
	}
	return number, len(known)
}

// merged makes each community a node of the next level.
func (l *louvain) merged(number []int, count int) *louvain {
	up := &louvain{links: make([][]weighted, count), loop: make([]float64, count)}
	for n, list := range l.links {
		c := number[n]
		up.loop[c] += l.loop[n]
		for _, x := range list {
			if d := number[x.to]; d != c {
				up.links[c] = append(up.links[c], weighted{d, x.weight})
			} else {
				up.loop[c] += x.weight
			}
		}
	}
	for c, list := range up.links {
		up.links[c] = summed(list)
	}
	return up.begin()
}

// summed makes one link of those to the same node, sorted by node.
func summed(list []weighted) []weighted {
	slices.SortStableFunc(list, func(a, b weighted) int { return a.to - b.to })
	out := list[:0]
	for _, x := range list {
		if len(out) > 0 && out[len(out)-1].to == x.to {
			out[len(out)-1].weight += x.weight
			continue
		}
		out = append(out, x)
	}
	return out
}

// modularity is that of a division into communities; 0 without links.
func modularity(links [][]int32, at []int, count int) float64 {
	within, ends := make([]float64, count), make([]float64, count)
	total := 0.0
	for n, list := range links {
		ends[at[n]] += float64(len(list))
		total += float64(len(list))
		for _, m := range list {
			if at[m] == at[n] {
				within[at[n]]++
			}
		}
	}
	q := 0.0
	for c := range within {
		if total > 0 {
			q += within[c]/total - ends[c]*ends[c]/total/total
		}
	}
	return q
}
