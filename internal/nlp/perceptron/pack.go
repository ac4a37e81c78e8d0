package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"sort"
)

// The file is: the magic, the number of classes (1 byte, 0 for 256), the
// number of bits of a bucket's number (1 byte), the number of heavy features (2
// bytes), 256 values of the weight codes (int32), the places of the heavy
// features' weights, a word for each bucket, and the buckets with some noughts
// behind them. All integers are little-endian, of 4 bytes unless another size
// is given, and places are counted in units of 2 bytes from the first bucket.
//
// A feature's bucket is the top bits of its hash. A bucket's word is, from the
// top, its filter (6 bits: which sixths of the range its fingerprints are in),
// its place, and the number of its features (4 bits). Most features that a
// decision asks for and the model does not have are seen off by the filter.
//
// A bucket is the fingerprints of its features (2 bytes each: bits 16 to 31 of
// the hash), their entries (2 bytes each) and their weights: class and code, a
// byte each. An entry is the place of the feature's weights from the bucket's
// place and, in the low 4 bits, their number. That is nought for a heavy
// feature, whose weights have two integers of 2 bytes before them: the feature's
// number among the heavy and the number of its weights. The buckets with the
// most weights come first: they are the ones asked for most, and so lie together
// in the processor's caches.
//
// A feature that was never seen is taken for another once in some ten thousand
// look-ups, which a linear model does not feel.
const (
	magic      = "kgp2"
	headerSize = len(magic) + 4
	codesSize  = 256 * 4
	perBucket  = 3 // features a bucket holds on average, at most twice as many

	sizeBits   = 4 // of a bucket's word
	filterBits = 6
	placeBits  = 32 - filterBits - sizeBits
	entryBits  = 4 // of an entry, for the number of weights
	maxBucket  = 1<<sizeBits - 1
	maxLight   = 1<<entryBits - 1
	maxEntry   = 1<<(16-entryBits) - 1
	maxHeavy   = 1<<16 - 1
	paddingLen = 4*maxBucket + 8 // of which look-ups may read what they have no use for
)

// A packed feature is what a bucket holds of it.
type packed struct {
	print   uint16
	weights []byte // class and code
}

// Pack returns the model of the features, which are in the order of their
// hashes, as the bytes that Open reads. Weights smaller than floor are left
// out, and features without weights.
func Pack(classes int, features []Feature, floor float64) []byte {
	codes := newCodes(features)
	width := bits.Len(uint(len(features) / perBucket))
	p := packer{}
	for b, i := 0, 0; b < 1<<width; b++ {
		var here []packed
		for ; i < len(features) && bucket(features[i].Hash, width) == uint64(b); i++ {
			if w := codes.encode(features[i].Weights, floor); len(w) > 0 {
				here = append(here, packed{fingerprint(features[i].Hash), w})
			}
		}
		p.add(here)
	}
	return p.file(classes, width, &codes.values)
}

// bucket returns the number of the bucket of a hash.
func bucket(hash uint64, width int) uint64 { return hash >> 1 >> (63 - width) }

// A packer writes buckets.
type packer struct {
	buckets [][]packed // what finds no room is left out
	words   []uint32
	heavy   []uint32
	data    []byte
}

// add adds the next bucket. Features beyond the largest number are left out;
// spread hashes do not come to it.
func (p *packer) add(features []packed) {
	p.buckets = append(p.buckets, features[:min(len(features), maxBucket)])
}

// write lays out the buckets.
func (p *packer) write() {
	weights := make([]int, len(p.buckets))
	order := make([]int, len(p.buckets))
	for i, b := range p.buckets {
		order[i] = i
		for _, f := range b {
			weights[i] += len(f.weights)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return weights[order[a]] > weights[order[b]] })
	p.words = make([]uint32, len(p.buckets))
	for _, i := range order {
		if place := len(p.data) / 2; place < 1<<placeBits {
			p.words[i] = filter(p.buckets[i]) | uint32(place)<<sizeBits | uint32(len(p.buckets[i]))
			p.bucket(p.buckets[i])
		}
	}
}

// filter returns the filter of a bucket's word.
func filter(features []packed) (word uint32) {
	for _, f := range features {
		word |= sixth(f.print)
	}
	return word
}

// sixth returns the bit of a filter that stands for a fingerprint.
func sixth(print uint16) uint32 {
	return 1 << (sizeBits + placeBits) << (uint32(print) * filterBits >> 16)
}

// bucket writes a bucket.
func (p *packer) bucket(features []packed) {
	start := len(p.data)
	for _, f := range features {
		p.data = binary.LittleEndian.AppendUint16(p.data, f.print)
	}
	entries := len(p.data)
	p.data = append(p.data, make([]byte, 2*len(features))...)
	for i, f := range features {
		place, n := (len(p.data)-start)/2, len(f.weights)/2
		if n > maxLight && len(p.heavy) < maxHeavy {
			p.data = binary.LittleEndian.AppendUint16(p.data, uint16(len(p.heavy)))
			p.data = binary.LittleEndian.AppendUint16(p.data, uint16(n))
			p.heavy = append(p.heavy, uint32(len(p.data)/2))
			n = 0
		}
		n = min(n, maxLight)
		binary.LittleEndian.PutUint16(p.data[entries+2*i:], uint16(min(place, maxEntry)<<entryBits|n))
		p.data = append(p.data, f.weights...)
	}
}

// file returns the model.
func (p *packer) file(classes, width int, values *[256]int32) []byte {
	p.write()
	out := append([]byte(magic), byte(classes), byte(width))
	out = binary.LittleEndian.AppendUint16(out, uint16(len(p.heavy)))
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	for _, h := range p.heavy {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	for _, w := range p.words {
		out = binary.LittleEndian.AppendUint32(out, w)
	}
	out = append(out, p.data...)
	return append(out, make([]byte, paddingLen)...)
}

// fingerprint returns the bits of a hash that tell the features of a bucket
// apart.
func fingerprint(hash uint64) uint16 { return uint16(hash >> 16) }

// codes maps weights to bytes: the sign and a power scale, fine near nought
// and coarse far from it, where few weights are.
type codes struct {
	top    float64    // the value of the largest code
	values [256]int32 // the value of each code, with resolution unit
}

const (
	power = 1.6 // of the scale of the codes
	unit  = 64  // units of a model's scores in a training step of one
)

// newCodes returns the codes for the weights of the features.
func newCodes(features []Feature) *codes {
	c := &codes{top: 1e-9}
	for _, f := range features {
		for _, w := range f.Weights {
			c.top = math.Max(c.top, math.Abs(w.Value))
		}
	}
	for i := range 128 {
		v := int32(math.Round(c.value(i) * unit))
		c.values[i] = v
		c.values[255-i] = -v
	}
	return c
}

// encode returns the classes and codes of the weights that matter.
func (c *codes) encode(weights []Weight, floor float64) []byte {
	var out []byte
	for _, w := range weights {
		if code := c.of(w.Value, floor); code != 0 {
			out = append(out, w.Class, code)
		}
	}
	return out
}

// value returns the weight that stands for the positive code i.
func (c *codes) value(i int) float64 { return c.top * math.Pow(float64(i)/127, power) }

// of returns the code of a weight, nought when it is too small to matter.
func (c *codes) of(v, floor float64) byte {
	a := math.Abs(v)
	if a < floor || a < c.value(1)/2 {
		return 0
	}
	i := int(math.Round(127 * math.Pow(a/c.top, 1/power)))
	i = max(1, min(i, 127))
	if v < 0 {
		return byte(255 - i)
	}
	return byte(i)
}

// check returns why data cannot be a packed model, or nil.
func check(data string) error {
	if len(data) < headerSize+codesSize || data[:len(magic)] != magic {
		return fmt.Errorf("perceptron: not a packed model")
	}
	width := int(data[len(magic)+1])
	if width > 27 {
		return fmt.Errorf("perceptron: %d bits of buckets", width)
	}
	if least := headerSize + codesSize + 4*int(half(data, len(magic)+2)) + 4<<width + paddingLen; len(data) < least {
		return fmt.Errorf("perceptron: packed model of %d bytes is cut: it is to have %d at least", len(data), least)
	}
	return nil
}
