package mention

// unsaid adds the groups and proposals whose noun is left out of a second
// clause and is that of the first: "Chile's team was led by Gil, Peru's by
// Lund", "Gil leads the Chilean team, Lund the Peruvian".
func (r *reading) unsaid(s int) {
	t := r.trees[s]
	for w := range r.sents[s].Words {
		word := r.word(s, w)
		if word.XPOS != "POS" && word.UPOS != "DET" && word.Form != "one" || !t.Is(w, "nsubj", "obj") {
			continue
		}
		side := r.sideOf(s, w)
		if side < 0 {
			continue
		}
		like := r.likeNoun(s, w)
		if like < 0 {
			continue
		}
		first, end := w, w+1
		first, end = min(first, r.ms[side].First), max(end, r.ms[side].End)
		m := blank(s, first, end, w)
		m.Type, m.Kind, m.Of = r.ms[like].Type, Described, side
		m.Name = r.surface(s, first, end)
		m.Forms = []string{m.Name}
		p := phraseAt(t, w)
		m.phrase = &p
		r.add(m)
	}
}

// sideOf returns the country or body on which the word stands for a noun left
// out; -1 if there is none.
func (r *reading) sideOf(s, w int) int {
	for _, k := range r.trees[s].By(w, "nmod:poss", "amod") {
		if i := r.taken[s][k]; i >= 0 && (r.ms[i].Type == Country || r.ms[i].Type == Organization) {
			return i
		}
	}
	return -1
}

// likeNoun returns the mention that plays in the clause before the part that w
// plays in its own; -1 if there is none of a group or a proposal.
func (r *reading) likeNoun(s, w int) int {
	t := r.trees[s]
	verb := t.Word(w).Head
	if verb < 0 || t.Word(verb).Rel != "conj" || t.Word(verb).Head < 0 {
		return -1
	}
	for _, k := range t.By(t.Word(verb).Head, t.Word(w).Rel) {
		if i := r.taken[s][k]; i >= 0 && k < w && r.ms[i].Kind == Described && (r.ms[i].Type == Delegation || r.ms[i].Type == Proposal) {
			return i
		}
	}
	return -1
}
