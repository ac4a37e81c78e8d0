package mention

import "strings"

// pronouns adds the personal and possessive pronouns of one sentence.
func (r *reading) pronouns(s int) {
	for w := range r.sents[s].Words {
		word := r.word(s, w)
		if word.UPOS != "PRON" && word.XPOS != "PRP$" && word.XPOS != "WP$" && word.XPOS != "PRP" || r.taken[s][w] >= 0 || strings.HasPrefix(word.Rel, "expl") {
			continue
		}
		form := strings.ToLower(word.Form)
		if !personal[form] {
			continue
		}
		m := blank(s, w, w+1, w)
		m.Kind, m.Name = Pronoun, word.Form
		r.add(m)
	}
}

var personal = map[string]bool{"he": true, "him": true, "his": true, "himself": true, "she": true, "her": true, "hers": true, "herself": true,
	"it": true, "its": true, "itself": true, "they": true, "them": true, "their": true, "theirs": true, "themselves": true,
	"who": true, "whom": true, "whose": true, "which": true,
	"i": true, "me": true, "my": true, "mine": true, "myself": true, "we": true, "us": true, "our": true, "ours": true, "ourselves": true}
