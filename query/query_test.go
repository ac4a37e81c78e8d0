package query_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/query"
	"kg/schema"
)

func TestErrors(t *testing.T) {
	g := port()
	for _, c := range []struct{ query, want string }{
		{``, `1:1: the query is empty; try: MATCH (a)-[r]->(b) RETURN a, r, b`},
		{`MATCH (a:Persn) RETURN a`, `1:10: unknown type "Persn"; did you mean Person?`},
		{`MATCH (a:person) RETURN a`, `1:10: unknown type "person"; did you mean Person?`},
		{"MATCH (a)\n  -[:memberof]-> (b) RETURN a", `2:6: unknown relation "memberof"; did you mean member_of?`},
		{`MATCH (a) RETURN b`, `1:18: unknown variable b; a text stands in quotes: 'b'`},
		{`MATCH (person) RETURN persn`, `1:23: unknown variable persn; did you mean person?`},
		{`MATCH (a) RETURN a.lable`, `1:20: a node has no property "lable"; did you mean label?`},
		{`MATCH (a)-[r]->(b) RETURN r.colour`, `1:29: a relation has no property "colour"; known: id, relation, type,`},
		{`MATCH (a)-[r {mood: 'x'}]->(b) RETURN r`, `1:15: a relation has no property "mood"`},
		{`MATCH (a)-[r*2]->(b) RETURN r.date`, `1:31: r is a row of relations, which has no properties; put it into the relation`},
		{`MATCH (a)-[r {status: 'deny'}]->(b) RETURN r`, `1:23: unknown status "deny"; known: asserted, planned, possible, denied`},
		{`MATCH (a)-[r]->(b) WHERE type(a) = 'x' AND r.status = 'plannd' RETURN r`, `1:55: unknown status "plannd"; did you mean planned?`},
		{`MATCH (a) WHERE a.type IN ['Person', 'Land'] RETURN a`, `1:27: unknown type "Land"`},
		{`MATCH ()-[r]->() WHERE r.date > 'spring' RETURN r`, `1:33: "spring" is no date; write it as 2025-03-02, 2025-03 or 2025`},
		{`MATCH ()-[r]->() WHERE r.date > date('spring') RETURN r`, `1:38: no date`},
		{`MATCH (a) WHERE a.label =~ '(' RETURN a`, "1:28: missing closing ): `^(?:()$`"},
		{`MATCH (a {name: 'Zed Zimmer'}) RETURN a`, `1:17: no entity named "Zed Zimmer"`},
		{`MATCH (a {name: 'Nowak'}) RETURN a`, `1:17: no entity named "Nowak"; nearest: Ada Novak`},
		{`Nowak -met-> ?x`, `1:1: no entity named "Nowak"; nearest: Ada Novak`},
		{`Ada Novak -met-> ?x`, `1:5: unexpected "Novak"; a name of several words needs quotes: "Ana Gil" -met-> ?x`},
		{`Novak -leads-> ?x`, `1:8: unknown relation "leads"`},
		{`MATCH (a) RETURN a LIMIT -1`, `1:26: SKIP and LIMIT take a number of rows`},
		{`MATCH (a) RETURN a LIMIT many`, `1:26: unexpected "many"`},
		{`MATCH (a) WEHRE a.id = 'x' RETURN a`, `1:11: unexpected "WEHRE"; did you mean WHERE?`},
		{`MATCH (a RETURN a`, `1:10: unexpected "RETURN"; RETURN stands where it cannot`},
		{`MATCH (a)-[r]-`, `1:15: the query ends too early`},
		{`MATCH (a`, `1:9: the query ends too early; a "(" is never closed`},
		{`MATCH (a {label: 'x}) RETURN a`, `1:18: what begins here is no word, number, text or sign; the text after ' is never closed`},
		{`MATCH (a) DELETE a`, `1:11: unexpected "DELETE"; kg match reads MATCH,`},
		{`MATCH (a)-[r]->(b)-[r]->(c) RETURN a`, `1:19: r is named twice`},
		{`MATCH (a)-[a]->(b) RETURN a`, `1:10: a is named twice`},
		{`MATCH (a)-[r]->(b), (r) RETURN a`, `1:21: r is a relation; it cannot be a node too`},
		{`MATCH (a)-[*5..2]->(b) RETURN a`, `1:12: no row of relations has at least 5 and at most 2`},
		{`MATCH (a)-[*..99]->(b) RETURN a`, `1:12: 99 is not a number of relations from 0 to 50`},
		{`MATCH p = shortestPath((a)-[*2..3]-(b)) RETURN p`, `1:7: a shortest path cannot be of 2 relations at least`},
		{`MATCH p = shortestPath((a)--(b)--(c)) RETURN p`, `1:7: shortestPath takes two nodes`},
		{`MATCH (a) RETURN count(count(a))`, `1:24: count stands in RETURN by itself`},
		{`MATCH (a) RETURN sum()`, `1:18: sum takes one value`},
		{`MATCH (a) RETURN lenght(a)`, `1:18: unknown function "lenght"; did you mean length?`},
		{`MATCH (a) RETURN a.id, a.id`, `1:24: two columns are named a.id; give one another name with AS`},
		{`MATCH (a) RETURN DISTINCT a.type ORDER BY a.label`, `1:43: ORDER BY a.label: what DISTINCT or a total leaves is ordered by its columns`},
		{`MATCH (a) WHERE a.label = $who RETURN a`, `1:27: no value is given for the parameter $who`},
		{strings.Repeat("(", 100), `1:61: more than 60 brackets within each other`},
	} {
		q, err := query.Parse(c.query)
		if err == nil {
			_, err = q.Run(t.Context(), g, query.Options{})
		}
		var mistake *query.Error
		if !errors.As(err, &mistake) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s\ngot  %v\nwant %s", c.query, err, c.want)
		}
	}
}

func TestSeveralOfOneName(t *testing.T) {
	g, err := graph.New([]graph.Node{{ID: "p-a", Type: "Person", Label: "Ada Lund"}, {ID: "p-b", Type: "Person", Label: "Bo Lund"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	q, err := query.Parse(`Lund -met-> ?x`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = q.Run(t.Context(), g, query.Options{}); fmt.Sprint(err) != `1:1: "Lund" may be Ada Lund (p-a) or Bo Lund (p-b); say which by its ID` {
		t.Errorf("got %v", err)
	}
	if got := rows(t, g, `MATCH (a) WHERE a.name = 'Bo' OR a.id = 'p-a' RETURN a`); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}

// crowd is a graph in which everybody met everybody.
func crowd(t testing.TB, size int) *graph.Graph {
	var nodes []graph.Node
	var edges []graph.Edge
	for i := range size {
		nodes = append(nodes, graph.Node{ID: fmt.Sprintf("p-%02d", i), Type: "Person", Label: fmt.Sprintf("P%d", i)})
		for k := range i {
			edges = append(edges, graph.Edge{From: nodes[k].ID, To: nodes[i].ID, Relation: "met", Modality: schema.Asserted, Confidence: 1, Rule: "r",
				Evidence: []graph.Evidence{{Doc: "a.txt", Start: 0, End: 1, Text: "x"}}})
		}
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestNothingRunsAway: these would look at 10^9 and many more.
func TestNothingRunsAway(t *testing.T) {
	g := crowd(t, 60)
	for _, text := range []string{
		`MATCH (a)-[*]-(b) RETURN count(*)`,
		`MATCH (a)-[*1..8]-(b) RETURN a, b`,
		`MATCH (a {name: 'P1'})-[*6]-(b {name: 'P2'}) RETURN count(*)`,
		`MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)`,
		`MATCH (a), (b), (c), (d) RETURN a, b, c, d`,
		`MATCH (a)--(b)--(c)--(d)--(e)--(f) WHERE a.label = f.label RETURN a LIMIT 1`,
		`MATCH p = allShortestPaths((a)-[*]-(b)), (c), (d), (e), (f) RETURN count(*)`,
		`MATCH (a) WHERE EXISTS { (a)-[*8]-(b) WHERE b.label = 'nobody' } RETURN a`,
	} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var said [2]string
		for i := range said {
			_, err = q.Run(t.Context(), g, query.Options{Budget: 300_000})
			said[i] = fmt.Sprint(err)
			if !errors.Is(err, query.ErrBudget) || !strings.Contains(said[i], "not complete after 300000 nodes and relations") {
				t.Errorf("%s: got %v", text, err)
			}
		}
		if said[0] != said[1] {
			t.Errorf("%s: %q and then %q", text, said[0], said[1])
		}
	}
}

func TestDeadline(t *testing.T) {
	q, err := query.Parse(`MATCH (a)-[*]-(b) RETURN count(*)`)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	if _, err := q.Run(ctx, crowd(t, 60), query.Options{Budget: 1 << 40}); !errors.Is(err, query.ErrBudget) || !strings.Contains(err.Error(), "in the time given") {
		t.Errorf("got %v", err)
	}
}

// TestOrderIsThatOfTheAnswer: patterns written in another order, which are
// planned otherwise, give the same rows in the same order.
func TestOrderIsThatOfTheAnswer(t *testing.T) {
	for seed := range uint64(20) {
		g := random(t, rand.New(rand.NewPCG(seed, 2)), 15, 50)
		a := rows(t, g, `MATCH (a:Person)-[:met]-(b)-[:led|member_of]->(c) RETURN a, b, c`)
		b := rows(t, g, `MATCH (c)<-[:led|member_of]-(b), (b)-[:met]-(a:Person) RETURN a, b, c`)
		c := rows(t, g, `MATCH (a), (b), (c) MATCH (b)-[x:met]-(a), (b)-[:led|member_of]->(c) WHERE a.type = 'Person' RETURN a, b, c`)
		if !reflect.DeepEqual(a, b) || !reflect.DeepEqual(a, c) {
			t.Fatalf("seed %d:\n%q\n%q\n%q", seed, a, b, c)
		}
	}
}

// TestLimitKeepsTheFirst compares a bounded answer with the beginning of the
// whole one.
func TestLimitKeepsTheFirst(t *testing.T) {
	g := crowd(t, 50)
	whole := rows(t, g, `MATCH (a)-[r]-(b) RETURN a, b, r ORDER BY b.label DESC`)
	some := rows(t, g, `MATCH (a)-[r]-(b) RETURN a, b, r ORDER BY b.label DESC SKIP 3 LIMIT 5`)
	if !reflect.DeepEqual(some, whole[3:8]) {
		t.Errorf("got %q, want %q", some, whole[3:8])
	}
}

func TestEdgesOfAnAnswer(t *testing.T) {
	q, err := query.Parse(`MATCH (d:Delegation)<-[:led|member_of]-(p) RETURN d, count(*)`)
	if err != nil {
		t.Fatal(err)
	}
	r, err := q.Run(t.Context(), port(), query.Options{Edges: true})
	if err != nil || len(r.Rows) != 1 || len(r.Rows[0].Edges) != 2 {
		t.Errorf("got %+v, %v", r, err)
	}
}

// FuzzParse: no text makes it panic, mistakes have a place within the text, and
// what is read can be asked.
func FuzzParse(f *testing.F) {
	for _, c := range sqlCases {
		f.Add(c.query)
	}
	f.Add("MATCH p = (a)<-[r:met*1..2 {status: 'denied'}]-(b) WHERE (a)--(b) RETURN p // x")
	f.Add("\"A\" -met-> ?x, ?x <-led- `y z` WHERE ?x.date < '2025' ORDER BY x LIMIT $n")
	g := port()
	f.Fuzz(func(t *testing.T, text string) {
		q, err := query.Parse(text)
		if err == nil {
			_, err = q.Run(t.Context(), g, query.Options{Budget: 2000, Parameters: map[string]any{"n": 2}})
		}
		var mistake *query.Error
		switch {
		case err == nil || errors.Is(err, query.ErrBudget):
		case !errors.As(err, &mistake):
			t.Errorf("%q: %v has no place", text, err)
		default:
			lines := strings.Split(text, "\n")
			if mistake.Line < 1 || mistake.Line > len(lines) || mistake.Column < 1 || mistake.Column > len([]rune(lines[mistake.Line-1]))+1 {
				t.Errorf("%q: %v is outside", text, err)
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	g := random(b, rand.New(rand.NewPCG(1, 1)), 2000, 8000)
	q, err := query.Parse(`MATCH (a:Person)-[:met]-(b)-[:led|member_of]->(c) WHERE a.label <> b.label RETURN c, count(*) AS n ORDER BY n DESC LIMIT 10`)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := q.Run(b.Context(), g, query.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
