package perceptron

// A Model scores decisions from a packed file, which it reads in place: opening
// costs no more than unpacking the few features that have many weights. It is
// safe for concurrent use.
type Model struct {
	classes int
	shift   uint // of a hash, to its bucket's number, after a shift by one
	values  [256]int32
	words   []uint32 // of the buckets
	buckets string   // with the padding
	heavy   []uint64 // weights of the heavy features, two classes a number, stride a feature
	stride  int
}

// Open returns the model in data, which it keeps. It fails when data is not
// what Pack returned; a file damaged beyond its header scores nonsense but
// does not panic.
func Open(data string) (*Model, error) {
	if err := check(data); err != nil {
		return nil, err
	}
	m := &Model{classes: int(data[len(magic)])}
	if m.classes == 0 {
		m.classes = MaxClasses
	}
	width, heavy := uint(data[len(magic)+1]), int(half(data, len(magic)+2))
	m.shift = 63 - width
	for i := range m.values {
		m.values[i] = int32(word(data, headerSize+4*i))
	}
	places := headerSize + codesSize
	body := places + 4*heavy + 4<<width
	m.words, m.buckets = make([]uint32, 1<<width), data[body:]
	for i := range m.words {
		m.words[i] = word(data, places+4*heavy+4*i)
	}
	m.unpack(data[places : places+4*heavy])
	return m, nil
}

// unpack reads the weights of the heavy features.
func (m *Model) unpack(places string) {
	m.stride = (m.classes + 1) / 2
	m.heavy = make([]uint64, m.stride*(len(places)/4+1))
	for i := range len(places) / 4 {
		row := m.heavy[i*m.stride:][:m.stride]
		for w := m.listed(2 * int(word(places, 4*i))); len(w) >= 2; w = w[2:] {
			if c := int(w[0]); c < m.classes {
				row[c/2] += uint64(int64(m.values[w[1]])) << (32 * (c % 2))
			}
		}
	}
}

// listed returns the weights of a heavy feature, which begin at a place.
func (m *Model) listed(at int) string {
	if at < 2 || at > len(m.buckets) {
		return ""
	}
	n := int(half(m.buckets, at-2))
	return m.buckets[at:min(at+2*n, len(m.buckets))]
}

// Classes returns the number of classes.
func (m *Model) Classes() int { return m.classes }

// Row returns the weights of a feature, class and code, a byte each, by class;
// nothing for a feature that is not in the model.
func (m *Model) Row(hash uint64) string {
	start, e := m.find(m.bucket(hash), fingerprint(hash))
	if e == 0 {
		return ""
	}
	at, n := start+2*int(e>>entryBits), int(e&maxLight)
	if n == 0 {
		return m.listed(at + 4)
	}
	if at > len(m.buckets) {
		return ""
	}
	return m.buckets[at:min(at+2*n, len(m.buckets))]
}

// bucket returns the word of the bucket where a feature would be.
func (m *Model) bucket(hash uint64) uint32 { return m.words[hash>>1>>m.shift] }

// find returns where a bucket begins and the entry of its feature with the
// fingerprint want, nought if the bucket does not have it.
func (m *Model) find(bucket uint32, want uint16) (start int, entry uint16) {
	start, size := m.place(bucket), int(bucket&maxBucket)
	for k := range size {
		if half(m.buckets, start+2*k) == want {
			return start, half(m.buckets, start+2*(size+k))
		}
	}
	return start, 0
}

// place returns where a bucket begins; in a damaged file, somewhere before the
// padding.
func (m *Model) place(bucket uint32) int {
	return min(2*int(bucket>>sizeBits&(1<<placeBits-1)), len(m.buckets)-paddingLen)
}

// half reads a little-endian integer of two bytes.
func half(s string, at int) uint16 {
	s = s[at:]
	_ = s[1]
	return uint16(s[0]) | uint16(s[1])<<8
}

// word reads a little-endian integer of four bytes.
func word(s string, at int) uint32 {
	s = s[at:]
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// long reads a little-endian integer of eight bytes.
func long(s string, at int) uint64 {
	s = s[at:]
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
