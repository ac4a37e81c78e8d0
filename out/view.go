package out

import (
	"io"

	"kg/graph"
	picture "kg/out/diagram"
)

// DOTOptions says what a diagram shows.
type DOTOptions = picture.Options

// DOT writes a diagram of the graph in the language of Graphviz.
func DOT(w io.Writer, g *graph.Graph, o DOTOptions) error { return picture.DOT(w, g, o) }

// A view is what a diagram shows of a graph.
type view struct {
	graph *graph.Graph
	lines []line
}

// A line stands for all edges from one node to another.
type line struct{ edges []graph.Edge }

// viewOf selects what a diagram shows: everything, or the most important nodes.
func viewOf(g *graph.Graph, all bool, most int) (*view, error) {
	part, lines, err := picture.View(g, DOTOptions{All: all, Max: most})
	if err != nil {
		return nil, err
	}
	v := &view{graph: part}
	for _, l := range lines {
		v.lines = append(v.lines, line{l})
	}
	return v, nil
}
