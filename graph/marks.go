package graph

import "math/bits"

// marks are the hops at which the two waves of a search saw each node: a hash
// table with open places. It is small as long as few were seen, which spares a
// process that asks once the pages of an array of all nodes.
type marks struct {
	slots []mark
	used  int
	shift int // of a hash, to a place
}

// A mark is the hops of the two waves to a node, plus 1 each; 0 where a wave
// has not seen it.
type mark struct {
	node int32 // plus 1; 0 if the place is open
	seen [2]int32
}

// fewMarks is the size of a table at first.
const fewMarks = 1 << 10

// mostMarks is the size from which a table is not kept for the next search: to
// clear it would cost more than it spares.
const mostMarks = 1 << 14

// marks takes an empty table.
func (x *Index) marks() *marks {
	if m, ok := x.scratch.Get().(*marks); ok {
		clear(m.slots)
		m.used = 0
		return m
	}
	return &marks{slots: make([]mark, fewMarks), shift: 64 - bits.Len(fewMarks-1)}
}

// release gives a table back.
func (x *Index) release(m *marks) {
	if len(m.slots) <= mostMarks {
		x.scratch.Put(m)
	}
}

// find returns the mark of a node, or the open place for it. It is good until
// the next one is taken.
func (m *marks) find(n int32) *mark {
	for i := uint64(n+1) * 0x9E3779B97F4A7C15 >> m.shift; ; i = (i + 1) & uint64(len(m.slots)-1) {
		if s := &m.slots[i]; s.node == n+1 || s.node == 0 {
			return s
		}
	}
}

// take is find, but takes the open place.
func (m *marks) take(n int32) *mark {
	s := m.find(n)
	if s.node == 0 {
		if m.used++; 2*m.used > len(m.slots) {
			m.grow()
			s = m.find(n)
		}
		s.node = n + 1
	}
	return s
}

// grow doubles the table.
func (m *marks) grow() {
	old := m.slots
	m.slots, m.shift = make([]mark, 2*len(old)), m.shift-1
	for _, s := range old {
		if s.node != 0 {
			*m.find(s.node - 1) = s
		}
	}
}
