package assemble_test

import (
	"testing"

	"kg/internal/assemble"
	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/schema"
)

// TestOrigins: every edge comes from at least one fact, of its own relation and
// out of one of its sentences, and every sentence of it has one.
func TestOrigins(t *testing.T) {
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	var docs []*source.Document
	var readings []*fact.Reading
	for name, text := range map[string]string{
		"a.txt": "Karl Lund and Ana Gil met in Lima on Monday. She praised Lund. They may meet again. Gil, the foreign minister of Peru, met Lund.",
		"b.txt": "Minister Ana Gil met Karl Lund last week. Gil is Peru's foreign minister. Karl Lund said: “I have met Ana Gil in Lima on Monday.”",
	} {
		doc, err := source.Parse(name, []byte(text), "2024-05-15")
		if err != nil {
			t.Fatal(err)
		}
		docs, readings = append(docs, doc), append(readings, p.Read(doc))
	}
	entities := resolve.Resolve(readings)
	g, err := assemble.GraphWith(sch, docs, readings, entities)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Edges()) < 5 {
		t.Fatalf("only %d edges", len(g.Edges()))
	}
	for i := range g.Edges() {
		e := &g.Edges()[i]
		sentences := map[string]bool{}
		for _, o := range assemble.Origins(sch, readings, entities, e) {
			f := &readings[o.Reading].Facts[o.Fact]
			if f.Relation != e.Relation {
				t.Errorf("%s: a fact of %s", e.Relation, f.Relation)
			}
			sentences[f.Evidence.Span.Of(docs[o.Reading].Text)] = true
		}
		for _, x := range e.Evidence {
			if !sentences[x.Text] {
				t.Errorf("%s -%s-> %s: no fact of %q", e.From, e.Relation, e.To, x.Text)
			}
		}
	}
}
