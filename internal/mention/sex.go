package mention

import (
	"strings"

	"kg/lexicon"
)

// sexes are words in titles and kinships that tell the sex of their bearer.
var sexes = map[string]gender{
	"mr": male, "mrs": female, "ms": female, "miss": female, "sir": male, "dame": female, "lord": male, "lady": female,
	"king": male, "queen": female, "prince": male, "princess": female, "emperor": male, "empress": female, "sultan": male, "emir": male, "sheikh": male, "sheikha": female,
	"duke": male, "duchess": female, "baron": male, "baroness": female, "pope": male, "father": male, "bishop": male, "archbishop": male, "cardinal": male, "imam": male, "ayatollah": male, "mullah": male,
	"brother": male, "sister": female, "mother": female, "son": male, "daughter": female, "husband": male, "wife": female, "widow": female, "widower": male,
	"uncle": male, "aunt": female, "nephew": male, "niece": female, "grandfather": male, "grandmother": female, "grandson": male, "granddaughter": female,
	"madam": female, "madame": female, "señor": male, "señora": female, "herr": male, "frau": female, "monsieur": male, "signor": male, "signora": female, "don": male, "doña": female,
	"actress": female, "heroine": female, "heiress": female, "hostess": female, "nun": female, "monk": male, "boyfriend": male, "girlfriend": female, "fiancé": male, "fiancée": female,
}

// sexOf sets the sex of a person by the titles of all mentions, else by the
// given name.
func (g *grouping) sexOf(x *entity) {
	votes := [3]int{}
	for _, k := range x.Mentions {
		m := &g.ms[k]
		for t := range m.Titles {
			for _, w := range strings.Fields(strings.ToLower(m.Titles[t].Text)) {
				votes[sexOfWord(strings.Trim(w, "."))]++
			}
		}
		votes[g.sexBefore(m)]++
	}
	switch {
	case votes[male] > votes[female]:
		x.lean, x.sexSure = 2*maxLean, true
	case votes[female] > votes[male]:
		x.lean, x.sexSure = -2*maxLean, true
	case len(x.tokens) > 1:
		x.lean, x.sexSure = g.lex.given.lean(x.tokens[0])
	case len(x.tokens) == 1:
		x.lean = g.lex.loneLean(x.tokens[0])
	}
}

// sexBefore returns the sex that the word before a name tells, also over the
// comma of an apposition: "his wife, Ada Poe". A name tells none: Tillman is no man.
func (g *grouping) sexBefore(m *Mention) gender {
	w := m.First - 1
	if w > 0 && g.word(m.Sentence, w).Form == "," && g.trees[m.Sentence].Is(m.Head, "appos") {
		w--
	}
	if w < 0 {
		return unknown
	}
	word := g.word(m.Sentence, w)
	form := strings.Trim(strings.ToLower(word.Form), ".")
	if _, listed := sexes[form]; !listed && capital(word.Form) {
		return unknown
	}
	return sexOfWord(form)
}

// loneLean returns the lean of a person known by one name only: that of a given
// name, if it is listed as one and not common as a surname.
func (d dictionary) loneLean(name string) float64 {
	odds, listed := d.given.lean(name)
	if surname, _ := d.Surname(name); !listed || surname == lexicon.Popular {
		return 0
	}
	return odds
}

func sexOfWord(w string) gender {
	if s, ok := sexes[w]; ok {
		return s
	}
	switch {
	case strings.HasSuffix(w, "woman"):
		return female
	case strings.HasSuffix(w, "man") && len(w) > 4, strings.HasSuffix(w, "-in-law") && strings.HasPrefix(w, "son"), strings.HasPrefix(w, "brother-"), strings.HasPrefix(w, "father-"):
		return male
	case strings.HasSuffix(w, "-in-law"):
		return female
	}
	return unknown
}
