package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
)

func (a *app) find() *cobra.Command {
	c := &cobra.Command{
		Use:   "find [flags] WORDS...",
		Short: "Find entities and sentences by words",
		Long: `find lists the entities whose names or words, and the sentences of the evidence
that have all the words, the best first, each with its document; if nothing has
all of them, what has the most. Upper and lower case and diacritics do not
count. A word of four letters or more also finds those that begin with it. Of a
sentence the relations follow that it states.`,
		Example: `  kg find mackerel quotas
  kg find --limit 3 --since 2025-03 --type Person Corrigan
  kg find --format json inspections | jq '.[].doc'`,
		Args: takes(1, -1, "one of WORDS or more"),
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text or json")
	limit := c.Flags().Int("limit", 10, "list at most `n`")
	narrow := selectable(c)
	completeWith(c, "format", "text", "json")
	c.RunE = func(c *cobra.Command, words []string) error {
		write, ok := map[string]func(io.Writer, view, []graph.Hit) error{"text": writeHits, "json": writeHitsJSON}[*format]
		switch {
		case !ok:
			return usagef("unknown format %q; known: text, json", *format)
		case *limit < 1:
			return usagef("--limit must be 1 or more")
		}
		g, err := a.only(c, *file, narrow)
		if err != nil {
			return err
		}
		query := strings.Join(words, " ")
		hits := g.Search(query, *limit)
		if len(hits) == 0 {
			return fmt.Errorf("nothing found for %q", query)
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, view{g}, hits) })
	}
	return c
}

func writeHits(w io.Writer, v view, hits []graph.Hit) error {
	for _, h := range hits {
		if h.Node == nil {
			fmt.Fprintf(w, "%s\n    %s:%d: %s\n", quote(h.Place.Text), h.Place.Doc, h.Place.Start, strings.Join(v.facts(h.Edges), "; "))
			continue
		}
		fmt.Fprintf(w, "%s, %s, %s\n", oneLine(h.Node.Label), h.Node.Type, h.Node.ID)
		if h.Place != nil {
			fmt.Fprintf(w, "    %s:%d: %s\n", h.Place.Doc, h.Place.Start, counted(len(v.g.EdgesOf(h.Node.ID)), "relation", "relations"))
		}
	}
	return nil
}

// facts says what each edge states, each thing once.
func (v view) facts(edges []*graph.Edge) []string {
	var out []string
	for _, e := range edges {
		if says := fmt.Sprintf("%s %s %s%s", v.label(e.From), v.reading(e, e.From), v.label(e.To), v.doubt(e)); !slices.Contains(out, says) {
			out = append(out, says)
		}
	}
	return out
}

func writeHitsJSON(w io.Writer, v view, hits []graph.Hit) error {
	type fact struct {
		From jsonNode `json:"from"`
		To   jsonNode `json:"to"`
		jsonEdge
	}
	type hit struct {
		Entity *jsonNode `json:"entity,omitempty"`
		Doc    string    `json:"doc,omitempty"`
		Start  int       `json:"start"`
		End    int       `json:"end"`
		Text   string    `json:"text,omitempty"` // of a sentence
		Facts  []fact    `json:"facts,omitempty"`
		Score  float64   `json:"score"`
	}
	out := []hit{}
	for _, h := range hits {
		x := hit{Score: h.Score}
		if h.Place != nil {
			x.Doc, x.Start, x.End = h.Place.Doc, h.Place.Start, h.Place.End
		}
		if h.Node != nil {
			x.Entity = &jsonNode{h.Node.ID, h.Node.Label, h.Node.Type}
		} else {
			x.Text = h.Place.Text
		}
		for _, e := range h.Edges {
			x.Facts = append(x.Facts, fact{v.node(e.From), v.node(e.To), v.edge(e, e.From)})
		}
		out = append(out, x)
	}
	return encode(w, out)
}
