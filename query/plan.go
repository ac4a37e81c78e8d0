package query

import (
	"math"
	"slices"
)

// An op is one step of the search: it fills slots of the row and calls then
// for every way to do so.
type op interface {
	run(m *machine, then func())
}

// A planner puts the steps of one MATCH in an order.
type planner struct {
	c     *compiler
	m     *machine // to look at nodes beforehand
	bound []bool   // by slot
	ops   []op
	conds []value // conditions that wait for their slots
	sets  map[int]*nodeSet
}

// A nodeSet holds which nodes a slot may stand for.
type nodeSet struct {
	all   int     // nodes of the graph
	list  []int32 // sorted; nil with every set
	every bool    // all of them
	has   []bool  // by place; nil with every set
}

func (s *nodeSet) count() int {
	if s.every {
		return s.all
	}
	return len(s.list)
}

func (s *nodeSet) contains(n int32) bool { return s.every || s.has[n] }

// plan orders the steps of a shape: nodes that are few first, then whatever
// follows from what is known with the fewest ways to go on. Conditions are
// checked as soon as what they look at is known.
func (c *compiler) plan(m *machine, s *shape, conds []value, bound []bool) ([]op, error) {
	p := &planner{c: c, m: m, bound: bound, sets: map[int]*nodeSet{}}
	for _, v := range conds {
		if n := s.alone(v, bound); n != nil {
			n.add(v)
		} else {
			p.conds = append(p.conds, v)
		}
	}
	for _, n := range s.nodes {
		set, err := p.set(n)
		if err != nil {
			return nil, err
		}
		p.sets[n.slot] = set
		if bound[n.slot] {
			p.ops = append(p.ops, &checkOp{n.slot, set})
		}
	}
	p.filter()
	rels := slices.Clone(s.rels)
	for {
		rel, cost := p.cheapest(rels)
		node, count := p.fewest(s.nodes)
		switch {
		case rel < 0 && node < 0:
			return p.ops, nil
		case node >= 0 && (rel < 0 || count <= 1 && cost > 1):
			p.scan(node)
		default:
			p.walk(rels[rel])
			rels = slices.Delete(rels, rel, rel+1)
		}
		p.filter()
	}
}

// alone returns the node of the shape that a condition is about alone, if it
// can be checked beforehand.
func (s *shape) alone(v value, bound []bool) *nodeSpec {
	if len(v.slots) != 1 || v.heavy || bound[v.slots[0]] {
		return nil
	}
	i := slices.IndexFunc(s.nodes, func(n *nodeSpec) bool { return n.slot == v.slots[0] })
	if i < 0 {
		return nil
	}
	return s.nodes[i]
}

// set finds the nodes that a spec allows.
func (p *planner) set(n *nodeSpec) (*nodeSet, error) {
	s := &nodeSet{all: p.c.g.size.Nodes}
	if n.types == nil && n.exact == nil && len(n.tests) == 0 {
		s.every = true
		return s, nil
	}
	s.has = make([]bool, s.all)
	defer func() { p.m.row[n.slot] = nothing }()
	try := func(i int32) bool {
		p.m.row[n.slot].at = i
		ok := n.types == nil || slices.Contains(n.types, p.c.g.Type(i))
		for k := 0; ok && k < len(n.tests); k++ {
			ok = n.tests[k].eval(p.m) == true
		}
		if ok {
			s.list, s.has[i] = append(s.list, i), true
		}
		return p.m.spend()
	}
	if n.exact != nil {
		for _, i := range slices.Compact(slices.Sorted(slices.Values(n.exact))) {
			try(i)
		}
		return s, p.m.err
	}
	for i := range s.all {
		if !try(int32(i)) {
			break
		}
	}
	return s, p.m.err
}

// filter adds the conditions that can be checked by now.
func (p *planner) filter() {
	p.conds = slices.DeleteFunc(p.conds, func(v value) bool {
		for _, s := range v.slots {
			if !p.bound[s] {
				return false
			}
		}
		p.ops = append(p.ops, &filterOp{v})
		return true
	})
}

// fewest returns the slot of the unbound node that the fewest nodes fit, -1 if
// all are bound.
func (p *planner) fewest(nodes []*nodeSpec) (slot, count int) {
	slot = -1
	for _, n := range nodes {
		if c := p.sets[n.slot].count(); !p.bound[n.slot] && (slot < 0 || c < count) {
			slot, count = n.slot, c
		}
	}
	return slot, count
}

func (p *planner) scan(slot int) {
	p.ops = append(p.ops, &scanOp{slot, p.sets[slot]})
	p.bound[slot] = true
}

// cheapest returns the relation that can be walked next with the fewest ways
// to go on, -1 if none can, and an estimate of their number.
func (p *planner) cheapest(rels []*relSpec) (best int, least float64) {
	best = -1
	for i, r := range rels {
		if cost, ok := p.cost(r); ok && (best < 0 || cost < least) {
			best, least = i, cost
		}
	}
	return best, least
}

// cost estimates how many ways there are to walk a relation, by how many
// relations a node has on the average; ok is false if it cannot be walked yet.
func (p *planner) cost(r *relSpec) (ways float64, ok bool) {
	from, to := p.bound[r.from], p.bound[r.to]
	if !from && !to || r.shortest && !(from && to) {
		return 0, false
	}
	nodes, edges := float64(max(1, p.c.g.size.Nodes)), float64(p.c.g.size.Edges)
	ways = math.Pow(1+2*edges/nodes, float64(min(r.high, 8)))
	if r.shortest {
		ways = 1
	}
	if far := p.sets[r.to]; !to {
		return ways * float64(far.count()) / nodes, true
	}
	if far := p.sets[r.from]; !from {
		return ways * float64(far.count()) / nodes, true
	}
	return ways / nodes, true
}

// walk adds the step along a relation.
func (p *planner) walk(r *relSpec) {
	e := expandOp{rel: r, from: r.from, to: r.to, closed: p.bound[r.from] && p.bound[r.to]}
	if !p.bound[r.from] {
		e.from, e.to, e.turned = r.to, r.from, true
	}
	e.set = p.sets[e.to]
	p.bound[r.from], p.bound[r.to], p.bound[r.slot] = true, true, true
	switch {
	case r.shortest:
		p.ops = append(p.ops, &shortestOp{e})
	case r.many:
		p.ops = append(p.ops, &trailOp{expandOp: e})
	default:
		p.ops = append(p.ops, &e)
	}
}
