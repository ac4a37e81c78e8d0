package explain

import (
	"kg/internal/fact"
	"kg/internal/source"
	"kg/internal/text"
)

// end explains one end of a fact: an entity and the words by which the fact
// speaks of it.
func end(doc *source.Document, r *fact.Reading, entity int, span text.Span) End {
	x := &r.Entities[entity]
	e := End{Name: x.Name, Type: x.Type, Words: words(doc, span), Chain: []Words{}}
	at := -1
	for k := range r.Mentions {
		if m := &r.Mentions[k]; m.Entity == entity && m.Span == span {
			at = k
			break
		}
	}
	if at < 0 || e.Words.Text == x.Name {
		return e
	}
	for _, k := range chain(doc, r, at) {
		e.Chain = append(e.Chain, words(doc, r.Mentions[k].Span))
	}
	return e
}

// chain returns the mentions by which a reader knows whom mention at means: from
// a pronoun or a bare description back to the last name, and from a short name
// to the full one. What is only named later ends the chain where nothing before
// will do.
func chain(doc *source.Document, r *fact.Reading, at int) []int {
	var out []int
	last := at
	if r.Mentions[at].Pronoun {
		for k := at - 1; k >= 0 && r.Mentions[last].Pronoun; k-- {
			if follows(doc, r, k, last) {
				out, last = append(out, k), k
			}
		}
	}
	name := r.Entities[r.Mentions[at].Entity].Name
	if r.Mentions[last].Span.Of(doc.Text) == name {
		return out
	}
	for k := range r.Mentions { // the first of the full name, wherever it stands
		if m := &r.Mentions[k]; m.Entity == r.Mentions[at].Entity && m.Span.Of(doc.Text) == name {
			return append(out, k)
		}
	}
	if r.Mentions[last].Pronoun {
		for k := at + 1; k < len(r.Mentions); k++ {
			if m := &r.Mentions[k]; m.Entity == r.Mentions[at].Entity && !m.Pronoun {
				return append(out, k)
			}
		}
	}
	return out
}

// follows reports whether mention k is an earlier link of the chain that ends at
// last: of the same entity, and by other words, or a name.
func follows(doc *source.Document, r *fact.Reading, k, last int) bool {
	a, b := &r.Mentions[k], &r.Mentions[last]
	return a.Entity == b.Entity && a.Span != b.Span && (!a.Pronoun || a.Span.Of(doc.Text) != b.Span.Of(doc.Text))
}
