package frame

import "strings"

// antecedents replaces the relative pronouns among the arguments of w by the
// noun that the relative clause modifies.
func (t *Tree) antecedents(w int, args []int) []int {
	out := make([]int, 0, len(args))
	for _, a := range args {
		if !t.relative(a) {
			out = append(out, a)
			continue
		}
		if noun := t.relativeHead(w); noun >= 0 {
			out = append(out, noun)
		}
	}
	return out
}

func (t *Tree) relative(w int) bool {
	switch t.Word(w).XPOS {
	case "WDT", "WP", "WP$":
		return true
	}
	return t.Word(w).XPOS == "IN" && t.Is(w, "nsubj", "obj") && strings.EqualFold(t.Word(w).Form, "that")
}

// relativeHead returns the noun modified by the relative clause that holds the
// predicate w, or -1. A clause that the parser hung on the verb belongs to the
// noun phrase before its comma.
func (t *Tree) relativeHead(w int) int {
	for i := 0; i < maxClimb; i++ {
		word := t.Word(w)
		switch {
		case t.Is(w, "acl:relcl", "advcl:relcl"):
			if t.nominal(word.Head) {
				return t.meant(word.Head)
			}
			return t.nounBefore(w)
		case word.Head < 0:
			return -1
		}
		w = word.Head
	}
	return -1
}

// nounBefore returns the head of the noun phrase before the clause of w, a
// comma between them or not; -1 if there is none.
func (t *Tree) nounBefore(w int) int {
	first, _ := t.Subtree(w)
	if first > 0 && t.Word(first-1).Form == "," {
		first--
	}
	if first == 0 || !t.noun(first-1) {
		return -1
	}
	return t.phrase(first-1, first)
}
