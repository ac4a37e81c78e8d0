package graph_test

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	lib "github.com/dominikbraun/graph"

	"kg/graph"
	"kg/schema"
)

var everything = []schema.Modality{schema.Asserted, schema.Planned, schema.Possible, schema.Denied}

// TestShortestPathsAgainstTheLibrary compares lengths with the library's
// Dijkstra, and all paths with an exhaustive search, on random graphs.
func TestShortestPathsAgainstTheLibrary(t *testing.T) {
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 1))
		g := random(rng, 2+rng.IntN(12), rng.IntN(30))
		o := graph.PathOptions{Limit: 10000, Directed: seed%2 == 0}
		if seed%3 == 0 {
			o.Relations = []string{"met", "supported"}
		}
		if seed%5 == 0 {
			o.Modalities = everything
		}
		for _, a := range g.Nodes() {
			for _, b := range g.Nodes() {
				compare(t, g, a.ID, b.ID, o)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func compare(t *testing.T, g *graph.Graph, a, b string, o graph.PathOptions) {
	t.Helper()
	paths, err := g.ShortestPaths(a, b, o)
	if err != nil {
		t.Fatal(err)
	}
	want, err := lib.ShortestPath(oracle(g, o), a, b)
	if errors.Is(err, lib.ErrTargetNotReachable) {
		if len(paths) > 0 {
			t.Errorf("%s to %s: found %v, the library nothing", a, b, paths[0].Nodes)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 || len(paths[0].Nodes) != len(want) {
		t.Errorf("%s to %s: found %v, the library %v", a, b, paths, want)
		return
	}
	var got []string
	for _, p := range paths {
		got = append(got, strings.Join(p.Nodes, " "))
	}
	if all := exhaustive(g, o, a, b, len(want)-1); !slices.Equal(got, all) {
		t.Errorf("%s to %s: found %q, want %q", a, b, got, all)
	}
}

// allowed is the plain reading of PathOptions.
func allowed(e *graph.Edge, o graph.PathOptions) bool {
	if len(o.Relations) > 0 && !slices.Contains(o.Relations, e.Relation) {
		return false
	}
	return len(o.Modalities) == 0 && e.Modality != schema.Denied || slices.Contains(o.Modalities, e.Modality)
}

func oracle(g *graph.Graph, o graph.PathOptions) lib.Graph[string, string] {
	options := []func(*lib.Traits){}
	if o.Directed {
		options = append(options, lib.Directed())
	}
	l := lib.New(lib.StringHash, options...)
	for _, n := range g.Nodes() {
		_ = l.AddVertex(n.ID)
	}
	for _, e := range g.Edges() {
		if allowed(&e, o) {
			_ = l.AddEdge(e.From, e.To) // repeated pairs are refused
		}
	}
	return l
}

// exhaustive returns all paths of that many hops in the order that
// ShortestPaths states.
func exhaustive(g *graph.Graph, o graph.PathOptions, a, b string, hops int) []string {
	least := map[[2]string]int{} // uncertainty of the best edge of a walkable pair
	degree := map[string]map[[2]string]bool{}
	for _, n := range g.Nodes() {
		degree[n.ID] = map[[2]string]bool{}
	}
	loops := map[string]int{}
	for _, e := range g.Edges() {
		degree[e.From][[2]string{e.From, e.To}], degree[e.To][[2]string{e.From, e.To}] = true, true
		if e.From == e.To {
			loops[e.From] = 1
		}
		if !allowed(&e, o) {
			continue
		}
		for _, k := range [][2]string{{e.From, e.To}, {e.To, e.From}} {
			if u, ok := least[k]; !ok || int(e.Modality) < u {
				least[k] = int(e.Modality)
			}
			if o.Directed {
				break
			}
		}
	}
	type found struct {
		nodes []string
		cost  [2]int
	}
	var all []found
	var walk func(nodes []string, cost [2]int)
	walk = func(nodes []string, cost [2]int) {
		last := nodes[len(nodes)-1]
		if len(nodes) == hops+1 {
			if last == b {
				all = append(all, found{slices.Clone(nodes), cost})
			}
			return
		}
		for _, n := range g.Nodes() {
			if u, ok := least[[2]string{last, n.ID}]; ok {
				walk(append(nodes, n.ID), [2]int{cost[0] + u, cost[1] + len(degree[n.ID]) + loops[n.ID]})
			}
		}
	}
	walk([]string{a}, [2]int{})
	slices.SortStableFunc(all, func(x, y found) int {
		return cmp.Or(slices.Compare(x.cost[:], y.cost[:]), slices.Compare(x.nodes, y.nodes))
	})
	var out []string
	for _, f := range all {
		out = append(out, strings.Join(f.nodes, " "))
	}
	return out
}

func TestShortestPathsOptions(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B"), person("p-c", "C"), person("p-d", "D")}
	planned := with(edge("p-a", "met", "p-c"), func(e *graph.Edge) { e.Modality = schema.Planned })
	denied := with(edge("p-a", "met", "p-d"), func(e *graph.Edge) { e.Modality = schema.Denied })
	g := mustNew(t, nodes, []graph.Edge{planned, denied, edge("p-a", "supported", "p-b"), edge("p-c", "supported", "p-d"), edge("p-d", "supported", "p-b")})
	for _, c := range []struct {
		name    string
		options graph.PathOptions
		want    string
	}{
		{"the certain way first", graph.PathOptions{}, "[p-a p-b p-d] [p-a p-c p-d]"},
		{"one", graph.PathOptions{Limit: 1}, "[p-a p-b p-d]"},
		{"directed", graph.PathOptions{Directed: true}, "[p-a p-c p-d]"},
		{"denied allowed", graph.PathOptions{Modalities: everything}, "[p-a p-d]"},
		{"asserted only", graph.PathOptions{Modalities: everything[:1], Directed: true}, ""},
		{"one relation", graph.PathOptions{Relations: []string{"supported"}}, "[p-a p-b p-d]"},
		{"too far", graph.PathOptions{MaxHops: 1}, ""},
		{"far enough", graph.PathOptions{MaxHops: 2, Limit: 1}, "[p-a p-b p-d]"},
	} {
		paths, err := g.ShortestPaths("p-a", "p-d", c.options)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range paths {
			got = append(got, fmt.Sprint(p.Nodes))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	if _, err := g.ShortestPaths("p-a", "p-x", graph.PathOptions{}); err == nil || err.Error() != `no node "p-x"` {
		t.Errorf("got %v", err)
	}
}

func TestHopHoldsTheEdgesOfBothDirectionsBestFirst(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B")}
	g := mustNew(t, nodes, []graph.Edge{
		with(edge("p-a", "supported", "p-b"), func(e *graph.Edge) { e.Modality = schema.Planned }),
		edge("p-b", "opposed", "p-a"),
		with(edge("p-a", "opposed", "p-b"), func(e *graph.Edge) { e.Confidence = 0.9 }),
		with(edge("p-a", "family_of", "p-b"), func(e *graph.Edge) { e.Modality = schema.Denied }),
	})
	paths, err := g.ShortestPaths("p-a", "p-b", graph.PathOptions{})
	if err != nil || len(paths) != 1 {
		t.Fatal(paths, err)
	}
	var got []string
	for _, e := range paths[0].Hops[0].Edges {
		got = append(got, e.From+" "+e.Relation)
	}
	if want := []string{"p-a opposed", "p-b opposed", "p-a supported"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkShortestPaths(b *testing.B) {
	g := random(rand.New(rand.NewPCG(1, 1)), 4000, 20000)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		if _, err := g.ShortestPaths(g.Nodes()[i%4000].ID, g.Nodes()[(i*7)%4000].ID, graph.PathOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
