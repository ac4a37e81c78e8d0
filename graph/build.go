package graph

import "kg/schema"

// A linker gathers the links of edges that come in the order of the graph.
type linker struct {
	nodes int
	edges int32
	links []link
}

// A link is an ordered pair of nodes that edges join.
type link struct{ from, to, first, best int32 }

// add adds an edge, and reports whether it begins a new link.
func (l *linker) add(from, to int32, m schema.Modality) bool {
	k := len(l.links) - 1
	fresh := k < 0 || l.links[k].from != from || l.links[k].to != to
	if fresh {
		l.links = append(l.links, link{from, to, l.edges, int32(m) - 1})
	} else {
		l.links[k].best = min(l.links[k].best, int32(m)-1)
	}
	l.edges++
	return fresh
}

// starts returns where the links of each node begin.
func (l *linker) starts() []int32 {
	starts := make([]int32, 2*l.nodes+1)
	for _, k := range l.links {
		starts[2*k.from+1]++
		starts[2*k.to+2]++
	}
	for i := range 2 * l.nodes {
		starts[i+1] += starts[i]
	}
	return starts
}

// fill fills the columns of links.
func (l *linker) fill(x *Index) {
	starts := l.starts()
	ends, firsts := make([]int32, 2*len(l.links)), make([]int32, 2*len(l.links))
	next := append([]int32(nil), starts...) // where the next link of each list goes
	put := func(list, other int32, k link) {
		at := next[list]
		next[list]++
		ends[at], firsts[at] = other<<2|k.best, k.first
	}
	for _, k := range l.links { // sorted by from, then to, so every list is sorted
		put(2*k.from, k.to, k)
		put(2*k.to+1, k.from, k)
	}
	x.columns[Starts], x.columns[Ends], x.columns[Firsts] = columnOf(starts), columnOf(ends), columnOf(firsts)
}

// An IndexBuilder makes the index of a graph whose nodes and edges come one
// after the other, nodes first, both in the order of the graph. It keeps a few
// numbers of each. The zero value is ready for use.
type IndexBuilder struct {
	links     linker
	columns   [Columns][]int32 // of edges and nodes
	relations numbering
	types     numbering
}

// Node adds a node.
func (b *IndexBuilder) Node(n *Node) {
	b.links.nodes++
	b.put(Types, b.types.number(n.Type))
}

// Edge adds an edge from one node to another, by their numbers.
func (b *IndexBuilder) Edge(from, to int, e *Edge) {
	if kinds := b.columns[Kinds]; !b.links.add(int32(from), int32(to), e.Modality) {
		kinds[len(kinds)-1] &^= 1 // it is not the last of its link
	}
	first, last := e.days()
	b.put(Kinds, b.relations.number(e.Relation)<<3|(int32(e.Modality)-1)<<1|1)
	b.put(FirstDays, first)
	b.put(LastDays, last)
	b.put(Doubts, e.doubt())
}

func (b *IndexBuilder) put(c Column, value int32) { b.columns[c] = append(b.columns[c], value) }

// Index returns the index. It has columns only: no schema and no records.
func (b *IndexBuilder) Index() *Index {
	s := Shape{Nodes: b.links.nodes, Links: len(b.links.links), Edges: int(b.links.edges), Relations: b.relations.names, Types: b.types.names}
	x := NewIndex(nil, s, nil, nil)
	b.links.fill(x)
	for _, c := range []Column{Kinds, FirstDays, LastDays, Doubts, Types} {
		x.columns[c] = columnOf(b.columns[c])
	}
	return x
}

// A numbering gives names numbers as they come.
type numbering struct {
	names   []string
	numbers map[string]int32
}

func (n *numbering) number(name string) int32 {
	number, ok := n.numbers[name]
	if !ok {
		if n.numbers == nil {
			n.numbers = map[string]int32{}
		}
		number = int32(len(n.names))
		n.names, n.numbers[name] = append(n.names, name), number
	}
	return number
}
