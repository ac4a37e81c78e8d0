package query

import "kg/graph"

// Names finds the nodes of an index by what they are called.
type Names interface {
	// Find returns the nodes that a name fits best, as [graph.Graph.Find].
	Find(name string) ([]graph.Node, error)
	// Nearest returns nodes with names that look like it, as [graph.Graph.Nearest].
	Nearest(name string, n int) ([]graph.Node, error)
	// Called returns the numbers of the nodes with exactly that label or alias,
	// sorted, as [graph.Graph.Called].
	Called(name string) ([]int32, error)
}

// A stock is what a query asks: an index, the names of its nodes, and the
// records of nodes and edges. Whether an edge fits is mostly told by the index
// alone; a record is taken only for what that does not hold.
type stock struct {
	*graph.Index
	Names
	size graph.Shape
	node func(int32) (*graph.Node, error)
	edge func(int32) (*graph.Edge, error)
}

// held is a graph in memory as a stock.
func held(g *graph.Graph) *stock {
	return &stock{
		Index: g.Index(), Names: inMemory{g}, size: g.Index().Shape(),
		node: func(n int32) (*graph.Node, error) { return &g.Nodes()[n], nil },
		edge: func(e int32) (*graph.Edge, error) { return &g.Edges()[e], nil },
	}
}

// fetched is an index as a stock, its records read when asked for.
func fetched(x *graph.Index, names Names) *stock {
	s := &stock{Index: x, Names: names, size: x.Shape()}
	s.node = (&shelf[graph.Node]{read: x.NodesAt, count: int32(s.size.Nodes), room: nodesKept, known: map[int32]*graph.Node{}}).at
	s.edge = (&shelf[graph.Edge]{read: x.EdgesAt, count: int32(s.size.Edges), room: edgesKept, known: map[int32]*graph.Edge{}}).at
	return s
}

// inMemory gives the names of a graph in memory, never with an error.
type inMemory struct{ g *graph.Graph }

func (m inMemory) Find(name string) ([]graph.Node, error) { return m.g.Find(name), nil }

func (m inMemory) Nearest(name string, n int) ([]graph.Node, error) { return m.g.Nearest(name, n), nil }

func (m inMemory) Called(name string) ([]int32, error) { return m.g.Called(name), nil }

const (
	nodesKept = 1 << 16 // some 20 MB; patterns come back to nodes
	edgesKept = 1 << 13 // and seldom to edges
	mostAhead = 256
	near      = 8 // records between two that were asked for, in a walk through them in order
)

// A shelf keeps the records read last. Where they are asked for in their order
// it reads ahead, twice as many each time.
type shelf[T any] struct {
	read  func([]int32) ([]T, error)
	count int32 // of records there are
	room  int   // of records to keep
	known map[int32]*T
	next  int32 // after those read last
	ahead int32 // how many those were
}

// at returns a record; it is good as long as someone holds it.
func (s *shelf[T]) at(n int32) (*T, error) {
	if r := s.known[n]; r != nil {
		return r, nil
	}
	if s.ahead = min(2*s.ahead, mostAhead); s.ahead == 0 || n < s.next || n > s.next+near {
		s.ahead = 1
	}
	var numbers []int32
	for i := n; i < min(n+s.ahead, s.count); i++ {
		numbers = append(numbers, i)
	}
	s.next = n + s.ahead
	list, err := s.read(numbers)
	if err != nil {
		return nil, err
	}
	if len(s.known)+len(list) > s.room {
		clear(s.known)
	}
	for i, r := range list {
		s.known[numbers[i]] = &r // by itself: who holds one holds not all
	}
	return s.known[n], nil
}
