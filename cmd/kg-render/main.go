// Kg-render draws a diagram: it reads a graph in the DOT language from standard
// input and writes its picture to standard output.
//
//	kg-render [-T svg|png] [-K dot|sfdp|twopi] < graph.dot > graph.svg
//
// kg runs it as a process of its own, so that a layout without end can be
// stopped. It keeps the compiled layout program in $TMPDIR/go-graphviz; set
// TMPDIR to a folder that no other user can write to.
//
// Exit status: 0 done, 1 the drawing failed, 2 wrong usage, 3 the input is not
// DOT.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"kg/internal/graphviz"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, in io.Reader, out, talk io.Writer) int {
	flags := flag.NewFlagSet("kg-render", flag.ContinueOnError)
	flags.SetOutput(talk)
	format := flags.String("T", "svg", "format of the picture: svg or png")
	engine := flags.String("K", "dot", "layout: dot, sfdp or twopi")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(talk, "kg-render: unexpected argument %q; the graph comes from standard input\n", flags.Arg(0))
		return 2
	}
	dot, err := io.ReadAll(in)
	if err == nil {
		var picture []byte
		if picture, err = graphviz.Draw(ctx, dot, *format, *engine); err == nil {
			_, err = out.Write(picture)
		}
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, graphviz.ErrDOT):
		fmt.Fprintln(talk, "kg-render:", err)
		return 3
	}
	fmt.Fprintln(talk, "kg-render:", err)
	return 1
}
