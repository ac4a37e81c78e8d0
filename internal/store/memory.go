package store

import (
	"context"
	"database/sql"
	"errors"
	"math"

	"kg/graph"
)

// openMemory makes the tables of a graph in memory.
func openMemory(ctx context.Context) (*sql.DB, error) {
	db, err := sql.Open("sqlite", ":memory:?_pragma=journal_mode(OFF)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // another connection has another memory
	_, err = db.ExecContext(ctx, graphSQL)
	return db, err
}

// fillMemory writes a graph to such tables, and the index of its words.
func fillMemory(ctx context.Context, db *sql.DB, g *graph.Graph) error {
	q, err := newQueries(ctx, db)
	if err != nil {
		return err
	}
	in := newGraphInserter(newInserter(q))
	in.run("BEGIN")
	for i := range g.Nodes() {
		in.node(&g.Nodes()[i])
	}
	for i := range g.Edges() {
		in.edge(&g.Edges()[i])
	}
	in.end(math.MaxInt)
	in.run("COMMIT")
	return errors.Join(in.err, q.close())
}
