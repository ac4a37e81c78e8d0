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
	if w+2 >= len(t.kids) || t.Word(w+2).Head != w || !t.Is(w+2, "conj") || t.Word(w+2).UPOS != "VERB" {
		return nil
	}
	switch strings.ToLower(t.Word(w + 1).Form) {
	case "or", "nor":
		return t.By(w+2, "obj")
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
