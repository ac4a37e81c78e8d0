package resolve

import (
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/when"
	"kg/schema"
)

// An item is an entity of one document with what it is compared by.
type item struct {
	*fact.Entity
	typ                    string // the type as which it is compared: its own, or the one that other documents know
	part                   Part
	doc                    string
	self                   string // its name as a neighbour; see neighbour
	story                  *story
	near                   []string // names of the entities that facts join it to, sorted; see neighbour
	revises                []string // of a proposal: near, but only what it is the subject of
	places, lands, parties []string // of a meeting: those of near that are places, countries, and whoever acts
	land                   string   // of an organization: Side, or the country of the office-holders it is joined to
	date                   when.Date
	planned                bool     // most of what is told of it is still to come
	parted                 []int    // the judgements that part it from others: p or -p for the one or the other of pair p-1
	heads                  []string // of an organization: the people in its name, as in "the Gil cabinet", sorted
	surname                int32    // of a person: a number for the last word of the name
	keys                   []string // what it is found by
	*parsed                         // what its names tell
}

// items makes the items of a reading, in which people hold office in lands.
func items(d int, reading *fact.Reading, lands []string) []item {
	out := make([]item, len(reading.Entities))
	story := storyOf(reading)
	for e := range out {
		x := &reading.Entities[e]
		it := &out[e]
		*it = item{Entity: x, typ: x.Type, part: Part{d, e}, doc: reading.Doc, self: neighbour(x), story: story, land: x.Side}
		it.date, _ = when.Parse(x.Date)
		it.parsed = parse(x.Type, x.Name, x.Aliases)
	}
	join(reading, out, lands)
	named(reading, out)
	for e := range out {
		out[e].near, out[e].revises = sorted(out[e].near), sorted(out[e].revises)
	}
	return out
}

// join tells items what the facts of their reading join them to.
func join(reading *fact.Reading, items []item, lands []string) {
	done := make([]int, len(items))
	for i := range reading.Facts {
		f := &reading.Facts[i]
		a, b := &items[f.Subject], &items[f.Object]
		a.meets(b, lands[f.Object])
		b.meets(a, lands[f.Subject])
		if a.Type == b.Type {
			a.revises = append(a.revises, b.self)
		}
		for _, e := range []int{f.Subject, f.Object} {
			if f.Modality == schema.Asserted {
				done[e]++
			} else {
				done[e]--
			}
		}
	}
	for e := range items {
		items[e].planned = done[e] < 0
	}
}

// meets adds a neighbour, who holds office in a country.
func (it *item) meets(o *item, land string) {
	if o.Text != "" {
		return
	}
	it.near = append(it.near, o.self)
	if o.Side != "" && o.Type == "Delegation" {
		it.near = append(it.near, "Country "+o.Side)
	}
	if it.Type == "Organization" && it.land == "" && o.Type == "Person" {
		it.land = land
	}
}

// head finds the people in the name of an organization, and in their offices
// its country, and of a meeting the countries of those who met; lands are those
// in which people of a surname hold office.
func (it *item) head(lands map[string]string) {
	if it.Type == "Meeting" {
		it.sides(lands)
		it.present()
	}
	if it.Type != "Organization" {
		return
	}
	for _, w := range it.label.words {
		if land, ok := lands[w]; ok {
			it.heads = append(it.heads, w)
			if it.land == "" {
				it.land = land
			}
		}
	}
	slices.Sort(it.heads)
}

// sides adds the countries of those who met to their neighbours.
func (it *item) sides(lands map[string]string) {
	for _, n := range prefixed(it.near, "Person ") {
		if land := lands[strings.TrimPrefix(n, "Person ")]; land != "" {
			it.near = append(it.near, "Country "+land)
		}
	}
	it.near = sorted(it.near)
}

// offices returns the countries in which the people of a reading hold office;
// empty for those who hold none or several.
func offices(reading *fact.Reading) []string {
	lands := make([]string, len(reading.Entities))
	several := map[int]bool{}
	for i := range reading.Facts {
		f := &reading.Facts[i]
		land := &reading.Entities[f.Object]
		if f.Role == "" || reading.Entities[f.Subject].Type != "Person" || land.Type != "Country" {
			continue
		}
		if old := lands[f.Subject]; old != "" && old != land.Key {
			several[f.Subject] = true
		}
		lands[f.Subject] = land.Key
	}
	for e := range several {
		lands[e] = ""
	}
	return lands
}

// named adds to the neighbours of meetings and proposals the places and
// countries that their own forms name.
func named(reading *fact.Reading, items []item) {
	places := map[string]string{}
	for e := range reading.Entities {
		if x := &reading.Entities[e]; x.Type == "Place" || x.Type == "Country" {
			for _, a := range x.Aliases {
				places[strings.Join(words(a), " ")] = neighbour(x)
			}
		}
	}
	for e := range items {
		it := &items[e]
		if it.Type != "Meeting" && it.Type != "Proposal" {
			continue
		}
		for i := range it.names {
			w := it.names[i].words
			for j := range w {
				for n := 1; n <= 3 && j+n <= len(w); n++ {
					if p := places[strings.Join(w[j:j+n], " ")]; p != "" {
						it.near = append(it.near, p)
					}
				}
			}
		}
	}
}

// neighbour returns the name under which an entity is compared as another's
// neighbour: its type, and its key, its number or the end of its name.
func neighbour(x *fact.Entity) string {
	if x.Key != "" {
		return x.Type + " " + x.Key
	}
	w := words(x.Name)
	if len(w) == 0 {
		return x.Type
	}
	if x.Type == "Person" {
		return x.Type + " " + w[len(w)-1]
	}
	if n := slices.IndexFunc(w, isNumber); n >= 0 && x.Type == "Proposal" {
		return x.Type + " # " + w[n]
	}
	return x.Type + " " + strings.Join(w, " ")
}
