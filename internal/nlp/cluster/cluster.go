// Package cluster groups words that stand between like neighbours: plain
// sentences go in, a class number for every word that is not rare comes out.
// Tagger and parser generalise by it to words their treebanks hardly have.
//
// The classes are those of a bigram class model, found by exchange (Kneser and
// Ney 1993): each word in turn moves to the class that makes the text most
// probable, until the passes are used up.
package cluster

import (
	"math"
	"sort"
)

// Options says how to group. Its zero value stands for 256 classes of the words
// seen at least 4 times, and 8 passes.
type Options struct {
	Classes  int // 2 to 256
	MinCount int // words seen less often have no class
	Passes   int
}

// Induce returns the class of each word that is not rare, 0 to Classes-1. The
// same sentences and options give the same classes. Its time grows with the
// number of different neighbours of the words and with the classes.
func Induce(sentences [][]string, o Options) map[string]int {
	if o.Classes == 0 {
		o.Classes = 256
	}
	if o.MinCount == 0 {
		o.MinCount = 4
	}
	if o.Passes == 0 {
		o.Passes = 8
	}
	words := vocabulary(sentences, o.MinCount)
	m := newModel(words, sentences, o.Classes)
	for range o.Passes {
		moved := 0
		for w := range words {
			moved += m.exchange(w)
		}
		if moved == 0 {
			break
		}
	}
	out := make(map[string]int, len(words))
	for i, w := range words {
		out[w] = m.class[i]
	}
	return out
}

// vocabulary returns the words seen at least min times, the most frequent
// first, equals by name.
func vocabulary(sentences [][]string, min int) []string {
	seen := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			seen[w]++
		}
	}
	var out []string
	for w, n := range seen {
		if n >= min {
			out = append(out, w)
		}
	}
	sort.Slice(out, func(a, b int) bool {
		if seen[out[a]] != seen[out[b]] {
			return seen[out[a]] > seen[out[b]]
		}
		return out[a] < out[b]
	})
	return out
}

// A link is how often a word has another beside it.
type link struct{ word, count int }

// A model is a bigram model over classes. The last class but one holds the rare
// words, the last the ends of sentences; their members never move.
type model struct {
	classes int     // that words move between
	class   []int   // of each word
	counts  []int   // of each word
	size    []int   // words of text in each class
	pairs   [][]int // of classes, left then right
	left    [][]link
	right   [][]link
	self    []int     // how often the word follows itself
	xlogx   []float64 // of small numbers
	ls, rs  []int     // scratch: the word's neighbours by class
	lc, rc  []int     // scratch: the classes that occur in ls, rs
}

// newModel counts the bigrams of the text. The most frequent words start with
// a class each, the others take turns.
func newModel(words []string, sentences [][]string, classes int) *model {
	n := len(words)
	m := &model{
		classes: classes, class: make([]int, n+2), counts: make([]int, n+2), size: make([]int, classes+2), self: make([]int, n),
		ls: make([]int, classes+2), rs: make([]int, classes+2), xlogx: make([]float64, 1<<20),
	}
	for i := range m.xlogx {
		m.xlogx[i] = xlogx(i)
	}
	number := make(map[string]int, n)
	for i, w := range words {
		number[w], m.class[i] = i, i%classes
	}
	m.class[n], m.class[n+1] = classes, classes+1
	bigrams := map[[2]int]int{}
	for _, s := range sentences {
		last := n + 1
		for _, w := range s {
			i, ok := number[w]
			if !ok {
				i = n
			}
			bigrams[[2]int{last, i}]++
			m.counts[i]++
			last = i
		}
		bigrams[[2]int{last, n + 1}]++
		m.counts[n+1]++
	}
	m.link(bigrams, n)
	return m
}

// link fills the neighbours of the words and the counts of the classes.
func (m *model) link(bigrams map[[2]int]int, n int) {
	m.left, m.right = make([][]link, n), make([][]link, n)
	m.pairs = make([][]int, len(m.size))
	for i := range m.pairs {
		m.pairs[i] = make([]int, len(m.size))
	}
	for b, count := range bigrams {
		m.pairs[m.class[b[0]]][m.class[b[1]]] += count
		if b[0] == b[1] {
			if b[0] < n {
				m.self[b[0]] = count
			}
			continue
		}
		if b[0] < n {
			m.right[b[0]] = append(m.right[b[0]], link{b[1], count})
		}
		if b[1] < n {
			m.left[b[1]] = append(m.left[b[1]], link{b[0], count})
		}
	}
	for w, c := range m.counts {
		m.size[m.class[w]] += c
	}
}

// exchange moves the word w to its best class and returns one if that is
// another than before.
func (m *model) exchange(w int) int {
	m.gather(w)
	from := m.class[w]
	m.move(w, from, -1)
	best, gain := from, math.Inf(-1)
	for c := range m.classes {
		if g := m.gain(w, c); g > gain {
			best, gain = c, g
		}
	}
	m.class[w] = best
	m.move(w, best, 1)
	for _, c := range m.lc {
		m.ls[c] = 0
	}
	for _, c := range m.rc {
		m.rs[c] = 0
	}
	if best == from {
		return 0
	}
	return 1
}

// gather sums the neighbours of w by class.
func (m *model) gather(w int) {
	m.lc, m.rc = sum(m.left[w], m.class, m.ls, m.lc[:0]), sum(m.right[w], m.class, m.rs, m.rc[:0])
}

// sum adds links to the totals of their classes and lists those classes.
func sum(links []link, class, totals, list []int) []int {
	for _, l := range links {
		c := class[l.word]
		if totals[c] == 0 {
			list = append(list, c)
		}
		totals[c] += l.count
	}
	sort.Ints(list)
	return list
}

// move adds the gathered neighbours of w to the counts of the class c, or takes
// them away.
func (m *model) move(w, c, sign int) {
	for _, l := range m.lc {
		m.pairs[l][c] += sign * m.ls[l]
	}
	for _, r := range m.rc {
		m.pairs[c][r] += sign * m.rs[r]
	}
	m.pairs[c][c] += sign * m.self[w]
	m.size[c] += sign * m.counts[w]
}

// gain returns what the text's log likelihood gains by putting w into the class
// c.
func (m *model) gain(w, c int) float64 {
	g := -2 * (m.f(m.size[c]+m.counts[w]) - m.f(m.size[c]))
	for _, l := range m.lc {
		if l != c {
			g += m.f(m.pairs[l][c]+m.ls[l]) - m.f(m.pairs[l][c])
		}
	}
	row := m.pairs[c]
	for _, r := range m.rc {
		if r != c {
			g += m.f(row[r]+m.rs[r]) - m.f(row[r])
		}
	}
	return g + m.f(row[c]+m.ls[c]+m.rs[c]+m.self[w]) - m.f(row[c])
}

// f returns x log x.
func (m *model) f(x int) float64 {
	if x < len(m.xlogx) {
		return m.xlogx[x]
	}
	return xlogx(x)
}

// xlogx returns x log x, nought for nought.
func xlogx(x int) float64 {
	if x == 0 {
		return 0
	}
	return float64(x) * math.Log(float64(x))
}
