package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
)

// chosen are the IDs given by --id: each stands for a name that is not given,
// or says who is meant of several of a name.
type chosen []string

// choosable gives c the flag --id.
func choosable(c *cobra.Command, ids *chosen) {
	c.Flags().StringArrayVar((*[]string)(ids), "id", nil, "the entity of this `ID`, in the place of a name or among several of one name; may be repeated")
}

// takesNames checks the number of names, in the place of which IDs may stand.
func takesNames(c *cobra.Command, ids *chosen, least, most int, what string) {
	c.Args = func(c *cobra.Command, given []string) error {
		return takes(least, most, what)(c, ids.among(given, most))
	}
}

// among returns the names, after as many IDs as there is room for if there are
// to be so many of both.
func (ids chosen) among(names []string, most int) []string {
	return append(slices.Clone(ids[:min(len(ids), max(0, most-len(names)))]), names...)
}

// named returns the one node of a name.
func (ids chosen) named(g *store.Saved, name string) (*graph.Node, error) {
	nodes, err := g.Find(name)
	if err != nil {
		return nil, err
	}
	if len(nodes) > 1 {
		if meant := slices.DeleteFunc(slices.Clone(nodes), func(n graph.Node) bool { return !slices.Contains(ids, n.ID) }); len(meant) > 0 {
			nodes = meant
		}
	}
	switch len(nodes) {
	case 1:
		return &nodes[0], nil
	case 0:
		return nil, unknown(g, name)
	}
	return nil, fmt.Errorf("%q may be %s; say which by its ID, as with --id %s", name, listWithIDs(nodes), nodes[0].ID)
}

// unknown is the error for a name that nobody has.
func unknown(g *store.Saved, name string) error {
	near, err := g.Nearest(name, 5)
	switch {
	case err != nil:
		return err
	case len(near) == 0:
		return fmt.Errorf("no entity named %q, nor any like it", name)
	}
	return fmt.Errorf("no entity named %q; nearest: %s", name, list(near))
}

func list(nodes []graph.Node) string {
	labels := make([]string, len(nodes))
	for i, n := range nodes {
		labels[i] = n.Label
	}
	return strings.Join(labels, ", ")
}

func listWithIDs(nodes []graph.Node) string {
	shown := nodes[:min(len(nodes), 8)]
	labels := make([]string, len(shown))
	for i, n := range shown {
		labels[i] = fmt.Sprintf("%s (%s)", n.Label, n.ID)
	}
	more := ""
	if len(shown) < len(nodes) {
		more = fmt.Sprintf(" or %d more", len(nodes)-len(shown))
	}
	return strings.Join(labels, " or ") + more
}
