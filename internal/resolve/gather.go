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

// A spot is where an item is: a document, and how far into its code.
type spot struct{ doc, at int32 }

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

// begin reads the stories of the documents, and finds the items of each type.
func (g *Gatherer) begin() (*resolver, error) {
	r := &resolver{Gatherer: g, stories: make([]*story, len(g.docs)), spots: map[string][]spot{}, portion: portion, likes: likes{}}
	order := make([]int32, len(g.docs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return strings.Compare(g.docs[a].name, g.docs[b].name) })
	var d spool.Decoder
	var buf []byte
	for _, i := range order {
		var err error
		if buf, err = g.spool.Get(g.docs[i].place, buf); err != nil {
			return nil, err
		}
		d.Reset(buf)
		d.Int() // the length of what follows
		r.stories[i] = unpackStory(&d)
		for d.More() {
			at := len(buf) - d.Left()
			typ := g.votes.typeOf(d.String(), d.String())
			d.Skip()
			d.Skip()
			r.spots[typ] = append(r.spots[typ], spot{i, int32(at)})
		}
	}
	return r, d.Err()
}

// types returns the types of all items, in order.
func (r *resolver) types() []string { return slices.Sorted(maps.Keys(r.spots)) }
