package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/correct"
	"kg/internal/domain"
	"kg/internal/explain"
	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/source"
	"kg/internal/store"
	"kg/schema"
)

func (a *app) explain() *cobra.Command {
	x := &explainer{app: a}
	c := &cobra.Command{
		Use:   "explain [flags] FILE | EDGE | FROM TO",
		Short: "Show which words and which rule made each relation",
		Long: `explain prints for each relation the sentence with the matched words marked
below it (s subject, o object, t trigger, m what decides the modality, d date),
the rule, how the date was reckoned, and by which earlier words a pronoun or a
description is known.

With a FILE ("-": standard input) it reads the text and explains all that it
finds. Of a graph file it explains one edge, by its ID, or all edges between two
entities, by the names that the documents use.`,
		Example: `  kg explain article.txt
  kg explain -g talks.kg Devanny Brandsdottir
  kg explain -g talks.kg --format json e-e80b930ab8dbccad
  kg explain --rules rules.yaml --schema schema.yaml --relation acquired news.txt`,
		Args: takes(1, 2, "a FILE, an EDGE, or FROM and TO"),
	}
	c.Flags().StringVarP(&x.file, "graph", "g", "graph.kg", "the graph `file`")
	_ = c.MarkFlagFilename("graph", "kg") // fails only for a flag that is not there
	choosable(c, &x.ids)
	x.own = domainFlags(c, "rules", "schema")
	c.Flags().StringVar(&x.reader.Date, "date", "", "the `day` (YYYY-MM-DD) of a FILE that gives none")
	c.Flags().StringSliceVar(&x.relations, "relation", nil, "explain only these relations")
	format := c.Flags().String("format", "text", "text or json")
	completeWith(c, "format", "text", "json")
	completeRelations(c)
	c.RunE = func(c *cobra.Command, given []string) error {
		write, ok := map[string]func(io.Writer, *schema.Schema, []explain.Fact) error{"text": writeFacts, "json": writeFactsJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		if err := checkDay(x.reader.Date); err != nil {
			return err
		}
		facts, err := x.run(c.Context(), given, c.Flags().Changed("graph"))
		if err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, x.schema, facts) })
	}
	return c
}

// checkDay refuses what a flag gives for a day and is none.
func checkDay(day string) error {
	if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
		return usagef("--date %q is not a day; write it as 2025-12-01", day)
	}
	return nil
}

// An explainer is one run of kg explain.
type explainer struct {
	*app
	file      string
	own       *domainFiles
	reader    source.Reader
	relations []string
	ids       chosen
	schema    *schema.Schema
}

var edgeForm = regexp.MustCompile(`^e-[0-9a-f]{16}$`)

func (x *explainer) run(ctx context.Context, given []string, inGraph bool) ([]explain.Fact, error) {
	if len(given) == 1 && !inGraph && !edgeForm.MatchString(given[0]) {
		return x.text(given[0])
	}
	if x.own.named() {
		return nil, usagef("the graph file has its own rules and schema; --rules and --schema are for a FILE")
	}
	st, err := openGraph(x.file)
	if err != nil {
		return nil, err
	}
	defer st.Close()
	saved, err := st.Saved(ctx)
	if err != nil {
		return nil, err
	}
	g, err := saved.Graph(ctx)
	if err != nil {
		return nil, err
	}
	if err := x.check(g.Schema()); err != nil {
		return nil, err
	}
	edges, err := x.edges(saved, g, given)
	if err != nil {
		return nil, err
	}
	return x.facts(ctx, st, g, edges)
}

// check takes the schema and holds the relations asked for against it.
func (x *explainer) check(sch *schema.Schema) error {
	x.schema = sch
	_, err := knownRelations(sch, x.relations)
	return err
}

// wanted reports whether the relation is to be explained.
func (x *explainer) wanted(relation string) bool {
	return len(x.relations) == 0 || slices.Contains(x.relations, relation)
}

// text reads a document and explains what it says.
func (x *explainer) text(name string) ([]explain.Fact, error) {
	line, doc, err := readOne(x.app, &x.reader, name, x.own)
	if err != nil {
		return nil, err
	}
	if err := x.check(line.Schema()); err != nil {
		return nil, err
	}
	r, err := safely(line, doc)
	if err != nil {
		return nil, err
	}
	by := explain.New(line.Rules())
	facts := []explain.Fact{}
	for i := range r.Facts {
		if x.wanted(r.Facts[i].Relation) {
			facts = append(facts, by.Fact(doc, r, i))
		}
	}
	if len(facts) == 0 {
		fmt.Fprintf(x.stderr, "kg: %s: no relation found; kg missed says which were near\n", name)
	}
	return facts, nil
}

// readOne loads a document and what is needed to read it.
func readOne(a *app, reader *source.Reader, name string, own *domainFiles) (*pipeline.Pipeline, *source.Document, error) {
	reader.Stdin = a.stdin
	d, err := own.load()
	if err != nil {
		return nil, nil, err
	}
	doc, err := reader.Read(name)
	if err != nil {
		return nil, nil, err
	}
	line, err := pipeline.With(d)
	return line, doc, err
}

// edges returns the edges of an ID, or those between two entities.
func (x *explainer) edges(saved *store.Saved, g *graph.Graph, given []string) ([]*graph.Edge, error) {
	var out []*graph.Edge
	if len(given) == 1 {
		for i := range g.Edges() {
			if e := &g.Edges()[i]; e.ID == given[0] {
				return append(out, e), nil
			}
		}
		return nil, fmt.Errorf("%s: no edge %s; kg export -f json names them, FROM TO finds them", x.file, given[0])
	}
	from, err := x.ids.named(saved, given[0])
	if err != nil {
		return nil, err
	}
	to, err := x.ids.named(saved, given[1])
	if err != nil {
		return nil, err
	}
	between := slices.Concat(g.EdgesBetween(from.ID, to.ID), g.EdgesBetween(to.ID, from.ID))
	for i := range between {
		if x.wanted(between[i].Relation) {
			out = append(out, &between[i])
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no relation joins %s and %s directly; kg path may find a way", from.Label, to.Label)
	}
	return out, nil
}

// facts explains the facts behind edges. An imported graph has none: what the
// edge itself holds must do.
func (x *explainer) facts(ctx context.Context, st *store.Store, g *graph.Graph, edges []*graph.Edge) ([]explain.Fact, error) {
	entries, err := st.Entries(ctx)
	if err != nil {
		return nil, err
	}
	d, err := st.Domain(ctx)
	if err != nil {
		return nil, err
	}
	by, err := newExplainer(d)
	if err != nil {
		return nil, err
	}
	readings := make([]*fact.Reading, len(entries))
	for i := range entries {
		readings[i] = entries[i].Reading
	}
	c, err := correct.Parse(g.Schema(), d.Corrections.Name, d.Corrections.Text)
	if err != nil {
		return nil, err
	}
	origins := pipeline.Origins(g.Schema(), readings, c)
	var facts []explain.Fact
	for _, e := range edges {
		before := len(facts)
		for _, o := range origins(e) {
			facts = append(facts, by.Fact(&entries[o.Reading].Document, readings[o.Reading], o.Fact))
		}
		if len(facts) == before {
			facts = append(facts, bare(g, by, e)...)
		}
	}
	return facts, nil
}

func newExplainer(d domain.Domain) (*explain.Explainer, error) {
	rules, err := pipeline.Rules(d)
	return explain.New(rules), err
}

// bare explains an edge by its evidence alone.
func bare(g *graph.Graph, by *explain.Explainer, e *graph.Edge) []explain.Fact {
	var out []explain.Fact
	label := func(id string) (end explain.End) {
		if n, ok := g.Node(id); ok {
			end = explain.End{Name: n.Label, Type: n.Type, Chain: []explain.Words{}}
		}
		return end
	}
	for _, v := range e.Evidence {
		out = append(out, explain.Fact{
			Doc: v.Doc, Sentence: explain.Words{Start: v.Start, End: v.End, Text: v.Text}, Relation: e.Relation, Subject: label(e.From), Object: label(e.To),
			Modality: e.Modality.String(), Status: e.Modality, Date: explain.Date{ISO: e.Date}, Role: e.Role, Claimed: label(e.Claimed).Name,
			Confidence: e.Confidence, Rule: by.Rule(v.Rule),
		})
	}
	return out
}
