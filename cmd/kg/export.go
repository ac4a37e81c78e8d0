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

	"github.com/spf13/cobra"

	"kg/graph"
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
		return a.emit(*output, func(w io.Writer) error { return write(c.Context(), w, f, g) })
	}
	return c
}

// write writes g in the format; pictures are drawn by kg-render.
func write(ctx context.Context, w io.Writer, f out.Format, g *graph.Graph) error {
	if !f.Picture {
		return f.Write(w, g)
	}
	var dot bytes.Buffer
	if err := f.Write(&dot, g); err != nil {
		return err
	}
	_ = ctx
	return errors.New("pictures are not there yet")
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
