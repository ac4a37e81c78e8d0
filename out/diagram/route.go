package diagram

import (
	"cmp"
	"math"
	"slices"

	"kg/internal/figure"
)

// A strip is where a column stands and what is beside it.
type strip struct {
	left, right float64 // of the cards
	outer       float64 // right of boxes and labels, where lines may bend
	inner       float64 // left of boxes, where lines arrive
}

// geometry draws the routes when all heights are known.
func (b *board) geometry() *geometry {
	g := &geometry{cards: map[string]rect{}, boxes: map[string]rect{}}
	arcs := b.arcLabels()
	lanes := b.lanes()
	strips := b.strips(arcs, lanes)
	for c, column := range b.columns {
		for _, x := range column {
			x.place(strips[c].left, g)
		}
	}
	for _, r := range g.boxes {
		g.h = math.Max(g.h, r.bottom())
	}
	for _, r := range g.cards {
		g.h = math.Max(g.h, r.bottom())
	}
	for i, t := range b.tracks {
		g.routes = append(g.routes, b.route(t, strips, lanes[i]))
	}
	last := strips[len(strips)-1]
	g.w = last.outer
	for i, t := range b.tracks {
		if t.arc && b.column[t.parts[0].a.at] == len(b.columns)-1 && len(b.columns) > 1 {
			g.w = math.Max(g.w, last.outer+laneGap*float64(lanes[i]+1))
		}
	}
	return g
}

// arcLabels is the width that labels of arcs take beside each column.
func (b *board) arcLabels() []float64 {
	widths := make([]float64, len(b.columns))
	for _, t := range b.tracks {
		if t.arc {
			c := b.column[t.parts[0].a.at]
			widths[c] = math.Max(widths[c], labelWidth(t.label)+12)
		}
	}
	return widths
}

// lanes gives each arc a number, so that arcs of one number do not meet: those
// that reach less far come first, nearest to the cards.
func (b *board) lanes() []int {
	lane := make([]int, len(b.tracks))
	type span struct {
		line, column int
		lo, hi       float64
	}
	var spans []span
	for i, t := range b.tracks {
		if p := t.parts[0]; t.arc {
			y1, y2 := p.a.y(), p.b.y()
			spans = append(spans, span{i, b.column[p.a.at], math.Min(y1, y2), math.Max(y1, y2)})
		}
	}
	slices.SortStableFunc(spans, func(x, y span) int { return cmp.Compare(x.hi-x.lo, y.hi-y.lo) })
	for i, s := range spans {
		taken := map[int]bool{}
		for _, o := range spans[:i] {
			if o.column == s.column && o.lo < s.hi+4 && s.lo < o.hi+4 {
				taken[lane[o.line]] = true
			}
		}
		for taken[lane[s.line]] {
			lane[s.line]++
		}
	}
	return lane
}

// strips spaces the columns.
func (b *board) strips(arcs []float64, lanes []int) []strip {
	out := make([]strip, len(b.columns))
	x := 0.0
	for i, t := range b.tracks {
		if t.arc && b.column[t.parts[0].a.at] == 0 {
			x = math.Max(x, laneGap*float64(lanes[i]+2))
		}
	}
	x += arcs[0]
	for c, column := range b.columns {
		depth := 0
		for _, k := range column {
			depth = max(depth, k.depth())
		}
		pad := boxPad * float64(depth)
		s := &out[c]
		s.inner = x
		s.left = x + pad
		s.right = s.left + b.width(c)
		s.outer = s.right + pad + b.labels(c)
		if c > 0 {
			s.outer = math.Max(s.outer, s.right+pad+arcs[c])
		}
		x = s.outer + b.channel(c)
	}
	return out
}

// width is that of the cards of a column.
func (b *board) width(c int) float64 {
	for s, at := range b.column {
		if at == c && s.card != nil {
			return s.w
		}
	}
	return 0
}

// labels is the width that labels of lines to the right take.
func (b *board) labels(c int) float64 {
	w := 0.0
	for _, t := range b.tracks {
		if p := t.parts[0]; !t.arc && b.column[p.a.at] == c && len(t.label) > 0 {
			w = math.Max(w, labelWidth(t.label)+10)
		}
	}
	return w
}

// channel is the width between two columns in which lines go up and down.
func (b *board) channel(c int) float64 {
	if c == len(b.columns)-1 {
		return 0
	}
	steep := 0.0
	for _, t := range b.tracks {
		for _, p := range t.parts {
			if !t.arc && b.column[p.a.at] == c {
				steep = math.Max(steep, math.Abs(p.a.y()-p.b.y()))
			}
		}
	}
	return math.Min(60+steep/8, 150)
}

// place notes where the cards and boxes of a block are.
func (x *block) place(left float64, g *geometry) {
	if x.spot.card == nil {
		x.spot.x = left
		return
	}
	x.spot.x = left
	id := x.spot.card.node.ID
	g.cards[id] = x.spot.rect
	if x.isBox {
		pad := boxPad * float64(x.depth())
		g.boxes[id] = rect{left - pad, x.y, x.spot.w + 2*pad, x.h}
	}
	for _, i := range x.inner {
		i.place(left, g)
	}
}

// edgeOf is where the outline of a spot is at the height of an end.
func (b *board) edgeOf(e *end, right bool) figure.Point {
	s := e.at
	in := 0.0
	if s.card != nil {
		in = inset(b.d.look(s.card.typ).shape, s.rect, e.y(), right)
	}
	if right {
		return figure.Point{X: s.rect.right() - in, Y: e.y()}
	}
	return figure.Point{X: s.x + in, Y: e.y()}
}

// route is the way of a line.
func (b *board) route(t track, strips []strip, lane int) route {
	if t.arc {
		return b.arc(t, strips, lane)
	}
	first, last := t.parts[0].a, t.parts[len(t.parts)-1].b
	start, stop := b.edgeOf(first, true), b.edgeOf(last, false)
	from := strips[b.column[first.at]]
	steps := []figure.Step{figure.Move(start.X, start.Y)}
	if t.back {
		steps[0] = figure.Move(start.X+headSize-1, start.Y)
	}
	for _, p := range t.parts {
		c := b.column[p.a.at]
		x1, x2 := strips[c].outer, strips[c+1].inner-12
		bend := (x2 - x1) * 0.55
		steps = append(steps, figure.Line(x1, p.a.y()), figure.Curve(x1+bend, p.a.y(), x2-bend, p.b.y(), x2, p.b.y()))
		if p.b.at.card == nil {
			steps = append(steps, figure.Line(strips[c+1].outer, p.b.y()))
		}
	}
	r := route{rows: t.label, label: figure.Point{X: from.outerStart(b.labels(b.column[first.at])), Y: start.Y - 2.5}}
	if t.back {
		steps = append(steps, figure.Line(stop.X, stop.Y))
		r.tip, r.toward = start, figure.Point{X: -1}
	} else {
		steps = append(steps, figure.Line(stop.X-headSize+1, stop.Y))
		r.tip, r.toward = stop, figure.Point{X: 1}
	}
	r.steps = steps
	return r
}

// outerStart is where labels to the right of the column begin.
func (s strip) outerStart(labels float64) float64 { return s.outer - math.Max(labels, 0) + 5 }

// arc is the way of a line within a column: out to its lane and back.
func (b *board) arc(t track, strips []strip, lane int) route {
	p := t.parts[0]
	c := b.column[p.a.at]
	s, sign := strips[c], -1.0
	edge, labels := s.inner, b.arcLabels()[c]
	if c > 0 {
		sign, edge = 1, s.outer-math.Max(b.labels(c), labels)
	}
	turn := edge + sign*labels
	x := turn + sign*laneGap*float64(lane+1)
	from, to := b.edgeOf(p.a, c > 0), b.edgeOf(p.b, c > 0)
	down := 1.0
	if to.Y < from.Y {
		down = -1
	}
	r := math.Min(6, math.Abs(to.Y-from.Y)/2)
	const k = 0.45
	end := to.X + sign*(headSize-1)
	return route{
		steps: []figure.Step{figure.Move(from.X, from.Y), figure.Line(x-sign*r, from.Y), figure.Curve(x-sign*r*k, from.Y, x, from.Y+down*r*k, x, from.Y+down*r),
			figure.Line(x, to.Y-down*r), figure.Curve(x, to.Y-down*r*k, x-sign*r*k, to.Y, x-sign*r, to.Y), figure.Line(end, to.Y)},
		tip: to, toward: figure.Point{X: -sign}, rows: t.label, anchor: b.anchor(c), label: figure.Point{X: edge + sign*5, Y: from.Y - 2.5},
	}
}

// anchor is that of labels of arcs beside a column.
func (b *board) anchor(c int) figure.Anchor {
	if c == 0 {
		return figure.End
	}
	return figure.Start
}
