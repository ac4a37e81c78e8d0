package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/figure"
	"kg/internal/render"
	"kg/out"
	"kg/out/diagram"
)

// drawFlags say what a diagram shows, and how a picture is made of it.
type drawFlags struct {
	diagram  *diagram.Options
	style    string // the file of a style; empty for none
	tooltips bool
	legend   bool
	engine   string // a layout; empty for the first that suits the graph
	timeout  time.Duration
}

// layouts are the names that --engine knows.
func layouts() []string { return append([]string{diagram.Columns}, render.Engines()...) }

// drawable gives c the flags; o is what those of diagrams set.
func drawable(c *cobra.Command, o *diagram.Options) *drawFlags {
	d := &drawFlags{diagram: o}
	f := c.Flags()
	f.BoolVar(&d.diagram.All, "all", false, "show the whole graph in a diagram")
	f.IntVar(&d.diagram.Max, "max", 0, "show at most `n` entities in a diagram (40 if not given)")
	f.StringVar(&d.diagram.Title, "title", "", "write `text` above a diagram")
	f.StringVar(&d.style, "style", "", "take colours, shapes, wording and choice of a diagram from this YAML `file`")
	f.StringVar(&d.diagram.Theme, "theme", "", "paint a diagram on "+strings.Join(diagram.Themes(), " or ")+" ground")
	f.BoolVar(&d.tooltips, "no-tooltips", false, "leave the sentences of the documents, and links to them, out of a diagram")
	f.BoolVar(&d.legend, "no-legend", false, "leave out the legend")
	f.StringVar(&d.diagram.Links, "links", "", "put `text` before the names of documents in the links of a diagram")
	f.StringVar(&d.engine, "engine", "", "lay a picture out by "+strings.Join(layouts(), ", ")+"; without it by the first that suits")
	f.DurationVar(&d.timeout, "timeout", 8*time.Second, "give each layout of a picture this long")
	completeWith(c, "engine", layouts()...)
	completeWith(c, "theme", diagram.Themes()...)
	return d
}

// check says what is wrong with the flags.
func (d *drawFlags) check(c *cobra.Command) error {
	switch {
	case c.Flags().Changed("max") && d.diagram.Max < 1:
		return usagef("--max must be 1 or more; --all shows the whole graph")
	case d.diagram.All && c.Flags().Changed("max"):
		return usagef("--all and --max do not go together")
	case d.engine != "" && !slices.Contains(layouts(), d.engine):
		return usagef("unknown engine %q; known: %s", d.engine, strings.Join(layouts(), ", "))
	case d.diagram.Theme != "" && !slices.Contains(diagram.Themes(), d.diagram.Theme):
		return usagef("unknown theme %q; known: %s", d.diagram.Theme, strings.Join(diagram.Themes(), ", "))
	}
	return nil
}

// diagramOf chooses what of g to show, and says so if that is not all.
func (x *exporter) diagramOf(g *graph.Graph) (*diagram.Diagram, error) {
	o := *x.diagram
	o.NoTooltips, o.NoLegend = x.tooltips, x.legend
	if x.style != "" {
		text, err := os.ReadFile(x.style)
		if err != nil {
			return nil, err
		}
		if o.Style, err = diagram.ReadStyle(x.style, string(text), g.Schema()); err != nil {
			return nil, err
		}
	}
	d, err := diagram.New(g, o)
	if err != nil {
		return nil, err
	}
	switch shown, all := d.Cut(); {
	case shown < all && o.All:
		fmt.Fprintf(x.stderr, "kg: the diagram shows %d of %d entities, those with connections\n", shown, all)
	case shown < all:
		fmt.Fprintf(x.stderr, "kg: the diagram shows %d of %d entities, those with the most connections; --max N shows more, --focus NAME what is around one, --all everything\n", shown, all)
	}
	return d, nil
}

// draw writes a diagram of g as DOT or as a picture.
func (x *exporter) draw(ctx context.Context, f out.Format, g *graph.Graph) error {
	d, err := x.diagramOf(g)
	if err != nil {
		return err
	}
	if !f.Picture {
		return x.emit(ctx, x.output, d.DOT)
	}
	picture, err := x.lay(ctx, d)
	if err != nil {
		return err
	}
	return x.paint(ctx, f.Name, picture)
}

// lay lays a diagram out and tells of layouts that failed.
func (x *exporter) lay(ctx context.Context, d *diagram.Diagram) (*figure.Figure, error) {
	engines := d.Layouts()
	if x.engine != "" {
		engines = []string{x.engine}
	}
	if engines[0] == diagram.Columns {
		return d.InColumns(), nil
	}
	l, err := render.Lay(ctx, d.Plan, render.Options{Timeout: x.timeout, Engines: engines})
	if err != nil {
		return nil, errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	for _, failed := range l.Failed {
		fmt.Fprintf(x.stderr, "kg: %s; drawn with %s instead\n", oneLine(failed.Error()), l.Engine)
	}
	return d.Figure(l.Data)
}

// paint writes a figure in the format of a picture.
func (x *exporter) paint(ctx context.Context, format string, p *figure.Figure) error {
	if format == "svg" {
		return x.emit(ctx, x.output, func(w io.Writer) error { return figure.WriteSVG(w, p) })
	}
	var svg bytes.Buffer
	if err := figure.WriteSVG(&svg, p); err != nil {
		return err
	}
	data, err := render.Paint(ctx, svg.Bytes(), format, render.Options{})
	if err != nil {
		return err
	}
	return x.emit(ctx, x.output, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
