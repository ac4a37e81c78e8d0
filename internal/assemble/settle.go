package assemble

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"kg/internal/when"
)

// weak is the confidence below which a fact holds only as long as nothing
// better is known.
const weak = 0.45

// firm leaves out the weak claims of a node where a firm one of the same
// relation leads elsewhere.
func (m *maker) firm() {
	type side struct{ from, relation int32 }
	known := map[side]bool{}
	for i := range m.claims {
		if c := &m.claims[i]; c.confidence < weak {
			known[side{c.from, c.relation}] = false
		}
	}
	for i := range m.claims {
		c := &m.claims[i]
		if _, asked := known[side{c.from, c.relation}]; asked && c.confidence >= weak {
			known[side{c.from, c.relation}] = true
		}
	}
	m.claims = slices.DeleteFunc(m.claims, func(c claim) bool { return c.confidence < weak && known[side{c.from, c.relation}] })
}

// mergeDates gives a claim with a vague date or none the date of a like one
// that is within it, so that one meeting told twice is one edge. Where several
// would do, the earliest wins.
func (m *maker) mergeDates() {
	lower := make([]int32, len(m.table.strings)) // of roles
	for n, s := range slices.Clone(m.table.strings) {
		lower[n] = m.table.number(strings.ToLower(s))
	}
	like := func(a, b *claim) int {
		aFrom, aTo := m.ends(a)
		bFrom, bTo := m.ends(b)
		return cmp.Or(cmp.Compare(aFrom, bFrom), cmp.Compare(aTo, bTo), cmp.Compare(a.relation, b.relation), cmp.Compare(a.modality, b.modality),
			cmp.Compare(lower[a.role], lower[b.role]), cmp.Compare(a.claimed, b.claimed))
	}
	slices.SortFunc(m.claims, func(a, b claim) int { return cmp.Or(like(&a, &b), cmp.Compare(a.order, b.order)) })
	for lo, hi := 0, 0; lo < len(m.claims); lo = hi {
		for hi = lo + 1; hi < len(m.claims) && like(&m.claims[lo], &m.claims[hi]) == 0; hi++ {
		}
		if hi > lo+1 {
			m.settle(m.claims[lo:hi])
		}
	}
}

// ends returns the nodes of a claim, in one order where the relation has no
// direction.
func (m *maker) ends(c *claim) (int32, int32) {
	if c.from > c.to && m.symmetric(c.relation) {
		return c.to, c.from
	}
	return c.from, c.to
}

// settle gives each claim of the group the narrowest date among those that its
// own contains.
func (m *maker) settle(group []claim) {
	dates := make([]when.Date, len(group))
	order := make([]int, len(group))
	role := group[0].role
	for k := range group {
		dates[k], _ = when.Parse(m.table.strings[group[k].date])
		order[k] = k
		if m.table.compare(group[k].role, role) < 0 {
			role = group[k].role
		}
	}
	sort.SliceStable(order, func(x, y int) bool { return narrower(dates[order[x]], dates[order[y]]) })
	for k := range group {
		group[k].role = role
		for _, o := range order {
			if dates[k].IsZero() || dates[k].Contains(dates[o]) {
				group[k].date = group[o].date
				break
			}
		}
	}
}

// narrower orders dates by their length and then by their beginning; unknown
// dates come last.
func narrower(a, b when.Date) bool {
	if a.IsZero() || b.IsZero() {
		return !a.IsZero() && b.IsZero()
	}
	if a.Days() != b.Days() {
		return a.Days() < b.Days()
	}
	return a.First < b.First
}
