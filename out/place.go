package out

import "math"

// A layout says where the nodes of a source stand and how many edges each has,
// in the order of its nodes. It holds numbers only, a few for each node and edge.
type layout struct {
	x, y  []float64
	edges []int // that start or end at the node
}

const (
	spring    = 120.0 // the distance that a layout strives for between neighbours
	forceMost = 1500  // nodes up to which forces place them; more stand on a spiral
	forceRuns = 120
)

// layoutOf places the nodes of s: those of small graphs by attraction and
// repulsion (Fruchterman and Reingold 1991, with a pull to the middle), those of
// large ones on a spiral, in their order, for the reader to lay out. The cost is
// that of reading s once, and for small graphs the square of its nodes.
func layoutOf(s Source) (*layout, error) {
	at := map[string]int{}
	for n, err := range s.NodeSeq() {
		if err != nil {
			return nil, err
		}
		at[n.ID] = len(at)
	}
	l := &layout{make([]float64, len(at)), make([]float64, len(at)), make([]int, len(at))}
	var pairs [][2]int
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return nil, err
		}
		a, b := at[e.From], at[e.To]
		l.edges[a]++
		if a != b {
			l.edges[b]++
		}
		if len(at) <= forceMost && a != b {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	l.spiral()
	if len(at) <= forceMost {
		l.force(pairs)
	}
	return l, nil
}

// spiral places the nodes like the seeds of a sunflower, on whole numbers. All
// that follows are sums, products and roots, each rounded by itself, so that
// every processor gives the same digits.
func (l *layout) spiral() {
	for i := range l.x {
		r := spring / 2 * math.Sqrt(float64(i)+0.5)
		l.x[i] = math.Round(r * math.Cos(float64(i)*2.399963))
		l.y[i] = math.Round(r * math.Sin(float64(i)*2.399963))
	}
}

func (l *layout) force(pairs [][2]int) {
	n := len(l.x)
	dx, dy := make([]float64, n), make([]float64, n)
	for run := range forceRuns {
		clear(dx)
		clear(dy)
		l.repel(dx, dy)
		for _, p := range pairs {
			l.attract(p[0], p[1], dx, dy)
		}
		step := float64(spring * 4 * (1 - float64(run)/forceRuns))
		for i := range n {
			dx[i] -= float64(l.x[i] * 0.4)
			dy[i] -= float64(l.y[i] * 0.4)
			if d := length(dx[i], dy[i]); d > step {
				dx[i], dy[i] = float64(dx[i]/d*step), float64(dy[i]/d*step)
			}
			l.x[i] += dx[i]
			l.y[i] += dy[i]
		}
	}
}

func (l *layout) repel(dx, dy []float64) {
	for i := range l.x {
		for j := range i {
			x, y := l.x[i]-l.x[j], l.y[i]-l.y[j]
			f := spring * spring / max(float64(x*x)+float64(y*y), 1)
			x, y = float64(x*f), float64(y*f)
			dx[i] += x
			dy[i] += y
			dx[j] -= x
			dy[j] -= y
		}
	}
}

func (l *layout) attract(a, b int, dx, dy []float64) {
	x, y := l.x[b]-l.x[a], l.y[b]-l.y[a]
	f := length(x, y) / (4 * spring)
	x, y = float64(x*f), float64(y*f)
	dx[a] += x
	dy[a] += y
	dx[b] -= x
	dy[b] -= y
}

func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// size is the diameter of a node: it grows slowly with its edges.
func (l *layout) size(i int) float64 {
	return math.Round(min(10+float64(4*math.Sqrt(float64(l.edges[i]))), 60))
}

// tenth rounds a coordinate as far as anyone sees; it hides what processors
// differ in.
func tenth(f float64) string { return number(math.Round(f*10) / 10) }
