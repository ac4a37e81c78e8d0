package mention

import (
	"math"
	"strings"
)

// weigh fills in the signals of a candidate for pronoun i.
func (g *grouping) weigh(c *candidate, i int, w want) {
	s, p, a, x := &c.signals, &g.ms[i], &g.ms[c.last], g.es[c.entity]
	g.distance(s, c, i)
	s[frequency], s[leading] = math.Log(float64(1+c.count)), float64(c.led)/float64(max(c.count, 1))
	s[once], s[most], s[topic] = truth(c.count <= 1), truth(c.most), truth(g.firstPerson() == c.entity)
	s[sexLean] = min(x.lean*w.sign(), maxLean) / maxLean
	s[unnamed], s[placed], s[bodied] = truth(x.Type == unsure), truth(x.Type == Place), truth(x.Type == Organization)
	s[wasPronoun], s[fullName] = truth(a.Kind == Pronoun), truth(a.Kind == Named && a.End-a.First > 1)
	s[opening], s[firstThere] = truth(a.First < 2), truth(c.first)
	s[bracketed] = truth(a.First > 0 && opens(g.word(a.Sentence, a.First-1).Form))
	s[quoteApart] = truth(g.quoted(i) != g.quoted(c.last))
	g.parts(s, i, c.last)
	s[nearOwner] = truth(g.role(i) == owner && s[newest] > 0 && p.Sentence == a.Sentence)
	if p.Sentence == a.Sentence {
		g.clauses(s, i, c.last)
	}
	g.subjects(s, c.entity, i)
	g.chain(s, c.entity, i, w)
}

// distance adds the signals of how long ago a candidate was mentioned.
func (g *grouping) distance(s *signals, c *candidate, i int) {
	p, a := &g.ms[i], &g.ms[c.last]
	switch p.Sentence - a.Sentence {
	case 0:
		s[sameSentence] = 1
		s[words] = math.Abs(float64(p.First-a.First)) / 10
	case 1:
		s[sentenceBefore] = 1
	case 2:
		s[twoBefore] = 1
	default:
		s[farther] = 1
	}
	if p.Sentence != a.Sentence {
		n := len(g.sents[a.Sentence].Words) - a.First + p.First
		for k := a.Sentence + 1; k < p.Sentence; k++ {
			n += len(g.sents[k].Words)
		}
		s[far] = math.Log(float64(1 + n))
	}
	near := rankDistance + 1
	for _, k := range g.es[c.entity].Mentions {
		if k < i && g.ms[k].Kind == Named {
			near = min(near, p.Sentence-g.ms[k].Sentence)
		}
	}
	s[lastName] = math.Log(float64(1 + near))
	s[afterwards] = truth(c.last > i)
	s[newest], s[second] = truth(c.last < i && c.later == 0), truth(c.later == 1)
	s[between] = math.Log(float64(1 + g.others(c.last, i, c.entity)))
}

// parts adds the signals of the parts that pronoun i and mention k play in
// their clauses.
func (g *grouping) parts(s *signals, i, k int) {
	p, a := &g.ms[i], &g.ms[k]
	t, top := g.trees[a.Sentence], g.topmost(k)
	own, its := g.role(i), g.role(k)
	s[wasSubject], s[wasObject], s[wasOwner] = truth(its == subject), truth(its == object), truth(its == owner)
	s[sameRole] = truth(own == its && own != other)
	s[pairOfRoles(own, its, p.Sentence != a.Sentence)] = 1
	s[passive], s[oblique], s[nested] = truth(t.Is(top, "nsubj:pass")), truth(t.Is(top, "obl")), truth(t.Is(top, "nmod", "nmod:poss"))
	form := t.Case(top)
	s[afterBy], s[afterOf], s[afterWith], s[afterTo] = truth(form == "by"), truth(form == "of"), truth(form == "with"), truth(form == "to")
	s[apposed] = truth(t.Is(a.Head, "appos"))
	s[inRow] = truth(t.Is(a.Head, "conj") || len(t.By(a.Head, "conj")) > 0)
	s[deep] = float64(g.depth(a.Sentence, top)) / 5
	if t.Is(top, "nmod:poss") {
		n := g.found(a.Sentence, t.Word(top).Head)
		s[owning] = truth(n >= 0 && g.ms[n].Type == Person)
	}
	s[rootSubject] = truth(g.rootSubject(k))
	s[openingPronoun] = truth(s[rootSubject] > 0 && p.Sentence == a.Sentence+1 && p.First == 0)
}

// depth returns how many words stand above a word in the tree, 12 at most.
func (g *grouping) depth(s, w int) int {
	d := 0
	for w = g.trees[s].Word(w).Head; w >= 0 && d < 12; w = g.trees[s].Word(w).Head {
		d++
	}
	return d
}

// rootSubject reports whether a mention is the subject of its sentence.
func (g *grouping) rootSubject(k int) bool {
	t, top := g.trees[g.ms[k].Sentence], g.topmost(k)
	return t.Is(top, "nsubj") && t.Word(t.Word(top).Head).Head < 0
}

// clauses adds the signals of how the clauses of pronoun i and mention k, in
// one sentence, hang together.
func (g *grouping) clauses(s *signals, i, k int) {
	t, top := g.trees[g.ms[k].Sentence], g.topmost(k)
	up := g.clausesUp(i, k)
	s[ownSubject], s[upperSubject], s[topSubject] = truth(up == 0), truth(up == 1), truth(up > 1)
	s[relativeClause] = truth(g.inRelative(i, g.ms[k].Head))
	if v := g.clauseAbove(i); v >= 0 {
		s[upperObject] = truth(t.Is(top, "obj", "iobj") && t.Word(top).Head == v)
	}
	if g.role(k) == subject {
		g.joints(s, i, k)
	}
}

// subjects adds the signals of all mentions of an entity that are subjects of
// the pronoun's sentence or of the one before.
func (g *grouping) subjects(s *signals, e, i int) {
	p := &g.ms[i]
	for _, k := range g.es[e].Mentions {
		m := &g.ms[k]
		if m.Sentence < p.Sentence-1 || m.Sentence > p.Sentence || g.bound(k, i) {
			continue
		}
		if k < i {
			if root := g.rootSubject(k); root && m.Sentence == p.Sentence {
				s[rootHere] = 1
			} else if root {
				s[rootBefore] = 1
			}
			continue
		}
		if up := g.clausesUp(i, k); up >= 0 && m.Kind == Named {
			s[ownAfter] = max(s[ownAfter], truth(up == 0))
			s[upperAfter] = max(s[upperAfter], truth(up > 0))
			s[openAfter] = max(s[openAfter], truth(p.First < 6))
		}
	}
}

// chain adds the signals of the pronoun before that asks for the same.
func (g *grouping) chain(s *signals, e, i int, w want) {
	p := &g.ms[i]
	for k := i - 1; k >= 0 && g.ms[k].Sentence >= p.Sentence-2; k-- {
		m := &g.ms[k]
		if m.Kind != Pronoun || m.Entity < 0 {
			continue
		}
		if v, ok := wanted(strings.ToLower(m.Name)); !ok || v != w {
			continue
		}
		if m.Entity == e {
			s[chained], s[chainedHere], s[chainedSubject] = 1, truth(m.Sentence == p.Sentence), truth(g.role(k) == subject)
		}
		return
	}
}

// quoted reports whether a mention stands in quotation marks.
func (g *grouping) quoted(k int) bool {
	m := &g.ms[k]
	in := false
	for w := 0; w < m.First; w++ {
		switch g.word(m.Sentence, w).Form {
		case "``", "“":
			in = true
		case "''", "”":
			in = false
		case "\"":
			in = !in
		}
	}
	return in
}

// others counts the persons other than e that are mentioned between mentions k
// and i.
func (g *grouping) others(k, i, e int) int {
	seen := map[int]bool{e: true}
	for n := k + 1; n < i; n++ {
		if m := &g.ms[n]; m.Type == Person && m.Entity >= 0 {
			seen[m.Entity] = true
		}
	}
	return len(seen) - 1
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// firstPerson returns the entity of the first person that the document names.
func (g *grouping) firstPerson() int {
	if g.first == 0 {
		g.first = -1
		for k := range g.ms {
			if g.ms[k].Type == Person && g.ms[k].Kind == Named {
				g.first = g.ms[k].Entity + 1
				break
			}
		}
	}
	return g.first - 1
}
