// Package graphfile opens and writes the files that kg keeps graphs in, for
// programs in Go: a path goes in, and a graph, or what is asked of it, comes
// out; a graph goes in, and a file that every command of kg reads comes out.
//
// A file is opened in milliseconds, however large it is: what is asked by name,
// path or surroundings reads no more than it needs. [File.Graph] reads the
// whole, which package graph, query and out work on.
package graphfile

import (
	"context"
	"errors"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/store"
	"kg/schema"
)

// A File is an open graph file. It reads the file as it was when it was
// opened. It is not safe for concurrent use; what it returns is.
type File struct{ saved *store.Saved }

// Open opens a graph file. The error is a single line that begins with path:
// the file is missing (fs.ErrNotExist), is no graph file, or is of another
// version of kg. The context is for all that is read of the file until Close.
func Open(ctx context.Context, path string) (*File, error) {
	s, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	saved, err := s.Saved(ctx)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &File{saved}, nil
}

// Close gives the file free.
func (f *File) Close() error { return f.saved.Close() }

// Graph reads the whole graph.
func (f *File) Graph(ctx context.Context) (*graph.Graph, error) { return f.saved.Graph(ctx) }

// Index returns what answers for paths and parts of the graph without reading
// it whole: [graph.Index.ShortestPaths], [graph.Index.Paths],
// [graph.Index.Select] and [graph.Index.Along]. It is good until Close.
func (f *File) Index() *graph.Index { return f.saved.Index }

// Find returns the nodes that a name fits best, as [graph.Graph.Find].
func (f *File) Find(name string) ([]graph.Node, error) { return f.saved.Find(name) }

// A Hit is a node or a sentence that Search found.
type Hit struct {
	Node  *graph.Node     // nil for a sentence
	Place *graph.Evidence // the sentence; of a node that which states its first edge, nil if it has none
	Edges []graph.Edge    // what the sentence states, in the order of the graph; nil for a node
	Score float64         // the better the higher; comparable among hits of one search
}

// Search returns nodes and sentences by words, at most limit, the best first,
// as kg find does: words between double quotes follow each other, and a word of
// four letters or more, or with a star, stands for those that begin with it.
func (f *File) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	_, found, err := f.saved.Search(ctx, store.ParseTerms(words), limit)
	hits := make([]Hit, len(found))
	for i, h := range found {
		hits[i] = Hit{h.Node, h.Place, h.Edges, h.Score}
	}
	return hits, err
}

// Write writes a graph to a file, in the place of one that is there: the old
// or the new one stands there at any moment. The file holds no documents, as one
// of kg import. The graph is of the embedded schema. The error begins with path.
func Write(ctx context.Context, path string, g *graph.Graph) error {
	if embedded, err := schema.Load(); err != nil || g.Schema() != embedded {
		return errors.Join(err, errors.New(path+": the graph is of a schema of its own, which kg build --schema puts into a file"))
	}
	s, err := store.OpenToSave(ctx, path)
	if err != nil {
		return err
	}
	return errors.Join(s.Save(ctx, nil, domain.Domain{}, g), s.Close())
}
