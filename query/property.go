package query

import (
	"slices"

	"kg/graph"
	"kg/schema"
)

// propertyName is the property by which a node is named in a query as
// everywhere in kg; see [graph.Graph.Find].
const propertyName = "name"

// A nodeProperty is what a query may ask of a node.
type nodeProperty struct {
	name  string
	date  bool
	value func(m *machine, n *graph.Node) any
}

// An edgeProperty is what a query may ask of a relation.
type edgeProperty struct {
	name  string
	date  bool
	value func(m *machine, e *graph.Edge) any
}

// nodeProperties, in the order in which the help lists them.
var nodeProperties = []nodeProperty{
	{"id", false, func(_ *machine, n *graph.Node) any { return n.ID }},
	{"type", false, func(_ *machine, n *graph.Node) any { return n.Type }},
	{"label", false, func(_ *machine, n *graph.Node) any { return n.Label }},
	{propertyName, false, func(_ *machine, n *graph.Node) any { return n.Label }},
	{"aliases", false, func(_ *machine, n *graph.Node) any { return texts(n.Aliases) }},
	{"date", true, func(_ *machine, n *graph.Node) any { return given(n.Date) }},
	{"text", false, func(_ *machine, n *graph.Node) any { return given(n.Text) }},
	{"degree", false, func(m *machine, n *graph.Node) any { return m.degree(n) }},
}

// edgeProperties, in the order in which the help lists them.
var edgeProperties = []edgeProperty{
	{"id", false, func(_ *machine, e *graph.Edge) any { return e.ID }},
	{"relation", false, func(_ *machine, e *graph.Edge) any { return e.Relation }},
	{"type", false, func(_ *machine, e *graph.Edge) any { return e.Relation }},
	{"modality", false, func(_ *machine, e *graph.Edge) any { return e.Modality.String() }},
	{"status", false, func(_ *machine, e *graph.Edge) any { return e.Modality.String() }},
	{"date", true, func(_ *machine, e *graph.Edge) any { return given(e.Date) }},
	{"role", false, func(_ *machine, e *graph.Edge) any { return given(e.Role) }},
	{"claimed", false, func(_ *machine, e *graph.Edge) any { return given(e.Claimed) }},
	{"confidence", false, func(_ *machine, e *graph.Edge) any { return e.Confidence }},
	{"certainty", false, func(_ *machine, e *graph.Edge) any { return e.Certainty() }},
	{"rule", false, func(_ *machine, e *graph.Edge) any { return given(e.Rule) }},
	{"sentence", false, func(_ *machine, e *graph.Edge) any { return e.Evidence[0].Text }},
	{"document", false, func(_ *machine, e *graph.Edge) any { return e.Evidence[0].Doc }},
	{"documents", false, func(_ *machine, e *graph.Edge) any { return texts(documents(e)) }},
	{"sources", false, func(_ *machine, e *graph.Edge) any { return int64(len(e.Sources())) }},
}

// documents returns the names of the documents that state an edge, sorted.
func documents(e *graph.Edge) []string {
	var out []string
	for i := range e.Evidence {
		out = append(out, e.Evidence[i].Doc)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// speaksOfModality reports whether a property is that of status.
func speaksOfModality(name string) bool { return name == "modality" || name == "status" }

// closed returns the values that a property may have, nil if any text will do.
func closed(s *schema.Schema, ofNode bool, name string) []string {
	switch {
	case !ofNode && speaksOfModality(name):
		return []string{schema.Asserted.String(), schema.Planned.String(), schema.Possible.String(), schema.Denied.String()}
	case ofNode && name == "type":
		return typeNames(s)
	case !ofNode && (name == "type" || name == "relation"):
		return relationNames(s)
	}
	return nil
}

func typeNames(s *schema.Schema) []string {
	var out []string
	for _, t := range s.Types() {
		out = append(out, t.Name)
	}
	return out
}

func relationNames(s *schema.Schema) []string {
	var out []string
	for _, r := range s.Relations() {
		out = append(out, r.Name)
	}
	return out
}
