package extract

import (
	"kg/internal/fact"
	"kg/internal/mention"
	"kg/schema"
)

// A stay is somebody's being at a place.
type stay struct{ who, place int }

// shareStays lends a meeting without a date the days that one of those who were
// there spent at its place: "Gil was in Peru on 4 May. In Peru she met Lund."
// Where the text tells of several stays of theirs there, on other days, none is
// taken.
func (p *page) shareStays(lent map[int]fact.Dating) {
	stays := p.stays()
	if len(stays) == 0 {
		return
	}
	places, guests := map[int][]int{}, map[int][]int{}
	for i := range p.facts {
		f := &p.facts[i]
		if f.Modality != schema.Asserted {
			continue
		}
		if isEvent(&p.reading.Entities[f.Subject]) {
			places[f.Subject] = append(places[f.Subject], f.Object)
		}
		if isEvent(&p.reading.Entities[f.Object]) {
			guests[f.Object] = append(guests[f.Object], f.Subject)
		}
	}
	for e := range p.reading.Entities {
		m := &p.reading.Entities[e]
		if m.Type != mention.Meeting || m.Date != "" {
			continue
		}
		if f := p.stayed(stays, guests[e], places[e]); f != nil {
			m.Date, lent[e] = f.Date, f.Evidence.Dating
		}
	}
}

// stays returns the dated facts that tell of stays.
func (p *page) stays() map[stay][]int {
	out := map[stay][]int{}
	for i := range p.facts {
		f := &p.facts[i]
		if r, ok := p.Schema.Relation(f.Relation); ok && r.Stay && f.Date != "" && f.Modality == schema.Asserted {
			out[stay{f.Subject, f.Object}] = append(out[stay{f.Subject, f.Object}], i)
		}
	}
	return out
}

// stayed returns the fact that tells when the guests were at one of the places;
// nil if none does, or if they tell of different days.
func (p *page) stayed(stays map[stay][]int, guests, places []int) *fact.Fact {
	var all []int
	for _, g := range guests {
		for _, at := range places {
			all = append(all, stays[stay{g, at}]...)
		}
	}
	return p.agreed(all, func(*fact.Fact) bool { return true })
}
