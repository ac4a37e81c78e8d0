package query

import (
	"slices"
	"strings"

	"kg/graph"
)

// A function makes a value of values.
type function struct {
	name        string
	least, most int  // arguments; most is -1 for any number
	null        bool // it takes null too; others make null of null
	date        bool
	eval        func(m *machine, args []any) any // null for what it cannot take
}

// functions, in the order in which the help lists them.
var functions = []function{
	{"id", 1, 1, false, false, func(_ *machine, a []any) any {
		switch v := a[0].(type) {
		case *graph.Node:
			return v.ID
		case *graph.Edge:
			return v.ID
		}
		return nil
	}},
	{"type", 1, 1, false, false, func(_ *machine, a []any) any {
		switch v := a[0].(type) {
		case *graph.Node:
			return v.Type
		case *graph.Edge:
			return v.Relation
		}
		return nil
	}},
	{"labels", 1, 1, false, false, func(_ *machine, a []any) any {
		if n, ok := a[0].(*graph.Node); ok {
			return []any{n.Type}
		}
		return nil
	}},
	{"startNode", 1, 1, false, false, func(m *machine, a []any) any {
		if e, ok := a[0].(*graph.Edge); ok {
			return m.named(e.From)
		}
		return nil
	}},
	{"endNode", 1, 1, false, false, func(m *machine, a []any) any {
		if e, ok := a[0].(*graph.Edge); ok {
			return m.named(e.To)
		}
		return nil
	}},
	{"nodes", 1, 1, false, false, func(_ *machine, a []any) any {
		p, ok := a[0].(Path)
		if !ok {
			return nil
		}
		return elements(p.Nodes)
	}},
	{"relationships", 1, 1, false, false, func(_ *machine, a []any) any {
		p, ok := a[0].(Path)
		if !ok {
			return nil
		}
		return elements(p.Edges)
	}},
	{"length", 1, 1, false, false, size},
	{"size", 1, 1, false, false, size},
	{"head", 1, 1, false, false, func(_ *machine, a []any) any {
		if list, ok := a[0].([]any); ok && len(list) > 0 {
			return list[0]
		}
		return nil
	}},
	{"last", 1, 1, false, false, func(_ *machine, a []any) any {
		if list, ok := a[0].([]any); ok && len(list) > 0 {
			return list[len(list)-1]
		}
		return nil
	}},
	{"toLower", 1, 1, false, false, onText(strings.ToLower)},
	{"toUpper", 1, 1, false, false, onText(strings.ToUpper)},
	{"date", 1, 1, false, true, func(_ *machine, a []any) any {
		if s, ok := a[0].(string); ok {
			if first, _ := graph.Bounds(s); first != "" {
				return s
			}
		}
		return nil
	}},
	{"coalesce", 1, -1, true, false, func(_ *machine, a []any) any {
		if i := slices.IndexFunc(a, func(v any) bool { return v != nil }); i >= 0 {
			return a[i]
		}
		return nil
	}},
}

func elements[T any](list []T) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = list[i]
	}
	return out
}

// size is how many relations a path has, elements a list, letters a text.
func size(_ *machine, a []any) any {
	switch v := a[0].(type) {
	case Path:
		return int64(len(v.Edges))
	case []any:
		return int64(len(v))
	case string:
		return int64(len([]rune(v)))
	}
	return nil
}

func onText(f func(string) string) func(*machine, []any) any {
	return func(_ *machine, a []any) any {
		if s, ok := a[0].(string); ok {
			return f(s)
		}
		return nil
	}
}

// call makes the call of a function ready.
func (c *compiler) call(e *call) (value, error) {
	if isTotal(e.Name.Text) {
		return value{}, failf(e.Name.Pos, "", "%s stands in RETURN by itself, not within an expression or a condition", e.Name.Text)
	}
	i := slices.IndexFunc(functions, func(f function) bool { return strings.EqualFold(f.name, e.Name.Text) })
	if i < 0 {
		return value{}, unknownFunction(e.Name)
	}
	f := functions[i]
	if len(e.Args) < f.least || f.most >= 0 && len(e.Args) > f.most || e.Star || e.Distinct {
		return value{}, failf(e.Name.Pos, "", "%s takes one value", f.name)
	}
	args := make([]value, len(e.Args))
	for k, a := range e.Args {
		var err error
		if args[k], err = c.expr(a); err != nil {
			return value{}, err
		}
	}
	if v, ok := c.indexed(f.name, args[0]); ok {
		return v, nil
	}
	v := combine(args, func(m *machine) any {
		values := make([]any, len(args))
		for k := range args {
			if values[k] = args[k].eval(m); values[k] == nil && !f.null {
				return nil
			}
		}
		return f.eval(m, values)
	})
	if v.date = f.date; f.date && v.fixed && v.constant == nil {
		return v, failf(e.Args[0].Pos, "write it as 2025-03-02, 2025-03 or 2025", "no date")
	}
	return v, nil
}

// indexed is the type of a node or of a relation without its record.
func (c *compiler) indexed(name string, arg value) (v value, ok bool) {
	if name != "type" || !arg.bare {
		return v, false
	}
	slot, tell := arg.slots[0], typeOf
	if c.slots[slot].sort == edgeSort {
		tell = relationOf
	}
	return value{slots: []int{slot}, eval: func(m *machine) any {
		if at := m.row[slot].at; at >= 0 {
			return tell(m, at)
		}
		return nil
	}}, true
}

func unknownFunction(name *word) error {
	var known []string
	for _, f := range functions {
		known = append(known, f.name)
	}
	known = append(known, totals...)
	hint := meant(name.Text, known)
	if hint == "" {
		hint = "known: " + join(known)
	}
	return failf(name.Pos, hint, "unknown function %q", name.Text)
}
