package mention

import "strings"

// clauseAbove returns the predicate of the clause that governs the one of
// mention i, -1 if there is none.
func (g *grouping) clauseAbove(i int) int {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	for range 16 {
		h := t.Word(w).Head
		if h < 0 {
			return -1
		}
		if t.Is(w, "ccomp", "advcl", "acl", "xcomp", "csubj") {
			return h
		}
		w = h
	}
	return -1
}

// clausesUp returns how many clauses above the one of mention i mention k is
// the subject of: 0 for its own, -1 if it is the subject of none.
func (g *grouping) clausesUp(i, k int) int {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	level := 0
	for range 16 {
		h := t.Word(w).Head
		if h < 0 {
			return -1
		}
		for _, n := range t.By(h, "nsubj") {
			if n == g.ms[k].Head || n == g.ms[k].inner {
				return level
			}
		}
		if t.Verbal(h) && t.Is(h, "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp", "csubj") {
			level++
		}
		w = h
	}
	return -1
}

// inRelative reports whether mention i stands in a clause that modifies the
// word head.
func (g *grouping) inRelative(i, head int) bool {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	for range 8 {
		h := t.Word(w).Head
		if h < 0 {
			return false
		}
		if h == head {
			return strings.HasPrefix(t.Word(w).Rel, "acl")
		}
		w = h
	}
	return false
}

// joints says how the clause of pronoun i hangs on the one of which mention k
// is the subject.
func (g *grouping) joints(s *signals, i, k int) {
	t := g.trees[g.ms[i].Sentence]
	w := g.ms[i].Head
	last := ""
	for range 16 {
		h := t.Word(w).Head
		if h < 0 {
			return
		}
		for _, n := range t.By(h, "nsubj") {
			if n == g.ms[k].Head || n == g.ms[k].inner {
				switch last {
				case "ccomp", "xcomp":
					s[reporting] = 1
				case "conj", "parataxis":
					s[joined] = 1
				case "advcl":
					s[adjoined] = 1
				}
				return
			}
		}
		if t.Verbal(h) {
			if r := t.Word(h).Rel; r == "ccomp" || r == "advcl" || r == "conj" || r == "parataxis" || r == "xcomp" || strings.HasPrefix(r, "acl") {
				last = r
			}
		}
		w = h
	}
}
