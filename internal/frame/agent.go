package frame

// agents returns who the phrases with "by" say has done what w says, the
// conjuncts that bring a "by" of their own included.
func (t *Tree) agents(w int) []int {
	var out []int
	for _, k := range t.By(w, "obl", "nmod") {
		if t.Word(k).Rel == "obl:agent" || t.Case(k) == "by" {
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		return nil
	}
	for k := out[len(out)-1] + 1; k < len(t.kids); k++ {
		if t.Word(k).UPOS == "VERB" && t.Word(k).Rel != "conj" {
			break
		}
		if t.Is(k, "conj") && t.noun(k) && t.Case(k) == "by" { // "by Peru, and by Chile"
			out = append(out, k)
		}
		if t.Is(k, "nmod") && t.Is(t.Word(k).Head, "conj") && t.Case(k) == "by" && t.Word(t.Word(k).Head).Head == out[0] { // "by Peru and on Monday by Chile"
			out = append(out, k)
		}
	}
	return out
}

// strayAgent returns the agent of the passive verb w where the parser hung it
// on what stands between them ("was supplied with rifles by Peru").
func (t *Tree) strayAgent(w int) []int {
	for _, k := range t.By(w, "obl", "obj") {
		for _, a := range t.By(k, "nmod") {
			if k > w && t.Case(a) == "by" && t.Word(a).UPOS == "PROPN" {
				return []int{a}
			}
		}
	}
	return nil
}
