package mention

import "kg/lexicon"

// lone adds proper nouns of one word that no name covers, are listed as names
// of persons and act as such.
func (r *reading) lone(s int) {
	t := r.trees[s]
	for w := range r.sents[s].Words {
		word := r.word(s, w)
		if word.UPOS != "PROPN" || r.taken[s][w] >= 0 || !capital(word.Form) || !t.Is(w, "nsubj", "nmod:poss") || r.titled(s) ||
			w > 0 && (r.nameWord(s, w-1) || r.word(s, w-1).UPOS == "DET") || w+1 < len(r.sents[s].Words) && (r.nameWord(s, w+1) || isHyphen(r.word(s, w+1).Form)) {
			continue
		}
		surname, _ := r.lex.Surname(word.Form)
		given, _ := r.lex.GivenName(word.Form)
		if max(surname, given) == lexicon.Unlisted || r.known(s, w, w+1) || r.calendar(s, w, w+1) || r.officeOnly(s, w, w+1) || r.noName(s, w, w+1) {
			continue
		}
		m := blank(s, w, w+1, w)
		m.Type, m.Kind, m.Name = Person, Named, word.Form
		m.Forms = []string{m.Name}
		r.add(m)
	}
}
