package query

import "strings"

// spellOut says the arrow form as MATCH and RETURN do: a term becomes a node,
// an arrow a relation. What is returned, if nothing else is said, is every
// variable, or the path if there is none, each answer once.
func (a *arrowSyntax) spellOut() *syntax {
	c := &clause{Where: a.Where}
	for _, chain := range a.Chains {
		c.Pos = chain.First.Pos
		c.Patterns = append(c.Patterns, chain.spellOut())
	}
	out := &syntax{Clauses: []*clause{c}, Return: a.Return}
	if out.Return == nil {
		out.Return = &returns{All: true, Distinct: true, Tail: a.Tail}
	}
	return out
}

func (a *arrowChain) spellOut() *pattern {
	c := &chain{First: a.First.spellOut()}
	for _, l := range a.Links {
		rel := &relSyntax{Pos: l.Arrow.Pos, Left: l.Arrow.Left, Right: l.Arrow.Right, Body: &relBody{Types: l.Arrow.Types, Hops: l.Arrow.Hops}}
		c.Links = append(c.Links, &link{rel, l.Term.spellOut()})
	}
	return &pattern{Pos: a.First.Pos, Chain: c}
}

func (t *term) spellOut() *nodeSyntax {
	n := &nodeSyntax{Pos: t.Pos, Var: t.Var, Types: t.Types}
	if t.Name != nil {
		n.Props = []*property{{Pos: t.Pos, Name: propertyName, Value: &literal{Pos: t.Pos, String: t.Name}}}
	}
	return n
}

// variable is the name of a variable without the mark of the arrow form.
func variable(name string) string { return strings.TrimPrefix(name, "?") }
