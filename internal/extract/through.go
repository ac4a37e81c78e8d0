package extract

import (
	"kg/internal/fact"
	"kg/internal/rule"
	"kg/schema"
)

// through adds what somebody does through another who acts for him, as the
// rules ask: where a delegation takes part, so does the state that it stands
// for. The evidence is that of what the other does.
func (p *page) through() {
	known := len(p.facts)
	for i := range known {
		tie := &p.facts[i]
		if tie.Modality == schema.Denied {
			continue
		}
		for _, r := range p.Rules.Through(tie.Relation, p.reading.Entities[tie.Subject].Type) {
			for k := range r.Emit {
				p.onBehalf(p.facts[:known], tie.Subject, tie.Object, r, &r.Emit[k])
			}
		}
	}
}

// onBehalf adds for the principal the facts of the emission's relation that are
// known of the agent, unless the same is known of the principal.
func (p *page) onBehalf(known []fact.Fact, agent, principal int, r *rule.Rule, e *rule.Emission) {
	for i := range known {
		f := known[i]
		if f.Subject != agent || f.Relation != e.Relation || !e.Allows(p.reading.Entities[principal].Type, p.reading.Entities[f.Object].Type) || p.says(principal, e.Relation, f.Object) {
			continue
		}
		f.Subject, f.Evidence.Rule = principal, r.Name
		f.Score -= 0.1
		p.add(f)
	}
}

// says reports whether a fact ties the two by the relation.
func (p *page) says(subject int, relation string, object int) bool {
	for i := range p.facts {
		if f := &p.facts[i]; f.Subject == subject && f.Object == object && f.Relation == relation {
			return true
		}
	}
	return false
}
