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
	value func(m *machine, at int32) any
}

// An edgeProperty is what a query may ask of a relation.
type edgeProperty struct {
	name  string
	date  bool
	value func(m *machine, at int32) any
}

// nodeProperties, in the order in which the help lists them.
var nodeProperties = []nodeProperty{
	{"id", false, ofNode(func(n *graph.Node) any { return n.ID })},
	{"type", false, typeOf},
	{"label", false, ofNode(func(n *graph.Node) any { return n.Label })},
	{propertyName, false, ofNode(func(n *graph.Node) any { return n.Label })},
	{"aliases", false, ofNode(func(n *graph.Node) any { return texts(n.Aliases) })},
	{"date", true, ofNode(func(n *graph.Node) any { return given(n.Date) })},
	{"text", false, ofNode(func(n *graph.Node) any { return given(n.Text) })},
	{"degree", false, (*machine).degree},
}

// edgeProperties, in the order in which the help lists them.
var edgeProperties = []edgeProperty{
	{"id", false, ofEdge(func(e *graph.Edge) any { return e.ID })},
	{"relation", false, relationOf},
	{"type", false, relationOf},
	{"modality", false, modalityOf},
	{"status", false, modalityOf},
	{"date", true, ofEdge(func(e *graph.Edge) any { return given(e.Date) })},
	{"role", false, ofEdge(func(e *graph.Edge) any { return given(e.Role) })},
	{"claimed", false, ofEdge(func(e *graph.Edge) any { return given(e.Claimed) })},
	{"confidence", false, ofEdge(func(e *graph.Edge) any { return e.Confidence })},
	{"certainty", false, ofEdge(func(e *graph.Edge) any { return e.Certainty() })},
	{"rule", false, ofEdge(func(e *graph.Edge) any { return given(e.Rule) })},
	{"sentence", false, ofEdge(func(e *graph.Edge) any { return e.Evidence[0].Text })},
	{"document", false, ofEdge(func(e *graph.Edge) any { return e.Evidence[0].Doc })},
	{"documents", false, ofEdge(func(e *graph.Edge) any { return texts(documents(e)) })},
	{"sources", false, ofEdge(func(e *graph.Edge) any { return int64(len(e.Sources())) })},
}

// ofNode makes a property of what the record of a node holds.
func ofNode(f func(*graph.Node) any) func(*machine, int32) any {
	return func(m *machine, at int32) any { return f(m.node(at)) }
}

// ofEdge makes a property of what the record of an edge holds.
func ofEdge(f func(*graph.Edge) any) func(*machine, int32) any {
	return func(m *machine, at int32) any { return f(m.edge(at)) }
}

func typeOf(m *machine, at int32) any { return m.g.Type(at) }

func relationOf(m *machine, at int32) any {
	relation, _ := m.g.Kind(at)
	return relation
}

func modalityOf(m *machine, at int32) any {
	_, modality := m.g.Kind(at)
	return modality.String()
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
