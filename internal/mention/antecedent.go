package mention

import (
	"slices"
	"sort"
	"strings"
)

// A want is what an anaphor asks of its antecedent.
type want struct {
	sex    gender // of a person; unknown for none or any
	person bool   // only persons
	plural bool   // several, or a group
}

// sign is 1 for a man, -1 for a woman.
func (w want) sign() float64 {
	if w.sex == female {
		return -1
	}
	return 1
}

// wanted returns what the pronoun form asks for; ok is false for the first
// and second person.
func wanted(form string) (w want, ok bool) {
	switch form {
	case "he", "him", "his", "himself":
		return want{sex: male, person: true}, true
	case "she", "her", "hers", "herself":
		return want{sex: female, person: true}, true
	case "it", "its", "itself":
		return want{}, true
	case "they", "them", "their", "theirs", "themselves":
		return want{plural: true}, true
	}
	return want{}, false
}

// pronoun finds whom a pronoun means: by the tree for relative ones, else the
// most salient entity before it that agrees with it and that its clause does
// not rule out.
func (g *grouping) pronoun(i int) {
	m := &g.ms[i]
	form := strings.ToLower(m.Name)
	if relatives[form] {
		g.relative(i)
		return
	}
	w, ok := wanted(form)
	if !ok {
		return
	}
	if k := g.parallelOwner(i); k >= 0 && g.agrees(g.ms[k].Entity, w) {
		g.refer(i, g.ms[k].Entity)
		return
	}
	if w.plural && g.row(i) {
		return
	}
	if w.person {
		if e := g.antecedent(i, w); e >= 0 {
			g.refer(i, e)
			if x := g.es[e]; x.lean*w.sign() < 1 { // from here on the reader knows
				x.lean = w.sign()
			}
		}
		return
	}
	best, top := -1, 0.0
	for k := i - 1; k >= 0 && g.ms[k].Sentence >= m.Sentence-maxDistance; k-- {
		if s := g.salience(k, i, w); s > top {
			best, top = k, s
		}
	}
	if best < 0 {
		best = g.ahead(i, w)
	}
	if best >= 0 {
		g.refer(i, g.ms[best].Entity)
	}
}

// maxDistance is the number of sentences that a pronoun looks back.
const maxDistance = 3

var relatives = map[string]bool{"who": true, "whom": true, "whose": true, "which": true}

// refer makes mention i one of entity e; pronouns give it no forms.
func (g *grouping) refer(i, e int) {
	m := &g.ms[i]
	m.Entity = e
	if m.Type == "" {
		m.Type = g.es[e].Type
	}
	g.es[e].Mentions = append(g.es[e].Mentions, i)
}

// salience returns how good an antecedent mention k is for pronoun i; 0 or
// less if it is none.
func (g *grouping) salience(k, i int, w want) float64 {
	a, p := &g.ms[k], &g.ms[i]
	if a.Entity < 0 || !g.agrees(a.Entity, w) || g.bound(k, i) || w.plural && !g.several(k) {
		return 0
	}
	s := 10 - 3*float64(p.Sentence-a.Sentence)
	role, own := g.role(k), g.role(i)
	switch role {
	case subject:
		s += 4
	case object:
		s += 2
	case owner:
		s += 1
	}
	if role == own && role != other {
		s++
	}
	if a.Sentence == p.Sentence {
		s -= 0.04 * float64(p.First-a.First)
	} else {
		s -= 0.02 * float64(a.First)
	}
	if a.Type == Country && !w.person && role == other && a.Kind == Demonym {
		s -= 7
	}
	if own == owner && g.judgedBy(i) == a.Entity {
		s -= 6
	}
	if own == owner && a.Type == Organization && g.ownsState(i) {
		s -= 5
	}
	if own == subject && !w.person && g.addressed(k, i) {
		s -= 4
	}
	if !w.person && !w.plural {
		switch a.Type {
		case Person:
			return 0
		case Place:
			s -= 4
		case Meeting, Event:
			s -= 2
		case Proposal:
			if !g.judged(i) {
				s -= 2
			}
		}
		if a.Type != Proposal && g.judged(i) {
			s -= 5
		}
	}
	return s
}

// ownsState reports whether the pronoun owns what states have: "its foreign
// ministry", "its army".
func (g *grouping) ownsState(i int) bool {
	m := &g.ms[i]
	h := g.trees[m.Sentence].Word(m.Head).Head
	return h >= 0 && g.cues.is("of-state", g.lower(m.Sentence, h))
}

// judged reports whether the pronoun is what a verb of judging a proposal is
// about: "rejects it", "voted against it".
func (g *grouping) judged(i int) bool {
	m := &g.ms[i]
	t := g.trees[m.Sentence]
	h, form := t.Word(m.Head).Head, t.Case(m.Head)
	if form == "against" || form == "for" && len(t.By(m.Head, "cop")) > 0 {
		return true
	}
	if h < 0 || !t.Verbal(h) {
		return false
	}
	lemma := g.lower(m.Sentence, h)
	switch {
	case t.Is(m.Head, "obj", "nsubj:pass"):
		return g.cues.is("judge", lemma) || g.cues.is("propose", lemma) || g.cues.is("like", lemma) || len(t.By(h, "compound:prt")) > 0 && g.cues.is("down", lemma)
	case t.Is(m.Head, "obl"):
		return g.cues.is("stance", lemma) && (form == "to" || form == "for" || form == "with" || form == "behind")
	}
	return false
}

// addressed reports whether the clause of pronoun i is what mention k is told:
// in "the bank notified the firm that it would sue" it is the bank.
func (g *grouping) addressed(k, i int) bool {
	a, p := &g.ms[k], &g.ms[i]
	t := g.trees[p.Sentence]
	verb := t.Word(p.Head).Head
	return a.Sentence == p.Sentence && verb >= 0 && t.Is(verb, "ccomp") && t.Is(a.Head, "obj", "iobj") && t.Word(a.Head).Head == t.Word(verb).Head
}

// judgedBy returns the entity that judges what the pronoun owns, which is as a
// rule not its own: "the council backed its plan"; -1 if none does.
func (g *grouping) judgedBy(i int) int {
	m := &g.ms[i]
	t := g.trees[m.Sentence]
	noun := t.Word(m.Head).Head
	if noun < 0 || !t.Is(noun, "obj") || t.Word(noun).Head < 0 {
		return -1
	}
	verb := t.Word(noun).Head
	if !g.cues.is("assess", g.lower(m.Sentence, verb)) {
		return -1
	}
	for _, k := range t.Surface(verb) {
		if x := g.found(m.Sentence, k); x >= 0 {
			return g.ms[x].Entity
		}
	}
	return -1
}

// A role is the part that a mention plays in its clause.
type role uint8

const (
	other role = iota
	subject
	object
	owner
	roleCount = int(iota)
)

func (g *grouping) role(i int) role {
	m := &g.ms[i]
	t := g.trees[m.Sentence]
	h := m.Head
	for range 6 {
		if t.Word(h).Rel == "conj" && t.Word(h).Head >= 0 || t.Is(h, "appos") {
			h = t.Word(h).Head
			continue
		}
		break
	}
	switch {
	case t.Is(h, "nsubj"):
		return subject
	case t.Is(h, "obj", "iobj"):
		return object
	case t.Is(h, "nmod:poss"):
		return owner
	}
	return other
}

// agrees reports whether an entity has the sex and number that w asks for.
func (g *grouping) agrees(e int, w want) bool {
	x := g.es[e]
	if w.person {
		return (x.Type == Person || g.mayBePerson(x)) && (!x.sexSure || x.lean*w.sign() > 0)
	}
	switch x.Type {
	case Topic, Event, unsure:
		return false
	case Person:
		return w.plural
	case Place:
		return !w.plural
	}
	return true
}

// several reports whether mention k can be what "they" means by itself: a
// group or a body, not one person or one country.
func (g *grouping) several(k int) bool {
	m := &g.ms[k]
	xpos := g.word(m.Sentence, m.Head).XPOS
	switch m.Type {
	case Delegation:
		return true
	case Organization, Proposal, Meeting:
		return m.Type == Organization || strings.HasSuffix(xpos, "S")
	case Country:
		return m.Kind == Demonym && strings.HasSuffix(xpos, "S")
	}
	return false
}

// bound reports whether grammar keeps pronoun i from meaning mention k: both
// depend on one verb, or i stands in the phrase of k itself.
func (g *grouping) bound(k, i int) bool {
	a, p := &g.ms[k], &g.ms[i]
	if a.Sentence != p.Sentence {
		return false
	}
	t := g.trees[p.Sentence]
	form := strings.ToLower(p.Name)
	if g.role(i) == owner { // "his wife, Ada": not Ada's
		h := t.Word(p.Head).Head
		if h >= 0 && t.Is(h, "appos") && t.Word(h).Head == a.Head {
			return true // "Ada, his wife"
		}
		return a.Head == h || h >= 0 && t.Is(a.Head, "appos", "flat") && t.Word(a.Head).Head == h || a.phrase != nil && a.phrase.head == h || h >= 0 && h < a.First && t.Word(h).Head == a.Head
	}
	if strings.HasSuffix(form, "self") || strings.HasSuffix(form, "selves") {
		return false
	}
	if v := t.Word(p.Head).Head; v >= 0 && t.Is(v, "acl:relcl") && t.Word(v).Head == a.Head && !t.Is(p.Head, "nsubj") && g.whoSubject(p.Sentence, v) {
		return true // "Ada, who helped her"
	}
	h := g.topmost(k)
	return t.Word(p.Head).Head == t.Word(h).Head && t.Word(h).Head >= 0 && !t.Is(h, "conj") && t.Word(p.Head).Rel != "conj"
}

// whoSubject reports whether the subject of a verb is a relative pronoun.
func (g *grouping) whoSubject(s, verb int) bool {
	return slices.ContainsFunc(g.trees[s].By(verb, "nsubj"), func(w int) bool {
		form := g.lower(s, w)
		return form == "who" || form == "which" || form == "that"
	})
}

// topmost returns the word by which a mention hangs in its clause: of an
// apposition the noun that it explains.
func (g *grouping) topmost(k int) int {
	t := g.trees[g.ms[k].Sentence]
	h := g.ms[k].Head
	for range 4 {
		if !t.Is(h, "appos", "flat") || t.Word(h).Head < 0 {
			break
		}
		h = t.Word(h).Head
	}
	return h
}

// parallelOwner returns the owner that a possessive repeats: in "Chile's
// envoy and its minister" the first noun's owner; -1 if there is none.
func (g *grouping) parallelOwner(i int) int {
	m := &g.ms[i]
	t := g.trees[m.Sentence]
	if !t.Is(m.Head, "nmod:poss") {
		return -1
	}
	h := t.Word(m.Head).Head
	if h < 0 || t.Word(h).Rel != "conj" || t.Word(h).Head < 0 {
		return -1
	}
	for _, o := range t.By(t.Word(h).Head, "nmod:poss") {
		if k := g.taken[m.Sentence][o]; k >= 0 && k != i && g.ms[k].Entity >= 0 {
			return k
		}
	}
	return -1
}

// relative refers a relative pronoun to the noun that its clause modifies, or
// to the mention right before it.
func (g *grouping) relative(i int) {
	m := &g.ms[i]
	t := g.trees[m.Sentence]
	h := m.Head
	for range 8 {
		if h < 0 {
			break
		}
		if t.Word(h).Rel == "acl:relcl" {
			if k := g.found(m.Sentence, t.Word(h).Head); k >= 0 && k != i && g.ms[k].Entity >= 0 {
				g.refer(i, g.ms[k].Entity)
				return
			}
			break
		}
		h = t.Word(h).Head
	}
	for w := m.First - 1; w >= max(0, m.First-3); w-- {
		k := g.taken[m.Sentence][w]
		if k >= 0 && g.ms[k].Entity >= 0 && (strings.ToLower(m.Name) == "which" != (g.ms[k].Type == Person)) {
			g.refer(i, g.ms[k].Entity)
			return
		}
	}
}

// found returns the mention that a word of a sentence carries, or -1.
func (g *grouping) found(s, w int) int {
	if w < 0 {
		return -1
	}
	if k := g.taken[s][w]; k >= 0 && slices.Contains(g.ms[k].tops, w) {
		return k
	}
	k := sort.Search(len(g.ms), func(k int) bool { return g.ms[k].Sentence >= s })
	for ; k < len(g.ms) && g.ms[k].Sentence == s; k++ {
		if slices.Contains(g.ms[k].tops, w) {
			return k
		}
	}
	return -1
}

// ahead returns a mention that a pronoun before it in its own sentence can
// mean: "In her speech, Ada …". Only a subject will do.
func (g *grouping) ahead(i int, w want) int {
	m := &g.ms[i]
	if !w.person {
		return -1
	}
	for k := i + 1; k < len(g.ms) && g.ms[k].Sentence == m.Sentence; k++ {
		if a := &g.ms[k]; a.Kind == Named && a.Entity >= 0 && g.role(k) == subject && g.agrees(a.Entity, w) && !g.bound(k, i) {
			return k
		}
	}
	return -1
}

// row refers "they" to all members of the last row of actors: "Ada and Bo".
func (g *grouping) row(i int) bool {
	m := &g.ms[i]
	for s := m.Sentence; s >= max(0, m.Sentence-1); s-- {
		if members := g.lastRow(i, s); len(members) > 1 {
			g.referAll(i, members)
			return true
		}
	}
	return false
}

// lastRow returns the members of the row of actors in a sentence that is the
// subject, or else the last row, before mention i.
func (g *grouping) lastRow(i, s int) []int {
	var best []int
	t := g.trees[s]
	for k := range g.ms[:i] {
		a := &g.ms[k]
		if a.Sentence != s || a.Entity < 0 || a.Kind == Pronoun || t.Is(a.Head, "conj") || !g.actorType(a.Type) || a.Kind == Demonym {
			continue
		}
		members := []int{k}
		for _, c := range t.Conjuncts(a.Head)[1:] {
			if x := g.found(s, c); x >= 0 && x < i && g.ms[x].Entity >= 0 && g.actorType(g.ms[x].Type) {
				members = append(members, x)
			}
		}
		if len(members) < 2 {
			continue
		}
		if best == nil || g.role(k) == subject {
			best = members
		}
		if g.role(k) == subject {
			break
		}
	}
	return best
}

func (g *grouping) actorType(typ string) bool {
	switch typ {
	case Person, Country, Organization, Delegation:
		return true
	}
	return false
}
