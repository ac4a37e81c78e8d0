package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

func TestDiff(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B"), person("p-c", "C")}
	dated := func(date string) graph.Edge {
		return with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Date = date })
	}
	planned := func(e graph.Edge) graph.Edge {
		return with(e, func(e *graph.Edge) { e.Modality = schema.Planned })
	}
	elsewhere := func(e graph.Edge) graph.Edge {
		return with(e, func(e *graph.Edge) {
			e.Evidence = append(slices.Clone(e.Evidence), graph.Evidence{Doc: "b.txt", Start: 3, End: 4, Text: "x"})
		})
	}
	for _, c := range []struct {
		name    string
		was, is []graph.Edge
		want    string
	}{
		{"nothing", []graph.Edge{dated("2025-03-02")}, []graph.Edge{dated("2025-03-02")}, ""},
		{"came", nil, []graph.Edge{dated("2025-03-02")}, "added"},
		{"went", []graph.Edge{dated("2025-03-02")}, nil, "removed"},
		{"status", []graph.Edge{planned(dated("2025-03-02"))}, []graph.Edge{dated("2025-03-02")}, "status"},
		{"date", []graph.Edge{dated("2025-03")}, []graph.Edge{dated("2025-03-02")}, "date"},
		{"evidence", []graph.Edge{dated("2025")}, []graph.Edge{elsewhere(dated("2025"))}, "evidence"},
		{"all", []graph.Edge{planned(dated("2025"))}, []graph.Edge{elsewhere(dated("2026"))}, "status+date+evidence"},
		{"the like of two", []graph.Edge{planned(dated("2025")), dated("2026")}, []graph.Edge{dated("2026")}, "removed"},
		{"another direction", []graph.Edge{edge("p-a", "supported", "p-c")}, []graph.Edge{edge("p-c", "supported", "p-a")}, "removed added"},
	} {
		got := ""
		for _, d := range graph.Diff(mustNew(t, nodes, c.was), mustNew(t, nodes, c.is)) {
			got += " " + strings.Join(d.What(), "+")
		}
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	renamed := mustNew(t, []graph.Node{person("p-a", "A"), person("p-b", "Bo"), person("p-d", "D")}, nil)
	var got []string
	for _, d := range graph.Diff(mustNew(t, nodes, nil), renamed) {
		got = append(got, strings.Join(d.What(), "+"))
	}
	if want := "[label removed added]"; fmt.Sprint(got) != want {
		t.Errorf("nodes: got %v, want %s", got, want)
	}
}

// TestDiffTurnsOneGraphIntoTheOther applies what Diff says and compares.
func TestDiffTurnsOneGraphIntoTheOther(t *testing.T) {
	for seed := range uint64(100) {
		rng := rand.New(rand.NewPCG(seed, 2))
		a, b := random(rng, 2+rng.IntN(6), rng.IntN(20)), random(rng, 2+rng.IntN(6), rng.IntN(20))
		if d := graph.Diff(a, a); len(d) > 0 {
			t.Fatalf("seed %d: a graph differs from itself: %v", seed, d)
		}
		nodes, edges := slices.Clone(a.Nodes()), slices.Clone(a.Edges())
		for _, c := range graph.Diff(a, b) {
			if c.WasNode != nil {
				nodes = slices.DeleteFunc(nodes, func(n graph.Node) bool { return n.ID == c.WasNode.ID })
			}
			if c.IsNode != nil {
				nodes = append(nodes, *c.IsNode)
			}
			if c.Was != nil {
				edges = slices.DeleteFunc(edges, func(e graph.Edge) bool { return e.ID == c.Was.ID })
			}
		}
		for _, c := range graph.Diff(a, b) {
			if c.Is != nil {
				edges = append(edges, *c.Is)
			}
		}
		made := mustNew(t, nodes, edges)
		if fmt.Sprint(made.Nodes()) != fmt.Sprint(b.Nodes()) || fmt.Sprint(made.Edges()) != fmt.Sprint(b.Edges()) {
			t.Fatalf("seed %d: got %v %v, want %v %v", seed, made.Nodes(), made.Edges(), b.Nodes(), b.Edges())
		}
	}
}
