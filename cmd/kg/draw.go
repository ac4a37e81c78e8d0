package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	d := paintable(c, o, "entities", 40)
	f := c.Flags()
	f.BoolVar(&o.Communities, "communities", false, "show the parts of the graph that hang together, each as one node with the names of its most connected members")
	f.StringVar(&d.engine, "engine", "", "lay a picture out by "+strings.Join(layouts(), ", ")+"; without it by the first that suits")
	f.DurationVar(&d.timeout, "timeout", 8*time.Second, "give each layout of a picture this long")
	completeWith(c, "engine", layouts()...)
	return d
}

// paintable gives c the flags that need no layout; what and most say what --max
// counts.
func paintable(c *cobra.Command, o *diagram.Options, what string, most int) *drawFlags {
	d := &drawFlags{diagram: o}
	f := c.Flags()
	f.BoolVar(&o.All, "all", false, "show all "+what+" in a picture")
	f.IntVar(&o.Max, "max", 0, fmt.Sprintf("show at most `n` %s in a picture (%d if not given)", what, most))
	f.StringVar(&o.Title, "title", "", "write `text` above a picture")
	f.StringVar(&d.style, "style", "", "take colours, shapes, wording and choice of a picture from this YAML `file`")
	f.StringVar(&o.Theme, "theme", "", "paint a picture on "+strings.Join(diagram.Themes(), " or ")+" ground")
	f.BoolVar(&d.tooltips, "no-tooltips", false, "leave the sentences of the documents, and links to them, out of a picture")
	f.BoolVar(&d.legend, "no-legend", false, "leave out the legend")
	f.StringVar(&o.Links, "links", "", "put `text` before the names of documents in the links of a picture; without it the way from -o to where kg runs")
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
	case d.diagram.All && d.diagram.Communities:
		return usagef("--all and --communities do not go together")
	case d.diagram.Communities && d.engine == diagram.Columns:
		return usagef("communities have no columns; --engine is one of %s", strings.Join(render.Engines(), ", "))
	case d.engine != "" && !slices.Contains(layouts(), d.engine):
		return usagef("unknown engine %q; known: %s", d.engine, strings.Join(layouts(), ", "))
	case d.diagram.Theme != "" && !slices.Contains(diagram.Themes(), d.diagram.Theme):
		return usagef("unknown theme %q; known: %s", d.diagram.Theme, strings.Join(diagram.Themes(), ", "))
	}
	return nil
}

// optionsFor reads the style, if there is one, and finds the way from the output
// to the documents.
func (d *drawFlags) optionsFor(g *graph.Graph, output string) (o diagram.Options, err error) {
	o = *d.diagram
	o.NoTooltips, o.NoLegend = d.tooltips, d.legend
	if o.Links == "" {
		o.Links = backFrom(output)
	}
	if d.style == "" {
		return o, nil
	}
	text, err := os.ReadFile(d.style)
	if err == nil {
		o.Style, err = diagram.ReadStyle(d.style, string(text), g.Schema())
	}
	return o, err
}

// backFrom is the way from the folder of an output to the folder where kg runs,
// to which the names of documents are relative: "../" for "docs/talks.svg".
func backFrom(output string) string {
	if output == "" || filepath.IsAbs(output) {
		return ""
	}
	way, err := filepath.Rel(filepath.Dir(output), ".")
	if err != nil || way == "." {
		return "" // the output lies outside, where documents are to be beside it
	}
	return filepath.ToSlash(way) + "/"
}

// diagramOf chooses what of g to show, and says so if that is not all.
func (x *exporter) diagramOf(g *graph.Graph) (*diagram.Diagram, error) {
	o, err := x.optionsFor(g, x.output)
	if err != nil {
		return nil, err
	}
	d, err := diagram.New(g, o)
	if err != nil {
		return nil, err
	}
	switch shown, all := d.Cut(); {
	case o.Communities:
		fmt.Fprintf(x.stderr, "kg: the diagram shows the %d largest communities among %d entities\n", shown, all)
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

// timelineFormats are the formats of kg timeline.
var timelineFormats = []string{"text", "svg", "png", "pdf"}

// timeline draws the timeline of g, and says so if that is not all of it.
func (x *exporter) timeline(ctx context.Context, g *graph.Graph) error {
	o, err := x.optionsFor(g, x.output)
	if err != nil {
		return err
	}
	t, err := diagram.NewTimeline(g, o)
	if err != nil {
		return err
	}
	if shown, all := t.Cut(); shown < all {
		fmt.Fprintf(x.stderr, "kg: the timeline shows %d of %d dated events and relations; --max N shows more, --all everything\n", shown, all)
	}
	return x.paint(ctx, x.format, t.Figure())
}
