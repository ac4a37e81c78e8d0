package frame

import "strings"

// sharedObjects returns the object of the first of two coordinated verbs where
// it follows the second ("drafted and presented a plan").
func (t *Tree) sharedObjects(w, first int) []int {
	var out []int
	for _, o := range t.By(first, "obj") {
		if o > w {
			out = append(out, o)
		}
	}
	return out
}

// lateObjects returns the object that two verbs joined by "or" or "nor" share
// where it hangs on the second ("neither joined nor left the union").
func (t *Tree) lateObjects(w int) []int {
	if late := t.raised(w); len(late) > 0 {
		return late
	}
	if w+2 >= len(t.kids) || t.Word(w+2).Head != w || !t.Is(w+2, "conj") || t.Word(w+2).UPOS != "VERB" {
		return nil
	}
	switch strings.ToLower(t.Word(w + 1).Form) {
	case "or", "nor":
		return t.By(w+2, "obj")
	}
	return nil
}

// raised returns the object behind a comma that the verb w, followed by one,
// shares with the clause between them: "Peru backs, and Chile rejects, the plan".
func (t *Tree) raised(w int) []int {
	if w+1 >= len(t.kids) || t.Word(w+1).Form != "," {
		return nil
	}
	for _, k := range t.By(w, "conj") {
		if t.Word(k).UPOS != "VERB" || len(t.By(k, "nsubj")) == 0 || k+1 >= len(t.kids) || t.Word(k+1).Form != "," {
			continue
		}
		return t.By(k, "obj")
	}
	return nil
}

// owned returns the noun whose owner the parser took for an argument of its
// verb ("included Berg's deputy"); w itself if it is no owner.
func (t *Tree) owned(w int) int {
	for _, k := range t.By(w, "case") {
		if k > w && t.Word(k).XPOS == "POS" && k+1 < len(t.kids) {
			if noun := t.top(k+1, k+1, len(t.kids)); t.noun(noun) {
				return noun
			}
		}
	}
	return w
}
