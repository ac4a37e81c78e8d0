package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"sync"
)

// queries runs statements on one connection. It goes by the driver itself,
// without what database/sql adds to each query, which costs as much again as a
// look-up of one row. It is safe for concurrent use.
type queries struct {
	ctx        context.Context
	mu         sync.Mutex
	conn       *sql.Conn
	statements map[string]driver.Stmt
}

func newQueries(ctx context.Context, db *sql.DB) (*queries, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &queries{ctx: ctx, conn: conn, statements: map[string]driver.Stmt{}}, nil
}

// each calls f with the columns of every row that a query with these arguments
// gives. The row is the same slice each time.
func (q *queries) each(query string, f func(row []driver.Value) error, args ...driver.Value) error {
	if err := q.ctx.Err(); err != nil {
		return err
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.conn.Raw(func(raw any) error {
		st, err := q.statement(raw, query)
		if err != nil {
			return err
		}
		named := make([]driver.NamedValue, len(args))
		for i, a := range args {
			named[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
		}
		rows, err := st.(driver.StmtQueryContext).QueryContext(context.Background(), named) // a context that can end costs a goroutine a query
		if err != nil {
			return err
		}
		row := make([]driver.Value, len(rows.Columns()))
		for err == nil {
			if err = rows.Next(row); err == nil {
				err = f(row)
			}
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
		return errors.Join(err, rows.Close())
	})
}

// exec runs one statement with values, or several without.
func (q *queries) exec(statement string, values ...driver.NamedValue) error {
	if err := q.ctx.Err(); err != nil {
		return err
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.conn.Raw(func(raw any) error {
		if len(values) == 0 {
			_, err := raw.(driver.ExecerContext).ExecContext(context.Background(), statement, nil)
			return err
		}
		st, err := q.statement(raw, statement)
		if err == nil {
			_, err = st.(driver.StmtExecContext).ExecContext(context.Background(), values)
		}
		return err
	})
}

func (q *queries) statement(raw any, query string) (driver.Stmt, error) {
	if st := q.statements[query]; st != nil {
		return st, nil
	}
	st, err := raw.(driver.ConnPrepareContext).PrepareContext(context.Background(), query)
	if err == nil {
		q.statements[query] = st
	}
	return st, err
}

// close ends the statements and gives the connection back.
func (q *queries) close() error {
	var errs []error
	for _, st := range q.statements {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, q.conn.Close())...)
}

// scan puts the columns of a row into variables.
func scan(row []driver.Value, to ...any) error {
	for i, v := range row {
		ok := false
		switch p := to[i].(type) {
		case *string:
			*p, ok = v.(string)
		case *[]byte:
			*p, ok = v.([]byte)
		case *float64:
			*p, ok = v.(float64)
		case *int:
			var n int64
			n, ok = v.(int64)
			*p = int(n)
		case *int32:
			var n int64
			n, ok = v.(int64)
			*p = int32(n)
		}
		if !ok {
			return fmt.Errorf("column %d of a row holds a %T", i+1, v)
		}
	}
	return nil
}
