package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"kg/graph"
	"kg/schema"
)

// large makes a graph of nodes and five times as many edges in which what is
// joined to much is joined to more.
func large(b *testing.B, nodes int) *graph.Graph {
	b.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	list := make([]graph.Node, nodes)
	for i := range list {
		list[i] = graph.Node{ID: fmt.Sprintf("p-%06d", i), Type: "Person", Label: "N"}
	}
	evidence := []graph.Evidence{{Doc: "a.txt", End: 3, Text: "Yes"}}
	ends := []int{0}
	edges := make([]graph.Edge, 0, 5*nodes)
	for len(edges) < 5*nodes {
		from := len(edges)/5 + 1
		if from >= nodes {
			from = rng.IntN(nodes)
		}
		to := ends[rng.IntN(len(ends))]
		if rng.IntN(2) == 0 {
			to = rng.IntN(from)
		}
		ends = append(ends, from, to)
		if rng.IntN(2) == 0 {
			from, to = to, from
		}
		edges = append(edges, graph.Edge{From: list[from].ID, To: list[to].ID, Relation: "supported", Modality: schema.Asserted, Confidence: 1, Evidence: evidence})
	}
	g, err := graph.New(list, edges)
	if err != nil {
		b.Fatal(err)
	}
	return g
}

// BenchmarkMillion finds shortest paths between random pairs of a graph of
// 200,000 nodes and a million edges in memory.
func BenchmarkMillion(b *testing.B) {
	g := large(b, 200_000)
	for _, o := range []struct {
		name    string
		options graph.PathOptions
	}{
		{"shortest", graph.PathOptions{Limit: 3}},
		{"directed", graph.PathOptions{Limit: 3, Directed: true}},
		{"filtered", graph.PathOptions{Limit: 3, Modalities: []schema.Modality{schema.Asserted}, Relations: []string{"supported"}}},
	} {
		b.Run(o.name, func(b *testing.B) {
			rng := rand.New(rand.NewPCG(3, 4))
			b.ReportAllocs()
			for b.Loop() {
				from, to := g.Nodes()[rng.IntN(200_000)].ID, g.Nodes()[rng.IntN(200_000)].ID
				if _, err := g.ShortestPaths(from, to, o.options); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
