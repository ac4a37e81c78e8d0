// Package text holds the smallest shared notion of the reading stages: a
// place in a document's bytes. Spans go in and come out; nothing is read.
package text

// A Span is the half-open range [Start, End) of byte offsets into the text of
// one document.
type Span struct{ Start, End int }

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of returns the bytes of src that s covers. It panics like a slice expression
// when s does not fit src.
func (s Span) Of(src string) string { return src[s.Start:s.End] }
