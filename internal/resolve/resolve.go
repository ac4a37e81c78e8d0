// Package resolve says which entities of different documents are one thing:
// readings go in, and one global list of entities comes out, the same for any
// order of the readings.
//
// Entities are compared in blocks that share a key: a country's code, the
// sound of a surname, the words of a name, a date, a number. Within a block
// each type has its own test, which weighs what speaks for the two being one
// (person.go, body.go, meeting.go, proposal.go). Descriptions, which any two
// things may share, are one only if their documents tell the same story
// (story.go). A type that one document alone gives a name is corrected by the
// others (retype.go). Entities that one document tells apart are never joined,
// and neither are names that differ in a number.
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
	Name    string   // the best full name in any document; a description that others share has their country or document behind it
	Aliases []string // every surface form, sorted, but for descriptions that several entities share; see onlyTelling
	Key     string   // what it stands for beyond its names, as "country:UA"; empty for most
	Date    string   // of a meeting: ISO 8601 day, month, year or interval; empty if unknown
	Text    string   // of a statement: the words said
	Parts   []Part   // the entities of the documents that it is made of, by document name

	land string // key of the country that it is of; empty if unknown
}

// A Part is one document's entity.
type Part struct{ Reading, Entity int }

// A Result says which entities there are and where each entity of each
// reading went.
type Result struct {
	Entities []Entity // by Type, Name, then aliases
	Of       [][]int  // Of[r][e] is the index in Entities of entity e of reading r

	IdleSame, IdleDifferent []int // the judgements that could not be followed, by index
}

// Resolve groups the entities of all readings. The entities found depend on
// the set of readings alone, not on their order. It takes time in proportion
// to the number of entities and the size of their blocks.
func Resolve(readings []*fact.Reading) *Result { return ResolveWith(readings, Judged{}) }

// ResolveWith groups the entities of all readings as Resolve does, and as a
// person has judged.
func ResolveWith(readings []*fact.Reading, j Judged) *Result {
	r := &resolver{readings: readings, likes: likes{}}
	r.collect()
	idleDifferent := r.part(j.Different)
	for _, typ := range r.types() {
		r.join(typ)
	}
	idleSame := r.unite(j.Same)
	out := r.result()
	out.IdleSame, out.IdleDifferent = idleSame, idleDifferent
	return out
}

// A resolver is the state of one run.
type resolver struct {
	readings []*fact.Reading
	items    []item // by type, then document name, then entity
	groups   []*group
	likes    likes
}

// collect makes the items of all readings.
func (r *resolver) collect() {
	n := 0
	for _, reading := range r.readings {
		n += len(reading.Entities)
	}
	r.items = make([]item, 0, n)
	for d, reading := range r.readings {
		r.items = append(r.items, items(d, reading)...)
	}
	retype(r.items)
	headed(r.readings, r.items)
	number(r.items)
	slices.SortStableFunc(r.items, func(a, b item) int {
		return cmp.Or(strings.Compare(a.typ, b.typ), strings.Compare(a.doc, b.doc), a.part.Entity-b.part.Entity)
	})
}

// number gives surnames their numbers.
func number(items []item) {
	numbers := map[string]int32{}
	for i := range items {
		w := items[i].label.words
		if items[i].typ != "Person" || len(w) == 0 {
			continue
		}
		last := w[len(w)-1]
		if numbers[last] == 0 {
			numbers[last] = int32(len(numbers) + 1)
		}
		items[i].surname = numbers[last]
	}
}

// types returns the types of the items in order.
func (r *resolver) types() []string {
	var out []string
	for i := range r.items {
		if len(out) == 0 || out[len(out)-1] != r.items[i].typ {
			out = append(out, r.items[i].typ)
		}
	}
	return out
}
