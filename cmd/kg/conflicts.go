package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kg/graph"
)

func (a *app) conflicts() *cobra.Command {
	c := &cobra.Command{
		Use:   "conflicts [flags]",
		Short: "List what contradicts itself, with both sentences",
		Long: `conflicts lists pairs of relations that cannot both be true, each with its
sentence: what is stated and denied, supported and opposed, a meeting with two
dates or two places, an office with two holders. What people claim is held
against their own claims only.`,
		Example: `  kg conflicts -g talks.kg
  kg conflicts -g talks.kg --format json`,
		Args: takes(0, 0, "no arguments"),
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text or json")
	completeWith(c, "format", "text", "json")
	narrow := selectable(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		write, ok := map[string]func(io.Writer, view, []graph.Conflict) error{"text": writeConflicts, "json": writeConflictsJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		g, err := a.only(c, *file, narrow)
		if err != nil {
			return err
		}
		found := g.Conflicts()
		if len(found) == 0 {
			fmt.Fprintln(a.stderr, "kg: nothing contradicts itself")
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, view{g}, found) })
	}
	return c
}

// titles say what kind a conflict is.
var titles = map[string]string{
	graph.Contradicted: "stated and denied", graph.Against: "for and against", graph.TwoDates: "two dates of one meeting",
	graph.TwoPlaces: "two places", graph.TwoHolders: "one office, two holders",
}

func writeConflicts(w io.Writer, v view, found []graph.Conflict) error {
	for i, c := range found {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, titles[c.Kind])
		for _, e := range []*graph.Edge{c.A, c.B} {
			fmt.Fprintf(w, "  %s %s %s (%s)\n      %s\n      %s\n", v.label(e.From), v.reading(e, e.From), v.label(e.To), v.status(e, e.From), quote(e.Evidence[0].Text), sources(e))
		}
	}
	return nil
}

func writeConflictsJSON(w io.Writer, v view, found []graph.Conflict) error {
	type side struct {
		From jsonNode `json:"from"`
		To   jsonNode `json:"to"`
		jsonEdge
	}
	type conflict struct {
		Kind  string  `json:"kind"`
		Sides [2]side `json:"sides"`
	}
	out := []conflict{}
	for _, c := range found {
		x := conflict{Kind: c.Kind}
		for k, e := range []*graph.Edge{c.A, c.B} {
			x.Sides[k] = side{v.node(e.From), v.node(e.To), v.edge(e, e.From)}
		}
		out = append(out, x)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
