package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
)

func (a *app) neighbors() *cobra.Command {
	c := &cobra.Command{
		Use:   "neighbors [flags] NAME",
		Short: "List the entities around one",
		Long: `neighbors lists the entities that relations join to one, those with the most
relations to it first, and how they are joined.`,
		Example: `  kg neighbors Norway
  kg neighbors --type Person --relation met Devanny`,
	}
	file := graphFlag(c)
	narrow := selectable(c)
	takesNames(c, &narrow.ids, 1, 1, "one NAME")
	c.RunE = func(c *cobra.Command, names []string) error {
		names = narrow.ids.among(names, 1)
		narrow.focus = append(narrow.focus, names[0])
		g, n, err := a.around(c, *file, names[0], narrow)
		if err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return writeNeighbors(w, view{g}, n) })
	}
	return c
}

func writeNeighbors(w io.Writer, v view, n *graph.Node) error {
	joined := map[string][]graph.Edge{}
	for _, e := range v.g.EdgesOf(n.ID) {
		other := e.From
		if other == n.ID {
			other = e.To
		}
		joined[other] = append(joined[other], e)
	}
	nodes := slices.DeleteFunc(slices.Clone(v.g.Nodes()), func(m graph.Node) bool { return len(joined[m.ID]) == 0 })
	slices.SortStableFunc(nodes, func(a, b graph.Node) int {
		return cmp.Or(len(joined[b.ID])-len(joined[a.ID]), strings.Compare(a.Label, b.Label))
	})
	for _, m := range nodes {
		var says []string
		for i := range joined[m.ID] {
			e := &joined[m.ID][i]
			says = append(says, fmt.Sprintf("%s (%s)", v.reading(e, n.ID), v.status(e, n.ID)))
		}
		if _, err := fmt.Fprintf(w, "%s, %s: %s\n", m.Label, m.Type, strings.Join(slices.Compact(says), "; ")); err != nil {
			return err
		}
	}
	if len(nodes) == 0 {
		fmt.Fprintf(w, "nothing is joined to %s\n", n.Label)
	}
	return nil
}
