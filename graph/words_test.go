package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kg/graph"
)

func library(t testing.TB) *graph.Graph {
	nodes := []graph.Node{person("p-a", "Ana Gil", "Gil", "Minister Gil"), person("p-b", "Karl Lund"), person("p-g", "Gilda Ferro"),
		{ID: "s-x", Type: "Statement", Label: "we will …", Text: "We will lift the sanctions"}}
	said := func(from, relation, to, doc string, start int, text string) graph.Edge {
		return with(edge(from, relation, to), func(e *graph.Edge) {
			e.Evidence = []graph.Evidence{{Doc: doc, Start: start, End: start + len(text), Text: text, Rule: "r"}}
		})
	}
	return mustNew(t, nodes, []graph.Edge{
		said("p-a", "met", "p-b", "b.txt", 0, "Ana Gil met Karl Lund to talk about sanctions."),
		said("p-a", "supported", "p-b", "b.txt", 0, "Ana Gil met Karl Lund to talk about sanctions."),
		said("p-b", "met", "p-g", "a.txt", 10, "Lund then met Gilda Ferro over new sanctions, old sanctions and a sanction of his own."),
		said("p-a", "opposed", "p-g", "c.txt", 5, "Gil opposed Müller’s plan for Łódź, one of Ferro’s."),
	})
}

func TestSearch(t *testing.T) {
	g := library(t)
	for _, c := range []struct{ words, want string }{
		{"gil", "p-a c.txt:5 b.txt:0"},
		{"GIL ana", "p-a b.txt:0"},
		{"sanctions", "s-x a.txt:10 b.txt:0"},
		{"sanction", "a.txt:10 s-x b.txt:0"},
		{"muller lodz", "c.txt:5"},
		{"Müller sanctions Lund", "b.txt:0 a.txt:10"}, // nothing has all three
		{"gild", "p-g a.txt:10"},
		{"nowhere", ""},
		{"…", ""},
	} {
		var got []string
		for _, h := range g.Search(c.words, 0) {
			if h.Node != nil {
				got = append(got, h.Node.ID)
			} else {
				got = append(got, fmt.Sprintf("%s:%d", h.Place.Doc, h.Place.Start))
			}
		}
		slices.Sort(got)
		want := strings.Fields(c.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.words, got, c.want)
		}
	}
}

func TestSearchPutsTheBestFirst(t *testing.T) {
	g := library(t)
	for words, want := range map[string]string{"sanction": "a.txt", "opposed plan": "c.txt", "met karl": "b.txt"} {
		if hits := g.Search(words, 1); len(hits) != 1 || hits[0].Place.Doc != want || hits[0].Node != nil {
			t.Errorf("%s: got %+v, want the sentence of %s", words, hits, want)
		}
	}
	if hits := g.Search("ana gil", 0); hits[0].Node == nil || hits[0].Node.ID != "p-a" || hits[0].Place.Doc != "b.txt" {
		t.Errorf("got %+v, want the person of that name first, told of in b.txt", hits[0])
	}
	hits := g.Search("talk", 0)
	if len(hits) != 1 || len(hits[0].Edges) != 2 || hits[0].Edges[0].Relation != "met" {
		t.Errorf("got %+v, want one sentence that states two relations", hits)
	}
}

func FuzzSearch(f *testing.F) {
	g := library(f)
	f.Add("sanctions Gil")
	f.Add("\xff …")
	f.Fuzz(func(t *testing.T, words string) {
		hits := g.Search(words, 3)
		if len(hits) > 3 || !slices.IsSortedFunc(hits, func(a, b graph.Hit) int { return int(b.Score*1e6) - int(a.Score*1e6) }) {
			t.Errorf("%d hits, or not sorted: %v", len(hits), hits)
		}
		for _, h := range hits {
			if h.Score <= 0 || h.Node == nil && len(h.Edges) == 0 {
				t.Errorf("%+v", h)
			}
		}
		if again := g.Search(strings.ToUpper(words)+" "+words, 3); strings.ToValidUTF8(words, "") == words && isASCII(words) && fmt.Sprint(again) != fmt.Sprint(hits) {
			t.Errorf("twice and in capitals: %v, want %v", again, hits)
		}
	})
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 127 })
}
