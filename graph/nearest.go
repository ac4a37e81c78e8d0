package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Nearest returns up to n nodes with a name that looks like the given one, the
// most alike first, equals by ID. Names that share next to nothing with it are
// left out.
func (g *Graph) Nearest(name string, n int) []Node {
	type scored struct {
		node  int
		score float64
	}
	var list []scored
	likeness := NewLikeness(name)
	for i, known := range g.names.load() {
		score := likeness.to(known.label)
		for _, a := range known.aliases {
			score = max(score, likeness.to(a))
		}
		if score >= LeastAlike {
			list = append(list, scored{i, score})
		}
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []Node
	for _, s := range list[:min(n, len(list))] {
		out = append(out, g.nodes[s.node])
	}
	return out
}

// LeastAlike is how alike names are at least that Nearest returns.
const LeastAlike = 0.3

// A Likeness tells how alike names are to one.
type Likeness struct {
	words string // folded
	grams map[string]bool
}

// NewLikeness returns the likeness to a name.
func NewLikeness(name string) Likeness {
	words := Fold(name)
	return Likeness{words, trigrams(words)}
}

// To returns how alike a node is by one of its Keys, from 0 to 1.
func (l Likeness) To(key string) float64 { return l.to(turned(key)) }

// to returns how alike a folded name is: by trigrams, or by the edits between
// any one word of each, if that is more; of names that share a word the one with
// less beside it is more alike.
func (l Likeness) to(name string) float64 {
	others := trigrams(name)
	shared := 0
	for t := range others {
		if l.grams[t] {
			shared++
		}
	}
	whole := 2 * float64(shared) / float64(max(1, len(l.grams)+len(others)))
	score := whole
	for w := range strings.FieldsSeq(name) {
		for q := range strings.FieldsSeq(l.words) {
			if long := max(len(q), len(w)); long > 3 && 2*min(len(q), len(w)) > long {
				score = max(score, 0.9*(1-float64(distance(q, w))/float64(long))+0.05*whole)
			}
		}
	}
	return score
}

// trigrams returns the runs of three bytes of s with a space at its ends.
func trigrams(s string) map[string]bool {
	s = " " + s + " "
	out := map[string]bool{}
	for i := 0; i+3 <= len(s); i++ {
		out[s[i:i+3]] = true
	}
	return out
}

// distance returns the number of bytes to insert, delete or replace to turn a
// into b (Levenshtein). The cost is the product of their lengths.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
