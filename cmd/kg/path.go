package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/schema"
)

func (a *app) path() *cobra.Command {
	c := &cobra.Command{
		Use:   "path [flags] FROM TO",
		Short: "Show how two entities are connected",
		Long: `path prints the shortest paths between two entities, hop by hop, with the
relation, its status and date, and the sentence that states it. Relations are
walked in either direction. An entity is named as the documents name it
("Brandsdottir"), by its full name or by its ID. What is denied connects no one
unless asked for.`,
		Example: `  kg path Brandsdottir Norway
  kg path --format json --limit 1 "Fergal Devanny" "Western Trawler Association"
  kg path --modality asserted --relation met Devanny Brandsdottir`,
		Args: takes(2, 2, "FROM and TO"),
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text or json")
	limit := c.Flags().Int("limit", 3, "print at most `n` paths")
	hops := c.Flags().Int("max-hops", 0, "no path of more than `n` hops (0: any number)")
	directed := c.Flags().Bool("directed", false, "walk from subject to object only")
	relations := c.Flags().StringSlice("relation", nil, "use only these relations")
	modalities := c.Flags().StringSlice("modality", nil, "use only these: asserted, planned, possible, denied")
	completeWith(c, "format", "text", "json")
	completeRelations(c)
	completeWith(c, "modality", "asserted", "planned", "possible", "denied")
	c.RunE = func(c *cobra.Command, names []string) error {
		write, ok := map[string]func(io.Writer, *answer) error{"text": writePaths, "json": writePathsJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		if *limit < 1 || *hops < 0 {
			return usagef("--limit must be 1 or more and --max-hops 0 or more")
		}
		options := graph.PathOptions{Limit: *limit, MaxHops: *hops, Directed: *directed}
		var err error
		if options.Modalities, err = knownModalities(*modalities); err != nil {
			return err
		}
		g, err := a.load(c.Context(), *file)
		if err != nil {
			return err
		}
		if options.Relations, err = knownRelations(g.Schema(), *relations); err != nil {
			return err
		}
		found, err := connect(g, names[0], names[1], options)
		if err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, found) })
	}
	return c
}

// knownRelations checks names against the schema.
func knownRelations(s *schema.Schema, names []string) ([]string, error) {
	for _, name := range names {
		if s.RelationIndex(name) < 0 {
			var known []string
			for _, r := range s.Relations() {
				known = append(known, r.Name)
			}
			return nil, usagef("unknown relation %q; known: %s", name, strings.Join(known, ", "))
		}
	}
	return names, nil
}

func knownModalities(names []string) ([]schema.Modality, error) {
	var list []schema.Modality
	for _, name := range names {
		m, ok := schema.ParseModality(name)
		if !ok {
			return nil, usagef("unknown modality %q; known: asserted, planned, possible, denied", name)
		}
		list = append(list, m)
	}
	return list, nil
}

// An answer is what kg path found.
type answer struct {
	view
	from, to *graph.Node
	paths    []graph.Path // at least one
}

// connect finds the paths between the entities of two names. Its errors are
// for people: who is unknown, who else may be meant, that no path is there.
func connect(g *graph.Graph, from, to string, o graph.PathOptions) (*answer, error) {
	a, err := named(g, from)
	if err != nil {
		return nil, err
	}
	b, err := named(g, to)
	if err != nil {
		return nil, err
	}
	paths, err := g.ShortestPaths(a.ID, b.ID, o)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no path from %s to %s%s", a.Label, b.Label, narrowed(o))
	}
	return &answer{view{g}, a, b, paths}, nil
}

// narrowed reminds of options that may have hidden a path.
func narrowed(o graph.PathOptions) string {
	if o.MaxHops > 0 || o.Directed || len(o.Relations) > 0 || len(o.Modalities) > 0 {
		return " with these options"
	}
	return ""
}

// named returns the one node of a name.
func named(g *graph.Graph, name string) (*graph.Node, error) {
	nodes := g.Find(name)
	switch len(nodes) {
	case 1:
		return &nodes[0], nil
	case 0:
		if near := g.Nearest(name, 5); len(near) > 0 {
			return nil, fmt.Errorf("no entity named %q; nearest: %s", name, list(near))
		}
		return nil, fmt.Errorf("no entity named %q, nor any like it", name)
	}
	return nil, fmt.Errorf("%q may be %s; say which by its ID", name, listWithIDs(nodes))
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
