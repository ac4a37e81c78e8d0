// Package out writes graphs in the formats of other programs: a graph goes in,
// bytes come out, the same for the same graph. GraphML and JSON hold the whole
// graph, DOT and the pictures made of it a readable view.
package out

import (
	"io"
	"slices"

	"kg/graph"
)

// A Format is a way to write a graph.
type Format struct {
	Name  string // as users ask for it, also the ending of files
	About string // one line for people
	Write func(io.Writer, *graph.Graph) error
	// Diagram says that Write gives the diagram of [DOT] without options, and
	// Picture that a renderer must turn it into the format.
	Diagram, Picture bool
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"dot", "Graphviz source of a readable view", diagram, true, false},
		{"svg", "picture of a readable view, for browsers and print", diagram, true, true},
		{"png", "picture of a readable view, in pixels", diagram, true, true},
		{"graphml", "everything, for Gephi, Cytoscape, networkx and igraph", GraphML, false, false},
		{"json", "everything, as JSON Graph Format v2; kg import reads it back", JSON, false, false},
	}
}

// Lookup returns the format of that name, and whether there is one.
func Lookup(name string) (Format, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}

func diagram(w io.Writer, g *graph.Graph) error { return DOT(w, g, DOTOptions{}) }
