package assemble

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/text"
	"kg/internal/when"
	"kg/schema"
)

// An Origin is a fact that stands behind an edge: Readings[Reading].Facts[Fact].
type Origin struct{ Reading, Fact int }

// Origins returns the facts behind an edge of the graph that GraphWith makes of
// these readings and entities, in their order. Each is evidence that the edge
// holds.
func Origins(sch *schema.Schema, readings []*fact.Reading, entities *resolve.Result, e *graph.Edge) []Origin {
	a := origins{nodesOf(sch, entities), entities.Of}
	var out []Origin
	for d, r := range readings {
		if !slices.ContainsFunc(e.Evidence, func(x graph.Evidence) bool { return x.Doc == r.Doc }) {
			continue
		}
		for i := range r.Facts {
			if a.behind(sch, r, d, &r.Facts[i], e) {
				out = append(out, Origin{d, i})
			}
		}
	}
	return out
}

// origins are the nodes of entities and the entities of the readings'.
type origins struct {
	nodes []graph.Node
	of    [][]int
}

func (a *origins) id(doc, entity int) string { return a.nodes[a.of[doc][entity]].ID }

// behind reports whether fact f of reading d went into the edge.
func (a *origins) behind(sch *schema.Schema, r *fact.Reading, d int, f *fact.Fact, e *graph.Edge) bool {
	if f.Relation != e.Relation || f.Modality != e.Modality || !strings.EqualFold(f.Role, e.Role) || !told(r.Doc, f.Evidence.Span, e) {
		return false
	}
	if f.Date != e.Date {
		wide, _ := when.Parse(f.Date)
		narrow, _ := when.Parse(e.Date)
		if !wide.IsZero() && !wide.Contains(narrow) {
			return false
		}
	}
	from, to := a.id(d, f.Subject), a.id(d, f.Object)
	if rel, ok := sch.Relation(e.Relation); ok && rel.Symmetric && from > to {
		from, to = to, from
	}
	return from == e.From && to == e.To && (f.Claimed < 0) == (e.Claimed == "") && (f.Claimed < 0 || a.id(d, f.Claimed) == e.Claimed)
}

// told reports whether the sentence is evidence of the edge.
func told(doc string, sentence text.Span, e *graph.Edge) bool {
	return slices.ContainsFunc(e.Evidence, func(x graph.Evidence) bool {
		return x.Doc == doc && x.Start == sentence.Start && x.End == sentence.End
	})
}
