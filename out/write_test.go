package out

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

// TestMappingsAreWhole: every type and relation of the schema has a line in every
// file of mapping/, if only to say that there is nothing for it.
func TestMappingsAreWhole(t *testing.T) {
	org, err1 := schemaOrg()
	ftm, err2 := followTheMoney()
	plover, err3 := ploverTerms()
	_, err4 := groups()
	for _, err := range []error{err1, err2, err3, err4} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	types, relations := namesOf(s)
	lacks(t, "schemaorg.yaml", org, types, relations)
	lacks(t, "ftm.yaml", ftm, types, relations)
	lacks(t, "plover.yaml", plover, types, relations)
	err = unknown("x.yaml", "type", map[string]int{"Person": 1, "Ghost": 2}, types)
	if err == nil || err.Error() != "x.yaml: unknown type \"Ghost\"" {
		t.Errorf("faults of a mapping: %v", err)
	}
	terms, _ := ploverTerms()
	for name, r := range terms.Relations {
		for _, event := range []string{r.Asserted, r.Planned} {
			if event != "" && ploverQuad[event] == "" {
				t.Errorf("plover.yaml: %s: %q is no event type", name, event)
			}
		}
	}
}

func lacks[T, R any](t *testing.T, file string, m *mapping[T, R], types, relations []string) {
	t.Helper()
	for _, name := range types {
		if _, ok := m.Types[name]; !ok {
			t.Errorf("mapping/%s: no type %s", file, name)
		}
	}
	for _, name := range relations {
		if _, ok := m.Relations[name]; !ok {
			t.Errorf("mapping/%s: no relation %s", file, name)
		}
	}
}

func TestDays(t *testing.T) {
	for date, want := range map[string]string{
		"2024": "2024-01-01 2024-12-31", "2024-02": "2024-02-01 2024-02-29", "2023-02": "2023-02-01 2023-02-28", "2024-02-03": "2024-02-03 2024-02-03",
		"2024-02-03/2024-02-05": "2024-02-03 2024-02-05", "2023/2024-04": "2023-01-01 2024-04-30",
	} {
		first, last := days(date)
		if got := first + " " + last; got != want {
			t.Errorf("days of %s: %s, want %s", date, got, want)
		}
	}
}

func TestNoteNames(t *testing.T) {
	node := func(id, label string) graph.Node { return graph.Node{ID: id, Type: "Person", Label: label} }
	names := noteNames([]graph.Node{node("1", "Ana Gil"), node("2", "ANA GIL"), node("3", "a/b: c?"), node("4", "con"), node("5", "..."), node("6", strings.Repeat("é", 100)),
		node("7", strings.Repeat("é", 101)), node("8", "Ana Gil (1)"), node("9", "Con.txt")})
	for id, want := range map[string]string{
		"1": "Person/Ana Gil (1)", "2": "Person/ANA GIL (2)", "3": "Person/a-b- c-", "4": "Person/_con", "5": "Person/_",
		"6": "Person/" + strings.Repeat("é", 60) + " (6)", "7": "Person/" + strings.Repeat("é", 60) + " (7)", "8": "Person/Ana Gil (1) (2)", "9": "Person/_Con.txt",
	} {
		if names[id] != want {
			t.Errorf("note of %s: %q, want %q", id, names[id], want)
		}
	}
}

// TestFolded: edges of one kind become one, with the dates and the weight of all.
func TestFolded(t *testing.T) {
	var got []string
	for f, err := range foldedEdges(talks(t)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(f.From, " ", f.Relation, " ", join(f.dates), " ", len(f.Evidence)))
	}
	if len(got) != 7 || !strings.Contains(strings.Join(got, "\n"), "p-ada-novak met 2025-12-03|2025-12-09 2") {
		t.Errorf("folded edges\n%s", strings.Join(got, "\n"))
	}
}

// TestKindsApart: Gephi takes edges of one kind between two nodes for one, so
// that no two have the same.
func TestKindsApart(t *testing.T) {
	edge := func(m schema.Modality) graph.Edge {
		return graph.Edge{From: "p-a", To: "p-b", Relation: "met", Modality: m, Confidence: 1, Evidence: []graph.Evidence{{Doc: "d", End: 1, Text: "x"}}}
	}
	g, err := graph.New([]graph.Node{{ID: "p-a", Type: "Person", Label: "A"}, {ID: "p-b", Type: "Person", Label: "B"}},
		[]graph.Edge{edge(schema.Denied), edge(schema.Asserted), edge(schema.Planned)})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := GraphML(&b, g); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`target="p-b" label="met">`, `target="p-b" label="met (planned)">`, `target="p-b" label="met (denied)">`} {
		if strings.Count(b.String(), want) != 1 {
			t.Errorf("%s is not there once\n%s", want, b.String())
		}
	}
}

// TestLayout: the same graph has the same places, and no two nodes one.
func TestLayout(t *testing.T) {
	a, err1 := layoutOf(talks(t))
	b, err2 := layoutOf(talks(t))
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	seen := map[string]bool{}
	for i := range a.x {
		place := tenth(a.x[i]) + " " + tenth(a.y[i])
		if place != tenth(b.x[i])+" "+tenth(b.y[i]) || seen[place] {
			t.Errorf("node %d at %s", i, place)
		}
		seen[place] = true
	}
}

// A crowd is a source of many edges that are nowhere in memory.
type crowd struct {
	relations    *schema.Schema
	nodes, edges int
}

func (c crowd) NodeSeq() iter.Seq2[*graph.Node, error] {
	return func(yield func(*graph.Node, error) bool) {
		for i := range c.nodes {
			if !yield(&graph.Node{ID: fmt.Sprintf("p-%07d", i), Type: "Person", Label: fmt.Sprint("Person ", i)}, nil) {
				return
			}
		}
	}
}

func (c crowd) EdgeSeq() iter.Seq2[*graph.Edge, error] {
	return func(yield func(*graph.Edge, error) bool) {
		text := "One met the other & said “so”."
		for i := range c.edges {
			e := graph.Edge{ID: fmt.Sprint("e-", i), From: fmt.Sprintf("p-%07d", i%c.nodes), To: fmt.Sprintf("p-%07d", i*7%c.nodes), Relation: "met", Modality: schema.Asserted, Confidence: 0.5,
				Evidence: []graph.Evidence{{Doc: "a.txt", End: len(text), Text: text}}}
			if !yield(&e, nil) {
				return
			}
		}
	}
}

func (c crowd) Schema() *schema.Schema { return c.relations }

// BenchmarkWrite writes 10,000 edges in each format that streams.
func BenchmarkWrite(b *testing.B) {
	s, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"graphml", "json", "gexf", "csv", "cypher", "cyjs", "jsonld", "nq", "ftm"} {
		f, _ := Lookup(name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n := &counter{}
				if err := f.Write(n, crowd{s, 2000, 10000}, Options{}); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(n.bytes)
			}
		})
	}
}

type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return io.Discard.Write(p)
}
