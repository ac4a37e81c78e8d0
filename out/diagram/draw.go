package diagram

import (
	"fmt"
	"math"
	"net/url"
	"strings"

	"kg/graph"
	"kg/internal/figure"
	"kg/schema"
)

const titleHeight = 34.0

// dashes are by modality, Asserted first.
var dashes = [...][]float64{nil, {6, 4}, {0.5, 4}, nil}

// figure paints the diagram with everything where the geometry says.
func (d *Diagram) figure(g *geometry) *figure.Figure {
	if d.isMap() && g.free {
		return d.mapped(g)
	}
	p := &drawing{Diagram: d, geo: g, f: &figure.Figure{Title: d.title(), About: d.about(), Background: d.theme.paper, Font: d.options.Style.fontAsked()}, dx: margin, dy: margin}
	p.heading()
	for _, k := range d.cards {
		if r, ok := g.boxes[k.node.ID]; ok && k.home == nil {
			p.box(k, r)
		}
	}
	for _, k := range d.cards {
		p.tie(k)
	}
	for i, l := range d.lines {
		p.line(l, g.routes[i])
	}
	for i, l := range d.lines {
		p.label(l, g.routes[i])
	}
	for _, k := range d.cards {
		p.card(k, g.cards[k.node.ID])
	}
	p.f.Width, p.f.Height = g.w, g.h
	p.legend()
	p.finish()
	return p.f
}

// heading writes the title, if there is one.
func (p *drawing) heading() {
	if p.options.Title == "" {
		return
	}
	const size = 18
	room := math.Max(p.geo.w, legendLeast)
	p.add(&figure.Text{Y: 14 - titleHeight, Size: size, Bold: true, Fill: p.theme.ink, Text: fit(p.options.Title, room, size, true, 1)[0]})
	p.dy += titleHeight
}

// finish puts the margins around.
func (p *drawing) finish() {
	p.f.Width, p.f.Height = p.f.Width+2*margin, p.f.Height+p.dy+margin
	shift(p.f.Items, p.dx, p.dy)
}

// A drawing is a figure on its way; its origin is that of the layout.
type drawing struct {
	*Diagram
	geo    *geometry
	f      *figure.Figure
	dx, dy float64
}

func (p *drawing) add(x ...figure.Item) { p.f.Items = append(p.f.Items, x...) }

// shift moves everything.
func shift(items []figure.Item, dx, dy float64) {
	for _, x := range items {
		switch x := x.(type) {
		case *figure.Group:
			shift(x.Items, dx, dy)
		case *figure.Text:
			x.X, x.Y = x.X+dx, x.Y+dy
		case *figure.Path:
			for i := range x.Steps {
				for k := range x.Steps[i].P {
					q := &x.Steps[i].P[k]
					q.X, q.Y = q.X+dx, q.Y+dy
				}
			}
		}
	}
}

// box paints the ground of a box and of those within it.
func (p *drawing) box(k *card, r rect) {
	l := p.look(k.typ)
	p.add(&figure.Path{Steps: figure.Rounded(r.x, r.y, r.w, r.h, 8), Fill: p.boxFill(l.border), Stroke: mix(l.border, p.theme.paper, 0.4), Width: 0.8})
	for _, g := range k.guests {
		if inner, ok := p.geo.boxes[g.node.ID]; ok {
			p.box(g, inner)
		}
	}
}

// tie joins a card to the head of its box where the layout has no boxes.
func (p *drawing) tie(k *card) {
	if k.home == nil {
		return
	}
	if _, ok := p.geo.boxes[k.home.node.ID]; ok {
		return
	}
	a, b := p.geo.cards[k.node.ID].middle(), p.geo.cards[k.home.node.ID].middle()
	colour := mix(p.look(k.home.typ).border, p.theme.paper, 0.4)
	p.add(&figure.Path{Steps: []figure.Step{figure.Move(a.X, a.Y), figure.Line(b.X, b.Y)}, Stroke: colour, Width: 3})
}

func (p *drawing) card(k *card, r rect) {
	l := p.look(k.typ)
	group := &figure.Group{ID: k.node.ID, Class: "node " + k.typ.Name, Tip: p.nodeTip(k.node), Link: p.nodeLink(k.node)}
	path := &figure.Path{Steps: outline(l.shape, r), Fill: l.fill, Stroke: l.border, Width: 1.2}
	switch {
	case l.shape == "plaintext":
		path.Stroke = mix(l.border, p.theme.paper, 0.6)
		path.Width = 0.6
	case k.first:
		path.Width = 2.6
	}
	group.Items = append(group.Items, path)
	rows := k.rows(1)
	h := 0.0
	for _, row := range rows {
		h += row.height()
	}
	y := r.middle().Y - h/2
	if l.shape == "folder" || l.shape == "tab" {
		y += 2
	}
	for _, row := range rows {
		y += row.height()
		ink := l.ink
		if !row.bold {
			ink = mix(l.ink, l.fill, 0.15)
		}
		group.Items = append(group.Items, &figure.Text{X: r.middle().X, Y: y - 0.28*row.size, Size: row.size, Anchor: figure.Middle, Bold: row.bold, Fill: ink, Text: row.text})
	}
	p.add(group)
}

// stroke is how a line is painted.
func (p *drawing) stroke(l line) (colour string, width float64, dash []float64) {
	m := l.modality()
	if p.counted {
		return p.theme.faint, 1 + 0.5*math.Log2(float64(len(l.edges))), nil
	}
	return p.lineColour(p.relation(&l.edges[0]), m), 1 + 0.4*float64(min(l.sources(), 5)-1), dashes[m-schema.Asserted]
}

func (p *drawing) line(l line, r route) {
	e := &l.edges[0]
	colour, width, dash := p.stroke(l)
	group := &figure.Group{ID: e.ID, Class: "edge " + e.Relation + " " + l.modality().String(), Tip: p.lineTip(l), Link: p.lineLink(l)}
	group.Items = append(group.Items, &figure.Path{Steps: r.steps, Stroke: colour, Width: width, Dash: dash})
	group.Items = append(group.Items, p.head(l, r, colour, width)...)
	p.add(group)
}

// head is the end of a line: a bar if it is denied, none if both ends are
// alike, else an arrow.
func (p *drawing) head(l line, r route, colour string, width float64) []figure.Item {
	base := figure.Point{X: r.tip.X - headSize*r.toward.X, Y: r.tip.Y - headSize*r.toward.Y}
	side := figure.Point{X: -r.toward.Y, Y: r.toward.X}
	at := func(o figure.Point, k float64) (float64, float64) { return o.X + k*side.X, o.Y + k*side.Y }
	stem := &figure.Path{Steps: []figure.Step{figure.Move(base.X, base.Y), figure.Line(r.tip.X, r.tip.Y)}, Stroke: colour, Width: width}
	switch {
	case l.modality() == schema.Denied:
		x1, y1 := at(base, 5)
		x2, y2 := at(base, -5)
		return []figure.Item{stem, &figure.Path{Steps: []figure.Step{figure.Move(x1, y1), figure.Line(x2, y2)}, Stroke: colour, Width: 2}}
	case p.mutual(l):
		return []figure.Item{stem}
	}
	half := 2.6 + width*0.5
	x1, y1 := at(base, half)
	x2, y2 := at(base, -half)
	return []figure.Item{&figure.Path{Steps: figure.Polygon(r.tip.X, r.tip.Y, x1, y1, x2, y2), Fill: colour}}
}

// mutual reports whether all that a line says goes both ways.
func (d *Diagram) mutual(l line) bool {
	if d.counted {
		return true
	}
	for i := range l.edges {
		if !d.relation(&l.edges[i]).Symmetric {
			return false
		}
	}
	return true
}

func (p *drawing) label(l line, r route) {
	if len(r.rows) == 0 {
		return
	}
	colour, _, _ := p.stroke(l)
	halo := ""
	if p.geo.free {
		halo = p.theme.paper
	}
	group := &figure.Group{Class: "label", Tip: p.lineTip(l), Link: p.lineLink(l)}
	y := r.label.Y - float64(len(r.rows)-1)*lineSize*rowStep
	for _, text := range r.rows {
		group.Items = append(group.Items, &figure.Text{X: r.label.X, Y: y, Size: lineSize, Anchor: r.anchor, Fill: colour, Halo: halo, Text: visible(text)})
		y += lineSize * rowStep
	}
	p.add(group)
}

// nodeLink leads to the first document that speaks of a node.
func (d *Diagram) nodeLink(n *graph.Node) string {
	first := ""
	for _, e := range d.view.graph.EdgesOf(n.ID) {
		if doc := e.Evidence[0].Doc; first == "" || doc < first {
			first = doc
		}
	}
	return d.link(first)
}

func (d *Diagram) lineLink(l line) string { return d.link(l.edges[0].Evidence[0].Doc) }

// link is the address of a document, relative to the picture.
func (d *Diagram) link(doc string) string {
	if doc == "" || d.options.NoTooltips {
		return ""
	}
	u := (&url.URL{Path: doc}).EscapedPath()
	if strings.HasPrefix(u, "//") {
		u = "/." + u // else the first part were another machine
	}
	if head, _, _ := strings.Cut(u, "/"); strings.Contains(head, ":") {
		u = "./" + u // else the part before the colon were a scheme
	}
	return d.options.Links + u
}

// about describes the diagram to those who cannot see it.
func (d *Diagram) about() string {
	shown, all := d.Cut()
	if d.counted {
		return fmt.Sprintf("A diagram of the %d largest communities among %d entities, with the names of their most connected members.", shown, all)
	}
	s := fmt.Sprintf("A diagram of %d entities and %d lines between them.", shown, len(d.lines))
	if shown < all {
		s += fmt.Sprintf(" It shows the most connected of %d.", all)
	}
	var names []string
	for _, n := range d.view.graph.Nodes() {
		names = append(names, visible(n.Label))
		if len(names) == 12 {
			break
		}
	}
	if len(names) > 0 {
		s += " Among them are " + shorten(strings.Join(names, ", "), 600) + "."
	}
	return s
}

// sources counts the documents that speak of a line, copies once.
func (l line) sources() int {
	seen := map[string]bool{}
	for i := range l.edges {
		for _, s := range l.edges[i].Sources() {
			seen[s] = true
		}
	}
	return int(math.Max(1, float64(len(seen))))
}
