package extract

import (
	"slices"

	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/rule"
	"kg/internal/when"
	"kg/schema"
)

// bridgeSentences is how far back a bridge looks for what was spoken of.
const bridgeSentences = 4

// bridges ties entities that no fact of a relation holds yet to what the text
// spoke of last, as the rules ask: a delegation to its meeting. Each entity is
// tied once, where it is first mentioned, and only if it is said whose it is.
func (p *page) bridges() {
	held := p.held()
	for k := range p.set.Mentions {
		m := &p.set.Mentions[k]
		if m.Entity < 0 || m.Kind == mention.Pronoun {
			continue
		}
		for _, r := range p.Rules.Bridges(m.Type) {
			for i := range r.Emit {
				e := &r.Emit[i]
				key := bond{m.Entity, e.Relation}
				if !held[key] && p.called(m, r) && p.bridge(k, r, e) {
					held[key] = true
				}
			}
		}
	}
}

// spoken returns the look-up of what the text spoke of last before sentence i,
// within the reach of a bridge: something that a sentence may leave unsaid.
func (p *page) spoken(i int) func(types map[string]bool) []rule.Argument {
	return func(types map[string]bool) []rule.Argument {
		if k := p.near(i-1, func(typ string) bool { return types[typ] }); k >= 0 {
			return []rule.Argument{{Mention: k, Type: p.set.Mentions[k].Type, Before: true}}
		}
		return nil
	}
}

// sides ties a meeting of which no sentence says who takes part, but whose
// words count it as one of several ("the next round"), to those who stand
// against each other in the meeting spoken of before it, or else first after.
func (p *page) sides() {
	for e := range p.set.Entities {
		x := &p.set.Entities[e]
		k := x.Mentions[0]
		m := &p.set.Mentions[k]
		for _, r := range p.Rules.Bridges(m.Type) {
			if !r.Triggers(p.sentences[m.Sentence].Words[m.Head].Lemma) {
				continue
			}
			for i := range r.Emit {
				p.inherit(e, k, r, &r.Emit[i])
			}
		}
	}
}

// inherit adds the facts of sides for one meeting, unless it has some.
func (p *page) inherit(entity, k int, r *rule.Rule, e *rule.Emission) {
	if !e.Accepts(p.reading.Entities[entity].Type) {
		return
	}
	sides := map[int][]int{}
	var meetings []int
	for i := range p.facts {
		f := &p.facts[i]
		if f.Relation != e.Relation || !e.Accepts(p.reading.Entities[f.Object].Type) {
			continue
		}
		if f.Object == entity {
			return
		}
		if !slices.Contains(meetings, f.Object) {
			meetings = append(meetings, f.Object)
		}
		s := p.side(f.Subject, e)
		if s >= 0 && f.Modality != schema.Denied && !p.otherwise(f) && !slices.Contains(sides[f.Object], s) {
			sides[f.Object] = append(sides[f.Object], s)
		}
	}
	slices.SortStableFunc(meetings, func(a, b int) int { // what is spoken of most leads
		return len(p.set.Entities[b].Mentions) - len(p.set.Entities[a].Mentions)
	})
	for _, o := range meetings {
		if n := len(sides[o]); n > 1 && n <= maxSides {
			p.again(entity, k, sides[o], r, e)
			return
		}
	}
}

// otherwise reports whether the two ends of a fact are tied by another relation
// too, as a host's.
func (p *page) otherwise(f *fact.Fact) bool {
	for i := range p.facts {
		if g := &p.facts[i]; g.Subject == f.Subject && g.Object == f.Object && g.Relation != f.Relation {
			return true
		}
	}
	return false
}

// again adds that the sides meet in the meeting of mention k.
func (p *page) again(entity, k int, best []int, r *rule.Rule, e *rule.Emission) {
	m := &p.set.Mentions[k]
	for _, s := range best {
		f := p.fact(m.Sentence, m.Head, r, e.Relation, p.set.Entities[s].Mentions[0], k)
		f.Modality, f.Date = p.entityModality(entity), p.reading.Entities[entity].Date
		if p.future(f.Date) && f.Modality == schema.Asserted {
			f.Modality = schema.Planned
		}
		f.Score -= 0.25
		p.add(f)
	}
}

// maxSides is the largest number of sides that meet again as they are.
const maxSides = 3

// side returns the entity that a participant stands for: itself, whose the
// delegation is, or where a person holds office; -1 if the rule does not want it.
func (p *page) side(entity int, e *rule.Emission) int {
	if of, ok := p.offices[entity]; ok && e.Allows(p.set.Mentions[of].Type, mention.Meeting) && p.set.Mentions[of].Type == mention.Country {
		return p.set.Mentions[of].Entity
	}
	if e.Allows(p.reading.Entities[entity].Type, mention.Meeting) && p.reading.Entities[entity].Type != mention.Delegation {
		return entity
	}
	for _, k := range p.set.Entities[entity].Mentions {
		if of := p.set.Mentions[k].Of; of >= 0 && p.set.Mentions[of].Entity >= 0 && e.Allows(p.set.Mentions[of].Type, mention.Meeting) {
			return p.set.Mentions[of].Entity
		}
	}
	return -1
}

// A bond is a relation that an entity is the subject of.
type bond struct {
	entity   int
	relation string
}

// called reports whether a mention is by a word that the rule names, or, where
// it names none, says whose the thing is.
func (p *page) called(m *mention.Mention, r *rule.Rule) bool {
	if !r.Worded() {
		return m.Of >= 0
	}
	for i := range m.Titles {
		t := &m.Titles[i]
		if t.End > t.First && r.Triggers(p.sentences[m.Sentence].Words[t.End-1].Lemma) && !t.Former {
			return true
		}
	}
	return false
}

func (p *page) held() map[bond]bool {
	held := map[bond]bool{}
	for i := range p.facts {
		held[bond{p.facts[i].Subject, p.facts[i].Relation}] = true
	}
	return held
}

// bridge adds the fact from mention k to what the text spoke of near before it,
// or in its sentence, that the relation may lead to.
func (p *page) bridge(k int, r *rule.Rule, e *rule.Emission) bool {
	m := &p.set.Mentions[k]
	target := p.near(m.Sentence, func(typ string) bool { return e.Allows(m.Type, typ) })
	if target < 0 {
		return false
	}
	f := p.fact(m.Sentence, m.Head, r, e.Relation, k, target)
	f.Modality = p.entityModality(p.set.Mentions[target].Entity)
	if at := &p.set.Mentions[target]; !p.spokenOf(at.Entity) {
		p.status(&f, at.Sentence, at.Head, p.Judge.Of(p.trees[at.Sentence], at.Head), 0)
	}
	f.Score -= 0.2
	p.add(f)
	return true
}

// spokenOf reports whether a fact is about the entity.
func (p *page) spokenOf(entity int) bool {
	return slices.ContainsFunc(p.facts, func(f fact.Fact) bool { return f.Subject == entity || f.Object == entity })
}

// near returns the last mention of a wanted type in sentence i or the few
// before it; what is not yet due, or lies months back, only if nothing else is
// there. It returns -1 if there is none.
func (p *page) near(i int, wants func(typ string) bool) int {
	best, aside := -1, false
	_, end := p.set.In(i)
	for k := end - 1; k >= 0 && p.set.Mentions[k].Sentence >= i-bridgeSentences; k-- {
		m := &p.set.Mentions[k]
		if m.Entity < 0 || !wants(m.Type) || p.nested(m) {
			continue
		}
		if m.Type != mention.Meeting || !p.aside(m.Entity) {
			return k
		}
		if !aside {
			best, aside = k, true
		}
	}
	return best
}

// nested reports whether a mention only says what another of its type is of:
// "the third version of the framework".
func (p *page) nested(m *mention.Mention) bool {
	t := p.trees[m.Sentence]
	if !t.Is(m.Head, "nmod") || t.Case(m.Head) != "of" {
		return false
	}
	for _, k := range p.set.At(m.Sentence, t.Word(m.Head).Head) {
		if p.set.Mentions[k].Type == m.Type {
			return true
		}
	}
	return false
}

// asideDays is how far back a meeting may lie that the news is still about.
const asideDays = 25

// aside reports whether the entity is dated after the day of writing, or long
// before it: not what a report is about.
func (p *page) aside(entity int) bool {
	date := p.reading.Entities[entity].Date
	for i := 0; i < len(p.facts) && date == ""; i++ {
		if f := &p.facts[i]; f.Subject == entity || f.Object == entity {
			date = f.Date
		}
	}
	if date == "" {
		return false
	}
	d, err := when.Parse(date)
	anchor, _ := when.Parse(p.doc.Date)
	return err == nil && !d.IsZero() && !anchor.IsZero() && (d.First > anchor.Last || d.Last < anchor.First-asideDays)
}

// entityModality returns the best that the facts about an entity say of it.
func (p *page) entityModality(entity int) schema.Modality {
	best := schema.Modality(0)
	for i := range p.facts {
		f := &p.facts[i]
		if (f.Subject == entity || f.Object == entity) && (best == 0 || f.Modality < best) {
			best = f.Modality
		}
	}
	if best == 0 || best == schema.Denied {
		return schema.Asserted
	}
	return best
}
