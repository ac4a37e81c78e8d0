package extract

import (
	"slices"

	"kg/internal/fact"
	"kg/internal/rule"
	"kg/schema"
)

// A loose fact holds only beside others: "Chilean officials" stand for Chile
// where they meet somebody, not wherever they are mentioned.
type loose struct {
	fact fact.Fact
	with []string // relations of which the subject must have one
}

// loosely keeps a fact, or keeps it for later where the rule wants others
// beside it.
func (p *page) loosely(e *rule.Emission, f fact.Fact) {
	if e.With == nil {
		p.add(f)
		return
	}
	p.loose = append(p.loose, loose{f, e.With})
}

// tighten adds the loose facts that have others beside them.
func (p *page) tighten() {
	for _, l := range p.loose {
		if slices.ContainsFunc(p.facts, func(f fact.Fact) bool {
			return f.Subject == l.fact.Subject && f.Modality != schema.Denied && slices.Contains(l.with, f.Relation)
		}) {
			p.add(l.fact)
		}
	}
}
