package alike

import (
	"slices"
	"strings"
)

// Skeleton returns what spellings of one name in different transliterations
// have in common: its consonants, those that are confused made one, doubled
// ones single. Dobrowsky, Dobrovskyy and Dobrovskij share theirs.
func Skeleton(word string) string {
	w := plain(word)
	var b strings.Builder
	last := byte(0)
	for i := 0; i < len(w); i++ {
		c := classes[w[i]]
		if c == 0 && i == 0 {
			c = 'a'
		}
		if c == 0 || c == last {
			continue
		}
		last = c
		b.WriteByte(c)
	}
	return b.String()
}

// classes are the consonants, with those that transliterations exchange under
// one letter. Vowels, h, y, w and what is no ASCII letter have none.
var classes = [256]byte{'b': 'b', 'p': 'b', 'c': 'k', 'k': 'k', 'q': 'k', 'g': 'g', 'd': 'd', 't': 'd', 'f': 'f', 'v': 'f', 'j': 's', 's': 's', 'z': 's', 'x': 's',
	'l': 'l', 'm': 'm', 'n': 'n', 'r': 'r'}

// plain replaces the letter groups that transliterations write in several
// ways. What is no ASCII letter stays.
func plain(word string) string { return groups.Replace(word) }

var groups = strings.NewReplacer("tch", "c", "sch", "s", "sh", "s", "ch", "c", "kh", "h", "zh", "z", "dzh", "j", "dj", "j", "ph", "f", "ts", "c", "tz", "c",
	"ck", "k", "ou", "u", "oe", "o", "ae", "a", "ue", "u", "yy", "i", "iy", "i", "ij", "i", "yi", "i", "ii", "i", "ey", "ei", "y", "i", "w", "v")

// Like returns the likeness of two words from 0 to 1: one minus their edit
// distance over the length of the longer, where exchanges usual among
// transliterations cost little.
func (w Word) Like(o Word) float64 {
	if w.form == o.form {
		return 1
	}
	return spelling(w.plain, o.plain)
}

func spelling(a, b string) float64 {
	if a == b || single(a) == single(b) {
		return 0.97
	}
	n := max(len(a), len(b))
	if n < 4 || 3*min(len(a), len(b)) < 2*n {
		return 0 // short names differ when they differ, and so do names of different length
	}
	return 1 - distance(a, b)/float64(n)
}

// single returns s with doubled letters written once.
func single(s string) string { return string(slices.Compact([]byte(s))) }

// distance is the weighted edit distance of a and b, where two letters in the
// wrong order are one mistake (Damerau 1964; optimal string alignment with the
// costs of swap and gap).
func distance(a, b string) float64 {
	var buf [3 * 24]float64
	n := len(b) + 1
	rows := append(buf[:0], make([]float64, 3*n)...)
	before, above, row := rows[:n], rows[n:2*n], rows[2*n:]
	for j := 1; j < n; j++ {
		row[j] = row[j-1] + gap(b, j-1)
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = above[0] + gap(a, i-1)
		for j := 1; j < n; j++ {
			row[j] = min(above[j-1]+swap(a[i-1], b[j-1]), above[j]+gap(a, i-1), row[j-1]+gap(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[n-1]
}

// gap is the cost of leaving out letter i of s: little where it doubles the
// one before, or is a silent letter.
func gap(s string, i int) float64 {
	switch {
	case i > 0 && s[i] == s[i-1]:
		return 0.2
	case s[i] == 'h', s[i] == 'i' && i == len(s)-1, s[i] == '\'':
		return 0.5
	}
	return 1
}

// swap is the cost of writing b for a.
func swap(a, b byte) float64 {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	for i := 1; i < len(exchanged); i += 3 {
		if exchanged[i] == a && exchanged[i+1] == b {
			return 0.3
		}
	}
	if vowel(a) && vowel(b) {
		return 0.6
	}
	return 1
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

// exchanged are the pairs of letters that transliterations write for each
// other, the earlier one first.
const exchanged = " gh ck kq cs sz ei ou ij dt bp fv ae cq gk jz "
