package query

import (
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"kg/graph"
)

// A value is an expression made ready for one graph.
type value struct {
	eval     func(m *machine) any
	slots    []int   // what it looks at in the row
	constant any     // its value, if fixed
	fixed    bool    // it is the same for every row
	date     bool    // it is a date: compared as a span of days
	prop     string  // it is this property of slots[0]
	node     bool    // it is a property of a node
	exact    []int32 // it is true for no other numbers of the node slots[0]; nil: for any
	sure     bool    // and for all of those
	heavy    bool    // it searches the graph
	bare     bool    // it is the node or the relation slots[0] itself
}

func fixed(v any) value {
	return value{eval: func(*machine) any { return v }, constant: v, fixed: true}
}

// combine is an expression of others.
func combine(parts []value, eval func(m *machine) any) value {
	v := value{eval: eval, fixed: true}
	for _, p := range parts {
		v.slots = append(v.slots, p.slots...)
		v.fixed = v.fixed && p.fixed
		v.heavy = v.heavy || p.heavy
	}
	slices.Sort(v.slots)
	v.slots = slices.Compact(v.slots)
	if v.fixed {
		v.constant = eval(nil)
	}
	return v
}

// expr makes an expression ready. AND, OR, XOR and NOT know null as neither
// true nor false.
func (c *compiler) expr(e *expr) (value, error) {
	return fold(e.Terms, c.exclusive, func(a, b any) any { return not(and(not(a), not(b))) })
}

func (c *compiler) exclusive(e *exclusive) (value, error) {
	return fold(e.Terms, c.conjunction, func(a, b any) any {
		x, ok1 := a.(bool)
		y, ok2 := b.(bool)
		if !ok1 || !ok2 {
			return nil
		}
		return x != y
	})
}

func (c *compiler) conjunction(e *conjunction) (value, error) { return fold(e.Terms, c.negation, and) }

// fold makes one value of several, joined from the left.
func fold[T any](terms []T, compile func(T) (value, error), join func(a, b any) any) (value, error) {
	v, err := compile(terms[0])
	for _, t := range terms[1:] {
		if err != nil {
			break
		}
		var w value
		w, err = compile(t)
		left, right := v.eval, w.eval
		if err == nil {
			v = combine([]value{v, w}, func(m *machine) any { return join(left(m), right(m)) })
		}
	}
	return v, err
}

func and(a, b any) any {
	switch {
	case a == false || b == false:
		return false
	case a == true && b == true:
		return true
	}
	return nil
}

func not(a any) any {
	if b, ok := a.(bool); ok {
		return !b
	}
	return nil
}

func (c *compiler) negation(e *negation) (value, error) {
	v, err := c.test(e.Test)
	if err != nil || len(e.Nots)%2 == 0 {
		return v, err
	}
	inner := v.eval
	return combine([]value{v}, func(m *machine) any { return not(inner(m)) }), nil
}

func (c *compiler) test(e *test) (value, error) {
	left, err := c.operand(e.Left)
	if err != nil || e.Op == "" && !e.Is {
		return left, err
	}
	if e.Is {
		return combine([]value{left}, func(m *machine) any { return (left.eval(m) == nil) != e.Not }), nil
	}
	right, err := c.operand(e.Right)
	if err != nil {
		return right, err
	}
	return c.compared(e.Right.Pos, strings.ToUpper(e.Op), left, right)
}

func (c *compiler) operand(e *operand) (value, error) {
	switch {
	case e.Exists != nil:
		return c.exists(e.Exists.Patterns, e.Exists.Where)
	case e.Pattern != nil:
		return c.exists([]*chain{{e.Pattern.First, e.Pattern.Links}}, nil)
	case e.Sub != nil:
		return c.expr(e.Sub)
	case e.List != nil:
		return c.list(e.List)
	case e.Literal != nil:
		return c.literal(e.Literal)
	case e.Call != nil:
		return c.call(e.Call)
	}
	return c.reference(e.Ref)
}

func (c *compiler) list(l *list) (value, error) {
	var parts []value
	for _, e := range l.Items {
		v, err := c.expr(e)
		if err != nil {
			return v, err
		}
		parts = append(parts, v)
	}
	return combine(parts, func(m *machine) any {
		out := make([]any, len(parts))
		for i := range parts {
			out[i] = parts[i].eval(m)
		}
		return out
	}), nil
}

func (c *compiler) literal(l *literal) (value, error) {
	switch {
	case l.Parameter != "":
		v, err := c.parameter(l.Pos, l.Parameter)
		return fixed(v), err
	case l.String != nil:
		return fixed(*l.String), nil
	case l.Number != "":
		if i, err := strconv.ParseInt(l.Number, 10, 64); err == nil {
			return fixed(i), nil
		}
		f, err := strconv.ParseFloat(l.Number, 64)
		if err != nil {
			return value{}, failf(l.Pos, "", "%s is no number that can be held", l.Number)
		}
		return fixed(f), nil
	}
	switch strings.ToUpper(l.Word) {
	case "TRUE":
		return fixed(true), nil
	case "FALSE":
		return fixed(false), nil
	}
	return fixed(nil), nil
}

// reference makes a variable or a property of one ready.
func (c *compiler) reference(r *reference) (value, error) {
	i := c.find(r.Var)
	if i < 0 {
		hint := meant(variable(r.Var), c.named())
		if hint == "" && r.Prop == nil {
			hint = "a text stands in quotes: '" + r.Var + "'"
		}
		return value{}, failf(r.Pos, hint, "unknown variable %s", variable(r.Var))
	}
	if r.Prop != nil {
		return c.property(r, i)
	}
	return value{slots: c.looks(i), bare: c.slots[i].sort <= edgeSort, eval: func(m *machine) any { return m.value(i) }}, nil
}

// looks returns the slots that the value of a slot is made of, itself first
// unless it is a path.
func (c *compiler) looks(i int) []int {
	if c.slots[i].sort == pathSort {
		return slices.Clone(c.slots[i].parts)
	}
	return []int{i}
}

func (c *compiler) property(r *reference, i int) (value, error) {
	name := r.Prop.Text
	switch s := c.slots[i].sort; s {
	case nodeSort:
		if k := slices.IndexFunc(nodeProperties, func(p nodeProperty) bool { return p.name == name }); k >= 0 {
			p := nodeProperties[k]
			return value{slots: []int{i}, date: p.date, prop: name, node: true, eval: func(m *machine) any {
				if at := m.row[i].at; at >= 0 {
					return p.value(m, at)
				}
				return nil
			}}, nil
		}
		return value{}, unknownProperty(r.Prop.Pos, name, s)
	case edgeSort:
		if k := slices.IndexFunc(edgeProperties, func(p edgeProperty) bool { return p.name == name }); k >= 0 {
			p := edgeProperties[k]
			return value{slots: []int{i}, date: p.date, prop: name, eval: func(m *machine) any {
				if at := m.row[i].at; at >= 0 {
					return p.value(m, at)
				}
				return nil
			}}, nil
		}
		return value{}, unknownProperty(r.Prop.Pos, name, s)
	default:
		return value{}, failf(r.Prop.Pos, "put it into the relation: -[:met*1..3 {"+name+": …}]-", "%s is %s, which has no properties", variable(r.Var), s)
	}
}

func unknownProperty(at lexer.Position, name string, s sort) error {
	var names []string
	if s == nodeSort {
		for _, p := range nodeProperties {
			names = append(names, p.name)
		}
	} else {
		for _, p := range edgeProperties {
			names = append(names, p.name)
		}
	}
	hint := meant(name, names)
	if hint == "" {
		hint = "known: " + join(names)
	}
	return failf(at, hint, "%s has no property %q", s, name)
}

// equals is the condition that a property has a value.
func (c *compiler) equals(at lexer.Position, prop value, l *literal) (value, error) {
	want, err := c.literal(l)
	if err != nil {
		return want, err
	}
	return c.compared(at, "=", prop, want)
}

// place returns the number of the node of an ID as a list.
func (c *compiler) place(id string) ([]int32, error) {
	n, ok, err := c.g.Place(id)
	if !ok {
		return nil, err
	}
	return []int32{n}, nil
}

// places returns the number of the one node of a name or an ID as a list.
func (c *compiler) places(at lexer.Position, prop, text string) ([]int32, error) {
	if prop == "id" {
		return c.place(text)
	}
	found, err := c.g.Find(text)
	if err != nil {
		return nil, err
	}
	switch len(found) {
	case 1:
		return c.place(found[0].ID)
	case 0:
		hint := ""
		near, err := c.g.Nearest(text, 5)
		if err != nil {
			return nil, err
		}
		if len(near) > 0 {
			hint = "nearest: " + labels(near, false)
		}
		return nil, failf(at, hint, "no entity named %q", text)
	default:
		return nil, failf(at, "say which by its ID", "%q may be %s", text, labels(found, true))
	}
}

// labels lists nodes, at most eight.
func labels(nodes []graph.Node, ids bool) string {
	var out []string
	for i := range nodes[:min(len(nodes), 8)] {
		s := nodes[i].Label
		if ids {
			s += " (" + nodes[i].ID + ")"
		}
		out = append(out, s)
	}
	if more := len(nodes) - len(out); more > 0 {
		out = append(out, strconv.Itoa(more)+" more")
	}
	if ids {
		return strings.Join(out, " or ")
	}
	return strings.Join(out, ", ")
}
