package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/domain"
	"kg/internal/gather"
	"kg/internal/spool"
	"kg/internal/store"
	"kg/out"
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
		nodes, edges, err := a.importGraph(c.Context(), given[0], *file, d)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stderr, "kg: %s holds %s, %s\n", *file, counted(nodes, "node", "nodes"), counted(edges, "edge", "edges"))
		return err
	}
	return c
}

// importGraph writes the graph of a JSON file to a graph file that is not there
// yet, and returns how many nodes and edges it has.
func (a *app) importGraph(ctx context.Context, name, file string, d domain.Domain) (nodes, edges int, err error) {
	sch, err := d.Schema()
	if err != nil {
		return 0, 0, err
	}
	st, err := store.OpenToSave(ctx, file)
	if err != nil {
		return 0, 0, err
	}
	defer st.Close()
	if _, err := os.Stat(file); err == nil {
		return 0, 0, fmt.Errorf("%s: is there already; import into another file", file)
	}
	waiting := spool.New(file + ".work")
	defer waiting.Close()
	all := gather.New(sch, waiting)
	if err := a.scanGraph(name, all); err != nil {
		return 0, 0, fmt.Errorf("%s: %w", name, err)
	}
	w, err := st.Rewrite(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer w.Discard()
	w.Domain(d)
	if nodes, edges, err = all.Write(w); err != nil {
		return 0, 0, fmt.Errorf("%s: %w", name, firstOf(err))
	}
	return nodes, edges, w.Commit()
}

func (a *app) scanGraph(name string, all *gather.Gatherer) error {
	in := a.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return errors.New(strings.TrimPrefix(plain(name, err).Error(), name+": "))
		}
		defer f.Close()
		in = f
	}
	return out.ScanJSON(in, all.Node, all.Edge)
}

// firstOf puts a list of errors on one line: the first, and how many more.
func firstOf(err error) error {
	lines := strings.Split(err.Error(), "\n")
	if len(lines) == 1 {
		return err
	}
	return fmt.Errorf("%s; and %d more", lines[0], len(lines)-1)
}
