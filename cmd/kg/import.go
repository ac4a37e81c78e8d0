package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/in"
	"kg/internal/domain"
	"kg/internal/gather"
	"kg/internal/spool"
	"kg/internal/store"
	"kg/out"
	"kg/schema"
)

func (a *app) imports() *cobra.Command {
	formats, about := []string{"json"}, "  json     JSON Graph Format v2 of kg\n"
	for _, f := range in.Formats() {
		formats = append(formats, f.Name)
		about += fmt.Sprintf("  %-8s %s\n", f.Name, f.About)
	}
	c := &cobra.Command{
		Use:   "import [flags] FILE...",
		Short: "Make a graph file from a graph that kg or another program wrote",
		Long: `import makes a graph file from an exported graph, or from one that was edited in
Gephi or made elsewhere ("-": from standard input, as JSON unless -f says
otherwise). Formats, told by the ending of FILE:
` + about + `
Entities and relations need types and relations of the schema; --type and
--relation say what those are that have none. What the file tells of a relation
without evidence of its own is the evidence of it: its line or element. A row of
"facts" is
  {"subject": {"name": "Ana Gil", "type": "Person"}, "relation": "met",
   "object": {"name": "Karl Lund", "type": "Person"}, "date": "2025-03-02",
   "evidence": [{"doc": "a.txt", "start": 12, "text": "Gil met Lund."}]}
The documents themselves are not in the file: it can be exported and asked, but
no documents can be added.`,
		Example: `  kg import -g copy.kg talks.json
  kg export -f json -g talks.kg | kg import -g copy.kg -
  kg import -g edited.kg edited.gexf
  kg import -g tables.kg nodes.csv edges.csv evidence.csv
  kg import -g model.kg --relation met facts.jsonl`,
		Args: takes(1, -1, "one FILE or more"),
	}
	file := graphFlag(c)
	own := domainFlags(c, "schema")
	var o in.Options
	format := c.Flags().StringP("format", "f", "", strings.Join(formats, ", ")+"; without it the ending of FILE says it")
	c.Flags().StringVar(&o.Type, "type", "", "the `type` of entities that have none")
	c.Flags().StringVar(&o.Relation, "relation", "", "the `relation` that those without a known one are")
	completeWith(c, "format", formats...)
	c.RunE = func(c *cobra.Command, given []string) error {
		name, err := importFormat(*format, given, formats)
		if err != nil {
			return err
		}
		d, err := own.load()
		if err != nil {
			return err
		}
		return a.importFiles(c.Context(), name, given, *file, d, o)
	}
	return c
}

// importFiles makes a graph file of files of one format, and says what it holds.
func (a *app) importFiles(ctx context.Context, format string, given []string, file string, d domain.Domain, o in.Options) error {
	if err := knownDefaults(d, o); err != nil {
		return err
	}
	scan := func(all *gather.Gatherer, s *schema.Schema) error { return a.scanFiles(format, given, s, o, all) }
	if format == "json" {
		scan = func(all *gather.Gatherer, _ *schema.Schema) error { return a.scanGraph(given[0], all) }
	}
	nodes, edges, err := a.importGraph(ctx, given[0], file, d, scan)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stderr, "kg: %s holds %s, %s\n", file, counted(nodes, "node", "nodes"), counted(edges, "edge", "edges"))
	return err
}

// importFormat returns the format of files, by its name or by their endings.
func importFormat(name string, files, known []string) (string, error) {
	if name == "" {
		name = "json"
		for _, f := range in.Formats() {
			if slices.Contains(f.Endings, strings.ToLower(filepath.Ext(files[0]))) {
				name = f.Name
			}
		}
	}
	switch {
	case !slices.Contains(known, name):
		return "", usagef("unknown format %q; known: %s", name, strings.Join(known, ", "))
	case name == "json" && len(files) > 1:
		return "", usagef("JSON is imported from one FILE, not %d", len(files))
	}
	return name, nil
}

// knownDefaults checks names against the schema.
func knownDefaults(d domain.Domain, o in.Options) error {
	s, err := d.Schema()
	if err != nil {
		return err
	}
	if o.Type != "" {
		_, err = knownTypes(s, []string{o.Type})
	}
	if o.Relation != "" && err == nil {
		_, err = knownRelations(s, []string{o.Relation})
	}
	return err
}

// scanFiles reads files of other programs. Its errors name them.
func (a *app) scanFiles(format string, names []string, s *schema.Schema, o in.Options, all *gather.Gatherer) error {
	var files []in.File
	for _, name := range names {
		var data []byte
		var err error
		if name == "-" {
			data, err = io.ReadAll(a.stdin)
		} else if data, err = os.ReadFile(name); err != nil {
			err = plain(name, err)
		}
		if err != nil {
			return err
		}
		files = append(files, in.File{Name: name, Data: data})
	}
	return in.Read(format, files, s, o, all)
}

// importHolds is how many bytes of a new graph file are held in memory while it
// is written.
const importHolds = 64 << 20

// importGraph writes the graph that scan reads to a graph file that is not there
// yet, and returns how many nodes and edges it has.
func (a *app) importGraph(ctx context.Context, name, file string, d domain.Domain, scan func(*gather.Gatherer, *schema.Schema) error) (nodes, edges int, err error) {
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
	if err := scan(all, sch); err != nil {
		return 0, 0, err
	}
	w, err := st.Rewrite(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer w.Discard()
	if err := w.Hold(importHolds); err != nil {
		return 0, 0, err
	}
	w.Domain(d)
	if nodes, edges, err = all.Write(w); err != nil {
		return 0, 0, fmt.Errorf("%s: %w", name, firstOf(err))
	}
	return nodes, edges, w.Commit()
}

// scanGraph reads JSON. Its errors name the file.
func (a *app) scanGraph(name string, all *gather.Gatherer) error {
	from := a.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return plain(name, err)
		}
		defer f.Close()
		from = f
	}
	if err := out.ScanJSON(from, all.Node, all.Edge); err != nil {
		return plain(name, err)
	}
	return nil
}

// firstOf puts a list of errors on one line: the first, and how many more.
func firstOf(err error) error {
	lines := strings.Split(err.Error(), "\n")
	if len(lines) == 1 {
		return err
	}
	return fmt.Errorf("%s; and %d more", lines[0], len(lines)-1)
}
