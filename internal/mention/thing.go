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
	next    bool     // another one than those before: "a further round"
	call    bool     // held from afar
	words   []string // what stands before the noun, but for the above
	parties []string // whose it is, or who takes part: keys or names
	place   string   // where, folded
	places  []string // of an entity: all places of its mentions
	date    string   // when
	dates   []string // of an entity: all dates of its mentions
	form    string   // the words of the name, folded
	forms   []string // of an entity: those of all mentions
	plural  bool
	head    string
}

// describe groups the descriptions, in the order of the text.
func (g *grouping) describe() {
	order := make([]int, len(g.ms)) // without what groups add
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { // "his" before "his plan"
		x, y := &g.ms[order[a]], &g.ms[order[b]]
		return x.Sentence < y.Sentence || x.Sentence == y.Sentence && x.End < y.End
	})
	for _, i := range order {
		m := &g.ms[i]
		if m.Entity >= 0 {
			continue // a name, or resolved with a phrase around it
		}
		switch {
		case m.Kind == Pronoun:
			g.pronoun(i)
		case m.pair:
			g.pair(i)
		case m.Type == Person:
			g.office(i)
		case m.Type == Meeting, m.Type == Proposal:
			g.thing(i)
		case m.Kind == Described:
			g.body(i)
		}
	}
}

// count joins what is only counted ("19 points") to the newer version of the
// thing that has no number yet.
func (g *grouping) count() {
	for _, x := range g.es {
		if x.Type != Proposal || x.features.head != "points" {
			continue
		}
		for _, y := range g.es {
			if y.Type == Proposal && y != x && y.features.version > 0 && len(y.features.numbers) == 0 {
				y.Mentions = append(y.Mentions, x.Mentions...)
				y.Aliases = append(y.Aliases, x.Aliases...)
				x.Mentions = nil
				break
			}
		}
	}
}

// thing finds the entity of a meeting or a proposal described, the most
// recent one that nothing speaks against, or makes one.
func (g *grouping) thing(i int) {
	m := &g.ms[i]
	if e := g.apposition(m); e >= 0 {
		g.join(i, e)
		return
	}
	if e := g.copyOf(m); e >= 0 {
		g.join(i, e)
		return
	}
	f := g.featuresOf(i)
	best, score := -1, 0
	for e, x := range g.es {
		if x.Type != m.Type || x.features.head == "" || g.within(m, x) {
			continue
		}
		if k := g.agree(m, &f, x); k > score || k == score && k > 0 && g.nearest(e, i) > g.nearest(best, i) {
			best, score = e, k
		}
	}
	if best < 0 && m.generic && !m.some && f.bare() {
		g.pending = append(g.pending, i)
		return
	}
	if best < 0 {
		best = g.start(i)
		x := &g.es[best].features
		x.head, x.call, x.plural = f.head, f.call, m.plural
		g.es[best].features.take(&f)
		return
	}
	g.join(i, best)
	g.es[best].features.take(&f)
}

// copyOf returns the entity of the proposal of which the phrase is only the
// writing, "drafts of the plan"; -1 if it is none.
func (g *grouping) copyOf(m *Mention) int {
	if m.Type != Proposal || m.phrase == nil || !writings[strings.ToLower(m.bare)] {
		return -1
	}
	for _, k := range m.phrase.of("of") {
		i := g.found(m.Sentence, k)
		if i < 0 || g.ms[i].Type != Proposal || g.ms[i].Kind != Described && g.ms[i].Entity < 0 {
			continue
		}
		if g.ms[i].Entity < 0 {
			g.thing(i)
		}
		return g.ms[i].Entity
	}
	return -1
}

var writings = map[string]bool{"draft": true, "drafts": true, "copy": true, "copies": true, "terms": true, "wording": true, "details": true, "elements": true, "provisions": true}

// within reports whether the description stands inside the phrase of a mention
// of x, as "the accords" in "annexes of the accords": they cannot be one.
func (g *grouping) within(m *Mention, x *entity) bool {
	for n := len(x.Mentions) - 1; n >= 0; n-- {
		k := &g.ms[x.Mentions[n]]
		if k.Sentence != m.Sentence {
			return false
		}
		if p := k.phrase; p != nil && len(p.right) > 0 && p.last <= m.First && m.First < p.right[len(p.right)-1] {
			return true
		}
	}
	return false
}

// bare reports whether nothing is known but the noun.
func (f *features) bare() bool {
	return len(f.numbers) == 0 && f.version == 0 && !f.next && len(f.words) == 0 && len(f.parties) == 0 && f.place == "" && f.date == ""
}

// postponed gives the bare descriptions that came before any thing they could
// mean, as in headlines, to the thing of their type that is spoken of most.
func (g *grouping) postponed() {
	for _, i := range g.pending {
		best := -1
		for e, x := range g.es {
			if x.Type == g.ms[i].Type && x.features.head != "" && (best < 0 || len(x.Mentions) > len(g.es[best].Mentions)) {
				best = e
			}
		}
		if best >= 0 {
			g.join(i, best)
			continue
		}
		e := g.start(i)
		g.es[e].features.head = strings.ToLower(g.ms[i].bare)
	}
}

// apposition returns the entity of the thing that a description stands beside,
// "the talks, a first step"; -1 if there is none.
func (g *grouping) apposition(m *Mention) int {
	if m.phrase == nil || !m.phrase.tree.Is(m.phrase.head, "appos") {
		return -1
	}
	if k := g.found(m.Sentence, m.phrase.tree.Word(m.phrase.head).Head); k >= 0 && g.ms[k].Type == m.Type {
		return g.ms[k].Entity
	}
	return -1
}

// agree returns how well a description fits an entity; 0 if it does not.
func (g *grouping) agree(m *Mention, f *features, e *entity) int {
	x := &e.features
	if f.call != x.call && !m.generic || clash(m, f, x) {
		return 0
	}
	if f.next {
		if slices.Contains(x.forms, f.form) {
			return 8
		}
		return 0
	}
	score := 0
	if f.place != "" && slices.Contains(x.places, f.place) {
		score += 4
	}
	switch n := shared(f.parties, x.parties); {
	case n > 1, n == 1 && len(f.parties) == 1 && len(x.parties) == 1:
		score += 2 * min(n, 2)
	case n == 1:
		score++
	}
	if overlap(f.words, x.words) {
		score += 2
	}
	if f.version != 0 && f.version == x.version {
		score += 2
	}
	if overlap(f.numbers, x.numbers) || f.date != "" && len(f.date) >= 10 && slices.Contains(x.dates, f.date) {
		score += 4
	}
	if slices.Contains(x.forms, f.form) {
		score += 2
	}
	if m.some && score < 3 {
		return 0
	}
	if !m.generic && m.Type == Meeting && score < 2 && len(f.parties) > 0 && len(x.parties) > 1 {
		return 0 // one party in common is no meeting in common
	}
	if score == 0 && !m.generic && f.place+f.date != "" {
		return 0 // a place or a date of its own, and only the noun in common
	}
	if f.head == x.head {
		score++
	}
	if m.generic {
		score += 1 + min(len(e.Mentions)/2, 3)
		if last := e.Mentions[len(e.Mentions)-1]; g.ms[last].Sentence >= m.Sentence-2 {
			score++
		}
	}
	return score
}

// clash reports whether a number, a version, a place or the parties tell a
// description and an entity apart.
func clash(m *Mention, f, x *features) bool {
	switch {
	case len(f.numbers) > 0 && len(x.numbers) > 0 && !overlap(f.numbers, x.numbers):
		return true
	case f.version != 0 && x.version != 0 && f.version != x.version:
		return true
	case len(f.date) >= 10 && len(x.dates) > 0 && !slices.ContainsFunc(x.dates, func(d string) bool { return compatible(d, f.date) }):
		return true
	case m.Type == Proposal && m.plural != x.plural && (!m.generic || x.plural) && f.version == 0:
		return true
	case f.place != "" && len(x.places) > 0 && !slices.Contains(x.places, f.place):
		return true
	case len(f.parties) > 0 && len(x.parties) > 0 && shared(f.parties, x.parties) < min(len(f.parties), len(x.parties), 2):
		return true
	}
	return m.Type == Proposal && len(f.words) > 0 && len(x.words) > 0 && !overlap(f.words, x.words)
}

// compatible reports whether two dates can be the same day.
func compatible(a, b string) bool {
	return a == b || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.Contains(a, "/") || strings.Contains(b, "/")
}

// shared counts the members of a that b has.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func overlap(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
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
	f.forms = append(f.forms, o.form)
	if f.version == 0 {
		f.version = o.version
	}
}

// featuresOf reads the features of a description from its phrase.
func (g *grouping) featuresOf(i int) features {
	m := &g.ms[i]
	f := features{head: strings.ToLower(m.bare), date: m.Date, form: strings.Join(nameTokens(strings.ReplaceAll(m.Name, "-", "")), " ")}
	if m.phrase == nil {
		f.words = nameTokens(m.Name)
		return f
	}
	p := m.phrase
	if m.Kind == Acted {
		f.head = "to " + g.lower(m.Sentence, m.Head)
	}
	for w := p.first; w < p.head; w++ {
		g.feature(&f, m, w)
	}
	for _, w := range p.modifiers() {
		word := p.tree.Word(w)
		joined := w > 0 && isHyphen(p.tree.Word(w-1).Form) || isHyphen(p.tree.Word(w+1).Form)
		if (word.UPOS == "NOUN" || word.UPOS == "PROPN") && !joined && !weekdays[strings.ToLower(word.Form)] && !p.tree.Is(w, "nmod:poss") {
			f.words = append(f.words, g.lower(m.Sentence, w))
		}
	}
	if m.Type == Meeting {
		f.call = calls[f.head]
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

// body finds the entity of a group, a body, a place or an event described: one
// of the same owner and noun, or for a bare noun the last one named so.
func (g *grouping) body(i int) {
	m := &g.ms[i]
	for _, e := range []int{g.namesake(m), g.town(m)} {
		if e >= 0 {
			g.join(i, e)
			return
		}
	}
	best := -1
	for e, x := range g.es {
		if x.Type != m.Type {
			continue
		}
		if g.sameBody(m, x) && (best < 0 || g.nearest(e, i) > g.nearest(best, i)) {
			best = e
		}
	}
	if best < 0 && m.generic && m.Of < 0 && m.Type == Organization && anyBody[strings.ToLower(m.bare)] {
		best = g.lastBody(i)
		if best < 0 {
			return
		}
		m.Forms, m.bare = nil, ""
	}
	if best >= 0 {
		g.join(i, best)
		return
	}
	e := g.start(i)
	x := g.es[e]
	x.Side, x.owner = g.side(m), g.owner(m)
	x.features.head = strings.ToLower(m.bare)
	x.tokens = nameTokens(m.Name)
}

// town returns the place that a noun for places introduces, "the town of
// Kisumu"; -1 if it introduces none.
func (g *grouping) town(m *Mention) int {
	if m.Type != Place || m.phrase == nil {
		return -1
	}
	for _, k := range m.phrase.of("of") {
		if i := g.found(m.Sentence, k); i >= 0 && g.ms[i].Type == Place {
			return g.ms[i].Entity
		}
	}
	return -1
}

// namesake returns the body whose name stands right before a noun for bodies
// of its kind, "the Nato alliance"; -1 if none does.
func (g *grouping) namesake(m *Mention) int {
	if m.Type != Organization || m.Of < 0 || m.phrase == nil || !kinds[strings.ToLower(m.bare)] {
		return -1
	}
	of := &g.ms[m.Of]
	if of.Type == Organization && of.Kind == Named && of.Sentence == m.Sentence && of.End == m.phrase.head {
		return of.Entity
	}
	return -1
}

// kinds are nouns for bodies that may follow the name of one.
var kinds = map[string]bool{"alliance": true, "group": true, "party": true, "union": true, "bloc": true, "agency": true, "organization": true, "organisation": true,
	"company": true, "movement": true, "coalition": true, "bank": true, "airline": true, "federation": true, "confederation": true, "league": true, "club": true,
	"association": true, "firm": true, "council": true, "commission": true, "militia": true, "network": true, "newspaper": true, "daily": true, "fighters": true, "guerrillas": true, "rebels": true}

// anyBody are nouns that may take up any company or body named before.
var anyBody = map[string]bool{"company": true, "firm": true, "group": true, "organization": true, "organisation": true, "body": true, "airline": true, "carmaker": true, "bank": true, "bloc": true, "movement": true, "agency": true}

// lastBody returns the body named last before mention i, or -1.
func (g *grouping) lastBody(i int) int {
	for k := i - 1; k >= 0 && g.ms[k].Sentence >= g.ms[i].Sentence-maxDistance; k-- {
		if m := &g.ms[k]; m.Type == Organization && m.Kind == Named && m.Entity >= 0 {
			return m.Entity
		}
	}
	return -1
}

// side returns the key of the country that a group or body belongs to.
func (g *grouping) side(m *Mention) string {
	if m.Of < 0 {
		return ""
	}
	of := &g.ms[m.Of]
	if of.Entity >= 0 && of.nation.key == "" {
		return g.es[of.Entity].Key
	}
	return of.nation.key
}

// owner returns what stands for the country, body or person that a group
// belongs to.
func (g *grouping) owner(m *Mention) string {
	if key := g.side(m); key != "" || m.Of < 0 || g.ms[m.Of].Entity < 0 {
		return key
	}
	return strings.Join(g.es[g.ms[m.Of].Entity].tokens, " ")
}

func (g *grouping) sameBody(m *Mention, x *entity) bool {
	head := strings.ToLower(m.bare)
	side := g.side(m)
	if m.Type == Delegation {
		if own := g.owner(m); own != "" || x.owner != "" {
			return own == x.owner || own == "" && m.generic
		}
		return x.features.head == head
	}
	if m.generic && m.Of < 0 {
		return len(x.tokens) > 0 && x.tokens[len(x.tokens)-1] == head
	}
	if side != "" && x.Side != "" && side != x.Side {
		return false
	}
	return slices.Equal(x.tokens, nameTokens(m.Name))
}

// office finds the person of an office described: the last one with the same
// office in the same country or body.
func (g *grouping) office(i int) {
	m := &g.ms[i]
	if len(m.Titles) == 0 || m.generic {
		return
	}
	best := -1
	for e, x := range g.es {
		if x.Type == Person && g.holds(x, m) && (best < 0 || g.nearest(e, i) > g.nearest(best, i)) {
			best = e
		}
	}
	if best >= 0 {
		g.join(i, best)
	}
}

// holds reports whether a person has the office that m describes.
func (g *grouping) holds(x *entity, m *Mention) bool {
	want := &m.Titles[0]
	for _, k := range x.Mentions {
		for t := range g.ms[k].Titles {
			have := &g.ms[k].Titles[t]
			if !g.sameOffice(have, want) {
				continue
			}
			if want.Of < 0 || have.Of >= 0 && g.ms[have.Of].Entity >= 0 && g.ms[have.Of].Entity == g.ms[want.Of].Entity {
				return true
			}
		}
	}
	return false
}

func (g *grouping) sameOffice(have, want *Title) bool {
	a, b := headNoun(have.Text), headNoun(want.Text)
	if a == "" || b == "" || have.Kin != want.Kin {
		return false
	}
	return a == b || want.Of >= 0 && have.Class == "head" && b == "leader"
}

// headNoun returns the noun of a title: its last word, or the one before the
// first "of", "for" or "to".
func headNoun(title string) string {
	f := strings.Fields(strings.ToLower(title))
	for i, w := range f {
		if i > 0 && officePrepositions[w] {
			return f[i-1]
		}
	}
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
