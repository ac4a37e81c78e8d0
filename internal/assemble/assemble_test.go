package assemble_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/assemble"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/text"
	"kg/schema"
)

// A told is a fact of a test document, between the entities of a fixed cast.
type told struct {
	relation  string
	from, to  int
	date      string
	score     float64
	modality  schema.Modality
	claimedBy int
}

var cast = []fact.Entity{
	{Type: "Person", Name: "Ana Gil", Aliases: []string{"Ana Gil", "Gil"}},
	{Type: "Person", Name: "Karl Lund", Aliases: []string{"Karl Lund", "Lund"}},
	{Type: "Country", Name: "Chile", Aliases: []string{"Chile"}, Key: "country:CL"},
	{Type: "Country", Name: "Peru", Aliases: []string{"Peru"}, Key: "country:PE"},
}

func document(name string, facts ...told) (*source.Document, *fact.Reading) {
	doc := &source.Document{Name: name, Text: "Ana Gil of Chile met Karl Lund of Peru.", Date: "2025-03-14"}
	r := &fact.Reading{Doc: name, Date: doc.Date, Entities: cast}
	for _, f := range facts {
		r.Facts = append(r.Facts, fact.Fact{
			Relation: f.relation, Subject: f.from, Object: f.to, Date: f.date, Score: f.score, Modality: max(f.modality, schema.Asserted), Claimed: f.claimedBy - 1,
			Evidence: fact.Evidence{Span: text.Span{Start: 0, End: len(doc.Text)}, Rule: "test"},
		})
	}
	return doc, r
}

func edges(t *testing.T, docs []*source.Document, readings []*fact.Reading) []string {
	t.Helper()
	g, err := assemble.Graph(docs, readings, resolve.Resolve(readings))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range g.Edges() {
		out = append(out, fmt.Sprintf("%s %s %s %s %s %d", label(g, e.From), e.Relation, label(g, e.To), e.Modality, e.Date, len(e.Evidence)))
	}
	return out
}

func label(g *graph.Graph, id string) string {
	n, _ := g.Node(id)
	return n.Label
}

func TestGraph(t *testing.T) {
	for _, c := range []struct {
		name  string
		facts []told
		want  []string
	}{
		{"a vague date takes a finer one", []told{{relation: "met", to: 1, from: 0, score: 0.9}, {relation: "met", from: 0, to: 1, date: "2025-03", score: 0.9}, {relation: "met", from: 0, to: 1, date: "2025-03-12", score: 0.9}},
			[]string{"Ana Gil met Karl Lund asserted 2025-03-12 1"}},
		{"two days are two edges", []told{{relation: "met", from: 0, to: 1, date: "2025-03-10", score: 0.9}, {relation: "met", from: 0, to: 1, date: "2025-03-12", score: 0.9}},
			[]string{"Ana Gil met Karl Lund asserted 2025-03-10 1", "Ana Gil met Karl Lund asserted 2025-03-12 1"}},
		{"planned is not asserted", []told{{relation: "met", from: 0, to: 1, score: 0.9, modality: schema.Planned}, {relation: "met", from: 0, to: 1, score: 0.9}},
			[]string{"Ana Gil met Karl Lund asserted  1", "Ana Gil met Karl Lund planned  1"}},
		{"the implied gives way to the stated", []told{{relation: "holds_role", from: 0, to: 2, score: 0.4}, {relation: "holds_role", from: 0, to: 3, score: 0.9}},
			[]string{"Ana Gil holds_role Peru asserted  1"}},
		{"the implied stands alone", []told{{relation: "holds_role", from: 0, to: 2, score: 0.4}},
			[]string{"Ana Gil holds_role Chile asserted  1"}},
	} {
		doc, r := document("a.txt", c.facts...)
		got := edges(t, []*source.Document{doc}, []*fact.Reading{r})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestOrder shows that the order of the documents is of no matter.
func TestOrder(t *testing.T) {
	docA, a := document("a.txt", told{relation: "met", from: 0, to: 1, score: 0.9})
	docB, b := document("b.txt", told{relation: "met", from: 1, to: 0, date: "2025-03-12", score: 0.8}, told{relation: "represents", from: 0, to: 2, score: 0.9})
	one := edges(t, []*source.Document{docA, docB}, []*fact.Reading{a, b})
	two := edges(t, []*source.Document{docB, docA}, []*fact.Reading{b, a})
	if !slices.Equal(one, two) {
		t.Errorf("\n%s\nin the other order\n%s", strings.Join(one, "\n"), strings.Join(two, "\n"))
	}
	if len(one) != 2 {
		t.Errorf("%d edges, want 2: %q", len(one), one)
	}
}
