package mention

import (
	"strings"

	"kg/lexicon"
)

// context corrects the type of a name by the words around it: a noun for
// bodies right before it ("the carmaker Velmora"), an office that only a body
// has ("chairman of", "'s shareholders"), a preposition of place before the
// name of a known town.
func (r *reading) context(m *Mention) {
	switch {
	case m.Type == Country || m.Type == Meeting || m.Type == Proposal:
	case r.landBeside(m):
		m.Type = Place
	case r.kindBefore(m), r.limbBefore(m), r.based(m), m.Type != Place && !r.surePerson(m) && r.kindAfter(m), m.Type == Person && r.beforeOffice(m):
		m.Type = Organization
	case m.Type == Organization && r.townOf(m):
		m.Type = Place
	case m.Type == Person && (r.headed(m) || r.bodyWord(m)):
		m.Type = Organization
	case m.Type == Person && r.townIn(m):
		m.Type = Place
	case (m.Type == Organization || m.Type == Place) && r.personal(m):
		m.Type = Person
	}
}

// surePerson reports whether the recogniser had no doubt that a name with a
// known given name is a person's, or a title introduces it: "Ada Poe, the board".
func (r *reading) surePerson(m *Mention) bool {
	return m.Type == Person && (r.givenFirst(m) && m.sure > 2 || r.personSign(m))
}

// personal reports whether a name called a body or a place is that of a
// person: a title or a given name begins it, an administration is called by
// it, or it does what only persons do.
func (r *reading) personal(m *Mention) bool {
	if _, ok := r.lex.Organization(m.Name); ok {
		return false
	}
	if r.relativeWho(m) {
		return true
	}
	if r.known(m.Sentence, m.First, m.End) && !r.surnameOfTown(m) {
		return false
	}
	last := r.word(m.Sentence, m.End-1)
	if _, ok := r.lex.Noun(lexicon.OrganizationHead, last.Form); ok || !capital(last.Form) {
		return false
	}
	if _, ok := r.lex.Noun(lexicon.CompanySuffix, last.Form); ok {
		return false
	}
	words := r.sents[m.Sentence].Words
	if m.End-m.First == 1 {
		if m.End < len(words) && administrations[strings.ToLower(words[m.End].Form)] {
			return true
		}
		return m.Type == Place && !r.sited(m) && (m.End >= len(words) || !capital(words[m.End].Form)) && r.trees[m.Sentence].Is(m.Head, "nsubj", "obj", "obl", "nmod:poss", "xcomp")
	}
	for w := m.First; w < m.End; w++ {
		if words[w].UPOS != "PROPN" && !isHyphen(words[w].Form) {
			return false
		}
	}
	return m.End-m.First <= 5 && (r.givenFirst(m) || m.Type == Organization && r.styled(m))
}

// styled reports whether a common noun for an office stands right before the
// name ("mediator Ada Poe") or is what an apposition calls it ("Ada Poe, the
// union's lawyer").
func (r *reading) styled(m *Mention) bool {
	if m.First > 0 && r.personNoun(m.Sentence, m.First-1) {
		return true
	}
	words := r.sents[m.Sentence].Words
	if m.End+2 >= len(words) || words[m.End].Form != "," || words[m.End+1].UPOS != "DET" && words[m.End+1].XPOS != "PRP$" {
		return false
	}
	for w := m.End + 2; w < min(m.End+8, len(words)); w++ {
		switch words[w].UPOS {
		case "ADJ", "NUM", "PROPN", "PART":
		case "NOUN":
			if w+1 < len(words) && (words[w+1].UPOS == "NOUN" || words[w+1].UPOS == "PART") {
				continue
			}
			return r.personNoun(m.Sentence, w)
		default:
			return false
		}
	}
	return false
}

// personNoun reports whether the word is a common noun for who holds an office
// or plies a trade, one person.
func (r *reading) personNoun(s, w int) bool {
	word := r.word(s, w)
	if word.UPOS != "NOUN" || capital(word.Form) || strings.HasSuffix(word.XPOS, "S") {
		return false
	}
	lemma := r.lower(s, w)
	if _, ok := r.lex.Noun(lexicon.OrganizationHead, lemma); ok || r.cues.is("firm", lemma) {
		return false
	}
	class, kin, ok := r.lex.title(lemma, word.Form)
	return ok && (class != "" || kin)
}

// relativeWho reports whether a clause with "who" follows the name.
func (r *reading) relativeWho(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	at := m.End
	if at < len(words) && words[at].Form == "," {
		at++
	}
	return at < len(words) && m.End-m.First <= 2 && strings.EqualFold(words[at].Form, "who") && r.word(m.Sentence, m.End-1).UPOS == "PROPN"
}

// surnameOfTown reports whether a name of one word is that of a small town and
// of persons, and acts as a person would.
func (r *reading) surnameOfTown(m *Mention) bool {
	if m.End-m.First > 1 {
		return false
	}
	if _, ok := r.lex.nation(m.Name); ok {
		return false
	}
	if _, ok := r.lex.Region(m.Name); ok {
		return false
	}
	city, ok := r.lex.City(m.Name)
	if !ok || city.Size > 2 {
		return false
	}
	surname, _ := r.lex.Surname(m.Name)
	given, _ := r.lex.GivenName(m.Name)
	return max(surname, given) > lexicon.Unlisted && r.trees[m.Sentence].Is(m.Head, "nsubj")
}

// sited reports whether a preposition or a noun of place stands before a name.
func (r *reading) sited(m *Mention) bool {
	if m.First == 0 {
		return false
	}
	switch strings.ToLower(r.word(m.Sentence, m.First-1).Form) {
	case "in", "at", "near", "outside", "around", "from", "of", "off", "on", "through", "via", "across", "into", "inside", "over", "the", "between":
		return true
	case ",", "and":
		return !r.trees[m.Sentence].Is(m.Head, "nsubj")
	case "to":
		return m.First > 1 && r.word(m.Sentence, m.First-2).UPOS != "ADJ" && r.word(m.Sentence, m.First-2).UPOS != "ADV"
	}
	h := r.trees[m.Sentence].Word(m.Head).Head
	return h >= 0 && (r.cues.is("travel", r.lower(m.Sentence, h)) || r.cues.is("strike", r.lower(m.Sentence, h)))
}

var administrations = map[string]bool{"administration": true, "administrations": true, "government": true, "cabinet": true, "presidency": true, "camp": true}

// kindBefore reports whether a common noun for bodies stands right before the
// name.
func (r *reading) kindBefore(m *Mention) bool {
	if m.First == 0 {
		return false
	}
	w := r.word(m.Sentence, m.First-1)
	if w.UPOS != "NOUN" || capital(w.Form) || strings.HasSuffix(w.XPOS, "S") {
		return false
	}
	lemma := r.lower(m.Sentence, m.First-1)
	if _, _, ok := r.lex.title(lemma, w.Form); ok {
		return false
	}
	_, ok := r.lex.Noun(lexicon.OrganizationHead, lemma)
	ok = ok || r.cues.is("firm", lemma)
	return ok && r.trees[m.Sentence].Word(m.First-1).Head != -1 && (m.Type != Place || lemma == "group" || lemma == "party")
}

// limbs are nouns that a body is to another and no person is.
var limbs = map[string]bool{"arm": true, "wing": true, "branch": true, "affiliate": true, "offshoot": true, "division": true, "subsidiary": true, "unit": true, "chapter": true}

// limbBefore reports whether the noun for an arm of a body introduces the name:
// "Velmora's mining arm, Velmora Sud".
func (r *reading) limbBefore(m *Mention) bool {
	w := m.First - 1
	if w > 0 && r.word(m.Sentence, w).Form == "," {
		w--
	}
	return w > 0 && r.word(m.Sentence, w).UPOS == "NOUN" && limbs[r.lower(m.Sentence, w)] && !capital(r.word(m.Sentence, w).Form)
}

// based reports whether the name is said to have a seat: "Oslo-based Velmora".
func (r *reading) based(m *Mention) bool {
	if m.First < 2 || !isHyphen(r.word(m.Sentence, m.First-2).Form) {
		return false
	}
	switch strings.ToLower(r.word(m.Sentence, m.First-1).Form) {
	case "based", "listed", "registered", "headquartered", "owned":
		return true
	}
	return false
}

// kindAfter reports whether an apposition calls the name a body: "Velmora, a
// maker of cars" or "Velmora, the law firm".
func (r *reading) kindAfter(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End+2 >= len(words) || words[m.End].Form != "," || words[m.End+1].UPOS != "DET" && !r.ownedAfter(m) {
		return false
	}
	for w := m.End + 2; w < min(m.End+7, len(words)); w++ {
		switch words[w].UPOS {
		case "ADJ", "NUM", "PROPN", "PART":
		case "NOUN":
			lemma := r.lower(m.Sentence, w)
			if _, _, ok := r.lex.title(lemma, words[w].Form); ok {
				return false
			}
			if w+1 < len(words) && (words[w+1].UPOS == "NOUN" || r.possessed(m.Sentence, w+1)) {
				continue // "the law firm", "the army's chief"
			}
			_, ok := r.lex.Noun(lexicon.OrganizationHead, lemma)
			return ok || limbs[lemma] || r.cues.is("firm", lemma) || r.cues.is("share", lemma)
		default:
			return false
		}
	}
	return false
}

// ownedAfter reports whether a possessive begins the apposition of a name:
// "Velmora Sud, Velmora's arm in Italy".
func (r *reading) ownedAfter(m *Mention) bool {
	for w := m.End + 1; w < min(m.End+5, len(r.sents[m.Sentence].Words)); w++ {
		if r.possessed(m.Sentence, w) {
			return true
		}
		if r.word(m.Sentence, w).UPOS != "PROPN" {
			return false
		}
	}
	return false
}

// beforeOffice reports whether one word stands before an office and a name, as
// the party in "Labour negotiator Ada Poe".
func (r *reading) beforeOffice(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End-m.First > 1 || m.First > 0 && words[m.First-1].UPOS == "PROPN" {
		return false
	}
	for w := m.End; w < min(m.End+3, len(words)-1); w++ {
		if words[w].UPOS != "NOUN" && words[w].UPOS != "ADJ" || capital(words[w].Form) {
			return false
		}
		if _, ok := r.lex.office(r.lower(m.Sentence, w)); ok {
			return capital(words[w+1].Form) && words[w+1].UPOS == "PROPN"
		}
	}
	return false
}

// townOf reports whether the name is that of a known town and stands before a
// common noun for a body: "the Basel company".
func (r *reading) townOf(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End >= len(words) || words[m.End].UPOS != "NOUN" || !anyBody[r.lower(m.Sentence, m.End)] {
		return false
	}
	_, ok := r.lex.City(m.Name)
	return ok
}

// headed reports whether an office that bodies have is said to be of the name:
// "the chairman of Velmora", "Velmora's shareholders".
func (r *reading) headed(m *Mention) bool {
	if r.givenFirst(m) {
		return false
	}
	if m.First >= 2 {
		form := strings.ToLower(r.word(m.Sentence, m.First-1).Form)
		if form == "of" || form == "at" {
			return r.executive(m.Sentence, m.First-2)
		}
	}
	words := r.sents[m.Sentence].Words
	if m.End+1 >= len(words) || !r.possessed(m.Sentence, m.End) {
		return false
	}
	for w := m.End + 1; w < min(m.End+4, len(words)); w++ {
		if r.executive(m.Sentence, w) {
			return true
		}
		if u := words[w].UPOS; u != "NOUN" && u != "ADJ" {
			break
		}
	}
	return false
}

// executive reports whether the word is a noun for those who run, own or work
// for a body.
func (r *reading) executive(s, w int) bool {
	lemma := r.lower(s, w)
	if r.cues.is("share", lemma) {
		return true
	}
	class, ok := r.lex.office(lemma)
	return ok && (class == "executive" || class == "chair")
}

// givenFirst reports whether the name begins with a known given name and has
// more words.
func (r *reading) givenFirst(m *Mention) bool {
	if m.End-m.First < 2 {
		return false
	}
	f, noun := r.lex.GivenName(r.word(m.Sentence, m.First).Form)
	return f > lexicon.Unlisted && !noun
}

// bodyWord reports whether the last word of the name is one with which names
// of bodies end.
func (r *reading) bodyWord(m *Mention) bool {
	if m.End-m.First < 2 {
		return false
	}
	last := r.word(m.Sentence, m.End-1).Form
	if _, ok := r.lex.Noun(lexicon.OrganizationFirst, r.word(m.Sentence, m.First).Form); ok && !r.givenFirst(m) {
		return true
	}
	if f, _ := r.lex.Surname(last); f == lexicon.Popular {
		return false
	}
	if _, ok := r.lex.Noun(lexicon.CompanySuffix, last); ok {
		return true
	}
	_, ok := r.lex.Noun(lexicon.OrganizationHead, last)
	return ok && !r.givenFirst(m)
}

// townIn reports whether the name is that of a known town or region and stands
// after a preposition of place.
func (r *reading) townIn(m *Mention) bool {
	if m.First == 0 {
		return false
	}
	switch strings.ToLower(r.word(m.Sentence, m.First-1).Form) {
	case "in", "near", "outside", "at", "to", "from", "around":
	default:
		return false
	}
	if _, ok := r.lex.City(m.Name); ok {
		return true
	}
	_, ok := r.lex.Region(m.Name)
	return ok
}
