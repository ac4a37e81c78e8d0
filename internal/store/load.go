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
	if s.db == nil {
		return nil, nil
	}
	l := &loader{ctx: ctx, db: s.db}
	var entries []Entry
	l.rows("SELECT name, text, date, dated, reader FROM documents ORDER BY id", func(scan func(...any)) {
		var e Entry
		d := &e.Document
		scan(&d.Name, &d.Text, &d.Date, &d.Dated, &e.Reader)
		e.Reading = &fact.Reading{Doc: d.Name, Date: d.Date}
		entries = append(entries, e)
	})
	reading := func(document int) *fact.Reading {
		if document < 1 || document > len(entries) {
			l.fail(fmt.Errorf("a row of document %d, which is not there", document))
			return &fact.Reading{}
		}
		return entries[document-1].Reading
	}
	l.entities(reading)
	l.mentions(reading)
	l.facts(reading)
	if l.err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, l.err)
	}
	return entries, nil
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
func (l *loader) rows(query string, f func(scan func(...any))) {
	if l.err != nil {
		return
	}
	rows, err := l.db.QueryContext(l.ctx, query)
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

func (l *loader) entities(reading func(int) *fact.Reading) {
	l.rows("SELECT document, type, name, aliases, key, side, date, text FROM entities ORDER BY document, place", func(scan func(...any)) {
		var document int
		var aliases string
		var e fact.Entity
		scan(&document, &e.Type, &e.Name, &aliases, &e.Key, &e.Side, &e.Date, &e.Text)
		if l.err != nil {
			return
		}
		if err := json.Unmarshal([]byte(aliases), &e.Aliases); err != nil {
			l.fail(fmt.Errorf("aliases of %q: %w", e.Name, err))
		}
		r := reading(document)
		r.Entities = append(r.Entities, e)
	})
}

func (l *loader) mentions(reading func(int) *fact.Reading) {
	l.rows(`SELECT document, entity, start, "end", pronoun FROM mentions ORDER BY document, place`, func(scan func(...any)) {
		var document int
		var m fact.Mention
		scan(&document, &m.Entity, &m.Span.Start, &m.Span.End, &m.Pronoun)
		r := reading(document)
		r.Mentions = append(r.Mentions, m)
	})
}

func (l *loader) facts(reading func(int) *fact.Reading) {
	l.rows(`SELECT document, relation, subject, object, modality, date, role, claimed, score,
		start, "end", trigger_start, trigger_end, subject_start, subject_end, object_start, object_end,
		cue_start, cue_end, date_start, date_end, date_rule, date_base, rule FROM facts ORDER BY document, place`, func(scan func(...any)) {
		var document int
		var modality string
		var f fact.Fact
		e := &f.Evidence
		scan(&document, &f.Relation, &f.Subject, &f.Object, &modality, &f.Date, &f.Role, &f.Claimed, &f.Score,
			&e.Span.Start, &e.Span.End, &e.Trigger.Start, &e.Trigger.End, &e.Subject.Start, &e.Subject.End, &e.Object.Start, &e.Object.End,
			&e.Cue.Start, &e.Cue.End, &e.Dating.Span.Start, &e.Dating.Span.End, &e.Dating.Rule, &e.Dating.Base, &e.Rule)
		f.Modality = l.modality(modality)
		r := reading(document)
		r.Facts = append(r.Facts, f)
	})
}
