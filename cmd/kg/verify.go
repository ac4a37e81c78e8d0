package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/source"
	"kg/internal/store"
)

func (a *app) verify() *cobra.Command {
	c := &cobra.Command{
		Use:   "verify [flags]",
		Short: "Check that every piece of evidence is what its document says",
		Long: `verify reads the graph file and checks that the evidence of every relation is
exactly those bytes of its document, that both ends are there and that the
schema allows it. The document is the text that the graph file holds, and the
file that it was read from, where that is still there. The exit status is 1 if
something is wrong.`,
		Example: "  kg verify -g talks.kg",
		Args:    takes(0, 0, "no argument"),
	}
	file := graphFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		st, err := openGraph(*file)
		if err != nil {
			return err
		}
		defer st.Close()
		return a.check(c.Context(), st)
	}
	return c
}

// check tells of each piece of evidence that is not in its document, or not any
// more, and how many are. Evidence of documents that an imported graph does not hold cannot
// be checked and is counted.
func (a *app) check(ctx context.Context, st *store.Store) error {
	g, err := st.Graph(ctx)
	if err != nil {
		return err
	}
	entries, err := st.Entries(ctx)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for _, e := range entries {
		texts[e.Document.Name] = e.Document.Text
	}
	files, away := readAgain(entries)
	if away > 0 {
		fmt.Fprintf(a.stderr, "kg: %s not here; what the graph file holds of them was checked\n", counted(away, "file is", "files are"))
	}
	right, wrong, unknown := 0, 0, 0
	for i := range g.Edges() {
		e := &g.Edges()[i]
		for k := range e.Evidence {
			v := &e.Evidence[k]
			text, held := texts[v.Doc]
			switch {
			case !held:
				unknown++
			case !sliced(text, v):
				wrong++
				fmt.Fprintf(a.stderr, "kg: %s: bytes %d to %d are not the evidence of %s\n", v.Doc, v.Start, v.End, e.ID)
			case files[v.Doc] != nil && !sliced(files[v.Doc].Text, v):
				wrong++
				fmt.Fprintf(a.stderr, "kg: %s: the file was changed: bytes %d to %d are not the evidence of %s any more\n", v.Doc, v.Start, v.End, e.ID)
			default:
				right++
			}
		}
	}
	return a.verdict(a.stdout, right, wrong, unknown)
}

// readAgain reads the files of documents that are still there, by name, and
// counts the others.
func readAgain(entries []store.Entry) (files map[string]*source.Document, away int) {
	files = map[string]*source.Document{}
	for _, e := range entries {
		name := e.Document.Name
		if doc, err := (&source.Reader{}).Read(name); err == nil {
			files[name] = doc
		} else {
			away++
		}
	}
	return files, away
}

// sliced reports whether evidence is exactly its bytes of the text.
func sliced(text string, v *graph.Evidence) bool {
	return v.Start >= 0 && v.Start <= v.End && v.End <= len(text) && text[v.Start:v.End] == v.Text
}

func (a *app) verdict(w io.Writer, right, wrong, unknown int) error {
	fmt.Fprintf(w, "%s as the documents say", counted(right, "piece of evidence", "pieces of evidence"))
	if unknown > 0 {
		fmt.Fprintf(w, ", %d of documents that are not here", unknown)
	}
	if wrong > 0 {
		fmt.Fprintf(w, ", %d wrong\n", wrong)
		return errReported
	}
	_, err := fmt.Fprintln(w)
	return err
}
