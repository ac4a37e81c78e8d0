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
	l := &linker{nodes: len(g.nodes)}
	number := make(map[string]int32, len(g.nodes))
	for n := range g.nodes {
		number[g.nodes[n].ID] = int32(n)
	}
	for i := range g.edges {
		e := &g.edges[i]
		l.add(number[e.From], number[e.To], e.Modality)
	}
	s := Shape{Nodes: len(g.nodes), Links: len(l.links), Edges: len(g.edges)}
	for _, r := range g.schema.Relations() {
		s.Relations = append(s.Relations, r.Name)
	}
	for _, t := range g.schema.Types() {
		s.Types = append(s.Types, t.Name)
	}
	m := memory{g}
	g.index = NewIndex(g.schema, s, m.load, m)
	l.fill(g.index)
	g.names.nodes, g.names.edges = g.nodes, g.edges
	return g
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
	for i := number * ChunkSize; i < min((number+1)*ChunkSize, m.index.shape.Values(c)); i++ {
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
	a, b := Bounds(cmp.Or(e.Date, e.told()))
	return dayNumber(a), dayNumber(b)
}
