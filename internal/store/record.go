package store

import (
	"context"
	"fmt"
)

// A Record is what tells whether a document is to be read: all but its text.
type Record struct {
	ID     int    // in the file, from 1; of a document that is offered, what the caller wants
	Name   string // see source.Document, as for Date and Dated
	Hash   string // of the text; see Hash
	Date   string
	Dated  string
	Reader string // the version of models, word lists and rules that read it; empty if none has
}

// Records returns the records of all documents, sorted by name.
func (s *Store) Records(ctx context.Context) ([]Record, error) {
	if s.db == nil {
		return nil, nil
	}
	l := &loader{ctx: ctx, db: s.db}
	var records []Record
	l.rows("SELECT id, name, sha256, date, dated, reader FROM documents ORDER BY id", func(scan func(...any)) {
		var r Record
		scan(&r.ID, &r.Name, &r.Hash, &r.Date, &r.Dated, &r.Reader)
		records = append(records, r)
	})
	if l.err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, l.err)
	}
	return records, nil
}

// Size returns how many nodes and edges the graph has.
func (s *Store) Size(ctx context.Context) (nodes, edges int, err error) {
	if s.db == nil {
		return 0, 0, nil
	}
	err = s.db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM nodes), (SELECT count(*) FROM edges)").Scan(&nodes, &edges)
	if err != nil {
		err = fmt.Errorf("%s: %w", s.path, err)
	}
	return nodes, edges, err
}
