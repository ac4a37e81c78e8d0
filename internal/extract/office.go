package extract

import (
	"slices"
	"strings"

	"kg/internal/mention"
	"kg/internal/rule"
	"kg/lexicon"
)

// stateOffices are the classes of offices that a person holds in a state even
// where the text does not say in which.
var stateOffices = map[string]bool{"head": true, "monarch": true, "minister": true, "deputy": true, "envoy": true, "legislator": true, "party": true}

// sharedOffices are the classes of offices that a person may hold in the state
// or body of another: "her spokesman", "the minister's deputy".
var sharedOffices = map[string]bool{"head": true, "monarch": true, "minister": true, "deputy": true, "envoy": true, "spokesperson": true, "aide": true,
	"member": true, "executive": true, "military": true, "security": true, "official": true, "chair": true, "head-of-body": true}

// heirs are nouns for somebody by another holder of an office in the same body.
var heirs = map[string]bool{"deputy": true, "successor": true, "predecessor": true, "colleague": true}

// seats are the nouns for the bodies that an office is named after, or that
// have it: a commissioner sits in a commission.
var seats = map[string][]string{"commissioner": {"commission"}, "speaker": {"parliament", "assembly", "house", "chamber", "legislature", "congress"},
	"councillor": {"council"}, "councilman": {"council"}, "councilwoman": {"council"}}

// impliedScore is the confidence in an office whose state is only implied. It
// is weak: a full account of the person's office in any document overrides it.
const impliedScore = 0.4

// bareOffices gives the offices that stand without their body the one that the
// document implies: that of the person whose deputy or aide the holder is, the
// country that a head of state or government is known to lead, the one that
// the document is about, or the one that the holder is told of with. A person
// whose office is said in full elsewhere needs none. The caution is what is
// asked of a country beyond what makes it the likeliest.
func (p *page) bareOffices(caution float64) {
	for range 2 { // the second time for those who serve persons named later
		for k := range p.set.Mentions {
			m := &p.set.Mentions[k]
			if m.Entity < 0 || m.Type != mention.Person {
				continue
			}
			for j := range m.Titles {
				t := &m.Titles[j]
				if _, known := p.offices[m.Entity]; known || t.Kin {
					continue
				}
				if of := p.implied(m, t, caution); of >= 0 {
					said := *t
					said.Of = of
					p.title(k, &said, impliedScore)
				}
			}
		}
	}
}

func (p *page) implied(m *mention.Mention, t *mention.Title, caution float64) int {
	if t.Home {
		return p.homeland(m, t)
	}
	if t.Of >= 0 {
		return p.superior(m, t)
	}
	if heads := seats[strings.ToLower(t.Text)]; heads != nil {
		return p.seat(heads)
	}
	if !stateOffices[p.class(t)] {
		return -1
	}
	if of := p.led(m, t); of >= 0 {
		return of
	}
	if of := p.sideOf(m.Entity); of >= 0 {
		return of
	}
	if p.oneOfMany(t) {
		return -1
	}
	return p.likeliest(m, t, caution)
}

// seat returns a mention of the only body of the document that one of the nouns
// is the last word of; -1 if there is none or another.
func (p *page) seat(heads []string) int {
	found := -1
	for e := range p.set.Entities {
		x := &p.set.Entities[e]
		words := strings.Fields(strings.ToLower(x.Name))
		if x.Type != mention.Organization || len(words) == 0 || !slices.Contains(heads, words[len(words)-1]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = x.Mentions[0]
	}
	return found
}

// oneOfMany reports whether a title without its state leaves the state open:
// a member of a parliament is rarely of the state that a text is about when
// it does not say so, and a mediator stands between states.
func (p *page) oneOfMany(t *mention.Title) bool {
	if words := strings.Fields(strings.ToLower(t.Text)); len(words) > 0 && words[len(words)-1] == "mediator" {
		return true
	}
	o, _ := p.Lexicon.Office(t.Text)
	return p.class(t) == "legislator" && !o.Leads
}

// stateOf returns a mention of the country in which the subject of a match holds
// the office that the rule's role names; -1 if the document implies none.
func (p *page) stateOf(i int, m *rule.Match) int {
	holder := &p.set.Mentions[m.Subject.Mention]
	if holder.Entity < 0 {
		return -1
	}
	if of, known := p.offices[holder.Entity]; known {
		if p.set.Mentions[of].Type == mention.Country {
			return of
		}
		return -1
	}
	words := strings.Fields(p.role(i, m))
	if len(words) == 0 {
		return -1
	}
	o, _ := p.Lexicon.Office(words[len(words)-1])
	return p.implied(holder, &mention.Title{Text: strings.Join(words, " "), Class: o.Class, Of: -1}, 0)
}

// homeland returns the country that the text named last before an office of
// "the country"; -1 if none is near.
func (p *page) homeland(m *mention.Mention, t *mention.Title) int {
	_, end := p.set.In(m.Sentence)
	for k := end - 1; k >= 0 && p.set.Mentions[k].Sentence >= m.Sentence-2; k-- {
		c := &p.set.Mentions[k]
		if c.Type == mention.Country && c.Entity >= 0 && (c.Sentence < m.Sentence || c.End <= t.First) {
			return k
		}
	}
	return -1
}

// class returns the class of a title by all of its words, "attorney general",
// or by its noun where they are not known. A "conference president" heads no
// state: it is of no class.
func (p *page) class(t *mention.Title) string {
	if o, ok := p.Lexicon.Office(t.Text); ok {
		return o.Class
	}
	words := strings.Fields(t.Text)
	for _, w := range words[:max(0, len(words)-1)] {
		if _, known := p.Lexicon.OfficeModifier(strings.ToLower(w)); !known && t.Class == "head" {
			return ""
		}
	}
	return t.Class
}

// superior returns the body of the person whose deputy or aide somebody is;
// -1 if it is not known.
func (p *page) superior(m *mention.Mention, t *mention.Title) int {
	of := p.set.Mentions[t.Of].Entity
	if of < 0 || of == m.Entity || p.set.Entities[of].Type != mention.Person || !sharedOffices[t.Class] && !heirs[strings.ToLower(t.Text)] {
		return -1
	}
	if body, known := p.offices[of]; known {
		return body
	}
	return -1
}

// sideOf returns a mention of the country whose delegation the person is said
// to be in or to head; -1 if there is none.
func (p *page) sideOf(person int) int {
	faced := p.faced(person)
	for i := range p.facts {
		f := &p.facts[i]
		if f.Subject != person || p.set.Entities[f.Object].Type != mention.Delegation {
			continue
		}
		if side := p.countrySide(f.Object); side >= 0 && !faced[p.set.Entities[p.set.Mentions[side].Entity].Key] {
			return side
		}
	}
	return -1
}

// countrySide returns a mention of the country that an entity is said to be of;
// -1 if there is none.
func (p *page) countrySide(entity int) int {
	if entity < 0 {
		return -1
	}
	for _, k := range p.set.Entities[entity].Mentions {
		if of := p.set.Mentions[k].Of; of >= 0 && p.set.Mentions[of].Type == mention.Country && p.set.Mentions[of].Entity >= 0 {
			return of
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
