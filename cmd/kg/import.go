package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/store"
	"kg/out"
	"kg/schema"
)

func (a *app) imports() *cobra.Command {
	c := &cobra.Command{
		Use:   "import [flags] FILE",
		Short: "Make a graph file from an exported graph",
		Long: `import makes a graph file from a graph that kg export -f json wrote ("-": from
standard input). The documents themselves are not in it: the graph can be
exported and asked for paths, but no documents can be added.`,
		Example: `  kg import -g copy.kg talks.json
  kg export -f json -g talks.kg | kg import -g copy.kg -`,
		Args: takes(1, 1, "one FILE"),
	}
	file := graphFlag(c)
	own := domainFlags(c, "schema")
	format := c.Flags().StringP("format", "f", "json", "json")
	completeWith(c, "format", "json")
	c.RunE = func(c *cobra.Command, given []string) error {
		if *format != "json" {
			return usagef("unknown format %q; known: json", *format)
		}
		d, err := own.load()
		if err != nil {
			return err
		}
		sch, err := d.Schema()
		if err != nil {
			return err
		}
		g, err := a.readGraph(given[0], sch)
		if err != nil {
			return fmt.Errorf("%s: %w", given[0], firstOf(err))
		}
		if err := saveImport(c.Context(), *file, d, g); err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stderr, "kg: %s holds %s, %s\n", *file, counted(len(g.Nodes()), "node", "nodes"), counted(len(g.Edges()), "edge", "edges"))
		return err
	}
	return c
}

func (a *app) readGraph(name string, sch *schema.Schema) (*graph.Graph, error) {
	var in io.Reader = a.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, errors.New(strings.TrimPrefix(plain(name, err).Error(), name+": "))
		}
		defer f.Close()
		in = f
	}
	return out.ReadJSON(in, sch)
}

// saveImport writes g to a graph file that is not there yet.
func saveImport(ctx context.Context, file string, d domain.Domain, g *graph.Graph) error {
	st, err := store.OpenToSave(ctx, file)
	if err != nil {
		return err
	}
	defer st.Close()
	if _, err := os.Stat(file); err == nil {
		return fmt.Errorf("%s: is there already; import into another file", file)
	}
	return st.Save(ctx, nil, d, g)
}

// firstOf puts a list of errors on one line: the first, and how many more.
func firstOf(err error) error {
	lines := strings.Split(err.Error(), "\n")
	if len(lines) == 1 {
		return err
	}
	return fmt.Errorf("%s; and %d more", lines[0], len(lines)-1)
}
