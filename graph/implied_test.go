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

func TestEssential(t *testing.T) {
	nodes := []graph.Node{
		person("p-a", "A"), person("p-b", "B"),
		{ID: "d-x", Type: "Delegation", Label: "X's team"}, {ID: "d-y", Type: "Delegation", Label: "Y's team"},
		{ID: "c-x", Type: "Country", Label: "X"},
		{ID: "m-t", Type: "Meeting", Label: "talks", Date: "2025-11-30"},
	}
	in := func(x string) graph.Edge { return edge(x, "participated_in", "m-t") }
	met := func(change func(*graph.Edge)) graph.Edge { return with(edge("d-x", "met", "d-y"), change) }
	same := func(*graph.Edge) {}
	for _, c := range []struct {
		name  string
		edges []graph.Edge
		want  string
	}{
		{"met at a meeting", []graph.Edge{in("d-x"), in("d-y"), met(same)}, "d-x participated_in, d-y participated_in"},
		{"met on its day", []graph.Edge{in("d-x"), in("d-y"), met(func(e *graph.Edge) { e.Date = "2025-11-30" })}, "d-x participated_in, d-y participated_in"},
		{"met on another day", []graph.Edge{in("d-x"), in("d-y"), met(func(e *graph.Edge) { e.Date = "2025-12-01" })}, "d-x met, d-x participated_in, d-y participated_in"},
		{"will meet again", []graph.Edge{in("d-x"), in("d-y"), met(func(e *graph.Edge) { e.Modality = schema.Planned })}, "d-x met, d-x participated_in, d-y participated_in"},
		{"deny having met", []graph.Edge{in("d-x"), in("d-y"), met(func(e *graph.Edge) { e.Modality = schema.Denied })}, "d-x met, d-x participated_in, d-y participated_in"},
		{"only one came", []graph.Edge{in("d-x"), met(same)}, "d-x met, d-x participated_in"},
		{"the leader is a member", []graph.Edge{edge("p-a", "led", "d-x"), edge("p-a", "member_of", "d-x")}, "p-a led"},
		{"a country came with its delegation", []graph.Edge{edge("d-x", "represents", "c-x"), in("d-x"), in("c-x")}, "d-x represents, d-x participated_in"},
		{"an office stands for its country", []graph.Edge{with(edge("p-a", "holds_role", "c-x"), func(e *graph.Edge) { e.Role = "minister" }), edge("p-a", "represents", "c-x")}, "p-a holds_role"},
		{"a chain", []graph.Edge{edge("p-a", "led", "d-x"), edge("p-a", "member_of", "d-x"), in("d-x"), in("p-a"), in("p-b"), edge("p-a", "met", "p-b")}, "d-x participated_in, p-a led, p-b participated_in"},
	} {
		g := mustNew(t, nodes, c.edges)
		var got []string
		for _, e := range g.Essential() {
			got = append(got, e.From+" "+e.Relation)
		}
		slices.Sort(got)
		want := strings.Split(c.want, ", ")
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", c.name, got, want)
		}
	}
}

// TestWhatIsLeftOutFollows makes the closure of what is essential and finds
// every edge in it again.
func TestWhatIsLeftOutFollows(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	hidden := 0
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 9))
		g := diplomacy(rng)
		essential := g.Essential()
		hidden += len(g.Edges()) - len(essential)
		known := map[string]bool{}
		for _, e := range essential {
			known[key(s, e.From, e.Relation, e.To)] = true
		}
		for range 4 {
			close1(s, g, known)
		}
		for _, e := range g.Edges() {
			if !known[key(s, e.From, e.Relation, e.To)] {
				t.Errorf("seed %d: %s -%s-> %s does not follow from what is left", seed, e.From, e.Relation, e.To)
			}
		}
	}
	if hidden == 0 {
		t.Error("nothing was ever left out")
	}
}

func key(s *schema.Schema, from, relation, to string) string {
	if r, _ := s.Relation(relation); r.Symmetric && from > to {
		from, to = to, from
	}
	return from + " " + relation + " " + to
}

// close1 adds what follows from known by one path.
func close1(s *schema.Schema, g *graph.Graph, known map[string]bool) {
	var reach func(at string, path schema.Path) []string
	reach = func(at string, path schema.Path) []string {
		if len(path) == 0 {
			return []string{at}
		}
		var out []string
		for _, n := range g.Nodes() {
			k := key(s, at, path[0].Relation, n.ID)
			if path[0].Back {
				k = key(s, n.ID, path[0].Relation, at)
			}
			if known[k] && (path[0].Type == "" || path[0].Type == n.Type) {
				out = append(out, reach(n.ID, path[1:])...)
			}
		}
		return out
	}
	for _, r := range s.Relations() {
		for _, path := range r.ImpliedBy {
			for _, n := range g.Nodes() {
				for _, m := range reach(n.ID, path) {
					known[key(s, n.ID, r.Name, m)] = true
				}
			}
		}
	}
}

// diplomacy makes a random graph of asserted, undated edges among a few
// persons, delegations, countries and meetings.
func diplomacy(rng *rand.Rand) *graph.Graph {
	var nodes []graph.Node
	for i, typ := range []string{"Person", "Person", "Delegation", "Delegation", "Country", "Country", "Organization", "Meeting", "Meeting"} {
		nodes = append(nodes, graph.Node{ID: fmt.Sprintf("n-%d", i), Type: typ, Label: typ})
	}
	s, err := schema.Load()
	if err != nil {
		panic(err)
	}
	relations := []string{"led", "member_of", "represents", "holds_role", "participated_in", "met", "hosted"}
	var edges []graph.Edge
	for range 60 {
		a, b := nodes[rng.IntN(len(nodes))], nodes[rng.IntN(len(nodes))]
		if r := relations[rng.IntN(len(relations))]; a.ID != b.ID && s.Check(r, a.Type, b.Type) == nil {
			edges = append(edges, edge(a.ID, r, b.ID))
		}
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		panic(err)
	}
	return g
}
