package frame

// Recipients returns to whom the verb w says that something is given: its
// indirect objects, or else the name that the parser took for the first of two
// objects or drew into the noun phrase of the thing given, though a number or
// an article parts them ("sent Peru two ships").
func (t *Tree) Recipients(w int) []int {
	if own := t.By(w, "iobj"); len(own) > 0 {
		return t.antecedents(w, own)
	}
	objects := t.By(w, "obj")
	if len(objects) > 1 && t.Word(objects[0]).UPOS == "PROPN" {
		return objects[:1] // "lent Peru a dollar"
	}
	for _, o := range objects {
		if t.numbered(o) {
			return []int{o} // "lend Peru two of its ships"
		}
		for _, k := range t.By(o, "compound", "nmod", "nsubj", "nmod:unmarked") {
			if k > w && k < o && t.Word(k).UPOS == "PROPN" && t.parted(k, o) {
				return []int{k}
			}
		}
	}
	return nil
}

// numbered reports whether a number of things that follow "of" was taken for a
// part of the name w.
func (t *Tree) numbered(w int) bool {
	next := w + 1
	return t.Word(w).UPOS == "PROPN" && next+1 < len(t.kids) && t.Word(next).UPOS == "NUM" && t.Word(next).Head == w && t.Word(next+1).Form == "of"
}

// parted reports whether a word that begins a noun phrase stands right after
// the name of which k is the head, before the noun o.
func (t *Tree) parted(k, o int) bool {
	after := t.nameEnd(k)
	if after == o {
		return t.Word(o).UPOS == "SYM"
	}
	if after > o {
		return false
	}
	switch t.Word(after).UPOS {
	case "DET", "NUM", "SYM":
		return t.Word(after).Form != "'s"
	}
	return t.Word(after).XPOS == "PRP$"
}
