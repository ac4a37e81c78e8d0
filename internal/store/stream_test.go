package store

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"kg/graph"
	"kg/internal/domain"
	"kg/schema"
)

// pairs is a graph in which relations, modalities, dates, roles and claimants
// tell edges of one pair apart, in an order that is not that of the alphabet.
func pairs(t *testing.T) *graph.Graph {
	t.Helper()
	nodes := []graph.Node{
		{ID: "p-a", Type: "Person", Label: "A", Aliases: []string{"z", "a"}},
		{ID: "p-b", Type: "Person", Label: "B"},
		{ID: "o-c", Type: "Organization", Label: "C", Aliases: []string{"c"}},
	}
	var edges []graph.Edge
	for _, relation := range []string{"supported", "accused", "opposed", "aided"} {
		for m := schema.Asserted; m <= schema.Denied; m++ {
			for _, date := range []string{"", "2025-02", "2024"} {
				for _, to := range []string{"p-b", "o-c", "p-a"} {
					e := graph.Edge{From: "p-a", To: to, Relation: relation, Modality: m, Date: date, Confidence: 0.5, Rule: "r"}
					for _, doc := range []string{"b.txt", "a.txt"} {
						e.Evidence = append(e.Evidence, graph.Evidence{Doc: doc, Start: 10, End: 13, Text: "abc"}, graph.Evidence{Doc: doc, Start: 2, End: 5, Text: "abc", Copy: "x"})
					}
					edges = append(edges, e)
					e.Claimed, e.Role = "p-b", "envoy"
					edges = append(edges, e)
				}
			}
		}
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestStream: a stream gives what the graph holds, in its order, every time.
func TestStream(t *testing.T) {
	g := pairs(t)
	s := streamOf(t, g)
	for range 2 {
		if got := gather(t, s.NodeSeq()); !reflect.DeepEqual(got, g.Nodes()) {
			t.Errorf("nodes %v, want %v", got, g.Nodes())
		}
		got := gather(t, s.EdgeSeq())
		for i, e := range g.Edges() {
			if i >= len(got) || !reflect.DeepEqual(got[i], e) {
				t.Fatalf("edge %d of %d: %+v, want %+v", i, len(got), got[i], e)
			}
		}
		if len(got) != len(g.Edges()) {
			t.Errorf("%d edges, want %d", len(got), len(g.Edges()))
		}
	}
}

// TestStreamStops: who stops early can begin again, and a context that has
// ended is told.
func TestStreamStops(t *testing.T) {
	g := pairs(t)
	s := streamOf(t, g)
	for range s.EdgeSeq() {
		break
	}
	if n := len(gather(t, s.EdgeSeq())); n != len(g.Edges()) {
		t.Errorf("%d edges after a stop, want %d", n, len(g.Edges()))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s.ctx = ctx
	failed := false
	for _, err := range s.EdgeSeq() {
		failed = failed || err != nil
	}
	if !failed {
		t.Error("no error of a context that has ended")
	}
}

func streamOf(t *testing.T, g *graph.Graph) *Stream {
	t.Helper()
	ctx := context.Background()
	st, err := OpenToSave(ctx, filepath.Join(t.TempDir(), "g.kg"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if err := st.Save(ctx, nil, domain.Domain{}, g); err != nil {
		t.Fatal(err)
	}
	s, err := st.Stream(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func gather[T any](t *testing.T, seq func(func(*T, error) bool)) (list []T) {
	t.Helper()
	for item, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, *item)
	}
	return list
}
