package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"kg/graph"
	"kg/schema"
)

// A Stream is the graph of a file, read from it as it is asked for: while it yields
// edges it holds the IDs of all nodes and the names of all documents, some 50 bytes
// each, and nothing else that grows with the graph. It is good until the Store is
// closed.
// Its sequences follow one another, never at the same time.
type Stream struct {
	ctx    context.Context
	store  *Store
	schema *schema.Schema
}

// Stream returns the graph of all documents like Graph, but leaves it in the
// file. What stands there has been checked when it was written.
func (s *Store) Stream(ctx context.Context) (*Stream, error) {
	sch, err := s.schema(ctx)
	if err != nil {
		return nil, err
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
		joined(s, query, columns, yield, func(n *graph.Node) (bool, error) {
			fresh := n.ID != row.ID
			if fresh {
				*n = row
			}
			if alias.Valid {
				n.Aliases = append(n.Aliases, alias.String)
			}
			return fresh, nil
		})
	})
}

// EdgeSeq yields the edges in the order of graph.Graph.Edges.
func (s *Stream) EdgeSeq() iter.Seq2[*graph.Edge, error] {
	return ahead(func(yield func(*graph.Edge, error) bool) {
		nodes, err := s.numbered("SELECT number, id, '' FROM nodes ORDER BY number")
		if err != nil {
			yield(nil, err)
			return
		}
		documents, err := s.numbered("SELECT number, name, date FROM sources ORDER BY number")
		if err != nil {
			yield(nil, err)
			return
		}
		s.edges(nodes, documents, yield)
	})
}

// edges yields the edges. Joined by SQLite, their ends, which are anywhere in the
// table of nodes, would take half of the time.
func (s *Stream) edges(nodes, documents numbered, yield func(*graph.Edge, error) bool) {
	const query = `SELECT e.id, e.source, e.target, e.relation, e.modality, e.date, e.role, e.claimed, e.confidence, e.rule,
		v.document, v.start, v."end", v.text, v.rule, v.copy
		FROM edges e JOIN evidence v ON v.edge = e.number ORDER BY e.number, v.place`
	var row graph.Edge
	var x graph.Evidence
	var modality string
	var from, to, document int64
	var claimed sql.NullInt64
	columns := []any{&row.ID, &from, &to, &row.Relation, &modality, &row.Date, &row.Role, &claimed, &row.Confidence, &row.Rule,
		&document, &x.Start, &x.End, &x.Text, &x.Rule, &x.Copy}
	joined(s, query, columns, yield, func(e *graph.Edge) (bool, error) {
		fresh := e.ID != row.ID
		if fresh {
			*e = row
			source, ok1 := nodes.of(from)
			target, ok2 := nodes.of(to)
			claims, ok3 := [2]string{}, true
			if claimed.Valid {
				claims, ok3 = nodes.of(claimed.Int64)
			}
			if !ok1 || !ok2 || !ok3 {
				return true, fmt.Errorf("edge %s is of a node that is not there", e.ID)
			}
			e.From, e.To, e.Claimed = source[0], target[0], claims[0]
			e.Modality, _ = schema.ParseModality(modality)
		}
		d, ok := documents.of(document)
		if !ok {
			return fresh, fmt.Errorf("edge %s is of a document that is not there", e.ID)
		}
		x.Doc, x.Date = d[0], d[1]
		e.Evidence = append(e.Evidence, x)
		return fresh, nil
	})
}

// joined yields what the rows of a query make, where rows that follow one
// another may make one item: add puts the row into the item and reports whether
// it began anew with it.
func joined[T any](s *Stream, query string, columns []any, yield func(*T, error) bool, add func(*T) (bool, error)) {
	rows, err := s.store.db.QueryContext(s.ctx, query)
	if err != nil {
		yield(nil, fmt.Errorf("%s: %w", s.store.path, err))
		return
	}
	defer rows.Close()
	var item T
	open := false
	for rows.Next() {
		err := rows.Scan(columns...)
		before, fresh := item, false
		if err == nil {
			fresh, err = add(&item)
		}
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", s.store.path, err))
			return
		}
		if fresh && open && !yield(&before, nil) {
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
