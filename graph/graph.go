// Package graph holds entities and the typed, directed relations between them,
// and answers questions about them: nodes and edges go in, a checked and
// unchanging Graph comes out. It knows no language.
//
// The graph stands on [github.com/dominikbraun/graph], which allows one edge
// for each ordered pair of vertices. That one edge carries all relations of
// the pair, sorted, in its Data; see [Graph.Library].
package graph

import (
	"cmp"
	"slices"
	"strings"

	"kg/schema"
)

// A Node is one entity.
type Node struct {
	ID      string   // readable, unique, made of the characters of an XML NMTOKEN
	Type    string   // an entity type of the schema
	Label   string   // the best full name
	Aliases []string // every surface form, sorted
	Date    string   // of a meeting or event, ISO 8601; empty if unknown
	Text    string   // of a statement: the words said
}

// An Edge is one typed relation from one node to another. Two edges of a graph
// differ in From, To, Relation, Modality, Date, Role or Claimed.
type Edge struct {
	ID         string // derived from the edge's key, never a counter
	From, To   string // node IDs
	Relation   string // a relation of the schema
	Modality   schema.Modality
	Date       string     // ISO 8601 day, month, year or interval; empty if unknown
	Role       string     // office, kinship or capacity; empty for most
	Claimed    string     // ID of the node that claims it; empty where the article itself says it
	Confidence float64    // from 0 to 1
	Rule       string     // the rule of the best evidence
	Evidence   []Evidence // at least one, sorted by document and place
}

// Evidence is one place of one document that states an edge.
type Evidence struct {
	Doc        string // the document's name
	Start, End int    // byte offsets into the document's text
	Text       string // exactly those bytes
	Date       string // the document's date, ISO 8601 day; empty if unknown
	Rule       string // the rule that found it
	Copy       string // the name of the document that this one copied the sentence from; empty for its own
}

// Sources returns the names of the documents that state the edge each by
// itself, sorted: copies of one story count as that story.
func (e *Edge) Sources() []string {
	var out []string
	for i := range e.Evidence {
		x := &e.Evidence[i]
		out = append(out, cmp.Or(x.Copy, x.Doc))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A Graph is a set of nodes and edges that agree with the schema. It does not
// change once made and is safe for concurrent use.
type Graph struct {
	schema *schema.Schema
	nodes  []Node // sorted by ID
	edges  []Edge // sorted by compareEdges
	index  *Index
	names  names
	labels map[string]string // of nodes outside this part of a graph that claim some of its edges, by ID
}

// Schema returns the schema that the graph agrees with.
func (g *Graph) Schema() *schema.Schema { return g.schema }

// Nodes returns all nodes, sorted by ID. The slice is the graph's own: read
// it, do not change it.
func (g *Graph) Nodes() []Node { return g.nodes }

// Edges returns all edges, sorted by From, To, place of the relation in the
// schema, Modality, Date, Role and Claimed. The slice is the graph's own: read
// it, do not change it.
func (g *Graph) Edges() []Edge { return g.edges }

// Node returns the node of that ID, and whether there is one. It must not be
// changed.
func (g *Graph) Node(id string) (*Node, bool) {
	i, ok := g.number(id)
	if !ok {
		return nil, false
	}
	return &g.nodes[i], true
}

// Label returns the label of the node of that ID, also of one that only claims
// edges of this part of a graph; the ID if there is none.
func (g *Graph) Label(id string) string {
	if n, ok := g.Node(id); ok {
		return n.Label
	}
	return cmp.Or(g.labels[id], id)
}

// number returns the number of the node of that ID, and whether there is one.
func (g *Graph) number(id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(g.nodes, id, func(n Node, id string) int { return strings.Compare(n.ID, id) })
	return int32(i), ok
}

// EdgesBetween returns the edges from one node to another, in the order of
// Edges: none if there is no such node or no such edge.
func (g *Graph) EdgesBetween(from, to string) []Edge {
	a, ok1 := g.number(from)
	b, ok2 := g.number(to)
	if !ok1 || !ok2 {
		return nil
	}
	link, ok := g.index.link(a, b)
	if !ok {
		return nil
	}
	lo, hi := g.index.edges(link)
	return g.edges[lo:hi:hi]
}

// EdgesOf returns the edges that start or end at a node, in the order of
// Edges. A self-loop is there once.
func (g *Graph) EdgesOf(id string) []Edge {
	n, ok := g.number(id)
	if !ok {
		return nil
	}
	var out []Edge
	g.index.touching(n, func(_, lo, hi int32) { out = append(out, g.edges[lo:hi]...) })
	return out
}

// pairs calls f for each run of edges from one node to another.
func (g *Graph) pairs(f func(edges []Edge)) {
	for lo := 0; lo < len(g.edges); {
		hi := lo + 1
		for hi < len(g.edges) && g.edges[hi].From == g.edges[lo].From && g.edges[hi].To == g.edges[lo].To {
			hi++
		}
		f(g.edges[lo:hi:hi])
		lo = hi
	}
}
