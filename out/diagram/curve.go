package diagram

import (
	"math"
	"slices"

	"kg/internal/figure"
)

// curve makes a route of the points of Graphviz' curve; tip is the end of its
// head, nil if it has none.
func (d *Diagram) curve(l line, points []figure.Point, tip *figure.Point, g *geometry) route {
	last := points[len(points)-1]
	r := route{}
	if tip == nil {
		tip = &last
	}
	r.toward = unit(figure.Point{X: tip.X - last.X, Y: tip.Y - last.Y})
	if r.toward == (figure.Point{}) {
		before := points[len(points)-2]
		r.toward = unit(figure.Point{X: last.X - before.X, Y: last.Y - before.Y})
	}
	to := d.at[l.edges[0].To]
	r.tip = d.reach(*tip, r.toward, to, g)
	base := figure.Point{X: r.tip.X - (headSize-1)*r.toward.X, Y: r.tip.Y - (headSize-1)*r.toward.Y}
	start := unit(figure.Point{X: points[0].X - points[1].X, Y: points[0].Y - points[1].Y})
	in := d.reach(points[0], start, d.at[l.edges[0].From], g)
	r.steps = []figure.Step{figure.Move(in.X, in.Y), figure.Line(points[0].X, points[0].Y)}
	for i := 1; i+2 < len(points); i += 3 {
		a, b, c := points[i], points[i+1], points[i+2]
		r.steps = append(r.steps, figure.Curve(a.X, a.Y, b.X, b.Y, c.X, c.Y))
	}
	r.steps = append(r.steps, figure.Line(base.X, base.Y))
	return r
}

// reach moves a point at the side of a card on to its outline.
func (d *Diagram) reach(q, toward figure.Point, k *card, g *geometry) figure.Point {
	steps := outline(d.look(k.typ).shape, g.cards[k.node.ID])
	first := slices.IndexFunc(steps, func(s figure.Step) bool { return s.Op == 'Z' }) // a fold may follow
	shape := figure.Flat(steps[:first+1], 8)
	for range 20 {
		if inside(shape, q) {
			break
		}
		q.X, q.Y = q.X+toward.X, q.Y+toward.Y
	}
	return q
}

// inside reports whether a polygon holds a point.
func inside(polygon []figure.Point, q figure.Point) bool {
	in := false
	for i := 1; i < len(polygon); i++ {
		a, b := polygon[i-1], polygon[i]
		if (a.Y > q.Y) != (b.Y > q.Y) && q.X < (b.X-a.X)*(q.Y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
	}
	return in
}

func unit(p figure.Point) figure.Point {
	n := math.Hypot(p.X, p.Y)
	if n == 0 {
		return p
	}
	return figure.Point{X: p.X / n, Y: p.Y / n}
}

// labels places the labels of lines where Graphviz kept room for them, else
// along their lines where no card and no other label is. A label without room is
// left out; it stands in the tooltip all the same.
func (r *planReader) labels() {
	var taken []rect
	for _, k := range r.d.cards {
		taken = append(taken, r.g.cards[k.node.ID])
	}
	for i, l := range r.d.lines {
		rows := r.d.labelRows(l)
		if len(rows) == 0 {
			continue
		}
		w, h := labelWidth(rows), float64(len(rows))*lineSize*rowStep
		along := figure.Flat(r.g.routes[i].steps, 12)
		spots := []figure.Point{}
		if r.wanted[i] != (figure.Point{}) {
			spots = append(spots, r.wanted[i])
		}
		for _, t := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
			spots = append(spots, along[int(t*float64(len(along)-1))])
		}
		for _, at := range spots {
			place := rect{at.X - w/2, at.Y - h/2, w, h}
			if place.x >= 0 && place.y >= 0 && place.right() <= r.g.w && place.bottom() <= r.g.h && !meets(place, taken) {
				taken = append(taken, place)
				x := &r.g.routes[i]
				x.rows, x.anchor, x.label = rows, figure.Middle, figure.Point{X: at.X, Y: place.bottom() - 0.25*lineSize}
				break
			}
		}
	}
}

func meets(a rect, list []rect) bool {
	for _, b := range list {
		if a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom() {
			return true
		}
	}
	return false
}
