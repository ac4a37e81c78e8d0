package store

import (
	"context"
	"fmt"

	"kg/graph"
	"kg/schema"
)

// schema returns the schema that the graph agrees with: the embedded one with
// what a user had added.
func (s *Store) schema(ctx context.Context) (*schema.Schema, error) {
	d, err := s.Domain(ctx)
	if err != nil {
		return nil, err
	}
	sch, err := d.Schema()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, err)
	}
	return sch, nil
}

// Graph returns the graph of all documents.
func (s *Store) Graph(ctx context.Context) (*graph.Graph, error) {
	if s.db == nil {
		return graph.New(nil, nil)
	}
	sch, err := s.schema(ctx)
	if err != nil {
		return nil, err
	}
	l := &loader{ctx: ctx, db: s.db}
	nodes := l.nodes()
	edges := l.edges(nodes)
	if l.err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, l.err)
	}
	g, err := graph.NewWith(sch, nodes, edges)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, err)
	}
	return g, nil
}

func (l *loader) nodes() []graph.Node {
	var nodes []graph.Node
	l.rows("SELECT id, type, label, date, text FROM nodes ORDER BY number", func(scan func(...any)) {
		var n graph.Node
		scan(&n.ID, &n.Type, &n.Label, &n.Date, &n.Text)
		nodes = append(nodes, n)
	})
	l.rows("SELECT node, alias FROM aliases ORDER BY node, alias", func(scan func(...any)) {
		var node int
		var alias string
		scan(&node, &alias)
		if l.there(node, len(nodes), "node") {
			nodes[node].Aliases = append(nodes[node].Aliases, alias)
		}
	})
	return nodes
}

// there reports whether a row is among so many, and fails if not.
func (l *loader) there(number, rows int, what string) bool {
	if number < 0 || number >= rows {
		l.fail(fmt.Errorf("%s %d is not there", what, number))
	}
	return l.err == nil
}

func (l *loader) edges(nodes []graph.Node) []graph.Edge {
	var edges []graph.Edge
	l.rows("SELECT id, source, target, relation, modality, date, role, claimed, confidence, rule FROM edges ORDER BY number", func(scan func(...any)) {
		var e graph.Edge
		var modality string
		var from, to int
		var claimed *int
		scan(&e.ID, &from, &to, &e.Relation, &modality, &e.Date, &e.Role, &claimed, &e.Confidence, &e.Rule)
		if !l.there(from, len(nodes), "node") || !l.there(to, len(nodes), "node") {
			return
		}
		e.From, e.To = nodes[from].ID, nodes[to].ID
		if claimed != nil && l.there(*claimed, len(nodes), "node") {
			e.Claimed = nodes[*claimed].ID
		}
		e.Modality = l.modality(modality)
		edges = append(edges, e)
	})
	l.evidence(edges)
	return edges
}

func (l *loader) evidence(edges []graph.Edge) {
	var sources []sourceKey
	l.rows("SELECT name, date FROM sources ORDER BY number", func(scan func(...any)) {
		var s sourceKey
		scan(&s.name, &s.date)
		sources = append(sources, s)
	})
	l.rows(`SELECT edge, document, start, "end", text, rule, copy FROM evidence ORDER BY edge, place`, func(scan func(...any)) {
		var edge, source int
		var x graph.Evidence
		scan(&edge, &source, &x.Start, &x.End, &x.Text, &x.Rule, &x.Copy)
		if l.there(edge, len(edges), "edge") && l.there(source, len(sources), "source") {
			x.Doc, x.Date = sources[source].name, sources[source].date
			edges[edge].Evidence = append(edges[edge].Evidence, x)
		}
	})
}
