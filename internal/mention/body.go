package mention

import (
	"slices"
	"strings"

	"kg/lexicon"
)

// body finds the entity of a group, a body, a place or an event described: one
// of the same owner and noun, or for a bare noun the last one named so.
func (g *grouping) body(i int) {
	m := &g.ms[i]
	for _, e := range []int{g.namesake(m), g.introduced(m), g.town(m), g.takenUp(i)} {
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
	if best < 0 && m.generic && m.Of < 0 && m.Type == Organization && (anyBody[strings.ToLower(m.bare)] || g.taker(strings.ToLower(m.bare))) {
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
	if of.Type != Organization || of.Kind != Named || of.Sentence != m.Sentence {
		return -1
	}
	for w := of.End; w < m.phrase.head; w++ {
		if g.word(m.Sentence, w).UPOS != "NOUN" {
			return -1
		}
	}
	if of.Head > m.phrase.head {
		return -1
	}
	return of.Entity
}

// kinds are nouns for bodies that may follow the name of one.
var kinds = map[string]bool{"alliance": true, "group": true, "party": true, "union": true, "bloc": true, "agency": true, "organization": true, "organisation": true,
	"company": true, "movement": true, "coalition": true, "bank": true, "airline": true, "federation": true, "confederation": true, "league": true, "club": true,
	"association": true, "firm": true, "council": true, "commission": true, "militia": true, "network": true, "newspaper": true, "daily": true, "fighters": true, "guerrillas": true, "rebels": true}

// anyBody are nouns that may take up any company or body named before.
var anyBody = map[string]bool{"company": true, "firm": true, "group": true, "organization": true, "organisation": true, "body": true, "airline": true, "carmaker": true, "bank": true, "bloc": true, "movement": true, "agency": true}

// takers are further nouns that take up a body named before, callings of
// companies apart.
var takers = map[string]bool{"party": true, "club": true, "fund": true, "union": true, "charity": true, "association": true, "militia": true, "team": true}

// taker reports whether the noun takes up a body named before, but not one of
// another kind.
func (r *reading) taker(lemma string) bool { return takers[lemma] || r.cues.is("firm", lemma) }

// takesUp reports whether the phrase is a bare noun with "the" for a body that
// was named before: "the lender's chairman".
func (d *description) takesUp() bool {
	return !d.plural && d.determiner() == "the" && len(d.modifiers()) == 0 && len(d.right) == 0 && (anyBody[d.lemma] || d.taker(d.lemma)) && d.namedBefore()
}

// namedBefore reports whether a body is named in the sentence or the ones before
// it within the reach of a pronoun.
func (d *description) namedBefore() bool {
	for k := range d.ms {
		if m := &d.ms[k]; m.Type == Organization && m.Kind == Named && m.Sentence >= d.s-maxDistance && (m.Sentence < d.s || m.Sentence == d.s && m.First < d.first) {
			return true
		}
	}
	return false
}

// lastBody returns the body named last before mention i, a subject before
// others of its sentence; -1 if there is none.
func (g *grouping) lastBody(i int) int {
	best := -1
	for k := i - 1; k >= 0 && g.ms[k].Sentence >= g.ms[i].Sentence-maxDistance; k-- {
		m := &g.ms[k]
		if best >= 0 && m.Sentence < g.ms[best].Sentence {
			break
		}
		if m.Type == Organization && m.Kind == Named && m.Entity >= 0 && !g.otherKind(i, m) && (best < 0 || g.role(k) == subject) {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	return g.ms[best].Entity
}

// otherKind reports whether mention i speaks of a firm and the name is that of
// a body of another kind: "the company" is no ministry, party or union.
func (g *grouping) otherKind(i int, m *Mention) bool {
	bare, words := strings.ToLower(g.ms[i].bare), g.es[m.Entity].tokens
	if len(words) == 0 || !firms[bare] && !g.taker(bare) {
		return false
	}
	class, ok := g.lex.Noun(lexicon.OrganizationHead, words[len(words)-1])
	if _, known := g.lex.Organization(g.es[m.Entity].Name); known && !firms[bare] {
		return bare != "fund" && bare != "party" // no table says that the one is the other
	}
	if own, _ := g.lex.Noun(lexicon.OrganizationHead, bare); ok && own == class {
		return false
	}
	return ok && (public[class] || takers[bare])
}

// firms are nouns for firms, public the classes of heads of the names of bodies
// that are none.
var (
	firms  = map[string]bool{"company": true, "firm": true, "airline": true, "carmaker": true, "bank": true}
	public = map[string]bool{"government": true, "council": true, "court": true, "parliament": true, "party": true, "association": true, "union": true, "force": true, "religion": true}
)

// introduced returns the body whose name follows a noun for bodies, alone or
// behind a comma: "the Chilean group Ona Vidal", "its bank, the Banco Ona"; -1 if
// none does.
func (g *grouping) introduced(m *Mention) int {
	if m.Type != Organization || m.plural || m.phrase == nil {
		return -1
	}
	t, words := g.trees[m.Sentence], g.sents[m.Sentence].Words
	at := m.Head + 1
	if at < len(words) && words[at].Form == "," && len(t.Conjuncts(m.Head)) == 1 {
		for at++; at < len(words) && words[at].UPOS == "DET"; {
			at++
		}
		if at < len(words) && !g.explains(m, at) {
			return -1
		}
	}
	if at >= len(words) {
		return -1
	}
	k := g.taken[m.Sentence][at]
	if k < 0 || g.ms[k].Type != Organization || g.ms[k].Kind != Named || g.ms[k].First != at || g.ms[k].End < len(words) && g.possessed(m.Sentence, g.ms[k].End) {
		return -1
	}
	return g.ms[k].Entity
}

// explains reports whether the name that begins at the word is an apposition of
// the description and a comma or the end of the sentence closes it.
func (g *grouping) explains(m *Mention, at int) bool {
	t, words := g.trees[m.Sentence], g.sents[m.Sentence].Words
	k := g.taken[m.Sentence][at]
	if k < 0 || !t.Is(g.ms[k].Head, "appos") || t.Word(g.ms[k].Head).Head != m.Head {
		return false
	}
	end := g.ms[k].End
	return end >= len(words) || words[end].UPOS == "PUNCT"
}

// takenUp returns the body named last that a noun for any body with only its
// home takes up, "the French group"; -1 if there is none.
func (g *grouping) takenUp(i int) int {
	m := &g.ms[i]
	if m.Type != Organization || m.Of < 0 || m.phrase == nil || !anyBody[strings.ToLower(m.bare)] || m.phrase.determiner() != "the" || len(m.phrase.modifiers()) != 1 {
		return -1
	}
	if of := &g.ms[m.Of]; of.Type != Place && of.Kind != Demonym || of.Head > m.Head {
		return -1
	}
	e := g.lastBody(i)
	if e < 0 || g.es[e].Side != "" && g.es[e].Side != g.side(m) {
		return -1
	}
	return e
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
		if g.otherOffices(m, x) {
			return false
		}
		if own := g.owner(m); own != "" || x.owner != "" {
			return own == x.owner || own == "" && m.generic && !m.some
		}
		return x.features.head == head
	}
	if m.generic && m.Of < 0 {
		return kindWord(x.tokens) == head
	}
	if side != "" && x.Side != "" && side != x.Side {
		return false
	}
	return slices.Equal(x.tokens, nameTokens(m.Name))
}

// otherOffices reports whether a group and the one described by m hold different
// offices: defence ministers are not foreign ministers.
func (g *grouping) otherOffices(m *Mention, x *entity) bool {
	a, b := g.officesOf(nameTokens(m.Name)), g.officesOf(x.tokens)
	return len(a) > 0 && len(b) > 0 && !slices.Equal(a, b)
}

// officesOf returns the words that say which office is meant, sorted.
func (g *grouping) officesOf(tokens []string) (out []string) {
	for _, w := range tokens {
		if class, _ := g.lex.OfficeModifier(w); class == "portfolio" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// manned reports whether the phrase counts its people or says who leads
// them: "a six-member team", "a team headed by".
func (d *description) manned() bool {
	if d.modifiedBy("member", "strong", "man", "person") {
		return true
	}
	for _, v := range d.tree.By(d.head, "acl") {
		if l := d.reading.lower(d.s, v); l == "lead" || l == "head" || l == "chair" {
			return true
		}
	}
	return false
}

// creed reports whether the word is a party's adjective before an office of its
// members and a name: "Liberal senator Ada Poe".
func (r *reading) creed(s, w int) bool {
	words := r.sents[s].Words
	if w+2 >= len(words) || !capital(words[w].Form) || !capital(words[w+2].Form) || words[w+2].UPOS != "PROPN" {
		return false
	}
	if class, ok := r.lex.Noun(lexicon.Community, words[w].Form); (!ok || class != "party") && words[w].Form != "Green" {
		return false
	}
	class, _ := r.lex.office(r.lower(s, w+1))
	return class == "legislator"
}

// headships are nouns for those who run a body and speak for the whole of it.
var headships = map[string]bool{"board": true, "presidency": true, "leadership": true, "management": true, "executive": true, "boardroom": true, "secretariat": true}

// heads reports whether the phrase is for those who run a body named with it,
// and only says where somebody sits: "left the board of Velmora".
func (d *description) heads() bool {
	if !headships[d.lemma] || d.tree.Is(d.head, "nsubj", "nmod:poss") || d.tree.Case(d.head) == "by" {
		return false
	}
	for _, i := range d.sides() {
		if d.ms[i].Type == Organization {
			return true
		}
	}
	return false
}

// ofBody reports whether the phrase says of which body those are whom it speaks
// of: "fighters of the Kara Front" are no body of their own.
func (d *description) ofBody() bool {
	for _, k := range d.of("of", "from") {
		for _, i := range d.parties(k) {
			if d.ms[i].Type == Organization {
				return true
			}
		}
	}
	return false
}

// countsAsOrganization wants more of nouns that mean much else.
func (d *description) countsAsOrganization(n noun) bool {
	sides := len(d.sides()) > 0
	switch {
	case d.heads():
		return false
	case n.With != nil:
		return !d.plural && d.modifiedBy(n.With...) && (d.definite() || sides)
	case n.Folk:
		return d.plural && (sides || d.determiner() == "the") && d.takesStand()
	case n.Plural:
		return sides && !d.ofBody()
	case n.Weak:
		return sides
	case d.plural:
		return sides && d.definite()
	case d.determiner() == "a" || d.determiner() == "an":
		return sides || d.lemma == "government" || d.lemma == "cabinet" || d.lemma == "coalition"
	case d.cues.is("indefinite", d.determiner()):
		return false
	case d.determiner() == "" && len(d.modifiers()) == 0:
		return bareBodies[d.lemma]
	}
	return true
}

// takesStand reports whether the phrase, by itself and with nothing but an owner
// or a nation before the noun, is who takes a stance or puts a proposal: its
// verb's subject, or its agent.
func (d *description) takesStand() bool {
	for _, k := range d.modifiers() {
		if d.taken[d.s][k] < 0 {
			return false
		}
	}
	w := d.tree.Word(d.head)
	if w.Head < 0 || !d.tree.Is(d.head, "nsubj", "obl:agent") || d.tree.Is(d.head, "nsubj:pass") && d.tree.Passive(w.Head) || len(d.tree.By(d.head, "conj")) > 0 || len(d.of("of", "from", "in")) > 0 {
		return false
	}
	lemma := d.reading.lower(d.s, w.Head)
	return d.cues.is("judge", lemma) || d.cues.is("propose", lemma) || d.cues.is("takes-stand", lemma)
}

// bareBodies are nouns for bodies that stand without an article.
var bareBodies = map[string]bool{"parliament": true, "police": true, "opposition": true, "congress": true, "cabinet": true, "government": true, "senate": true}
