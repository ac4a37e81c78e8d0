package out

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
	"kg/schema"
)

// DOTOptions says what a diagram shows. The zero value is a view for readers.
type DOTOptions struct {
	All      bool   // everything; else without what follows from the rest and, above Max nodes, without the least connected
	Max      int    // nodes to show unless All; 0 means 40
	Title    string // above the legend; empty for none
	NoLegend bool   // without the explanation of shapes and lines
}

// DOT writes a diagram of the graph in the language of Graphviz. Types show by
// shape and colour. Each line stands for all edges from one node to another and
// is labelled with their readings and dates; it is dashed if they are planned,
// dotted if they are possible, and red and crossed if they are denied. Tooltips
// hold the sentences and their documents. The output is the same for the same
// graph.
func DOT(w io.Writer, g *graph.Graph, o DOTOptions) error {
	v, err := viewOf(g, o.All, o.Max)
	if err != nil {
		return err
	}
	d := &dotWriter{bufio.NewWriter(w), v}
	d.WriteString("digraph kg {\n")
	d.WriteString(`  graph [rankdir="LR", nodesep="0.28", ranksep="0.55", pad="0.25", bgcolor="#ffffff", outputorder="edgesfirst", fontname="Helvetica", fontsize="11", fontcolor="#333333"];` + "\n")
	d.WriteString(`  node [style="filled", fontname="Helvetica", fontsize="12", fontcolor="#1a1a1a", margin="0.1,0.05", height="0.4", penwidth="1.2"];` + "\n")
	d.WriteString(`  edge [fontname="Helvetica", fontsize="10", arrowsize="0.7", penwidth="1.2"];` + "\n")
	d.caption(o)
	for i := range v.graph.Nodes() {
		d.node(&v.graph.Nodes()[i])
	}
	for _, l := range v.lines {
		d.line(l)
	}
	d.WriteString("}\n")
	return d.Flush()
}

type dotWriter struct {
	*bufio.Writer
	view *view
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

func (d *dotWriter) node(n *graph.Node) {
	t, _ := d.view.graph.Schema().Type(n.Type)
	name, colour, size := n.Label, "", ""
	if n.Text != "" && !strings.ContainsAny(name, "“\"") && !standsAside(d.view.graph, n.ID) {
		name = "“" + name + "”"
	}
	label := wrap(name, 22, 4)
	if t.Muted {
		label, colour, size = wrap(name, 30, 3), t.Border, "10"
	}
	if n.Date != "" && !strings.Contains(n.Label, n.Date) {
		label += "\n" + n.Date
	}
	a := attributes{"id", n.ID, "class", n.Type, "label", label, "shape", t.Shape, "fillcolor", t.Fill, "color", t.Border, "fontcolor", colour, "fontsize", size, "tooltip", nodeTip(n)}
	d.WriteString("  " + quote(n.ID))
	d.write(a)
}

// nodeTip is the full label, type, date, names and words of a node.
func nodeTip(n *graph.Node) string {
	tip := n.Label + " (" + n.Type + ")"
	if len(n.Aliases) > 0 {
		tip += "\n" + shorten(strings.Join(n.Aliases, "; "), 300)
	}
	if n.Text != "" {
		tip += "\n“" + shorten(n.Text, 600) + "”"
	}
	return tip
}

// lineStyles are by modality, Asserted first.
var lineStyles = [...]string{"solid", "dashed", "dotted", "solid"}

const deniedColour = "#c62828"

func (d *dotWriter) line(l line) {
	e := &l.edges[0]
	r, _ := d.view.graph.Schema().Relation(e.Relation)
	m := l.modality()
	colour, head, dir := r.Colour, "", ""
	from, to := e.From, e.To
	if m == schema.Denied {
		colour, head = deniedColour, "tee"
	} else if r.Symmetric && len(l.edges) == 1 {
		dir = "none"
	}
	if r.Symmetric && len(l.edges) == 1 && d.rank(from) > d.rank(to) {
		from, to = to, from // persons stand before countries
	}
	tip := d.lineTip(l)
	a := attributes{"id", e.ID, "class", e.Relation + " " + m.String(), "label", d.lineLabel(l), "color", colour, "fontcolor", colour,
		"style", lineStyles[m-schema.Asserted], "penwidth", penWidth(l.places()), "arrowhead", head, "dir", dir, "tooltip", tip, "labeltooltip", tip}
	d.WriteString("  " + quote(from) + " -> " + quote(to))
	d.write(a)
}

// rank is the place of a node's type in the schema.
func (d *dotWriter) rank(id string) int {
	n, _ := d.view.graph.Node(id)
	return slices.IndexFunc(d.view.graph.Schema().Types(), func(t schema.Type) bool { return t.Name == n.Type })
}

// penWidth grows with the number of places that say so, up to five.
func penWidth(places int) string {
	return strconv.FormatFloat(1+0.3*float64(min(places, 5)-1), 'f', 1, 64)
}

// lineLabel has a row for each reading, with the dates that are not told by
// the nodes. What is reported as done is not told as planned or possible too.
func (d *dotWriter) lineLabel(l line) string {
	var rows []string
	dates := map[string][]string{}
	for i, e := range l.edges {
		if l.done(i) {
			continue
		}
		r, _ := d.view.graph.Schema().Relation(e.Relation)
		says := wrap(r.Says(e.Modality, e.Role), 24, 3)
		if e.Modality == schema.Denied {
			says = "× " + says
		}
		if _, seen := dates[says]; !seen {
			rows = append(rows, says)
			dates[says] = nil
		}
		told := d.dated(e.From, e.Date) || d.dated(e.To, e.Date) || r.Lasting && e.Modality == schema.Asserted
		if e.Date != "" && !told && !slices.Contains(dates[says], e.Date) {
			dates[says] = append(dates[says], e.Date)
		}
	}
	rows = slices.DeleteFunc(rows, func(says string) bool { return len(dates[says]) == 0 && toldBetter(says, rows) })
	for i, says := range rows {
		if len(dates[says]) > 0 {
			rows[i] += "\n" + shorten(strings.Join(dates[says], ", "), 34)
		}
	}
	return strings.Join(rows, "\n")
}

// toldBetter reports whether another row holds all of says, as "Special Envoy"
// does of "envoy".
func toldBetter(says string, rows []string) bool {
	return slices.ContainsFunc(rows, func(row string) bool {
		return len(row) > len(says) && strings.Contains(strings.ToLower(row), strings.ToLower(says))
	})
}

func (d *dotWriter) dated(id, date string) bool {
	n, ok := d.view.graph.Node(id)
	return ok && n.Date == date
}

// lineTip quotes up to three places.
func (d *dotWriter) lineTip(l line) string {
	var quotes []string
	more := 0
	for _, e := range l.edges {
		for _, x := range e.Evidence {
			q := "“" + shorten(x.Text, 300) + "” — " + x.Doc
			switch {
			case len(quotes) > 0 && quotes[len(quotes)-1] == q:
			case len(quotes) < 3:
				quotes = append(quotes, q)
			default:
				more++
			}
		}
	}
	if more > 0 {
		quotes = append(quotes, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(quotes, "\n")
}
