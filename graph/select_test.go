package graph_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

// selected is a small graph: two meetings, who took part, who proposed what.
func selected() (*graph.Graph, error) {
	told := func(doc, date string) []graph.Evidence {
		return []graph.Evidence{{Doc: doc, End: 3, Text: "It.", Date: date}}
	}
	return graph.New([]graph.Node{
		{ID: "p-gil", Type: "Person", Label: "Ana Gil"}, {ID: "p-lund", Type: "Person", Label: "Karl Lund"},
		{ID: "m-lima", Type: "Meeting", Label: "Lima talks", Date: "2025-03-02"}, {ID: "l-lima", Type: "Place", Label: "Lima"},
		{ID: "r-plan", Type: "Proposal", Label: "plan"}, {ID: "o-port", Type: "Organization", Label: "Port"},
	}, []graph.Edge{
		{From: "p-gil", To: "m-lima", Relation: "participated_in", Modality: schema.Asserted, Date: "2025-03-02", Evidence: told("a.txt", "2025-03-03")},
		{From: "p-lund", To: "m-lima", Relation: "participated_in", Modality: schema.Planned, Date: "2025-03", Evidence: told("b.txt", "2025-02-01")},
		{From: "m-lima", To: "l-lima", Relation: "held_in", Modality: schema.Asserted, Evidence: told("a.txt", "2025-03-03")},
		{From: "p-lund", To: "r-plan", Relation: "proposed", Modality: schema.Asserted, Date: "2024", Evidence: told("b.txt", "2025-02-01")},
	})
}

func TestSelect(t *testing.T) {
	whole, err := selected()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		s     graph.Selection
		nodes string
		edges int
	}{
		{"all", graph.Selection{}, "l-lima m-lima o-port p-gil p-lund r-plan", 4},
		{"relation", graph.Selection{Relations: []string{"proposed"}}, "p-lund r-plan", 1},
		{"modality", graph.Selection{Modalities: []schema.Modality{schema.Planned}}, "m-lima p-lund", 1},
		{"since", graph.Selection{Since: "2025-03"}, "l-lima m-lima p-gil p-lund", 3},
		{"since a day within the month", graph.Selection{Since: "2025-03-20"}, "m-lima p-lund", 1},
		{"until", graph.Selection{Until: "2024-06"}, "p-lund r-plan", 1},
		{"undated edges are as old as their document", graph.Selection{Since: "2025-03-03", Until: "2025-03-03"}, "l-lima m-lima p-lund", 2},
		{"no date", graph.Selection{Since: "25"}, "l-lima m-lima p-gil p-lund r-plan", 4},
		{"source", graph.Selection{Source: "b.txt"}, "m-lima p-lund r-plan", 2},
		{"types", graph.Selection{Types: []string{"Person", "Meeting"}}, "m-lima p-gil p-lund", 2},
		{"focus", graph.Selection{Focus: []string{"p-gil"}}, "m-lima p-gil", 1},
		{"focus, two hops", graph.Selection{Focus: []string{"p-gil"}, Hops: 2}, "l-lima m-lima p-gil p-lund", 3},
		{"focus of another type", graph.Selection{Focus: []string{"r-plan"}, Types: []string{"Person"}}, "p-lund r-plan", 1},
		{"top", graph.Selection{Top: 2}, "m-lima p-lund", 1},
		{"top keeps the focus", graph.Selection{Focus: []string{"l-lima"}, Hops: 3, Top: 2}, "l-lima m-lima", 1},
		{"focus without edges", graph.Selection{Focus: []string{"o-port"}}, "o-port", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := whole.Select(c.s)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, n := range g.Nodes() {
				ids = append(ids, n.ID)
			}
			if got := strings.Join(ids, " "); got != c.nodes || len(g.Edges()) != c.edges {
				t.Errorf("got %s with %d edges, want %s with %d", got, len(g.Edges()), c.nodes, c.edges)
			}
			if _, err := graph.New(slices.Clone(g.Nodes()), slices.Clone(g.Edges())); err != nil {
				t.Errorf("not a graph: %v", err)
			}
		})
	}
	if _, err := whole.Select(graph.Selection{Focus: []string{"p-nobody"}}); err == nil {
		t.Error("no error for an unknown ID")
	}
}

func ExampleGraph_Select() {
	g, err := selected()
	if err != nil {
		fmt.Println(err)
		return
	}
	near, err := g.Select(graph.Selection{Focus: []string{"p-gil"}, Hops: 2, Types: []string{"Person", "Meeting"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range near.Nodes() {
		fmt.Println(n.Label)
	}
	// Output:
	// Lima talks
	// Ana Gil
	// Karl Lund
}

// TestOwnEdgesOfTheFocus: with Own there are all edges of the node in focus and
// no others.
func TestOwnEdgesOfTheFocus(t *testing.T) {
	for seed := range uint64(30) {
		g := random(rand.New(rand.NewPCG(seed, 12)), 2+int(seed)%9, int(seed))
		for _, n := range g.Nodes() {
			part, err := g.Select(graph.Selection{Focus: []string{n.ID}, Own: true})
			if err != nil || !reflect.DeepEqual(part.EdgesOf(n.ID), g.EdgesOf(n.ID)) || len(part.Edges()) != len(g.EdgesOf(n.ID)) {
				t.Fatalf("seed %d, %s: %v, got %v, want %v", seed, n.ID, err, part.Edges(), g.EdgesOf(n.ID))
			}
		}
	}
}
