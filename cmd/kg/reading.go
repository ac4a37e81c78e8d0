package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/source"
	"kg/internal/spool"
	"kg/internal/store"
)

// An offer is a document that the user names, and where its text is.
type offer struct {
	store.Record
	place spool.Place
}

// documents loads the documents of these names, in their order, and says which
// could not be loaded.
func (b *builder) documents(ctx context.Context, names []string) (offered []*offer, errs []error) {
	offered, errs = make([]*offer, len(names)), make([]error, len(names))
	b.each(ctx, len(names), func(i int) {
		doc, err := b.reader.Read(names[i])
		if err != nil {
			errs[i] = err
			return
		}
		offered[i] = &offer{
			Record: store.Record{Name: doc.Name, Hash: store.Hash(doc.Text), Date: doc.Date, Dated: doc.Dated},
			place:  b.spool.Put(pack(doc)),
		}
	})
	offered = slices.DeleteFunc(offered, func(o *offer) bool { return o == nil })
	return offered, slices.DeleteFunc(errs, func(err error) bool { return err == nil })
}

// pack writes a document, unpack reads it.
func pack(doc *source.Document) []byte {
	var c spool.Code
	for _, s := range []string{doc.Name, doc.Date, doc.Dated, doc.Text} {
		c.String(s)
	}
	for _, x := range doc.Blocks {
		c.Int(int(x.Kind))
		c.Int(x.Span.Start)
		c.Int(x.Span.End)
	}
	return c
}

func unpack(code []byte) (*source.Document, error) {
	var d spool.Decoder
	d.Reset(code)
	doc := &source.Document{Name: d.Text(), Date: d.Text(), Dated: d.Text(), Text: d.Text()}
	for d.More() {
		x := source.Block{Kind: source.BlockKind(d.Int())}
		x.Span.Start, x.Span.End = d.Int(), d.Int()
		doc.Blocks = append(doc.Blocks, x)
	}
	return doc, d.Err()
}

// A step is a document of the file to be, and where its text is if it was
// offered.
type step struct {
	store.Step
	place spool.Place
}

// plan says what becomes of each document, by name, and counts it.
func (b *builder) plan(kept []store.Record, offered []*offer, s *summary) []step {
	records := make([]store.Record, len(offered))
	for i, o := range offered {
		records[i] = o.Record
		records[i].ID = i
	}
	s.known = len(offered)
	var steps []step
	for _, x := range store.NewPlan(kept, records, pipeline.Version(b.domain)) {
		next := step{Step: x}
		if x.Do == store.Read {
			next.place = offered[x.ID].place
			s.known--
		}
		steps = append(steps, next)
	}
	return steps
}

// allStay reports whether nothing is to be read.
func allStay(steps []step) bool {
	return !slices.ContainsFunc(steps, func(s step) bool { return s.Do != store.Stay })
}

// A result is what became of a step.
type result struct {
	do    store.Action
	entry *store.Entry // nil if the document is left out
	err   error        // why it could not be read
	fatal error        // why nothing can be
}

// entries makes the entries of the file to be, in their order, several at a
// time, and hands each to take. It counts them.
func (b *builder) entries(ctx context.Context, st *store.Store, steps []step, s *summary, take func(*store.Entry) error) error {
	line, total, err := b.reading(steps)
	if err != nil {
		return err
	}
	r := &reader{ctx: ctx, st: st, spool: b.spool, line: line, version: pipeline.Version(b.domain)}
	bar := newProgress(b.stderr, total, "documents")
	defer bar.clear()
	return inOrder(ctx, b.workers(), len(steps), func(i int) result { return r.step(&steps[i]) }, func(x result) error {
		if x.do != store.Stay {
			bar.step()
		}
		if x.err != nil {
			s.errs = append(s.errs, x.err)
		}
		s.count(&x)
		if x.fatal != nil || x.entry == nil {
			return x.fatal
		}
		return take(x.entry)
	})
}

// reading loads the models if a document is to be read, and says how many are.
func (b *builder) reading(steps []step) (line *pipeline.Pipeline, total int, err error) {
	for i := range steps {
		if steps[i].Do != store.Stay {
			total++
		}
	}
	if total > 0 {
		line, err = b.pipeline()
	}
	return line, total, err
}

// A reader makes entries of the documents of a plan.
type reader struct {
	ctx     context.Context
	st      *store.Store
	spool   *spool.Spool
	line    *pipeline.Pipeline
	version string
}

// step makes one entry. A document that cannot be read leaves the entry that
// was there before.
func (r *reader) step(s *step) result {
	if s.Do == store.Stay {
		return r.keep(s.ID, result{do: s.Do})
	}
	doc, err := r.document(s)
	if err != nil {
		return result{do: s.Do, fatal: err}
	}
	reading, err := safely(r.line, doc)
	switch {
	case err == nil:
		return result{do: s.Do, entry: &store.Entry{Document: *doc, Reading: reading, Reader: r.version}}
	case s.Before > 0:
		return r.keep(s.Before, result{do: s.Do, err: err})
	}
	return result{do: s.Do, err: err}
}

// keep takes an entry of the file.
func (r *reader) keep(id int, x result) result {
	e, err := r.st.Entry(r.ctx, id)
	x.entry, x.fatal = &e, err
	return x
}

// document returns the document that a step reads.
func (r *reader) document(s *step) (*source.Document, error) {
	if s.Do == store.Again {
		e, err := r.st.Entry(r.ctx, s.ID)
		return source.Again(&e.Document), err
	}
	code, err := r.spool.Get(s.place, nil)
	if err != nil {
		return nil, err
	}
	return unpack(code)
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

// workers returns how many documents are read at a time.
func (b *builder) workers() int {
	if b.jobs == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return b.jobs
}

// each calls do for 0 to n-1, several at a time, until ctx ends.
func (b *builder) each(ctx context.Context, n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(b.workers(), n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// inOrder calls do for 0 to n-1, several at a time, and take with each outcome
// in that order, until ctx ends or take fails. Few outcomes wait for their turn.
func inOrder[T any](ctx context.Context, workers, n int, do func(i int) T, take func(T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	type task struct {
		i   int
		out chan T
	}
	tasks, queue := make(chan task), make(chan chan T, 2*workers)
	wg.Go(func() {
		defer close(tasks)
		defer close(queue)
		for i := range n {
			out := make(chan T, 1)
			select {
			case queue <- out:
				tasks <- task{i, out}
			case <-ctx.Done():
				return
			}
		}
	})
	for range min(workers, n) {
		wg.Go(func() {
			for t := range tasks {
				if ctx.Err() == nil {
					t.out <- do(t.i)
				}
			}
		})
	}
	for out := range queue {
		select {
		case x := <-out:
			if err := take(x); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
