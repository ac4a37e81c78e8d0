package extract

import (
	"strings"

	"kg/internal/mention"
	"kg/internal/source"
	"kg/lexicon"
)

// stateOffices are the classes of offices that a person holds in a state even
// where the text does not say in which.
var stateOffices = map[string]bool{"head": true, "monarch": true, "minister": true, "deputy": true}

// impliedScore is the confidence in an office whose state is only implied. It
// is weak: a full account of the person's office in any document overrides it.
const impliedScore = 0.4

// bareOffices gives the offices that stand without their country the one that
// the document implies: the country that a head of state or government is
// known to lead, the one that the document is about, or the one whose doings
// the sentence tells. A person whose office is said in full elsewhere needs none.
func (p *page) bareOffices() {
	for k := range p.set.Mentions {
		m := &p.set.Mentions[k]
		if m.Entity < 0 || m.Type != mention.Person {
			continue
		}
		for j := range m.Titles {
			t := &m.Titles[j]
			if _, known := p.offices[m.Entity]; known || t.Of >= 0 || t.Kin || !stateOffices[t.Class] {
				continue
			}
			if of := p.implied(m, t); of >= 0 {
				said := *t
				said.Of = of
				p.title(k, &said, impliedScore)
			}
		}
	}
}

func (p *page) implied(m *mention.Mention, t *mention.Title) int {
	if of := p.led(m, t); of >= 0 {
		return of
	}
	if of := p.sideOf(m.Entity); of >= 0 {
		return of
	}
	if main := p.mainCountry(); main >= 0 {
		return main
	}
	return p.acting(m)
}

// sideOf returns a mention of the country whose delegation the person is said
// to be in or to head; -1 if there is none.
func (p *page) sideOf(person int) int {
	for i := range p.facts {
		f := &p.facts[i]
		if f.Subject != person || p.set.Entities[f.Object].Type != mention.Delegation {
			continue
		}
		for _, k := range p.set.Entities[f.Object].Mentions {
			if of := p.set.Mentions[k].Of; of >= 0 && p.set.Mentions[of].Type == mention.Country && p.set.Mentions[of].Entity >= 0 {
				return of
			}
		}
	}
	return -1
}

// led returns a mention of the country that a leader of that name and office
// led on the day of writing; -1 if there is none.
func (p *page) led(m *mention.Mention, t *mention.Title) int {
	names := strings.Fields(p.set.Entities[m.Entity].Name)
	if len(names) == 0 {
		return -1
	}
	for _, l := range p.Lexicon.Leaders(names[len(names)-1]) {
		if !sameOffice(l, t) || p.doc.Date != "" && p.doc.Date < l.Since {
			continue
		}
		if len(names) > 1 && l.Given != "" && !strings.HasPrefix(lexicon.Fold(l.Given), lexicon.Fold(names[0])) {
			continue
		}
		if k := p.countryOf(l.Country); k >= 0 {
			return k
		}
	}
	return -1
}

func sameOffice(l lexicon.Leader, t *mention.Title) bool {
	words := strings.Fields(strings.ToLower(t.Text))
	return len(words) > 0 && strings.HasSuffix(l.Office, words[len(words)-1])
}

// countryOf returns the first mention of a country; -1 if there is none.
func (p *page) countryOf(key lexicon.CountryKey) int {
	for i := range p.set.Entities {
		if e := &p.set.Entities[i]; e.Key == "country:"+string(key) {
			return e.Mentions[0]
		}
	}
	return -1
}

const (
	mainShare   = 0.5 // the part of all that points to a country, for the document to be about one
	titleWeight = 3   // how much more a country counts in the headline
)

// mainCountry returns the first mention of the country that the document is
// about: the one that most of its countries and cities point to. It returns -1
// if there is none.
func (p *page) mainCountry() int {
	weights := map[string]int{}
	for i := range p.set.Entities {
		e := &p.set.Entities[i]
		switch e.Type {
		case mention.Country:
			weights[e.Key] += p.weight(e)
		case mention.Place:
			if c, ok := p.Lexicon.City(e.Name); ok {
				weights["country:"+string(c.Country)] += p.weight(e)
			}
		}
	}
	all, most, main := 0, 0, -1
	for i := range p.set.Entities {
		e := &p.set.Entities[i]
		if e.Type != mention.Country {
			continue
		}
		w := weights[e.Key]
		all += w
		if w > most {
			most, main = w, e.Mentions[0]
		}
	}
	if float64(most) <= mainShare*float64(all) {
		return -1
	}
	return main
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

// acting returns the first country that is the subject of a verb in the
// sentence of m; -1 if there is none.
func (p *page) acting(m *mention.Mention) int {
	first, end := p.set.In(m.Sentence)
	for k := first; k < end; k++ {
		c := &p.set.Mentions[k]
		if c.Type == mention.Country && c.Entity >= 0 && p.trees[m.Sentence].Is(c.Head, "nsubj") {
			return k
		}
	}
	return -1
}
