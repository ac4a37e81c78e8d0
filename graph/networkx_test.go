package graph_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"maps"
	"math"
	"math/rand/v2"
	"os/exec"
	"slices"
	"testing"

	"kg/graph"
	"kg/schema"
)

//go:embed testdata/networkx.py
var networkx string

// A question is what both programs answer about one random graph, and the
// answers: lengths of shortest paths and of the k shortest simple ones, by
// pairs, and betweenness by nodes.
type question struct {
	Directed bool        `json:"directed"`
	Nodes    []string    `json:"nodes"`
	Edges    [][2]string `json:"edges"`
	Pairs    [][2]string `json:"pairs"`
	K        int         `json:"k"`
	MaxHops  int         `json:"max_hops"`

	Links       [][2]string `json:"links"` // whom edges that are not denied join
	Walks       [][2]string `json:"walks"` // the same, from subject to object; both ways without direction
	Communities []int       `json:"communities"`
}

type answers struct {
	Simple      [][]int   `json:"simple"` // lengths of the K shortest simple paths
	All         []int     `json:"all"`    // number of simple paths of MaxHops or fewer
	Betweenness []float64 `json:"betweenness"`
	Rank        []float64 `json:"rank"`
	Degrees     []int     `json:"degrees"`
	Components  []int     `json:"components"` // sizes, sorted
	Modularity  float64   `json:"modularity"` // of our communities
	Louvain     float64   `json:"louvain"`    // of theirs
}

// TestAgainstNetworkx compares paths and betweenness with those of networkx on
// 200 random graphs, under random options.
func TestAgainstNetworkx(t *testing.T) {
	python := findNetworkx()
	if python == "" {
		t.Skip("no python3 with networkx")
	}
	var graphs []*graph.Graph
	var options []graph.PathOptions
	var questions []question
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 8))
		g := randomDated(rng, 2+rng.IntN(14), rng.IntN(34))
		o := graph.PathOptions{Directed: rng.IntN(2) == 0, Limit: 6}
		switch rng.IntN(6) {
		case 0:
			o.Relations = []string{"met", "supported"}
		case 1:
			o.Modalities = []schema.Modality{schema.Asserted, schema.Planned}
		case 2:
			o.Since = "2025-02"
		case 3:
			o.Since, o.Until, o.Relations = "2025-02-01", "2025-03", []string{"met", "opposed"}
		}
		graphs, options, questions = append(graphs, g), append(options, o), append(questions, ask(rng, g, o))
	}
	input, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", networkx)
	cmd.Stdin = bytes.NewReader(input)
	output, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var theirs []answers
	if err := json.Unmarshal(output, &theirs); err != nil || len(theirs) != len(questions) {
		t.Fatalf("%d answers, %v", len(theirs), err)
	}
	for i := range questions {
		compareAnswers(t, i, graphs[i], options[i], &questions[i], &theirs[i])
		compareMeasures(t, i, graphs[i], &theirs[i])
	}
}

// findNetworkx returns a Python that has networkx, empty if there is none.
func findNetworkx() string {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import networkx").Run() == nil {
			return python
		}
	}
	return ""
}

func ask(rng *rand.Rand, g *graph.Graph, o graph.PathOptions) question {
	q := question{Directed: o.Directed, K: o.Limit, MaxHops: 1 + rng.IntN(4), Edges: [][2]string{}, Links: [][2]string{}, Walks: [][2]string{}}
	q.Communities, _ = g.Communities()
	for _, n := range g.Nodes() {
		q.Nodes = append(q.Nodes, n.ID)
	}
	for _, e := range g.Edges() {
		if e.From != e.To && e.Modality != schema.Denied {
			q.Links, q.Walks = append(q.Links, [2]string{e.From, e.To}), append(q.Walks, [2]string{e.From, e.To})
			if r, _ := g.Schema().Relation(e.Relation); r.Symmetric {
				q.Walks = append(q.Walks, [2]string{e.To, e.From})
			}
		}
		only := graph.Selection{Since: o.Since, Until: o.Until} // read from the edges, not from the index
		if allowed(&e, o) && only.Allows(&e) {
			q.Edges = append(q.Edges, [2]string{e.From, e.To})
		}
	}
	for range 8 {
		a, b := q.Nodes[rng.IntN(len(q.Nodes))], q.Nodes[rng.IntN(len(q.Nodes))]
		if a != b {
			q.Pairs = append(q.Pairs, [2]string{a, b})
		}
	}
	return q
}

func compareAnswers(t *testing.T, number int, g *graph.Graph, o graph.PathOptions, q *question, theirs *answers) {
	for k, pair := range q.Pairs {
		paths, err := g.Paths(pair[0], pair[1], o)
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) != len(theirs.Simple[k]) {
			t.Fatalf("graph %d, %v: %d paths, networkx %v", number, pair, len(paths), theirs.Simple[k])
		}
		for i := range paths {
			if len(paths[i].Hops) != theirs.Simple[k][i] {
				t.Fatalf("graph %d, %v: path %d has %d hops, networkx %v", number, pair, i, len(paths[i].Hops), theirs.Simple[k])
			}
		}
		shortest, err := g.ShortestPaths(pair[0], pair[1], o)
		if err != nil || len(shortest) > 0 != (len(paths) > 0) || len(shortest) > 0 && len(shortest[0].Hops) != theirs.Simple[k][0] {
			t.Fatalf("graph %d, %v: shortest %v, %v, networkx %v", number, pair, shortest, err, theirs.Simple[k])
		}
		few := o
		few.MaxHops, few.Limit = q.MaxHops, 1_000_000
		if all, err := g.Paths(pair[0], pair[1], few); err != nil || len(all) != theirs.All[k] {
			t.Fatalf("graph %d, %v: %d paths of at most %d hops, %v, networkx %d", number, pair, len(all), q.MaxHops, err, theirs.All[k])
		}
	}
	if o.Directed || len(o.Relations)+len(o.Modalities)+len(o.Since) > 0 {
		return // betweenness is that of the whole graph
	}
	for i, ours := range g.Betweenness(0) {
		if math.Abs(ours-theirs.Betweenness[i]) > 1e-9 {
			t.Fatalf("graph %d, %s: betweenness %v, networkx %v", number, q.Nodes[i], ours, theirs.Betweenness[i])
		}
	}
}

// compareMeasures compares what kg stats tells of the whole graph.
func compareMeasures(t *testing.T, number int, g *graph.Graph, theirs *answers) {
	ranks, degrees, sizes := g.PageRank(), g.Degrees(), map[int]int{}
	for i, n := range g.Nodes() {
		if math.Abs(ranks[i]-theirs.Rank[i]) > 1e-6 || degrees[i] != theirs.Degrees[i] {
			t.Fatalf("graph %d, %s: PageRank %v, degree %d, networkx %v, %d", number, n.ID, ranks[i], degrees[i], theirs.Rank[i], theirs.Degrees[i])
		}
		sizes[g.Components()[i]]++
	}
	if got := slices.Sorted(maps.Values(sizes)); !slices.Equal(got, theirs.Components) {
		t.Fatalf("graph %d: components of %v, networkx %v", number, got, theirs.Components)
	}
	_, modularity := g.Communities()
	if math.Abs(modularity-theirs.Modularity) > 1e-9 || modularity < theirs.Louvain-0.08 {
		t.Fatalf("graph %d: communities of modularity %v, which networkx calls %v; its own have %v", number, modularity, theirs.Modularity, theirs.Louvain)
	}
}
