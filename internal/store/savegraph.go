package store

import (
	"kg/graph"
)

// graph fills the tables of the graph.
func (in *inserter) graph(g *graph.Graph) {
	numbers := make(map[string]int, len(g.Nodes()))
	for i := range g.Nodes() {
		numbers[g.Nodes()[i].ID] = i
		in.node(i, &g.Nodes()[i])
	}
	sources := map[sourceKey]int{}
	for i := range g.Edges() {
		in.edge(i, &g.Edges()[i], numbers)
		in.evidence(i, g.Edges()[i].Evidence, sources)
	}
	in.exec(indexesSQL)
}

func (in *inserter) node(number int, n *graph.Node) {
	in.insert("nodes", number, n.ID, n.Type, n.Label, n.Date, n.Text)
	for _, a := range n.Aliases {
		in.insert("aliases", number, a)
	}
}

func (in *inserter) edge(number int, e *graph.Edge, numbers map[string]int) {
	var claimed any
	if e.Claimed != "" {
		claimed = numbers[e.Claimed]
	}
	in.insert("edges", number, e.ID, numbers[e.From], numbers[e.To], e.Relation, e.Modality.String(), e.Date, e.Role, claimed, e.Confidence, e.Rule)
}

// A sourceKey is what tells one source from another.
type sourceKey struct{ name, date string }

func (in *inserter) evidence(edge int, list []graph.Evidence, sources map[sourceKey]int) {
	for place, x := range list {
		key := sourceKey{x.Doc, x.Date}
		source, ok := sources[key]
		if !ok {
			source = len(sources)
			sources[key] = source
			in.insert("sources", source, x.Doc, x.Date)
		}
		in.insert("evidence", edge, place, source, x.Start, x.End, x.Text, x.Rule, x.Copy)
	}
}

// exec runs statements without values.
func (in *inserter) exec(statements string) {
	if in.err == nil {
		_, in.err = in.tx.ExecContext(in.ctx, statements)
	}
}
