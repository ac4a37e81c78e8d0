package mention

import (
	"math"
	"strings"
)

// signals are what speaks for an entity as the antecedent of a personal
// pronoun. None of them knows a name.
type signals [signalCount]float64

const (
	sameSentence = iota
	sentenceBefore
	twoBefore
	farther
	wasSubject // role of the entity's last mention before the pronoun
	wasObject
	wasOwner
	wasPronoun    // that mention is itself a pronoun
	sameRole      // it plays the pronoun's own role
	newest        // no other candidate was mentioned later
	frequency     // logarithm of the mentions so far
	topic         // the first person of the document
	sexLean       // how far the name speaks for the pronoun's sex
	words         // words between, in tens, in one sentence
	opening       // the last mention opens its sentence
	clauseSubject // it is the subject of the pronoun's clause
	upperSubject  // it is the subject of the clause above that
	between       // logarithm of the other candidates mentioned since
	leading       // share of its mentions that are subjects
	nearOwner
	relativeClause // the pronoun stands in a clause that modifies the mention
	afterwards     // the entity is only named after the pronoun
	rootSubject    // the last mention is the subject of its sentence
	openingPronoun // it is, in the sentence before, and the pronoun opens its own
	upperObject    // it is an object of the clause above the pronoun's
	topSubject     // it is the subject two or more clauses above
	once           // the entity has been mentioned only once
	fullName       // the last mention is a name of several words
	nested         // it modifies a noun
	inRow          // it is one of several coordinated
	far            // logarithm of the words between, in different sentences
	roles          // the first of roleSignals: the pronoun's role, the mention's, one sentence or two
	signalCount    = roles + roleSignals
)

// roleSignals counts the pairs of roles, for one sentence and for two.
const roleSignals = 4 * 4 * 2

// weights of the signals, learned on the GAP development set by
// TestLearnRanker, which says how. Those of the roles stand by the pronoun's,
// then by the mention's (elsewhere, subject, object, owner), each for one
// sentence and for two.
var weights = signals{
	sameSentence: 0.46, sentenceBefore: -0.24, twoBefore: -1.27, farther: -1.89, wasSubject: 0.06, wasObject: -0.03,
	wasOwner: 0.17, wasPronoun: -0.99, sameRole: 0.27, newest: -0.10, frequency: -0.04, topic: 0.27, sexLean: 0.38,
	words: -0.61, opening: -0.11, clauseSubject: 0.43, upperSubject: 0.30, between: -0.20, leading: 0.02, nearOwner: 0.52,
	relativeClause: 0.14, afterwards: -1.88, rootSubject: 0.34, openingPronoun: 1.09, upperObject: -0.08,
	topSubject: 0.11, once: -0.40, fullName: -0.68, nested: -0.76, inRow: -1.26, far: -0.31,
	roles: -0.02, 0.11, 0.07, 0.06, -0.16, 0.13, 0.06, -0.54, // pronoun: elsewhere
	-0.41, -0.69, 0.26, -0.08, 0.28, -0.23, 0.10, -0.07, // pronoun: subject
	-0.26, 0.37, -0.19, -0.45, -0.04, -0.21, 0.42, -0.56, // pronoun: object
	-0.04, -1.31, 0.20, -0.26, 0.19, -0.35, -0.22, 0.40, // pronoun: owner
}

// antecedents returns the entity that a personal pronoun most likely means, or
// -1.
func (g *grouping) antecedent(i int, w want) int {
	best, top := -1, math.Inf(-1)
	list := g.candidates(i, w)
	if g.observe != nil {
		g.observe(g.reading, i, list, g.es)
	}
	for _, c := range list {
		s := 0.0
		for k, v := range c.signals {
			s += weights[k] * v
		}
		if s > top {
			best, top = c.entity, s
		}
	}
	return best
}

// A candidate is an entity that a pronoun can mean.
type candidate struct {
	entity  int
	last    int // its last mention before the pronoun, the first one after it if there is none before
	signals signals
}

// candidates returns the persons whom pronoun i can mean, with their signals.
func (g *grouping) candidates(i int, w want) []candidate {
	var out []candidate
	newestAt := -1
	for e, x := range g.es {
		if x.Type != Person || !g.agrees(e, w) {
			continue
		}
		c := candidate{entity: e, last: g.lastMention(e, i)}
		if c.last < 0 {
			continue
		}
		if c.last < i {
			newestAt = max(newestAt, c.last)
		}
		out = append(out, c)
	}
	for n := range out {
		out[n].signals = g.signals(&out[n], i, w, newestAt)
	}
	return out
}

// lastMention returns the last mention of an entity before mention i that
// grammar does not keep from it, or else a subject after it in its sentence;
// -1 if there is none.
func (g *grouping) lastMention(e, i int) int {
	before, after := -1, -1
	for _, k := range g.es[e].Mentions {
		switch {
		case g.bound(k, i):
		case k < i:
			before = max(before, k)
		case g.ms[k].Sentence == g.ms[i].Sentence && (after < 0 || k < after) && g.ms[k].Kind == Named:
			after = k
		}
	}
	if before < 0 {
		return after
	}
	if g.ms[before].Sentence < g.ms[i].Sentence-rankDistance {
		return -1
	}
	return before
}

// rankDistance is the number of sentences that the ranker looks back.
const rankDistance = 5

func (g *grouping) signals(c *candidate, i int, w want, newestAt int) signals {
	var s signals
	p, a, x := &g.ms[i], &g.ms[c.last], g.es[c.entity]
	if c.last > i {
		s[afterwards] = 1
	}
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
	own, role := g.role(i), g.role(c.last)
	switch role {
	case subject:
		s[wasSubject] = 1
	case object:
		s[wasObject] = 1
	case owner:
		s[wasOwner] = 1
	}
	s[wasPronoun] = truth(a.Kind == Pronoun)
	s[sameRole] = truth(own == role && own != other)
	s[newest] = truth(c.last == newestAt)
	n, led := 0, 0
	for _, k := range x.Mentions {
		if k < i {
			n++
			if g.role(k) == subject {
				led++
			}
		}
	}
	s[frequency], s[leading] = math.Log(float64(1+n)), float64(led)/float64(max(n, 1))
	s[topic] = truth(g.firstPerson() == c.entity)
	s[sexLean] = min(x.lean*w.sign(), maxLean) / maxLean
	s[opening] = truth(a.First < 2)
	if p.Sentence == a.Sentence {
		up := g.clausesUp(i, c.last)
		s[clauseSubject], s[upperSubject] = truth(up == 0), truth(up == 1)
	}
	s[between] = math.Log(float64(1 + g.others(c.last, i, c.entity)))
	s[nearOwner] = truth(own == owner && c.last == newestAt && p.Sentence == a.Sentence)
	s[relativeClause] = truth(p.Sentence == a.Sentence && g.inRelative(i, a.Head))
	s[roles+int(own)*8+int(role)*2+int(truth(p.Sentence != a.Sentence))] = 1
	s[once] = truth(n <= 1)
	g.places(&s, i, c.last)
	return s
}

// places adds the signals of where in their sentences pronoun i and mention k
// stand.
func (g *grouping) places(s *signals, i, k int) {
	p, a := &g.ms[i], &g.ms[k]
	t := g.trees[a.Sentence]
	top := g.topmost(k)
	s[rootSubject] = truth(t.Is(top, "nsubj") && t.Word(t.Word(top).Head).Head < 0)
	s[openingPronoun] = truth(s[rootSubject] > 0 && p.Sentence == a.Sentence+1 && p.First == 0)
	s[fullName] = truth(a.Kind == Named && a.End-a.First > 1)
	s[nested] = truth(t.Is(top, "nmod", "nmod:poss"))
	s[inRow] = truth(t.Is(a.Head, "conj") || len(t.By(a.Head, "conj")) > 0)
	if p.Sentence != a.Sentence {
		between := len(g.sents[a.Sentence].Words) - a.First + p.First
		for n := a.Sentence + 1; n < p.Sentence; n++ {
			between += len(g.sents[n].Words)
		}
		s[far] = math.Log(1 + math.Abs(float64(between)))
		return
	}
	s[topSubject] = truth(g.clausesUp(i, k) > 1)
	if v := g.clauseAbove(i); v >= 0 {
		s[upperObject] = truth(t.Is(top, "obj", "iobj") && t.Word(top).Head == v)
	}
}

// clauseAbove returns the predicate of the clause that governs the one of
// mention i, -1 if there is none.
func (g *grouping) clauseAbove(i int) int {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	for range 16 {
		h := t.Word(w).Head
		if h < 0 {
			return -1
		}
		if t.Is(w, "ccomp", "advcl", "acl", "xcomp", "csubj") {
			return h
		}
		w = h
	}
	return -1
}

// clausesUp returns how many clauses above the one of mention i mention k is
// the subject of: 0 for its own, -1 if it is the subject of none.
func (g *grouping) clausesUp(i, k int) int {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	level := 0
	for range 16 {
		h := t.Word(w).Head
		if h < 0 {
			return -1
		}
		for _, n := range t.By(h, "nsubj") {
			if n == g.ms[k].Head || n == g.ms[k].inner {
				return level
			}
		}
		if t.Verbal(h) && t.Is(h, "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp", "csubj") {
			level++
		}
		w = h
	}
	return -1
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

// inRelative reports whether mention i stands in a clause that modifies the
// word head.
func (g *grouping) inRelative(i, head int) bool {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	for range 8 {
		h := t.Word(w).Head
		if h < 0 {
			return false
		}
		if h == head {
			return strings.HasPrefix(t.Word(w).Rel, "acl")
		}
		w = h
	}
	return false
}
