package mention

import (
	"math"
	"slices"

	"kg/lexicon"
)

// antecedent returns the person that a personal pronoun most likely means, or
// -1. What was not known to be a person becomes one.
func (g *grouping) antecedent(i int, w want) int {
	best, top := -1, math.Inf(-1)
	list := g.candidates(i, w)
	if g.observe != nil {
		g.observe(g.reading, i, list, g.es)
	}
	for n := range list {
		if s := dot(&g.weights, &list[n].signals); s > top {
			best, top = list[n].entity, s
		}
	}
	if best >= 0 {
		g.becomePerson(best)
	}
	return best
}

// mayBePerson reports whether an entity that is no person as it stands may be
// one for all that its name says: an unsure one, or a body or place of one word
// that is listed as a name of persons and that no table knows otherwise. What
// is ever said to be a place or follows an article is none. The answer is kept:
// every pronoun asks.
func (g *grouping) mayBePerson(x *entity) bool {
	if x.Type == Person || x.asked {
		return x.personal
	}
	x.asked, x.personal = true, g.readsAsPerson(x)
	return x.personal
}

func (g *grouping) readsAsPerson(x *entity) bool {
	switch {
	case x.Type != unsure && x.Type != Place && x.Type != Organization || x.Key != "" || len(x.tokens) != 1:
		return false
	case x.Type != unsure:
		surname, _ := g.lex.Surname(x.Name)
		given, _ := g.lex.GivenName(x.Name)
		_, body := g.lex.Organization(x.Name)
		_, region := g.lex.Region(x.Name)
		city, town := g.lex.City(x.Name)
		if max(surname, given) == lexicon.Unlisted || body || region || town && city.Size > 2 || g.bodyNoun(x.tokens[0]) {
			return false
		}
	}
	return !slices.ContainsFunc(x.Mentions, func(k int) bool {
		m := &g.ms[k]
		return m.Kind == Described || m.Kind == Named && g.sited(m)
	})
}

// becomePerson makes a person of an entity that a pronoun means.
func (g *grouping) becomePerson(e int) {
	x := g.es[e]
	if x.Type == Person {
		return
	}
	x.Type = Person
	for _, k := range x.Mentions {
		g.ms[k].Type = Person
	}
	g.sexOf(x)
}

// A candidate is an entity that a pronoun can mean.
type candidate struct {
	entity  int
	last    int // its last mention before the pronoun, the first one after it if there is none before
	count   int // its mentions before the pronoun
	led     int // those of them that are subjects
	later   int // how many candidates were mentioned later, before the pronoun
	most    bool
	first   bool // no candidate stands before its last mention in that sentence
	signals signals
}

// candidates returns the entities that pronoun i can mean, with their signals.
func (g *grouping) candidates(i int, w want) []candidate {
	var out []candidate
	for e := range g.es {
		if !g.agrees(e, w) {
			continue
		}
		if last := g.lastMention(e, i); last >= 0 {
			out = append(out, candidate{entity: e, last: last})
		}
	}
	g.rank(out, i)
	for n := range out {
		g.weigh(&out[n], i, w)
	}
	return out
}

// rank compares the candidates with each other.
func (g *grouping) rank(list []candidate, i int) {
	top := 0
	for n := range list {
		c := &list[n]
		for _, k := range g.es[c.entity].Mentions {
			if k < i {
				c.count++
				c.led += int(truth(g.role(k) == subject))
			}
		}
		top = max(top, c.count)
	}
	for n := range list {
		c := &list[n]
		c.most, c.first = c.count == top, true
		for m := range list {
			o := list[m].last
			if o > c.last && o < i {
				c.later++
			}
			c.first = c.first && (o >= c.last || g.ms[o].Sentence != g.ms[c.last].Sentence)
		}
	}
}

// lastMention returns the last mention of an entity before mention i that
// grammar does not keep from it, or else a name after it in its sentence; -1 if
// there is none.
func (g *grouping) lastMention(e, i int) int {
	before, after := -1, -1
	for _, k := range g.es[e].Mentions {
		switch {
		case g.bound(k, i):
		case k < i:
			before = max(before, k)
		case g.ms[k].Sentence == g.ms[i].Sentence && (after < 0 || k < after) && g.ms[k].Kind == Named:
			after = k
		}
	}
	if before < 0 {
		return after
	}
	if g.ms[before].Sentence < g.ms[i].Sentence-rankDistance {
		return -1
	}
	return before
}

// rankDistance is the number of sentences that the ranker looks back.
const rankDistance = 5
