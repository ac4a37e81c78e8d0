package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"kg/internal/domain"
	"kg/internal/fact"
	"kg/schema"
)

// Entries returns all documents and what was read from them, sorted by name.
func (s *Store) Entries(ctx context.Context) ([]Entry, error) {
	records, err := s.Records(ctx)
	if err != nil || len(records) == 0 {
		return nil, err
	}
	entries := make([]Entry, len(records))
	for i, r := range records {
		if entries[i], err = s.Entry(ctx, r.ID); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// Entry returns the document of that ID and what was read from it.
func (s *Store) Entry(ctx context.Context, id int) (Entry, error) {
	l := &loader{ctx: ctx, db: s.db}
	e := l.entry(id)
	if l.err != nil {
		return Entry{}, fmt.Errorf("%s: %w", s.path, l.err)
	}
	return e, nil
}

// Domain returns what a user had added to the rules and the schema when the
// documents were read.
func (s *Store) Domain(ctx context.Context) (d domain.Domain, err error) {
	if s.db == nil {
		return d, nil
	}
	l := &loader{ctx: ctx, db: s.db}
	l.rows("SELECT kind, name, text FROM domain ORDER BY place", func(scan func(...any)) {
		var kind string
		var file schema.Source
		scan(&kind, &file.Name, &file.Text)
		switch kind {
		case kindSchema:
			d.Schemas = append(d.Schemas, file)
		case kindRules:
			d.Rules = append(d.Rules, file)
		case kindCorrections:
			d.Corrections = file
		default:
			l.fail(fmt.Errorf("unknown kind %q of file", kind))
		}
	})
	if l.err != nil {
		return domain.Domain{}, fmt.Errorf("%s: %w", s.path, l.err)
	}
	return d, nil
}

// A loader reads tables and keeps the first error.
type loader struct {
	ctx context.Context
	db  *sql.DB
	err error
}

func (l *loader) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// rows calls f for every row; f takes its columns with scan.
func (l *loader) rows(query string, f func(scan func(...any)), args ...any) {
	if l.err != nil {
		return
	}
	rows, err := l.db.QueryContext(l.ctx, query, args...)
	if err != nil {
		l.fail(err)
		return
	}
	defer rows.Close()
	for l.err == nil && rows.Next() {
		f(func(columns ...any) {
			if err := rows.Scan(columns...); err != nil {
				l.fail(err)
			}
		})
	}
	if err := rows.Err(); err != nil {
		l.fail(err)
	}
}

func (l *loader) modality(name string) schema.Modality {
	m, ok := schema.ParseModality(name)
	if !ok {
		l.fail(fmt.Errorf("unknown modality %q", name))
	}
	return m
}

// entry loads a document and what was read from it.
func (l *loader) entry(id int) (e Entry) {
	d, there := &e.Document, false
	l.rows("SELECT name, text, date, dated, reader FROM documents WHERE id = ?", func(scan func(...any)) {
		there = true
		scan(&d.Name, &d.Text, &d.Date, &d.Dated, &e.Reader)
	}, id)
	if !there {
		l.fail(fmt.Errorf("no document of ID %d", id))
	}
	e.Reading = &fact.Reading{Doc: d.Name, Date: d.Date}
	l.entities(id, e.Reading)
	l.mentions(id, e.Reading)
	l.facts(id, e.Reading)
	return e
}

func (l *loader) entities(document int, r *fact.Reading) {
	l.rows("SELECT type, name, aliases, key, side, date, text FROM entities WHERE document = ? ORDER BY place", func(scan func(...any)) {
		var aliases string
		var e fact.Entity
		scan(&e.Type, &e.Name, &aliases, &e.Key, &e.Side, &e.Date, &e.Text)
		if l.err != nil {
			return
		}
		if err := json.Unmarshal([]byte(aliases), &e.Aliases); err != nil {
			l.fail(fmt.Errorf("aliases of %q: %w", e.Name, err))
		}
		r.Entities = append(r.Entities, e)
	}, document)
}

func (l *loader) mentions(document int, r *fact.Reading) {
	l.rows(`SELECT entity, start, "end", pronoun FROM mentions WHERE document = ? ORDER BY place`, func(scan func(...any)) {
		var m fact.Mention
		scan(&m.Entity, &m.Span.Start, &m.Span.End, &m.Pronoun)
		r.Mentions = append(r.Mentions, m)
	}, document)
}

func (l *loader) facts(document int, r *fact.Reading) {
	l.rows(`SELECT relation, subject, object, modality, date, role, claimed, score,
		start, "end", trigger_start, trigger_end, subject_start, subject_end, object_start, object_end,
		cue_start, cue_end, date_start, date_end, date_rule, date_base, rule FROM facts WHERE document = ? ORDER BY place`, func(scan func(...any)) {
		var modality string
		var f fact.Fact
		e := &f.Evidence
		scan(&f.Relation, &f.Subject, &f.Object, &modality, &f.Date, &f.Role, &f.Claimed, &f.Score,
			&e.Span.Start, &e.Span.End, &e.Trigger.Start, &e.Trigger.End, &e.Subject.Start, &e.Subject.End, &e.Object.Start, &e.Object.End,
			&e.Cue.Start, &e.Cue.End, &e.Dating.Span.Start, &e.Dating.Span.End, &e.Dating.Rule, &e.Dating.Base, &e.Rule)
		f.Modality = l.modality(modality)
		r.Facts = append(r.Facts, f)
	}, document)
}
