// Package gather puts a graph in order that may be larger than memory: nodes
// and edges in any order go in, the same come out checked, merged and in the
// order of the graph.
package gather

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/spool"
	"kg/schema"
)

// maxErrors is how many defects are told of at most.
const maxErrors = 20

// A Gatherer holds nodes, and of edges what orders them; the rest of an edge
// waits in a spool.
type Gatherer struct {
	schema *schema.Schema
	spool  *spool.Spool
	nodes  []graph.Node
	ids    ids // of nodes and of what edges name
	edges  []key
	code   spool.Code
}

// A key is what an edge is sorted by first, and where the whole of it is.
type key struct {
	from, to int32 // numbers of ids; of the nodes once these are sorted
	relation int16 // by the schema, -1 if unknown
	modality schema.Modality
	place    spool.Place
}

// New returns a gatherer for a graph of that schema. The caller closes the
// spool.
func New(sch *schema.Schema, s *spool.Spool) *Gatherer {
	return &Gatherer{schema: sch, spool: s, ids: ids{numbers: map[string]int32{}}}
}

// Node adds a node.
func (g *Gatherer) Node(n *graph.Node) { g.nodes = append(g.nodes, *n) }

// Edge adds an edge. Its ID does not matter.
func (g *Gatherer) Edge(e *graph.Edge) {
	if r, ok := g.schema.Relation(e.Relation); ok && r.Symmetric && e.From > e.To {
		e.From, e.To = e.To, e.From
	}
	g.code = pack(g.code[:0], e)
	g.edges = append(g.edges, key{g.ids.number(e.From), g.ids.number(e.To), int16(g.schema.RelationIndex(e.Relation)), e.Modality, g.spool.Put(g.code)})
}

// A Sink takes the nodes and edges of a graph in its order.
type Sink interface {
	Node(*graph.Node)
	Edge(*graph.Edge)
}

// Write gives all nodes and then all edges to a sink, as graph.NewWith would
// hold them, and returns how many they are. The error names the nodes and edges
// that the schema forbids or that are incomplete, up to a score of them; the
// sink may have got some by then. It can be called once.
func (g *Gatherer) Write(sink Sink) (nodes, edges int, err error) {
	if err := g.writeNodes(sink); err != nil {
		return 0, 0, err
	}
	g.sort()
	edges, err = g.writeEdges(sink)
	return len(g.nodes), edges, err
}

func (g *Gatherer) writeNodes(sink Sink) error {
	slices.SortFunc(g.nodes, func(a, b graph.Node) int { return strings.Compare(a.ID, b.ID) })
	check := graph.NewChecker(g.schema, nil)
	var errs []error
	for i := range g.nodes {
		n := &g.nodes[i]
		err := check.Node(n)
		if i > 0 && n.ID == g.nodes[i-1].ID {
			err = fmt.Errorf("node %q (%q): another node (%q) has the same ID", n.ID, n.Label, g.nodes[i-1].Label)
		}
		if err != nil {
			if errs = append(errs, err); len(errs) == maxErrors {
				break
			}
		}
		sink.Node(n)
	}
	return errors.Join(errs...)
}

// sort puts the edges into the order of the graph, as far as keys tell it.
func (g *Gatherer) sort() {
	rank := g.ids.ranks(g.nodes)
	for i := range g.edges {
		k := &g.edges[i]
		k.from, k.to = rank[k.from], rank[k.to]
	}
	slices.SortStableFunc(g.edges, compareKeys)
}

func compareKeys(a, b key) int {
	return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.relation, b.relation), cmp.Compare(a.modality, b.modality))
}

// batch is how many edges are read ahead of the sink.
const batch = 256

// writeEdges gives the sink the edges, while those that follow are read.
func (g *Gatherer) writeEdges(sink Sink) (count int, err error) {
	batches := make(chan []graph.Edge, 4)
	go func() {
		defer close(batches)
		err = g.read(func(list []graph.Edge) { batches <- list })
	}()
	for list := range batches {
		for i := range list {
			sink.Edge(&list[i])
		}
		count += len(list)
	}
	return count, err
}

// read sends the edges in their order, some at a time.
func (g *Gatherer) read(send func([]graph.Edge)) error {
	r := &reader{g: g}
	r.check = graph.NewChecker(g.schema, r.typeOf)
	var list []graph.Edge
	for lo, hi := 0, 0; lo < len(g.edges) && len(r.errs) < maxErrors; lo = hi {
		first := len(list)
		for hi = lo; hi < len(g.edges) && compareKeys(g.edges[lo], g.edges[hi]) == 0; hi++ {
			list = r.append(list, &g.edges[hi])
		}
		list = list[:first+len(graph.MergeAll(g.schema, list[first:]))]
		if len(list) >= batch {
			send(list)
			list = nil
		}
	}
	send(list)
	return errors.Join(r.errs...)
}

// typeOf returns the type of the node of an ID, and whether there is one.
func (g *Gatherer) typeOf(id string) (string, bool) {
	n, ok := slices.BinarySearchFunc(g.nodes, id, func(n graph.Node, id string) int { return strings.Compare(n.ID, id) })
	if !ok {
		return "", false
	}
	return g.nodes[n].Type, true
}

// ids numbers the IDs of nodes as they come.
type ids struct {
	list    []string
	numbers map[string]int32
}

func (x *ids) number(id string) int32 {
	n, ok := x.numbers[id]
	if !ok {
		n = int32(len(x.list))
		id = strings.Clone(id) // not the whole line that it stood in
		x.list, x.numbers[id] = append(x.list, id), n
	}
	return n
}

// ranks returns for each number that of the sorted node of that ID, or a number
// after all nodes.
func (x *ids) ranks(nodes []graph.Node) []int32 {
	out := make([]int32, len(x.list))
	for n := range out {
		out[n] = math.MaxInt32
	}
	for i := range nodes {
		if n, ok := x.numbers[nodes[i].ID]; ok {
			out[n] = int32(i)
		}
	}
	return out
}
