// Package svg draws graphs in the process of a Go caller: a graph goes in, an
// SVG picture comes out. Importing it links a layout program into the caller;
// see package kg/internal/graphviz for what that costs. The program kg draws in
// a process of its own instead.
package svg

import (
	"bytes"
	"context"
	"io"

	"kg/graph"
	"kg/internal/graphviz"
	"kg/out"
)

// Options says what to draw and how. The zero value is a view for readers.
type Options struct {
	Diagram out.DOTOptions
	Engine  string // "dot", "sfdp" or "twopi"; empty means dot up to 300 nodes, and sfdp above
}

// Write draws g as SVG. It is safe for concurrent use, but draws one graph at a
// time. ctx can end the wait for its turn; a drawing that has begun goes on to
// its end.
func Write(ctx context.Context, w io.Writer, g *graph.Graph, o Options) error {
	var dot bytes.Buffer
	if err := out.DOT(&dot, g, o.Diagram); err != nil {
		return err
	}
	engine := o.Engine
	if engine == "" {
		engine = "dot"
		if o.Diagram.All && len(g.Nodes()) > 300 {
			engine = "sfdp"
		}
	}
	picture, err := graphviz.Draw(ctx, dot.Bytes(), "svg", engine)
	if err != nil {
		return err
	}
	_, err = w.Write(picture)
	return err
}
