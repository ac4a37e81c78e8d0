package extract

import (
	"slices"

	"kg/internal/fact"
	"kg/schema"
)

// A claim is what a fact says apart from how it holds, and where.
type claim struct {
	relation        string
	subject, object int
	sentence        int // the first byte
}

// uncontradicted drops the facts that a sentence denies by one rule and states
// by another: what refuses a thing knows more than what only sees the two
// together ("she cancelled her speech at the summit").
func (p *page) uncontradicted() {
	denied := map[claim]bool{}
	for i := range p.facts {
		if f := &p.facts[i]; f.Modality == schema.Denied {
			denied[claimOf(f)] = true
		}
	}
	p.facts = slices.DeleteFunc(p.facts, func(f fact.Fact) bool {
		return f.Modality != schema.Denied && denied[claimOf(&f)]
	})
}

func claimOf(f *fact.Fact) claim {
	return claim{f.Relation, f.Subject, f.Object, f.Evidence.Span.Start}
}
