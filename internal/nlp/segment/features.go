package segment

// features appends the cells of the gap after token i in the sentence that
// begins with the token first.
func (b *bounds) features(cells []uint32, first, i int) []uint32 {
	p, n := b.at(i), b.at(i+1)
	pp, nn := b.at(i-1), b.at(i+2)
	if i == first { // nothing of the sentence before
		pp = glyph{}
	}
	st := b.state[i]
	open := uint32(0)
	if st.quoted {
		open |= 1
	}
	if st.brackets > 0 {
		open |= 2
	}
	gap := uint32(0)
	if b.tokens[i+1].spaced {
		gap = 1
	}
	length := bucket(i + 1 - first)
	rest := bucket(len(b.tokens) - 1 - i)
	return append(cells,
		cell(1, p.shape, n.shape, gap),
		cell(2, p.form, 0, gap),
		cell(3, n.form, n.shape, 0),
		cell(4, p.form, n.shape, 0),
		cell(5, p.shape, n.form, n.shape),
		cell(6, pp.form, p.form, n.shape),
		cell(7, p.form, n.shape, nn.shape),
		cell(8, pp.shape, p.shape, n.shape),
		cell(9, p.shape, open, n.shape),
		cell(10, p.form, open, gap),
		cell(11, length, p.shape, n.shape),
		cell(12, rest, p.shape, n.shape),
		cell(13, p.form, n.form, 0),
		cell(14, n.form, nn.form, p.shape),
		cell(15, p.shape, n.shape, nn.shape),
		cell(16, length, rest, p.shape),
		cell(17, b.at(first).form, p.shape, length),
		cell(18, pp.form, p.shape, n.shape),
		cell(19, nn.form, p.shape, n.shape),
	)
}

// A glyph is a token as the features see it: a hash of its form in lower case
// and its shape.
type glyph struct{ form, shape uint32 }

// at returns the glyph of token i, the zero glyph outside the block.
func (b *bounds) at(i int) glyph {
	if i < 0 || i >= len(b.tokens) {
		return glyph{}
	}
	t := b.tokens[i]
	g := glyph{form: 2166136261}
	var upper, lower, digit bool
	for k := t.start; k < t.end && k-t.start < 2*longestEntry; k++ {
		c := b.text[k]
		switch {
		case isUpper(c):
			upper = true
			c += 'a' - 'A'
		case isDigit(c):
			digit = true
			c = '0'
		case c >= 'a':
			lower = true
		}
		g.form = (g.form ^ uint32(c)) * 16777619
	}
	g.shape = uint32(t.kind) << 4
	switch {
	case t.kind == kindPunct:
		g.shape = g.form | 1
	case upper && lower && isUpper(b.text[t.start]):
		g.shape |= 1
	case upper && lower:
		g.shape |= 2
	case upper && t.end-t.start == 1:
		g.shape |= 3
	case upper:
		g.shape |= 4
	case lower:
		g.shape |= 5
	}
	if digit {
		g.shape |= 8
	}
	return g
}

// cell hashes a feature, its template's number first, to its cell.
func cell(template, x, y, z uint32) uint32 {
	h := (2166136261 ^ template) * 16777619
	h = (h ^ x) * 0x85ebca6b
	h ^= h >> 13
	h = (h ^ y) * 0xc2b2ae35
	h ^= h >> 16
	h = (h ^ z) * 0x27d4eb2f
	h ^= h >> 15
	return h % cellCount
}

// bucket makes a small number of a length.
func bucket(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	case n <= 20:
		return 7
	case n <= 40:
		return 8
	}
	return 9
}
