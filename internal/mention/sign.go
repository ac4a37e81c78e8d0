package mention

import (
	"slices"
	"strings"

	"kg/internal/nlp"
	"kg/lexicon"
)

// personSign reports whether a title, a calling or a kinship introduces the
// name, or a clause with "who" or an age follows it.
func (r *reading) personSign(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.First > 0 {
		w := words[m.First-1]
		if _, kin, ok := r.lex.title(r.lower(m.Sentence, m.First-1), w.Form); ok && w.UPOS != "ADP" && (kin || capital(w.Form) || r.personNoun(m.Sentence, m.First-1)) {
			return true
		}
	}
	if t := r.trees[m.Sentence]; t.Is(m.Head, "appos") && r.styledBy(m.Sentence, t.Word(m.Head).Head) {
		return true
	}
	if m.First > 1 && words[m.First-1].Form == "," && r.styledBy(m.Sentence, m.First-2) {
		return true
	}
	if m.End+1 >= len(words) {
		return false
	}
	next := words[m.End+1]
	if words[m.End].Form == "," && next.UPOS == "NUM" && len(next.Form) == 2 && m.End+2 < len(words) && words[m.End+2].UPOS == "PUNCT" {
		return true
	}
	if r.styled(m) || r.officeAfter(m) {
		return true
	}
	return words[m.End].Form == "," && (next.Form == "who" || next.Form == "whom") || words[m.End].Form == "who"
}

// officeAfter reports whether an apposition with an owner gives an office to the
// name: "Ada Poe, Velmora's finance chief,".
func (r *reading) officeAfter(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End+3 >= len(words) || words[m.End].Form != "," || !r.ownedAfter(m) {
		return false
	}
	for w := m.End + 2; w < min(m.End+8, len(words)); w++ {
		if words[w].UPOS == "PUNCT" && words[w].Form == "," {
			return false
		}
		if words[w].UPOS == "NOUN" && w+1 < len(words) && words[w+1].Form == "," {
			return r.personNoun(m.Sentence, w)
		}
	}
	return false
}

// relative reports whether a kinship stands right before the name: "her husband
// Radu".
func (r *reading) relative(m *Mention) bool {
	if m.First == 0 {
		return false
	}
	_, ok := r.lex.Noun(lexicon.Kinship, r.lower(m.Sentence, m.First-1))
	return ok && r.word(m.Sentence, m.First-1).UPOS == "NOUN"
}

// itsOffice reports whether an office or what bodies have is "its" soon after
// the name, with no other name between: "fined Velmora and banned its captain".
func (r *reading) itsOffice(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	own := r.trees[m.Sentence].Is(m.Head, "nsubj")
	for w := m.End; w < min(m.End+14, len(words)-1); w++ {
		if f := words[w].Form; f == "and" || f == "but" || f == ";" {
			own = true
		}
		its := strings.EqualFold(words[w].Form, "its")
		if !its && (r.taken[m.Sentence][w] >= 0 || capital(words[w].Form)) {
			return false
		}
		if _, ok := r.lex.Noun(lexicon.OrganizationHead, r.lower(m.Sentence, w)); ok && words[w].UPOS == "NOUN" {
			return false
		}
		if !its {
			continue
		}
		for k := w + 1; k < min(w+4, len(words)); k++ {
			lemma := r.lower(m.Sentence, k)
			if r.personNoun(m.Sentence, k) || r.cues.is("share", lemma) {
				return own && !(k+1 < len(words) && words[k+1].UPOS == "NOUN")
			}
		}
		return false
	}
	return false
}

// styledBy reports whether the word is a noun for one person: an office, a
// calling, a kinship.
func (r *reading) styledBy(s, w int) bool {
	if r.personNoun(s, w) {
		return true
	}
	_, ok := r.lex.Noun(lexicon.Kinship, r.lower(s, w))
	return ok && r.word(s, w).UPOS == "NOUN"
}

// bodySign reports whether the words around the name show a body: a clause
// with "which", a person or an office of its own after the possessive, what
// bodies have, "at" after an office, a noun for bodies before a comma.
func (r *reading) bodySign(m *Mention) bool {
	return r.kindBefore(m) || r.limbBefore(m) || r.based(m) || m.Type != Place && (r.kindAfter(m) || r.beforeOffice(m)) || r.firm(m) ||
		r.whichAfter(m) || r.bodyWord(m) || r.ownsStaff(m) || r.affiliates(m) || r.staffed(m) || r.employs(m) || r.introduced(m) || r.besideBodies(m)
}

// whichAfter reports whether a clause with "which" says more of the name.
func (r *reading) whichAfter(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End+2 >= len(words) || words[m.End].Form != "," || words[m.End+1].Form != "which" {
		return false
	}
	return len(r.trees[m.Sentence].By(m.Head, "acl:relcl")) > 0
}

// affiliates reports whether a person's full name follows the possessive:
// "Renamo's Ada Poe".
func (r *reading) affiliates(m *Mention) bool {
	if !r.possessed(m.Sentence, m.End) {
		return false
	}
	return slices.ContainsFunc(r.sents[m.Sentence].Names, func(n nlp.Name) bool {
		return n.First == m.End+1 && n.Type == Person && n.End-n.First > 1 && r.topOf(m.Sentence, m.First, m.End) == m.Head
	})
}

// staff are the classes of offices that bodies have, and private those of their
// members that persons have too: a secretary, a deputy.
var (
	staff = map[string]bool{"head": true, "head-of-body": true, "executive": true, "chair": true, "sport": true, "party": true, "legislator": true, "founder": true,
		"owner": true, "member": true, "union": true, "candidate": true}
	private = map[string]bool{"secretary": true, "supporter": true, "opponent": true, "rival": true, "agent": true, "partner": true, "fan": true, "manager": true}
)

// staffed reports whether an office that bodies have is said to be of the
// name: "Fiji Rugby's coach", "Solidarity's treasurer".
func (r *reading) staffed(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if !r.possessed(m.Sentence, m.End) {
		return false
	}
	for w := m.End + 1; w < min(m.End+4, len(words)); w++ {
		if words[w].UPOS != "NOUN" && words[w].UPOS != "ADJ" && words[w].UPOS != "PROPN" {
			return false
		}
		lemma := r.lower(m.Sentence, w)
		if r.cues.is("share", lemma) {
			return true
		}
		if class, ok := r.lex.office(lemma); ok && (w+1 == len(words) || words[w+1].UPOS != "NOUN") {
			return staff[class] && !private[lemma]
		}
	}
	return false
}

// ownsStaff reports whether a noun for those who run, own or play for a body
// follows the name: "Velmora executives", "Velmora boss Ada Poe".
func (r *reading) ownsStaff(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End >= len(words) || words[m.End].UPOS != "NOUN" || capital(words[m.End].Form) || r.trees[m.Sentence].Word(m.Head).Head != m.End && r.trees[m.Sentence].Word(m.Head).Head < m.End {
		return false
	}
	lemma := r.lower(m.Sentence, m.End)
	if r.cues.is("share", lemma) || lemma == "lobby" {
		return true
	}
	class, ok := r.lex.office(lemma)
	return ok && (class == "executive" || class == "business" || class == "owner" || class == "sport" || class == "media")
}

// employs reports whether the name is where somebody holds an office or has a
// share: "a partner at Velmora", "shares in Velmora", "a member of Velmora".
func (r *reading) employs(m *Mention) bool {
	if m.First < 2 {
		return false
	}
	form, before := strings.ToLower(r.word(m.Sentence, m.First-1).Form), r.word(m.Sentence, m.First-2)
	if before.UPOS != "NOUN" || capital(before.Form) && m.First > 2 {
		return false
	}
	lemma := r.lower(m.Sentence, m.First-2)
	switch form {
	case "at":
		return r.personNoun(m.Sentence, m.First-2) || r.human(m.Sentence, m.First-2)
	case "in":
		return lemma == "share" || lemma == "stake" || lemma == "shareholder" || lemma == "investor"
	case "of":
		return lemma == "member" || lemma == "board" || lemma == "shareholder" || lemma == "chairman" || lemma == "takeover" || lemma == "acquisition" || lemma == "subsidiary"
	}
	return false
}

// kin are what one body is to another: "its rival Velmora".
var kin = map[string]bool{"rival": true, "competitor": true, "sister": true, "parent": true, "partner": true, "owner": true}

// kindred reports whether the name is that of a body's rival or the like: "its
// Danish rival Velmora".
func (r *reading) kindred(m *Mention) bool {
	w := m.First - 1
	return w > 0 && !r.givenFirst(m) && !capital(r.word(m.Sentence, w).Form) && kin[r.lower(m.Sentence, w)] && r.owned(m.Sentence, w, "its", "their")
}

// owned reports whether one of the pronouns owns the noun w.
func (r *reading) owned(s, w int, pronouns ...string) bool {
	for k := w - 1; k >= max(0, w-3); k-- {
		if slices.Contains(pronouns, strings.ToLower(r.word(s, k).Form)) {
			return true
		}
		if u := r.word(s, k).UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" {
			return false
		}
	}
	return false
}

// introduced reports whether a noun for bodies with an owner stands before the
// name and a comma: "his firm, Velmora".
func (r *reading) introduced(m *Mention) bool {
	w := m.First - 2
	if w < 1 || r.word(m.Sentence, w+1).Form != "," {
		return false
	}
	word := r.word(m.Sentence, w)
	if word.UPOS != "NOUN" || capital(word.Form) || strings.HasSuffix(word.XPOS, "S") || !r.owned(m.Sentence, w, "its", "their", "his", "her") {
		return false
	}
	lemma := r.lower(m.Sentence, w)
	_, ok := r.lex.Noun(lexicon.OrganizationHead, lemma)
	return ok || r.cues.is("firm", lemma)
}

// besideBodies reports whether the name is coordinated with a name that the
// recogniser took for a body's, before it or, being sure, after it.
func (r *reading) besideBodies(m *Mention) bool {
	t := r.trees[m.Sentence]
	for _, o := range r.besides(m) {
		if o.Type == Organization && o.Kind == Named && (o.End <= m.First && t.Word(m.Head).Rel == "conj" || o.sure > 2 && m.sure < 4 && !r.givenFirst(m)) {
			return true
		}
	}
	return false
}

// siteAfter reports whether a noun for a place follows a name with "the": "the
// Chong Mek crossing".
func (r *reading) siteAfter(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End >= len(words) || m.First == 0 || words[m.First-1].UPOS != "DET" || words[m.End].UPOS != "NOUN" || capital(words[m.End].Form) {
		return false
	}
	class, ok := r.lex.Noun(lexicon.PlaceHead, r.lower(m.Sentence, m.End))
	return ok && class != "weak" || r.cues.is("site-noun", r.lower(m.Sentence, m.End))
}

// placeSign reports whether a preposition of place stands before the name, or
// a place that holds it after it.
func (r *reading) placeSign(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if r.siteAfter(m) {
		return true
	}
	if m.First > 0 {
		switch strings.ToLower(words[m.First-1].Form) {
		case "in", "near", "outside", "around", "into", "inside":
			return true
		case "at":
			return m.First > 1 && words[m.First-2].UPOS != "NOUN"
		}
	}
	if m.End+1 < len(words) && (words[m.End].Form == "in") {
		if k := r.taken[m.Sentence][m.End+1]; k >= 0 && (r.ms[k].Type == Country || r.ms[k].Type == Place) && r.trees[m.Sentence].Word(r.ms[k].Head).Head == m.Head {
			return true
		}
	}
	return false
}
