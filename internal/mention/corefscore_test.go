package mention_test

import "math"

// A clustering is what each of some mentions means: mentions of one number are
// one thing.
type clustering [][]int

// of returns for each mention the index of its cluster.
func (c clustering) of() map[int]int {
	out := map[int]int{}
	for i, cluster := range c {
		for _, m := range cluster {
			out[m] = i
		}
	}
	return out
}

// A tallied is a numerator and a denominator for precision and for recall.
type tallied struct{ p, pAll, r, rAll float64 }

func (t *tallied) add(o tallied) {
	t.p, t.pAll, t.r, t.rAll = t.p+o.p, t.pAll+o.pAll, t.r+o.r, t.rAll+o.rAll
}

func (t tallied) f1() float64 {
	p, r := t.p/math.Max(t.pAll, 1e-9), t.r/math.Max(t.rAll, 1e-9)
	return 2 * p * r / math.Max(p+r, 1e-9)
}

// muc counts the links that are common (Vilain et al. 1995).
func muc(gold, own clustering) tallied {
	side := func(a, b clustering) (n, all float64) {
		in := b.of()
		for _, cluster := range a {
			parts, alone := map[int]bool{}, 0
			for _, m := range cluster {
				if k, ok := in[m]; ok {
					parts[k] = true
				} else {
					alone++
				}
			}
			n += float64(len(cluster) - len(parts) - alone)
			all += float64(len(cluster) - 1)
		}
		return n, all
	}
	var t tallied
	t.r, t.rAll = side(gold, own)
	t.p, t.pAll = side(own, gold)
	return t
}

// bcubed counts the mentions that each mention's clusters share (Bagga and
// Baldwin 1998).
func bcubed(gold, own clustering) tallied {
	side := func(a, b clustering) (n, all float64) {
		in := b.of()
		for _, cluster := range a {
			shared := map[int]float64{}
			for _, m := range cluster {
				if k, ok := in[m]; ok {
					shared[k]++
				}
			}
			for _, s := range shared {
				n += s * s / float64(len(cluster))
			}
			all += float64(len(cluster))
		}
		return n, all
	}
	var t tallied
	t.r, t.rAll = side(gold, own)
	t.p, t.pAll = side(own, gold)
	return t
}

// ceaf pairs the clusters one to one so that most is shared (Luo 2005, with the
// likeness of entities).
func ceaf(gold, own clustering) tallied {
	in := own.of()
	n := max(len(gold), len(own))
	value := make([][]float64, n)
	for i := range value {
		value[i] = make([]float64, n)
	}
	for i, g := range gold {
		for _, m := range g {
			if k, ok := in[m]; ok {
				value[i][k] += 2 / float64(len(g)+len(own[k]))
			}
		}
	}
	best := assign(value)
	return tallied{p: best, pAll: float64(len(own)), r: best, rAll: float64(len(gold))}
}

// assign returns the greatest sum of a value of each row in columns of their
// own (Kuhn 1955, by potentials).
func assign(value [][]float64) float64 {
	n := len(value)
	u, v := make([]float64, n+1), make([]float64, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		at := 0
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for row[at] != 0 {
			used[at] = true
			delta, next := math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := -value[row[at]-1][j-1] - u[row[at]] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += value[row[j]-1][j-1]
	}
	return sum
}
