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
	titleWeight  = 3    // how much more a country counts in the headline
	few          = 5    // mentions of countries and cities, of which none makes a document be about one
	present      = 0.07 // what a country must have for the sentences about the person to count
	beside       = 0.3  // the country is named in a sentence about the person
	acting       = 0.2  // and is what the sentence speaks of first
	acted        = 0.1  // it only has a part in what else goes on
	homeCity     = 0.4  // the person speaks or acts in its capital or another city of it
	foreign      = 0.3  // what is left where the person goes there or meets somebody from there
	called       = 0.4  // officers of the country above all are called so
	taken        = 0.7  // somebody else is known to hold that office in it
	enough       = 0.35 // what a country must reach,
	margin       = 0.05 // and by how much it must pass the next
	caution      = 0.15 // what is asked more of both before the sentences are read
	maxSentences = 3    // the sentences about the person that count
)

// likeliest returns a mention of the country in which the person most likely
// holds an office that is said without it: the one that most of the document's
// countries and cities point to, and those beside the person; -1 if no country
// stands out.
func (p *page) likeliest(m *mention.Mention, t *mention.Title, caution float64) int {
	points := p.pointing()
	for _, s := range p.about(m.Entity) {
		p.besides(points, s, m.Entity)
	}
	for key := range p.faced(m.Entity) {
		points[key] = 0
	}
	best, second, first := 0.0, 0.0, -1
	for i := range p.set.Entities {
		e := &p.set.Entities[i]
		if e.Type != mention.Country {
			continue
		}
		state := lexicon.CountryKey(strings.TrimPrefix(e.Key, "country:"))
		if !p.Lexicon.MayHave(state, t.Text) {
			continue
		}
		n := points[e.Key]
		if o, ok := p.Lexicon.Office(t.Text); ok && o.State != "" {
			if o.State != state {
				continue // an office of another state's name
			}
			n += called
		}
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
	if best <= enough+caution || best-second < margin+caution {
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
		weights[key] /= max(all, few)
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
		if c, use, ok := p.Lexicon.Country(e.Name); ok && use == lexicon.Capital {
			return "country:" + string(c)
		}
		if c, ok := p.Lexicon.City(e.Name); ok && c.Country != "-" {
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
		if c.Entity < 0 || p.persons(c) {
			continue
		}
		key := p.country(&p.set.Entities[c.Entity])
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		if points[key] >= present {
			p.lean(points, key, k, person)
		}
	}
}

// persons reports whether a mention of a country stands for persons from
// there: "two Chileans".
func (p *page) persons(c *mention.Mention) bool {
	head := &p.sentences[c.Sentence].Words[c.Head]
	return c.Kind == mention.Demonym && (head.XPOS == "NNPS" || head.XPOS == "NNS")
}

// lean adds what mention k of a country or city in a sentence about the person
// says for the country, or against it.
func (p *page) lean(points map[string]float64, key string, k, person int) {
	c := &p.set.Mentions[k]
	t := p.trees[c.Sentence]
	head := c.Head
	if t.Is(head, "amod", "compound") {
		head = t.Word(head).Head
	}
	holder := p.another(c, k, person)
	switch w := p.before(c); {
	case w == "to", w == "with", t.Is(head, "obj") && abroad[t.Word(t.Word(head).Head).Lemma], holder >= 0 && p.together(p.set.Mentions[holder].Head, c.Sentence, person):
		points[key] *= foreign
	case holder >= 0, w == "in" && c.Type != mention.Place:
	case w == "in":
		if p.together(c.Head, c.Sentence, person) {
			points[key] += homeCity
		}
	case t.Is(head, "nsubj") && p.object(head, c.Sentence, person):
		points[key] *= foreign
	case t.Is(head, "nsubj") && p.over(head, c.Sentence, person):
		points[key] += beside + acting
	case t.Is(head, "nsubj", "obj", "obl"):
		points[key] += acted
	case matter[w]: // "drills near Taiwan"
	default:
		points[key] += beside
	}
}

// matter are prepositions that make of a country what something is about or
// done by, not whose it is.
var matter = map[string]bool{"near": true, "over": true, "between": true, "by": true, "on": true, "and": true}

// abroad are verbs whose object is where somebody is no resident.
var abroad = map[string]bool{"visit": true, "tour": true, "reach": true}

// another returns the mention of somebody else whose office is said to be of
// the country; -1 if there is none.
func (p *page) another(c *mention.Mention, k, person int) int {
	first, end := p.set.In(c.Sentence)
	for j := first; j < end; j++ {
		m := &p.set.Mentions[j]
		for i := range m.Titles {
			if m.Entity != person && m.Entity >= 0 && m.Titles[i].Of == k {
				return j
			}
		}
	}
	return -1
}

// together reports whether a word and the person hang on the same word.
func (p *page) together(w, s, person int) bool {
	t := p.trees[s]
	for _, h := range p.headsOf(s, person) {
		if g := t.Word(h).Head; g >= 0 && g == t.Word(w).Head {
			return true
		}
	}
	return false
}

// object reports whether the person is the object of the verb of subject w.
func (p *page) object(w, s, person int) bool {
	t := p.trees[s]
	for _, h := range p.headsOf(s, person) {
		if t.Is(h, "obj") && t.Word(h).Head == t.Word(w).Head {
			return true
		}
	}
	return false
}

// over reports whether the clause of subject w holds the person, or is what
// the person says.
func (p *page) over(w, s, person int) bool {
	t := p.trees[s]
	verb := t.Word(w).Head
	for _, h := range p.headsOf(s, person) {
		if t.Is(verb, "ccomp") && t.Word(verb).Head == t.Word(h).Head {
			return true
		}
		for ; h >= 0; h = t.Word(h).Head {
			if h == verb {
				return true
			}
			if t.Is(h, "conj") {
				break
			}
		}
	}
	return false
}

func (p *page) headsOf(s, person int) []int {
	var out []int
	first, end := p.set.In(s)
	for k := first; k < end; k++ {
		if p.set.Mentions[k].Entity == person {
			out = append(out, p.set.Mentions[k].Head)
		}
	}
	return out
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
