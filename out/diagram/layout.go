package diagram

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"kg/internal/figure"
)

// Columns is the name of the layout that needs no Graphviz.
const Columns = "columns"

// Layouts returns the layouts to try in turn, the most legible first, by rules
// that were measured: columns are for diagrams of which most lines join actors
// to what they do; dot takes a second for 300 nodes and 14 for 500, sfdp 3 for
// 2,000.
func (d *Diagram) Layouts() []string {
	n, m := len(d.cards), len(d.lines)
	switch {
	case !d.counted && d.suitsColumns() && d.options.Style.rankdir() == "LR":
		return []string{Columns}
	case n <= 300 && m <= 500:
		return []string{"dot", "sfdp", "twopi"}
	case n <= 2500:
		return []string{"sfdp", "twopi"}
	}
	return []string{"twopi"}
}

// InColumns returns the picture of the diagram laid out in columns.
func (d *Diagram) InColumns() *figure.Figure { return d.figure(d.inColumns()) }

// Plan returns what an engine of Graphviz needs to know to lay the diagram out: a
// graph in the DOT language, without any text. Only dot knows boxes; for others
// who belongs to one is joined to its head.
func (d *Diagram) Plan(engine string) []byte {
	var b bytes.Buffer
	number := map[*card]int{}
	for i, k := range d.cards {
		number[k] = i
	}
	fmt.Fprintf(&b, "digraph plan {\ngraph [rankdir=%s, nodesep=0.18, ranksep=0.45, remincross=true%s];\nnode [shape=box, fixedsize=true, label=\"\"];\nedge [arrowsize=0.7];\n", d.options.Style.rankdir(), d.spread(engine))
	var put func(k *card)
	put = func(k *card) {
		if len(k.guests) > 0 && engine == "dot" {
			fmt.Fprintf(&b, "subgraph cluster_%d {\nmargin=8;\n", number[k])
			defer b.WriteString("}\n")
		}
		w, h := k.size(k.rows(1), d.look(k.typ).shape)
		if d.isMap() {
			w, h = 2*dotMost, 2*dotMost
		}
		fmt.Fprintf(&b, "n%d [width=%.3f, height=%.3f];\n", number[k], w/72, h/72)
		for _, g := range k.guests {
			put(g)
		}
	}
	for _, k := range d.cards {
		if k.home == nil {
			put(k)
		}
	}
	for _, k := range d.cards {
		if k.home != nil && engine != "dot" {
			fmt.Fprintf(&b, "n%d -> n%d;\n", number[k], number[k.home])
		}
	}
	for i, l := range d.lines {
		e := &l.edges[0]
		fmt.Fprintf(&b, "n%d -> n%d [id=%d", number[d.at[e.From]], number[d.at[e.To]], i)
		if rows := d.labelRows(l); len(rows) > 0 && !d.isMap() {
			fmt.Fprintf(&b, ", label=<<TABLE BORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" HEIGHT=\"%.0f\"></TD></TR></TABLE>>", labelWidth(rows)+6, float64(len(rows))*lineSize*rowStep+3)
		}
		b.WriteString("];\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// spread says how an engine keeps nodes apart and draws lines: other ways take
// minutes in WebAssembly. In a map nodes may lie on each other.
func (d *Diagram) spread(engine string) string {
	switch {
	case engine == "dot":
		return ""
	case d.isMap():
		return ", overlap=true, splines=line, repulsiveforce=1.6"
	}
	return ", overlap=scale, splines=line"
}

// The parts of Graphviz' JSON that are read.
type (
	planned struct {
		BB      string
		Objects []plannedNode
		Edges   []plannedEdge
	}
	plannedNode struct{ Name, Pos, BB string }
	plannedEdge struct{ ID, Pos, LP string }
)

// Figure returns the picture of the diagram laid out by Graphviz, whose JSON of
// the Plan it reads. The error says what is missing there.
func (d *Diagram) Figure(layout []byte) (*figure.Figure, error) {
	var p planned
	if err := json.Unmarshal(layout, &p); err != nil {
		return nil, fmt.Errorf("the layout: %w", err)
	}
	bb, err := floats(p.BB, 4)
	if err != nil {
		return nil, fmt.Errorf("the layout: bb: %w", err)
	}
	r := &planReader{d: d, top: bb[3], left: bb[0], g: &geometry{free: true, w: bb[2] - bb[0], h: bb[3] - bb[1], cards: map[string]rect{}, boxes: map[string]rect{}, routes: make([]route, len(d.lines))}}
	for _, o := range p.Objects {
		if err := r.object(o); err != nil {
			return nil, fmt.Errorf("the layout: %s: %w", o.Name, err)
		}
	}
	for _, e := range p.Edges {
		if e.ID == "" {
			continue // to the head of a box
		}
		if err := r.edge(e); err != nil {
			return nil, fmt.Errorf("the layout: line %s: %w", e.ID, err)
		}
	}
	if len(r.g.cards) < len(d.cards) || r.lines < len(d.lines) {
		return nil, fmt.Errorf("the layout: it has %d of %d nodes and %d of %d lines", len(r.g.cards), len(d.cards), r.lines, len(d.lines))
	}
	if !d.isMap() {
		r.labels()
	}
	return d.figure(r.g), nil
}

// A planReader turns Graphviz' coordinates, which go upwards, into ours.
type planReader struct {
	d         *Diagram
	g         *geometry
	left, top float64
	lines     int
	wanted    []figure.Point // where Graphviz keeps room for labels; zero for nowhere
}

func (r *planReader) object(o plannedNode) error {
	if name, ok := strings.CutPrefix(o.Name, "cluster_"); ok {
		bb, err := floats(o.BB, 4)
		k := r.card(name)
		if err != nil || k == nil {
			return fmt.Errorf("cluster %q: %w", name, err)
		}
		r.g.boxes[k.node.ID] = rect{bb[0] - r.left, r.top - bb[3], bb[2] - bb[0], bb[3] - bb[1]}
		return nil
	}
	k := r.card(strings.TrimPrefix(o.Name, "n"))
	if k == nil {
		return fmt.Errorf("unknown node")
	}
	at, err := floats(o.Pos, 2)
	if err != nil {
		return err
	}
	w, h := k.size(k.rows(1), r.d.look(k.typ).shape)
	r.g.cards[k.node.ID] = rect{at[0] - r.left - w/2, r.top - at[1] - h/2, w, h}
	return nil
}

// card returns the card of a number, nil if there is none.
func (r *planReader) card(number string) *card {
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(r.d.cards) {
		return nil
	}
	return r.d.cards[i]
}

func (r *planReader) point(text string) (figure.Point, error) {
	xy, err := floats(text, 2)
	if err != nil {
		return figure.Point{}, err
	}
	return figure.Point{X: xy[0] - r.left, Y: r.top - xy[1]}, nil
}

func (r *planReader) edge(e plannedEdge) error {
	i, err := strconv.Atoi(e.ID)
	if err != nil || i < 0 || i >= len(r.d.lines) {
		return fmt.Errorf("unknown line")
	}
	var points []figure.Point
	var tip *figure.Point
	for f := range strings.FieldsSeq(e.Pos) {
		rest, isTip := strings.CutPrefix(f, "e,")
		q, err := r.point(strings.TrimPrefix(rest, "s,"))
		if err != nil {
			return err
		}
		if isTip {
			tip = &q
		} else if !strings.HasPrefix(f, "s,") {
			points = append(points, q)
		}
	}
	if len(points) < 4 || len(points)%3 != 1 {
		return fmt.Errorf("%d points", len(points))
	}
	r.g.routes[i] = r.d.curve(r.d.lines[i], points, tip, r.g)
	r.lines++
	for len(r.wanted) < len(r.d.lines) {
		r.wanted = append(r.wanted, figure.Point{})
	}
	if e.LP != "" {
		r.wanted[i], err = r.point(e.LP)
	}
	return err
}

// floats reads n numbers with commas between them.
func floats(text string, n int) ([]float64, error) {
	parts := strings.Split(text, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("%q are not %d numbers", text, n)
	}
	out := make([]float64, n)
	for i, p := range parts {
		x, err := strconv.ParseFloat(p, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is no number", p)
		}
		out[i] = x
	}
	return out, nil
}
