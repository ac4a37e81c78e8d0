package store

import (
	"context"
	"database/sql/driver"

	"kg/graph"
)

// scanned is Search in a file without an index of words: all names and
// sentences are read, and what has any of the terms is indexed in memory.
func (v *Saved) scanned(ctx context.Context, terms Terms, limit int) (*graph.Graph, []Hit, error) {
	nodes, err := v.rows.fitting("SELECT n.number, n.label || ' ' || n.text || ' ' || coalesce((SELECT group_concat(alias, ' ') FROM aliases a WHERE a.node = n.number), '') FROM nodes n", terms)
	if err != nil {
		return nil, nil, err
	}
	edges, err := v.rows.fitting("SELECT edge, text FROM evidence", terms)
	if err != nil {
		return nil, nil, err
	}
	part, err := v.part(nodes, edges)
	if err != nil {
		return nil, nil, err
	}
	part, hits, err := SearchGraph(ctx, part, terms, limit)
	for i := range hits { // of the whole graph, not of the part
		if h := &hits[i]; h.Node != nil && err == nil {
			var number int32
			if number, _, err = v.rows.Number(h.Node.ID); err == nil {
				err = v.rows.nodeHit(h, number)
			}
		}
	}
	return part, hits, err
}

// fitting returns the numbers of the rows whose text has one of the terms, each
// once, in the order of the rows.
func (r records) fitting(query string, terms Terms) (out []int32, err error) {
	err = r.each(query, func(row []driver.Value) error {
		var number int32
		var text string
		err := scan(row, &number, &text)
		if (len(out) == 0 || out[len(out)-1] != number) && terms.Fits(text) {
			out = append(out, number)
		}
		return err
	})
	return out, err
}

// part returns the part of the graph that is made of nodes and edges.
func (v *Saved) part(numbers, edgeNumbers []int32) (*graph.Graph, error) {
	nodes, err := v.rows.NodesAt(numbers)
	if err != nil {
		return nil, err
	}
	edges, err := v.rows.EdgesAt(edgeNumbers)
	if err != nil {
		return nil, err
	}
	p := graph.Path{Hops: []graph.Hop{{Edges: edges}}}
	for i := range nodes {
		p.Nodes = append(p.Nodes, nodes[i].ID)
	}
	for i := range edges {
		p.Nodes = append(p.Nodes, edges[i].From, edges[i].To)
	}
	return v.Along([]graph.Path{p})
}
