// Package out writes graphs in the formats of other programs: a graph goes in,
// bytes come out, the same for the same graph. DOT, Mermaid and the pictures hold
// a readable view, PLOVER the events, all others the whole graph.
//
// No label, sentence or other text breaks a format. Control characters other
// than tab and line break are kept where the format has an escape for them
// (JSON and what is made of it, N-Quads, Cypher) and left out where it has none.
package out

import (
	"io"
	"slices"
)

// A Format is a way to write a graph.
type Format struct {
	Name     string   // as users ask for it, also the ending of files
	About    string   // one line for people
	Readers  string   // the programs that read it
	Keeps    string   // what of the graph is in it
	Profiles []string // variants beside the usual one
	Write    func(io.Writer, Source, Options) error
	// Diagram says that Write gives the diagram of [DOT] without options, and
	// Picture that a renderer must turn it into the format.
	Diagram, Picture bool
}

// Options say how a format is written. The zero value is right for most.
type Options struct {
	Profile string // one of the format's Profiles; empty for the usual one
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{Name: "dot", About: "Graphviz source of a readable view", Readers: "Graphviz", Keeps: "the view", Write: diagram, Diagram: true},
		{Name: "svg", About: "picture of a readable view, for browsers and print", Readers: "browsers, Inkscape", Keeps: "the view", Write: diagram, Diagram: true, Picture: true},
		{Name: "png", About: "picture of a readable view, in pixels", Readers: "everything that shows pictures", Keeps: "the view", Write: diagram, Diagram: true, Picture: true},
		{Name: "graphml", About: "everything, for Gephi, Cytoscape, networkx and igraph", Readers: "Gephi, Cytoscape, networkx, igraph, graphology; yEd",
			Keeps: "everything; one edge for each relation and modality", Profiles: []string{profileStrict, profileYEd}, Write: graphML},
		{Name: "json", About: "everything, as JSON Graph Format v2; kg import reads it back", Readers: "kg import, jq, any program",
			Keeps: "everything", Write: func(w io.Writer, s Source, _ Options) error { return JSON(w, s) }},
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

func diagram(w io.Writer, s Source, _ Options) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	return DOT(w, g, DOTOptions{})
}
