package main

import (
	"kg/graph"
	"kg/internal/store"
)

// graphOf joins the entities of all documents by type and name; a first step, to
// be replaced by internal/resolve.
func graphOf(entries []store.Entry) (*graph.Graph, error) {
	type key struct{ t, n string }
	at := map[key]int{}
	var nodes []graph.Node
	var edges []graph.Edge
	for _, e := range entries {
		for _, x := range e.Reading.Entities {
			k := key{x.Type, x.Name}
			if _, ok := at[k]; !ok {
				at[k] = len(nodes)
				nodes = append(nodes, graph.Node{Type: x.Type, Label: x.Name, Aliases: x.Aliases, Date: x.Date, Text: x.Text})
			}
		}
	}
	if err := graph.AssignIDs(nodes); err != nil {
		return nil, err
	}
	for _, e := range entries {
		for _, f := range e.Reading.Facts {
			s, o := e.Reading.Entities[f.Subject], e.Reading.Entities[f.Object]
			sp := f.Evidence.Span
			ed := graph.Edge{From: nodes[at[key{s.Type, s.Name}]].ID, To: nodes[at[key{o.Type, o.Name}]].ID, Relation: f.Relation, Modality: f.Modality, Date: f.Date, Role: f.Role, Confidence: f.Score, Rule: f.Evidence.Rule,
				Evidence: []graph.Evidence{{Doc: e.Reading.Doc, Start: sp.Start, End: sp.End, Text: sp.Of(e.Document.Text), Date: e.Reading.Date, Rule: f.Evidence.Rule}}}
			if ed.From != ed.To {
				edges = append(edges, ed)
			}
		}
	}
	return graph.New(nodes, edges)
}
