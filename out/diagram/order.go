package diagram

import (
	"cmp"
	"math"
	"slices"
)

const sweeps = 24

// order sorts the columns so that few lines cross.
func (b *board) order() {
	best, least := b.snapshot(), math.Inf(1)
	for i := range sweeps {
		b.stack()
		b.sortEnds()
		if n := b.cost(); n < least-1e-9 {
			best, least = b.snapshot(), n
		}
		for k := range b.columns { // from left to right and back
			c := k
			if i%2 == 1 {
				c = len(b.columns) - 1 - k
			}
			b.columns[c] = sorted(b.columns[c])
			b.stack()
		}
	}
	b.columns = best
	b.swap()
	b.stack()
	b.sortEnds()
}

const swapRounds = 6

// swap exchanges neighbours in columns and boxes as long as that makes the
// picture better, which sorting by means alone does not always find.
func (b *board) swap() {
	price := func() float64 {
		b.stack()
		b.sortEnds()
		return b.cost()
	}
	least := price()
	for range swapRounds {
		better := false
		for _, list := range b.lists() {
			for i := 0; i+1 < len(list); i++ {
				if !exchangeable(list[i], list[i+1]) {
					continue
				}
				list[i], list[i+1] = list[i+1], list[i]
				if n := price(); n < least-1e-9 {
					least, better = n, true
				} else {
					list[i], list[i+1] = list[i+1], list[i]
				}
			}
		}
		if !better {
			return
		}
	}
}

// lists returns the columns and the contents of all boxes in them.
func (b *board) lists() (out [][]*block) {
	var inner func(list []*block)
	inner = func(list []*block) {
		out = append(out, list)
		for _, x := range list {
			if x.isBox {
				inner(x.inner)
			}
		}
	}
	for _, column := range b.columns {
		inner(column)
	}
	return out
}

// exchangeable reports whether the order of two neighbours is free.
func exchangeable(x, y *block) bool {
	if x.spot.card == nil || y.spot.card == nil || x.spot.card.home == nil {
		return true
	}
	return seat(x.spot.card) == seat(y.spot.card)
}

// snapshot copies the order of all blocks.
func (b *board) snapshot() [][]*block {
	var copied func(list []*block) []*block
	copied = func(list []*block) []*block {
		out := make([]*block, len(list))
		for i, x := range list {
			y := *x
			y.inner = copied(x.inner)
			out[i] = &y
		}
		return out
	}
	out := make([][]*block, len(b.columns))
	for c := range b.columns {
		out[c] = copied(b.columns[c])
	}
	return out
}

// stack puts the blocks of each column below each other, the columns centred.
func (b *board) stack() {
	for _, column := range b.columns {
		total := 0.0
		for i, x := range column {
			if i > 0 {
				total += gap(column[i-1], x)
			}
			total += x.h
		}
		y := -total / 2
		for i, x := range column {
			if i > 0 {
				y += gap(column[i-1], x)
			}
			x.extend(y)
			y += x.h
		}
	}
}

func gap(a, b *block) float64 {
	if a.spot.card == nil && b.spot.card == nil {
		return bendGap
	}
	return cardGap
}

// sorted sorts blocks, and those in boxes, by the mean height of what they are
// joined to. Who stands on top of a box stays there, and boxes within below.
func sorted(list []*block) []*block {
	mean := map[*block]float64{}
	for _, x := range list {
		sum, n := 0.0, 0.0
		x.each(func(s *spot) {
			for _, side := range [][]*end{s.left, s.right} {
				for _, e := range side {
					sum, n = sum+e.other.at.y+e.other.at.h/2, n+1
				}
			}
		})
		mean[x] = x.y + x.h/2
		if n > 0 {
			mean[x] = sum / n
		}
		x.inner = sorted(x.inner)
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *block) int {
		if a.spot.card != nil && b.spot.card != nil && a.spot.card.home != nil {
			if s := cmp.Compare(seat(a.spot.card), seat(b.spot.card)); s != 0 {
				return s
			}
		}
		return cmp.Compare(mean[a], mean[b])
	})
	return out
}

// sortEnds puts the ends of each spot into the order in which their lines cross
// least, and spreads them over its height.
func (b *board) sortEnds() {
	for s, c := range b.column {
		s.sortSide(s.left, b, c)
		s.sortSide(s.right, b, c)
	}
}

func (s *spot) sortSide(ends []*end, b *board, column int) {
	middle := s.y + s.h/2
	key := func(e *end) (int, float64) {
		y := e.other.at.y + e.other.at.h/2
		switch arc := b.column[e.other.at] == column; {
		case !arc:
			return 1, y
		case y < middle:
			return 0, -y // nested arcs: the nearest is the innermost
		}
		return 2, -y
	}
	slices.SortStableFunc(ends, func(x, y *end) int {
		g1, k1 := key(x)
		g2, k2 := key(y)
		return cmp.Or(cmp.Compare(g1, g2), cmp.Compare(k1, k2))
	})
	total := 0.0
	for _, e := range ends {
		total += e.h
	}
	spread := 1.0
	if total > 0 && s.card != nil {
		spread = math.Min(1.6, math.Max(1, (s.h-8)/total))
	}
	y := s.h/2 - spread*total/2
	for _, e := range ends { // a label stands on its line
		y += spread * e.h
		e.dy = y - spread*math.Min(e.h, unlabeled)/2
	}
}

// cost counts crossings between columns and, much less, the length of lines.
func (b *board) cost() float64 {
	length, crossings := 0.0, 0
	between := make([][]stretch, len(b.columns))
	for _, t := range b.tracks {
		for _, p := range t.parts {
			length += math.Abs(p.a.y() - p.b.y())
			if c := b.column[p.a.at]; !t.arc {
				between[c] = append(between[c], p)
			} else {
				length += math.Abs(p.a.y() - p.b.y())
			}
		}
	}
	for _, list := range between {
		for i, p := range list {
			for _, q := range list[:i] {
				if (p.a.y()-q.a.y())*(p.b.y()-q.b.y()) < 0 {
					crossings++
				}
			}
		}
	}
	return float64(crossings) + length/500
}
