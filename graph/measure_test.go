package graph_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	lib "github.com/dominikbraun/graph"

	"kg/graph"
	"kg/schema"
)

// joinedBy is whether an edge that is not denied joins two nodes.
func joinedBy(g *graph.Graph) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, e := range g.Edges() {
		if e.Modality != schema.Denied && e.From != e.To {
			out[[2]string{e.From, e.To}], out[[2]string{e.To, e.From}] = true, true
		}
	}
	return out
}

// TestMeasuresAgainstTheirDefinitions computes each measure again in the plain
// and slow way its definition reads.
func TestMeasuresAgainstTheirDefinitions(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 4))
		g := random(rng, 1+rng.IntN(9), rng.IntN(20))
		joined, nodes := joinedBy(g), g.Nodes()
		between, degrees, components := g.Betweenness(0), g.Degrees(), g.Components()
		paths := shortestOfAll(t, g)
		for i, n := range nodes {
			degree, passed := 0, 0.0
			for k, m := range nodes {
				if joined[[2]string{n.ID, m.ID}] {
					degree++
				}
				if reached := len(paths[[2]string{n.ID, m.ID}]) > 0 || i == k; reached != (components[i] == components[k]) {
					t.Fatalf("seed %d: components %v", seed, components)
				}
				for _, o := range nodes {
					passed += passing(paths[[2]string{m.ID, o.ID}], n.ID)
				}
			}
			if n := float64(len(nodes)); n > 2 {
				passed /= (n - 1) * (n - 2)
			}
			if degrees[i] != degree || math.Abs(between[i]-passed) > 1e-9 {
				t.Fatalf("seed %d, %s: degree %d, betweenness %v, want %d and %v", seed, n.ID, degrees[i], between[i], degree, passed)
			}
		}
	}
}

// shortestOfAll returns all shortest paths between all nodes.
func shortestOfAll(t *testing.T, g *graph.Graph) map[[2]string][][]string {
	l, out := oracle(g, graph.PathOptions{}), map[[2]string][][]string{}
	for _, a := range g.Nodes() {
		for _, b := range g.Nodes() {
			if a.ID == b.ID {
				continue
			}
			all, err := lib.AllPathsBetween(l, a.ID, b.ID)
			if err != nil {
				t.Fatal(err)
			}
			least := math.MaxInt
			for _, p := range all {
				least = min(least, len(p))
			}
			seen := map[string]bool{}
			for _, p := range all {
				if len(p) == least && !seen[fmt.Sprint(p)] {
					seen[fmt.Sprint(p)] = true
					out[[2]string{a.ID, b.ID}] = append(out[[2]string{a.ID, b.ID}], p)
				}
			}
		}
	}
	return out
}

// passing is the share of paths that pass a node on their way.
func passing(paths [][]string, id string) float64 {
	count := 0
	for _, p := range paths {
		if slices.Contains(p[1:len(p)-1], id) {
			count++
		}
	}
	return float64(count) / float64(max(len(paths), 1))
}

func TestPageRankIsWhereTheWalkerStays(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 5))
		g := random(rng, 1+rng.IntN(9), rng.IntN(20))
		rank, n := g.PageRank(), float64(len(g.Nodes()))
		leads := map[[2]string]bool{}
		ways := map[string]float64{}
		for _, e := range g.Edges() {
			r, _ := g.Schema().Relation(e.Relation)
			for _, way := range [][2]string{{e.From, e.To}, {e.To, e.From}} {
				if e.From != e.To && e.Modality != schema.Denied && !leads[way] && (way[0] == e.From || r.Symmetric) {
					leads[way] = true
					ways[way[0]]++
				}
			}
		}
		sum := 0.0
		for i, to := range g.Nodes() {
			want := 0.15 / n
			for k, from := range g.Nodes() {
				switch {
				case ways[from.ID] == 0:
					want += 0.85 * rank[k] / n
				case leads[[2]string{from.ID, to.ID}]:
					want += 0.85 * rank[k] / ways[from.ID]
				}
			}
			if sum += rank[i]; math.Abs(rank[i]-want) > 1e-6 {
				t.Fatalf("seed %d, %s: got %v, want %v", seed, to.ID, rank[i], want)
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("seed %d: all make %v", seed, sum)
		}
	}
}

func TestCommunitiesFindsGroups(t *testing.T) {
	var nodes []graph.Node
	var edges []graph.Edge
	for i := range 13 { // a group of five, one of four, one of three with one link to the next, and one alone
		nodes = append(nodes, person(fmt.Sprintf("p-%02d", i), "N"))
	}
	for _, group := range [][2]int{{0, 5}, {5, 9}, {9, 12}} {
		for i := group[0]; i < group[1]; i++ {
			for k := group[0]; k < i; k++ {
				edges = append(edges, edge(nodes[k].ID, "met", nodes[i].ID))
			}
		}
	}
	edges = append(edges, edge("p-04", "met", "p-05"), edge("p-08", "met", "p-09"))
	got, q := mustNew(t, nodes, edges).Communities()
	if want := "[0 0 0 0 0 1 1 1 1 2 2 2 3]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if want := modularityOf(mustNew(t, nodes, edges), got); math.Abs(q-want) > 1e-9 || q < 0.4 {
		t.Errorf("modularity %v, want %v", q, want)
	}
}

// TestCommunitiesAreNoWorseThanNone checks modularity against its definition,
// and that communities do not make it worse.
func TestCommunitiesAreNoWorseThanNone(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 6))
		g := random(rng, 1+rng.IntN(20), rng.IntN(50))
		at, q := g.Communities()
		if want := modularityOf(g, at); math.Abs(q-want) > 1e-9 {
			t.Fatalf("seed %d: modularity %v, want %v", seed, q, want)
		}
		alone, one := make([]int, len(at)), make([]int, len(at))
		for i := range alone {
			alone[i] = i
		}
		if q < modularityOf(g, alone)-1e-9 || q < modularityOf(g, one)-1e-9 {
			t.Fatalf("seed %d: modularity %v is less than that of no communities or of one", seed, q)
		}
	}
}

// modularityOf is the sum of its definition over all pairs of nodes.
func modularityOf(g *graph.Graph, at []int) float64 {
	joined, degrees := joinedBy(g), g.Degrees()
	q, ends := 0.0, float64(len(joined))
	for i, a := range g.Nodes() {
		for k, b := range g.Nodes() {
			if at[i] != at[k] || ends == 0 {
				continue
			}
			if joined[[2]string{a.ID, b.ID}] {
				q += 1 / ends
			}
			q -= float64(degrees[i]*degrees[k]) / ends / ends
		}
	}
	return q
}

func TestPivotsEstimateBetweenness(t *testing.T) {
	g := random(rand.New(rand.NewPCG(7, 7)), 60, 150)
	exact, all, some := g.Betweenness(0), g.Betweenness(60), g.Betweenness(30)
	if !slices.Equal(exact, all) {
		t.Error("as many pivots as nodes give another result than all")
	}
	off := 0.0
	for i := range exact {
		off = max(off, math.Abs(exact[i]-some[i]))
	}
	if off == 0 || off > 0.05 {
		t.Errorf("half of the nodes as pivots are off by %v", off)
	}
}

func BenchmarkBetweenness(b *testing.B) {
	g := random(rand.New(rand.NewPCG(1, 1)), 2000, 8000)
	b.ReportAllocs()
	for b.Loop() {
		g.Betweenness(100)
	}
}
