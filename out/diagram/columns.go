package diagram

import (
	"math"
)

// The layout in columns: actors, what they do, what it is about. Lines leave a
// column to the right, each at a height of its own, with its label standing on
// it; lines within the first column are arcs to its left, within others to the
// right. So no label lies on another, and no line goes through a text. The order
// within columns follows Sugiyama, Tagawa and Toda (1981): each is sorted by
// where its neighbours are, in turn.

const (
	cardGap   = 11.0
	bendGap   = 4.0 // between lines that pass a column
	boxPad    = 8.0
	labelled  = 12.5 // height that the end of a line takes with its label
	unlabeled = 6.0
	laneGap   = 6.0
	labelMost = 150.0 // width of a label
)

// A spot is a card in a column, or the place where a line passes one.
type spot struct {
	card        *card // nil for a bend
	rows        []row
	left, right []*end // lines, from top to bottom
	rect
}

// An end is where a line meets a spot.
type end struct {
	at    *spot
	other *end
	dy    float64 // from the top of the spot
	h     float64
}

func (e *end) y() float64 { return e.at.y + e.dy }

// A block is a spot, or a box with its head and what else is in it.
type block struct {
	spot  *spot    // the head of a box
	inner []*block // of a box
	isBox bool
	rect
}

// A stretch is the part of a line between two columns, or an arc in one.
type stretch struct{ a, b *end } // a is left of b; in an arc a is the subject

// A track is all stretches of a line.
type track struct {
	parts []stretch
	arc   bool
	back  bool // the subject is to the right
	label []string
}

// A board is a layout in columns on its way.
type board struct {
	d       *Diagram
	columns [][]*block
	column  map[*spot]int
	spots   map[string]*spot
	tracks  []track
}

// suitsColumns reports whether the diagram is legible in columns: not too many
// cards, and most lines go from one column to another.
func (d *Diagram) suitsColumns() bool {
	across := 0
	for _, l := range d.lines {
		if d.columnOf(d.at[l.edges[0].From]) != d.columnOf(d.at[l.edges[0].To]) {
			across++
		}
	}
	return len(d.cards) <= 90 && len(d.lines) <= 160 && 2*across >= len(d.lines) && across > 0
}

// columnOf is the column of a card, that of its outermost box if it has one.
func (d *Diagram) columnOf(k *card) int {
	for k.home != nil {
		k = k.home
	}
	return k.typ.Column
}

// inColumns lays the diagram out in columns.
func (d *Diagram) inColumns() *geometry {
	b := &board{d: d, columns: make([][]*block, 3), column: map[*spot]int{}, spots: map[string]*spot{}}
	for _, k := range d.cards {
		if k.home == nil {
			c := k.typ.Column
			b.columns[c] = append(b.columns[c], b.block(k, c))
		}
	}
	for c := 0; c < len(b.columns); {
		if len(b.columns[c]) > 0 {
			c++
			continue
		}
		b.columns = append(b.columns[:c], b.columns[c+1:]...)
		for s, at := range b.column {
			if at > c {
				b.column[s] = at - 1
			}
		}
	}
	for _, l := range d.lines {
		b.track(l)
	}
	b.measure()
	b.order()
	b.settle()
	return b.geometry()
}

func (b *board) block(k *card, column int) *block {
	s := &spot{card: k, rows: k.rows(1)}
	b.spots[k.node.ID], b.column[s] = s, column
	x := &block{spot: s, isBox: len(k.guests) > 0}
	for _, g := range k.guests {
		x.inner = append(x.inner, b.block(g, column))
	}
	return x
}

// track joins the spots of a line by way of bends in the columns between.
func (b *board) track(l line) {
	e := &l.edges[0]
	from, to := b.spots[e.From], b.spots[e.To]
	t := track{label: b.d.labelOnOneRow(l)}
	h := unlabeled
	if len(t.label) > 0 {
		h = labelled
	}
	ca, cb := b.column[from], b.column[to]
	switch {
	case ca == cb:
		t.arc = true
		t.parts = append(t.parts, b.join(from, to, h, ca == 0, ca == 0))
	default:
		if t.back = ca > cb; t.back {
			from, to, ca, cb = to, from, cb, ca
		}
		last := from
		for c := ca + 1; c < cb; c++ {
			bend := &spot{}
			b.column[bend] = c
			b.columns[c] = append(b.columns[c], &block{spot: bend})
			t.parts = append(t.parts, b.join(last, bend, h, false, true))
			last, h = bend, unlabeled
		}
		t.parts = append(t.parts, b.join(last, to, h, false, true))
	}
	b.tracks = append(b.tracks, t)
}

// join adds an end to each of two spots, on the sides said.
func (b *board) join(from, to *spot, h float64, leftOfFrom, leftOfTo bool) stretch {
	x, y := &end{at: from, h: h}, &end{at: to, h: unlabeled}
	x.other, y.other = y, x
	for _, e := range []struct {
		*end
		left bool
	}{{x, leftOfFrom}, {y, leftOfTo}} {
		if e.left {
			e.at.left = append(e.at.left, e.end)
		} else {
			e.at.right = append(e.at.right, e.end)
		}
	}
	return stretch{x, y}
}

// measure gives each spot its extent: room for its texts and its lines; cards
// of a column are equally wide.
func (b *board) measure() {
	widest := make([]float64, len(b.columns))
	for s, c := range b.column {
		if s.card == nil {
			s.h = 2
			continue
		}
		s.w, s.h = s.card.size(s.rows, b.d.look(s.card.typ).shape)
		s.h = math.Max(s.h, math.Max(need(s.left), need(s.right)))
		widest[c] = math.Max(widest[c], s.w)
	}
	for s, c := range b.column {
		s.w = widest[c]
	}
	for _, column := range b.columns {
		for _, x := range column {
			x.extend(0)
		}
	}
}

// need is the height that the ends on one side of a spot take.
func need(ends []*end) float64 {
	h := 8.0
	for _, e := range ends {
		h += e.h
	}
	return h
}

// extend puts the parts of a block below each other from y on.
func (x *block) extend(y float64) {
	if !x.isBox {
		x.y, x.h, x.spot.y = y, x.spot.h, y
		return
	}
	x.y = y
	x.spot.y = y + boxPad
	y = x.spot.y + x.spot.h
	for _, i := range x.inner {
		i.extend(y + cardGap - 3)
		y = i.y + i.h
	}
	x.h = y + boxPad - x.y
}

// each calls f for the spots of a block, from top to bottom.
func (x *block) each(f func(*spot)) {
	f(x.spot)
	for _, i := range x.inner {
		i.each(f)
	}
}

// depth is how many boxes stand in each other.
func (x *block) depth() int {
	if !x.isBox {
		return 0
	}
	n := 0
	for _, i := range x.inner {
		n = max(n, i.depth())
	}
	return n + 1
}
