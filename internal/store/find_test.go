package store_test

import (
	"database/sql"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/store"
	"kg/schema"
)

// library is a graph of four sentences, one of which states two relations.
func library(t testing.TB) *graph.Graph {
	t.Helper()
	said := func(from, relation, to, doc string, start int, text string) graph.Edge {
		return graph.Edge{From: from, Relation: relation, To: to, Modality: schema.Asserted, Confidence: 0.5, Rule: "r",
			Evidence: []graph.Evidence{{Doc: doc, Start: start, End: start + len(text), Text: text, Rule: "r"}}}
	}
	g, err := graph.New([]graph.Node{
		{ID: "p-a", Type: "Person", Label: "Ana Gil", Aliases: []string{"Gil", "Minister Gil"}}, {ID: "p-b", Type: "Person", Label: "Karl Lund"},
		{ID: "p-g", Type: "Person", Label: "Gilda Ferro"}, {ID: "s-x", Type: "Statement", Label: "we will …", Text: "We will lift the sanctions"},
	}, []graph.Edge{
		said("p-a", "met", "p-b", "b.txt", 0, "Ana Gil met Karl Lund to talk about sanctions."),
		said("p-a", "supported", "p-b", "b.txt", 0, "Ana Gil met Karl Lund to talk about sanctions."),
		said("p-b", "met", "p-g", "a.txt", 10, "Lund then met Gilda Ferro over new sanctions, old sanctions and a sanction of his own."),
		said("p-a", "opposed", "p-g", "c.txt", 5, "Gil opposed Müller’s plan for Łódź, one of Ferro’s."),
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func placed(hits []store.Hit) []string {
	var out []string
	for _, h := range hits {
		if h.Node != nil {
			out = append(out, h.Node.ID)
		} else {
			out = append(out, fmt.Sprintf("%s:%d", h.Place.Doc, h.Place.Start))
		}
	}
	return out
}

func TestSearch(t *testing.T) {
	g := library(t)
	v := saved(t, filepath.Join(t.TempDir(), "graph.kg"), g)
	for _, c := range []struct{ words, want string }{
		{"gil", "p-a c.txt:5 b.txt:0"}, // too short to stand for Gilda
		{"gil*", "p-a p-g c.txt:5 b.txt:0 a.txt:10"},
		{"GIL ana", "p-a b.txt:0"},
		{`"gil ana"`, ""},
		{`"Ana Gil"`, "p-a b.txt:0"},
		{`"minister gil"`, "p-a"},
		{`"talk about" lund`, "b.txt:0"},
		{"sanctions", "s-x a.txt:10 b.txt:0"},
		{"sanction", "s-x a.txt:10 b.txt:0"},
		{`"sanction"`, "a.txt:10"}, // between quotes the word itself
		{"muller lodz", "c.txt:5"},
		{"Müller sanctions Lund", "b.txt:0 a.txt:10"}, // nothing has all three
		{"gild", "p-g a.txt:10"},
		{"nowhere", ""}, {"…", ""}, {"", ""}, {`"`, ""}, {`" " *`, ""}, {"AND", "a.txt:10"}, {"names:gil", ""},
	} {
		_, hits, err := v.Search(t.Context(), store.ParseTerms(c.words), 10)
		_, inMemory, err2 := store.SearchGraph(t.Context(), g, store.ParseTerms(c.words), 10)
		if err != nil || err2 != nil {
			t.Fatalf("%s: %v, %v", c.words, err, err2)
		}
		_, unindexed, err := store.Scanned(v, t.Context(), store.ParseTerms(c.words), 10)
		if a, b := slices.Sorted(slices.Values(placed(unindexed))), slices.Sorted(slices.Values(placed(hits))); err != nil || !slices.Equal(a, b) {
			t.Errorf("%s: without an index %q, %v, with it %q", c.words, a, err, b)
		}
		got := placed(hits)
		if again := placed(inMemory); !slices.Equal(got, again) {
			t.Errorf("%s: in the file %q, in memory %q", c.words, got, again)
		}
		want := strings.Fields(c.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.words, got, want)
		}
	}
}

// TestSearchWithoutAnIndex: a file that another program changed is read whole.
func TestSearchWithoutAnIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	saved(t, path, library(t))
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("DROP TABLE words; UPDATE nodes SET label = 'Ina Gil' WHERE id = 'p-a'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, hits, err := ask(t, path).Search(t.Context(), store.ParseTerms("ina"), 5); err != nil || !slices.Equal(placed(hits), []string{"p-a"}) {
		t.Errorf("got %v, %v", placed(hits), err)
	}
}

func TestSearchPutsTheBestFirst(t *testing.T) {
	v := saved(t, filepath.Join(t.TempDir(), "graph.kg"), library(t))
	for words, want := range map[string]string{"lund sanction": "a.txt:10", "opposed plan": "c.txt:5", "met karl": "b.txt:0", "ana gil": "p-a"} {
		part, hits, err := v.Search(t.Context(), store.ParseTerms(words), 1)
		if err != nil || len(hits) != 1 || placed(hits)[0] != want {
			t.Errorf("%s: got %v, %v, want %s", words, placed(hits), err, want)
		}
		for _, h := range hits {
			for _, e := range h.Edges {
				if len(part.EdgesBetween(e.From, e.To)) == 0 {
					t.Errorf("%s: the part of the graph has no %s", words, e.ID)
				}
			}
		}
	}
	_, hits, err := v.Search(t.Context(), store.ParseTerms("talk"), 5)
	if err != nil || len(hits) != 1 || len(hits[0].Edges) != 2 || hits[0].Edges[0].Relation != "met" {
		t.Errorf("got %+v, %v, want one sentence that states two relations", hits, err)
	}
	if _, hits, err = v.Search(t.Context(), store.ParseTerms("minister"), 5); err != nil || len(hits) != 1 || hits[0].Relations != 3 || hits[0].Place.Doc != "b.txt" {
		t.Errorf("got %+v, %v", hits, err)
	}
}

func FuzzSearch(f *testing.F) {
	v := saved(f, filepath.Join(f.TempDir(), "graph.kg"), library(f))
	for _, words := range []string{"sanctions Gil", "\xff …", `"a b" c* "`, "NEAR(gil, 2)", "gil OR", "-gil ^gil {names}: x", "ﬀ 数 𞤀", strings.Repeat("gil lund ", 300)} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		_, hits, err := v.Search(t.Context(), store.ParseTerms(words), 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) > 3 || !slices.IsSortedFunc(hits, func(a, b store.Hit) int { return int(math.Round(1e6*b.Score)) - int(math.Round(1e6*a.Score)) }) {
			t.Errorf("%d hits, or not sorted: %v", len(hits), hits)
		}
		_, again, err := v.Search(t.Context(), store.ParseTerms(strings.ToLower(words)+" "), 3)
		if isASCII(words) && (err != nil || !slices.Equal(placed(again), placed(hits))) {
			t.Errorf("in small letters: %v, %v, want %v", placed(again), err, placed(hits))
		}
	})
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 127 })
}
