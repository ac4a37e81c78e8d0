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

// A sorted is a table of lines "key\tvalue" in the order of CompareFolded, read
// where it lies: looking a key up costs a binary search and no index.
type sorted string

// find returns the value of the line whose key is written as key, or as key
// in capitals throughout. Both must be folded.
func (t sorted) find(key string) (string, bool) {
	lo, hi := 0, len(t)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(string(t[lo:mid]), '\n') + 1 + lo
		end := start + strings.IndexByte(string(t[start:]), '\n')
		line := string(t[start:end])
		tab := strings.IndexByte(line, '\t')
		switch c := CompareFolded(line[:tab], key); {
		case c < 0:
			lo = end + 1
		case c > 0:
			hi = start
		default:
			return line[tab+1:], line[:tab] == key || allCaps(key)
		}
	}
	return "", false
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
