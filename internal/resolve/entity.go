package resolve

import (
	"cmp"
	"slices"
	"strings"
)

// emit makes the entities of the groups.
func (r *resolver) emit() {
	for _, g := range r.groups {
		r.entities = append(r.entities, r.entity(g))
	}
}

// finish puts the entities in their order.
func (r *resolver) finish(out *Result) {
	out.Entities = r.entities
	for d := range r.docs {
		out.Of[d] = make([]int, r.docs[d].entities)
	}
	nameStates(out.Entities)
	r.tellApart(out.Entities)
	slices.SortStableFunc(out.Entities, func(a, b Entity) int {
		return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.Name, b.Name), slices.Compare(a.Aliases, b.Aliases), strings.Compare(a.Date, b.Date), strings.Compare(a.Text, b.Text))
	})
	for n, e := range out.Entities {
		for _, p := range e.Parts {
			out.Of[p.Reading][p.Entity] = n
		}
	}
	onlyTelling(out.Entities)
}

// entity makes one entity of a group.
func (r *resolver) entity(g *group) Entity {
	first := &r.items[g.items[0]]
	e := Entity{Type: r.typeOf(g), Key: first.Key, Text: first.Text, land: first.land}
	m := matcherOf(first.typ)
	e.weight = m.weight(first)
	e.Parts = make([]Part, 0, len(g.items))
	count := map[string]int{}
	var aliases []string
	for _, i := range g.items {
		it := &r.items[i]
		aliases = append(aliases, it.Aliases...)
		e.Parts = append(e.Parts, it.part)
		count[it.Name]++
		e.Date = narrower(e.Date, it.Date)
		if e.land == "" {
			e.land = it.land
		}
	}
	e.Name = bestName(e.Type, count)
	slices.Sort(aliases)
	e.Aliases = append([]string(nil), slices.Compact(aliases)...) // of that length: there are many
	return e
}

// typeOf returns the type of most items of a group; of as many, the first.
func (r *resolver) typeOf(g *group) string {
	count := map[string]int{}
	best := ""
	for _, i := range g.items {
		count[r.items[i].typ]++
	}
	for typ, n := range count {
		if best == "" || n > count[best] || n == count[best] && typ < best {
			best = typ
		}
	}
	return best
}

// bestName returns the name with most words, of a person or a body, or the one
// that most documents use; among equals the first in the alphabet.
func bestName(typ string, count map[string]int) string {
	best, top := "", -1
	for n, c := range count {
		s := c
		if typ == "Person" || typ == "Organization" {
			s += 1000 * min(len(strings.Fields(n)), 3)
		}
		if s > top || s == top && n < best {
			best, top = n, s
		}
	}
	return best
}

// narrower returns the date that says more; among equals the earlier.
func narrower(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	case precision(a) != precision(b):
		if precision(a) > precision(b) {
			return a
		}
		return b
	}
	return min(a, b)
}

// precision orders dates: a day says more than a month, an interval less than
// a day.
func precision(d string) int {
	if strings.Contains(d, "/") {
		return 6
	}
	return len(d)
}
