package store

import (
	"database/sql/driver"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"kg/internal/domain"
	"kg/internal/fact"
)

// An inserter fills tables and keeps the first error. Rows wait until they are
// some, as one statement for many costs less than many.
type inserter struct {
	*queries
	tables map[string]*waiting
	err    error
}

// waiting are the rows of a table that are not in it yet.
type waiting struct {
	rows   int
	values []driver.NamedValue
}

// together is how many rows one statement adds.
const together = 16

func newInserter(q *queries) *inserter { return &inserter{queries: q, tables: map[string]*waiting{}} }

// insert adds a row of all columns of the table.
func (in *inserter) insert(table string, values ...any) {
	if in.err != nil {
		return
	}
	t := in.tables[table]
	if t == nil {
		t = &waiting{}
		in.tables[table] = t
	}
	for _, v := range values {
		t.values = append(t.values, driver.NamedValue{Ordinal: len(t.values) + 1, Value: value(v)})
	}
	if t.rows++; t.rows == together {
		in.err = in.exec(insertion(table, len(values), t.rows), t.values...)
		t.rows, t.values = 0, t.values[:0]
	}
}

// insertion is the statement that adds rows of so many columns.
func insertion(table string, columns, rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", columns), ",") + ")"
	return "INSERT INTO " + table + " VALUES " + strings.TrimSuffix(strings.Repeat(row+",", rows), ",")
}

// value is v as the driver wants it.
func value(v any) driver.Value {
	switch v := v.(type) {
	case int:
		return int64(v)
	case uint32:
		return int64(v)
	}
	return v
}

// flush adds the rows that wait.
func (in *inserter) flush() {
	for _, table := range slices.Sorted(maps.Keys(in.tables)) {
		if t := in.tables[table]; t.rows > 0 && in.err == nil {
			in.err = in.exec(insertion(table, len(t.values)/t.rows, t.rows), t.values...)
			t.rows, t.values = 0, t.values[:0]
		}
	}
}

// run runs statements without values when all rows are in their tables.
func (in *inserter) run(statements string) {
	if in.flush(); in.err == nil {
		in.err = in.exec(statements)
	}
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
