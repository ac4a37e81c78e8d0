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
	signalCount
)

// weights of the signals, learned by logistic regression over the candidates
// of the GAP development set; but for sexLean, of which that corpus can say
// nothing: both names of an example are of one sex there.
var weights = signals{
	sameSentence: 2.61, sentenceBefore: 0.50, twoBefore: -1.48, farther: -1.63, wasSubject: 1.19, wasObject: 0.77,
	wasOwner: 0.70, wasPronoun: -0.89, sameRole: 0.61, newest: -0.08, frequency: 0.63, topic: 0.33,
	sexLean: 0.7, words: -0.58, opening: 0.13, clauseSubject: 0.75, upperSubject: 0.38, between: -0.30,
	leading: 0.24, nearOwner: 0.55, relativeClause: 0.62, afterwards: -1.82,
}

// antecedents returns the entity that a personal pronoun most likely means, or
// -1.
func (g *grouping) antecedent(i int, w want) int {
	best, top := -1, math.Inf(-1)
	list := g.candidates(i, w)
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
	return s
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
