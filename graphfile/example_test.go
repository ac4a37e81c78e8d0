package graphfile_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"kg/graph"
	"kg/graphfile"
	"kg/out"
	"kg/query"
	"kg/schema"
)

// A graph made by hand, written to a file, and asked there.
func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "kg")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "port.kg")
	if err := graphfile.Write(ctx, path, port()); err != nil {
		panic(err)
	}

	f, err := graphfile.Open(ctx, path)
	if err != nil {
		panic(err)
	}
	defer f.Close()

	// By name, and how two are connected: this reads a few rows of the file.
	ada, err := f.Find("minister novak")
	if err != nil {
		panic(err)
	}
	cy, err := f.Find("Roe")
	if err != nil {
		panic(err)
	}
	paths, err := f.Index().ShortestPaths(ada[0].ID, cy[0].ID, graph.PathOptions{})
	if err != nil {
		panic(err)
	}
	for _, hop := range paths[0].Hops {
		fmt.Println(hop.From, hop.Edges[0].Relation, hop.To, "–", hop.Edges[0].Evidence[0].Text)
	}

	// By words.
	hits, err := f.Search(ctx, "delegation", 1)
	if err != nil {
		panic(err)
	}
	fmt.Println(hits[0].Node.Label)

	// By a pattern, in the whole graph.
	g, err := f.Graph(ctx)
	if err != nil {
		panic(err)
	}
	q, err := query.Parse(`MATCH (a:Person)-[:led]->(d) RETURN a.label, d.label`)
	if err != nil {
		panic(err)
	}
	result, err := q.Run(ctx, g, query.Options{})
	if err != nil {
		panic(err)
	}
	fmt.Println(result.Rows[0].Values...)
	// Output:
	// p-ada-novak led d-port-delegation – Ada Novak led the delegation.
	// d-port-delegation met p-cy-roe – The delegation met Cy Roe.
	// port delegation
	// Ada Novak port delegation
}

// Nodes come sorted by ID, edges by their ends, then the relation: the same
// graph is always told in the same order.
func Example_iterate() {
	g := port()
	for _, n := range g.Nodes() {
		fmt.Println(n.Type, n.Label)
	}
	for _, e := range g.Edges() {
		fmt.Println(g.Label(e.From), e.Relation, g.Label(e.To), e.Modality)
	}
	// Output:
	// Delegation port delegation
	// Person Ada Novak
	// Person Cy Roe
	// port delegation met Cy Roe asserted
	// Ada Novak led port delegation asserted
}

// A part of the graph, as JSON.
func Example_export() {
	people, err := port().Select(graph.Selection{Types: []string{"Person"}})
	if err != nil {
		panic(err)
	}
	if err := out.JSON(os.Stdout, people); err != nil {
		panic(err)
	}
	// Output:
	// {"graph": {"directed": true, "nodes": {
	// "p-ada-novak": {"label":"Ada Novak","metadata":{"type":"Person","aliases":["Minister Novak"],"date":""}},
	// "p-cy-roe": {"label":"Cy Roe","metadata":{"type":"Person","aliases":[],"date":""}}
	// }, "edges": [
	// ]}}
}

func port() *graph.Graph {
	nodes := []graph.Node{
		{Type: "Person", Label: "Ada Novak", Aliases: []string{"Minister Novak"}},
		{Type: "Person", Label: "Cy Roe"},
		{Type: "Delegation", Label: "port delegation"},
	}
	if err := graph.AssignIDs(nodes); err != nil {
		panic(err)
	}
	says := func(from, relation, to, date string, start int, sentence string) graph.Edge {
		return graph.Edge{From: from, Relation: relation, To: to, Modality: schema.Asserted, Date: date, Confidence: 0.9, Rule: "by hand",
			Evidence: []graph.Evidence{{Doc: "letter.txt", Start: start, End: start + len(sentence), Text: sentence}}}
	}
	g, err := graph.New(nodes, []graph.Edge{
		says("p-ada-novak", "led", "d-port-delegation", "", 0, "Ada Novak led the delegation."),
		says("d-port-delegation", "met", "p-cy-roe", "2025-03-02", 30, "The delegation met Cy Roe."),
	})
	if err != nil {
		panic(err)
	}
	return g
}
