package pipeline

import (
	"kg/graph"
	"kg/internal/assemble"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/schema"
)

// Graph returns the graph of what was read from documents by the schema. The
// readings are those of the documents, in the same order; the graph does not
// depend on that order. The error tells of a fact that the schema forbids.
func Graph(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading) (*graph.Graph, error) {
	return assemble.GraphWith(sch, docs, readings, resolve.Resolve(readings))
}

// Origins returns the look-up of the facts behind an edge of the graph of these
// readings.
func Origins(sch *schema.Schema, readings []*fact.Reading) func(e *graph.Edge) []assemble.Origin {
	entities := resolve.Resolve(readings)
	return func(e *graph.Edge) []assemble.Origin { return assemble.Origins(sch, readings, entities, e) }
}
