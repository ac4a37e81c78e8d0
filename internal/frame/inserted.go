package frame

// inserted returns the noun phrase before a clause between two commas that
// parts it from the finite verb w, where the parser tied the two to something
// else ("Peru, while its neighbours dithered, had armed Chile", "Gil, it
// emerged, had flown home"); -1 if there is none.
func (t *Tree) inserted(w int) int {
	first := w
	for first > 0 && t.Word(first-1).Head == w && t.Is(first-1, "aux", "advmod") {
		first--
	}
	if first == w && t.Word(w).XPOS != "VBD" && t.Word(w).XPOS != "VBZ" || first < 4 || t.Word(first-1).Form != "," || len(t.By(w, "mark", "cc")) > 0 {
		return -1
	}
	acts := false
	for at := first - 2; at > 0; at-- {
		switch {
		case t.Word(at).Form == ",":
			if !acts || !t.noun(at-1) {
				return -1
			}
			noun := t.phrase(at-1, at)
			if t.Is(noun, "nsubj", "vocative", "dislocated", "root") && t.Case(noun) == "" {
				return t.row(noun)
			}
			return -1
		case t.Word(at).UPOS == "PUNCT":
			return -1
		case t.Word(at).UPOS == "VERB" && len(t.By(at, "nsubj")) > 0:
			acts = true
		}
	}
	return -1
}

// row returns the first of the nouns coordinated with w.
func (t *Tree) row(w int) int {
	for i := 0; i < maxClimb && t.Is(w, "conj") && t.Word(w).Head >= 0 && t.Word(w).Head < w && t.noun(t.Word(w).Head); i++ {
		w = t.Word(w).Head
	}
	return w
}
