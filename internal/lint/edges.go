package lint

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"kg/graph"
)

// items follows the nodes and edges of a file.
type items struct {
	*linter
	nodes    map[string]bool
	edges    map[string]bool    // IDs
	pairs    map[pairKey]bool   // ends and kind of the edges so far
	ends     map[[2]string]bool // ends alone: directed, true; undirected, false
	dangling []end              // ends that were no node when their edge came
	directed bool               // what edges are that say nothing of it
}

type pairKey struct{ from, to, kind string }

// An end is the end of an edge, and where that stands.
type end struct {
	id     string
	offset int
}

func newItems(l *linter) *items {
	return &items{linter: l, nodes: map[string]bool{}, edges: map[string]bool{}, pairs: map[pairKey]bool{}, ends: map[[2]string]bool{}, directed: true}
}

func (x *items) node(offset int, id string) {
	switch {
	case id == "":
		x.add(offset, Lost, "no-id", "node", "Gephi, networkx, igraph", "a node without an id: Gephi makes one up, the others fail or call it empty")
	case x.nodes[id]:
		x.add(offset, Lost, "same-id", "node "+id, "all", fmt.Sprintf("another node has the id %q: the two become one", id))
	case !graph.IsID(id):
		x.add(offset, Note, "id-token", "", "XML schema of GraphML", fmt.Sprintf("the id %q is not an XML NMTOKEN (letters, digits and . - _ :): the file is not valid", id))
	}
	x.nodes[id] = true
}

// An edge is what a file says of an edge.
type edge struct {
	id, from, to, kind string
	weight             string // empty if it has none
	directed           bool
}

func (x *items) edge(offset int, e edge) {
	if e.id != "" && x.edges[e.id] {
		x.add(offset, Lost, "same-id", "edge "+e.id, "Gephi, graphology", fmt.Sprintf("another edge has the id %q: Gephi drops this one, graphology refuses the file", e.id))
	}
	x.edges[e.id] = true
	for _, id := range []string{e.from, e.to} {
		switch {
		case id == "":
			x.add(offset, Refused, "no-end", "", "all", "an edge without source or target")
		case !x.nodes[id]:
			x.dangling = append(x.dangling, end{id, offset})
		}
	}
	x.parallel(offset, e)
	x.weight(offset, e.weight)
}

// parallel looks for edges that Gephi takes for one.
func (x *items) parallel(offset int, e edge) {
	a, b := e.from, e.to
	if !e.directed && b < a {
		a, b = b, a
	}
	k := pairKey{a, b, e.kind}
	switch {
	case x.mixed(e):
		x.add(offset, Refused, "mixed-pair", "", "Gephi", "a directed and an undirected edge between the same two nodes: Gephi ends with an error; make all directed")
	case x.pairs[k] && e.kind == "":
		x.add(offset, Lost, "parallel", "", "Gephi", "a second edge between the same two nodes, and none has a kind: Gephi makes one of them with the sum of their weights and the label and data of the last")
	case x.pairs[k]:
		x.add(offset, Lost, "parallel-kind", "", "Gephi", fmt.Sprintf("a second edge of kind %q between the same two nodes: Gephi makes one of them", e.kind))
	}
	x.pairs[k] = true
	x.ends[[2]string{e.from, e.to}] = e.directed
}

// mixed reports whether there is an edge between the same nodes that is
// directed where e is not, or the other way round.
func (x *items) mixed(e edge) bool {
	for _, pair := range [][2]string{{e.from, e.to}, {e.to, e.from}} {
		if d, there := x.ends[pair]; there && d != e.directed {
			return true
		}
	}
	return false
}

func (x *items) weight(offset int, text string) {
	if text == "" {
		return
	}
	w, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	switch {
	case err != nil || math.IsNaN(w) || math.IsInf(w, 0):
		x.add(offset, Lost, "weight", "no number", "Gephi, networkx", fmt.Sprintf("the weight %q is no number", text))
	case w == 0:
		x.add(offset, Lost, "weight", "0", "Gephi", "an edge of weight 0: Gephi removes it; write 0.001")
	case w < 0:
		x.add(offset, Note, "weight", "negative", "Gephi", "a negative weight: Gephi warns, and layouts and PageRank go wrong")
	}
}

// end looks at what only the whole file shows. before says that nodes stand
// before the edges that use them.
func (x *items) end() {
	for _, d := range x.dangling {
		if x.nodes[d.id] {
			x.add(d.offset, Lost, "order", "", "Cytoscape", "an edge before one of its nodes: Cytoscape wants all nodes first")
		} else {
			x.add(d.offset, Lost, "no-node", d.id, "Gephi, networkx, igraph, graphology", fmt.Sprintf("there is no node %q: Gephi and networkx make one without a label, igraph and graphology refuse the file", d.id))
		}
	}
}
