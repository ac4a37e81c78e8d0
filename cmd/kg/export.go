package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/store"
	"kg/out"
)

// An exporter is one run of kg export.
type exporter struct {
	*app
	graphFile string
	format    string // empty: the ending of output says it
	output    string
	options   out.Options
	list      bool
	narrow    *selectFlags
	*drawFlags
}

func (a *app) export() *cobra.Command {
	x := &exporter{app: a}
	var names []string
	var about strings.Builder
	for _, f := range out.Formats() {
		names = append(names, f.Name)
		fmt.Fprintf(&about, "  %-8s %s\n", f.Name, f.About)
	}
	c := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the graph in the format of another program",
		Long: "export writes the graph to standard output, to a file or, where the format has\nseveral files, to a folder (-o FOLDER/) or an archive (-o FILE.zip). Formats:\n" + about.String() + `
A readable view leaves out what follows from the rest, what nothing joins to it
and, above --max, the entities with the fewest relations; --all shows the whole.`,
		Example: `  kg export -f svg -o talks.svg -g talks.kg
  kg export -o poster.svg --theme dark --max 60 --title "The talks of March"
  kg export -o talks.pdf --style house.yaml --no-tooltips
  kg export -f graphml -o talks.graphml
  kg export -f graphml --profile yed -o talks-yed.graphml
  kg export -f csv -o talks-tables/
  kg export -f markdown -o talks.zip
  kg export -f svg -o norway.svg --focus Norway --hops 2 --since 2025-03
  kg export -f json | jq '.graph.edges | length'`,
		Args: takes(0, 0, "no argument"),
	}
	file := graphFlag(c)
	x.narrow = selectable(c)
	flags := c.Flags()
	flags.StringVarP(&x.format, "format", "f", "", "one of "+strings.Join(names, ", ")+"; without it the ending of -o says it")
	flags.StringVarP(&x.output, "output", "o", "", "write to `file` instead of standard output")
	flags.BoolVar(&x.list, "list", false, "list the formats, what each keeps and who reads it")
	flags.StringVar(&x.options.Profile, "profile", "", "write the variant `name` of a format: "+profiles())
	x.drawFlags = drawable(c, &x.options.Diagram)
	completeWith(c, "format", names...)
	c.RunE = func(c *cobra.Command, _ []string) error {
		x.graphFile = *file
		if x.list {
			return x.listFormats()
		}
		f, err := x.check(c, names)
		if err != nil {
			return err
		}
		return x.run(c.Context(), f)
	}
	return c
}

// onlyFor are the flags that some formats do not know.
var onlyFor = []struct {
	flags []string
	what  string
	knows func(out.Format) bool
}{
	{[]string{"all", "max", "title"}, "diagrams", func(f out.Format) bool { return f.Diagram }},
	{[]string{"communities", "style", "theme", "no-tooltips", "no-legend", "links"}, "dot and pictures", drawn},
	{[]string{"engine", "timeout"}, "pictures", func(f out.Format) bool { return f.Picture }},
}

// drawn reports whether package diagram writes a format.
func drawn(f out.Format) bool { return f.Picture || f.Name == "dot" }

// check returns the format asked for, or what is wrong with the flags.
func (x *exporter) check(c *cobra.Command, names []string) (out.Format, error) {
	name := x.format
	if name == "" {
		name = strings.TrimPrefix(filepath.Ext(x.output), ".")
	}
	f, ok := out.Lookup(name)
	switch {
	case name == "":
		return f, usagef("no format given; say -f with one of %s", strings.Join(names, ", "))
	case !ok:
		return f, usagef("unknown format %q; known: %s", name, strings.Join(names, ", "))
	case x.options.Profile != "" && !slices.Contains(f.Profiles, x.options.Profile):
		return f, usagef("unknown profile %q of %s; known: %s", x.options.Profile, f.Name, profiles())
	case f.Write == nil && x.place(f) == aStream:
		return f, usagef("%s is a folder of files; say -o FOLDER/ or -o FILE.zip", f.Name)
	}
	for _, o := range onlyFor {
		for _, flag := range o.flags {
			if c.Flags().Changed(flag) && !o.knows(f) {
				return f, usagef("--%s is for %s; %s is none", flag, o.what, f.Name)
			}
		}
	}
	return f, x.drawFlags.check(c)
}

func (x *exporter) run(ctx context.Context, f out.Format) error {
	if !f.Diagram && x.narrow.none() {
		return x.whole(ctx, f)
	}
	saved, err := openSaved(ctx, x.graphFile)
	if err != nil {
		return err
	}
	defer saved.Close()
	g, err := x.narrow.apply(ctx, saved)
	switch {
	case err != nil:
		return err
	case drawn(f):
		return x.draw(ctx, f, g)
	}
	return x.write(ctx, f, g)
}

// whole writes all of the graph as it comes from the file, without holding it
// in memory.
func (x *exporter) whole(ctx context.Context, f out.Format) error {
	st, err := openGraph(x.graphFile)
	if err != nil {
		return err
	}
	defer st.Close()
	s, err := st.Stream(ctx)
	if err != nil {
		return err
	}
	return x.write(ctx, f, s)
}

// write writes s to where the user wants it.
func (x *exporter) write(ctx context.Context, f out.Format, s out.Source) error {
	switch x.place(f) {
	case aFolder:
		return x.folder(ctx, func(to out.Folder) error { return f.Files(to, s) })
	case anArchive:
		return x.stream(ctx, x.output, func(w io.Writer) error { return out.Zip(w, s, f) })
	}
	return x.stream(ctx, x.output, func(w io.Writer) error { return f.Write(w, s, x.options) })
}

// openSaved opens the graph of a graph file to be asked.
func openSaved(ctx context.Context, file string) (*store.Saved, error) {
	st, err := openGraph(file)
	if err != nil {
		return nil, err
	}
	saved, err := st.Saved(ctx)
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return saved, nil
}

// openGraph opens a graph file that must be there.
func openGraph(file string) (*store.Store, error) {
	st, err := store.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such graph file; make one: kg build -g %s PATH", file, file)
	}
	return st, err
}
