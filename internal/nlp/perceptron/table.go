package perceptron

// A table maps feature hashes to row numbers by open addressing; Go's map
// would take twice the memory and time. The hash nought is kept as one.
type table struct {
	keys   []uint64 // nought where free
	values []uint32
	used   int
}

// newTable returns a table with room for size slots, a power of two.
func newTable(size int) table {
	return table{keys: make([]uint64, size), values: make([]uint32, size)}
}

// slot returns the place of key: where it is, or where it would go.
func (t *table) slot(key uint64) int {
	mask := len(t.keys) - 1
	i := int(key>>32) & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// find returns the value stored with key.
func (t *table) find(key uint64) (uint32, bool) {
	i := t.slot(key | isZero(key))
	return t.values[i], t.keys[i] != 0
}

// insert returns the value stored with key, storing value first, and saying
// so, when there is none.
func (t *table) insert(key uint64, value uint32) (stored uint32, fresh bool) {
	key |= isZero(key)
	i := t.slot(key)
	if t.keys[i] != 0 {
		return t.values[i], false
	}
	t.keys[i], t.values[i] = key, value
	if t.used++; t.used*3 > len(t.keys)*2 {
		t.grow()
	}
	return value, true
}

// grow doubles the table.
func (t *table) grow() {
	old := *t
	*t = newTable(2 * len(old.keys))
	t.used = old.used
	old.each(func(key uint64, value uint32) {
		i := t.slot(key)
		t.keys[i], t.values[i] = key, value
	})
}

// each calls f for every key, in no useful order.
func (t *table) each(f func(key uint64, value uint32)) {
	for i, k := range t.keys {
		if k != 0 {
			f(k, t.values[i])
		}
	}
}

// isZero returns one for nought and nought for all else.
func isZero(x uint64) uint64 {
	if x == 0 {
		return 1
	}
	return 0
}
