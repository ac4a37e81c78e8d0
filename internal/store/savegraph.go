package store

import "kg/graph"

// A graphInserter fills the tables of the graph, in the order of the graph.
type graphInserter struct {
	*inserter
	numbers map[string]int // of nodes, by ID
	edges   int
	pieces  int // of evidence
	sources map[sourceKey]int
	index   graph.IndexBuilder
}

func newGraphInserter(in *inserter) *graphInserter {
	return &graphInserter{inserter: in, numbers: map[string]int{}, sources: map[sourceKey]int{}}
}

func (in *graphInserter) node(n *graph.Node) {
	number := len(in.numbers)
	in.numbers[n.ID] = number
	in.index.Node(n)
	in.insert("nodes", number, n.ID, n.Type, n.Label, n.Date, n.Text)
	for _, a := range n.Aliases {
		in.insert("aliases", number, a)
	}
	for _, key := range n.Keys() {
		in.insert("names", key, number)
	}
}

func (in *graphInserter) edge(e *graph.Edge) {
	var claimed any
	if e.Claimed != "" {
		claimed = in.numbers[e.Claimed]
	}
	from, to := in.numbers[e.From], in.numbers[e.To]
	in.index.Edge(from, to, e)
	in.insert("edges", in.edges, e.ID, from, to, e.Relation, e.Modality.String(), e.Date, e.Role, claimed, e.Confidence, e.Rule)
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
		in.pieces++
		in.insert("evidence", edge, place, source, x.Start, x.End, x.Text, x.Rule, x.Copy)
	}
}

// end makes what finds rows, and the index of words of a graph of at most so
// many pieces of evidence.
func (in *graphInserter) end(most int) {
	in.run(indexesSQL)
	in.fulltext(most)
	in.flush()
}
