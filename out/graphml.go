package out

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

const graphmlHead = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

// A graphmlKey is an attribute of nodes or edges. Only string and double are
// used as types: Cytoscape reads all others as missing.
type graphmlKey struct{ kind, name, typ string }

var graphmlKeys = []graphmlKey{
	{"node", "label", "string"},
	{"node", "type", "string"},
	{"node", "aliases", "string"},
	{"node", "date", "string"},
	{"node", "text", "string"},
	{"edge", "relation", "string"},
	{"edge", "label", "string"},
	{"edge", "modality", "string"},
	{"edge", "date", "string"},
	{"edge", "role", "string"},
	{"edge", "claimed", "string"},
	{"edge", "confidence", "double"},
	{"edge", "weight", "double"},
	{"edge", "evidence", "string"},
}

// GraphML writes the whole graph as GraphML 1.0 with one edge for each source,
// target, relation and modality. Such an edge holds the dates, roles and
// claimants of all the graph's edges that it stands for, joined by "|", the
// highest confidence, as weight the number of its places in the documents, copies
// apart, and
// these places as a JSON array. A "|" within a value is written "¦".
//
// The relation is also the XML attribute label of the edge, which is not in
// the GraphML schema: Gephi takes the type of an edge from there, and merges
// parallel edges without it. Empty values are left out, and so are characters
// that XML 1.0 forbids.
func GraphML(w io.Writer, g *graph.Graph) error {
	x := &xmlWriter{w: bufio.NewWriter(w)}
	x.raw(graphmlHead)
	for _, k := range graphmlKeys {
		x.raw(`  <key id="` + keyID(k.kind, k.name) + `" for="` + k.kind + `" attr.name="` + k.name + `" attr.type="` + k.typ + "\"/>\n")
	}
	x.raw("  <graph id=\"kg\" edgedefault=\"directed\">\n")
	for i := range g.Nodes() {
		x.node(&g.Nodes()[i])
	}
	for edges := g.Edges(); len(edges) > 0; {
		n := 1
		for n < len(edges) && sameLine(&edges[0], &edges[n]) {
			n++
		}
		x.edge(g, edges[:n])
		edges = edges[n:]
	}
	x.raw("  </graph>\n</graphml>\n")
	if x.err != nil {
		return x.err
	}
	return x.w.Flush()
}

// sameLine reports whether two edges become one in GraphML. Such edges stand
// side by side in a graph.
func sameLine(a, b *graph.Edge) bool {
	return a.From == b.From && a.To == b.To && a.Relation == b.Relation && a.Modality == b.Modality
}

// keyID keeps the keys of nodes and edges apart, as the GraphML schema asks.
func keyID(kind, name string) string { return kind + "-" + name }

// An xmlWriter writes XML and keeps the first error of encoding; those of
// writing stay in w until it is flushed.
type xmlWriter struct {
	w   *bufio.Writer
	err error
}

// A carriage return, and in an attribute every blank but the space, would come
// back as another character.
var (
	textEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attrEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;", `"`, "&quot;")
)

func (x *xmlWriter) raw(s string) { x.w.WriteString(s) }

func (x *xmlWriter) attr(name, value string) {
	x.raw(" " + name + `="` + attrEscape.Replace(strings.Map(xmlRune, value)) + `"`)
}

func (x *xmlWriter) data(kind, name, value string) {
	if value == "" {
		return
	}
	x.raw(`      <data key="` + keyID(kind, name) + `">` + textEscape.Replace(strings.Map(xmlRune, value)) + "</data>\n")
}

func (x *xmlWriter) node(n *graph.Node) {
	x.raw("    <node")
	x.attr("id", n.ID)
	x.raw(">\n")
	x.data("node", "label", n.Label)
	x.data("node", "type", n.Type)
	x.data("node", "aliases", join(n.Aliases))
	x.data("node", "date", n.Date)
	x.data("node", "text", n.Text)
	x.raw("    </node>\n")
}

// edge writes edges of the same source, target, relation and modality as one.
func (x *xmlWriter) edge(g *graph.Graph, edges []graph.Edge) {
	e := &edges[0]
	var dates, roles, claimed []string
	var evidence []graph.Evidence
	confidence := 0.0
	for _, o := range edges {
		dates, roles, claimed = append(dates, o.Date), append(roles, o.Role), append(claimed, o.Claimed)
		evidence = append(evidence, o.Evidence...)
		confidence = max(confidence, o.Confidence)
	}
	r, _ := g.Schema().Relation(e.Relation)
	x.raw("    <edge")
	x.attr("id", graphmlEdgeID(e))
	x.attr("source", e.From)
	x.attr("target", e.To)
	x.attr("label", e.Relation)
	x.raw(">\n")
	x.data("edge", "relation", e.Relation)
	x.data("edge", "label", r.Says(e.Modality, join(roles)))
	x.data("edge", "modality", e.Modality.String())
	x.data("edge", "date", join(dates))
	x.data("edge", "role", join(roles))
	x.data("edge", "claimed", join(claimed))
	x.data("edge", "confidence", number(confidence))
	x.data("edge", "weight", number(float64(own(evidence))))
	x.evidence(evidence)
	x.raw("    </edge>\n")
}

// own counts the evidence that is not copied from another document.
func own(list []graph.Evidence) (n int) {
	for i := range list {
		if list[i].Copy == "" {
			n++
		}
	}
	return n
}

func (x *xmlWriter) evidence(list []graph.Evidence) {
	var b bytes.Buffer
	if err := encode(&b, jsonEvidenceOf(list)); err != nil && x.err == nil {
		x.err = err
	}
	x.data("edge", "evidence", b.String())
}

// graphmlEdgeID is the ID of an edge that may stand for several of the graph.
func graphmlEdgeID(e *graph.Edge) string {
	sum := sha256.Sum256([]byte(e.From + "\x00" + e.To + "\x00" + e.Relation + "\x00" + e.Modality.String()))
	return "e-" + hex.EncodeToString(sum[:8])
}

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// join returns the non-empty values, sorted, each once, with | between them.
func join(values []string) string {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	for i, v := range values {
		values[i] = strings.ReplaceAll(v, "|", "¦")
	}
	slices.Sort(values)
	return strings.Join(slices.Compact(values), "|")
}

// xmlRune returns r if XML 1.0 allows it, or else -1, to drop it.
func xmlRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}
