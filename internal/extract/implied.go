package extract

import (
	"strings"

	"kg/internal/mention"
	"kg/internal/source"
	"kg/lexicon"
)

// What speaks for a country as the one in which somebody holds an office that
// is said without it, in parts of all that points to any country.
const (
	titleWeight  = 3   // how much more a country counts in the headline
	beside       = 0.3 // the country is named in a sentence about the person
	acting       = 0.2 // and is what the sentence speaks of first
	homeCity     = 0.5 // the person speaks or acts in its capital or another city of it
	sent         = 0.6 // the person goes there, or meets somebody from there
	taken        = 0.7 // somebody else is known to hold that office in it
	enough       = 0.5 // what a country must reach
	margin       = 0.15
	maxSentences = 3 // the sentences about the person that count
)

// likeliest returns a mention of the country in which the person most likely
// holds an office that is said without it: the one that most of the document's
// countries and cities point to, and those beside the person; -1 if no country
// stands out.
func (p *page) likeliest(m *mention.Mention, t *mention.Title) int {
	points := p.pointing()
	for _, s := range p.about(m.Entity) {
		p.besides(points, s, m.Entity)
	}
	best, second, first := 0.0, 0.0, -1
	for i := range p.set.Entities {
		e := &p.set.Entities[i]
		if e.Type != mention.Country {
			continue
		}
		n := points[e.Key]
		if p.heldBy(i, m.Entity, t) {
			n -= taken
		}
		switch {
		case n > best:
			best, second, first = n, best, e.Mentions[0]
		case n > second:
			second = n
		}
	}
	if best <= enough || best-second < margin {
		return -1
	}
	return first
}

// pointing returns for each country, by its key, the part of all mentions of
// countries and cities that points to it.
func (p *page) pointing() map[string]float64 {
	weights, all := map[string]float64{}, 0.0
	for i := range p.set.Entities {
		e := &p.set.Entities[i]
		if key := p.country(e); key != "" {
			weights[key] += float64(p.weight(e))
		}
	}
	for i := range p.set.Entities {
		if e := &p.set.Entities[i]; e.Type == mention.Country {
			all += weights[e.Key]
		}
	}
	for key := range weights {
		weights[key] /= max(all, 1)
	}
	return weights
}

// country returns the key of a country, or of the country of a city; empty if
// the entity is neither.
func (p *page) country(e *mention.Entity) string {
	switch e.Type {
	case mention.Country:
		return e.Key
	case mention.Place:
		if c, ok := p.Lexicon.City(e.Name); ok {
			return "country:" + string(c.Country)
		}
	}
	return ""
}

// about returns the first sentences that name the person.
func (p *page) about(person int) []int {
	var out []int
	for _, k := range p.set.Entities[person].Mentions {
		s := p.set.Mentions[k].Sentence
		if len(out) == maxSentences {
			break
		}
		if len(out) == 0 || out[len(out)-1] != s {
			out = append(out, s)
		}
	}
	return out
}

// besides adds what a sentence about the person says of countries.
func (p *page) besides(points map[string]float64, s, person int) {
	first, end := p.set.In(s)
	seen := map[string]bool{}
	for k := first; k < end; k++ {
		c := &p.set.Mentions[k]
		if c.Entity < 0 {
			continue
		}
		key := p.country(&p.set.Entities[c.Entity])
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		switch {
		case p.foreign(c, k, person):
			points[key] -= sent
		case c.Type == mention.Place && p.before(c) == "in":
			points[key] += homeCity
		case p.trees[s].Is(c.Head, "nsubj"):
			points[key] += beside + acting
		default:
			points[key] += beside
		}
	}
}

// foreign reports whether a country is where the person goes, or whose officer
// somebody else in the sentence is.
func (p *page) foreign(c *mention.Mention, k, person int) bool {
	if w := p.before(c); w == "to" || w == "with" || w == "from" {
		return true
	}
	first, end := p.set.In(c.Sentence)
	for j := first; j < end; j++ {
		m := &p.set.Mentions[j]
		for i := range m.Titles {
			if m.Entity != person && m.Entity >= 0 && m.Titles[i].Of == k {
				return true
			}
		}
	}
	return false
}

// before returns the word before a mention, articles passed over.
func (p *page) before(m *mention.Mention) string {
	words := p.sentences[m.Sentence].Words
	for w := m.First - 1; w >= 0; w-- {
		if words[w].UPOS != "DET" {
			return strings.ToLower(words[w].Form)
		}
	}
	return ""
}

// heldBy reports whether another person is known to hold an office of that
// name in the country.
func (p *page) heldBy(country, person int, t *mention.Title) bool {
	for i := range p.facts {
		f := &p.facts[i]
		if f.Object == country && f.Subject != person && f.Role != "" && lexicon.Fold(f.Role) == lexicon.Fold(t.Text) {
			return true
		}
	}
	return false
}

// weight returns how often an entity is mentioned, the headline counted more.
func (p *page) weight(e *mention.Entity) int {
	n := 0
	for _, k := range e.Mentions {
		n++
		if b := p.sentences[p.set.Mentions[k].Sentence].Block; b >= 0 && b < len(p.doc.Blocks) && p.doc.Blocks[b].Kind == source.Title {
			n += titleWeight - 1
		}
	}
	return n
}
