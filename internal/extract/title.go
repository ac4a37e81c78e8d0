package extract

import (
	"slices"
	"strings"

	"kg/internal/mention"
	"kg/internal/rule"
	"kg/internal/text"
	"kg/schema"
)

// titles adds what the offices and kinships beside the names say, and notes
// the body of each person's office for rules that speak of giving it up.
func (p *page) titles() {
	p.offices = map[int]int{}
	for k := range p.set.Mentions {
		m := &p.set.Mentions[k]
		if m.Entity < 0 {
			continue
		}
		for j := range m.Titles {
			p.title(k, &m.Titles[j], p.score(k))
		}
		for _, of := range p.owners(m) {
			p.owned(k, m, of)
		}
	}
}

// owners returns whose a thing is; several if it is a group that stands for a
// row of sides ("envoys of Chile and Peru").
func (p *page) owners(m *mention.Mention) []int {
	if m.Of < 0 || p.set.Mentions[m.Of].Entity < 0 {
		return nil
	}
	out, first := []int{m.Of}, &p.set.Mentions[m.Of]
	if m.Type != mention.Delegation || first.Sentence != m.Sentence || first.Head < m.Head || p.sentences[m.Sentence].Words[m.Head].XPOS != "NNS" {
		return out
	}
	for _, c := range p.trees[m.Sentence].Conjuncts(first.Head) {
		for _, k := range p.set.At(m.Sentence, c) {
			if of := &p.set.Mentions[k]; k != m.Of && of.Type == first.Type && of.Entity >= 0 && of.Kind == mention.Named {
				out = append(out, k)
			}
		}
	}
	return out
}

// owned adds what it says of a thing that it belongs to the mention of, by the
// rules for its noun or else by those for all.
func (p *page) owned(k int, m *mention.Mention, of int) {
	noun := p.sentences[m.Sentence].Words[m.Head].Lemma
	rules := p.Rules.Owners(m.Type)
	if own := slices.ContainsFunc(rules, func(r *rule.Rule) bool { return r.Triggers(noun) }); own {
		rules = slices.DeleteFunc(rules, func(r *rule.Rule) bool { return !r.Triggers(noun) })
	} else {
		rules = slices.DeleteFunc(rules, (*rule.Rule).Worded)
	}
	for _, r := range rules {
		for i := range r.Emit {
			if e := &r.Emit[i]; e.Allows(m.Type, p.set.Mentions[of].Type) {
				p.loosely(e, p.fact(m.Sentence, m.Head, r, e.Relation, k, of))
			}
		}
	}
}

func (p *page) title(holder int, t *mention.Title, score float64) {
	m := &p.set.Mentions[holder]
	of := p.bodyOf(m, t)
	if of < 0 || p.set.Mentions[of].Entity < 0 {
		return
	}
	body := &p.set.Mentions[of]
	kind := "office"
	switch {
	case t.Kin:
		kind = "kin"
	case t.Text == "":
		kind = "side" // "Chile's Ana Gil"
	}
	if kind == "side" && p.nativeOf(m, body) {
		return
	}
	if kind == "office" && p.set.Entities[body.Entity].Type != mention.Person {
		if _, ok := p.offices[m.Entity]; !ok {
			p.offices[m.Entity] = of
		}
	}
	for _, r := range p.rulesFor(kind, t) {
		for i := range r.Emit {
			e := &r.Emit[i]
			if !e.Allows(m.Type, body.Type) {
				continue
			}
			f := p.fact(m.Sentence, t.First, r, e.Relation, holder, of)
			words := p.sentences[m.Sentence].Words
			f.Evidence.Trigger = text.Span{Start: words[t.First].Span.Start, End: words[t.End-1].Span.End}
			f.Role, f.Modality, f.Score = t.Text, schema.Asserted, score
			p.add(f)
		}
	}
}

// nativeOf reports whether the country after a name says only where its bearer
// is from, as he holds an office in a body of several: "the League's chairwoman,
// Ana Gil of Chile".
func (p *page) nativeOf(m *mention.Mention, country *mention.Mention) bool {
	if country.Type != mention.Country || country.First < m.End {
		return false
	}
	return slices.ContainsFunc(m.Titles, func(t mention.Title) bool {
		return t.Text != "" && !t.Kin && t.Class != "envoy" && t.Of >= 0 && p.set.Mentions[t.Of].Type == mention.Organization && p.set.Mentions[t.Of].Kind == mention.Named
	})
}

// rulesFor returns the rules for a title: those for its kind and class and, of
// an office held now that is known as the first of its body, those for leaders
// of that class ("leads chair").
func (p *page) rulesFor(kind string, t *mention.Title) []*rule.Rule {
	rules := p.Rules.ForTitle(kind, t.Class)
	if o, ok := p.Lexicon.Office(t.Text); ok && o.Leads && kind == "office" && !t.Former {
		rules = slices.Concat(rules, p.Rules.ForTitle("leads "+o.Class, ""))
	}
	return rules
}

// bodyOf returns the mention of the body or country that a title of m is of;
// -1 if the words beside the title only say to where its holder is sent
// ("envoy to Chile") or from where he comes ("the league's Chilean president").
func (p *page) bodyOf(m *mention.Mention, t *mention.Title) int {
	if t.Of < 0 {
		return -1
	}
	of := &p.set.Mentions[t.Of]
	words := p.sentences[of.Sentence].Words
	if of.Kind == mention.Pronoun && words[of.Head].XPOS == "WP$" {
		return p.whose(of, t.Of)
	}
	if of.Type == mention.Organization && of.Kind == mention.Described && of.Of >= 0 && words[of.Head].Lemma == "opposition" {
		return of.Of // "the Chilean opposition leader" is one in Chile
	}
	if of.Type == mention.Delegation && stateOffices[t.Class] {
		if side := p.countrySide(of.Entity); side >= 0 {
			return side // "the Chilean delegation and its minister"
		}
	}
	if (of.Type == mention.Organization || of.Type == mention.Place) && t.Class == "envoy" && (p.sentBy(m, t, of) || of.First >= t.End && p.ownedBefore(m, t)) {
		return -1
	}
	if of.Type != mention.Country {
		return t.Of
	}
	if t.Class == "mayor" || of.Kind == mention.Pronoun && bodily(t) {
		return -1 // "its director", of something that is no country
	}
	for k := of.First - 1; t.Class == "envoy" && k >= t.End && k >= of.First-2; k-- {
		if words[k].Form == "to" {
			return -1
		}
	}
	for i := range m.Titles {
		u := &m.Titles[i]
		if of.Kind == mention.Demonym && u.First == t.First && u.Of >= 0 && p.set.Mentions[u.Of].Type == mention.Organization {
			if t.Class == "envoy" && of.First < p.set.Mentions[u.Of].First {
				return t.Of
			}
			return -1
		}
	}
	return t.Of
}

// bodily reports whether an office is one of companies, museums and the like,
// not of countries.
func bodily(t *mention.Title) bool {
	words := strings.Fields(strings.ToLower(t.Text))
	switch last := words[max(0, len(words)-1):]; {
	case t.Class == "founder", t.Class == "chair":
		return true
	default:
		return t.Class == "executive" && slices.ContainsFunc(last, func(w string) bool { return w == "director" || w == "executive" || w == "manager" || w == "ceo" })
	}
}

// sentBy reports whether a nationality stands before the body of an envoy's
// title: the country sends its envoy to the body ("the Chilean UN envoy").
func (p *page) sentBy(m *mention.Mention, t *mention.Title, body *mention.Mention) bool {
	for i := range m.Titles {
		u := &m.Titles[i]
		if u.First == t.First && u.Of >= 0 {
			if c := &p.set.Mentions[u.Of]; c.Kind == mention.Demonym && c.Sentence == body.Sentence && c.First < body.First {
				return true
			}
		}
	}
	return false
}

// ownedBefore reports whether a country or body stands before an office: what
// stands after it is where an envoy goes ("Chile's envoy for the Sahel League").
func (p *page) ownedBefore(m *mention.Mention, t *mention.Title) bool {
	for i := range m.Titles {
		u := &m.Titles[i]
		if u.First == t.First && u.Of >= 0 && p.set.Mentions[u.Of].Sentence == m.Sentence && p.set.Mentions[u.Of].End <= t.First {
			return true
		}
	}
	return false
}

// whose returns the mention that the tree finds behind "whose", else the
// pronoun itself.
func (p *page) whose(pronoun *mention.Mention, k int) int {
	t := p.trees[pronoun.Sentence]
	if noun := t.Whose(pronoun.Head); noun >= 0 {
		for _, x := range p.named(pronoun.Sentence, noun) {
			if p.set.Mentions[x].Entity >= 0 {
				return x
			}
		}
	}
	return k
}
