package main

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
	"kg/out"
	"kg/out/diagram"
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
unless asked for.

--k N goes on to longer paths, the best N; --all lists all of at most --max-hops
hops. No path passes an entity twice. --weight certainty takes the path whose
relations are the surest together: stated with confidence, by several documents
each by itself, and as a fact rather than a plan. --chronological takes paths on
which no hop is earlier than the one before; what has no date of its own has
that of the first document that tells of it. With one of these or --via the best
path alone is printed, unless --k or --limit asks for more.`,
		Example: `  kg path Brandsdottir Norway
  kg path --format json --limit 1 "Fergal Devanny" "Western Trawler Association"
  kg path --status asserted --relation met Devanny Brandsdottir
  kg path --k 5 --avoid Norway --type Person,Meeting Devanny Brandsdottir
  kg path --all --max-hops 3 --since 2025-03 --direction out Devanny Norway
  kg path --via "Western Trawler Association" --weight certainty Devanny Norway
  kg path --chronological --format svg -o path.svg Devanny Norway`,
	}
	file := graphFlag(c)
	f := newPathFlags(c)
	takesNames(c, &f.narrow.ids, 2, 2, "FROM and TO")
	c.RunE = func(c *cobra.Command, names []string) error {
		if err := f.check(c); err != nil {
			return err
		}
		g, err := openSaved(c.Context(), *file)
		if err != nil {
			return err
		}
		defer g.Close()
		options, err := f.options(g)
		if err != nil {
			return err
		}
		names = f.narrow.ids.among(names, 2)
		found, err := f.connect(g, names[0], names[1], options)
		if err != nil {
			return err
		}
		return a.tell(c.Context(), f, found)
	}
	return c
}

// tell writes the answer in the format that the flags want.
func (a *app) tell(ctx context.Context, f *pathFlags, found *answer) error {
	switch f.format {
	case "json":
		return a.emit(ctx, f.output, func(w io.Writer) error { return writePathsJSON(w, found) })
	case "text":
		return a.emit(ctx, f.output, func(w io.Writer) error { return writePaths(w, found) })
	}
	return a.drawPart(ctx, f.format, f.output, found.g, found.from.Label+" – "+found.to.Label)
}

// drawPart draws the whole of a small graph under a title.
func (a *app) drawPart(ctx context.Context, name, output string, part *graph.Graph, title string) error {
	format, _ := out.Lookup(name)
	x := &exporter{app: a, output: output, drawFlags: &drawFlags{diagram: &diagram.Options{All: true, Title: title}, timeout: 20 * time.Second}}
	return x.draw(ctx, format, part)
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

// An answer is what kg path found. Its view is of the paths alone.
type answer struct {
	view
	from, to *graph.Node
	paths    []graph.Path // at least one
}

// connect finds the paths between the entities of two names: the shortest, or
// several of any length. Its errors are for people: who is unknown, who else
// may be meant, that no path is there.
func (p *pathFlags) connect(g *store.Saved, from, to string, o graph.PathOptions) (*answer, error) {
	a, err := p.narrow.ids.named(g, from)
	if err != nil {
		return nil, err
	}
	b, err := p.narrow.ids.named(g, to)
	if err != nil {
		return nil, err
	}
	find := g.ShortestPaths
	if p.several() {
		find = g.Paths
	}
	paths, err := find(a.ID, b.ID, o)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no path from %s to %s%s", a.Label, b.Label, narrowed(o))
	}
	part, err := g.Along(paths)
	return &answer{view{part}, a, b, paths}, err
}

// narrowed reminds of options that may have hidden a path.
func narrowed(o graph.PathOptions) string {
	if o.Limit, o.Weight = 0, graph.Hops; reflect.DeepEqual(o, graph.PathOptions{}) {
		return ""
	}
	return " with these options"
}
