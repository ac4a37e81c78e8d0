package lexicon

import (
	"iter"
	"strings"
)

// rows yields the fields of each line of a tab-separated table with its line
// number, comments and blank lines left out.
func rows(table string) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		n := 0
		for line := range strings.Lines(table) {
			n++
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(n, strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// A sorted is a table of lines "key\tvalue" in the order of CompareFolded,
// read where it lies: looking a key up costs a binary search among the keys
// with the same first two letters.
type sorted struct {
	text  string
	begin [letters*letters + 1]int32 // where the keys with two first letters begin
}

const letters = 26

// newSorted returns the table in text.
func newSorted(text string) *sorted {
	t := &sorted{text: text}
	for i := range t.begin {
		prefix := string([]byte{'a' + byte(i/letters), 'a' + byte(i%letters)})
		if i == letters*letters {
			prefix = "{" // the byte after z
		}
		t.begin[i] = int32(t.lowerBound(prefix, 0, len(text)))
	}
	return t
}

// find returns the value of the line whose key is written as key, or as key
// in capitals throughout. Both must be folded.
func (t *sorted) find(key string) (string, bool) {
	lo, hi := 0, len(t.text)
	if len(key) > 1 {
		a, b := lower(key[0])-'a', lower(key[1])-'a'
		if a < letters && b < letters {
			i := int(a)*letters + int(b)
			lo, hi = int(t.begin[i]), int(t.begin[i+1])
		}
	}
	at := t.lowerBound(key, lo, hi)
	if at == hi {
		return "", false
	}
	line := t.line(at)
	tab := strings.IndexByte(line, '\t')
	if CompareFolded(line[:tab], key) != 0 {
		return "", false
	}
	return line[tab+1:], line[:tab] == key || allCaps(key)
}

// line returns the line that begins at start, without its end.
func (t *sorted) line(start int) string {
	return t.text[start : start+strings.IndexByte(t.text[start:], '\n')]
}

// lowerBound returns where the first line between lo and hi begins whose key
// is not before key, hi when there is none. Both are beginnings of lines.
func (t *sorted) lowerBound(key string, lo, hi int) int {
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(t.text[lo:mid], '\n') + 1 + lo
		line := t.line(start)
		if CompareFolded(line[:strings.IndexByte(line, '\t')], key) < 0 {
			lo = start + len(line) + 1
		} else {
			hi = start
		}
	}
	return lo
}

// CompareFolded orders a and b by their bytes with ASCII capitals taken as
// small letters.
func CompareFolded(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if x, y := lower(a[i]), lower(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// allCaps reports whether s has no small letter, and four letters or more:
// shorter words in capitals are acronyms.
func allCaps(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			return false
		case 'A' <= c && c <= 'Z':
			n++
		}
	}
	return n >= 4
}
