package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kg/graph"
)

const (
	mostCommunities = 16 // in a diagram of them, unless Max says otherwise
	mostMembers     = 5  // names in a card
	leastCommunity  = 3  // members; smaller ones are left out
	linesEach       = 2  // lines kept for each community, the strongest
)

// A community is a part of the graph with many links within and few to others.
type community struct {
	members []ranked // the weightiest first
}

// communityContent shows the communities of a graph as cards, each with the
// names of its most connected members, and how many relations join them.
func communityContent(v *view, most int) (*content, error) {
	g, err := foreground(v.whole)
	if err != nil {
		return nil, err
	}
	all, of := communitiesOf(g)
	all = all[:min(len(all), cmp.Or(most, mostCommunities))]
	c := &content{view: v, at: map[string]*card{}, counted: true}
	for _, x := range all {
		n, _ := g.Node(x.members[0].id)
		t, _ := g.Schema().Type(n.Type)
		k := &card{node: n, typ: t}
		for _, m := range x.members[1:min(mostMembers, len(x.members))] {
			member, _ := g.Node(m.id)
			k.list = append(k.list, member.Label)
		}
		if more := len(x.members) - mostMembers; more > 0 {
			k.list = append(k.list, fmt.Sprintf("and %d more", more))
		}
		c.cards, c.at[n.ID] = append(c.cards, k), k
	}
	slices.SortFunc(c.cards, func(a, b *card) int { return strings.Compare(a.node.ID, b.node.ID) })
	c.lines = between(g, all, of)
	return c, nil
}

// communitiesOf returns the communities that are large enough, the largest
// first, and the place of each node's among them.
func communitiesOf(g *graph.Graph) ([]community, map[string]int) {
	at, _ := g.Communities()
	of := map[string]int{}
	var all []community
	for i, n := range g.Nodes() {
		for len(all) <= at[i] {
			all = append(all, community{})
		}
		x := &all[at[i]]
		x.members = append(x.members, ranked{n.ID, weight(g, n.ID)})
		of[n.ID] = at[i]
	}
	for i := range all {
		all[i].members = top(all[i].members, len(all[i].members))
	}
	end := slices.IndexFunc(all, func(x community) bool { return len(x.members) < leastCommunity }) // the largest is the first
	if end >= 0 {
		all = all[:end]
	}
	return all, of
}

// between makes a line of all edges between two communities, and keeps the
// strongest of each community.
func between(g *graph.Graph, all []community, of map[string]int) []line {
	joined := map[[2]int]*line{}
	var order [][2]int
	for _, e := range g.Edges() {
		a, b := of[e.From], of[e.To]
		if a == b || a >= len(all) || b >= len(all) {
			continue
		}
		key := [2]int{min(a, b), max(a, b)}
		if joined[key] == nil {
			joined[key] = &line{}
			order = append(order, key)
		}
		e.From, e.To = all[key[0]].members[0].id, all[key[1]].members[0].id
		joined[key].edges = append(joined[key].edges, e)
	}
	slices.SortStableFunc(order, func(x, y [2]int) int {
		return cmp.Or(cmp.Compare(len(joined[y].edges), len(joined[x].edges)), slices.Compare(x[:], y[:]))
	})
	kept := map[int]int{}
	var out []line
	for _, key := range order {
		if kept[key[0]] < linesEach || kept[key[1]] < linesEach {
			kept[key[0]]++
			kept[key[1]]++
			out = append(out, *joined[key])
		}
	}
	slices.SortStableFunc(out, func(x, y line) int {
		return cmp.Or(strings.Compare(x.edges[0].From, y.edges[0].From), strings.Compare(x.edges[0].To, y.edges[0].To))
	})
	return out
}
