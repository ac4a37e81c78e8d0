package pipeline

import (
	"kg/graph"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/source"
	"kg/schema"
)

// A Sink takes a graph piece by piece: the nodes sorted by ID, then the edges
// in the order of graph.Edges.
type Sink interface {
	Node(*graph.Node)
	Edge(*graph.Edge)
}

// A Maker makes one graph of many documents.
type Maker struct {
	docs     []*source.Document
	readings []*fact.Reading
}

// NewMaker returns a maker that knows no documents.
func NewMaker() *Maker { return &Maker{} }

// Add adds a document and what was read from it.
func (m *Maker) Add(doc *source.Document, r *fact.Reading) {
	m.docs, m.readings = append(m.docs, doc), append(m.readings, r)
}

// Made is what came of making a graph.
type Made struct {
	Nodes, Edges int
	Idle         []string // a message for each correction that does not apply
}

// Make gives the graph of all documents to the sink, as a person has corrected
// it. The error tells of a fact that the schema forbids.
func (m *Maker) Make(sch *schema.Schema, c *correct.Corrections, sink Sink) (made Made, err error) {
	g, idle, err := Corrected(sch, m.docs, m.readings, c)
	if err != nil {
		return Made{Idle: idle}, err
	}
	for i := range g.Nodes() {
		sink.Node(&g.Nodes()[i])
	}
	for i := range g.Edges() {
		sink.Edge(&g.Edges()[i])
	}
	return Made{len(g.Nodes()), len(g.Edges()), idle}, nil
}
