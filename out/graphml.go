package out

import (
	"io"

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
	{"edge", "rule", "string"},
	{"edge", "evidence", "string"},
}

// The profiles of GraphML beside the default, the empty string.
const (
	profileStrict = "strict"
	profileYEd    = "yed"
)

// GraphML writes the whole graph as GraphML 1.0 with one edge for each source,
// target, relation and modality. Such an edge holds the dates, roles and
// claimants of all the graph's edges that it stands for, joined by "|", the
// highest confidence, as weight the number of its places in the documents, copies
// apart, and these places as a JSON array; where it stands for several, each place
// has what its own edge says. A "|" within a value is written "¦".
//
// The relation is also the XML attribute label of the edge, which is not in
// the GraphML schema: Gephi takes the type of an edge from there, and merges
// parallel edges without it. A second modality of a relation between the same
// nodes is told there too: "met (denied)". Empty values are left out, and so are characters
// that XML 1.0 forbids.
func GraphML(w io.Writer, s Source) error { return graphML(w, s, Options{}) }

// graphML writes GraphML in a profile: strict leaves the attribute label out,
// so that the file is valid against the schema of GraphML; yed draws the graph
// for that editor.
func graphML(w io.Writer, s Source, o Options) error {
	if o.Profile == profileYEd {
		return graphmlYEd(w, s)
	}
	x := graphmlWriter{newXML(w), newJSON(nil), o.Profile != profileStrict}
	x.raw(graphmlHead)
	x.keys()
	x.raw("  <graph id=\"kg\" edgedefault=\"directed\">\n")
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		x.node(n)
	}
	var before graph.Edge
	for l, err := range foldedEdges(s) {
		if err == nil {
			err = x.edge(s, l, apartFrom(&before, &l.Edge))
			before = l.Edge
		}
		if err != nil {
			return err
		}
	}
	x.raw("  </graph>\n</graphml>\n")
	return x.Flush()
}

type graphmlWriter struct {
	xmlWriter
	json  *jsonWriter // of evidence
	kinds bool        // write the attribute label of edges
}

func (x graphmlWriter) keys() {
	for _, k := range graphmlKeys {
		x.raw(`  <key id="`, keyID(k.kind, k.name), `" for="`, k.kind, `" attr.name="`, k.name, `" attr.type="`, k.typ, "\"/>\n")
	}
}

// keyID keeps the keys of nodes and edges apart, as the GraphML schema asks.
func keyID(kind, name string) string { return kind + "-" + name }

func (x graphmlWriter) data(kind, name, value string) {
	if value == "" {
		return
	}
	x.raw(`      <data key="`, kind, "-", name, `">`)
	x.text(value)
	x.raw("</data>\n")
}

func (x graphmlWriter) node(n *graph.Node) {
	x.raw("    <node")
	x.attr("id", n.ID)
	x.raw(">\n")
	x.nodeData(n)
	x.raw("    </node>\n")
}

func (x graphmlWriter) nodeData(n *graph.Node) {
	x.data("node", "label", n.Label)
	x.data("node", "type", n.Type)
	x.data("node", "aliases", join(n.Aliases))
	x.data("node", "date", n.Date)
	x.data("node", "text", n.Text)
}

// apartFrom is the relation of an edge, with its modality if the edge before it is
// of the same relation between the same nodes: Gephi would make one of the two.
func apartFrom(before, e *graph.Edge) string {
	if before.From == e.From && before.To == e.To && before.Relation == e.Relation {
		return kind(e)
	}
	return e.Relation
}

func (x graphmlWriter) edge(s Source, l *folded, label string) error {
	x.raw("    <edge")
	x.attr("id", l.id())
	x.attr("source", l.From)
	x.attr("target", l.To)
	if x.kinds {
		x.attr("label", label)
	}
	x.raw(">\n")
	if err := x.edgeData(s, l); err != nil {
		return err
	}
	x.raw("    </edge>\n")
	return nil
}

func (x graphmlWriter) edgeData(s Source, l *folded) error {
	roles := join(l.roles)
	label, err := says(s.Schema(), &l.Edge, roles)
	if err != nil {
		return err
	}
	evidence, err := x.json.bytes(l.evidence())
	if err != nil {
		return err
	}
	x.data("edge", "relation", l.Relation)
	x.data("edge", "label", label)
	x.data("edge", "modality", l.Modality.String())
	x.data("edge", "date", join(l.dates))
	x.data("edge", "role", roles)
	x.data("edge", "claimed", join(l.claimed))
	x.data("edge", "confidence", number(l.Confidence))
	x.data("edge", "weight", number(float64(support(l.Evidence))))
	x.data("edge", "rule", join(l.rules))
	x.data("edge", "evidence", string(evidence))
	return nil
}
