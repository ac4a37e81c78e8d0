package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"kg/graph"
	"kg/internal/domain"
)

//go:embed layout.sql
var layoutSQL string

//go:embed graph.sql
var graphSQL string

//go:embed indexes.sql
var indexesSQL string

// Save replaces the file by one with these entries, what the user had added when
// they were read, and their graph; see Rewrite. The same entries, in any order,
// and the same graph give the same bytes.
func (s *Store) Save(ctx context.Context, entries []Entry, d domain.Domain, g *graph.Graph) error {
	w, err := s.Rewrite(ctx)
	if err != nil {
		return err
	}
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int { return compareDocuments(&a.Document, &b.Document) })
	for i := range entries {
		w.Entry(&entries[i])
	}
	w.Domain(d)
	for i := range g.Nodes() {
		w.Node(&g.Nodes()[i])
	}
	for i := range g.Edges() {
		w.Edge(&g.Edges()[i])
	}
	return w.Commit()
}

// A Rewrite is a new file in the making, row by row. The file of the store is
// whole at any moment: the new one is written beside it, brought to the disk and
// renamed into its place by Commit.
type Rewrite struct {
	store   *Store
	path    string // of the new file
	db      *sql.DB
	in      *graphInserter
	entries int
	done    bool        // committed or discarded
	stop    func() bool // of what watches the context
}

// Rewrite begins a new file, which holds nothing yet. Entries, nodes and edges
// are added in the order in which the file is to hold them, nodes before edges;
// the first error is told by Err and Commit. The old file can be read meanwhile.
// Whoever does not Commit has to Discard.
func (s *Store) Rewrite(ctx context.Context) (*Rewrite, error) {
	if s.lock == nil {
		return nil, fmt.Errorf("%s: not opened to be saved", s.path)
	}
	w := &Rewrite{store: s, path: s.path + ".tmp"}
	w.stop = context.AfterFunc(ctx, func() { _ = removeIfThere(w.path) }) // the program may not wait for Discard
	if err := w.begin(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", s.path, err), w.Discard())
	}
	return w, nil
}

// Hold lets the writing hold so many bytes of the new file in memory, where it
// else holds 2 MB: a graph of a million edges is written faster if the names,
// which come in no order, need not go to the disk and back.
func (w *Rewrite) Hold(bytes int) error {
	return w.in.exec(fmt.Sprintf("PRAGMA cache_size=-%d", bytes/1024))
}

// begin makes the file. It needs no journal, as nobody sees it until it is
// whole.
func (w *Rewrite) begin(ctx context.Context) (err error) {
	if err = removeIfThere(w.path); err != nil {
		return err
	}
	if w.db, err = open(w.path, "_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)"); err != nil {
		return err
	}
	pragmas := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d;", applicationID, layout)
	if _, err = w.db.ExecContext(ctx, pragmas+layoutSQL+graphSQL); err != nil {
		return err
	}
	q, err := newQueries(ctx, w.db)
	if err == nil {
		w.in = newGraphInserter(newInserter(q))
		err = q.exec("BEGIN")
	}
	return err
}

// Entry adds a document and what was read from it. Entries come sorted by name.
func (w *Rewrite) Entry(e *Entry) {
	w.entries++
	w.in.entry(w.entries, e)
}

// Entries returns how many documents were added.
func (w *Rewrite) Entries() int { return w.entries }

// Domain adds what a user had added when the documents were read.
func (w *Rewrite) Domain(d domain.Domain) { w.in.domain(d) }

// Node adds a node. Nodes come sorted by ID.
func (w *Rewrite) Node(n *graph.Node) { w.in.node(n) }

// Edge adds an edge with its evidence. Edges come in the order of graph.Edges.
func (w *Rewrite) Edge(e *graph.Edge) { w.in.edge(e) }

// Err returns the first error that adding met, the path first.
func (w *Rewrite) Err() error {
	if w.in.err != nil {
		return fmt.Errorf("%s: %w", w.store.path, w.in.err)
	}
	return nil
}

// Commit puts the new file in the place of the old one, and the store reads
// from it from then on. On an error the old one stays.
func (w *Rewrite) Commit() error {
	w.in.end(mostSentences)
	w.in.run("COMMIT")
	err := w.in.err
	if err == nil {
		err = w.finish()
	}
	if !w.stop() && err == nil {
		err = context.Canceled // and the new file is gone
	}
	if err == nil {
		err = replace(w.path, w.store.path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: %w", w.store.path, err), w.Discard())
	}
	w.done = true
	return w.store.reopen()
}

// finish closes the new database and puts the columns of the index behind it.
func (w *Rewrite) finish() error {
	x := w.in.index.Index()
	if err := insertShape(w.in.queries, w.path, x); err != nil {
		return err
	}
	if err := errors.Join(w.in.close(), w.db.Close()); err != nil {
		return err
	}
	return writeColumns(w.path, x)
}

// Discard gives the new file up; the old one stays. After Commit it does
// nothing.
func (w *Rewrite) Discard() error {
	if w.done {
		return nil
	}
	w.done = true
	w.stop()
	if w.in != nil {
		_ = w.in.close()
	}
	if w.db != nil {
		_ = w.db.Close() // what is thrown away may be damaged
	}
	return removeIfThere(w.path)
}

// reopen reads from the file that is there now.
func (s *Store) reopen() error {
	if s.db != nil {
		if err := s.db.Close(); err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	fresh, err := Open(s.path)
	if err != nil {
		return err
	}
	s.db = fresh.db
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// replace renames temp to path once its bytes are on the disk.
func replace(temp, path string) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	_ = syncFile(filepath.Dir(path)) // not every system can; the file is whole either way
	return nil
}

func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
