package graph_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	lib "github.com/dominikbraun/graph"

	"kg/graph"
	"kg/schema"
)

func person(id, label string, aliases ...string) graph.Node {
	return graph.Node{ID: id, Type: "Person", Label: label, Aliases: aliases}
}

// edge is an asserted edge with one piece of evidence.
func edge(from, relation, to string) graph.Edge {
	text := from + " " + relation + " " + to
	return graph.Edge{From: from, To: to, Relation: relation, Modality: schema.Asserted, Confidence: 0.5, Rule: "r",
		Evidence: []graph.Evidence{{Doc: "a.txt", Start: 0, End: len(text), Text: text, Rule: "r"}}}
}

func with(e graph.Edge, change func(*graph.Edge)) graph.Edge {
	change(&e)
	return e
}

func mustNew(t testing.TB, nodes []graph.Node, edges []graph.Edge) *graph.Graph {
	t.Helper()
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestNewMergesEdgesOfOneKey(t *testing.T) {
	nodes := []graph.Node{person("p-b", "B"), person("p-a", "A")}
	better := with(edge("p-a", "met", "p-b"), func(e *graph.Edge) {
		e.Confidence, e.Rule = 0.9, "s"
		e.Evidence[0].Doc = "b.txt"
	})
	turned := with(edge("p-b", "met", "p-a"), func(e *graph.Edge) { e.Evidence[0].Start, e.Evidence[0].End = 10, 10+len(e.Evidence[0].Text) })
	dated := with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Date = "2025-12-01" })
	g := mustNew(t, nodes, []graph.Edge{dated, edge("p-a", "met", "p-b"), turned, better, edge("p-a", "met", "p-b")})
	if len(g.Edges()) != 2 {
		t.Fatalf("%d edges, want 2: %v", len(g.Edges()), g.Edges())
	}
	e := g.Edges()[0]
	if e.Confidence != 0.9 || e.Rule != "s" || e.Date != "" || len(e.Evidence) != 3 {
		t.Errorf("merged edge is %+v", e)
	}
	if e.Evidence[0].Start != 0 || e.Evidence[1].Start != 10 || e.Evidence[2].Doc != "b.txt" {
		t.Errorf("evidence out of order: %+v", e.Evidence)
	}
	if g.Edges()[1].ID == e.ID || !strings.HasPrefix(e.ID, "e-") {
		t.Errorf("IDs %q and %q", e.ID, g.Edges()[1].ID)
	}
}

func TestNewDoesNotChangeItsInput(t *testing.T) {
	nodes := []graph.Node{person("p-b", "B", "z", "b", "b"), person("p-a", "A")}
	edges := []graph.Edge{edge("p-b", "met", "p-a"), edge("p-b", "met", "p-a")}
	mustNew(t, nodes, edges)
	if nodes[0].ID != "p-b" || !slices.Equal(nodes[0].Aliases, []string{"z", "b", "b"}) || edges[0].From != "p-b" || edges[0].ID != "" {
		t.Errorf("changed: %v %v", nodes, edges)
	}
}

func TestNewNamesWhatIsWrong(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B"), {ID: "c-x", Type: "Country", Label: "X"}}
	for _, c := range []struct {
		want string
		node graph.Node
		edge graph.Edge
	}{
		{want: `node "p a" ("A"): the ID is not an XML NMTOKEN`, node: person("p a", "A")},
		{want: `another node ("A") has the same ID`, node: person("p-a", "A2")},
		{want: `unknown entity type "Dog"`, node: graph.Node{ID: "x", Type: "Dog", Label: "Rex"}},
		{want: `no label`, node: person("p-c", "")},
		{want: `date "yesterday" is not`, node: graph.Node{ID: "m", Type: "Meeting", Label: "M", Date: "yesterday"}},
		{want: `not valid UTF-8`, node: person("p-c", "\xff")},
		{want: `edge p-a -met-> p-z: no node of that ID`, edge: edge("p-a", "met", "p-z")},
		{want: `edge c-x -led-> c-x: Country cannot be the subject of "led"`, edge: edge("c-x", "led", "c-x")},
		{want: `modality 0`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Modality = 0 })},
		{want: `date "2025-13" is not`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Date = "2025-13" })},
		{want: `confidence 1.5`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Confidence = 1.5 })},
		{want: `claimed by "p-z"`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Claimed = "p-z" })},
		{want: `no evidence`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Evidence = nil })},
		{want: `does not fit its text`, edge: with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Evidence[0].End++ })},
	} {
		ns, es := slices.Clone(nodes), []graph.Edge(nil)
		if c.node.ID != "" {
			ns = append(ns, c.node)
		}
		if c.edge.From != "" {
			es = append(es, c.edge)
		}
		if _, err := graph.New(ns, es); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestSameSetSameGraph(t *testing.T) {
	g := random(rand.New(rand.NewPCG(1, 2)), 20, 60)
	nodes, edges := slices.Clone(g.Nodes()), slices.Clone(g.Edges())
	rng := rand.New(rand.NewPCG(3, 4))
	rng.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
	rng.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
	h := mustNew(t, nodes, edges)
	if !reflect.DeepEqual(g.Nodes(), h.Nodes()) || !reflect.DeepEqual(g.Edges(), h.Edges()) {
		t.Error("the order of the input shows")
	}
}

func TestEdgesOf(t *testing.T) {
	g := random(rand.New(rand.NewPCG(5, 6)), 15, 60)
	for _, n := range g.Nodes() {
		var want []graph.Edge
		for _, e := range g.Edges() {
			if e.From == n.ID || e.To == n.ID {
				want = append(want, e)
			}
		}
		if got := g.EdgesOf(n.ID); !reflect.DeepEqual(got, want) {
			t.Fatalf("EdgesOf(%s) = %v, want %v", n.ID, got, want)
		}
	}
	if g.EdgesOf("nobody") != nil || g.EdgesBetween("nobody", "p-0") != nil {
		t.Error("edges of a node that is not there")
	}
}

func TestLibrary(t *testing.T) {
	g := random(rand.New(rand.NewPCG(7, 8)), 15, 60)
	l := g.Library()
	all, err := l.Edges()
	if err != nil {
		t.Fatal(err)
	}
	var edges []graph.Edge
	for _, e := range all {
		of := e.Properties.Data.([]graph.Edge)
		edges = append(edges, of...)
		one, err := l.Edge(e.Source, e.Target)
		if err != nil || !reflect.DeepEqual(one.Properties.Data, e.Properties.Data) || !reflect.DeepEqual(of, g.EdgesBetween(e.Source, e.Target)) {
			t.Fatalf("Edge(%s, %s) = %v, %v", e.Source, e.Target, one, err)
		}
	}
	if !reflect.DeepEqual(edges, g.Edges()) {
		t.Error("the library's edges are not the graph's")
	}
	if err := l.AddEdge("p-0", "p-0"); err == nil {
		t.Error("the library may change the graph")
	}
	if _, err := l.Clone(); err != nil {
		t.Error(err)
	}
	if _, err := l.Vertex("nobody"); !errors.Is(err, lib.ErrVertexNotFound) {
		t.Errorf("Vertex(nobody): %v", err)
	}
}

// random makes a graph of n persons and up to m edges of all modalities.
func random(rng *rand.Rand, n, m int) *graph.Graph {
	var nodes []graph.Node
	for i := range n {
		nodes = append(nodes, person(fmt.Sprintf("p-%d", i), fmt.Sprintf("Person %d", i)))
	}
	relations := []string{"met", "supported", "opposed", "family_of"}
	var edges []graph.Edge
	for range m {
		edges = append(edges, with(edge(nodes[rng.IntN(n)].ID, relations[rng.IntN(len(relations))], nodes[rng.IntN(n)].ID), func(e *graph.Edge) {
			e.Modality = schema.Modality(1 + rng.IntN(4))
		}))
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		panic(err)
	}
	return g
}

func TestAssignIDs(t *testing.T) {
	nodes := []graph.Node{
		{Type: "Person", Label: "Ängela Müłler-O’Neil"},
		{Type: "Meeting", Label: "talks in Lucerne", Date: "2025-11-30"},
		{Type: "Meeting", Label: "talks in Lucerne", Date: "2025-11/2026-01"},
		{Type: "Place", Label: "Springfield", Aliases: []string{"Springfield, Ohio"}},
		{Type: "Place", Label: "Springfield", Aliases: []string{"Springfield, Maine"}},
		{Type: "Person", Label: "Олена Коваль"},
		{Type: "Topic", Label: "“…”"},
		{Type: "Statement", Label: strings.Repeat("very ", 40) + "long"},
	}
	if err := graph.AssignIDs(nodes); err != nil {
		t.Fatal(err)
	}
	got := make([]string, len(nodes))
	for i, n := range nodes {
		got[i] = n.ID
	}
	want := []string{"p-angela-muller-oneil", "m-talks-in-lucerne-2025-11-30", "m-talks-in-lucerne-2025-11.2026-01",
		"l-springfield-d9f8f2", "l-springfield-6b1a4c", "p-олена-коваль", "t-", "s-very-very-very-very-very-very-very-very-very-"}
	for i := range want {
		if i == 3 || i == 4 {
			want[i] = want[i][:len("l-springfield-")]
		}
		if i < 3 || i == 5 {
			if got[i] != want[i] {
				t.Errorf("got %q, want %q", got[i], want[i])
			}
		} else if !strings.HasPrefix(got[i], want[i]) || len(got[i]) != len(want[i])+6 {
			t.Errorf("got %q, want %q and six digits", got[i], want[i])
		}
	}
	if got[3] == got[4] {
		t.Errorf("both are %q", got[3])
	}
	slices.Reverse(nodes)
	if err := graph.AssignIDs(nodes); err != nil {
		t.Fatal(err)
	}
	for i, n := range nodes {
		if n.ID != got[len(got)-1-i] {
			t.Errorf("in another order %q is %q", got[len(got)-1-i], n.ID)
		}
	}
	mustNew(t, nodes, nil)
}

func FuzzAssignIDs(f *testing.F) {
	f.Add("Ana", "Ana")
	f.Add("\u0301", "⁂")
	f.Add("ﷺ", "a:b|c")
	f.Fuzz(func(t *testing.T, a, b string) {
		nodes := []graph.Node{{Type: "Person", Label: strings.ToValidUTF8(a, "") + "x"}, {Type: "Person", Label: strings.ToValidUTF8(b, "") + "x"}}
		if err := graph.AssignIDs(nodes); err != nil {
			t.Fatal(err)
		}
		mustNew(t, nodes, nil) // checks that IDs are tokens and differ
	})
}
