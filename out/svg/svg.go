// Package svg draws graphs in the process of a Go caller: a graph goes in, an
// SVG picture comes out. Importing it links a layout program into the caller;
// see package kg/internal/graphviz for what that costs. The program kg draws in
// a process of its own instead.
package svg

import (
	"cmp"
	"context"
	"io"

	"kg/graph"
	"kg/internal/figure"
	"kg/internal/graphviz"
	"kg/out/diagram"
)

// Options says what to draw and how. The zero value is a view for readers.
type Options struct {
	Diagram diagram.Options
	Engine  string // one of diagram.Layouts; empty means the first that suits the graph
}

// Write draws g as SVG. It is safe for concurrent use, but lays out one graph at
// a time. ctx can end the wait for its turn; a layout that has begun goes on to
// its end. The output is the same for the same graph, but that of sfdp only from
// process to process.
func Write(ctx context.Context, w io.Writer, g *graph.Graph, o Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d, err := diagram.New(g, o.Diagram)
	if err != nil {
		return err
	}
	engine := cmp.Or(o.Engine, d.Layouts()[0])
	if engine == diagram.Columns {
		return figure.WriteSVG(w, d.InColumns())
	}
	layout, err := graphviz.Layout(ctx, d.Plan(engine), engine)
	if err != nil {
		return err
	}
	f, err := d.Figure(layout)
	if err != nil {
		return err
	}
	return figure.WriteSVG(w, f)
}
