package diagram

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// defaultMax is how many nodes a diagram shows unless told otherwise: about
// what fits a screen in a legible size.
const defaultMax = 40

// A view is what a diagram shows of a graph.
type view struct {
	graph *graph.Graph // nodes and edges of the view
	whole *graph.Graph // what it was taken from
	lines []line       // in the order of the graph's edges
	total int          // nodes of the whole graph, those that stand aside only if all are shown
}

// A line is drawn from one node to another and stands for all edges between
// them in that direction.
type line struct{ edges []graph.Edge }

// viewOf selects what to show. With all it is everything; else edges that
// follow from others, nodes that have no edge, and the least important nodes
// above most are left out.
func viewOf(g *graph.Graph, all bool, most int) (*view, error) {
	v := &view{graph: g, whole: g, total: len(g.Nodes())}
	if all {
		v.lines = fold(g.Edges())
		return v, nil
	}
	g, err := foreground(g)
	if err != nil {
		return nil, err
	}
	v.total = len(g.Nodes())
	keep := important(g, cmp.Or(most, defaultMax))
	small, err := restrict(g, keep)
	if err == nil && len(small.Nodes()) < connected(g) {
		small, err = restrict(small, without(small, smallIsland))
	}
	if err != nil {
		return nil, err
	}
	v.graph = small
	v.lines = fold(small.Essential())
	return v, nil
}

// foreground returns the graph without the edges of relations that stand aside,
// without words said, which stand in the tooltips of their speakers, and without
// the nodes that have no other edges. If nothing were left, words stay.
func foreground(g *graph.Graph) (*graph.Graph, error) {
	words := func(id string) bool { n, _ := g.Node(id); return n.Text != "" }
	for _, drop := range []func(e *graph.Edge) bool{
		func(e *graph.Edge) bool { return aside(g, e) || words(e.From) || words(e.To) },
		func(e *graph.Edge) bool { return aside(g, e) },
	} {
		edges := slices.DeleteFunc(slices.Clone(g.Edges()), func(e graph.Edge) bool { return drop(&e) })
		if len(edges) == len(g.Edges()) {
			return g, nil
		}
		if len(edges) > 0 {
			return graph.NewWith(g.Schema(), slices.DeleteFunc(slices.Clone(g.Nodes()), func(n graph.Node) bool {
				of := g.EdgesOf(n.ID)
				return len(of) > 0 && !slices.ContainsFunc(of, func(e graph.Edge) bool { return !drop(&e) })
			}), claimless(edges, words))
		}
	}
	return g, nil
}

// claimless takes claimants that are gone out of edges.
func claimless(edges []graph.Edge, gone func(id string) bool) []graph.Edge {
	for i := range edges {
		if edges[i].Claimed != "" && gone(edges[i].Claimed) {
			edges[i].Claimed = ""
		}
	}
	return edges
}

func aside(g *graph.Graph, e *graph.Edge) bool {
	r, _ := g.Schema().Relation(e.Relation)
	return r.Aside
}

// standsAside reports whether a node has edges and all are of relations that
// stand aside.
func standsAside(g *graph.Graph, id string) bool {
	edges := g.EdgesOf(id)
	return len(edges) > 0 && !slices.ContainsFunc(edges, func(e graph.Edge) bool { return !aside(g, &e) })
}

// important returns the IDs of up to most nodes: those that are joined to the
// most others, and where these are not joined to each other, their neighbours.
// Of the muted types there are only as many as the others leave room for, a
// quarter at most. Nodes without edges are none of them.
func important(g *graph.Graph, most int) map[string]bool {
	muted := map[string]bool{}
	for _, t := range g.Schema().Types() {
		muted[t.Name] = t.Muted
	}
	weights := map[string]int{}
	var loud, quiet []ranked
	for i := range g.Nodes() {
		n := &g.Nodes()[i]
		r := ranked{n.ID, weight(g, n.ID)}
		weights[n.ID] = r.weight
		switch {
		case r.weight == 0:
		case muted[n.Type]:
			quiet = append(quiet, r)
		default:
			loud = append(loud, r)
		}
	}
	keep := map[string]bool{}
	for _, r := range top(loud, most) {
		keep[r.id] = true
	}
	if len(loud) > most {
		keep = grown(g, keep, weights, func(id string) bool { n, _ := g.Node(id); return !muted[n.Type] })
	}
	for _, r := range top(quiet, min(most/4, most-len(keep))) {
		keep[r.id] = true
	}
	return keep
}

// grown takes out of keep the nodes that have no neighbour in it, and puts in
// as many neighbours of the others: each time the one with the most links to
// what is kept, and of these the weightiest.
func grown(g *graph.Graph, keep map[string]bool, weights map[string]int, fits func(id string) bool) map[string]bool {
	most := len(keep)
	links := map[string]int{} // of each node to those kept
	out := map[string]bool{}
	add := func(id string) {
		out[id] = true
		for x := range neighbours(g, id) {
			links[x]++
		}
	}
	var seeds []ranked
	for id := range keep {
		seeds = append(seeds, ranked{id, weights[id]})
	}
	for i, r := range top(seeds, most) {
		near := neighbours(g, r.id)
		joined := false
		for x := range near {
			joined = joined || keep[x]
		}
		if joined || i == 0 {
			add(r.id)
		}
	}
	for len(out) < most {
		best := ranked{weight: -1}
		for id, n := range links {
			r := ranked{id, 1000*min(n, 3) + min(weights[id], 999)}
			if !out[id] && fits(id) && (r.weight > best.weight || r.weight == best.weight && r.id < best.id) {
				best = r
			}
		}
		if best.weight < 0 {
			break
		}
		add(best.id)
	}
	return out
}

// neighbours are the nodes that edges join to a node.
func neighbours(g *graph.Graph, id string) map[string]bool {
	out := map[string]bool{}
	for _, e := range g.EdgesOf(id) {
		out[e.From], out[e.To] = true, true
	}
	delete(out, id)
	return out
}

type ranked struct {
	id     string
	weight int
}

// weight counts the nodes that a node is joined to thrice and the places in
// the documents that say so once.
func weight(g *graph.Graph, id string) int {
	others := map[string]bool{}
	places := 0
	for _, e := range g.EdgesOf(id) {
		others[e.From], others[e.To] = true, true
		for i := range e.Evidence {
			if e.Evidence[i].Copy == "" {
				places++
			}
		}
	}
	delete(others, id)
	return 3*len(others) + places
}

// top returns the n of greatest weight, equals by ID.
func top(list []ranked, n int) []ranked {
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.id, b.id))
	})
	return list[:max(0, min(n, len(list)))]
}

// restrict returns the graph of the nodes to keep, without those that lose all
// their edges.
func restrict(g *graph.Graph, keep map[string]bool) (*graph.Graph, error) {
	var edges []graph.Edge
	used := map[string]bool{}
	for _, e := range g.Edges() {
		if keep[e.From] && keep[e.To] {
			used[e.From], used[e.To] = true, true
			if !keep[e.Claimed] {
				e.Claimed = "" // the claimant is not in the picture
			}
			edges = append(edges, e)
		}
	}
	var nodes []graph.Node
	for _, n := range g.Nodes() {
		if used[n.ID] {
			nodes = append(nodes, n)
		}
	}
	return graph.NewWith(g.Schema(), nodes, edges)
}

// connected counts the nodes that have an edge.
func connected(g *graph.Graph) int {
	n := 0
	for i := range g.Nodes() {
		if len(g.EdgesOf(g.Nodes()[i].ID)) > 0 {
			n++
		}
	}
	return n
}

// smallIsland is the number of nodes up to which a part that nothing joins to
// the rest is left out of a view that leaves out nodes anyway.
const smallIsland = 3

// without returns the IDs of the nodes in parts of more than size nodes, or of
// all nodes if every part is that small.
func without(g *graph.Graph, size int) map[string]bool {
	keep, all := map[string]bool{}, map[string]bool{}
	for i := range g.Nodes() {
		id := g.Nodes()[i].ID
		if all[id] {
			continue
		}
		part := reach(g, id)
		for _, x := range part {
			all[x] = true
			if len(part) > size {
				keep[x] = true
			}
		}
	}
	if len(keep) == 0 {
		return all
	}
	return keep
}

// reach returns the nodes that edges join to a node, itself included.
func reach(g *graph.Graph, id string) []string {
	seen := map[string]bool{id: true}
	list := []string{id}
	for i := 0; i < len(list); i++ {
		for _, e := range g.EdgesOf(list[i]) {
			for _, x := range []string{e.From, e.To} {
				if !seen[x] {
					seen[x] = true
					list = append(list, x)
				}
			}
		}
	}
	return list
}

// fold makes one line of all edges from one node to another.
func fold(edges []graph.Edge) []line {
	var lines []line
	for _, e := range edges {
		if last := len(lines) - 1; last >= 0 && lines[last].edges[0].From == e.From && lines[last].edges[0].To == e.To {
			lines[last].edges = append(lines[last].edges, e)
		} else {
			lines = append(lines, line{[]graph.Edge{e}})
		}
	}
	return lines
}

// modality is that of the most certain edge.
func (l line) modality() schema.Modality {
	m := schema.Denied
	for _, e := range l.edges {
		m = min(m, e.Modality)
	}
	return m
}

// done reports whether edge i only plans or holds possible what another edge of
// the line reports as done, on the same day as far as they tell.
func (l line) done(i int) bool {
	e := &l.edges[i]
	return (e.Modality == schema.Planned || e.Modality == schema.Possible) && slices.ContainsFunc(l.edges, func(o graph.Edge) bool {
		return o.Modality == schema.Asserted && o.Relation == e.Relation && o.Claimed == e.Claimed && (o.Date == e.Date || o.Date == "" || e.Date == "")
	})
}

// View returns what a diagram shows of g: its nodes, and for each line the
// edges that it stands for. Nothing is in boxes or written into nodes.
func View(g *graph.Graph, o Options) (*graph.Graph, [][]graph.Edge, error) {
	v, err := viewOf(g, o.All, o.Max)
	if err != nil {
		return nil, nil, err
	}
	var lines [][]graph.Edge
	for _, l := range v.lines {
		lines = append(lines, l.edges)
	}
	return v.graph, lines, nil
}
