package ner

import (
	"fmt"

	"kg/internal/nlp"
)

// A Score counts names found and right: same words, same type, a Country
// taken as a Place. Misc does not count.
type Score struct{ right, found, wanted [3]int }

// scored are the types that a Score counts.
var scored = map[string]int{"Person": 0, "Organization": 1, "Place": 2, "Country": 2}

// Add counts the names of gold sentences and those found in the same ones.
func (s *Score) Add(gold []nlp.Sentence, found [][]nlp.Name) {
	type key struct{ first, end, kind int }
	for i := range gold {
		want := map[key]bool{}
		for _, n := range gold[i].Names {
			if k, ok := scored[n.Type]; ok {
				want[key{n.First, n.End, k}] = true
				s.wanted[k]++
			}
		}
		for _, n := range found[i] {
			if k, ok := scored[n.Type]; ok {
				s.found[k]++
				if want[key{n.First, n.End, k}] {
					s.right[k]++
				}
			}
		}
	}
}

// F1 returns the harmonic mean of precision and recall over all types, in
// percent.
func (s Score) F1() float64 {
	return f1(s.right[0]+s.right[1]+s.right[2], s.found[0]+s.found[1]+s.found[2], s.wanted[0]+s.wanted[1]+s.wanted[2])
}

// String prints F1 in all and by type, with precision and recall.
func (s Score) String() string {
	var right, found, wanted int
	out := ""
	for k, name := range []string{"PER", "ORG", "LOC"} {
		out += fmt.Sprintf("  %s %.1f", name, f1(s.right[k], s.found[k], s.wanted[k]))
		right, found, wanted = right+s.right[k], found+s.found[k], wanted+s.wanted[k]
	}
	return fmt.Sprintf("F1 %.2f (P %.1f R %.1f)%s", f1(right, found, wanted), percent(right, found), percent(right, wanted), out)
}

func f1(right, found, wanted int) float64 { return percent(2*right, found+wanted) }

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
