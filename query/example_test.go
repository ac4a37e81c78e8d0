package query_test

import (
	"context"
	"errors"
	"fmt"

	"kg/graph"
	"kg/query"
	"kg/schema"
)

// port is a small graph: two people of one delegation, who met a third.
func port() *graph.Graph {
	says := func(from, relation, to, date, sentence string) graph.Edge {
		return graph.Edge{From: from, Relation: relation, To: to, Modality: schema.Asserted, Date: date, Confidence: 0.9, Rule: "by hand",
			Evidence: []graph.Evidence{{Doc: "letter.txt", Start: 0, End: len(sentence), Text: sentence}}}
	}
	g, err := graph.New(
		[]graph.Node{
			{ID: "p-ada", Type: "Person", Label: "Ada Novak"}, {ID: "p-bo", Type: "Person", Label: "Bo Ek"},
			{ID: "p-cy", Type: "Person", Label: "Cy Roe"}, {ID: "d-port", Type: "Delegation", Label: "port delegation"},
		},
		[]graph.Edge{
			says("p-ada", "led", "d-port", "2025-03-01", "Ada Novak led the delegation."),
			says("p-bo", "member_of", "d-port", "", "Bo Ek was among them."),
			says("d-port", "met", "p-cy", "2025-03-02", "The delegation met Cy Roe."),
		})
	if err != nil {
		panic(err)
	}
	return g
}

func ExampleQuery_Run() {
	q, err := query.Parse(`MATCH (a:Person)-[r:led|member_of]->(d)-[:met]-(b:Person)
		WHERE b.label <> $without RETURN a, type(r) AS how, b ORDER BY a.label DESC`)
	if err != nil {
		panic(err)
	}
	result, err := q.Run(context.Background(), port(), query.Options{Parameters: map[string]any{"without": "Dee Lund"}})
	if err != nil {
		panic(err)
	}
	fmt.Println(result.Columns)
	for _, row := range result.Rows {
		fmt.Println(row.Values[0].(*graph.Node).Label, row.Values[1], row.Values[2].(*graph.Node).Label)
	}
	// Output:
	// [a how b]
	// Bo Ek member_of Cy Roe
	// Ada Novak led Cy Roe
}

// The short form, and the sentences behind each answer.
func ExampleOptions_edges() {
	q, err := query.Parse(`Novak -led-> ?d -met-> ?x`)
	if err != nil {
		panic(err)
	}
	result, err := q.Run(context.Background(), port(), query.Options{Edges: true})
	if err != nil {
		panic(err)
	}
	for _, row := range result.Rows {
		fmt.Println(row.Values[1].(*graph.Node).Label)
		for _, e := range row.Edges {
			fmt.Println(" ", e.Evidence[0].Text)
		}
	}
	// Output:
	// Cy Roe
	//   Ada Novak led the delegation.
	//   The delegation met Cy Roe.
}

// A path is a value too.
func ExamplePath() {
	q, err := query.Parse(`MATCH p = shortestPath((a {name: 'Bo Ek'})-[*..4]-(b {name: 'Cy Roe'})) RETURN p`)
	if err != nil {
		panic(err)
	}
	result, err := q.Run(context.Background(), port(), query.Options{})
	if err != nil {
		panic(err)
	}
	for _, n := range result.Rows[0].Values[0].(query.Path).Nodes {
		fmt.Println(n.Label)
	}
	// Output:
	// Bo Ek
	// port delegation
	// Cy Roe
}

// What is wrong with a query is said with its place.
func ExampleError() {
	q, err := query.Parse(`MATCH (a)-[:leed]->(b) RETURN a`)
	if err != nil {
		panic(err)
	}
	_, err = q.Run(context.Background(), port(), query.Options{})
	fmt.Println(err)
	var mistake *query.Error
	if errors.As(err, &mistake) {
		fmt.Println(mistake.Column)
	}
	// Output:
	// 1:13: unknown relation "leed"; did you mean led?
	// 13
}
