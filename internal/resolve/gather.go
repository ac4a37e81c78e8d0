package resolve

import (
	"maps"
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/spool"
	"kg/internal/when"
)

// A Gatherer takes from readings, one after the other, what their entities are
// compared by. Of each document only its name and the place of the rest stay in
// memory, and of all documents what their names tell of each other.
type Gatherer struct {
	spool *spool.Spool
	docs  []document        // in the order in which they were added
	votes votes             // types by word
	lands map[string]string // countries in which people of a surname hold office; empty where they hold several
}

// A document is where the items of a reading are.
type document struct {
	name     string
	entities int
	place    spool.Place
}

// NewGatherer returns a gatherer that keeps in s what is not compared yet.
func NewGatherer(s *spool.Spool) *Gatherer {
	return &Gatherer{spool: s, votes: votes{}, lands: map[string]string{}}
}

// Add takes the entities of a reading, which it does not keep.
func (g *Gatherer) Add(r *fact.Reading) {
	d := len(g.docs)
	lands := offices(r)
	list := items(d, r, lands)
	for i := range list {
		g.votes.count(&list[i])
	}
	g.settle(r, lands)
	g.docs = append(g.docs, document{r.Doc, len(r.Entities), g.spool.Put(pack(storyOf(r), list))})
}

// settle notes in which countries people hold office.
func (g *Gatherer) settle(r *fact.Reading, lands []string) {
	for e, land := range lands {
		w := words(r.Entities[e].Name)
		if land == "" || len(w) == 0 {
			continue
		}
		last := w[len(w)-1]
		if old, ok := g.lands[last]; ok && old != land {
			land = ""
		}
		g.lands[last] = land
	}
}

// pack writes a story and the items of its document: of each the type, what may
// be mistaken, the names, and the rest.
func pack(s *story, items []item) []byte {
	var c, one spool.Code
	s.pack(&one)
	c.String(string(one))
	for i := range items {
		it := &items[i]
		c.String(it.Type)
		c.String(it.mistakable())
		one = one[:0]
		one.String(it.Name)
		one.Strings(it.Aliases)
		c.String(string(one))
		one = one[:0]
		it.pack(&one)
		c.String(string(one))
	}
	return c
}

// pack writes what items and join have set.
func (it *item) pack(c *spool.Code) {
	c.Int(it.part.Entity)
	c.String(it.Key)
	c.String(it.Side)
	c.String(it.Date)
	c.String(it.Text)
	c.String(it.self)
	c.Strings(it.near)
	c.Strings(it.revises)
	c.String(it.land)
	c.Bool(it.planned)
}

// unpack reads what pack wrote.
func (it *item) unpack(d *spool.Decoder) {
	it.part.Entity = d.Int()
	it.Key, it.Side, it.Date = d.String(), d.String(), d.String()
	it.Text, it.self = d.Text(), d.String()
	it.near, it.revises = d.Strings(), d.Strings()
	it.land, it.planned = d.String(), d.Bool()
	it.date, _ = when.Parse(it.Date)
}

// begin reads the stories of the documents, and counts the items of each type.
func (g *Gatherer) begin() (*resolver, error) {
	r := &resolver{Gatherer: g, stories: make([]*story, len(g.docs)), count: map[string]int{}, likes: likes{}}
	var d spool.Decoder
	var buf []byte
	for i := range g.docs {
		var err error
		if buf, err = g.spool.Get(g.docs[i].place, buf); err != nil {
			return nil, err
		}
		d.Reset(buf)
		d.Int() // the length of what follows
		r.stories[i] = unpackStory(&d)
		for d.More() {
			r.count[g.votes.typeOf(d.String(), d.String())]++
			d.Skip()
			d.Skip()
		}
	}
	return r, d.Err()
}

// types returns the types of all items, in order.
func (r *resolver) types() []string { return slices.Sorted(maps.Keys(r.count)) }

// A loader reads the items of one type.
type loader struct {
	*resolver
	typ   string
	code  spool.Decoder
	first map[string]firstOf // by type and the code of their names
	key   []byte
}

// A firstOf is what the first item of some names shares with the others.
type firstOf struct {
	*fact.Entity
	*parsed
}

// load returns the items of a type, by document name, then entity.
func (r *resolver) load(typ string) ([]item, error) {
	order := make([]int, len(r.docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(r.docs[a].name, r.docs[b].name) })
	out := make([]item, 0, r.count[typ])
	l := &loader{resolver: r, typ: typ, first: map[string]firstOf{}}
	var buf []byte
	for _, i := range order {
		var err error
		if buf, err = r.spool.Get(r.docs[i].place, buf); err != nil {
			return nil, err
		}
		l.code.Reset(buf)
		out = l.items(out, i)
	}
	number(out)
	return out, l.code.Err()
}

// items appends the items of one document.
func (l *loader) items(out []item, doc int) []item {
	d := &l.code
	d.Skip() // the story
	for d.More() {
		found, word := d.String(), d.String()
		if l.votes.typeOf(found, word) != l.typ {
			d.Skip()
			d.Skip()
			continue
		}
		it := item{Entity: &fact.Entity{Type: found}, typ: l.typ, part: Part{Reading: doc}, doc: l.docs[doc].name, story: l.stories[doc]}
		l.names(&it, d.Bytes())
		d.Int() // the length of what follows
		it.unpack(d)
		it.head(l.lands)
		out = append(out, it)
	}
	return out
}

// names gives an item its names; items of the same names share them.
func (l *loader) names(it *item, code []byte) {
	l.key = append(append(l.key[:0], it.Type...), code...)
	if f, ok := l.first[string(l.key)]; ok {
		it.Name, it.Aliases, it.parsed = f.Name, f.Aliases, f.parsed
		return
	}
	var d spool.Decoder // not the loader's, which would keep the strings
	d.Reset(code)
	it.Name, it.Aliases = d.String(), d.Strings()
	it.parsed = parse(it.Type, it.Name, it.Aliases)
	l.first[string(l.key)] = firstOf{it.Entity, it.parsed}
}
