package query

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

// rowCost is how many states a row costs that is kept to the end: it bounds
// memory as states bound time.
const rowCost = 10

// A column is one item of RETURN.
type column struct {
	name  string
	value value
	total *total
}

// An orderBy is one item of ORDER BY: a column, or a value of its own.
type orderBy struct {
	column int // -1: value
	value  value
	down   bool
}

// A gatherer makes rows of matches.
type gatherer struct {
	m         *machine
	columns   []column
	order     []orderBy
	distinct  bool
	grouped   bool
	edges     bool
	skip, top int // top is -1 without a limit
	rows      []*gathered
	known     map[string]*gathered
}

// gathered is a row as it grows.
type gathered struct {
	Row
	by   []any // what it is ordered by
	sums []sum
}

// returns makes RETURN ready.
func (c *compiler) returns(r *returns, text string) (*gatherer, error) {
	g := &gatherer{m: c.m, top: -1, known: map[string]*gathered{}}
	if r == nil || r.All {
		c.everything(g)
	}
	if r == nil {
		return g, nil
	}
	g.distinct = r.Distinct
	for _, it := range r.Items {
		if err := c.item(g, it, text); err != nil {
			return nil, err
		}
	}
	if r.Tail == nil {
		return g, nil
	}
	for _, k := range r.Tail.Order {
		if err := c.orderBy(g, k, text); err != nil {
			return nil, err
		}
	}
	var err error
	if g.skip, err = c.number(r.Tail.Skip, 0); err == nil {
		g.top, err = c.number(r.Tail.Limit, -1)
	}
	return g, err
}

// everything returns all variables, or the paths if there is none.
func (c *compiler) everything(g *gatherer) {
	for i, s := range c.slots {
		if s.name != "" {
			g.columns = append(g.columns, column{name: s.name, value: value{slots: c.looks(i), eval: func(m *machine) any { return m.value(i) }}})
		}
	}
	if len(g.columns) > 0 {
		return
	}
	for k, parts := range c.chains {
		name := "path"
		if k > 0 {
			name += " " + strconv.Itoa(k+1)
		}
		g.columns = append(g.columns, column{name: name, value: value{slots: parts, eval: func(m *machine) any { return m.path(parts) }}})
	}
}

func (c *compiler) item(g *gatherer, it *item, text string) error {
	col := column{name: it.As}
	if col.name == "" {
		col.name = source(it.Expr, text)
	}
	if slices.ContainsFunc(g.columns, func(x column) bool { return x.name == col.name }) {
		return failf(it.Expr.Pos, "give one another name with AS", "two columns are named %s", col.name)
	}
	var err error
	if col.total, err = c.total(it.Expr); err == nil && col.total == nil {
		col.value, err = c.expr(it.Expr)
	}
	g.grouped = g.grouped || col.total != nil
	g.columns = append(g.columns, col)
	return err
}

// source is the text of an expression.
func source(e *expr, text string) string {
	return strings.TrimPrefix(strings.TrimSpace(text[e.Pos.Offset:min(len(text), max(e.Pos.Offset, e.EndPos.Offset))]), "?")
}

func (c *compiler) orderBy(g *gatherer, k *orderKey, text string) error {
	name := source(k.Expr, text)
	o := orderBy{down: strings.HasPrefix(strings.ToUpper(k.Way), "D")}
	o.column = slices.IndexFunc(g.columns, func(x column) bool { return x.name == name })
	if o.column < 0 && (g.grouped || g.distinct) {
		return failf(k.Expr.Pos, meant(name, g.names()), "ORDER BY %s: what DISTINCT or a total leaves is ordered by its columns", name)
	}
	var err error
	if o.column < 0 {
		o.value, err = c.expr(k.Expr)
	}
	g.order = append(g.order, o)
	return err
}

// number reads SKIP and LIMIT.
func (c *compiler) number(l *literal, missing int) (int, error) {
	if l == nil {
		return missing, nil
	}
	v, err := c.literal(l)
	if err != nil {
		return 0, err
	}
	n, ok := v.constant.(int64)
	if !ok || n < 0 || n > 1<<31 {
		return 0, failf(l.Pos, "", "SKIP and LIMIT take a number of rows")
	}
	return int(n), nil
}

func (g *gatherer) names() []string {
	out := make([]string, len(g.columns))
	for i, c := range g.columns {
		out[i] = c.name
	}
	return out
}

// match takes the row of a match.
func (g *gatherer) match() {
	row := &gathered{}
	var b strings.Builder
	row.Values = make([]any, len(g.columns))
	for i, c := range g.columns {
		if c.total == nil {
			row.Values[i] = c.value.eval(g.m)
			if g.grouped || g.distinct {
				key(&b, row.Values[i])
			}
		}
	}
	if g.edges {
		row.Edges = g.m.matched()
	}
	if g.grouped || g.distinct {
		if old := g.known[b.String()]; old != nil {
			g.join(old, row.Edges)
			return
		}
		g.known[b.String()] = row
	}
	g.keep(row)
}

// join adds another match to a row.
func (g *gatherer) join(row *gathered, edges []*graph.Edge) {
	for i := range row.sums {
		row.sums[i].add(g.m)
	}
	for _, e := range edges {
		if !slices.ContainsFunc(row.Edges, func(x *graph.Edge) bool { return x.ID == e.ID }) {
			row.Edges = append(row.Edges, e)
		}
	}
}

func (g *gatherer) keep(row *gathered) {
	for _, c := range g.columns {
		if c.total != nil {
			row.sums = append(row.sums, sum{total: c.total})
		}
	}
	g.join(row, nil)
	for _, o := range g.order {
		if o.column < 0 {
			row.by = append(row.by, o.value.eval(g.m))
		}
	}
	g.rows = append(g.rows, row)
	if g.top < 0 || g.grouped || g.distinct {
		g.m.states += rowCost - 1
		g.m.spend()
	} else if most := g.skip + g.top; len(g.rows) > 2*most+1000 {
		g.sort()
		clear(g.rows[most:])
		g.rows = g.rows[:most]
	}
}

// result returns the rows in their order.
func (g *gatherer) result() *Result {
	if g.grouped && len(g.rows) == 0 && !slices.ContainsFunc(g.columns, func(c column) bool { return c.total == nil }) {
		row := &gathered{Row: Row{Values: make([]any, len(g.columns))}}
		for _, c := range g.columns {
			row.sums = append(row.sums, sum{total: c.total})
		}
		g.rows = append(g.rows, row) // the count of nothing is 0
	}
	for _, row := range g.rows {
		k := 0
		for i, c := range g.columns {
			if c.total != nil {
				row.Values[i] = row.sums[k].value()
				k++
			}
		}
	}
	g.sort()
	out := &Result{Columns: g.names(), Rows: []Row{}, States: g.m.states}
	rows := g.rows[min(g.skip, len(g.rows)):]
	if g.top >= 0 {
		rows = rows[:min(g.top, len(rows))]
	}
	for _, row := range rows {
		out.Rows = append(out.Rows, row.Row)
	}
	return out
}

// sort orders the rows by ORDER BY, then by their columns, then by their edges.
func (g *gatherer) sort() {
	slices.SortStableFunc(g.rows, func(a, b *gathered) int {
		k := 0
		for _, o := range g.order {
			var c int
			if o.column >= 0 {
				c = compare(a.Values[o.column], b.Values[o.column])
			} else {
				c = compare(a.by[k], b.by[k])
				k++
			}
			if c != 0 && o.down {
				return -c
			}
			if c != 0 {
				return c
			}
		}
		return cmp.Or(slices.CompareFunc(a.Values, b.Values, compare), slices.CompareFunc(a.Edges, b.Edges, compareEdges))
	})
}
