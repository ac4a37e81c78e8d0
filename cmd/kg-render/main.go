// Kg-render draws for kg, in a process of its own. It lays a graph out, from DOT
// to Graphviz' JSON:
//
//	kg-render [-K dot|sfdp|twopi] < graph.dot > layout.json
//
// and paints an SVG picture of kg's in pixels or for paper:
//
//	kg-render -T png|pdf < picture.svg > picture.png
//
// So a layout without end can be stopped. It keeps the compiled layout program
// in $TMPDIR/go-graphviz; set TMPDIR to a folder that no other user can write to.
//
// Exit status: 0 done, 1 the drawing failed, 2 wrong usage, 3 the input is not
// what it should be.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"kg/internal/figure"
	"kg/internal/graphviz"
	"kg/internal/paint"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, in io.Reader, out, talk io.Writer) int {
	flags := flag.NewFlagSet("kg-render", flag.ContinueOnError)
	flags.SetOutput(talk)
	format := flags.String("T", "json", "json: lay out a graph; png or pdf: paint a picture")
	engine := flags.String("K", "dot", "layout: dot, sfdp or twopi")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(talk, "kg-render: unexpected argument %q; the input comes from standard input\n", flags.Arg(0))
		return 2
	}
	data, err := io.ReadAll(in)
	if err == nil {
		if data, err = draw(ctx, data, *format, *engine); err == nil {
			_, err = out.Write(data)
		}
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, graphviz.ErrDOT), errors.Is(err, errSVG):
		fmt.Fprintln(talk, "kg-render:", err)
		return 3
	}
	fmt.Fprintln(talk, "kg-render:", err)
	return 1
}

// errSVG says that the input is no picture of kg's.
var errSVG = errors.New("not a picture that kg wrote")

func draw(ctx context.Context, in []byte, format, engine string) ([]byte, error) {
	painters := map[string]func(io.Writer, *figure.Figure) error{"png": paint.PNG, "pdf": paint.PDF}
	if format == "json" {
		return graphviz.Layout(ctx, in, engine)
	}
	painter, ok := painters[format]
	if !ok {
		return nil, fmt.Errorf("unknown format %q; there are json, png and pdf", format)
	}
	f, err := figure.ReadSVG(bytes.NewReader(in))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSVG, err)
	}
	var b bytes.Buffer
	err = painter(&b, f)
	return b.Bytes(), err
}
