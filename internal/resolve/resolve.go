// Package resolve says which entities of different documents are one thing:
// readings go in, and one global list of entities comes out, the same for any
// order of the readings.
//
// Entities are compared in blocks that share a key: a country's code, the
// sound of a surname, the words of a name, a date, a number. Within a block
// each type has its own test (person.go, body.go, thing.go). Entities that one
// document tells apart are never joined, and neither are names that differ in
// a number.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	"kg/internal/fact"
)

// An Entity is one thing that the documents speak of.
type Entity struct {
	Type    string   // an entity type of the schema
	Name    string   // the best full name in any document
	Aliases []string // every surface form, Name included, sorted
	Key     string   // what it stands for beyond its names, as "country:UA"; empty for most
	Date    string   // of a meeting: ISO 8601 day, month, year or interval; empty if unknown
	Text    string   // of a statement: the words said
	Parts   []Part   // the entities of the documents that it is made of, by document name
}

// A Part is one document's entity.
type Part struct{ Reading, Entity int }

// A Result says which entities there are and where each entity of each
// reading went.
type Result struct {
	Entities []Entity // by Type, Name, then aliases
	Of       [][]int  // Of[r][e] is the index in Entities of entity e of reading r
}

// Resolve groups the entities of all readings. The entities found depend on
// the set of readings alone, not on their order. It takes time in proportion
// to the number of entities and the size of their blocks.
func Resolve(readings []*fact.Reading) *Result {
	r := &resolver{readings: readings}
	r.collect()
	for _, typ := range r.types() {
		r.join(typ)
	}
	return r.result()
}

// A resolver is the state of one run.
type resolver struct {
	readings []*fact.Reading
	items    []item // by type, then document name, then entity
	groups   []*group
}

// An item is an entity of one document with what it is compared by.
type item struct {
	*fact.Entity
	part    Part
	doc     string
	near    []string // folded names of the entities that facts join it to, sorted
	label   name     // its name, parsed
	names   []name   // its forms, parsed
	keys    []string // what it is found by
	words   []string // of a description: all words of its forms but the small ones, sorted
	numbers []string // the numbers in its forms, sorted
}

// A group is the items that are one thing.
type group struct {
	items  []int
	unlike []int // those of them that have different names or dates, the first maxCompared
	docs   map[string]bool
}

// collect makes the items of all readings.
func (r *resolver) collect() {
	for d, reading := range r.readings {
		near := neighbours(reading)
		named(reading, near)
		for e := range reading.Entities {
			x := &reading.Entities[e]
			it := item{Entity: x, part: Part{d, e}, doc: reading.Doc, near: near[e]}
			it.parse()
			r.items = append(r.items, it)
		}
	}
	slices.SortStableFunc(r.items, func(a, b item) int {
		return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.doc, b.doc), a.part.Entity-b.part.Entity)
	})
}

// neighbours returns for each entity of a reading the folded names of those
// that a fact joins it to.
func neighbours(reading *fact.Reading) [][]string {
	out := make([][]string, len(reading.Entities))
	add := func(a, b int) {
		if x := &reading.Entities[b]; x.Text == "" {
			out[a] = append(out[a], neighbour(x))
		}
	}
	for i := range reading.Facts {
		f := &reading.Facts[i]
		add(f.Subject, f.Object)
		add(f.Object, f.Subject)
	}
	for e := range out {
		slices.Sort(out[e])
		out[e] = slices.Compact(out[e])
	}
	return out
}

// named adds to the neighbours of meetings and proposals the places and
// countries that their own forms name.
func named(reading *fact.Reading, near [][]string) {
	places := map[string]string{}
	for e := range reading.Entities {
		if x := &reading.Entities[e]; x.Type == "Place" || x.Type == "Country" {
			for _, a := range x.Aliases {
				places[strings.Join(words(a), " ")] = neighbour(x)
			}
		}
	}
	for e := range reading.Entities {
		x := &reading.Entities[e]
		if x.Type != "Meeting" && x.Type != "Proposal" {
			continue
		}
		for _, a := range x.Aliases {
			w := words(a)
			for i := range w {
				for n := 1; n <= 3 && i+n <= len(w); n++ {
					if p := places[strings.Join(w[i:i+n], " ")]; p != "" && !slices.Contains(near[e], p) {
						near[e] = append(near[e], p)
					}
				}
			}
		}
		slices.Sort(near[e])
	}
}

// neighbour returns the name under which an entity is compared as another's
// neighbour: its type, and its key or the end of its name.
func neighbour(x *fact.Entity) string {
	if x.Key != "" {
		return x.Type + " " + x.Key
	}
	words := words(x.Name)
	if len(words) == 0 {
		return x.Type
	}
	if x.Type == "Person" {
		return x.Type + " " + words[len(words)-1]
	}
	return x.Type + " " + strings.Join(words, " ")
}

// types returns the types of the items in order.
func (r *resolver) types() []string {
	var out []string
	for i := range r.items {
		if len(out) == 0 || out[len(out)-1] != r.items[i].Type {
			out = append(out, r.items[i].Type)
		}
	}
	return out
}

// join groups the items of a type: surer ones first, so that a short or vague
// name finds its full one.
func (r *resolver) join(typ string) {
	var order []int
	for i := range r.items {
		if r.items[i].Type == typ {
			order = append(order, i)
		}
	}
	m := matchers[typ]
	if m.same == nil {
		m = matchers[""]
	}
	slices.SortStableFunc(order, func(a, b int) int { return m.weight(&r.items[b]) - m.weight(&r.items[a]) })
	blocks, exact := map[string]*block{}, map[string][]int{}
	for _, i := range order {
		r.items[i].keys = m.keys(&r.items[i])
		full := ""
		if m.exact(&r.items[i]) {
			full = r.items[i].label.key
		}
		g := r.known(i, exact[full])
		if g < 0 {
			g = r.place(i, &m, blocks)
			if full != "" {
				exact[full] = append(exact[full], g)
			}
		}
		for _, key := range r.items[i].keys {
			b := blocks[key]
			if b == nil {
				b = &block{has: map[int]bool{}}
				blocks[key] = b
			}
			if !b.has[g] {
				b.has[g] = true
				b.groups = append(b.groups, g)
			}
		}
	}
}

// known puts an item into the first of the groups that has its very name and
// nothing of its document, and returns that group; -1 if there is none.
func (r *resolver) known(i int, groups []int) int {
	for _, g := range groups {
		if !r.groups[g].docs[r.items[i].doc] {
			r.groups[g].take(r.items, i)
			return g
		}
	}
	return -1
}

// A block is the groups that share a key, in the order in which they came.
type block struct {
	groups []int
	has    map[int]bool
}

// place finds the best group for an item, or makes one, and returns it.
func (r *resolver) place(i int, m *matcher, blocks map[string]*block) int {
	best, top := -1, 0
	rivals := 0
	seen := map[int]bool{}
	for _, key := range r.items[i].keys {
		b := blocks[key]
		if b == nil {
			continue
		}
		for _, g := range b.groups {
			if seen[g] {
				continue
			}
			seen[g] = true
			s := r.score(i, g, m)
			switch {
			case s > top:
				best, top, rivals = g, s, 0
			case s == top && s > 0:
				rivals++
			}
		}
	}
	if best < 0 || rivals > 0 && m.unique(&r.items[i]) {
		r.groups = append(r.groups, &group{docs: map[string]bool{}})
		best = len(r.groups) - 1
	}
	r.groups[best].take(r.items, i)
	return best
}

// take adds item i to the group.
func (g *group) take(items []item, i int) {
	g.items = append(g.items, i)
	g.docs[items[i].doc] = true
	if len(g.unlike) == maxCompared {
		return
	}
	for _, k := range g.unlike {
		if items[k].alike(&items[i]) {
			return
		}
	}
	g.unlike = append(g.unlike, i)
}

// alike reports whether two items compare in the same way with any third: they
// have the same names, date and neighbours.
func (it *item) alike(o *item) bool {
	return it.label.key == o.label.key && it.Date == o.Date && slices.Equal(it.near, o.near) && slices.Equal(it.Aliases, o.Aliases)
}

// score returns how well an item fits a group: the sum over its best member,
// and 0 as soon as one member rules it out.
func (r *resolver) score(i, g int, m *matcher) int {
	it := &r.items[i]
	if it.Key == "" && r.groups[g].docs[it.doc] {
		return 0
	}
	top := 0
	for _, k := range r.groups[g].unlike {
		s := m.same(it, &r.items[k])
		if s < 0 {
			return 0
		}
		top = max(top, s)
	}
	return top
}

// maxCompared bounds the members of a group that an item is compared with, so
// that a name in every document costs no square of their number.
const maxCompared = 24

// result puts the groups in their order.
func (r *resolver) result() *Result {
	out := &Result{Of: make([][]int, len(r.readings))}
	for d, reading := range r.readings {
		out.Of[d] = make([]int, len(reading.Entities))
	}
	for _, g := range r.groups {
		out.Entities = append(out.Entities, r.entity(g))
	}
	slices.SortStableFunc(out.Entities, func(a, b Entity) int {
		return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.Name, b.Name), slices.Compare(a.Aliases, b.Aliases), strings.Compare(a.Date, b.Date), strings.Compare(a.Text, b.Text))
	})
	for n, e := range out.Entities {
		for _, p := range e.Parts {
			out.Of[p.Reading][p.Entity] = n
		}
	}
	return out
}

// entity makes one entity of a group.
func (r *resolver) entity(g *group) Entity {
	first := &r.items[g.items[0]]
	e := Entity{Type: first.Type, Key: first.Key, Text: first.Text}
	count := map[string]int{}
	for _, i := range g.items {
		it := &r.items[i]
		e.Aliases = append(e.Aliases, it.Aliases...)
		e.Parts = append(e.Parts, it.part)
		count[it.Name]++
		e.Date = narrower(e.Date, it.Date)
	}
	e.Name = bestName(e.Type, count)
	slices.Sort(e.Aliases)
	e.Aliases = slices.Compact(e.Aliases)
	return e
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
