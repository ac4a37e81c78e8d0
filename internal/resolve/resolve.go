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
	"kg/internal/spool"
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

	land   string // key of the country that it is of; empty if unknown
	weight int    // of the first part; see matcher
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
	out, _ := gathered(readings).Resolve(j) // what is in memory can be read
	return out
}

// gathered returns a gatherer that has all readings in memory.
func gathered(readings []*fact.Reading) *Gatherer {
	g := NewGatherer(&spool.Spool{})
	for _, r := range readings {
		g.Add(r)
	}
	return g
}

// Resolve groups the entities of all readings that were added, as ResolveWith
// does. It has in memory some thousand entities of the documents at a time, or
// as many as may be one, those of the types that j speaks of together, and what
// it returns. The error tells that what was kept cannot be read again.
func (g *Gatherer) Resolve(j Judged) (*Result, error) {
	r, err := g.begin()
	if err != nil {
		return nil, err
	}
	judged, err := r.judged(j)
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(r.types(), func(typ string) bool { return slices.Contains(judged, typ) })
	if err := r.apart(others); err != nil {
		return nil, err
	}
	out := &Result{Of: make([][]int, len(g.docs))}
	if out.IdleSame, out.IdleDifferent, err = r.together(judged, j); err != nil {
		return nil, err
	}
	r.emit()
	r.items, r.groups, r.likes = nil, nil, nil
	r.finish(out)
	return out, nil
}

// A resolver is the state of one run.
type resolver struct {
	*Gatherer
	stories  []*story          // by reading
	spots    map[string][]spot // of the items of each type, by document name, then entity
	portion  int               // items of a type that are in memory together
	items    []item            // by type, then document name, then entity
	groups   []*group
	likes    likes
	keyed    bool // the items keep their keys, for Doubts
	entities []Entity
}

// apart makes the entities of each type by itself.
func (r *resolver) apart(types []string) error {
	for _, typ := range types {
		portions, err := r.portions(typ)
		if err != nil {
			return err
		}
		before := len(r.entities)
		for _, spots := range portions {
			if err := r.portioned(typ, spots); err != nil {
				return err
			}
		}
		slices.SortStableFunc(r.entities[before:], func(a, b Entity) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(r.docs[a.Parts[0].Reading].name, r.docs[b.Parts[0].Reading].name), cmp.Compare(a.Parts[0].Entity, b.Parts[0].Entity))
		})
	}
	return nil
}

// portioned makes the entities of a portion of a type.
func (r *resolver) portioned(typ string, spots []spot) (err error) {
	r.items, r.groups, r.likes = nil, nil, likes{} // before the next are loaded
	if r.items, err = r.load(typ, spots); err != nil {
		return err
	}
	r.join(typ)
	r.emit()
	r.items, r.groups, r.likes = nil, nil, nil
	return nil
}

// together groups the items of types that a person has judged, any two of which
// may be judged to be one. Idle are the judgements that could not be followed.
func (r *resolver) together(types []string, j Judged) (idleSame, idleDifferent []int, err error) {
	r.likes = likes{}
	if err := r.all(types); err != nil {
		return nil, nil, err
	}
	idleDifferent = r.part(j.Different)
	for _, typ := range types {
		r.join(typ)
	}
	return r.unite(j.Same), idleDifferent, nil
}

// all loads the items of types.
func (r *resolver) all(types []string) error {
	for _, typ := range types {
		items, err := r.load(typ, r.spots[typ])
		if err != nil {
			return err
		}
		r.items = append(r.items, items...)
	}
	return nil
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
