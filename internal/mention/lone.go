package mention

import (
	"strings"

	"kg/lexicon"
)

// unsure is the type of what may be a person's name, as long as nothing says
// so; what stays unsure is no mention.
const unsure = "unsure"

// lone adds proper nouns of one word that no name covers, are listed as names
// of persons and act as such.
func (r *reading) lone(s int) {
	for w := range r.sents[s].Words {
		if r.alone(s, w) && r.lonePerson(s, w) && r.trees[s].Is(w, "nsubj", "nmod:poss") {
			r.addLone(s, w, Person)
		}
	}
}

// unsures adds further proper nouns of one word that nothing covers, of which a
// pronoun may make a person; see becomePerson.
func (r *reading) unsures(s int) {
	for w := range r.sents[s].Words {
		if r.alone(s, w) && r.mayName(s, w) {
			r.addLone(s, w, unsure)
		}
	}
}

func (r *reading) addLone(s, w int, typ string) {
	m := blank(s, w, w+1, w)
	m.Type, m.Kind, m.Name = typ, Named, r.word(s, w).Form
	m.Forms = []string{m.Name}
	r.add(m)
}

// alone reports whether a proper noun stands by itself and is no name that the
// tables know.
func (r *reading) alone(s, w int) bool {
	word, words := r.word(s, w), r.sents[s].Words
	if word.UPOS != "PROPN" || r.taken[s][w] >= 0 || !capital(word.Form) || r.titled(s) ||
		w > 0 && (r.nameWord(s, w-1) || words[w-1].UPOS == "DET") || w+1 < len(words) && (r.nameWord(s, w+1) || isHyphen(words[w+1].Form)) {
		return false
	}
	return !r.known(s, w, w+1) && !r.calendar(s, w, w+1) && !r.officeOnly(s, w, w+1) && !r.noName(s, w, w+1)
}

// lonePerson reports whether a word is listed as a name of persons.
func (r *reading) lonePerson(s, w int) bool {
	surname, _ := r.lex.Surname(r.word(s, w).Form)
	given, _ := r.lex.GivenName(r.word(s, w).Form)
	return max(surname, given) > lexicon.Unlisted
}

// mayName reports whether a proper noun that nothing is known of may be a
// person's name: it stands by itself, is singular and no acronym, no day of a
// date, and no word that bodies or things are called by.
func (r *reading) mayName(s, w int) bool {
	word, words := r.word(s, w), r.sents[s].Words
	if strings.ToUpper(word.Form) == word.Form || strings.HasSuffix(word.XPOS, "S") || r.trees[s].Is(w, "compound", "amod", "flat", "dep") {
		return false
	}
	if w > 0 && (words[w-1].UPOS == "NUM" || words[w-1].UPOS == "PART") || w+1 < len(words) && words[w+1].UPOS == "NUM" {
		return false
	}
	_, body := r.lex.Noun(lexicon.OrganizationHead, word.Form)
	return !body && r.lex.Common(word.Form) != lexicon.Popular
}
