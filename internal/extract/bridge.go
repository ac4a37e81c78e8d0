package extract

import (
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
		if m.Entity < 0 || m.Of < 0 || m.Kind == mention.Pronoun {
			continue
		}
		for _, r := range p.Rules.Bridges(m.Type) {
			for i := range r.Emit {
				e := &r.Emit[i]
				key := bond{m.Entity, e.Relation}
				if !held[key] && p.bridge(k, r, e) {
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

// A bond is a relation that an entity is the subject of.
type bond struct {
	entity   int
	relation string
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
	f.Score -= 0.2
	p.add(f)
	return true
}

// near returns the last mention of a wanted type in sentence i or the few
// before it; what is not yet due, or lies months back, only if nothing else is
// there. It returns -1 if there is none.
func (p *page) near(i int, wants func(typ string) bool) int {
	best, aside := -1, false
	_, end := p.set.In(i)
	for k := end - 1; k >= 0 && p.set.Mentions[k].Sentence >= i-bridgeSentences; k-- {
		m := &p.set.Mentions[k]
		if m.Entity < 0 || !wants(m.Type) {
			continue
		}
		if !p.aside(m.Entity) {
			return k
		}
		if !aside {
			best, aside = k, true
		}
	}
	return best
}

// asideDays is how far back a meeting may lie that the news is still about.
const asideDays = 25

// aside reports whether the entity is dated after the day of writing, or long
// before it: not what a report is about.
func (p *page) aside(entity int) bool {
	date := p.reading.Entities[entity].Date
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
