package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"kg/internal/domain"
	"kg/internal/fact"
)

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
