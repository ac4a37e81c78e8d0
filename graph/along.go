package graph

// Along returns the part of the graph that paths walk: their nodes and the
// edges of their hops. Nodes and edges that the graph does not have are left
// out.
func (g *Graph) Along(paths []Path) *Graph {
	sel := &selector{g: g, edge: make([]bool, len(g.edges)), node: make([]bool, len(g.nodes))}
	walked := map[string]bool{}
	for _, p := range paths {
		for _, id := range p.Nodes {
			if n, ok := g.index.find(g.nodes, id); ok {
				sel.node[n] = true
			}
		}
		for _, h := range p.Hops {
			for i := range h.Edges {
				walked[h.Edges[i].ID] = true
			}
		}
	}
	for i := range g.edges {
		sel.edge[i] = walked[g.edges[i].ID]
	}
	return sel.graph()
}
