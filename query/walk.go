package query

import (
	"slices"

	"kg/schema"
)

// A scanOp binds a node to each of a set.
type scanOp struct {
	slot int
	set  *nodeSet
}

func (o *scanOp) run(m *machine, then func()) {
	n := o.set.count()
	for i := 0; i < n && m.spend(); i++ {
		at := int32(i)
		if !o.set.every {
			at = o.set.list[i]
		}
		m.row[o.slot].at = at
		then()
	}
	m.row[o.slot] = nothing
}

// A checkOp goes on if a bound node is in a set.
type checkOp struct {
	slot int
	set  *nodeSet
}

func (o *checkOp) run(m *machine, then func()) {
	if at := m.row[o.slot].at; at >= 0 && o.set.contains(at) {
		then()
	}
}

// A filterOp goes on if a condition is true.
type filterOp struct{ cond value }

func (o *filterOp) run(m *machine, then func()) {
	if o.cond.eval(m) == true {
		then()
	}
}

// An expandOp walks one relation from a bound node.
type expandOp struct {
	rel      *relSpec
	from, to int      // slots
	turned   bool     // from is the end of the relation as it was written
	closed   bool     // to is bound too
	set      *nodeSet // of to
}

func (o *expandOp) run(m *machine, then func()) {
	from, want := m.row[o.from].at, int32(-1)
	turned := o.turned
	if o.closed {
		want = m.row[o.to].at
		if want < 0 {
			return
		}
		if from >= 0 && m.g.Pairs(want) < m.g.Pairs(from) {
			from, want, turned = want, from, !turned
		}
	}
	if from < 0 {
		return
	}
	o.rel.each(m, from, turned, func(edge, other int32) bool {
		if o.closed && other != want || !o.closed && !o.set.contains(other) || slices.Contains(m.used[m.base:], edge) {
			return true
		}
		m.row[o.rel.slot].at = edge
		if !o.closed {
			m.row[o.to].at = other
		}
		m.used = append(m.used, edge)
		then()
		m.used = m.used[:len(m.used)-1]
		return m.going()
	})
	m.row[o.rel.slot] = nothing
	if !o.closed {
		m.row[o.to] = nothing
	}
}

// each calls f for every edge of a node that the spec allows, and the node at
// its other end, until f returns false. A relation without direction may be
// walked against the arrow; a self-relation comes once.
func (r *relSpec) each(m *machine, n int32, turned bool, f func(edge, other int32) bool) {
	out, in := r.out, r.in
	if turned {
		out, in = in, out
	}
	for edge, other := range m.g.Out(n) {
		if !m.spend() || r.allows(m, edge, out || in && other == n) && !f(edge, other) {
			return
		}
	}
	for edge, other := range m.g.In(n) {
		if other == n {
			continue
		}
		if !m.spend() || r.allows(m, edge, in) && !f(edge, other) {
			return
		}
	}
}

// allows reports whether an edge fits; along says whether the pattern allows
// its direction.
func (r *relSpec) allows(m *machine, edge int32, along bool) bool {
	relation, modality := m.g.Kind(edge)
	if r.relations != nil && !slices.Contains(r.relations, relation) || !r.denied && modality == schema.Denied {
		return false
	}
	if !along {
		if kind, _ := m.g.Schema().Relation(relation); !kind.Symmetric {
			return false
		}
	}
	return !slices.ContainsFunc(r.tests, func(test func(*machine, int32) bool) bool { return !test(m, edge) })
}

// A trailOp walks a row of relations from a bound node, none twice. Where its
// end is bound too it turns back as soon as that is too far away.
type trailOp struct {
	expandOp
	ending *ending
}

// An ending is how far nodes are from where trails must end.
type ending struct {
	at   int32
	left map[int32]int
	hops int // up to which all are known
}

// mostEnding is how many nodes an ending looks for.
const mostEnding = 1 << 16

// end returns the ending at a node, for half of the way: so both halves branch
// as little as can be. It is kept for the next trail.
func (o *trailOp) end(m *machine, at int32) *ending {
	if o.ending == nil || o.ending.at != at {
		left, hops := o.distances(m, at, func(left map[int32]int, hops int) bool { return hops >= o.rel.high/2 || len(left) > mostEnding })
		o.ending = &ending{at, left, hops}
	}
	return o.ending
}

// reaches reports whether so many relations may lead from a node to the end.
func (e *ending) reaches(n int32, relations int) bool {
	d, known := e.left[n]
	return relations > e.hops || known && d <= relations
}

func (o *trailOp) run(m *machine, then func()) {
	from := m.row[o.from].at
	if from < 0 || o.closed && m.row[o.to].at < 0 {
		return
	}
	t := &trail{trailOp: o, m: m, then: then, nodes: []int32{from}, edges: []int32{}}
	if o.closed {
		t.end = o.end(m, m.row[o.to].at)
	}
	t.grow(from)
	m.row[o.rel.slot] = nothing
	if !o.closed {
		m.row[o.to] = nothing
	}
}

// A trail is a row of relations while it grows.
type trail struct {
	*trailOp
	m            *machine
	then         func()
	end          *ending // where it must end, if closed
	nodes, edges []int32
}

func (t *trail) grow(at int32) {
	if len(t.edges) >= t.rel.low {
		t.emit(at)
	}
	if len(t.edges) == t.rel.high || !t.m.going() {
		return
	}
	t.rel.each(t.m, at, t.turned, func(edge, other int32) bool {
		if slices.Contains(t.m.used[t.m.base:], edge) || t.closed && !t.end.reaches(other, t.rel.high-len(t.edges)-1) {
			return true
		}
		t.nodes, t.edges, t.m.used = append(t.nodes, other), append(t.edges, edge), append(t.m.used, edge)
		t.grow(other)
		t.nodes, t.edges, t.m.used = t.nodes[:len(t.nodes)-1], t.edges[:len(t.edges)-1], t.m.used[:len(t.m.used)-1]
		return t.m.going()
	})
}

// emit goes on with the trail as it is, if it may end here.
func (t *trail) emit(at int32) {
	if t.closed && at != t.end.at || !t.closed && !t.set.contains(at) {
		return
	}
	b := &t.m.row[t.rel.slot]
	b.nodes, b.edges = t.nodes, t.edges
	if t.turned {
		b.nodes, b.edges = reversed(t.nodes), reversed(t.edges)
	}
	if !t.closed {
		t.m.row[t.to].at = at
	}
	t.then()
}

func reversed(list []int32) []int32 {
	out := slices.Clone(list)
	slices.Reverse(out)
	return out
}
