package schema

import (
	"fmt"
	"slices"
	"strings"
)

// A Path is a chain of relations from one entity to another.
type Path []Step

// A Step walks one edge of a relation, from subject to object or backwards.
type Step struct {
	Relation string
	Back     bool   // from object to subject
	Type     string // of the entity where it ends; empty if any will do
}

// String returns p in the notation of relations.yaml: "member_of(Delegation)/met".
func (p Path) String() string {
	steps := make([]string, len(p))
	for i, s := range p {
		steps[i] = s.Relation
		if s.Back {
			steps[i] = "^" + steps[i]
		}
		if s.Type != "" {
			steps[i] += "(" + s.Type + ")"
		}
	}
	return strings.Join(steps, "/")
}

func parsePath(text string) Path {
	var p Path
	for step := range strings.SplitSeq(text, "/") {
		name, back := strings.CutPrefix(step, "^")
		name, typ, _ := strings.Cut(strings.TrimSuffix(name, ")"), "(")
		p = append(p, Step{Relation: name, Back: back, Type: typ})
	}
	return p
}

// checkPath returns an error if p names an unknown relation or if no chain of
// entity types can follow it from a subject of r to an object of r.
func (s *Schema) checkPath(r *Relation, p Path) error {
	at := r.From
	for _, step := range p {
		i, ok := s.relAt[step.Relation]
		if !ok {
			return fmt.Errorf("unknown relation %q", step.Relation)
		}
		from, to := s.relations[i].From, s.relations[i].To
		if step.Back {
			from, to = to, from
		}
		if !overlap(at, from) {
			return fmt.Errorf("no entity type can take the step %q", step.Relation)
		}
		if step.Type != "" && !slices.Contains(to, step.Type) {
			return fmt.Errorf("the step %q does not end at a %s", step.Relation, step.Type)
		}
		if at = to; step.Type != "" {
			at = []string{step.Type}
		}
	}
	if !overlap(at, r.To) {
		return fmt.Errorf("does not end at an object of the relation")
	}
	return nil
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
