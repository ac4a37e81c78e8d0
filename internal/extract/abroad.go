package extract

import (
	"slices"

	"kg/internal/mention"
)

// own are verbs for what somebody in office does to his own state or people,
// not to another: "led the Chilean team", "dismissed Peru's generals".
var own = map[string]bool{"lead": true, "head": true, "govern": true, "rule": true, "run": true, "represent": true, "serve": true, "defend": true, "name": true,
	"appoint": true, "nominate": true, "dismiss": true, "fire": true, "sack": true, "replace": true, "save": true, "protect": true, "steer": true, "help": true,
	"have": true, "make": true, "leave": true, "flee": true, "take": true, "bring": true, "put": true, "keep": true, "unite": true, "rebuild": true,
	"include": true, "comprise": true, "feature": true, "involve": true, "contain": true}

// facing are the prepositions of whom or what somebody turns to or against.
var facing = map[string]bool{"with": true, "to": true, "against": true, "from": true, "towards": true, "toward": true, "at": true}

// faced returns the keys of the countries that the first sentences about
// somebody show him dealing with as with another's: he visits, meets, blames or
// warns them or those who come from there. He holds no office in these that
// the text leaves out.
func (p *page) faced(person int) map[string]bool {
	out := map[string]bool{}
	for _, s := range p.about(person) {
		first, end := p.set.In(s)
		for k := first; k < end; k++ {
			c := &p.set.Mentions[k]
			if c.Entity >= 0 && c.Type == mention.Country && p.faces(c, person) {
				out[p.set.Entities[c.Entity].Key] = true
			}
		}
	}
	return out
}

// faces reports whether the sentence of mention c of a country says what the
// person does to it or to its people, or what they do to him.
func (p *page) faces(c *mention.Mention, person int) bool {
	t := p.trees[c.Sentence]
	w, people := c.Head, false
	for range maxClimb {
		switch {
		case t.Is(w, "conj"):
		case t.Is(w, "amod", "compound", "nmod:poss", "nmod") && p.people(c.Sentence, t.Word(w).Head, person):
			people = true
		default:
			return p.dealt(c.Sentence, w, person, people)
		}
		w = t.Word(w).Head
	}
	return false
}

// maxClimb is how far a country's name may stand below the part of the clause.
const maxClimb = 4

// people reports whether a word stands for somebody else than the person, or a
// group.
func (p *page) people(s, w, person int) bool {
	return slices.ContainsFunc(p.set.At(s, w), func(k int) bool {
		m := &p.set.Mentions[k]
		return m.Entity != person && (m.Type == mention.Delegation || m.Type == mention.Person)
	})
}

// dealt reports whether word w, a country or people from it, and the person
// are the two sides of a verb.
func (p *page) dealt(s, w, person int, people bool) bool {
	t := p.trees[s]
	verb := t.Word(w).Head
	if verb < 0 || t.Word(verb).UPOS != "VERB" || own[t.Word(verb).Lemma] {
		return false
	}
	heads := p.headsOf(s, person)
	subject := func(x int) bool {
		return slices.ContainsFunc(heads, func(h int) bool { return h == x || t.Is(h, "appos", "flat") && t.Word(h).Head == x })
	}
	switch {
	case t.Is(w, "obj", "iobj") || t.Is(w, "obl") && facing[t.Case(w)]:
		return slices.ContainsFunc(t.Surface(verb), subject) || slices.ContainsFunc(t.Subjects(verb), subject)
	case t.Is(w, "nsubj"):
		return people && slices.ContainsFunc(t.Objects(verb), subject)
	}
	return false
}
