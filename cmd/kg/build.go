package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/correct"
	"kg/internal/domain"
	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/source"
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
	domain      domain.Domain // of own, or else of the graph file; with the corrections
	corrections *correct.Corrections
	schema      *schema.Schema     // of domain
	line        *pipeline.Pipeline // nil until the first document is read
}

func (b *builder) run(ctx context.Context, file string, paths []string) error {
	began := time.Now()
	names, errs := source.List(paths)
	docs, more := b.documents(ctx, names)
	s := summary{file: file, errs: append(errs, more...), began: began}
	st, err := store.OpenToSave(ctx, file)
	if err != nil {
		return err
	}
	defer st.Close()
	if err := b.update(ctx, st, docs, &s); err != nil {
		return err
	}
	return s.report(b.app)
}

// update adds documents to the file, takes out those to be removed, and makes
// its graph anew.
func (b *builder) update(ctx context.Context, st *store.Store, docs []*source.Document, s *summary) error {
	entries, err := st.Entries(ctx)
	if err != nil {
		return err
	}
	if err := addable(ctx, st, s.file, entries); err != nil {
		return err
	}
	changed, err := b.chooseDomain(ctx, st, s.file)
	if err != nil {
		return err
	}
	kept, err := without(entries, b.remove)
	if err != nil {
		return fmt.Errorf("%s: %w", s.file, err)
	}
	plan := store.NewPlan(kept, docs, pipeline.Version(b.domain))
	added, more, err := b.readings(ctx, plan.Read)
	if err != nil {
		return err
	}
	again, evenMore, err := b.readings(ctx, plan.Again)
	if err != nil {
		return err
	}
	s.errs = slices.Concat(s.errs, more, evenMore)
	s.add(docs, plan, added, again)
	all := slices.Concat(plan.Stay, added, again)
	all = append(all, unreplaced(kept, all, append(plan.Read, plan.Again...))...)
	slices.SortStableFunc(all, func(x, y store.Entry) int { return strings.Compare(x.Document.Name, y.Document.Name) })
	g, err := b.graph(all)
	if err != nil {
		return err
	}
	if changed || len(added)+len(again) > 0 || len(all) != len(entries) {
		if err := st.Save(ctx, all, b.domain, g); err != nil {
			return err
		}
	}
	s.documents, s.nodes, s.edges = len(all), len(g.Nodes()), len(g.Edges())
	return nil
}

// without returns the entries but those of these names.
func without(entries []store.Entry, names []string) ([]store.Entry, error) {
	for _, n := range names {
		before := len(entries)
		entries = slices.DeleteFunc(slices.Clone(entries), func(e store.Entry) bool { return e.Document.Name == n })
		if len(entries) == before {
			return nil, fmt.Errorf("no document is called %q", n)
		}
	}
	return entries, nil
}

// unreplaced returns the entries that documents were to replace that could not
// be read and so are not in all.
func unreplaced(entries, all []store.Entry, docs []*source.Document) (kept []store.Entry) {
	planned, there := map[string]bool{}, map[string]bool{}
	for _, d := range docs {
		planned[d.Name] = true
	}
	texts := map[string]bool{}
	for i := range all {
		there[all[i].Document.Name], texts[all[i].Document.Text] = true, true
	}
	for _, e := range entries {
		if d := &e.Document; planned[d.Name] && !there[d.Name] && !texts[d.Text] {
			kept = append(kept, e)
		}
	}
	return kept
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
func addable(ctx context.Context, st *store.Store, file string, entries []store.Entry) error {
	if len(entries) > 0 {
		return nil
	}
	g, err := st.Graph(ctx)
	if err == nil && len(g.Nodes()) > 0 {
		err = fmt.Errorf("%s: an imported graph, to which no documents can be added; build into another file", file)
	}
	return err
}

// documents loads the documents of these names, in their order, and says which
// could not be loaded.
func (b *builder) documents(ctx context.Context, names []string) (docs []*source.Document, errs []error) {
	loaded := make([]*source.Document, len(names))
	failed := make([]error, len(names))
	b.each(ctx, len(names), func(i int) { loaded[i], failed[i] = b.reader.Read(names[i]) })
	docs = slices.DeleteFunc(loaded, func(d *source.Document) bool { return d == nil })
	errs = slices.DeleteFunc(failed, func(err error) bool { return err == nil })
	return docs, errs
}

// readings reads the documents, in their order. What fails on one document is
// in failed; err tells that nothing could be read.
func (b *builder) readings(ctx context.Context, docs []*source.Document) (added []store.Entry, failed []error, err error) {
	if len(docs) == 0 {
		return nil, nil, ctx.Err()
	}
	line, err := b.pipeline()
	if err != nil {
		return nil, nil, err
	}
	bar := newProgress(b.stderr, len(docs), "documents")
	readings := make([]*fact.Reading, len(docs))
	errs := make([]error, len(docs))
	b.each(ctx, len(docs), func(i int) {
		readings[i], errs[i] = safely(line, docs[i])
		bar.step()
	})
	bar.clear()
	for i, d := range docs {
		if errs[i] != nil {
			failed = append(failed, errs[i])
		} else {
			added = append(added, store.Entry{Document: *d, Reading: readings[i], Reader: pipeline.Version(b.domain)})
		}
	}
	return added, failed, ctx.Err()
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

// graph makes the graph of what was read from all documents, and says which
// corrections no longer apply.
func (b *builder) graph(entries []store.Entry) (*graph.Graph, error) {
	docs := make([]*source.Document, len(entries))
	readings := make([]*fact.Reading, len(entries))
	for i := range entries {
		docs[i], readings[i] = &entries[i].Document, entries[i].Reading
	}
	g, idle, err := pipeline.Corrected(b.schema, docs, readings, b.corrections)
	for _, message := range idle {
		fmt.Fprintf(b.stderr, "kg: %s\n", message)
	}
	return g, err
}

// safely reads doc. A panic is the error of this document and stops no other.
func safely(line *pipeline.Pipeline, doc *source.Document) (*fact.Reading, error) {
	return guarded(doc, line.Read)
}

// guarded calls read with doc and makes an error of a panic.
func guarded[T any](doc *source.Document, read func(*source.Document) T) (r T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: a defect of kg met this document, please report it: %s", doc.Name, oneLine(fmt.Sprint(p)))
		}
	}()
	return read(doc), nil
}

// each calls do for 0 to n-1, several at a time, until ctx ends.
func (b *builder) each(ctx context.Context, n int, do func(i int)) {
	jobs := b.jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
