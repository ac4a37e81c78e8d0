// Package diagram draws graphs as nodes and lines: a graph goes in, a readable
// view of it comes out as DOT for Graphviz or as a figure. It knows no language
// beyond the words of the legend.
package diagram

import (
	"cmp"
	"slices"

	"kg/graph"
)

// Options says what a diagram shows. The zero value is a view for readers.
type Options struct {
	All         bool   // everything; else without what follows from the rest and, above Max nodes, without the least connected
	Max         int    // nodes to show unless All; 0 means 40, with Communities 16
	Communities bool   // the parts of the graph that hang together, each a node
	Title       string // above the diagram; empty for none
	NoLegend    bool   // without the explanation of shapes and lines
	NoTooltips  bool   // without the sentences of the documents and the links to them
	Links       string // where the documents lie, put before their names in links; empty for beside the diagram
	Theme       string // "light" or "dark"; empty means light
	Style       *Style // what a user wants otherwise; nil for nothing
}

// A Diagram is a readable view of a graph, ready to be written or laid out.
type Diagram struct {
	options Options
	theme   theme
	*content
}

// New chooses what a diagram of g shows. The error names a theme that is not
// there.
func New(g *graph.Graph, o Options) (*Diagram, error) {
	o = o.styled()
	d, v, err := of(g, o, o.All, o.Max)
	if err != nil {
		return nil, err
	}
	if o.Communities {
		d.content, err = communityContent(v, o.Max)
		return d, err
	}
	if d.isMap() { // it has no boxes, and no room for what nothing joins
		o.All = true
		d.content = newContent(v, o)
		d.cards = slices.DeleteFunc(d.cards, func(k *card) bool { return len(v.graph.EdgesOf(k.node.ID)) == 0 })
	}
	return d, nil
}

// of makes the diagram of what the style lets be seen of g, and returns its view
// too: everything, or the most connected nodes.
func of(g *graph.Graph, o Options, all bool, most int) (*Diagram, *view, error) {
	th, err := themeOf(o.Theme)
	if err != nil {
		return nil, nil, err
	}
	if g, err = o.Style.only(g); err != nil {
		return nil, nil, err
	}
	v, err := viewOf(g, all, most)
	if err != nil {
		return nil, nil, err
	}
	return &Diagram{o, th, newContent(v, o)}, v, nil
}

// Cut returns how many nodes the diagram shows and how many there are.
func (d *Diagram) Cut() (shown, all int) {
	if d.isMap() || d.counted {
		return len(d.cards), d.view.total
	}
	return d.shown(), d.view.total
}

// title is what a screen reader calls the diagram.
func (d *Diagram) title() string { return cmp.Or(d.options.Title, "Entities and how they are related") }
