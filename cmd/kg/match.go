package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
	"kg/query"
)

// matchFlags are the flags of kg match.
type matchFlags struct {
	format, output string
	evidence       bool
	budget         int
	timeout        time.Duration
	parameters     map[string]string
	narrow         *selectFlags
}

var matchFormats = []string{"text", "json", "csv", "dot", "svg", "png"}

func (a *app) match() *cobra.Command {
	c := &cobra.Command{
		Use:   "match [flags] 'PATTERN'",
		Short: "Find what fits a pattern of entities and relations",
		Long: `match answers questions in a part of openCypher that reads and never writes:

  MATCH (a:Person)-[r:led]->(d)<-[:member_of*1..2]-(b) WHERE r.date >= '2025-03'
  RETURN b, count(*) AS times ORDER BY times DESC LIMIT 5

or in short, where names are those of entities, quoted if they have several
words, and ?x is whoever fits:

  "Fergal Devanny" -led-> ?d -met-> ?x

Patterns are joined by commas; -[:met]- takes either direction, as does a
relation that has none; *1..4 walks several; shortestPath((a)-[*..6]-(b)) takes
the fewest. WHERE knows = <> < <= > >= =~ IN CONTAINS STARTS WITH ENDS WITH
IS NULL AND OR XOR NOT and EXISTS { pattern }; RETURN knows DISTINCT, AS, count,
collect, min, max, sum and avg. {name: 'Devanny'} names an entity as everywhere
in kg. What is denied matches only where the query speaks of the status of that
relation, as in -[r:met {status: 'denied'}]-, or with --status. No relation is
used twice in one match. Rows come as ORDER BY says, then by their columns.
docs/match.md tells all of it.`,
		Example: `  kg match 'Devanny -met-> ?x'
  kg match --evidence '"Fergal Devanny" -led-> ?d -met-> ?x'
  kg match "MATCH (p:Person)-[r:met]-(q:Person) WHERE r.date >= '2025-03' RETURN p, q, r.date"
  kg match 'MATCH (o:Organization)<-[:member_of]-(p) RETURN o, count(*) AS members ORDER BY members DESC'
  kg match -f svg -o way.svg "MATCH p = shortestPath((a {name: 'Devanny'})-[*..6]-(b {name: 'Norway'})) RETURN p"`,
		Args: takes(1, 1, "one PATTERN in quotes"),
	}
	file := graphFlag(c)
	f := newMatchFlags(c)
	c.RunE = func(c *cobra.Command, given []string) error {
		q, err := f.parse(given[0])
		if err != nil {
			return err
		}
		saved, err := openSaved(c.Context(), *file)
		if err != nil {
			return err
		}
		defer saved.Close()
		result, g, err := f.run(c.Context(), q, saved)
		if err != nil {
			return err
		}
		if len(result.Rows) == 0 {
			fmt.Fprintln(a.stderr, "kg: nothing matches")
		}
		return a.tellMatches(c.Context(), f, g, result)
	}
	return c
}

func newMatchFlags(c *cobra.Command) *matchFlags {
	f := &matchFlags{}
	flags := c.Flags()
	flags.StringVarP(&f.format, "format", "f", "text", strings.Join(matchFormats, ", ")+": the last three show what was matched")
	flags.StringVarP(&f.output, "output", "o", "", "write to `file` instead of standard output")
	flags.BoolVar(&f.evidence, "evidence", false, "print below each row the relations that were matched, with their sentences")
	flags.IntVar(&f.budget, "budget", query.Budget, "look at `n` entities and relations at most")
	flags.DurationVar(&f.timeout, "timeout", time.Minute, "search no longer than this")
	flags.StringToStringVar(&f.parameters, "param", nil, "the text that $name stands for; `name=text` may be repeated")
	f.narrow = selectable(c)
	completeWith(c, "format", matchFormats...)
	return f
}

// parse checks the flags and reads the query.
func (f *matchFlags) parse(pattern string) (*query.Query, error) {
	switch {
	case !slices.Contains(matchFormats, f.format):
		return nil, usagef("unknown format %q; known: %s", f.format, strings.Join(matchFormats, ", "))
	case f.budget < 1:
		return nil, usagef("--budget must be 1 or more")
	case f.timeout <= 0:
		return nil, usagef("--timeout must be more than 0")
	}
	q, err := query.Parse(pattern)
	if err != nil {
		return nil, usageError{pointed(pattern, err)}
	}
	return q, nil
}

// run answers the query, and returns with the answer a graph that holds what it
// speaks of. Where flags narrow the graph, that part is read before.
func (f *matchFlags) run(ctx context.Context, q *query.Query, saved *store.Saved) (*query.Result, *graph.Graph, error) {
	if f.narrow.none() {
		limited, stop := context.WithTimeout(ctx, f.timeout)
		defer stop()
		result, err := q.Ask(limited, saved.Index, saved, f.options())
		if err != nil {
			return nil, nil, pointed(q.String(), err)
		}
		g, err := saved.Along([]graph.Path{matchedPart(result)})
		return result, g, err
	}
	g, err := f.narrow.apply(ctx, saved)
	if err != nil {
		return nil, nil, err
	}
	limited, stop := context.WithTimeout(ctx, f.timeout)
	defer stop()
	result, err := q.Run(limited, g, f.options())
	if err == nil && f.drawn() {
		g = g.Along([]graph.Path{matchedPart(result)})
	}
	return result, g, pointed(q.String(), err)
}

func (f *matchFlags) options() query.Options {
	o := query.Options{Budget: f.budget, Parameters: map[string]any{}, Denied: len(f.narrow.modalities) > 0, Edges: f.evidence || f.drawn()}
	for name, text := range f.parameters {
		o.Parameters[name] = text
	}
	return o
}

// drawn reports whether a picture is wanted.
func (f *matchFlags) drawn() bool { return !slices.Contains([]string{"text", "json", "csv"}, f.format) }

// pointed adds to a mistake in a query its line, with a mark below the place.
func pointed(text string, err error) error {
	var mistake *query.Error
	if !errors.As(err, &mistake) {
		return err
	}
	line := strings.Split(text, "\n")[mistake.Line-1]
	before := []rune(line)[:min(mistake.Column-1, len([]rune(line)))]
	for i, r := range before {
		if r != '\t' {
			before[i] = ' '
		}
	}
	return fmt.Errorf("%w\n  %s\n  %s^", err, line, string(before))
}

// tellMatches writes the answer in the format that the flags want; g is the part
// of the graph that it speaks of.
func (a *app) tellMatches(ctx context.Context, f *matchFlags, g *graph.Graph, r *query.Result) error {
	if f.drawn() {
		return a.drawPart(ctx, f.format, f.output, g, "")
	}
	write := map[string]func(io.Writer, view, *query.Result) error{"text": writeRows, "json": writeRowsJSON, "csv": writeRowsCSV}[f.format]
	return a.emit(ctx, f.output, func(w io.Writer) error { return write(w, view{g}, r) })
}

// matchedPart gathers all nodes and relations of an answer.
func matchedPart(r *query.Result) graph.Path {
	var p graph.Path
	seen := map[string]bool{}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			p.Nodes = append(p.Nodes, id)
		}
	}
	var gather func(v any)
	gather = func(v any) {
		switch v := v.(type) {
		case *graph.Node:
			add(v.ID)
		case *graph.Edge:
			add(v.From)
			add(v.To)
			p.Hops = append(p.Hops, graph.Hop{Edges: []graph.Edge{*v}})
		case query.Path:
			for _, n := range v.Nodes {
				gather(n)
			}
			for _, e := range v.Edges {
				gather(e)
			}
		case []any:
			for _, x := range v {
				gather(x)
			}
		}
	}
	for _, row := range r.Rows {
		gather(row.Values)
		for _, e := range row.Edges {
			gather(e)
		}
	}
	return p
}
