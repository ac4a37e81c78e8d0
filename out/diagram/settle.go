package diagram

import "math"

// settle moves the blocks of each column, in their order, to where their lines
// are straightest.
func (b *board) settle() {
	for range 8 {
		for c := range b.columns {
			settleColumn(b.columns[c], b, c)
		}
	}
	b.sortEnds()
	top := math.Inf(1)
	for _, column := range b.columns {
		for _, x := range column {
			top = math.Min(top, x.y)
		}
	}
	for _, column := range b.columns {
		for _, x := range column {
			x.extend(x.y - top)
		}
	}
}

// settleColumn finds the heights that lie nearest to the wanted ones, by least
// squares, with the gaps kept: the pool-adjacent-violators algorithm.
func settleColumn(list []*block, b *board, column int) {
	type pool struct {
		sum, weight float64
		blocks      int
	}
	var pools []pool
	offset := 0.0 // of each block if all stood close together
	offsets := make([]float64, len(list))
	for i, x := range list {
		if i > 0 {
			offset += list[i-1].h + gap(list[i-1], x)
		}
		offsets[i] = offset
		want, weight := x.wanted(b, column)
		p := pool{weight * (want - offset), weight, 1}
		for len(pools) > 0 && pools[len(pools)-1].sum/pools[len(pools)-1].weight >= p.sum/p.weight {
			last := pools[len(pools)-1]
			p = pool{p.sum + last.sum, p.weight + last.weight, p.blocks + last.blocks}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	i := 0
	for _, p := range pools {
		for range p.blocks {
			list[i].extend(p.sum/p.weight + offsets[i])
			i++
		}
	}
}

// wanted returns the top of a block that would make its lines straightest, and
// how much it matters.
func (x *block) wanted(b *board, column int) (top, weight float64) {
	sum := 0.0
	x.each(func(s *spot) {
		for _, side := range [][]*end{s.left, s.right} {
			for _, e := range side {
				w := 1.0
				if b.column[e.other.at] == column { // an arc may be long
					w = 0.05
				}
				sum += w * (e.other.y() - (e.y() - x.y))
				weight += w
			}
		}
	})
	if weight == 0 {
		return x.y, 0.05
	}
	top = sum / weight
	if x.spot.card == nil {
		weight *= 2 // a bend shows more than a slant
	}
	return top, weight
}
