package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"kg/graph"
	"kg/schema"
)

// A Stream is the graph of a file, read from it as it is asked for: the memory
// it needs does not grow with the graph. It is good until the Store is closed.
// Its sequences follow one another, never at the same time.
type Stream struct {
	ctx    context.Context
	store  *Store
	schema *schema.Schema
}

// Stream returns the graph of all documents like Graph, but leaves it in the
// file. What stands there has been checked when it was written.
func (s *Store) Stream(ctx context.Context) (*Stream, error) {
	// Every edge looks up its ends, which are anywhere: without a cache that holds
	// most nodes of a large graph each look-up reads the file.
	if s.db != nil {
		if _, err := s.db.ExecContext(ctx, "PRAGMA cache_size = -24000"); err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, err)
		}
	}
	d, err := s.Domain(ctx)
	if err != nil {
		return nil, err
	}
	sch, err := d.Schema()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, err)
	}
	return &Stream{ctx, s, sch}, nil
}

// Schema returns the schema that the graph agrees with.
func (s *Stream) Schema() *schema.Schema { return s.schema }

// NodeSeq yields the nodes in the order of graph.Graph.Nodes.
func (s *Stream) NodeSeq() iter.Seq2[*graph.Node, error] {
	const query = `SELECT n.id, n.type, n.label, n.date, n.text, a.alias
		FROM nodes n LEFT JOIN aliases a ON a.node = n.number ORDER BY n.number, a.alias`
	return ahead(func(yield func(*graph.Node, error) bool) {
		var row graph.Node
		var alias sql.NullString
		columns := []any{&row.ID, &row.Type, &row.Label, &row.Date, &row.Text, &alias}
		joined(s, query, columns, yield, func(n *graph.Node) bool {
			fresh := n.ID != row.ID
			if fresh {
				*n = row
			}
			if alias.Valid {
				n.Aliases = append(n.Aliases, alias.String)
			}
			return fresh
		})
	})
}

// EdgeSeq yields the edges in the order of graph.Graph.Edges.
func (s *Stream) EdgeSeq() iter.Seq2[*graph.Edge, error] {
	const query = `SELECT e.id, f.id, t.id, e.relation, e.modality, e.date, e.role, c.id, e.confidence, e.rule,
		d.name, v.start, v."end", v.text, d.date, v.rule, v.copy
		FROM edges e
		JOIN evidence v ON v.edge = e.number
		LEFT JOIN sources d ON d.number = v.document
		LEFT JOIN nodes f ON f.number = e.source
		LEFT JOIN nodes t ON t.number = e.target
		LEFT JOIN nodes c ON c.number = e.claimed
		ORDER BY e.number, v.place`
	return ahead(func(yield func(*graph.Edge, error) bool) {
		var row graph.Edge
		var x graph.Evidence
		var modality string
		var claimed sql.NullString
		columns := []any{&row.ID, &row.From, &row.To, &row.Relation, &modality, &row.Date, &row.Role, &claimed, &row.Confidence, &row.Rule,
			&x.Doc, &x.Start, &x.End, &x.Text, &x.Date, &x.Rule, &x.Copy}
		joined(s, query, columns, yield, func(e *graph.Edge) bool {
			fresh := e.ID != row.ID
			if fresh {
				*e = row
				e.Claimed = claimed.String
				e.Modality, _ = schema.ParseModality(modality)
			}
			e.Evidence = append(e.Evidence, x)
			return fresh
		})
	})
}

// joined yields what the rows of a query make, where rows that follow one
// another may make one item: add puts the row into the item and reports whether
// it began anew with it.
func joined[T any](s *Stream, query string, columns []any, yield func(*T, error) bool, add func(*T) bool) {
	rows, err := s.store.db.QueryContext(s.ctx, query)
	if err != nil {
		yield(nil, fmt.Errorf("%s: %w", s.store.path, err))
		return
	}
	defer rows.Close()
	var item T
	open := false
	for rows.Next() {
		if err := rows.Scan(columns...); err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.store.path, err))
			return
		}
		before := item
		if add(&item) && open && !yield(&before, nil) {
			return
		}
		open = true
	}
	if err := rows.Err(); err != nil {
		yield(nil, fmt.Errorf("%s: %w", s.store.path, err))
		return
	}
	if open {
		yield(&item, nil)
	}
}
