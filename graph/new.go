package graph

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
	g.mergeEdges()
	return g.indexed(), nil
}

func (g *Graph) checkNodes() error {
	var errs []error
	for i := range g.nodes {
		n := &g.nodes[i]
		n.Aliases = distinct(n.Aliases)
		err := g.checkNode(n)
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

func (g *Graph) checkNode(n *Node) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("node %q (%q): %s", n.ID, n.Label, fmt.Sprintf(format, args...))
	}
	if !isToken(n.ID) {
		return fail("the ID is not an XML NMTOKEN")
	}
	if _, ok := g.schema.Type(n.Type); !ok {
		return fail("unknown entity type %q", n.Type)
	}
	if n.Label == "" {
		return fail("no label")
	}
	if !validDate(n.Date) {
		return fail("date %q is not an ISO 8601 day, month, year or interval", n.Date)
	}
	for _, text := range append([]string{n.Label, n.Text}, n.Aliases...) {
		if !utf8.ValidString(text) {
			return fail("%q is not valid UTF-8", text)
		}
	}
	return nil
}

func (g *Graph) checkEdges() error {
	var errs []error
	for i := range g.edges {
		e := &g.edges[i]
		if r, ok := g.schema.Relation(e.Relation); ok && r.Symmetric && e.From > e.To {
			e.From, e.To = e.To, e.From
		}
		if err := g.checkEdge(e); err != nil {
			err = fmt.Errorf("edge %s -%s-> %s: %w", e.From, e.Relation, e.To, err)
			if errs = append(errs, err); len(errs) == maxErrors {
				break
			}
		}
	}
	return errors.Join(errs...)
}

func (g *Graph) checkEdge(e *Edge) error {
	from, ok1 := g.number(e.From)
	to, ok2 := g.number(e.To)
	if !ok1 || !ok2 {
		return errors.New("no node of that ID")
	}
	if err := g.schema.Check(e.Relation, g.nodes[from].Type, g.nodes[to].Type); err != nil {
		return err
	}
	if e.Modality < schema.Asserted || e.Modality > schema.Denied {
		return fmt.Errorf("modality %d", e.Modality)
	}
	if !validDate(e.Date) {
		return fmt.Errorf("date %q is not an ISO 8601 day, month, year or interval", e.Date)
	}
	if math.IsNaN(e.Confidence) || e.Confidence < 0 || e.Confidence > 1 {
		return fmt.Errorf("confidence %v is not between 0 and 1", e.Confidence)
	}
	if _, ok := g.number(e.Claimed); !ok && e.Claimed != "" {
		return fmt.Errorf("claimed by %q, which is no node", e.Claimed)
	}
	return checkEvidence(e)
}

func checkEvidence(e *Edge) error {
	if len(e.Evidence) == 0 {
		return errors.New("no evidence")
	}
	for _, x := range e.Evidence {
		if x.Doc == "" || x.Text == "" || x.Start < 0 || x.End-x.Start != len(x.Text) {
			return fmt.Errorf("evidence %q [%d, %d) does not fit its text of %d bytes", x.Doc, x.Start, x.End, len(x.Text))
		}
		if !utf8.ValidString(x.Text) || !utf8.ValidString(x.Doc) {
			return fmt.Errorf("evidence %q [%d, %d) is not valid UTF-8", x.Doc, x.Start, x.End)
		}
	}
	if !utf8.ValidString(e.Role) {
		return fmt.Errorf("role %q is not valid UTF-8", e.Role)
	}
	return nil
}

// mergeEdges sorts the edges, makes one of those with the same key, and names
// each.
func (g *Graph) mergeEdges() {
	slices.SortFunc(g.edges, func(a, b Edge) int { return cmp.Or(g.compareEdges(&a, &b), betterEdge(&a, &b)) })
	out := g.edges[:0]
	for lo := 0; lo < len(g.edges); {
		hi := lo + 1
		for hi < len(g.edges) && g.compareEdges(&g.edges[lo], &g.edges[hi]) == 0 {
			hi++
		}
		e := g.edges[lo] // the best of them
		e.Evidence = mergeEvidence(g.edges[lo:hi])
		e.ID = edgeID(&e)
		out = append(out, e)
		lo = hi
	}
	clear(g.edges[len(out):])
	g.edges = out
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
