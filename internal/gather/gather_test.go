package gather_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"

	"kg/graph"
	"kg/internal/gather"
	"kg/internal/spool"
	"kg/schema"
)

// pieces keeps what it gets.
type pieces struct {
	nodes []graph.Node
	edges []graph.Edge
}

func (p *pieces) Node(n *graph.Node) { p.nodes = append(p.nodes, *n) }
func (p *pieces) Edge(e *graph.Edge) { p.edges = append(p.edges, *e) }

func pick[T any](rng *rand.Rand, list ...T) T { return list[rng.IntN(len(list))] }

func invented(rng *rand.Rand) (p pieces) {
	n := 1 + rng.IntN(8)
	id := func() string { return fmt.Sprintf("p-%d", rng.IntN(n)) }
	for _, i := range rng.Perm(n) {
		p.nodes = append(p.nodes, graph.Node{ID: fmt.Sprintf("p-%d", i), Type: "Person", Label: "N", Aliases: []string{"b", "a", pick(rng, "a", "")}})
	}
	for range rng.IntN(700) {
		e := graph.Edge{ID: "any", From: id(), To: id(), Relation: pick(rng, "met", "supported", "opposed"), Modality: schema.Modality(1 + rng.IntN(4)),
			Date: pick(rng, "", "2025", "2025-03"), Role: pick(rng, "", "envoy"), Claimed: pick(rng, "", id()), Confidence: pick(rng, 0.5, 0.7), Rule: pick(rng, "r", "s")}
		for range 1 + rng.IntN(2) {
			start := rng.IntN(3)
			e.Evidence = append(e.Evidence, graph.Evidence{Doc: pick(rng, "a.txt", "b.txt"), Start: start, End: start + 3, Text: "Yes", Date: pick(rng, "", "2025-03-02"), Rule: "r"})
		}
		p.edges = append(p.edges, e)
	}
	return p
}

// TestWriteIsWhatNewMakes holds what comes out against graph.New.
func TestWriteIsWhatNewMakes(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(60) {
		p := invented(rand.New(rand.NewPCG(seed, 9)))
		want, err := graph.NewWith(sch, p.nodes, p.edges)
		if err != nil {
			t.Fatal(err)
		}
		s := spool.New(filepath.Join(t.TempDir(), "work"))
		g := gather.New(sch, s)
		for i := range p.edges { // before the nodes: their order does not matter
			e := p.edges[i]
			g.Edge(&e)
		}
		for i := range p.nodes {
			g.Node(&p.nodes[i])
		}
		var got pieces
		nodes, edges, err := g.Write(&got)
		if err != nil || nodes != len(want.Nodes()) || edges != len(want.Edges()) {
			t.Fatalf("seed %d: %d nodes, %d edges, %v; want %d, %d", seed, nodes, edges, err, len(want.Nodes()), len(want.Edges()))
		}
		if !reflect.DeepEqual(got.nodes, want.Nodes()) || edges > 0 && !reflect.DeepEqual(got.edges, want.Edges()) {
			t.Fatalf("seed %d:\ngot  %+v\nwant %+v", seed, got, want.Edges())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWriteNamesWhatIsWrong expects the words of graph.New.
func TestWriteNamesWhatIsWrong(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	nodes := []graph.Node{{ID: "p-a", Type: "Person", Label: "A"}, {ID: "p-b", Type: "Person", Label: "B"}}
	yes := []graph.Evidence{{Doc: "a.txt", End: 3, Text: "Yes"}}
	for _, c := range []struct {
		nodes []graph.Node
		edges []graph.Edge
	}{
		{nodes: append(nodes, nodes[0])},
		{nodes: append(nodes, graph.Node{ID: "p-c", Type: "Ghost", Label: "C"}, graph.Node{ID: "p-d", Type: "Person"})},
		{nodes, []graph.Edge{{From: "p-a", To: "p-z", Relation: "met", Modality: schema.Asserted, Evidence: yes}}},
		{nodes, []graph.Edge{{From: "p-a", To: "p-b", Relation: "haunted", Modality: schema.Asserted, Evidence: yes}}},
		{nodes, []graph.Edge{{From: "p-a", To: "p-b", Relation: "met", Modality: schema.Asserted}}},
		{nodes, []graph.Edge{{From: "p-a", To: "p-b", Relation: "met", Modality: schema.Asserted, Claimed: "p-z", Evidence: yes}}},
	} {
		_, want := graph.NewWith(sch, c.nodes, c.edges)
		g := gather.New(sch, spool.New(""))
		for i := range c.nodes {
			g.Node(&c.nodes[i])
		}
		for i := range c.edges {
			g.Edge(&c.edges[i])
		}
		if _, _, err := g.Write(&pieces{}); want == nil || fmt.Sprint(err) != want.Error() {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}
