package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/render"
	"kg/internal/store"
	"kg/out"
)

func (a *app) export() *cobra.Command {
	var names []string
	var about strings.Builder
	for _, f := range out.Formats() {
		names = append(names, f.Name)
		fmt.Fprintf(&about, "  %-8s %s\n", f.Name, f.About)
	}
	c := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the graph in the format of another program",
		Long:  "export writes the graph to standard output or to a file. Formats:\n" + about.String(),
		Example: `  kg export -f svg -o talks.svg -g talks.kg
  kg export -f graphml -o talks.graphml
  kg export -f json | jq '.graph.edges | length'`,
		Args: takes(0, 0, "no argument"),
	}
	file := graphFlag(c)
	format := c.Flags().StringP("format", "f", "", "one of "+strings.Join(names, ", ")+"; without it the ending of -o says it")
	output := c.Flags().StringP("output", "o", "", "write to `file` instead of standard output")
	timeout := c.Flags().Duration("timeout", 20*time.Second, "give each layout of a picture this long")
	completeWith(c, "format", names...)
	c.RunE = func(c *cobra.Command, _ []string) error {
		name := *format
		if name == "" {
			name = strings.TrimPrefix(filepath.Ext(*output), ".")
		}
		f, ok := out.Lookup(name)
		switch {
		case name == "":
			return usagef("no format given; say -f with one of %s", strings.Join(names, ", "))
		case !ok:
			return usagef("unknown format %q; known: %s", name, strings.Join(names, ", "))
		}
		g, err := a.load(c.Context(), *file)
		if err != nil {
			return err
		}
		if f.Picture {
			return a.draw(c.Context(), f, g, *output, *timeout)
		}
		return a.emit(*output, func(w io.Writer) error { return f.Write(w, g) })
	}
	return c
}

// draw has kg-render draw the picture of g, and tells of layouts that failed.
func (a *app) draw(ctx context.Context, f out.Format, g *graph.Graph, output string, timeout time.Duration) error {
	var dot bytes.Buffer
	if err := f.Write(&dot, g); err != nil {
		return err
	}
	p, err := render.Draw(ctx, dot.Bytes(), f.Name, render.Options{Timeout: timeout})
	if err != nil {
		return errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	for _, failed := range p.Failed {
		fmt.Fprintf(a.stderr, "kg: %s; drawn with %s instead\n", oneLine(failed.Error()), p.Engine)
	}
	return a.emit(output, func(w io.Writer) error {
		_, err := w.Write(p.Data)
		return err
	})
}

// load reads the graph of a graph file.
func (a *app) load(ctx context.Context, file string) (*graph.Graph, error) {
	st, err := store.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such graph file; make one: kg build -g %s PATH", file, file)
	}
	if err != nil {
		return nil, err
	}
	defer st.Close()
	return st.Graph(ctx)
}
