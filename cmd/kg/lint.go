package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/lint"
)

func (a *app) lint() *cobra.Command {
	c := &cobra.Command{
		Use:   "lint [flags] FILE...",
		Short: "Say what other programs would lose of a graph file",
		Long: `lint checks GraphML, GEXF and DOT files, of kg or of anybody, against what
Gephi, networkx, igraph, graphology, Cytoscape and Graphviz read, and says line
by line what they would refuse, lose or take for something else: keys in
capitals, types that are unknown, ids that come twice, weights of 0, parallel
edges that become one, mixed directions, what is declared too late or not at
all. The exit status is 1 if anything is refused or lost.`,
		Example: `  kg lint talks.graphml
  kg lint --notes *.gexf
  kg lint --format json network.dot | jq '.[].text'`,
		Args: takes(1, -1, "one FILE or more"),
	}
	format := c.Flags().String("format", "text", "text or json")
	kind := c.Flags().String("as", "", "take FILE for graphml, gexf or dot, whatever its ending")
	notes := c.Flags().Bool("notes", false, "tell what is worth knowing too, where nothing is lost")
	completeWith(c, "format", "text", "json")
	completeWith(c, "as", "graphml", "gexf", "dot")
	c.RunE = func(c *cobra.Command, names []string) error {
		write, ok := map[string]func(io.Writer, []linted) error{"text": writeLinted, "json": writeLintedJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		if *kind != "" && !slices.ContainsFunc(lint.Formats(), func(f lint.Format) bool { return f.Name == *kind }) {
			return usagef("unknown kind %q of file; known: graphml, gexf, dot", *kind)
		}
		all, bad, err := a.lintFiles(names, *kind, *notes)
		if err != nil {
			return err
		}
		if err := a.emit(c.Context(), "", func(w io.Writer) error { return write(w, all) }); err != nil {
			return err
		}
		if bad > 0 {
			fmt.Fprintf(a.stderr, "kg: %s\n", counted(bad, "thing is refused or lost", "things are refused or lost"))
			return errReported
		}
		fmt.Fprintln(a.stderr, "kg: nothing is refused or lost")
		return nil
	}
	return c
}

// linted is a finding in a file.
type linted struct {
	file string
	lint.Finding
}

// lintFiles checks files, and counts what is refused or lost.
func (a *app) lintFiles(names []string, kind string, notes bool) (all []linted, bad int, err error) {
	for _, name := range names {
		var data []byte
		if name == "-" {
			data, err = io.ReadAll(a.stdin)
		} else {
			data, err = os.ReadFile(name)
		}
		if err != nil {
			return nil, 0, plain(name, err)
		}
		format := lintFormat(name, kind, data)
		if format == "" {
			return nil, 0, fmt.Errorf("%s: neither GraphML nor GEXF nor DOT; --as says which it is to be", name)
		}
		for _, f := range lint.Check(format, data) {
			if f.Weight != lint.Note {
				bad++
			} else if !notes {
				continue
			}
			all = append(all, linted{name, f})
		}
	}
	return all, bad, nil
}

// lintFormat returns the format of a file by what was asked for, its ending or
// its first bytes.
func lintFormat(name, kind string, data []byte) string {
	if kind != "" {
		return kind
	}
	for _, f := range lint.Formats() {
		if slices.Contains(f.Endings, strings.ToLower(filepath.Ext(name))) {
			return f.Name
		}
	}
	return lint.Guess(data)
}

func writeLinted(w io.Writer, all []linted) error {
	for _, f := range all {
		more := ""
		if f.More > 0 {
			more = fmt.Sprintf(" (and %d more)", f.More)
		}
		if _, err := fmt.Fprintf(w, "%s:%d: %s: %s [%s]%s\n", f.file, f.Line, f.Weight, f.Text, f.Readers, more); err != nil {
			return err
		}
	}
	return nil
}

func writeLintedJSON(w io.Writer, all []linted) error {
	type finding struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Weight  string `json:"weight"` // refused, lost, note
		Rule    string `json:"rule"`
		Readers string `json:"readers"`
		Text    string `json:"text"`
		More    int    `json:"more"` // lines after the first where the same is found
	}
	out := []finding{}
	for _, f := range all {
		out = append(out, finding{f.file, f.Line, f.Weight.String(), f.Rule, f.Readers, f.Text, f.More})
	}
	return encode(w, out)
}
