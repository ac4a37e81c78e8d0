package out

import (
	"io"
	"strconv"
	"strings"
	"time"

	"kg/graph"
	"kg/schema"
)

const gexfHead = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>kg</creator>
  </meta>
  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
`

// gexfNodeKeys and gexfEdgeKeys are the attributes beside those that GEXF has
// elements for.
var (
	gexfNodeKeys = []graphmlKey{{"node", "type", "string"}, {"node", "aliases", "string"}, {"node", "date", "string"}, {"node", "text", "string"}}
	gexfEdgeKeys = []graphmlKey{{"edge", "relation", "string"}, {"edge", "modality", "string"}, {"edge", "date", "string"}, {"edge", "role", "string"},
		{"edge", "claimed", "string"}, {"edge", "confidence", "double"}, {"edge", "rule", "string"}, {"edge", "evidence", "string"}}
)

// GEXF writes the whole graph as GEXF 1.3, with the edges and attributes of
// [GraphML] and beside them time, colours, sizes and positions. An edge is there
// on the days of its dates; one without a date, or of a relation that lasts, is
// always there, and so are nodes other than those with a date. Its kind is the
// relation, with the modality if that is not asserted, so that Gephi merges no
// two of them.
//
// The source is read twice, once for the layout; see layoutOf.
func GEXF(w io.Writer, s Source) error {
	l, err := layoutOf(s)
	if err != nil {
		return err
	}
	x := gexfWriter{newXML(w), newJSON(nil), s.Schema()}
	x.raw(gexfHead)
	x.keys("node", gexfNodeKeys)
	x.keys("edge", gexfEdgeKeys)
	x.raw("    <nodes>\n")
	i := 0
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		x.node(n, l, i)
		i++
	}
	x.raw("    </nodes>\n    <edges>\n")
	for e, err := range foldedEdges(s) {
		if err == nil {
			err = x.edge(e)
		}
		if err != nil {
			return err
		}
	}
	x.raw("    </edges>\n  </graph>\n</gexf>\n")
	return x.Flush()
}

type gexfWriter struct {
	xmlWriter
	json   *jsonWriter // of evidence
	schema *schema.Schema
}

func (x gexfWriter) keys(class string, keys []graphmlKey) {
	x.raw(`    <attributes class="`, class, "\" mode=\"static\">\n")
	for _, k := range keys {
		x.raw(`      <attribute id="`, k.name, `" title="`, k.name, `" type="`, k.typ, "\"/>\n")
	}
	x.raw("    </attributes>\n")
}

func (x gexfWriter) value(name, value string) {
	if value == "" {
		return
	}
	x.raw(`          <attvalue for="`, name, `"`)
	x.attr("value", value)
	x.raw("/>\n")
}

func (x gexfWriter) node(n *graph.Node, l *layout, i int) {
	t, _ := x.schema.Type(n.Type)
	x.raw("      <node")
	x.attr("id", n.ID)
	x.attr("label", n.Label)
	x.raw(">\n        <attvalues>\n")
	x.value("type", n.Type)
	x.value("aliases", join(n.Aliases))
	x.value("date", n.Date)
	x.value("text", n.Text)
	x.raw("        </attvalues>\n")
	x.spells([]string{n.Date})
	x.colour(t.Border)
	x.raw(`        <viz:position x="`, tenth(l.x[i]), `" y="`, tenth(l.y[i]), "\" z=\"0\"/>\n")
	x.raw(`        <viz:size value="`, number(l.size(i)), "\"/>\n      </node>\n")
}

func (x gexfWriter) edge(e *folded) error {
	r, _ := x.schema.Relation(e.Relation)
	roles := join(e.roles)
	label, err := says(x.schema, &e.Edge, roles)
	if err != nil {
		return err
	}
	evidence, err := x.json.bytes(e.evidence())
	if err != nil {
		return err
	}
	x.raw("      <edge")
	x.attr("id", e.id())
	x.attr("source", e.From)
	x.attr("target", e.To)
	x.attr("kind", kind(&e.Edge))
	x.attr("label", label)
	x.raw(` weight="`, number(float64(support(e.Evidence))), "\">\n        <attvalues>\n")
	x.value("relation", e.Relation)
	x.value("modality", e.Modality.String())
	x.value("date", join(e.dates))
	x.value("role", roles)
	x.value("claimed", join(e.claimed))
	x.value("confidence", number(e.Confidence))
	x.value("rule", join(e.rules))
	x.value("evidence", string(evidence))
	x.raw("        </attvalues>\n")
	if !r.Lasting {
		x.spells(e.dates)
	}
	x.colour(r.Colour)
	x.raw("      </edge>\n")
	return nil
}

// kind names what a reader must keep apart: a relation that is planned is
// another than one that is asserted.
func kind(e *graph.Edge) string {
	if e.Modality == schema.Asserted {
		return e.Relation
	}
	return e.Relation + " (" + e.Modality.String() + ")"
}

// spells writes the days of some dates. Without a date on one of them nothing
// is known of when, and the item is always there.
func (x gexfWriter) spells(dates []string) {
	for _, d := range dates {
		if d == "" {
			return
		}
	}
	x.raw("        <spells>\n")
	for i, d := range dates {
		if i == 0 || d != dates[i-1] {
			first, last := days(d)
			x.raw(`          <spell start="`, first, `" end="`, last, "\"/>\n")
		}
	}
	x.raw("        </spells>\n")
}

// colour writes a colour of the form "#rrggbb".
func (x gexfWriter) colour(c string) {
	rgb, err := strconv.ParseUint(strings.TrimPrefix(c, "#"), 16, 24)
	if err != nil {
		return
	}
	part := func(shift int) string { return strconv.Itoa(int(rgb >> shift & 0xFF)) }
	x.raw(`        <viz:color r="`, part(16), `" g="`, part(8), `" b="`, part(0), "\"/>\n")
}

// days returns the first and the last day of an ISO 8601 day, month, year or
// interval.
func days(date string) (first, last string) {
	from, to, interval := strings.Cut(date, "/")
	if !interval {
		to = from
	}
	first = from + "-01-01"[min(len("-01-01"), max(len(from)-4, 0)):]
	switch len(to) {
	case len("2006"):
		return first, to + "-12-31"
	case len("2006-01"):
		if t, err := time.Parse("2006-01", to); err == nil {
			return first, t.AddDate(0, 1, -1).Format(time.DateOnly)
		}
	}
	return first, to
}
