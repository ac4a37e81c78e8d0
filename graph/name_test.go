package graph_test

import (
	"slices"
	"testing"

	"kg/graph"
)

func cast(t *testing.T) *graph.Graph {
	t.Helper()
	nodes := []graph.Node{
		{ID: "p-ada-novak", Type: "Person", Label: "Ada Nováková", Aliases: []string{"Nováková", "Foreign Minister Ada Nováková"}},
		{ID: "p-bo-lind", Type: "Person", Label: "Bo Lind", Aliases: []string{"Lind"}},
		{ID: "p-eva-lind", Type: "Person", Label: "Eva Lind", Aliases: []string{"Lind"}},
		{ID: "c-norland", Type: "Country", Label: "Norland", Aliases: []string{"Norlandian", "U.N.L."}},
		{ID: "d-norland", Type: "Delegation", Label: "Norlandian delegation"},
		{ID: "m-lucerne", Type: "Meeting", Label: "talks in Lucerne on Sunday"},
		{ID: "m-lund", Type: "Meeting", Label: "meeting of Bo Lund and Eva Berg"},
		{ID: "p-bo-lund", Type: "Person", Label: "Bo Lund"},
		{ID: "o-council", Type: "Organization", Label: "Security Council"},
	}
	role := with(edge("p-bo-lind", "holds_role", "o-council"), func(e *graph.Edge) { e.Role = "deputy secretary" })
	return mustNew(t, nodes, []graph.Edge{role})
}

func ids(nodes []graph.Node) []string {
	out := []string{}
	for _, n := range nodes {
		out = append(out, n.ID)
	}
	return out
}

func TestFind(t *testing.T) {
	g := cast(t)
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"Ada Nováková", []string{"p-ada-novak"}},
		{"ada  novakova", []string{"p-ada-novak"}},
		{"NOVAKOVA", []string{"p-ada-novak"}},
		{"Minister Nováková", []string{"p-ada-novak"}}, // a title that an alias has
		{"Secretary Bo Lind", []string{"p-bo-lind"}},   // a title from a role
		{"deputy secretary Lind", []string{"p-bo-lind"}},
		{"Lind", []string{"p-bo-lind", "p-eva-lind"}},
		{"Eric Lind", nil}, // somebody else
		{"Norlandian", []string{"c-norland"}},
		{"UNL", []string{"c-norland"}},
		{"the Norlandian delegation", []string{"d-norland"}},
		{"eric lind", nil},
		{"delegation", []string{"d-norland"}},
		{"Lucerne", []string{"m-lucerne"}},
		{"m-lucerne", []string{"m-lucerne"}},
		{"", nil},
		{"…", nil},
		{"Oslo", nil},
	} {
		if got := ids(g.Find(c.query)); !slices.Equal(got, c.want) {
			t.Errorf("Find(%q) = %v, want %v", c.query, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	g := cast(t)
	for query, want := range map[string]string{"Novákova Adda": "p-ada-novak", "Eric Lind": "p-bo-lind", "Nordland": "c-norland", "Lucrene": "m-lucerne", "Lunds": "p-bo-lund"} {
		if got := ids(g.Nearest(query, 3)); len(got) == 0 || got[0] != want {
			t.Errorf("Nearest(%q) = %v, want %s first", query, got, want)
		}
	}
	if got := g.Nearest("Zzyzx", 3); len(got) > 0 {
		t.Errorf("Nearest(Zzyzx) = %v", ids(got))
	}
	if got := g.Nearest("Lind", 1); len(got) != 1 {
		t.Errorf("asked for one, got %v", ids(got))
	}
}
