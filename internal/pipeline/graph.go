package pipeline

import (
	"fmt"

	"kg/graph"
	"kg/internal/assemble"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/spool"
	"kg/schema"
)

// Graph returns the graph of what was read from documents by the schema. The
// readings are those of the documents, in the same order; the graph does not
// depend on that order. The error tells of a fact that the schema forbids.
func Graph(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading) (*graph.Graph, error) {
	g, _, err := Corrected(sch, docs, readings, nil)
	return g, err
}

// Corrected returns the graph as a person has corrected it, and a message for
// each correction that does not apply to these documents.
func Corrected(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading, c *correct.Corrections) (*graph.Graph, []string, error) {
	entities, idle := Entities(readings, c)
	g, more, err := assemble.Corrected(sch, docs, readings, entities, c)
	return g, append(idle, more...), err
}

// Entities returns the entities of the documents as a person has corrected
// them, and a message for each correction of an entity that does not apply.
func Entities(readings []*fact.Reading, c *correct.Corrections) (*resolve.Result, []string) {
	g := resolve.NewGatherer(&spool.Spool{})
	docs := make([]string, len(readings))
	for i, r := range readings {
		docs[i] = r.Doc
		g.Add(r)
	}
	res, idle, _ := corrected(g, docs, c) // what is in memory can be read
	return res, idle
}

// corrected returns the entities that were gathered from documents of these
// names as a person has corrected them, and a message for each correction of an
// entity that does not apply.
func corrected(g *resolve.Gatherer, docs []string, c *correct.Corrections) (*resolve.Result, []string, error) {
	if c.Empty() {
		res, err := g.Resolve(resolve.Judged{})
		return res, nil, err
	}
	res, err := g.Resolve(resolve.Judged{Same: judged(c.Same), Different: judged(c.Different)})
	if err != nil {
		return nil, nil, err
	}
	var idle []string
	for _, i := range res.IdleSame {
		idle = append(idle, idles(&c.Same[i], "the same"))
	}
	for _, i := range res.IdleDifferent {
		idle = append(idle, idles(&c.Different[i], "different"))
	}
	return res, append(idle, assemble.Amend(docs, res, c)...), nil
}

func judged(pairs []correct.Pair) []resolve.Pair {
	out := make([]resolve.Pair, len(pairs))
	for i, p := range pairs {
		out[i] = resolve.Pair{A: resolve.Ref(p.A), B: resolve.Ref(p.B)}
	}
	return out
}

func idles(p *correct.Pair, what string) string {
	return fmt.Sprintf("%s: no longer applies: no two things called %s and %s are to be %s", p.Place, p.A, p.B, what)
}

// Origins returns the look-up of the facts behind an edge of the corrected
// graph of these readings.
func Origins(sch *schema.Schema, readings []*fact.Reading, c *correct.Corrections) func(e *graph.Edge) []assemble.Origin {
	entities, _ := Entities(readings, c)
	return func(e *graph.Edge) []assemble.Origin { return assemble.Origins(sch, readings, entities, e) }
}
