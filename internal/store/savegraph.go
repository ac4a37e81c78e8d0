package store

import "kg/graph"

// A graphInserter fills the tables of the graph, in the order of the graph.
type graphInserter struct {
	*inserter
	numbers map[string]int // of nodes, by ID
	edges   int
	sources map[sourceKey]int
}

func newGraphInserter(in *inserter) *graphInserter {
	return &graphInserter{inserter: in, numbers: map[string]int{}, sources: map[sourceKey]int{}}
}

func (in *graphInserter) node(n *graph.Node) {
	number := len(in.numbers)
	in.numbers[n.ID] = number
	in.insert("nodes", number, n.ID, n.Type, n.Label, n.Date, n.Text)
	for _, a := range n.Aliases {
		in.insert("aliases", number, a)
	}
}

func (in *graphInserter) edge(e *graph.Edge) {
	var claimed any
	if e.Claimed != "" {
		claimed = in.numbers[e.Claimed]
	}
	in.insert("edges", in.edges, e.ID, in.numbers[e.From], in.numbers[e.To], e.Relation, e.Modality.String(), e.Date, e.Role, claimed, e.Confidence, e.Rule)
	in.evidence(in.edges, e.Evidence)
	in.edges++
}

// A sourceKey is what tells one source from another.
type sourceKey struct{ name, date string }

func (in *graphInserter) evidence(edge int, list []graph.Evidence) {
	for place, x := range list {
		key := sourceKey{x.Doc, x.Date}
		source, ok := in.sources[key]
		if !ok {
			source = len(in.sources)
			in.sources[key] = source
			in.insert("sources", source, x.Doc, x.Date)
		}
		in.insert("evidence", edge, place, source, x.Start, x.End, x.Text, x.Rule, x.Copy)
	}
}

// end makes what finds rows.
func (in *graphInserter) end() { in.exec(indexesSQL) }

// exec runs statements without values.
func (in *inserter) exec(statements string) {
	if in.err == nil {
		_, in.err = in.tx.ExecContext(in.ctx, statements)
	}
}
