package extract

import (
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/mention"
)

// namedParties is how many of those who met a meeting is named by.
const namedParties = 3

// occasions names the meetings that verbs alone tell of by those who met: "met
// the envoy in Lima" is "meeting of Salo and Ortiz". The words of the text stay
// among its other names.
func (p *page) occasions() {
	for n := range p.set.Entities {
		kind := p.set.Entities[n].Occasion
		if kind == "" {
			continue
		}
		e := &p.reading.Entities[n]
		switch names := p.parties(n); len(names) {
		case 0:
		case 1:
			e.Name = kind + " with " + names[0]
		default:
			e.Name = kind + " of " + listed(names)
		}
	}
}

// parties returns the names of those whom facts join to meeting n, in the order
// of the text: of the people, if there are several, or else of all that act.
func (p *page) parties(n int) []string {
	var who []int
	for i := range p.facts {
		f := &p.facts[i]
		for _, end := range [2][2]int{{f.Object, f.Subject}, {f.Subject, f.Object}} {
			if end[0] == n && acts(p.reading.Entities[end[1]].Type) && !slices.Contains(who, end[1]) {
				who = append(who, end[1])
			}
		}
	}
	isPerson := func(e int) bool { return p.reading.Entities[e].Type == mention.Person }
	people := slices.DeleteFunc(slices.Clone(who), func(e int) bool { return !isPerson(e) })
	if len(people) > 1 {
		who = people
	}
	names := make([]string, len(who))
	for i, e := range who {
		names[i] = shortName(&p.reading.Entities[e])
	}
	return names
}

// acts reports whether a thing of the type may meet others.
func acts(typ string) bool {
	switch typ {
	case mention.Person, mention.Country, mention.Organization, mention.Delegation:
		return true
	}
	return false
}

// shortName returns the one word of a person's name by which the document calls
// that person, if there is one, or else the whole name.
func shortName(e *fact.Entity) string {
	if e.Type != mention.Person {
		return e.Name
	}
	words := strings.Fields(e.Name)
	for i := len(words) - 1; i > 0; i-- {
		if slices.Contains(e.Aliases, words[i]) {
			return words[i]
		}
	}
	return e.Name
}

// listed joins names as a sentence does, the first few of them.
func listed(names []string) string {
	if len(names) > namedParties {
		names = append(slices.Clone(names[:namedParties-1]), "others")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
