package store

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/fact"
)

//go:embed layout.sql
var layoutSQL string

//go:embed graph.sql
var graphSQL string

//go:embed indexes.sql
var indexesSQL string

// Save replaces the file by one with these entries, what the user had added when
// they were read, and their graph, and reads from the new file from then on. The file is whole at any moment: a new one is
// written beside it, brought to the disk and renamed. On an error the old one
// stays. The same entries, in any order, and the same graph give the same bytes.
func (s *Store) Save(ctx context.Context, entries []Entry, d domain.Domain, g *graph.Graph) error {
	if s.lock == nil {
		return fmt.Errorf("%s: not opened to be saved", s.path)
	}
	temp := s.path + ".tmp"
	if err := write(ctx, temp, entries, d, g); err != nil {
		return fmt.Errorf("%s: %w", s.path, errors.Join(err, removeIfThere(temp)))
	}
	if err := replace(temp, s.path); err != nil {
		return fmt.Errorf("%s: %w", s.path, errors.Join(err, removeIfThere(temp)))
	}
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

// write makes a new file. It needs no journal, as nobody sees it until it is
// whole.
func write(ctx context.Context, path string, entries []Entry, d domain.Domain, g *graph.Graph) error {
	if err := removeIfThere(path); err != nil {
		return err
	}
	db, err := open(path, "_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)")
	if err != nil {
		return err
	}
	pragmas := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d;", applicationID, layout)
	_, err = db.ExecContext(ctx, pragmas+layoutSQL+graphSQL)
	if err == nil {
		err = fill(ctx, db, entries, d, g)
	}
	return errors.Join(err, db.Close())
}

func fill(ctx context.Context, db *sql.DB, entries []Entry, d domain.Domain, g *graph.Graph) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	in := &inserter{ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}}
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int { return compareDocuments(&a.Document, &b.Document) })
	for i := range entries {
		in.entry(i+1, &entries[i])
	}
	in.domain(d)
	in.graph(g)
	if in.err != nil {
		return errors.Join(in.err, tx.Rollback())
	}
	return tx.Commit()
}

// An inserter fills tables and keeps the first error.
type inserter struct {
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt // by table
	err        error
}

// insert adds a row of all columns of the table.
func (in *inserter) insert(table string, values ...any) {
	if in.err != nil {
		return
	}
	st := in.statements[table]
	if st == nil {
		marks := strings.TrimSuffix(strings.Repeat("?,", len(values)), ",")
		if st, in.err = in.tx.PrepareContext(in.ctx, "INSERT INTO "+table+" VALUES ("+marks+")"); in.err != nil {
			return
		}
		in.statements[table] = st
	}
	_, in.err = st.ExecContext(in.ctx, values...)
}

func (in *inserter) entry(id int, e *Entry) {
	d := &e.Document
	in.insert("documents", id, d.Name, Hash(d.Text), d.Text, d.Date, d.Dated, e.Reader)
	if e.Reading == nil {
		return
	}
	for i, x := range e.Reading.Entities {
		aliases, err := json.Marshal(x.Aliases)
		if err != nil && in.err == nil {
			in.err = err
		}
		in.insert("entities", id, i, x.Type, x.Name, string(aliases), x.Key, x.Side, x.Date, x.Text)
	}
	for i, m := range e.Reading.Mentions {
		in.insert("mentions", id, i, m.Entity, m.Span.Start, m.Span.End, m.Pronoun)
	}
	for i := range e.Reading.Facts {
		in.fact(id, i, &e.Reading.Facts[i])
	}
}

// The kinds of files in the table domain.
const (
	kindSchema      = "schema"
	kindRules       = "rules"
	kindCorrections = "corrections"
)

func (in *inserter) domain(d domain.Domain) {
	for i, s := range d.Schemas {
		in.insert("domain", i, kindSchema, s.Name, s.Text)
	}
	for i, r := range d.Rules {
		in.insert("domain", len(d.Schemas)+i, kindRules, r.Name, r.Text)
	}
	if c := d.Corrections; c.Text != "" {
		in.insert("domain", len(d.Schemas)+len(d.Rules), kindCorrections, c.Name, c.Text)
	}
}

func (in *inserter) fact(document, place int, f *fact.Fact) {
	e := &f.Evidence
	in.insert("facts", document, place, f.Relation, f.Subject, f.Object, f.Modality.String(), f.Date, f.Role, f.Claimed, f.Score,
		e.Span.Start, e.Span.End, e.Trigger.Start, e.Trigger.End, e.Subject.Start, e.Subject.End, e.Object.Start, e.Object.End,
		e.Cue.Start, e.Cue.End, e.Dating.Span.Start, e.Dating.Span.End, e.Dating.Rule, e.Dating.Base, e.Rule)
}
