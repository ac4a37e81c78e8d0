package store

import (
	"database/sql/driver"
	"fmt"
	"slices"

	"kg/graph"
	"kg/schema"
)

// records are the nodes and edges of a file as records of an index.
type records struct{ *queries }

func (r records) Number(id string) (number int32, ok bool, err error) {
	err = r.each("SELECT number FROM nodes WHERE id = ?", func(row []driver.Value) error {
		ok = true
		return scan(row, &number)
	}, id)
	return number, ok, err
}

// A run is a range of numbers, both ends included.
type run struct{ first, last int32 }

// gap is how many rows that nobody asked for are read rather than to begin a
// new query.
const gap = 8

// runs covers numbers by ranges in which most are asked for.
func runs(numbers []int32) (out []run) {
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	for _, n := range numbers {
		if k := len(out) - 1; k >= 0 && n-out[k].last <= gap {
			out[k].last = n
			continue
		}
		out = append(out, run{n, n})
	}
	return out
}

// rowsAt returns what rows of numbers hold, in the order of the numbers. read
// reads a run of rows into a map.
func rowsAt[T any](numbers []int32, what string, read func(run, map[int32]*T) error) ([]T, error) {
	found := make(map[int32]*T, len(numbers))
	for _, n := range numbers {
		found[n] = nil
	}
	for _, r := range runs(numbers) {
		if err := read(r, found); err != nil {
			return nil, err
		}
	}
	out := make([]T, len(numbers))
	for i, n := range numbers {
		if found[n] == nil {
			return nil, fmt.Errorf("%s %d is not there", what, n)
		}
		out[i] = *found[n]
	}
	return out, nil
}

func (r records) NodesAt(numbers []int32) ([]graph.Node, error) {
	return rowsAt(numbers, "node", r.nodes)
}

func (r records) nodes(of run, into map[int32]*graph.Node) error {
	err := r.each("SELECT number, id, type, label, date, text FROM nodes WHERE number BETWEEN ? AND ?", func(row []driver.Value) error {
		var number int32
		n := &graph.Node{}
		err := scan(row, &number, &n.ID, &n.Type, &n.Label, &n.Date, &n.Text)
		if _, wanted := into[number]; wanted {
			into[number] = n
		}
		return err
	}, int64(of.first), int64(of.last))
	if err != nil {
		return err
	}
	return r.each("SELECT node, alias FROM aliases WHERE node BETWEEN ? AND ? ORDER BY node, alias", func(row []driver.Value) error {
		var number int32
		var alias string
		err := scan(row, &number, &alias)
		if n := into[number]; n != nil {
			n.Aliases = append(n.Aliases, alias)
		}
		return err
	}, int64(of.first), int64(of.last))
}

func (r records) EdgesAt(numbers []int32) ([]graph.Edge, error) {
	return rowsAt(numbers, "edge", r.edges)
}

func (r records) edges(of run, into map[int32]*graph.Edge) error {
	err := r.each(`SELECT e.number, e.id, s.id, t.id, e.relation, e.modality, e.date, e.role, coalesce(c.id, ''), e.confidence, e.rule
		FROM edges e JOIN nodes s ON s.number = e.source JOIN nodes t ON t.number = e.target LEFT JOIN nodes c ON c.number = e.claimed
		WHERE e.number BETWEEN ? AND ?`, func(row []driver.Value) error {
		var number int32
		var modality string
		e := &graph.Edge{}
		err := scan(row, &number, &e.ID, &e.From, &e.To, &e.Relation, &modality, &e.Date, &e.Role, &e.Claimed, &e.Confidence, &e.Rule)
		var ok bool
		if e.Modality, ok = schema.ParseModality(modality); !ok && err == nil {
			err = fmt.Errorf("unknown modality %q", modality)
		}
		if _, wanted := into[number]; wanted {
			into[number] = e
		}
		return err
	}, int64(of.first), int64(of.last))
	if err != nil {
		return err
	}
	return r.each(`SELECT v.edge, d.name, d.date, v.start, v."end", v.text, v.rule, v.copy
		FROM evidence v JOIN sources d ON d.number = v.document WHERE v.edge BETWEEN ? AND ? ORDER BY v.edge, v.place`, func(row []driver.Value) error {
		var number int32
		var x graph.Evidence
		err := scan(row, &number, &x.Doc, &x.Date, &x.Start, &x.End, &x.Text, &x.Rule, &x.Copy)
		if e := into[number]; e != nil {
			e.Evidence = append(e.Evidence, x)
		}
		return err
	}, int64(of.first), int64(of.last))
}

// numbers returns the one column of a query.
func (r records) numbers(query string, args ...driver.Value) (out []int32, err error) {
	err = r.each(query, func(row []driver.Value) error {
		var n int32
		err := scan(row, &n)
		out = append(out, n)
		return err
	}, args...)
	return out, err
}

func (r records) EdgesIn(document string) ([]int32, error) {
	return r.numbers("SELECT DISTINCT v.edge FROM sources d JOIN evidence v ON v.document = d.number WHERE d.name = ? ORDER BY v.edge", document)
}

func (r records) Named(key string, more bool) ([]int32, error) {
	if more { // '!' comes after the blank
		return r.numbers("SELECT DISTINCT node FROM names WHERE words = ?1 OR words >= ?1 || ' ' AND words < ?1 || '!'", key)
	}
	return r.numbers("SELECT node FROM names WHERE words = ?", key)
}

func (r records) Containing(key string) ([]int32, error) {
	return r.numbers("SELECT DISTINCT node FROM names WHERE instr(' ' || words || ' ', ' ' || ? || ' ') > 0", key)
}

func (r records) Roles(node int32) (roles []string, err error) {
	err = r.each("SELECT DISTINCT role FROM edges WHERE source = ? AND role <> ''", func(row []driver.Value) error {
		var role string
		err := scan(row, &role)
		roles = append(roles, role)
		return err
	}, int64(node))
	return roles, err
}
