package perceptron

// A Model scores decisions from a packed file, which it reads in place: opening
// costs no time and no memory beyond the codes' values. It is safe for
// concurrent use.
type Model struct {
	classes int
	shift   uint // of a hash, to its bucket's number, after a shift by one
	values  [256]int32
	starts  string // of the buckets, 4 bytes each
	buckets string
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
	width := uint(data[len(magic)+1])
	m.shift = 63 - width
	for i := range m.values {
		m.values[i] = int32(word(data, headerSize+4*i))
	}
	body := headerSize + codesSize + 4*(1<<width+1)
	m.starts, m.buckets = data[headerSize+codesSize:body], data[body:]
	return m, nil
}

// Classes returns the number of classes.
func (m *Model) Classes() int { return m.classes }

// Score adds to scores the weights of the features, in units of 1/64 of a
// training step. It makes no allocation.
//
// The features' buckets lie all over the file. The places of a batch of them
// are read before any is looked into, for the memory to answer side by side.
func (m *Model) Score(features []uint64, scores []int32) {
	const batch = 64
	var buckets [batch]string
	for len(features) > 0 {
		n := min(len(features), batch)
		for i, f := range features[:n] {
			buckets[i] = m.bucket(f)
		}
		touched := byte(0)
		for _, b := range buckets[:n] {
			if b != "" {
				touched |= b[0]
			}
		}
		if touched == 0 {
			features = features[n:]
			continue
		}
		for i, f := range features[:n] {
			for w := find(buckets[i], fingerprint(f)); len(w) >= 2; w = w[2:] {
				if c := int(w[0]); c < len(scores) {
					scores[c] += m.values[w[1]]
				}
			}
		}
		features = features[n:]
	}
}

// Row returns the weights of a feature, class and code, a byte each, by class;
// nothing for a feature that is not in the model.
func (m *Model) Row(hash uint64) string { return find(m.bucket(hash), fingerprint(hash)) }

// bucket returns the bucket where a feature would be.
func (m *Model) bucket(hash uint64) string {
	i := 4 * int(hash>>1>>m.shift)
	start, end := int(word(m.starts, i)), int(word(m.starts, i+4))
	if start >= end || end > len(m.buckets) {
		return ""
	}
	return m.buckets[start:end]
}

// find returns the weights of the feature of the bucket b with the fingerprint
// want.
func find(b string, want uint16) string {
	if b == "" {
		return ""
	}
	n := int(b[0])
	if len(b) < 1+3*n {
		return ""
	}
	for k := range n {
		if uint16(b[1+2*k])|uint16(b[2+2*k])<<8 == want {
			return nth(b, n, k)
		}
	}
	return ""
}

// nth returns the weights of the k-th of the n features of the bucket b.
func nth(b string, n, k int) string {
	at := 1 + 3*n
	counts := b[1+2*n : at]
	for _, c := range []byte(counts[:k]) {
		at += 2 * (int(c) + 1)
	}
	end := at + 2*(int(counts[k])+1)
	if end > len(b) {
		return ""
	}
	return b[at:end]
}

// word reads a little-endian integer of four bytes.
func word(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}
