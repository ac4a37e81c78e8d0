package main

import (
	"kg/graph"
	"kg/internal/assemble"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/store"
)

// graphOf makes the graph of what was read from all documents.
func graphOf(entries []store.Entry) (*graph.Graph, error) {
	docs := make([]*source.Document, len(entries))
	readings := make([]*fact.Reading, len(entries))
	for i := range entries {
		docs[i], readings[i] = &entries[i].Document, entries[i].Reading
	}
	return assemble.Graph(docs, readings, resolve.Resolve(readings))
}
