package main

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/schema"
)

func (a *app) stats() *cobra.Command {
	c := &cobra.Command{
		Use:   "stats [flags]",
		Short: "Count what the graph holds, and say what stands in its middle",
		Long: `stats counts entities by type and relations by kind and status, and measures how
they hang together: connected components, communities (Louvain), and for each
entity the number of others it is joined to (degree), the share of shortest
paths between others that pass it (betweenness), and how often one comes by it
who walks from subject to object at random (PageRank). Denied relations join
nothing. The same graph always gives the same figures.`,
		Example: `  kg stats -g talks.kg
  kg stats --by betweenness --list 20 --type Person
  kg stats --since 2025-03 --format json | jq .measures`,
		Args: takes(0, 0, "no argument"),
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text or json")
	by := c.Flags().String("by", "degree", "list entities by "+strings.Join(measureNames(), ", "))
	most := c.Flags().Int("list", 10, "list at most `n` entities and communities")
	narrow := selectable(c)
	completeWith(c, "format", "text", "json")
	completeWith(c, "by", measureNames()...)
	c.RunE = func(c *cobra.Command, _ []string) error {
		write, ok := map[string]func(io.Writer, *statistics) error{"text": writeStats, "json": encodeStats}[*format]
		switch {
		case !ok:
			return usagef("unknown format %q; known: text, json", *format)
		case !slices.Contains(measureNames(), *by):
			return usagef("unknown measure %q; known: %s", *by, strings.Join(measureNames(), ", "))
		case *most < 1:
			return usagef("--list must be 1 or more")
		}
		g, err := a.only(c, *file, narrow)
		if err != nil {
			return err
		}
		s := newStatistics(g, *by, *most)
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, s) })
	}
	return c
}

// statistics is what kg stats tells, in the order in which it does.
type statistics struct {
	Entities    int         `json:"entities"`
	Relations   int         `json:"relations"`
	Documents   int         `json:"documents"` // that state something
	Types       []tally     `json:"types"`
	Kinds       []tally     `json:"kinds"` // of relations
	Status      []tally     `json:"status"`
	Components  []int       `json:"components"` // their sizes, the largest first
	Modularity  float64     `json:"modularity"`
	Communities []community `json:"communities"` // of two entities or more, the largest first
	Pivots      int         `json:"pivots"`      // searches that betweenness was estimated by; 0 if it is exact
	Measures    []measured  `json:"measures"`    // the first of all entities
}

// A tally is how often something is there.
type tally struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// A community has its entities with the highest degree first.
type community struct {
	Size    int        `json:"size"`
	Members []jsonNode `json:"members"` // some of them
}

type measured struct {
	jsonNode
	Degree      int     `json:"degree"`
	Betweenness float64 `json:"betweenness"`
	PageRank    float64 `json:"pagerank"`
	Community   int     `json:"community"` // from 1; 0 for an entity alone
	Component   int     `json:"component"` // from 1
}

// measures are those that entities are listed by.
var measures = []struct {
	name string
	of   func(m *measured) float64
}{
	{"degree", func(m *measured) float64 { return float64(m.Degree) }},
	{"betweenness", func(m *measured) float64 { return m.Betweenness }},
	{"pagerank", func(m *measured) float64 { return m.PageRank }},
}

func measureNames() (names []string) {
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}

// exactSteps is how many steps of searches are worth an exact betweenness.
const exactSteps = 500_000_000

func newStatistics(g *graph.Graph, by string, most int) *statistics {
	s := &statistics{Entities: len(g.Nodes()), Relations: len(g.Edges()), Components: []int{}, Communities: []community{}, Measures: []measured{}}
	s.count(g)
	if steps := len(g.Nodes()) + 2*len(g.Edges()); len(g.Nodes()) > exactSteps/max(steps, 1) {
		s.Pivots = max(exactSteps/steps, 10)
	}
	s.measure(g)
	i := slices.Index(measureNames(), by)
	slices.SortStableFunc(s.Measures, func(x, y measured) int { return cmp.Compare(measures[i].of(&y), measures[i].of(&x)) })
	s.Measures = s.Measures[:min(most, len(s.Measures))]
	s.Communities = s.Communities[:min(most, len(s.Communities))]
	return s
}

// count tallies what the schema knows, in its order, without what is not there.
func (s *statistics) count(g *graph.Graph) {
	types, kinds, status, documents := map[string]int{}, map[string]int{}, map[string]int{}, map[string]bool{}
	for i := range g.Nodes() {
		types[g.Nodes()[i].Type]++
	}
	for i := range g.Edges() {
		e := &g.Edges()[i]
		kinds[e.Relation]++
		status[e.Modality.String()]++
		for k := range e.Evidence {
			documents[e.Evidence[k].Doc] = true
		}
	}
	s.Documents = len(documents)
	add := func(list *[]tally, name string, count int) {
		if count > 0 {
			*list = append(*list, tally{name, count})
		}
	}
	s.Types, s.Kinds, s.Status = []tally{}, []tally{}, []tally{}
	for _, t := range g.Schema().Types() {
		add(&s.Types, t.Name, types[t.Name])
	}
	for _, r := range g.Schema().Relations() {
		add(&s.Kinds, r.Name, kinds[r.Name])
	}
	for m := schema.Asserted; m <= schema.Denied; m++ {
		add(&s.Status, m.String(), status[m.String()])
	}
}

// measure fills what the library measures.
func (s *statistics) measure(g *graph.Graph) {
	degree, between, rank, component := g.Degrees(), g.Betweenness(s.Pivots), g.PageRank(), g.Components()
	in, modularity := g.Communities()
	s.Modularity = rounded(modularity)
	size := make([]int, len(in))
	for _, c := range in {
		size[c]++
	}
	for i, n := range g.Nodes() {
		for len(s.Components) <= component[i] {
			s.Components = append(s.Components, 0)
		}
		s.Components[component[i]]++
		m := measured{jsonNode: jsonNode{n.ID, n.Label, n.Type}, Degree: degree[i], Betweenness: rounded(between[i]), PageRank: rounded(rank[i]), Component: component[i] + 1}
		if size[in[i]] > 1 {
			m.Community = in[i] + 1
		}
		s.Measures = append(s.Measures, m)
	}
	s.gather()
}

// membersShown is how many entities of a community are named.
const membersShown = 8

// gather lists the communities with their most connected entities.
func (s *statistics) gather() {
	byDegree := slices.Clone(s.Measures)
	slices.SortStableFunc(byDegree, func(x, y measured) int { return y.Degree - x.Degree })
	for i := range byDegree {
		m := &byDegree[i]
		for len(s.Communities) < m.Community {
			s.Communities = append(s.Communities, community{Members: []jsonNode{}})
		}
		if m.Community == 0 {
			continue
		}
		c := &s.Communities[m.Community-1]
		if c.Size++; c.Size <= membersShown {
			c.Members = append(c.Members, m.jsonNode)
		}
	}
}

// rounded leaves the digits that are the same on all machines.
func rounded(f float64) float64 { return math.Round(f*1e6) / 1e6 }

func encodeStats(w io.Writer, s *statistics) error { return encode(w, s) }
