package query

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"kg/graph"
)

// A binding is what a slot stands for in a row.
type binding struct {
	at    int32   // the place of a node or an edge; -1: nothing
	nodes []int32 // of a row of relations: its nodes, one more than edges
	edges []int32 // nil with nodes nil: nothing
}

var nothing = binding{at: -1}

// A machine searches a graph, one row at a time.
type machine struct {
	g      *stock
	ctx    context.Context
	slots  []slot
	row    []binding
	used   []int32 // edges of the match so far: one is used but once
	base   int     // those before belong to another MATCH
	states int
	budget int
	err    error
	stop   bool // the row asked for is found
}

// spend counts a node or an edge looked at and reports whether to go on.
func (m *machine) spend() bool {
	m.states++
	switch {
	case m.err != nil || m.stop:
		return false
	case m.states > m.budget:
		m.err = fmt.Errorf("%w: the answer was not complete after %d nodes and relations looked at; name an end of the pattern, bound its * or raise the budget", ErrBudget, m.budget)
		return false
	case m.states%4096 == 0 && m.ctx.Err() != nil:
		m.err = m.interrupted()
		return false
	}
	return true
}

func (m *machine) interrupted() error {
	if errors.Is(m.ctx.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("%w: the answer was not complete in the time given, after %d nodes and relations looked at; name an end of the pattern or bound its *", ErrBudget, m.states)
	}
	return m.ctx.Err()
}

// do runs steps in order.
func (m *machine) do(ops []op, then func()) {
	if len(ops) == 0 {
		then()
		return
	}
	ops[0].run(m, func() { m.do(ops[1:], then) })
}

// going reports whether the search goes on.
func (m *machine) going() bool { return m.err == nil && !m.stop }

// node returns a node by its number; an empty one after a failure.
func (m *machine) node(at int32) *graph.Node {
	n, err := m.g.node(at)
	if err != nil {
		m.fail(err)
		return &graph.Node{}
	}
	return n
}

// edge returns an edge by its number; an empty one after a failure.
func (m *machine) edge(at int32) *graph.Edge {
	e, err := m.g.edge(at)
	if err != nil {
		m.fail(err)
		return &graph.Edge{Evidence: make([]graph.Evidence, 1)}
	}
	return e
}

func (m *machine) fail(err error) { m.err = cmp.Or(m.err, err) }

// named returns the node of an ID as a value.
func (m *machine) named(id string) any {
	at, ok, err := m.g.Place(id)
	if err != nil {
		m.fail(err)
	}
	if !ok {
		return nil
	}
	return m.node(at)
}

// degree is how many relations a node has; a self-relation counts once.
func (m *machine) degree(at int32) any {
	var n int64
	for range m.g.Out(at) {
		n++
	}
	for _, other := range m.g.In(at) {
		if other != at {
			n++
		}
	}
	return n
}

// value returns what a slot stands for as a value.
func (m *machine) value(i int) any {
	b := &m.row[i]
	switch s := &m.slots[i]; s.sort {
	case nodeSort:
		if b.at >= 0 {
			return m.node(b.at)
		}
	case edgeSort:
		if b.at >= 0 {
			return m.edge(b.at)
		}
	case trailSort:
		if b.nodes != nil {
			return elements(m.edges(b.edges))
		}
	case pathSort:
		return m.path(s.parts)
	}
	return nil
}

func (m *machine) edges(places []int32) []*graph.Edge {
	out := make([]*graph.Edge, len(places))
	for i, e := range places {
		out[i] = m.edge(e)
	}
	return out
}

// path makes a path of the slots of its nodes and relations in turn.
func (m *machine) path(parts []int) any {
	var p Path
	for k, i := range parts {
		b := &m.row[i]
		switch {
		case m.slots[i].sort == trailSort:
			if b.nodes == nil {
				return nil
			}
			for _, n := range b.nodes[1:max(1, len(b.nodes)-1)] {
				p.Nodes = append(p.Nodes, m.node(n))
			}
			p.Edges = append(p.Edges, m.edges(b.edges)...)
		case b.at < 0:
			return nil
		case m.slots[i].sort == edgeSort:
			p.Edges = append(p.Edges, m.edge(b.at))
		case k > 1 && m.slots[parts[k-1]].sort == trailSort && len(m.row[parts[k-1]].edges) == 0: // it is the node before
		default:
			p.Nodes = append(p.Nodes, m.node(b.at))
		}
	}
	return p
}

// matched returns the edges of the row, in the order of the slots, each once.
func (m *machine) matched() []*graph.Edge {
	var places []int32
	for i, b := range m.row {
		switch m.slots[i].sort {
		case edgeSort:
			if b.at >= 0 {
				places = append(places, b.at)
			}
		case trailSort:
			places = append(places, b.edges...)
		}
	}
	var out []*graph.Edge
	for i, e := range places {
		if !slices.Contains(places[:i], e) {
			out = append(out, m.edge(e))
		}
	}
	return out
}
