package rule

import (
	"maps"
	"slices"
	"strings"
)

// Lemmas returns the lemmas that set the rule off, sorted; none if a type, a
// title, a quotation or what was spoken of before does.
func (r *Rule) Lemmas() []string { return slices.Sorted(maps.Keys(r.lemmas)) }

// Trigger says in words what sets the rule off: "VERB meet, see", "a Meeting".
func (r *Rule) Trigger() string {
	var parts []string
	put := func(what string, set map[string]bool) {
		if len(set) > 0 {
			parts = append(parts, what+strings.Join(slices.Sorted(maps.Keys(set)), ", "))
		}
	}
	put("", r.tags)
	put("", r.lemmas)
	put("a ", r.types)
	put("title ", r.titles)
	put("quotation ", r.quotes)
	put("unsaid of a ", r.bridges)
	put("owned ", r.owners)
	put("through ", r.through)
	return strings.Join(parts, " ")
}

// Relations returns the relations that the rule gives, each once, in its order.
func (r *Rule) Relations() []string {
	var out []string
	for i := range r.Emit {
		if name := r.Emit[i].Relation; !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
