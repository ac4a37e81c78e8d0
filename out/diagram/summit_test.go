package diagram

import (
	"os"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

// summit reads a made-up graph of some 25 nodes.
func summit(t testing.TB) *graph.Graph {
	t.Helper()
	src, err := os.ReadFile("testdata/summit.txt")
	if err != nil {
		t.Fatal(err)
	}
	var nodes []graph.Node
	var edges []graph.Edge
	upper, lower, _ := strings.Cut(string(src), "\n\n")
	for _, f := range fields(upper) {
		nodes = append(nodes, graph.Node{ID: f[0], Type: f[1], Label: f[2], Date: f[3]})
	}
	for i, f := range fields(lower) {
		m, ok := schema.ParseModality(f[3])
		if !ok {
			m = schema.Asserted
		}
		text := "The article says that " + f[0] + " " + f[1] + " " + f[2] + "."
		edges = append(edges, graph.Edge{From: f[0], Relation: f[1], To: f[2], Modality: m, Date: f[4], Role: f[5], Confidence: 0.5,
			Evidence: []graph.Evidence{{Doc: "summit.txt", Start: i, End: i + len(text), Text: text}}})
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// fields returns six fields of each line that is no comment.
func fields(text string) [][6]string {
	var out [][6]string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		var f [6]string
		for i, x := range strings.SplitN(l, "|", 6) {
			f[i] = strings.TrimSpace(x)
		}
		out = append(out, f)
	}
	return out
}
