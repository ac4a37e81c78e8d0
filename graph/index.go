package graph

import (
	"fmt"
	"sync"
	"sync/atomic"

	"kg/schema"
)

// A Shape is the size of a graph and what the numbers in its index stand for.
type Shape struct {
	Nodes, Links, Edges int
	Relations, Types    []string // by number
}

// Values returns how many values a column has.
func (s *Shape) Values(c Column) int {
	switch c {
	case Starts:
		return 2*s.Nodes + 1
	case Ends, Firsts:
		return 2 * s.Links
	case Types:
		return s.Nodes
	}
	return s.Edges
}

// Records holds the nodes and edges that an index numbers, each from 0 in the
// order of the graph.
type Records interface {
	// Number returns the number of the node of that ID, and whether there is one.
	Number(id string) (number int32, ok bool, err error)
	// NodesAt returns the nodes of these numbers, in their order.
	NodesAt(numbers []int32) ([]Node, error)
	// EdgesAt returns the edges of these numbers, in their order.
	EdgesAt(numbers []int32) ([]Edge, error)
	// EdgesIn returns the numbers of the edges with evidence in a document,
	// sorted.
	EdgesIn(document string) ([]int32, error)
}

// An Index answers which nodes of a graph are joined, and by which edges, from
// columns of numbers (compressed sparse rows, for both directions). It loads
// what it needs of them when it needs it and so serves a graph in memory and
// one in a file alike; nodes and edges it takes from their Records. It is safe
// for concurrent use, if its Records are; reading takes no lock.
type Index struct {
	schema  *schema.Schema
	shape   Shape
	columns [Columns]column
	load    func(Column, int) (*Chunk, error)
	records Records
	failure atomic.Pointer[error] // the first of load
	scratch sync.Pool             // of *marks
}

// NewIndex returns the index of a graph of that shape. load returns a chunk of
// a column by its number; it may be called at the same time by several
// goroutines, and more than once for the same chunk.
func NewIndex(sch *schema.Schema, s Shape, load func(Column, int) (*Chunk, error), r Records) *Index {
	x := &Index{schema: sch, shape: s, load: load, records: r}
	for c := range Columns {
		x.columns[c] = newColumn(s.Values(c))
	}
	return x
}

// Schema returns the schema that the graph agrees with.
func (x *Index) Schema() *schema.Schema { return x.schema }

// Shape returns the size of the graph and what its numbers stand for.
func (x *Index) Shape() Shape { return x.shape }

// Chunks returns how many chunks a column has.
func (x *Index) Chunks(c Column) int { return len(x.columns[c].chunks) }

// Chunk returns a chunk of a column by its number, below Chunks.
func (x *Index) Chunk(c Column, number int) (*Chunk, error) {
	p := x.chunk(c, number)
	return p, x.err()
}

// err returns the first failure to load a chunk. All answers since are worth
// nothing.
func (x *Index) err() error {
	if e := x.failure.Load(); e != nil {
		return *e
	}
	return nil
}

func (x *Index) fail(err error) { x.failure.CompareAndSwap(nil, &err) }

// at returns a value of a column, 0 after a failure.
func (x *Index) at(c Column, i int32) int32 {
	col := &x.columns[c]
	if uint32(i) < uint32(col.length) {
		if p := col.chunks[i>>chunkBits].Load(); p != nil {
			return p[i&(ChunkSize-1)]
		}
	}
	return x.fetch(c, i)
}

// fetch is at for what is not loaded yet, or not there.
func (x *Index) fetch(c Column, i int32) int32 {
	if uint32(i) >= uint32(x.columns[c].length) {
		x.fail(fmt.Errorf("damaged index: column %d has no place %d", c, i))
		return 0
	}
	return x.chunk(c, int(i>>chunkBits))[i&(ChunkSize-1)]
}

func (x *Index) chunk(c Column, number int) *Chunk {
	slot := &x.columns[c].chunks[number]
	if p := slot.Load(); p != nil {
		return p
	}
	p, err := x.load(c, number)
	if err != nil {
		x.fail(err)
		return new(Chunk)
	}
	slot.Store(p)
	return p
}

// links returns the links of node n: those from lo to mid lead from it, those
// from mid to hi to it.
func (x *Index) links(n int32) (lo, mid, hi int32) {
	lo, mid, hi = x.at(Starts, 2*n), x.at(Starts, 2*n+1), x.at(Starts, 2*n+2)
	if lo < 0 || lo > mid || mid > hi || hi > x.columns[Ends].length {
		x.fail(fmt.Errorf("damaged index: links of node %d", n))
		return 0, 0, 0
	}
	return lo, mid, hi
}

// end returns the node at the other end of a link.
func (x *Index) end(link int32) int32 {
	n := x.at(Ends, link) >> 2
	if uint32(n) >= uint32(x.shape.Nodes) {
		x.failEnd(link)
		return 0
	}
	return n
}

func (x *Index) failEnd(link int32) { x.fail(fmt.Errorf("damaged index: link %d has no end", link)) }

// part returns the values of a column from lo on, below hi, that are in one
// chunk, and the place after them. There must be such places.
func (x *Index) part(c Column, lo, hi int32) (values []int32, last int32) {
	k := lo >> chunkBits
	last = min(hi, (k+1)<<chunkBits)
	return x.chunk(c, int(k))[lo&(ChunkSize-1):][:last-lo], last
}

// link returns the link from one node to another, and whether there is one.
func (x *Index) link(from, to int32) (int32, bool) {
	lo, hi, _ := x.links(from)
	for lo < hi {
		middle := lo + (hi-lo)/2
		switch n := x.end(middle); {
		case n == to:
			return middle, true
		case n < to:
			lo = middle + 1
		default:
			hi = middle
		}
	}
	return 0, false
}

// degree returns how many links touch a node; one from it to itself counts
// twice.
func (x *Index) degree(n int32) int32 {
	lo, _, hi := x.links(n)
	return hi - lo
}

// edges returns the edges of a link, as the first and the one after the last.
func (x *Index) edges(link int32) (lo, hi int32) {
	lo = x.at(Firsts, link)
	for hi = lo; hi >= 0 && hi < x.columns[Kinds].length; hi++ {
		if x.at(Kinds, hi)&1 != 0 {
			return lo, hi + 1
		}
	}
	x.fail(fmt.Errorf("damaged index: link %d has no last edge", link))
	return 0, 0
}

// touching calls f for the edges of each link that node n is in, and the node
// at its other end, in the order of edges.
func (x *Index) touching(n int32, f func(m, lo, hi int32)) {
	from, to, end := x.links(n)
	call := func(link int32) {
		lo, hi := x.edges(link)
		f(x.end(link), lo, hi)
	}
	in := to
	for ; in < end && x.end(in) < n; in++ {
		call(in)
	}
	for out := from; out < to; out++ {
		call(out)
	}
	for ; in < end; in++ {
		if x.end(in) > n {
			call(in)
		}
	}
}
