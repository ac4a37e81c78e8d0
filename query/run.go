package query

import (
	"cmp"
	"context"

	"kg/graph"
)

// Budget is how many nodes and relations a query may look at if its options
// do not say: a few seconds.
const Budget = 10_000_000

// Options say how a query is run. The zero value will do.
type Options struct {
	Budget     int            // nodes and relations to look at, at most; a row that is kept counts as ten; 0 means Budget
	Parameters map[string]any // values of $name, by name without $: texts, numbers, truth values, nil and lists of them
	Denied     bool           // denied relations match like all others
	Edges      bool           // keep the relations of each match in Row.Edges
}

// A Result is the answer to a query.
type Result struct {
	Columns []string
	Rows    []Row // in the order that ORDER BY says, and of equals by their values, column by column
	States  int   // nodes and relations that were looked at
}

// A Row is one answer.
type Row struct {
	// Values are by column: nil, bool, int64, float64, string, *graph.Node,
	// *graph.Edge, [Path] or []any of them. Nodes and edges may be the graph's
	// own and must not be changed.
	Values []any
	// Edges are the relations that were matched, in the order of the pattern;
	// of a row that stands for several matches, those of all. They are kept
	// only if the options say so.
	Edges []*graph.Edge
}

// Run answers a query about a graph in memory; see [Query.Ask].
func (q *Query) Run(ctx context.Context, g *graph.Graph, o Options) (*Result, error) {
	return q.ask(ctx, held(g), o)
}

// Ask answers a query about the graph of an index. It reads what the answer
// takes: where the pattern begins with an entity that is named, by name, label,
// alias or ID, that is little. The same query gives the same answer on the same graph,
// whatever the machine.
//
// The error is an *[Error] for what does not fit the graph: a type, relation,
// property or name that it does not know. It wraps [ErrBudget] where the budget
// or the deadline of ctx ended the search before its end; there is no half
// answer.
func (q *Query) Ask(ctx context.Context, x *graph.Index, names Names, o Options) (*Result, error) {
	return q.ask(ctx, fetched(x, names), o)
}

func (q *Query) ask(ctx context.Context, g *stock, o Options) (*Result, error) {
	c := &compiler{g: g, parameters: o.Parameters, spoken: q.spoken, allDenied: o.Denied}
	m := &machine{g: g, ctx: ctx, budget: cmp.Or(o.Budget, Budget)}
	c.m = m
	var ops []op
	for _, cl := range q.tree.Clauses {
		step, err := c.clause(cl)
		if err != nil {
			return nil, err
		}
		ops = append(ops, step)
	}
	out, err := c.returns(q.tree.Return, q.text)
	if err != nil {
		return nil, err
	}
	out.edges = o.Edges
	c.machine()
	m.do(ops, out.match)
	if err := cmp.Or(g.Err(), m.err); err != nil {
		return nil, err
	}
	return out.result(), nil
}
