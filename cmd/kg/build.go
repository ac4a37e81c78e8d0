package main

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"kg/internal/correct"
	"kg/internal/domain"
	"kg/internal/pipeline"
	"kg/internal/source"
	"kg/internal/spool"
	"kg/internal/store"
	"kg/schema"
)

func (a *app) build() *cobra.Command {
	b := &builder{app: a}
	c := &cobra.Command{
		Use:   "build [flags] PATH...",
		Short: "Read documents into the graph file",
		Long: `build reads documents into the graph file: text files, folders with *.txt and
*.md files at any depth, "-" for standard input. Building again with more
documents adds them; a document that is there already changes nothing, one that
was changed is read again, and so are all when another version of kg, its models
or its rules read them. A document that cannot be read is named and left out,
and kg exits with 1.

--rules and --schema add files of your own (see kg rules --help). The graph file
keeps them: later builds into it use them until others are named.

What corrections.yaml beside the graph file says, or the file that --corrections
names, is applied to every graph that is built (see kg merge --help).`,
		Example: `  kg build -g talks.kg examples/talks
  kg build --date 2025-12-01 article.txt
  pdftotext report.pdf - | kg build -
  kg build -g deals.kg --rules rules.yaml --schema schema.yaml news/`,
		Args: takes(1, -1, "one PATH or more"),
	}
	file := graphFlag(c)
	b.own = domainFlags(c, "rules", "schema")
	b.corrected = correctionsFlag(c)
	c.Flags().StringVar(&b.reader.Date, "date", "", "the `day` (YYYY-MM-DD) of documents that give none")
	megabytes := c.Flags().Int64("max-size", source.DefaultMaxBytes>>20, "leave out documents larger than `n` MB")
	c.Flags().IntVarP(&b.jobs, "jobs", "j", 0, "read `n` documents at a time (0: one for each processor)")
	c.RunE = func(c *cobra.Command, paths []string) error {
		if err := checkDay(b.reader.Date); err != nil {
			return err
		}
		if *megabytes < 1 || b.jobs < 0 {
			return usagef("--max-size must be 1 or more and --jobs 0 or more")
		}
		b.reader.MaxBytes, b.reader.Stdin = *megabytes<<20, a.stdin
		return b.run(c.Context(), *file, paths)
	}
	return c
}

// A builder is one run of kg build.
type builder struct {
	*app
	reader      source.Reader
	jobs        int
	own         *domainFiles
	corrected   *string       // the file of corrections that the user names; empty for the one beside the graph file
	remove      []string      // names of documents to take out
	spool       *spool.Spool  // the texts that were offered
	domain      domain.Domain // of own, or else of the graph file; with the corrections
	corrections *correct.Corrections
	schema      *schema.Schema     // of domain
	line        *pipeline.Pipeline // nil until the first document is read
}

func (b *builder) run(ctx context.Context, file string, paths []string) error {
	s := summary{file: file, began: time.Now()}
	b.spool = spool.New(file + ".work")
	defer b.spool.Close() // what it met is told where it is read
	names, errs := source.List(paths)
	offered, more := b.documents(ctx, names)
	s.errs = append(errs, more...)
	st, err := store.OpenToSave(ctx, file)
	if err != nil {
		return err
	}
	defer st.Close()
	if err := b.update(ctx, st, offered, &s); err != nil {
		return err
	}
	return s.report(b.app)
}

// update adds documents to the file, takes out those to be removed, and makes
// its graph anew. What was read from a document is in memory only until it is
// written.
func (b *builder) update(ctx context.Context, st *store.Store, offered []*offer, s *summary) error {
	records, err := st.Records(ctx)
	if err != nil {
		return err
	}
	if err := addable(ctx, st, s.file, records); err != nil {
		return err
	}
	changed, err := b.chooseDomain(ctx, st, s.file)
	if err != nil {
		return err
	}
	kept, err := without(records, b.remove)
	if err != nil {
		return fmt.Errorf("%s: %w", s.file, err)
	}
	steps := b.plan(kept, offered, s)
	if !changed && len(steps) == len(records) && allStay(steps) && b.corrections.Empty() {
		s.documents = len(steps)
		s.nodes, s.edges, err = st.Size(ctx)
		return err
	}
	w, err := st.Rewrite(ctx)
	if err != nil {
		return err
	}
	defer w.Discard()
	if err := b.fill(ctx, st, w, steps, s); err != nil {
		return err
	}
	if changed || s.read+s.again > 0 || w.Entries() != len(records) {
		return w.Commit()
	}
	return w.Err()
}

// gcPercent is how much the heap may grow, while the graph is made, before what
// is free is collected: that takes an eighth of the time of reading, so memory
// is worth more than the little that the collector adds.
const gcPercent = 50

// fill writes the new file: the documents and what was read from them, and
// their graph.
func (b *builder) fill(ctx context.Context, st *store.Store, w *store.Rewrite, steps []step, s *summary) error {
	maker := pipeline.NewMaker(b.spool)
	err := b.entries(ctx, st, steps, s, func(e *store.Entry) error {
		w.Entry(e)
		maker.Add(&e.Document, e.Reading)
		return w.Err()
	})
	if err != nil {
		return err
	}
	w.Domain(b.domain)
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	b.line = nil // all is read, and its memory is wanted
	made, err := maker.Make(b.schema, b.corrections, w)
	for _, message := range made.Idle {
		fmt.Fprintf(b.stderr, "kg: %s\n", message)
	}
	s.documents, s.nodes, s.edges = w.Entries(), made.Nodes, made.Edges
	return err
}

// without returns the records but those of these names.
func without(records []store.Record, names []string) ([]store.Record, error) {
	for _, n := range names {
		before := len(records)
		records = slices.DeleteFunc(slices.Clone(records), func(r store.Record) bool { return r.Name == n })
		if len(records) == before {
			return nil, fmt.Errorf("no document is called %q", n)
		}
	}
	return records, nil
}

// pipeline loads the models when the first document is to be read.
func (b *builder) pipeline() (line *pipeline.Pipeline, err error) {
	if b.line == nil {
		b.line, err = pipeline.With(b.domain)
	}
	return b.line, err
}

// addable refuses a graph without documents, as kg import makes it: building
// would lose it.
func addable(ctx context.Context, st *store.Store, file string, records []store.Record) error {
	if len(records) > 0 {
		return nil
	}
	g, err := st.Graph(ctx)
	if err == nil && len(g.Nodes()) > 0 {
		err = fmt.Errorf("%s: an imported graph, to which no documents can be added; build into another file", file)
	}
	return err
}

// chooseDomain takes the files that the user names, or else those that the
// graph file was built with, and the corrections. Their faults are told before
// anything is read. It reports whether the corrections are others than those of
// the file.
func (b *builder) chooseDomain(ctx context.Context, st *store.Store, file string) (changed bool, err error) {
	old, err := st.Domain(ctx)
	if err != nil {
		return false, err
	}
	b.domain = old
	if b.own != nil && b.own.named() {
		if b.domain, err = b.own.load(); err != nil {
			return false, err
		}
	}
	if b.domain.Corrections, err = corrections(*b.corrected, file, old.Corrections.Name); err != nil {
		return false, err
	}
	if !b.domain.Empty() {
		if _, err = b.pipeline(); err != nil {
			return false, err
		}
	}
	if b.schema, err = b.domain.Schema(); err != nil {
		return false, err
	}
	b.corrections, err = correct.Parse(b.schema, b.domain.Corrections.Name, b.domain.Corrections.Text)
	return b.domain.Corrections.Text != old.Corrections.Text, err
}
