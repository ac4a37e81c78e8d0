package graph_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	lib "github.com/dominikbraun/graph"

	"kg/graph"
	"kg/schema"
)

// TestPathsAgainstAllPaths compares all simple paths and their order with an
// exhaustive search, and their set with the library's, on random graphs under
// random options.
func TestPathsAgainstAllPaths(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 3))
		g := randomDated(rng, 2+rng.IntN(6), rng.IntN(14))
		o := randomOptions(rng, g)
		for _, a := range g.Nodes() {
			for _, b := range g.Nodes() {
				if slices.Contains(o.Avoid, a.ID) || slices.Contains(o.Avoid, b.ID) || slices.Contains(o.Avoid, o.Via) {
					continue
				}
				want := simplePaths(g, a.ID, b.ID, o)
				o.Limit = 1 + rng.IntN(len(want)+2)
				paths, err := g.Paths(a.ID, b.ID, o)
				if err != nil {
					t.Fatal(err)
				}
				got := joined(paths)
				if !slices.Equal(got, want[:min(o.Limit, len(want))]) {
					t.Fatalf("seed %d, %s to %s, %+v:\ngot  %q\nwant %q", seed, a.ID, b.ID, o, got, want)
				}
				inLibrary(t, g, a.ID, b.ID, o, want)
			}
		}
	}
}

func joined(paths []graph.Path) (out []string) {
	for _, p := range paths {
		out = append(out, strings.Join(p.Nodes, " "))
	}
	return out
}

// inLibrary compares paths with the library's, where it can tell: it knows
// neither dates nor nodes to pass.
func inLibrary(t *testing.T, g *graph.Graph, a, b string, o graph.PathOptions, want []string) {
	t.Helper()
	if a == b || o.Chronological || o.Via != "" || len(o.Avoid)+len(o.Types) > 0 || o.MaxHops > 0 {
		return
	}
	all, err := lib.AllPathsBetween(oracle(g, o), a, b)
	if err != nil {
		t.Fatal(err)
	}
	var theirs []string
	for _, p := range all {
		theirs = append(theirs, strings.Join(p, " "))
	}
	ours := slices.Sorted(slices.Values(want))
	slices.Sort(theirs)
	if theirs = slices.Compact(theirs); !slices.Equal(ours, theirs) {
		t.Fatalf("%s to %s: %q, the library %q", a, b, ours, theirs)
	}
}

// randomDated is a random graph whose edges have dates and confidences.
func randomDated(rng *rand.Rand, n, m int) *graph.Graph {
	g := random(rng, n, m)
	edges := slices.Clone(g.Edges())
	for i := range edges {
		edges[i].Confidence = float64(rng.IntN(5)) / 4
		if rng.IntN(5) > 0 {
			edges[i].Date = fmt.Sprintf("2025-0%d", 1+rng.IntN(4))
		}
	}
	made, err := graph.New(g.Nodes(), edges)
	if err != nil {
		panic(err)
	}
	return made
}

func randomOptions(rng *rand.Rand, g *graph.Graph) graph.PathOptions {
	some := func() string { return g.Nodes()[rng.IntN(len(g.Nodes()))].ID }
	o := graph.PathOptions{Directed: rng.IntN(2) == 0}
	if rng.IntN(3) == 0 {
		o.Modalities = everything
	}
	if rng.IntN(4) == 0 {
		o.MaxHops = 1 + rng.IntN(5)
	}
	if rng.IntN(5) == 0 {
		o.Avoid = []string{some()}
	}
	if rng.IntN(4) == 0 {
		o.Via = some()
	}
	switch rng.IntN(3) {
	case 0:
		o.Chronological = true
	case 1:
		o.Weight = graph.Certainty
	}
	return o
}

// simplePaths finds all simple paths by trying every step, and sorts them as
// Paths states.
func simplePaths(g *graph.Graph, a, b string, o graph.PathOptions) []string {
	type found struct {
		key   [3]int
		nodes []string
	}
	var all []found
	var walk func(nodes []string)
	walk = func(nodes []string) {
		last := nodes[len(nodes)-1]
		if last == b {
			if o.Via != "" && !slices.Contains(nodes, o.Via) {
				return
			}
			if key, ok := worth(g, nodes, o); ok {
				all = append(all, found{key, slices.Clone(nodes)})
			}
			return
		}
		if o.MaxHops > 0 && len(nodes) > o.MaxHops {
			return
		}
		for _, n := range g.Nodes() {
			if !slices.Contains(nodes, n.ID) && !slices.Contains(o.Avoid, n.ID) && len(usable(g, last, n.ID, o)) > 0 {
				walk(append(nodes, n.ID))
			}
		}
	}
	walk([]string{a})
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(slices.Compare(x.key[:], y.key[:]), slices.Compare(x.nodes, y.nodes))
	})
	var out []string
	for _, f := range all {
		out = append(out, strings.Join(f.nodes, " "))
	}
	return out
}

// usable returns the edges by which one may go from one node to another.
func usable(g *graph.Graph, from, to string, o graph.PathOptions) (out []graph.Edge) {
	for _, e := range g.Edges() {
		if allowed(&e, o) && (e.From == from && e.To == to || !o.Directed && e.From == to && e.To == from) {
			out = append(out, e)
		}
	}
	return out
}

// worth is what a path is sorted by, and whether it may be walked.
func worth(g *graph.Graph, nodes []string, o graph.PathOptions) (key [3]int, ok bool) {
	day := ""
	for i := 1; i < len(nodes); i++ {
		uncertain, unsure, next := 9, math.MaxInt, "~"
		for _, e := range usable(g, nodes[i-1], nodes[i], o) {
			uncertain = min(uncertain, int(e.Modality-schema.Asserted))
			unsure = min(unsure, int(math.Round(-1e6*math.Log(e.Certainty()))))
			if e.Date != "" && e.Date >= day {
				next = min(next, e.Date)
			}
		}
		switch {
		case o.Chronological && next == "~":
			return key, false
		case o.Chronological:
			day = next
			key[0]++
		case o.Weight == graph.Certainty:
			key[0] += unsure
			key[1]++
			key[2] += degreeOf(g, nodes[i])
		default:
			key[0]++
			key[1] += uncertain
			key[2] += degreeOf(g, nodes[i])
		}
	}
	return key, true
}

func degreeOf(g *graph.Graph, id string) int {
	pairs := map[[2]string]int{}
	for _, e := range g.EdgesOf(id) {
		pairs[[2]string{e.From, e.To}] = 1
		if e.From == e.To {
			pairs[[2]string{e.From, "again"}] = 1
		}
	}
	return len(pairs)
}

func TestPathsOptions(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B"), {ID: "c-c", Type: "Country", Label: "C"}, person("p-d", "D")}
	in := func(e graph.Edge, doc, date string) graph.Edge {
		return with(e, func(e *graph.Edge) { e.Evidence[0].Doc, e.Evidence[0].Date = doc, date })
	}
	g := mustNew(t, nodes, []graph.Edge{
		in(edge("p-a", "met", "p-b"), "a.txt", "2025-03-02"), in(edge("p-b", "met", "p-d"), "a.txt", "2025-03-01"),
		in(edge("p-a", "supported", "c-c"), "b.txt", "2025-04-02"), in(edge("p-d", "supported", "c-c"), "b.txt", "2025-04-05"),
	})
	for _, c := range []struct {
		name    string
		options graph.PathOptions
		want    string
	}{
		{"both", graph.PathOptions{}, "p-a c-c p-d|p-a p-b p-d"},
		{"through people", graph.PathOptions{Types: []string{"Person"}}, "p-a p-b p-d"},
		{"through states", graph.PathOptions{Types: []string{"Country"}}, "p-a c-c p-d"},
		{"since", graph.PathOptions{Since: "2025-04"}, "p-a c-c p-d"},
		{"until", graph.PathOptions{Until: "2025-03"}, "p-a p-b p-d"},
		{"one document", graph.PathOptions{Source: "a.txt"}, "p-a p-b p-d"},
		{"not that way", graph.PathOptions{Avoid: []string{"p-b"}}, "p-a c-c p-d"},
		{"that way", graph.PathOptions{Via: "p-b"}, "p-a p-b p-d"},
		{"in order", graph.PathOptions{Chronological: true}, "p-a c-c p-d"},
	} {
		paths, err := g.Paths("p-a", "p-d", c.options)
		if got := strings.Join(joined(paths), "|"); err != nil || got != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for _, o := range []graph.PathOptions{{Via: "p-x"}, {Avoid: []string{"p-x"}}, {Avoid: []string{"p-a"}}, {Chronological: true, Weight: graph.Certainty}} {
		if _, err := g.Paths("p-a", "p-d", o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
	if _, err := g.ShortestPaths("p-a", "p-d", graph.PathOptions{Via: "p-b"}); err == nil {
		t.Error("ShortestPaths takes a node to pass")
	}
}

func TestAlongHoldsThePathAlone(t *testing.T) {
	nodes := []graph.Node{person("p-a", "A"), person("p-b", "B"), person("p-c", "C"), person("p-d", "D")}
	denied := with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Modality = schema.Denied })
	g := mustNew(t, nodes, []graph.Edge{edge("p-a", "supported", "p-b"), edge("p-b", "met", "p-c"), edge("p-c", "met", "p-d"), denied})
	paths, err := g.Paths("p-a", "p-c", graph.PathOptions{})
	if err != nil {
		t.Fatal(err)
	}
	part := g.Along(paths)
	got := ""
	for _, e := range part.Edges() {
		got += e.From + " " + e.Relation + " " + e.To + ";"
	}
	if want := "p-a supported p-b;p-b met p-c;"; got != want || len(part.Nodes()) != 3 {
		t.Errorf("got %q and %d nodes, want %q and 3", got, len(part.Nodes()), want)
	}
}

func TestCertainty(t *testing.T) {
	e := with(edge("p-a", "met", "p-b"), func(e *graph.Edge) { e.Confidence = 0.5 })
	two := with(e, func(e *graph.Edge) {
		e.Evidence = append(slices.Clone(e.Evidence), graph.Evidence{Doc: "b.txt", End: 1, Text: "x"})
	})
	copied := with(two, func(e *graph.Edge) { e.Evidence = slices.Clone(e.Evidence); e.Evidence[1].Copy = "a.txt" })
	planned := with(two, func(e *graph.Edge) { e.Modality = schema.Planned })
	for _, c := range []struct {
		name string
		edge graph.Edge
		want float64
	}{{"one source", e, 0.5}, {"two", two, 0.75}, {"a copy", copied, 0.5}, {"planned", planned, 0.375}} {
		if got := c.edge.Certainty(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func BenchmarkPaths(b *testing.B) {
	g := random(rand.New(rand.NewPCG(1, 1)), 4000, 20000)
	for _, c := range []struct {
		name    string
		options graph.PathOptions
	}{
		{"five", graph.PathOptions{Limit: 5}},
		{"surest", graph.PathOptions{Limit: 1, Weight: graph.Certainty}},
		{"via", graph.PathOptions{Limit: 1, Via: g.Nodes()[17].ID}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				i++
				if _, err := g.Paths(g.Nodes()[i%4000].ID, g.Nodes()[(i*7)%4000].ID, c.options); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
