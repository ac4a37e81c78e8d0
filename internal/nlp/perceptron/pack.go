package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// The file is: the magic, the number of classes (1 byte, 0 for 256), the
// number of bits of a bucket's number (1 byte), two spare bytes, 256 values of
// the weight codes (int32), the starts of the buckets (uint32, one more than
// there are buckets), and the buckets. All integers are little-endian.
//
// A feature's bucket is the top bits of its hash. A bucket is the number of
// its features (1 byte), their fingerprints (bits 16 to 31 of the hash), their
// numbers of weights (1 byte each), and their weights: class and code, a byte
// each. A feature that was never seen is taken for another once in some ten
// thousand look-ups, which a linear model does not feel.
const (
	magic      = "kgp1"
	headerSize = len(magic) + 4
	codesSize  = 256 * 4
	perBucket  = 3 // features a bucket holds on average, at most twice as many
)

// Pack returns the model of the features, which are in the order of their
// hashes, as the bytes that Open reads. Weights smaller than floor are left
// out, and features without weights.
func Pack(classes int, features []Feature, floor float64) []byte {
	codes := newCodes(features)
	width := bits.Len(uint(len(features) / perBucket))
	starts := make([]uint32, 0, 1<<width+1)
	var data []byte
	for b, i := 0, 0; b < 1<<width; b++ {
		starts = append(starts, uint32(len(data)))
		first := i
		for i < len(features) && bucket(features[i].Hash, width) == uint64(b) {
			i++
		}
		data = appendBucket(data, features[first:i], codes, floor)
	}
	starts = append(starts, uint32(len(data)))

	out := append([]byte(magic), byte(classes), byte(width), 0, 0)
	for _, v := range codes.values {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	for _, s := range starts {
		out = binary.LittleEndian.AppendUint32(out, s)
	}
	return append(out, data...)
}

// bucket returns the number of the bucket of a hash.
func bucket(hash uint64, width int) uint64 { return hash >> 1 >> (63 - width) }

// appendBucket writes the features of one bucket that keep a weight.
func appendBucket(data []byte, features []Feature, codes *codes, floor float64) []byte {
	var prints, counts, weights []byte
	for _, f := range features {
		n := 0
		for _, w := range f.Weights {
			if c := codes.of(w.Value, floor); c != 0 {
				weights = append(weights, w.Class, c)
				n++
			}
		}
		if n == 0 || len(counts) == 255 {
			continue
		}
		prints = binary.LittleEndian.AppendUint16(prints, fingerprint(f.Hash))
		counts = append(counts, byte(n-1))
	}
	if len(counts) == 0 {
		return data
	}
	data = append(data, byte(len(counts)))
	data = append(data, prints...)
	data = append(data, counts...)
	return append(data, weights...)
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
	if width > 32 {
		return fmt.Errorf("perceptron: %d bits of buckets", width)
	}
	body := headerSize + codesSize + 4*(1<<width+1)
	if len(data) < body || int(word(data, body-4)) != len(data)-body {
		return fmt.Errorf("perceptron: packed model of %d bytes is cut or too long", len(data))
	}
	return nil
}
