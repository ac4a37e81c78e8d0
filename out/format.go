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
	// Picture says that Write gives DOT, which a renderer must turn into the
	// format.
	Picture bool
	Write   func(io.Writer, *graph.Graph) error
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"dot", "Graphviz source of a readable view", false, diagram},
		{"svg", "picture of a readable view, for browsers and print", true, diagram},
		{"png", "picture of a readable view, in pixels", true, diagram},
		{"graphml", "everything, for Gephi, Cytoscape, networkx and igraph", false, GraphML},
		{"json", "everything, as JSON Graph Format v2; kg import reads it back", false, JSON},
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
