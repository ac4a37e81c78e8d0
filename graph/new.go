package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kg/schema"
)

// maxErrors is how many defects New reports before it stops looking.
const maxErrors = 20

// New makes a graph of nodes and edges that the embedded schema allows; see
// NewWith.
func New(nodes []Node, edges []Edge) (*Graph, error) {
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	return NewWith(s, nodes, edges)
}

// NewWith makes a graph of nodes and edges that the schema allows. The input is copied as far as New
// changes it and may come in any order: the same set gives the same graph.
//
// Edges of the same key (From, To, Relation, Modality, Date, Role, Claimed)
// become one with the evidence of all, the highest confidence and its rule. A
// symmetric edge is turned so that From is the smaller ID. IDs of edges are
// derived from their keys; those given are ignored.
//
// The error names every node and edge that the schema forbids or that is
// incomplete, up to a score of them. The cost is that of sorting the edges.
func NewWith(s *schema.Schema, nodes []Node, edges []Edge) (*Graph, error) {
	g := &Graph{schema: s, nodes: slices.Clone(nodes), edges: slices.Clone(edges)}
	slices.SortFunc(g.nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	if err := g.checkNodes(); err != nil {
		return nil, err
	}
	if err := g.checkEdges(); err != nil {
		return nil, err
	}
	g.edges = MergeAll(s, g.edges)
	return g.indexed(), nil
}

func (g *Graph) checkNodes() error {
	var errs []error
	c := Checker{schema: g.schema}
	for i := range g.nodes {
		n := &g.nodes[i]
		err := c.Node(n)
		if i > 0 && n.ID == g.nodes[i-1].ID {
			err = fmt.Errorf("node %q (%q): another node (%q) has the same ID", n.ID, n.Label, g.nodes[i-1].Label)
		}
		if err != nil {
			if errs = append(errs, err); len(errs) == maxErrors {
				break
			}
		}
	}
	return errors.Join(errs...)
}

func (g *Graph) checkEdges() error {
	var errs []error
	c := Checker{g.schema, func(id string) (string, bool) {
		n, ok := g.number(id)
		if !ok {
			return "", false
		}
		return g.nodes[n].Type, true
	}}
	for i := range g.edges {
		e := &g.edges[i]
		if r, ok := g.schema.Relation(e.Relation); ok && r.Symmetric && e.From > e.To {
			e.From, e.To = e.To, e.From
		}
		if err := c.Edge(e); err != nil {
			if errs = append(errs, err); len(errs) == maxErrors {
				break
			}
		}
	}
	return errors.Join(errs...)
}

// MergeAll sorts edges as Graph.Edges does, makes one of those with the same
// key, as NewWith does, and names each. It changes and returns the list.
func MergeAll(s *schema.Schema, edges []Edge) []Edge {
	order := &Graph{schema: s}
	slices.SortFunc(edges, func(a, b Edge) int { return cmp.Or(order.compareEdges(&a, &b), betterEdge(&a, &b)) })
	out := edges[:0]
	for lo := 0; lo < len(edges); {
		hi := lo + 1
		for hi < len(edges) && order.compareEdges(&edges[lo], &edges[hi]) == 0 {
			hi++
		}
		out = append(out, Merge(edges[lo:hi]))
		lo = hi
	}
	clear(edges[len(out):])
	return out
}

// Merge makes one edge of edges of the same key, the best of which comes first,
// as NewWith does: with the evidence of all, sorted, each place once.
func Merge(edges []Edge) Edge {
	e := edges[0]
	e.Evidence = mergeEvidence(edges)
	e.ID = edgeID(&e)
	return e
}

// compareEdges orders edges as Edges returns them; it is 0 for the same key.
func (g *Graph) compareEdges(a, b *Edge) int {
	if c := strings.Compare(a.From, b.From); c != 0 {
		return c
	}
	if c := strings.Compare(a.To, b.To); c != 0 {
		return c
	}
	if a.Relation != b.Relation {
		return cmp.Compare(g.schema.RelationIndex(a.Relation), g.schema.RelationIndex(b.Relation))
	}
	return cmp.Or(cmp.Compare(a.Modality, b.Modality), strings.Compare(a.Date, b.Date),
		strings.Compare(a.Role, b.Role), strings.Compare(a.Claimed, b.Claimed))
}

// betterEdge orders edges of the same key: the more confident first.
func betterEdge(a, b *Edge) int {
	return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), strings.Compare(a.Rule, b.Rule))
}

// mergeEvidence returns the evidence of all edges, sorted, each place once.
func mergeEvidence(edges []Edge) []Evidence {
	var all []Evidence
	for i := range edges {
		all = append(all, edges[i].Evidence...)
	}
	slices.SortFunc(all, compareEvidence)
	return slices.CompactFunc(all, func(a, b Evidence) bool { return a.Doc == b.Doc && a.Start == b.Start && a.End == b.End })
}

func compareEvidence(a, b Evidence) int {
	return cmp.Or(strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		strings.Compare(a.Rule, b.Rule), strings.Compare(a.Date, b.Date), strings.Compare(a.Text, b.Text))
}

// distinct returns the non-empty strings of list, sorted, each once.
func distinct(list []string) []string {
	out := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}
