package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// A neighbor is a node that edges join to another, and how many do.
type neighbor struct {
	node  *graph.Node
	edges int
}

// shownNeighbors is how many neighbours a dossier names.
const shownNeighbors = 10

// neighbors returns who is joined to the node of the dossier, those with the
// most edges first, equals by label and ID. What is denied joins no one.
func (d *dossier) neighbors() []neighbor {
	count := map[string]int{}
	for _, group := range d.groups {
		for i := range group.edges {
			if e := &group.edges[i]; e.From != e.To && !denied(e) {
				count[d.other(e).ID]++
			}
		}
	}
	var out []neighbor
	for id, edges := range count {
		if n, ok := d.g.Node(id); ok {
			out = append(out, neighbor{n, edges})
		}
	}
	slices.SortFunc(out, func(a, b neighbor) int {
		return cmp.Or(b.edges-a.edges, strings.Compare(a.node.Label, b.node.Label), strings.Compare(a.node.ID, b.node.ID))
	})
	return out
}

// around names the first neighbours and counts the others.
func (d *dossier) around() string {
	all := d.neighbors()
	var list []string
	for _, n := range all[:min(len(all), shownNeighbors)] {
		list = append(list, fmt.Sprintf("%s (%d)", oneLine(n.node.Label), n.edges))
	}
	if more := len(all) - len(list); more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, "; ")
}

// says is how a dossier calls the node at the other end of an edge: a statement
// by its words, all others by their labels.
func (d *dossier) says(e *graph.Edge) string {
	if n := d.other(e); n.Text != "" {
		return quote(n.Text)
	}
	return d.other(e).Label
}

func denied(e *graph.Edge) bool { return e.Modality == schema.Denied }
