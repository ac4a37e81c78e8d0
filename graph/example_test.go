package graph_test

import (
	"fmt"

	"kg/graph"
	"kg/schema"
)

// says makes an edge with the sentence that states it.
func says(from, relation, to string, m schema.Modality, sentence string) graph.Edge {
	return graph.Edge{From: from, Relation: relation, To: to, Modality: m, Confidence: 0.9, Rule: "by hand",
		Evidence: []graph.Evidence{{Doc: "letter.txt", Start: 0, End: len(sentence), Text: sentence}}}
}

// A graph made by hand: name the nodes, then join them.
func ExampleNew() {
	nodes := []graph.Node{
		{Type: "Person", Label: "Ada Novak", Aliases: []string{"Novak", "Minister Novak"}},
		{Type: "Delegation", Label: "Norlandian delegation"},
		{Type: "Meeting", Label: "talks in Lucerne", Date: "2025-11-30"},
	}
	if err := graph.AssignIDs(nodes); err != nil {
		panic(err)
	}
	g, err := graph.New(nodes, []graph.Edge{
		says("p-ada-novak", "led", "d-norlandian-delegation", schema.Asserted, "Ada Novak led the delegation."),
		says("d-norlandian-delegation", "participated_in", "m-talks-in-lucerne-2025-11-30", schema.Planned, "It will go to the talks."),
	})
	if err != nil {
		panic(err)
	}
	for _, e := range g.Edges() {
		fmt.Println(e.From, e.Relation, e.To, e.Modality)
	}
	fmt.Println(g.Find("minister novak")[0].Label)
	// Output:
	// d-norlandian-delegation participated_in m-talks-in-lucerne-2025-11-30 planned
	// p-ada-novak led d-norlandian-delegation asserted
	// Ada Novak
}

// A path names for each hop the edges that join the two nodes, with the
// sentences that say so.
func ExampleGraph_ShortestPaths() {
	g, err := graph.New(
		[]graph.Node{{ID: "p-a", Type: "Person", Label: "Ada"}, {ID: "d-x", Type: "Delegation", Label: "delegation"}, {ID: "p-b", Type: "Person", Label: "Bo"}},
		[]graph.Edge{
			says("p-a", "led", "d-x", schema.Asserted, "Ada led the delegation."),
			says("p-b", "met", "d-x", schema.Asserted, "Bo met the delegation."),
		})
	if err != nil {
		panic(err)
	}
	paths, err := g.ShortestPaths("p-a", "p-b", graph.PathOptions{})
	if err != nil {
		panic(err)
	}
	for _, hop := range paths[0].Hops {
		e := hop.Edges[0]
		r, _ := g.Schema().Relation(e.Relation)
		reading := r.Says(e.Modality, e.Role)
		if e.From != hop.From {
			reading = r.Back(e.Modality)
		}
		fmt.Printf("%s %s %s: %q\n", hop.From, reading, hop.To, e.Evidence[0].Text)
	}
	// Output:
	// p-a led d-x: "Ada led the delegation."
	// d-x met p-b: "Bo met the delegation."
}

// The best paths of any length: here the shortest, and a longer one that the
// sentences are surer of.
func ExampleGraph_Paths() {
	sure := says("p-a", "led", "d-x", schema.Asserted, "Ada led the delegation.")
	sure.Confidence = 0.9
	g, err := graph.New(
		[]graph.Node{{ID: "p-a", Type: "Person", Label: "Ada"}, {ID: "d-x", Type: "Delegation", Label: "delegation"}, {ID: "p-b", Type: "Person", Label: "Bo"}},
		[]graph.Edge{
			sure,
			says("p-b", "met", "d-x", schema.Asserted, "Bo met the delegation."),
			says("p-a", "met", "p-b", schema.Possible, "Ada may have met Bo."),
		})
	if err != nil {
		panic(err)
	}
	for _, weight := range []graph.Weight{graph.Hops, graph.Certainty} {
		paths, err := g.Paths("p-a", "p-b", graph.PathOptions{Weight: weight})
		if err != nil {
			panic(err)
		}
		for _, p := range paths {
			fmt.Println(p.Nodes)
		}
	}
	// Output:
	// [p-a p-b]
	// [p-a d-x p-b]
	// [p-a d-x p-b]
	// [p-a p-b]
}
