package graph

import "slices"

// Along returns the part of the graph that paths walk: their nodes and the
// edges of their hops. Nodes that the graph does not have are left out.
func (g *Graph) Along(paths []Path) *Graph {
	part, _ := g.index.Along(paths) // a graph in memory has all its records
	return part
}

// Along is [Graph.Along] of the graph of the index.
func (x *Index) Along(paths []Path) (*Graph, error) {
	var nodes []int32
	var edges []Edge
	for _, p := range paths {
		for _, id := range p.Nodes {
			n, ok, err := x.records.Number(id)
			if err != nil {
				return nil, err
			}
			if ok {
				nodes = append(nodes, n)
			}
		}
		for _, h := range p.Hops {
			edges = append(edges, h.Edges...)
		}
	}
	slices.Sort(nodes)
	order := &Graph{schema: x.schema}
	slices.SortFunc(edges, func(a, b Edge) int { return order.compareEdges(&a, &b) })
	edges = slices.CompactFunc(edges, func(a, b Edge) bool { return a.ID == b.ID })
	return x.subgraph(slices.Compact(nodes), edges)
}

// subgraph makes a graph of some nodes and of edges between them, both in the order
// of the graph. It needs no check: all of it agreed with the schema before.
func (x *Index) subgraph(numbers []int32, edges []Edge) (*Graph, error) {
	nodes, err := x.records.NodesAt(numbers)
	if err != nil {
		return nil, err
	}
	g := &Graph{schema: x.schema, nodes: nodes, edges: edges}
	g.labels, err = x.claimants(g)
	return g.indexed(), err
}

// claimants returns the labels of the nodes that claim edges of g without being
// in it, by ID.
func (x *Index) claimants(g *Graph) (map[string]string, error) {
	var labels map[string]string
	for i := range g.edges {
		id := g.edges[i].Claimed
		if _, there := g.number(id); id == "" || there || labels[id] != "" {
			continue
		}
		n, ok, err := x.records.Number(id)
		if err != nil || !ok {
			return labels, err
		}
		nodes, err := x.records.NodesAt([]int32{n})
		if err != nil {
			return labels, err
		}
		if labels == nil {
			labels = map[string]string{}
		}
		labels[id] = nodes[0].Label
	}
	return labels, nil
}
