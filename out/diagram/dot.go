package diagram

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
	"kg/schema"
)

// DOT writes a diagram of g; see [Diagram.DOT].
func DOT(w io.Writer, g *graph.Graph, o Options) error {
	d, err := New(g, o)
	if err != nil {
		return err
	}
	return d.DOT(w)
}

// DOT writes the diagram in the language of Graphviz. Types show by shape and
// colour, boxes are clusters. Each line stands for all edges from one node to
// another and is labelled with their readings and dates; it is dashed if they
// are planned, dotted if they are possible, and red and crossed if they are
// denied. Tooltips hold the sentences and their documents. The output is the
// same for the same graph.
func (d *Diagram) DOT(w io.Writer) error {
	x := &dotWriter{bufio.NewWriter(w), d}
	t := d.theme
	x.WriteString("digraph kg {\n")
	x.WriteString(`  graph [rankdir="` + d.options.Style.rankdir() + `", nodesep="0.2", ranksep="0.5", pad="0.25", bgcolor="` + t.paper + `", outputorder="edgesfirst", fontname=` + quote(d.options.Style.font()) + `, fontsize="11", fontcolor="` + t.faint + `"];` + "\n")
	x.WriteString(`  node [style="filled", fontname=` + quote(d.options.Style.font()) + `, fontsize="12", fontcolor="` + t.ink + `", margin="0.1,0.05", height="0.4", penwidth="1.2"];` + "\n")
	x.WriteString(`  edge [fontname=` + quote(d.options.Style.font()) + `, fontsize="10", arrowsize="0.7", penwidth="1.2"];` + "\n")
	x.caption()
	for _, k := range d.cards {
		if k.home == nil {
			x.card(k)
		}
	}
	for _, l := range d.lines {
		x.line(l)
	}
	x.WriteString("}\n")
	return x.Flush()
}

func (s *Style) rankdir() string {
	if s != nil && s.Direction == "down" {
		return "TB"
	}
	return "LR"
}

// font is the list of fonts to ask for.
func (s *Style) font() string {
	if f := s.fontAsked(); f != "" {
		return f + ", Helvetica, Arial, sans-serif"
	}
	return "Helvetica, Arial, sans-serif"
}

// fontAsked is the font that a user wants, empty for none.
func (s *Style) fontAsked() string {
	if s == nil {
		return ""
	}
	return s.Font
}

type dotWriter struct {
	*bufio.Writer
	*Diagram
}

// attributes are names and values in turn, in the order of writing. Values are
// plain text; empty ones are left out.
type attributes []string

func (d *dotWriter) write(a attributes) {
	d.WriteString(" [")
	sep := ""
	for i := 0; i+1 < len(a); i += 2 {
		if a[i+1] != "" {
			d.WriteString(sep + a[i] + "=" + quote(a[i+1]))
			sep = ", "
		}
	}
	d.WriteString("];\n")
}

// card writes a node, and the cluster of its box if it has one.
func (d *dotWriter) card(k *card) {
	if len(k.guests) == 0 {
		d.node(k)
		return
	}
	border := d.look(k.typ).border
	d.WriteString("  subgraph " + quote("cluster_"+k.node.ID) + " {\n  graph [label=\" \", fontsize=\"1\", style=\"filled,rounded\", margin=\"8\", fillcolor=\"" + d.boxFill(border) + "\", color=\"" + mix(border, d.theme.paper, 0.4) + "\"];\n")
	d.node(k)
	for _, g := range k.guests {
		d.card(g)
	}
	d.WriteString("  }\n")
}

func (d *dotWriter) node(k *card) {
	n, l := k.node, d.look(k.typ)
	name, colour, size, pen := n.Label, "", "", ""
	if n.Text != "" && !strings.ContainsAny(name, "“\"") && !standsAside(d.view.graph, n.ID) {
		name = "“" + name + "”"
	}
	label := Wrap(name, 22, 4)
	if k.typ.Muted {
		label, colour, size = Wrap(name, 30, 3), legible(l.border, d.theme.paper, 4.5), "10"
	}
	if l.ink != d.theme.ink {
		colour = l.ink
	}
	if n.Date != "" && !strings.Contains(n.Label, n.Date) {
		label += "\n" + n.Date
	}
	for _, note := range k.notes[:min(len(k.notes), mostNotes)] {
		label += "\n" + Wrap(note, 26, 2)
	}
	for _, name := range k.list {
		label += "\n" + shorten(name, 28)
	}
	if label == "" {
		label = " " // an empty label shows the ID
	}
	if k.first {
		pen = "2.6"
	}
	d.WriteString("  " + quote(n.ID))
	d.write(attributes{"id", n.ID, "class", n.Type, "label", label, "shape", l.shape, "fillcolor", l.fill, "color", l.border, "fontcolor", colour, "fontsize", size,
		"penwidth", pen, "tooltip", d.nodeTip(n), "URL", d.nodeLink(n)})
}

// lineStyles are by modality, Asserted first.
var lineStyles = [...]string{"solid", "dashed", "dotted", "solid"}

func (d *dotWriter) line(l line) {
	e := &l.edges[0]
	r := d.relation(e)
	m := l.modality()
	head, dir := "", ""
	from, to := e.From, e.To
	if m == schema.Denied {
		head = "tee"
	} else if d.mutual(l) {
		dir = "none"
	}
	if r.Symmetric && len(l.edges) == 1 && d.rank(from) > d.rank(to) {
		from, to = to, from // persons stand before countries
	}
	tip, colour := d.lineTip(l), d.lineColour(r, m)
	if d.counted {
		colour = d.theme.faint
	}
	d.WriteString("  " + quote(from) + " -> " + quote(to))
	d.write(attributes{"id", e.ID, "class", e.Relation + " " + m.String(), "label", strings.Join(d.labelRows(l), "\n"), "color", colour, "fontcolor", colour,
		"style", lineStyles[m-schema.Asserted], "penwidth", penWidth(l.sources()), "arrowhead", head, "dir", dir, "tooltip", tip, "labeltooltip", tip, "URL", d.lineLink(l)})
}

// rank is the place of a node's type in the schema.
func (d *dotWriter) rank(id string) int {
	n, _ := d.view.graph.Node(id)
	return slices.IndexFunc(d.view.graph.Schema().Types(), func(t schema.Type) bool { return t.Name == n.Type })
}

// penWidth grows with the number of documents that say so, up to five.
func penWidth(sources int) string {
	return strconv.FormatFloat(1+0.4*float64(min(sources, 5)-1), 'f', 1, 64)
}
