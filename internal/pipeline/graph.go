package pipeline

import (
	"kg/graph"
	"kg/internal/assemble"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
)

// Graph returns the graph of what was read from documents. The readings are
// those of the documents, in the same order; the graph does not depend on that
// order. The error tells of a fact that the schema forbids.
func Graph(docs []*source.Document, readings []*fact.Reading) (*graph.Graph, error) {
	return assemble.Graph(docs, readings, resolve.Resolve(readings))
}
