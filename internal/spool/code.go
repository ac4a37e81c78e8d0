package spool

import (
	"encoding/binary"
	"errors"
	"math"
)

// A Code is values written one after the other, to be read in the same order by
// a Decoder.
type Code []byte

// Int adds a number.
func (c *Code) Int(n int) { *c = binary.AppendVarint(*c, int64(n)) }

// Float adds a number.
func (c *Code) Float(f float64) { *c = binary.LittleEndian.AppendUint64(*c, math.Float64bits(f)) }

// Bool adds a truth value.
func (c *Code) Bool(b bool) {
	n := 0
	if b {
		n = 1
	}
	c.Int(n)
}

// String adds a string.
func (c *Code) String(s string) {
	c.Int(len(s))
	*c = append(*c, s...)
}

// Strings adds a list of strings.
func (c *Code) Strings(list []string) {
	c.Int(len(list))
	for _, s := range list {
		c.String(s)
	}
}

// A Decoder reads what a Code holds. Strings that come again are one in memory
// as long as the decoder is. Of a code that ends too early the rest is zero
// and Err tells so.
type Decoder struct {
	rest  []byte
	known map[string]string
	err   error
}

// Reset makes the decoder read another code. It keeps the strings that it
// knows, and the first error.
func (d *Decoder) Reset(code []byte) { d.rest = code }

// Forget drops the strings that the decoder knows.
func (d *Decoder) Forget() { d.known = nil }

// More reports whether there is more to read.
func (d *Decoder) More() bool { return len(d.rest) > 0 }

// Left returns how many bytes there are to read.
func (d *Decoder) Left() int { return len(d.rest) }

// Err returns the first error of all codes.
func (d *Decoder) Err() error { return d.err }

var errShort = errors.New("a code that ends too early")

func (d *Decoder) fail() {
	d.rest = nil
	if d.err == nil {
		d.err = errShort
	}
}

// Int reads a number.
func (d *Decoder) Int() int {
	n, size := binary.Varint(d.rest)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.rest = d.rest[size:]
	return int(n)
}

// Float reads a number.
func (d *Decoder) Float() float64 {
	b := d.take(8)
	if b == nil {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b))
}

// Bool reads a truth value.
func (d *Decoder) Bool() bool { return d.Int() != 0 }

// take returns the next n bytes, nil if there are not so many.
func (d *Decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.fail()
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

// String reads a string.
func (d *Decoder) String() string {
	b := d.take(d.Int())
	if len(b) == 0 {
		return ""
	}
	if s, ok := d.known[string(b)]; ok {
		return s
	}
	if d.known == nil {
		d.known = map[string]string{}
	}
	s := string(b)
	d.known[s] = s
	return s
}

// Text reads a string that is not likely to come again.
func (d *Decoder) Text() string { return string(d.take(d.Int())) }

// Bytes returns a string as a part of the code.
func (d *Decoder) Bytes() []byte { return d.take(d.Int()) }

// Skip leaves a string out.
func (d *Decoder) Skip() { d.take(d.Int()) }

// Strings reads a list of strings; nil if it is empty.
func (d *Decoder) Strings() []string {
	n := d.Int()
	if n <= 0 || n > len(d.rest) {
		if n != 0 {
			d.fail()
		}
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = d.String()
	}
	return out
}
