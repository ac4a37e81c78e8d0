// Command graph of the benchmarks makes a large graph and writes it in the JSON
// that kg imports. The same numbers give the same bytes. It hangs together, and
// what is joined to much is joined to more (preferential attachment), as with
// people and countries in the news.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"kg/graph"
	"kg/out"
	"kg/schema"
)

func main() {
	nodes := flag.Int("nodes", 200_000, "how many nodes")
	edges := flag.Int("edges", 1_000_000, "how many edges, at least as many as nodes")
	flag.Parse()
	if err := run(*nodes, *edges); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(nodes, edges int) error {
	s, err := schema.Load()
	if err != nil {
		return err
	}
	m := &maker{schema: s, rng: rand.New(rand.NewPCG(1, 2)), drawn: map[[2]int]bool{}}
	m.makeNodes(nodes)
	m.makeEdges(edges)
	g, err := graph.New(m.nodes, m.edges)
	if err != nil {
		return err
	}
	return out.JSON(os.Stdout, g)
}

// A maker holds what is made so far.
type maker struct {
	schema *schema.Schema
	rng    *rand.Rand
	nodes  []graph.Node
	edges  []graph.Edge
	drawn  map[[2]int]bool // pairs that an edge joins
	ends   []int           // a node as often as edges touch it
}

// The types of the nodes, as often as they come.
var types = []string{"Person", "Person", "Person", "Person", "Person", "Organization", "Organization", "Country", "Meeting", "Proposal"}

var syllables = []string{"ba", "del", "fi", "gor", "hu", "jan", "ka", "lem", "mi", "nor", "pa", "rel", "si", "tor", "vu", "zan"}

// name makes a word of five syllables, another one for each number below 16⁵.
func name(n int) string {
	n = n*7919 + 104729
	word := ""
	for range 5 {
		word += syllables[n%len(syllables)]
		n /= len(syllables)
	}
	return string(word[0]-'a'+'A') + word[1:]
}

func (m *maker) makeNodes(count int) {
	for i := range count {
		given, family := name(i%997), name(i)
		n := graph.Node{Type: types[m.rng.IntN(len(types))], Label: given + " " + family, Aliases: []string{given + " " + family, family}}
		m.nodes = append(m.nodes, n)
	}
	graph.AssignIDsWith(m.schema, m.nodes)
}

// makeEdges joins each node to one before it, so that all hang together, and
// then any node to one that is drawn by its edges.
func (m *maker) makeEdges(count int) {
	for n := 1; n < len(m.nodes); n++ {
		for !m.join(n, m.near(n)) {
		}
	}
	for len(m.edges) < count {
		m.join(m.rng.IntN(len(m.nodes)), m.near(len(m.nodes)))
	}
}

// near draws a node below n, half of the time by its edges.
func (m *maker) near(n int) int {
	if len(m.ends) > 0 && m.rng.IntN(2) == 0 {
		return m.ends[m.rng.IntN(len(m.ends))]
	}
	return m.rng.IntN(n)
}

// join adds an edge between two nodes in either direction, and reports whether
// the schema knows one and no edge joins them yet.
func (m *maker) join(a, b int) bool {
	if m.rng.IntN(2) == 0 {
		a, b = b, a
	}
	if a == b || m.drawn[[2]int{a, b}] || m.drawn[[2]int{b, a}] {
		return false
	}
	may := slices.DeleteFunc(m.schema.Relations(), func(r schema.Relation) bool {
		return m.schema.Check(r.Name, m.nodes[a].Type, m.nodes[b].Type) != nil
	})
	if len(may) == 0 {
		return false
	}
	m.drawn[[2]int{a, b}] = true
	m.ends = append(m.ends, a, b)
	m.edges = append(m.edges, m.edge(a, b, may[m.rng.IntN(len(may))]))
	return true
}

// The documents have this many sentences of an edge each.
const sentences = 20

func (m *maker) edge(a, b int, r schema.Relation) graph.Edge {
	e := graph.Edge{From: m.nodes[a].ID, To: m.nodes[b].ID, Relation: r.Name, Rule: "made", Confidence: float64(50+m.rng.IntN(50)) / 100}
	e.Modality = schema.Modality(1 + max(0, m.rng.IntN(12)-8)) // three in four are asserted
	if m.rng.IntN(3) > 0 {
		e.Date = m.day()
	}
	text := fmt.Sprintf("%s %s %s, officials said after the session.", m.nodes[a].Label, r.Says(e.Modality, ""), m.nodes[b].Label)
	number := len(m.edges)
	start := number % sentences * 200
	e.Evidence = []graph.Evidence{{Doc: fmt.Sprintf("%06d.txt", number/sentences), Start: start, End: start + len(text), Text: text, Rule: "made",
		Date: fmt.Sprintf("%d-%02d-%02d", 2010+number/sentences%15, 1+number/sentences%12, 1+number/sentences%28)}}
	return e
}

func (m *maker) day() string {
	return fmt.Sprintf("%d-%02d-%02d", 2010+m.rng.IntN(15), 1+m.rng.IntN(12), 1+m.rng.IntN(28))
}
