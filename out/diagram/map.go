package diagram

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kg/internal/figure"
)

// mapFrom is the number of nodes from which a diagram is drawn as a map: a dot
// for each node, thin lines, and names where there is room, those of the most
// connected of each community first. Names and readings of all are in tooltips.
const mapFrom = 301

func (d *Diagram) isMap() bool { return len(d.cards) >= mapFrom }

const (
	mapArea  = 1100.0 // square points for each dot
	dotLeast = 2.5    // radius in points
	dotMost  = 11.0
)

// A pin is a node of a map.
type pin struct {
	card   *card
	at     figure.Point
	r      float64
	links  int
	within int // place in its community by links, from 0
}

// mapped draws the diagram as a map, from the places that a layout gives.
func (d *Diagram) mapped(g *geometry) *figure.Figure {
	p := &drawing{Diagram: d, geo: g, f: &figure.Figure{Title: d.title(), About: d.about(), Background: d.theme.paper, Font: d.options.Style.fontAsked()}, dx: margin, dy: margin}
	dots := d.pins(g)
	p.f.Width, p.f.Height = g.w, g.h
	p.heading()
	at := map[string]*pin{}
	for i := range dots {
		at[dots[i].card.node.ID] = &dots[i]
	}
	for _, l := range d.lines {
		p.thread(l, at)
	}
	for i := range dots {
		p.pin(&dots[i])
	}
	p.names(dots)
	p.legend()
	p.finish()
	return p.f
}

// pins places the nodes so that they have about equal room, those with the
// most links last.
func (d *Diagram) pins(g *geometry) []pin {
	side := math.Sqrt(mapArea * float64(len(d.cards)))
	width, height := 1.25*side, side/1.25
	xs := d.evened(width, g, func(q figure.Point) float64 { return q.X })
	ys := d.evened(height, g, func(q figure.Point) float64 { return q.Y })
	g.w, g.h = width, height
	communities, _ := d.view.graph.Communities()
	place := map[string]int{}
	for i, n := range d.view.graph.Nodes() {
		place[n.ID] = communities[i]
	}
	var out []pin
	for _, k := range d.cards {
		links := len(neighbours(d.view.graph, k.node.ID))
		r := math.Min(dotMost, dotLeast+1.1*math.Sqrt(float64(links)))
		out = append(out, pin{card: k, at: figure.Point{X: xs[k], Y: ys[k]}, r: r, links: links})
	}
	slices.SortStableFunc(out, func(a, b pin) int { return cmp.Compare(b.links, a.links) })
	count := map[int]int{}
	for i := range out {
		c := place[out[i].card.node.ID]
		out[i].within = count[c]
		count[c]++
	}
	slices.Reverse(out)
	return out
}

// evened spreads a coordinate of the nodes over a length: a layout by forces
// crowds the middle, and parts that nothing joins stand far out. Most of it is
// the place in the order, some the coordinate itself.
func (d *Diagram) evened(length float64, g *geometry, of func(figure.Point) float64) map[*card]float64 {
	at := func(k *card) float64 { return of(g.cards[k.node.ID].middle()) }
	order := slices.Clone(d.cards)
	slices.SortStableFunc(order, func(a, b *card) int { return cmp.Compare(at(a), at(b)) })
	low, high := at(order[0]), at(order[len(order)-1])
	out := map[*card]float64{}
	for i, k := range order {
		rank := float64(i) / float64(max(1, len(order)-1))
		out[k] = dotMost + (length-2*dotMost)*(0.8*rank+0.2*(at(k)-low)/math.Max(1, high-low))
	}
	return out
}

// thread is a line of a map.
func (p *drawing) thread(l line, at map[string]*pin) {
	e := &l.edges[0]
	a, b := at[e.From].at, at[e.To].at
	colour, width, dash := p.stroke(l)
	tip := strings.Join(p.labelRows(l), ", ")
	if full := p.lineTip(l); full != "" {
		tip += "\n" + full
	}
	p.add(&figure.Group{ID: e.ID, Class: "edge " + e.Relation + " " + l.modality().String(), Tip: at[e.From].card.node.Label + " – " + at[e.To].card.node.Label + ": " + tip, Link: p.lineLink(l),
		Items: []figure.Item{&figure.Path{Steps: []figure.Step{figure.Move(a.X, a.Y), figure.Line(b.X, b.Y)}, Stroke: mix(colour, p.theme.paper, 0.45), Width: 0.5 * width, Dash: dash}}})
}

func (p *drawing) pin(x *pin) {
	l := p.look(x.card.typ)
	tip := p.nodeTip(x.card.node)
	if tip == "" {
		tip = x.card.node.Label
	}
	r := rect{x.at.X - x.r, x.at.Y - 0.8*x.r, 2 * x.r, 1.6 * x.r}
	steps := figure.Ellipse(x.at.X, x.at.Y, x.r, x.r)
	if l.shape != "ellipse" && l.shape != "plaintext" && x.r > 4 {
		steps = figure.Polygon(r.x, r.y, r.right(), r.y, r.right(), r.bottom(), r.x, r.bottom())
	}
	p.add(&figure.Group{ID: x.card.node.ID, Class: "node " + x.card.typ.Name, Tip: tip, Link: p.nodeLink(x.card.node),
		Items: []figure.Item{&figure.Path{Steps: steps, Fill: mix(l.border, p.theme.paper, 0.25), Stroke: p.theme.paper, Width: 0.8}}})
}

// names writes the names for which there is room beside their dots.
func (p *drawing) names(dots []pin) {
	order := slices.Clone(dots)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b pin) int {
		return cmp.Compare(min(a.within, 3)*40-min(a.links, 60), min(b.within, 3)*40-min(b.links, 60))
	})
	var taken []rect
	for _, x := range order[:min(len(order), 40)] { // the greatest dots stay free
		taken = append(taken, rect{x.at.X - x.r, x.at.Y - x.r, 2 * x.r, 2 * x.r})
	}
	for _, x := range order {
		size := math.Min(14, 8+0.35*float64(x.links))
		text := fit(x.card.node.Label, 150, size, size > 10, 1)[0]
		w, h := figure.Width(text, size, size > 10), size
		for _, at := range []figure.Point{{X: x.at.X + x.r + 2, Y: x.at.Y + 0.35*size}, {X: x.at.X - x.r - 2 - w, Y: x.at.Y + 0.35*size}, {X: x.at.X - w/2, Y: x.at.Y - x.r - 3}, {X: x.at.X - w/2, Y: x.at.Y + x.r + size}} {
			r := rect{at.X - 1, at.Y - 0.8*h, w + 2, h + 1}
			if r.x < 0 || r.y < 0 || r.right() > p.geo.w || r.bottom() > p.geo.h || meets(r, taken) {
				continue
			}
			taken = append(taken, r)
			p.add(&figure.Group{Class: "label", Tip: p.nodeTip(x.card.node), Items: []figure.Item{&figure.Text{X: at.X, Y: at.Y, Size: size, Bold: size > 10, Fill: p.theme.ink, Halo: p.theme.paper, Text: visible(text)}}})
			break
		}
	}
}
