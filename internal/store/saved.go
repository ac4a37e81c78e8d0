package store

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"

	"kg/graph"
)

// A Saved is the graph of a file, of which only what is asked for is read.
type Saved struct {
	*graph.Index
	store   *Store
	rows    records
	columns *columns
	whole   *graph.Graph // where the file has no index that counts
}

// Saved opens the graph to be asked; it is good until the store is closed.
// Where the file was changed by another program the whole graph is read and
// indexed anew.
func (s *Store) Saved(ctx context.Context) (*Saved, error) {
	var c *columns
	var shape graph.Shape
	if s.db != nil {
		var err error
		if c, shape, err = s.columns(ctx); err != nil {
			return nil, err
		}
	}
	if c == nil {
		g, err := s.Graph(ctx)
		if err != nil {
			return nil, err
		}
		return &Saved{Index: g.Index(), store: s, whole: g}, nil
	}
	sch, err := s.schema(ctx)
	if err != nil {
		return nil, err
	}
	q, err := newQueries(ctx, s.db)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, err)
	}
	rows := records{q}
	return &Saved{Index: graph.NewIndex(sch, shape, c.chunk, rows), store: s, rows: rows, columns: c}, nil
}

// Close closes the graph and its store.
func (v *Saved) Close() error {
	var err error
	if v.rows.queries != nil {
		err = errors.Join(v.rows.close(), v.columns.file.Close())
	}
	return errors.Join(err, v.store.Close())
}

// Rebuilt reports whether the whole graph was read, as the file has no index
// that counts.
func (v *Saved) Rebuilt() bool { return v.whole != nil }

// Graph returns the whole graph.
func (v *Saved) Graph(ctx context.Context) (*graph.Graph, error) {
	if v.whole != nil {
		return v.whole, nil
	}
	return v.store.Graph(ctx)
}

// Find returns the nodes that a name fits best, as [graph.Graph.Find].
func (v *Saved) Find(name string) ([]graph.Node, error) {
	if v.whole != nil {
		return v.whole.Find(name), nil
	}
	return graph.Find(v.rows, name)
}

// Called returns the numbers of the nodes with exactly that label or alias, as
// [graph.Graph.Called].
func (v *Saved) Called(name string) ([]int32, error) {
	if v.whole != nil {
		return v.whole.Called(name), nil
	}
	keys := (&graph.Node{Label: name}).Keys()
	if len(keys) == 0 { // signs alone are no key
		return v.rows.numbers("SELECT number FROM nodes WHERE label = ?1 UNION SELECT node FROM aliases WHERE alias = ?1", name)
	}
	numbers, err := v.rows.Named(keys[0], false)
	if err != nil {
		return nil, err
	}
	nodes, err := v.rows.NodesAt(numbers)
	var out []int32
	for i := range nodes {
		if n := &nodes[i]; n.Label == name || slices.Contains(n.Aliases, name) {
			out = append(out, numbers[i])
		}
	}
	return out, err
}

// Nearest returns up to n nodes with a name that looks like the given one, as
// [graph.Graph.Nearest].
func (v *Saved) Nearest(name string, n int) ([]graph.Node, error) {
	if v.whole != nil {
		return v.whole.Nearest(name, n), nil
	}
	type scored struct {
		node  int32
		score float64
	}
	best := map[int32]float64{}
	likeness := graph.NewLikeness(name)
	err := v.rows.each("SELECT node, words FROM names", func(row []driver.Value) error {
		var node int32
		var key string
		err := scan(row, &node, &key)
		if score := likeness.To(key); score >= graph.LeastAlike {
			best[node] = max(best[node], score)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var list []scored
	for node, score := range best {
		list = append(list, scored{node, score})
	}
	slices.SortFunc(list, func(a, b scored) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.node, b.node)) })
	var numbers []int32
	for _, s := range list[:min(n, len(list))] {
		numbers = append(numbers, s.node)
	}
	return v.rows.NodesAt(numbers)
}
