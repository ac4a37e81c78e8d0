package extract

import (
	"kg/internal/mention"
	"kg/internal/rule"
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
		_, end := p.set.In(i - 1)
		for k := end - 1; k >= 0 && p.set.Mentions[k].Sentence >= i-bridgeSentences; k-- {
			if m := &p.set.Mentions[k]; m.Entity >= 0 && types[m.Type] {
				return []rule.Argument{{Mention: k, Type: m.Type}}
			}
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

// bridge adds the fact from mention k to the last mention before it, or in its
// sentence, that the relation may lead to.
func (p *page) bridge(k int, r *rule.Rule, e *rule.Emission) bool {
	m := &p.set.Mentions[k]
	target := -1
	for j := range p.set.Mentions {
		o := &p.set.Mentions[j]
		if o.Sentence > m.Sentence {
			break
		}
		if o.Sentence >= m.Sentence-bridgeSentences && o.Entity >= 0 && e.Allows(m.Type, o.Type) {
			target = j
		}
	}
	if target < 0 {
		return false
	}
	f := p.fact(m.Sentence, m.Head, r, e.Relation, k, target)
	f.Modality = p.entityModality(p.set.Mentions[target].Entity)
	f.Score -= 0.2
	p.add(f)
	return true
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
