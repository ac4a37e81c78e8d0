// Package assemble turns the readings of documents and the entities that they
// share into a graph.
package assemble

import (
	"slices"
	"sort"
	"strings"

	"kg/graph"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/when"
	"kg/schema"
)

// Graph returns the graph of all readings by the embedded schema; see
// GraphWith.
func Graph(docs []*source.Document, readings []*fact.Reading, entities *resolve.Result) (*graph.Graph, error) {
	sch, err := schema.Load()
	if err != nil {
		return nil, err
	}
	return GraphWith(sch, docs, readings, entities)
}

// GraphWith returns the graph of all readings. The documents are those of the
// readings, in the same order. The result does not depend on that order. Facts
// that the schema forbids once their entities are known by what other documents
// say of them are left out, and so are nodes of which nothing is told.
func GraphWith(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading, entities *resolve.Result) (*graph.Graph, error) {
	g, _, err := Corrected(sch, docs, readings, entities, nil)
	return g, err
}

// Corrected returns the graph that GraphWith returns, without the edges that a
// person has dropped and with those added, and a message for each correction
// that no longer applies. The entities are amended already.
func Corrected(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading, entities *resolve.Result, c *correct.Corrections) (*graph.Graph, []string, error) {
	a := newAssembler(sch, entities)
	a.copied = findCopies(docs)
	facts := 0
	for _, r := range readings {
		facts += len(r.Facts)
	}
	a.edges = make([]graph.Edge, 0, facts)
	for d, r := range readings {
		for i := range r.Facts {
			a.edge(docs[d], r, d, &r.Facts[i])
		}
	}
	var idle []string
	if !c.Empty() {
		f := finder{readings, entities}
		idle = append(a.drop(f, c.Drop), a.add(f, docs, c.Add)...)
	}
	edges := mergeDates(sch, firm(a.edges))
	g, err := graph.NewWith(sch, spokenOf(a.nodes, edges), edges)
	return g, idle, err
}

func newAssembler(sch *schema.Schema, entities *resolve.Result) *assembler {
	nodes := make([]graph.Node, len(entities.Entities))
	for i, e := range entities.Entities {
		nodes[i] = graph.Node{Type: e.Type, Label: e.Name, Aliases: e.Aliases, Date: e.Date, Text: e.Text}
	}
	graph.AssignIDsWith(sch, nodes)
	return &assembler{schema: sch, nodes: nodes, entities: entities}
}

type assembler struct {
	schema   *schema.Schema
	nodes    []graph.Node
	entities *resolve.Result
	edges    []graph.Edge
	copied   copied
}

func (a *assembler) edge(doc *source.Document, r *fact.Reading, d int, f *fact.Fact) {
	from, to := a.id(d, f.Subject), a.id(d, f.Object)
	if from == to || !a.allowed(d, f) {
		return // two names of one thing, or of a type that other documents know better
	}
	claimed := ""
	if f.Claimed >= 0 {
		claimed = a.id(d, f.Claimed)
	}
	span := f.Evidence.Span
	a.edges = append(a.edges, graph.Edge{
		From: from, To: to, Relation: f.Relation, Modality: f.Modality, Date: f.Date, Role: f.Role,
		Claimed: claimed, Confidence: f.Score, Rule: f.Evidence.Rule,
		Evidence: []graph.Evidence{{
			Doc: r.Doc, Start: span.Start, End: span.End, Text: span.Of(doc.Text), Date: r.Date, Rule: f.Evidence.Rule, Copy: a.copied.of(d, span.Of(doc.Text)),
		}},
	})
}

// allowed reports whether the schema has the fact's relation between the
// entities that its own became. A relation that it has not at all is left to
// graph.NewWith to report.
func (a *assembler) allowed(doc int, f *fact.Fact) bool {
	if _, known := a.schema.Relation(f.Relation); !known {
		return true
	}
	of := a.entities.Of[doc]
	return a.schema.Check(f.Relation, a.nodes[of[f.Subject]].Type, a.nodes[of[f.Object]].Type) == nil
}

func (a *assembler) id(doc, entity int) string { return a.nodes[a.entities.Of[doc][entity]].ID }

// weak is the confidence below which a fact holds only as long as nothing
// better is known.
const weak = 0.45

// firm leaves out the weak edges of a node where a firm one of the same
// relation leads elsewhere.
func firm(edges []graph.Edge) []graph.Edge {
	type side struct{ from, relation string }
	known := map[side]bool{}
	for i := range edges {
		if e := &edges[i]; e.Confidence >= weak {
			known[side{e.From, e.Relation}] = true
		}
	}
	return slices.DeleteFunc(edges, func(e graph.Edge) bool { return e.Confidence < weak && known[side{e.From, e.Relation}] })
}

// mergeDates gives an edge with a vague date or none the date of a like edge
// that is within it, so that one meeting told twice is one edge. Where several
// would do, the earliest wins.
func mergeDates(sch *schema.Schema, edges []graph.Edge) []graph.Edge {
	groups := map[string][]int{}
	for i := range edges {
		e := &edges[i]
		from, to := e.From, e.To
		if r, ok := sch.Relation(e.Relation); ok && r.Symmetric {
			from, to = min(from, to), max(from, to)
		}
		key := strings.Join([]string{from, to, e.Relation, e.Modality.String(), strings.ToLower(e.Role), e.Claimed}, "\x00")
		groups[key] = append(groups[key], i)
	}
	for _, group := range groups { // each group is settled by itself: their order is of no matter
		settle(edges, group)
	}
	return edges
}

// settle gives each edge of the group the narrowest date among those that its
// own contains.
func settle(edges []graph.Edge, group []int) {
	dates := make([]when.Date, len(group))
	for k, i := range group {
		dates[k], _ = when.Parse(edges[i].Date)
	}
	order := make([]int, len(group))
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(x, y int) bool { return narrower(dates[order[x]], dates[order[y]]) })
	role := ""
	for _, i := range group {
		if r := edges[i].Role; role == "" || r < role {
			role = r
		}
	}
	for k, i := range group {
		edges[i].Role = role
		for _, o := range order {
			if dates[k].IsZero() || dates[k].Contains(dates[o]) {
				edges[i].Date = edges[group[o]].Date
				break
			}
		}
	}
}

// narrower orders dates by their length and then by their beginning; unknown
// dates come last.
func narrower(a, b when.Date) bool {
	if a.IsZero() || b.IsZero() {
		return !a.IsZero() && b.IsZero()
	}
	if a.Days() != b.Days() {
		return a.Days() < b.Days()
	}
	return a.First < b.First
}
