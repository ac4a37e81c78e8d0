package perceptron

import "math/bits"

// Score adds to scores the weights of the features, in units of 1/64 of a
// training step. It makes no allocation.
//
// The features' buckets lie all over the file. They are looked up in batches,
// each step for the whole batch and with as few branches on what was read as
// can be, for the memory to answer side by side.
func (m *Model) Score(features []uint64, scores []int32) {
	var t totals
	for len(features) > 0 {
		n := min(len(features), batch)
		m.add(features[:n], &t)
		features = features[n:]
	}
	for c := range scores[:min(len(scores), m.classes)] {
		scores[c] += t.class(c)
	}
}

// totals are the sums of weights.
type totals struct {
	light [MaxClasses]int32
	heavy [MaxClasses / 2]uint64 // two classes a number
}

// class returns the sum of a class. The number of two classes is their sum
// with the second 32 bits up, so what the first borrowed is given back.
func (t *totals) class(c int) int32 {
	pair := t.heavy[c/2]
	low := int32(pair)
	if c%2 == 0 {
		return t.light[c] + low
	}
	return t.light[c] + int32((pair-uint64(int64(low)))>>32)
}

// batch is how many features are looked up side by side.
const batch = 64

// finds are the features of a batch that are in the model: where their weights
// are, and in the low 4 bits how many.
type finds struct {
	light, heavy    [batch]uint64
	lights, heavies uint
}

// put adds the feature with the entry e in the bucket at start; nothing if hit
// is nought, one otherwise.
func (f *finds) put(start int, e uint16, hit uint) {
	n := uint64(e & maxLight)
	at := uint64(start)<<entryBits + 2*uint64(e) - n
	f.light[f.lights%batch], f.heavy[f.heavies%batch] = at, at>>entryBits
	heavy := uint((n-1)>>63) & hit
	f.heavies += heavy
	f.lights += hit - heavy
}

// add adds the weights of a batch of features.
func (m *Model) add(features []uint64, t *totals) {
	var f finds
	m.look(features, &f)
	m.addLight(f.light[:f.lights], &t.light)
	m.addHeavy(f.heavy[:f.heavies], t.heavy[:m.stride])
}

const (
	ones = 0x0001_0001_0001_0001
	tops = 0x8000_8000_8000_8000
)

// lanes has the top bits of as many 16-bit lanes of a number as a bucket has
// features, at most 4.
var lanes = func() (l [maxBucket + 1]uint64) {
	for i := range l {
		l[i] = tops
		if i < 4 {
			l[i] &= 1<<(16*i) - 1
		}
	}
	return l
}()

// look finds the features of a batch in their buckets: first which buckets may
// have them, then what these buckets begin with, then where the weights are.
func (m *Model) look(features []uint64, found *finds) {
	var asked [batch]struct {
		word  uint32
		print uint16
	}
	n := uint(0)
	words, shift := m.words, m.shift&63
	for _, f := range features {
		a := &asked[n%batch]
		a.word, a.print = words[f>>1>>shift], fingerprint(f)
		if a.word&sixth(a.print) != 0 {
			n++
		}
	}
	var heads [batch]uint64
	for i := range asked[:n] {
		heads[i] = long(m.buckets, m.place(asked[i].word))
	}
	for i, a := range asked[:n] {
		size := int(a.word & maxBucket)
		x := heads[i] ^ uint64(a.print)*ones
		z := (x - ones) &^ x & lanes[size] // the lowest bit marks the first equal fingerprint
		if z == 0 && size > 4 {
			if start, e := m.find(a.word, a.print); e != 0 {
				found.put(start, e, 1)
			}
			continue
		}
		hit := uint(0)
		if z != 0 {
			hit = 1
		}
		start, k := m.place(a.word), bits.TrailingZeros64(z)>>4
		found.put(start, half(m.buckets, start+2*(size+k)), hit)
	}
}

// addLight adds the weights of features that have few, four at a time.
func (m *Model) addLight(rows []uint64, sums *[MaxClasses]int32) {
	buckets := m.buckets
	last := len(buckets) - 8
	for _, r := range rows {
		at, n := int(r>>entryBits), int(r&maxLight)
		if at+2*n > last {
			continue
		}
		for ; n >= 4; n, at = n-4, at+8 {
			m.four(long(buckets, at), sums)
		}
		if n > 0 {
			m.four(long(buckets, at)&(1<<(16*n)-1), sums)
		}
	}
}

// four adds four weights, class and code; noughts add nothing.
func (m *Model) four(x uint64, sums *[MaxClasses]int32) {
	sums[uint8(x)] += m.values[uint8(x>>8)]
	sums[uint8(x>>16)] += m.values[uint8(x>>24)]
	sums[uint8(x>>32)] += m.values[uint8(x>>40)]
	sums[uint8(x>>48)] += m.values[uint8(x>>56)]
}

// addHeavy adds the weights of the heavy features at the places, four at a
// time.
func (m *Model) addHeavy(places []uint64, sums []uint64) {
	none := m.heavy[len(m.heavy)-m.stride:] // a row of noughts
	for len(places) > 0 {
		rows := [4][]uint64{none, none, none, none}
		n := min(len(places), len(rows))
		for i, at := range places[:n] {
			rows[i] = m.row(int(at))
		}
		a, b, c, d := rows[0][:len(sums)], rows[1][:len(sums)], rows[2][:len(sums)], rows[3][:len(sums)]
		for i := range sums {
			sums[i] += a[i] + b[i] + c[i] + d[i]
		}
		places = places[n:]
	}
}

// row returns the weights of the heavy feature at a place.
func (m *Model) row(place int) []uint64 {
	number := int(half(m.buckets, min(place, len(m.buckets)-2)))
	at := min(number*m.stride, len(m.heavy)-m.stride)
	return m.heavy[at : at+m.stride]
}
