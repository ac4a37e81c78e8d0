package mention

import (
	"sort"
	"strings"
)

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
		case m.pair > 0:
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
		if x.Type != m.Type || x.features.head == "" || g.within(m, x) || g.disjoint(m, x) {
			continue
		}
		if k := g.agree(m, &f, x); k > score || k == score && k > 0 && g.nearest(e, i) > g.nearest(best, i) {
			best, score = e, k
		}
	}
	if best < 0 && m.Type == Meeting && !m.some && !f.next {
		best = g.onlyMeetingOf(m, &f)
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
	if m.Type != Proposal || m.phrase == nil || !writings[strings.ToLower(m.bare)] || !m.plural && g.version(m) {
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

// version reports whether the phrase tells one version of a thing from others.
func (g *grouping) version(m *Mention) bool {
	for w := m.phrase.first; w < m.phrase.head; w++ {
		form := strings.ToLower(g.word(m.Sentence, w).Form)
		if ordinals[form] > 0 || g.cues.is("older", form) || g.cues.is("newer", form) {
			return true
		}
	}
	return false
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

// disjoint reports whether the description and a mention of x are arguments of
// one predicate, "the accords replaced the treaty", "the scheme is an heir of the
// plan": they cannot be one.
func (g *grouping) disjoint(m *Mention, x *entity) bool {
	if m.Type != Proposal || m.phrase == nil {
		return false
	}
	t := m.phrase.tree
	for n := len(x.Mentions) - 1; n >= 0; n-- {
		k := &g.ms[x.Mentions[n]]
		if k.Sentence != m.Sentence {
			return false
		}
		a, b := m.Head, k.Head
		if t.Word(a).Head < 0 || t.Word(a).Head != t.Word(b).Head || t.Case(a) == "as" || t.Case(b) == "as" {
			continue
		}
		if t.Is(a, "obj", "obl", "nmod", "nsubj") && t.Is(b, "obj", "obl", "nmod", "nsubj") && (t.Is(a, "nsubj", "obj") || t.Is(b, "nsubj", "obj")) && t.Word(a).Rel != t.Word(b).Rel {
			return true
		}
	}
	return false
}

// onlyMeetingOf returns the one meeting that all the parties of a description
// take part in; -1 if there is none, or more than one.
func (g *grouping) onlyMeetingOf(m *Mention, f *features) int {
	only := -1
	for e, x := range g.es {
		if x.Type != Meeting || len(f.parties) == 0 || len(x.features.parties) < 2 || shared(f.parties, x.features.parties) < len(f.parties) || x.features.call != f.call {
			continue
		}
		if only >= 0 || clash(m, f, &x.features) || f.place != "" || f.date != "" {
			return -1
		}
		only = e
	}
	return only
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
			if x.Type == g.ms[i].Type && x.features.head != "" && !g.disjoint(&g.ms[i], x) && !otherKind(strings.ToLower(g.ms[i].bare), x.features.head) && (best < 0 || len(x.Mentions) > len(g.es[best].Mentions)) {
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

// equated returns the meeting that is said to be the one described, "the Quito
// summit will be the first meeting"; -1 if none is.
func (g *grouping) equated(m *Mention) int {
	t, h := m.phrase.tree, m.phrase.head
	if m.Type != Meeting || m.plural || len(t.By(h, "cop")) == 0 || len(t.By(h, "case")) > 0 {
		return -1
	}
	for _, k := range t.By(h, "advmod") {
		if f := strings.ToLower(t.Word(k).Form); f == "not" || f == "n't" || f == "never" {
			return -1
		}
	}
	for _, k := range t.By(h, "nsubj") {
		if i := g.found(m.Sentence, k); i >= 0 && g.ms[i].Type == Meeting && g.ms[i].Entity >= 0 {
			return i
		}
	}
	return -1
}

// apposition returns the entity of the thing that a description stands beside,
// "the talks, a first step"; -1 if there is none.
func (g *grouping) apposition(m *Mention) int {
	if m.phrase == nil {
		return -1
	}
	if k := g.equated(m); k >= 0 {
		return g.ms[k].Entity
	}
	if !m.phrase.tree.Is(m.phrase.head, "appos") {
		return -1
	}
	if k := g.found(m.Sentence, m.phrase.tree.Word(m.phrase.head).Head); k >= 0 && g.ms[k].Type == m.Type {
		return g.ms[k].Entity
	}
	return -1
}
