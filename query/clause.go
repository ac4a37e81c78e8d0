package query

import "slices"

// A clauseOp is one MATCH: its steps, within which no relation is used twice.
type clauseOp struct {
	ops      []op
	optional bool
}

func (o *clauseOp) run(m *machine, then func()) {
	outer, found := m.base, false
	m.base = len(m.used)
	m.do(o.ops, func() {
		found = true
		then()
	})
	if o.optional && !found && m.going() {
		then()
	}
	m.base = outer
}

// clause makes a MATCH ready.
func (c *compiler) clause(cl *clause) (op, error) {
	before := len(c.slots)
	s := &shape{}
	for _, p := range cl.Patterns {
		if err := c.pattern(s, p); err != nil {
			return nil, err
		}
	}
	ops, err := c.search(s, cl.Where, before)
	return &clauseOp{ops, cl.Optional}, err
}

// exists makes a pattern within an expression ready. Its own variables are
// known within it alone.
func (c *compiler) exists(chains []*chain, where *expr) (value, error) {
	before := len(c.slots)
	s := &shape{}
	for _, ch := range chains {
		if _, err := c.chain(s, ch); err != nil {
			return value{}, err
		}
	}
	v := value{heavy: true}
	for _, n := range s.nodes {
		if n.slot < before {
			v.slots = append(v.slots, n.slot)
		}
	}
	conds, err := c.conditions(where)
	if err != nil {
		return v, err
	}
	for _, cond := range conds {
		v.slots = append(v.slots, slices.DeleteFunc(slices.Clone(cond.slots), func(s int) bool { return s >= before })...)
	}
	ops, err := c.plan(c.machine(), s, conds, c.bound(before))
	for i := before; i < len(c.slots); i++ {
		c.slots[i].name = ""
	}
	v.eval = func(m *machine) any {
		outer, found := m.base, false
		m.base = len(m.used)
		m.do(ops, func() { found, m.stop = true, true })
		m.base, m.stop = outer, false
		return found
	}
	return v, err
}

// search orders the steps of a shape and its conditions.
func (c *compiler) search(s *shape, where *expr, before int) ([]op, error) {
	conds, err := c.conditions(where)
	if err != nil {
		return nil, err
	}
	return c.plan(c.machine(), s, conds, c.bound(before))
}

// bound says which slots are bound before the first of a pattern's own.
func (c *compiler) bound(before int) []bool {
	out := make([]bool, len(c.slots))
	for i := range before {
		out[i] = true
	}
	return out
}

// conditions makes the parts of a WHERE that are joined by AND ready.
func (c *compiler) conditions(where *expr) ([]value, error) {
	if where == nil {
		return nil, nil
	}
	if len(where.Terms) > 1 || len(where.Terms[0].Terms) > 1 {
		v, err := c.expr(where)
		return []value{v}, err
	}
	var out []value
	for _, t := range where.Terms[0].Terms[0].Terms {
		v, err := c.negation(t)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
