package graph

import (
	"cmp"
	"math"
	"slices"
)

// memory is a graph in memory as records of an index.
type memory struct{ *Graph }

// Index returns the index of the graph.
func (g *Graph) Index() *Index { return g.index }

// indexed makes the index of sorted nodes and edges and returns g. Links are
// counted at once, the columns of edges and types when asked for.
func (g *Graph) indexed() *Graph {
	from, to := g.numbered()
	starts, firsts := g.outward(from, to)
	s := Shape{Nodes: len(g.nodes), Links: len(firsts), Edges: len(g.edges)}
	for _, r := range g.schema.Relations() {
		s.Relations = append(s.Relations, r.Name)
	}
	for _, t := range g.schema.Types() {
		s.Types = append(s.Types, t.Name)
	}
	m := memory{g}
	g.index = NewIndex(g.schema, s, m.load, m)
	m.bothWays(starts, firsts, from, to)
	g.names.nodes, g.names.edges = g.nodes, g.edges
	return g
}

// numbered returns the numbers of the nodes of each edge.
func (g *Graph) numbered() (from, to []int32) {
	from, to = make([]int32, len(g.edges)), make([]int32, len(g.edges))
	number := make(map[string]int32, len(g.nodes))
	for n := range g.nodes {
		number[g.nodes[n].ID] = int32(n)
	}
	for i := range g.edges {
		from[i], to[i] = number[g.edges[i].From], number[g.edges[i].To]
	}
	return from, to
}

// outward returns how many links there are before those of each node, and the
// first edge of each link, in the order of edges.
func (g *Graph) outward(from, to []int32) (starts, firsts []int32) {
	starts = make([]int32, len(g.nodes)+1)
	for i := range from {
		if i == 0 || from[i] != from[i-1] || to[i] != to[i-1] {
			firsts = append(firsts, int32(i))
			starts[from[i]+1]++
		}
	}
	for n := range g.nodes {
		starts[n+1] += starts[n]
	}
	return starts, firsts
}

// bothWays fills the columns of links.
func (m memory) bothWays(out, first, from, to []int32) {
	nodes := len(m.nodes)
	in := make([]int32, nodes+1)
	for _, i := range first {
		in[to[i]+1]++
	}
	starts := make([]int32, 2*nodes+1)
	for n := range nodes {
		in[n+1] += in[n]
		starts[2*n+1], starts[2*n+2] = out[n+1]+in[n], out[n+1]+in[n+1]
	}
	ends, firsts := make([]int32, 2*len(first)), make([]int32, 2*len(first))
	next := make([]int32, nodes) // where the next link to a node goes
	for n := range nodes {
		next[n] = starts[2*n+1]
	}
	for k, i := range first {
		last := int32(len(from))
		if k+1 < len(first) {
			last = first[k+1]
		}
		best := m.best(i, last)
		there := int32(k) + in[from[i]]
		ends[there], firsts[there] = to[i]<<2|best, i
		back := next[to[i]]
		next[to[i]]++
		ends[back], firsts[back] = from[i]<<2|best, i
	}
	m.index.columns[Starts], m.index.columns[Ends], m.index.columns[Firsts] = columnOf(starts), columnOf(ends), columnOf(firsts)
}

// best returns the best modality of edges from lo to hi, less 1.
func (m memory) best(lo, hi int32) int32 {
	best := m.edges[lo].Modality
	for i := lo + 1; i < hi; i++ {
		best = min(best, m.edges[i].Modality)
	}
	return int32(best) - 1
}

// load makes a chunk of a column of edges or of types.
func (m memory) load(c Column, number int) (*Chunk, error) {
	value := map[Column]func(int) int32{
		Kinds:     m.kind,
		FirstDays: func(i int) int32 { first, _ := m.edges[i].days(); return first },
		LastDays:  func(i int) int32 { _, last := m.edges[i].days(); return last },
		Doubts:    func(i int) int32 { return m.edges[i].doubt() },
		Types: func(n int) int32 {
			return int32(slices.Index(m.index.shape.Types, m.nodes[n].Type))
		},
	}[c]
	out := new(Chunk)
	for i := number * ChunkSize; i < min((number+1)*ChunkSize, m.index.shape.length(c)); i++ {
		out[i%ChunkSize] = value(i)
	}
	return out, nil
}

func (m memory) kind(i int) int32 {
	e := &m.edges[i]
	kind := int32(m.schema.RelationIndex(e.Relation))<<3 | (int32(e.Modality)-1)<<1
	if i+1 == len(m.edges) || m.edges[i+1].From != e.From || m.edges[i+1].To != e.To {
		kind |= 1
	}
	return kind
}

// doubt returns the negative logarithm of the certainty, in millionths.
func (e *Edge) doubt() int32 { return int32(math.Round(-1e6 * math.Log(e.Certainty()))) }

func (m memory) Number(id string) (int32, bool, error) {
	n, ok := m.number(id)
	return n, ok, nil
}

func (m memory) NodesAt(numbers []int32) ([]Node, error) {
	out := make([]Node, len(numbers))
	for i, n := range numbers {
		out[i] = m.nodes[n]
	}
	return out, nil
}

func (m memory) EdgesAt(numbers []int32) ([]Edge, error) {
	out := make([]Edge, len(numbers))
	for i, n := range numbers {
		out[i] = m.edges[n]
	}
	return out, nil
}

func (m memory) EdgesIn(document string) ([]int32, error) {
	var out []int32
	for i := range m.edges {
		if m.edges[i].in(document) {
			out = append(out, int32(i))
		}
	}
	return out, nil
}

// in reports whether the edge has evidence in a document.
func (e *Edge) in(document string) bool {
	return slices.ContainsFunc(e.Evidence, func(x Evidence) bool { return x.Doc == document })
}

// days returns the first and the last day of an edge's date, or else of the
// day of the first document that tells of it; 0 if neither is known.
func (e *Edge) days() (first, last int32) {
	a, b := bounds(cmp.Or(e.Date, e.told()))
	return dayNumber(a), dayNumber(b)
}
