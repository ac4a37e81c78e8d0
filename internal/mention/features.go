package mention

import (
	"slices"
	"sort"
	"strings"
)

// features are what tells one meeting or proposal from another.
type features struct {
	numbers []string // "28" of "a 28-point plan"
	version int8     // -1 an older, 1 a newer version, 0 unsaid
	rank    int8     // which version by number; 0 unsaid
	next    bool     // another one than those before: "a further round"
	call    bool     // held from afar
	words   []string // what stands before the noun, but for the above
	parties []string // whose it is, or who takes part: keys or names
	place   string   // where, folded
	places  []string // of an entity: all places of its mentions
	date    string   // when
	dates   []string // of an entity: all dates of its mentions
	label   string   // the words of the name, folded
	form    string   // the same with the first complement
	forms   []string // of an entity: those of all mentions
	plural  bool
	head    string
}

// take adds what a further mention says of an entity.
func (f *features) take(o *features) {
	f.numbers = append(f.numbers, o.numbers...)
	f.words = append(f.words, o.words...)
	for _, p := range o.parties {
		if !slices.Contains(f.parties, p) {
			f.parties = append(f.parties, p)
		}
	}
	if o.place != "" {
		f.places = append(f.places, o.place)
	}
	if o.date != "" {
		f.dates = append(f.dates, o.date)
	}
	f.forms = append(f.forms, o.form, o.label)
	if f.version == 0 {
		f.version = o.version
	}
	if f.rank == 0 {
		f.rank = o.rank
	}
}

// featuresOf reads the features of a description from its phrase.
func (g *grouping) featuresOf(i int) features {
	m := &g.ms[i]
	f := features{head: strings.ToLower(m.bare), date: m.Date, label: strings.Join(nameTokens(strings.ReplaceAll(m.Name, "-", "")), " ")}
	f.form = f.label
	if m.phrase == nil {
		f.words = nameTokens(m.Name)
		return f
	}
	if p := m.phrase; len(p.right) > 0 && m.inner < 0 && p.tree.Word(p.last).UPOS != "PUNCT" {
		full := g.surface(m.Sentence, p.first, p.right[0])
		f.form = strings.Join(nameTokens(strings.ReplaceAll(full, "-", "")), " ")
	}
	p := m.phrase
	if m.Kind == Acted {
		f.head = "to " + g.lower(m.Sentence, m.Head)
		f.next = g.anew(m, p)
	}
	for w := p.first; w < p.head || m.elided && w == p.head; w++ {
		g.feature(&f, m, w)
		if m.Type == Proposal && f.rank == 0 {
			f.rank = ordinals[strings.ToLower(p.tree.Word(w).Form)]
		}
	}
	for _, w := range p.modifiers() {
		word := p.tree.Word(w)
		joined := w > 0 && isHyphen(p.tree.Word(w-1).Form) || isHyphen(p.tree.Word(w+1).Form)
		if (word.UPOS == "NOUN" || word.UPOS == "PROPN") && !joined && !weekdays[strings.ToLower(word.Form)] && !p.tree.Is(w, "nmod:poss") {
			f.words = append(f.words, g.lower(m.Sentence, w))
		}
	}
	if m.Type == Meeting {
		f.call = calls[f.head] || m.Kind == Acted && (g.byLine(m.Sentence, m.Head) || f.head == "to telephone" || f.head == "to phone")
		if m.Where < 0 && visits[g.lower(m.Sentence, p.head)] {
			g.destination(&f, m, p)
		}
		for _, k := range g.partyWords(m, p) {
			for _, c := range p.tree.Conjuncts(k) {
				g.addParties(&f, m.Sentence, c)
			}
		}
	}
	if m.Where >= 0 {
		f.place = strings.Join(nameTokens(g.ms[m.Where].Name), " ")
	}
	return f
}

// anew reports whether the verb says that it was done before: "met again".
func (g *grouping) anew(m *Mention, p *phrase) bool {
	for _, k := range p.tree.By(p.head, "advmod") {
		switch g.lower(m.Sentence, k) {
		case "again", "anew", "afresh":
			return true
		}
	}
	return false
}

// destination takes where a visit leads as its place, and the country whose
// capital that is as a party.
func (g *grouping) destination(f *features, m *Mention, p *phrase) {
	for _, k := range p.of("to") {
		if i := g.found(m.Sentence, k); i >= 0 && (g.ms[i].Type == Place || g.ms[i].Type == Country) {
			m.Where = i
			if n, ok := g.lex.nation(g.ms[i].Name); ok {
				f.addParty(n.key)
			}
			return
		}
	}
}

var visits = map[string]bool{"visit": true, "trip": true, "tour": true}

// addParty adds a party once.
func (f *features) addParty(party string) {
	if party != "" && !slices.Contains(f.parties, party) {
		f.parties = append(f.parties, party)
	}
}

// partyWords returns the words for those who meet: after "with" and "between",
// the owner, and the subject of the verb that lends the meeting its parties.
func (g *grouping) partyWords(m *Mention, p *phrase) []int {
	out := p.of("with", "between", "among")
	if m.Kind == Acted {
		return append(append(out, p.tree.Surface(p.head)...), p.tree.By(p.head, "obj")...)
	}
	if m.inner >= 0 {
		out = append(out, p.tree.Complements(m.inner, []string{"with", "between", "among"})...)
		for w := p.head + 1; w < m.inner; w++ {
			out = append(out, w)
		}
	}
	out = append(out, p.tree.By(p.head, "nmod:poss")...)
	if visits[g.lower(m.Sentence, p.head)] {
		out = append(out, p.of("by", "of")...)
	}
	h := p.tree.Word(p.head).Head
	switch {
	case h >= 0 && p.tree.Case(p.head) == "for" && g.cues.is("travel", g.lower(m.Sentence, h)):
		out = append(out, p.tree.Surface(h)...)
	case h >= 0 && p.tree.Is(p.head, "obj") && p.tree.Verbal(h):
		out = append(out, p.tree.Surface(h)...)
		out = append(out, p.tree.Complements(h, []string{"with"})...)
	case len(out) == 0:
		out = g.actorBefore(m, p)
	}
	return out
}

// actorBefore returns the word of the actor that stands before the phrase with
// a verb of holding between them, for sentences that the parser broke.
func (g *grouping) actorBefore(m *Mention, p *phrase) []int {
	w := p.first - 1
	for ; w >= 0 && w > p.first-5; w-- {
		u := p.tree.Word(w).UPOS
		if u == "VERB" && g.cues.is("hold", g.lower(m.Sentence, w)) {
			break
		}
		if u != "ADP" && u != "ADV" && u != "PART" {
			return nil
		}
	}
	if w > 0 && p.tree.Word(w).UPOS == "VERB" {
		return []int{w - 1}
	}
	return nil
}

var calls = map[string]bool{"call": true, "calls": true, "phone": true, "conversation": true}

// feature reads one word before the noun.
func (g *grouping) feature(f *features, m *Mention, w int) {
	word := g.word(m.Sentence, w)
	form := strings.ToLower(word.Form)
	switch {
	case g.taken[m.Sentence][w] >= 0 && g.ms[g.taken[m.Sentence][w]].Head != m.Head:
		g.addParties(f, m.Sentence, w)
	case digits(form):
		f.numbers = append(f.numbers, form)
	case g.cues.is("older", form):
		f.version = -1
		f.next = m.Type == Meeting && g.cues.is("past", form)
	case g.cues.is("newer", form):
		f.version = 1
		f.next = m.Type == Meeting && g.cues.is("next", form)
	case m.Type == Meeting && (g.cues.is("past", form) || g.cues.is("next", form)):
		f.next = true
	}
}

func digits(s string) bool {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}

// addParties adds the actors named at a word: by the key of the country where
// one is known, else by name.
func (g *grouping) addParties(f *features, s, w int) {
	first := sort.Search(len(g.ms), func(k int) bool { return g.ms[k].Sentence >= s })
	for k := first; k < len(g.ms) && g.ms[k].Sentence == s; k++ {
		m := &g.ms[k]
		if !slices.Contains(m.tops, w) || !g.actorType(m.Type) {
			continue
		}
		if key := g.home(m); key != "" {
			f.addParty(key)
		} else if m.Entity >= 0 {
			f.addParty(strings.Join(g.es[m.Entity].tokens, " "))
		}
	}
}

// home returns the key of the country that an actor is, or acts for.
func (g *grouping) home(m *Mention) string {
	if m.nation.key != "" {
		return m.nation.key
	}
	if m.Of >= 0 && g.ms[m.Of].nation.key != "" {
		return g.ms[m.Of].nation.key
	}
	if m.Entity < 0 {
		return ""
	}
	x := g.es[m.Entity]
	if x.Key != "" || x.Side != "" {
		return x.Key + x.Side
	}
	for _, k := range x.Mentions {
		for t := range g.ms[k].Titles {
			if of := g.ms[k].Titles[t].Of; of >= 0 && !g.ms[k].Titles[t].Former && g.ms[of].nation.key != "" {
				return g.ms[of].nation.key
			}
		}
	}
	return ""
}
