package mention

import (
	"strings"

	"kg/lexicon"
)

// A sign is what the words around a name say of its type, in points.
type sign struct {
	body, person, place int
	acts                int  // it does what only actors do
	spoken              bool // "he" or "she" stands near it
	full                bool // it is a part of a person's full name
}

// sorts gives the names that the recogniser was not sure of the type that
// their neighbourhood shows, all mentions of a name in the document taken
// together: "Renamo's Ada Poe" and "Renamo, which" speak of a body. Stray
// names of which nothing shows a type are dropped.
func (r *reading) sorts() {
	signs := map[string]*sign{}
	for i := range r.ms {
		if m := &r.ms[i]; r.sortable(m) {
			key := strings.Join(nameTokens(m.Name), " ")
			if signs[key] == nil {
				signs[key] = &sign{}
			}
			r.sign(i, signs[key])
		}
	}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Named || m.Type != Person {
			continue
		}
		if tokens := nameTokens(m.Name); len(tokens) > 1 {
			for _, part := range []string{tokens[0], tokens[len(tokens)-1]} {
				if x := signs[part]; x != nil {
					x.full = true
				}
			}
		}
	}
	for i := range r.ms {
		if m := &r.ms[i]; r.sortable(m) {
			r.settleType(m, signs[strings.Join(nameTokens(m.Name), " ")])
		}
	}
}

// sortable reports whether the type of a mention may be another one: of a name
// that no table gives a type.
func (r *reading) sortable(m *Mention) bool {
	if m.Kind != Named || m.nation.key != "" || m.dropped {
		return false
	}
	switch m.Type {
	case "":
		return true
	case Person, Place, Organization:
	default:
		return false
	}
	_, ok := r.lex.Organization(m.Name)
	return !ok && !creedPrefix(m.Name) && !r.known(m.Sentence, m.First, m.End)
}

// settleType gives a name the type that its signs show.
func (r *reading) settleType(m *Mention, x *sign) {
	one := m.End-m.First == 1
	doubtful := m.Type == Person && !r.givenFirst(m) && (one && !x.full || !one && m.sure < 6)
	unknown := doubtful && one && x.person == 0 && !x.spoken && !r.personName(m)
	switch {
	case m.Type != Organization && m.End-m.First > 1 && r.cues.is("site-first", strings.ToLower(lexicon.Fold(r.word(m.Sentence, m.First).Form))) && x.body == 0:
		m.Type = Place
	case m.Type == "":
		m.Type = r.strayType(m, x)
		if m.Type == "" {
			m.dropped = true
			for w := m.First; w < m.End; w++ {
				r.taken[m.Sentence][w] = -1
			}
		}
	case doubtful && x.body > x.person:
		m.Type = Organization
	case m.Type == Person && !one && x.person == 0 && r.siteAfter(m):
		m.Type = Place
	case unknown && x.place > 0:
		m.Type = Place
	case unknown && m.sure < 4:
		m.Type = Organization
	case m.Type == Place && m.sure < 4 && m.End-m.First == 2 && x.body+x.place == 0 && !r.sited(m) && r.bearable(m) && r.besidePersons(m):
		m.Type = Person
	case m.Type == Place && x.body > x.place && x.body > x.person:
		m.Type = Organization
	case m.Type != Person && x.person > x.body+x.place && r.bearable(m):
		m.Type = Person
	}
}

// bearable reports whether a person can have the name: one to four words, of
// which none is a word for bodies or places.
func (r *reading) bearable(m *Mention) bool {
	if m.End-m.First > 4 || m.First > 0 && r.word(m.Sentence, m.First-1).UPOS == "DET" {
		return false
	}
	for w := m.First; w < m.End; w++ {
		word := r.word(m.Sentence, w)
		_, body := r.lex.Noun(lexicon.OrganizationHead, word.Form)
		_, place := r.lex.Noun(lexicon.PlaceHead, word.Form)
		if body || place || word.XPOS == "NNPS" || len(word.Form) > 2 && strings.ToUpper(word.Form) == word.Form && strings.ToLower(word.Form) != word.Form {
			return false
		}
	}
	return true
}

// besidePersons reports whether the name is coordinated with a person's full
// name, whichever comes first.
func (r *reading) besidePersons(m *Mention) bool {
	for _, o := range r.besides(m) {
		if o.Type == Person && o.End-o.First > 1 {
			return true
		}
	}
	return false
}

// besides returns the mentions that the mention is coordinated with.
func (r *reading) besides(m *Mention) []*Mention {
	t := r.trees[m.Sentence]
	h := m.Head
	if t.Word(h).Rel == "conj" && t.Word(h).Head >= 0 {
		h = t.Word(h).Head
	}
	var out []*Mention
	for _, c := range t.Conjuncts(h) {
		if k := r.taken[m.Sentence][c]; k >= 0 && &r.ms[k] != m {
			out = append(out, &r.ms[k])
		}
	}
	return out
}

// strayType returns the type that the signs give to a stray name; "" if they
// give none.
func (r *reading) strayType(m *Mention, x *sign) string {
	switch {
	case r.known(m.Sentence, m.First, m.End):
		if x.place > 0 {
			return Place
		}
	case m.End-m.First == 4 && r.givenPair(m.Sentence, m.First+1):
		return Person
	case x.body > x.person && x.body >= x.place, x.body+x.place == 0 && x.person+x.acts > 0 && x.person < 2 && m.End-m.First == 1 && !r.personName(m) && !x.full:
		return Organization
	case x.person > 0:
		return Person
	case x.place > 0:
		return Place
	case x.full:
		return Person
	case m.End-m.First > 1 && r.givenFirst(m):
		return Person
	}
	return r.argumentType(m)
}

// argumentType returns the type of a stray name of two or three words that is an
// argument of a verb: a body if it ends in a common noun that is no surname,
// else a person; "" for one that is none.
func (r *reading) argumentType(m *Mention) string {
	n := m.End - m.First
	if n < 2 || n > 3 || !r.trees[m.Sentence].Is(m.Head, "nsubj", "obj", "iobj", "obl:agent", "appos") || m.First > 0 && r.word(m.Sentence, m.First-1).UPOS == "DET" {
		return ""
	}
	for w := m.First; w < m.End; w++ {
		if word := r.word(m.Sentence, w); word.UPOS != "PROPN" {
			return ""
		}
	}
	if r.cues.is("thing-first", strings.ToLower(r.word(m.Sentence, m.First).Form)) {
		return ""
	}
	last := r.word(m.Sentence, m.End-1).Form
	surname, _ := r.lex.Surname(last)
	switch {
	case r.lex.Common(strings.ToLower(last)) > lexicon.Unlisted && surname == lexicon.Unlisted:
		return Organization
	case r.lex.Common(strings.ToLower(r.word(m.Sentence, m.First).Form)) == lexicon.Unlisted && r.bearable(m):
		return Person
	}
	return ""
}

// personName reports whether a name of one word is in the tables of names of
// persons.
func (r *reading) personName(m *Mention) bool {
	form := r.word(m.Sentence, m.First).Form
	surname, _ := r.lex.Surname(form)
	given, _ := r.lex.GivenName(form)
	_, sex := r.lex.given.lean(form)
	return max(surname, given) > lexicon.Unlisted || sex
}

// sign adds what the words around mention i say.
func (r *reading) sign(i int, x *sign) {
	m := &r.ms[i]
	kin := r.kindred(m)
	switch {
	case r.relative(m):
		x.person += 4
	case !kin && r.personSign(m):
		x.person += 2
	}
	if kin || r.bodySign(m) || r.itsOffice(m) {
		x.body += 2
	}
	switch {
	case r.landBeside(m):
		x.place += 4
	case r.placeSign(m):
		x.place++
	}
	x.spoken = x.spoken || r.nearPerson(m)
	if r.takesStance(m) {
		x.acts++
	}
	switch n := m.End - m.First; {
	case n == 1 && r.ofNation(m):
		x.body++
	case n > 1 && m.Type == "" && r.ofNation(m) && r.bearable(m) && !r.bodyWord(m):
		x.person++
	}
	if r.creedFirst(m) {
		x.body += 2
	}
	switch r.underVerb(m) {
	case Organization:
		x.body++
	case Person:
		x.person++
	}
}

// creedFirst reports whether a stray name begins with the adjective of a creed
// or a party: "the Democratic Rally".
func (r *reading) creedFirst(m *Mention) bool {
	if m.Type != "" || m.End-m.First < 2 {
		return false
	}
	if words := r.sents[m.Sentence].Words; m.End < len(words) && words[m.End].UPOS == "NOUN" { // "the Free Trade debate"
		return false
	}
	switch strings.ToLower(r.word(m.Sentence, m.First).Form) {
	case "democratic", "national", "popular", "social", "socialist", "liberal", "conservative", "labour", "labor", "patriotic", "progressive", "republican", "united", "free", "christian", "islamic", "civic":
		return true
	}
	return false
}

// nearPerson reports whether a pronoun for one person stands in the sentence of
// the name or the next one.
func (r *reading) nearPerson(m *Mention) bool {
	for s := m.Sentence; s < min(m.Sentence+2, len(r.sents)); s++ {
		for w := range r.sents[s].Words {
			if p, ok := wanted(strings.ToLower(r.word(s, w).Form)); ok && p.person {
				return true
			}
		}
	}
	return false
}

// ofNation reports whether a state owns the name and no other word stands
// between: "Japan's Velmora".
func (r *reading) ofNation(m *Mention) bool {
	if m.First < 2 || !r.possessed(m.Sentence, m.First-1) {
		return false
	}
	if m.End < len(r.sents[m.Sentence].Words) && r.word(m.Sentence, m.End).UPOS == "NOUN" {
		return false // "Sweden's Forsmark plant"
	}
	k := r.taken[m.Sentence][m.First-2]
	return k >= 0 && r.ms[k].Type == Country
}

// takesStance reports whether the name is the subject of a verb of speech or of one
// that tells of a stance or a proposal.
func (r *reading) takesStance(m *Mention) bool {
	t := r.trees[m.Sentence]
	h := m.Head
	for t.Word(h).Rel == "conj" && t.Word(h).Head >= 0 && t.Word(h).Head < h {
		h = t.Word(h).Head
	}
	v := t.Word(h).Head
	if v < 0 || !t.Is(h, "nsubj") || t.Passive(v) || !t.Verbal(v) {
		return false
	}
	lemma := r.lower(m.Sentence, v)
	_, says := r.lex.Noun(lexicon.Statement, lemma)
	return says || r.cues.is("judge", lemma) || r.cues.is("propose", lemma) || r.cues.is("meets", lemma) || lemma == "accuse" || lemma == "vote"
}

// underVerb returns the type that objects of the name's verb mostly have; "" if
// the verb says nothing.
func (r *reading) underVerb(m *Mention) string {
	t := r.trees[m.Sentence]
	h := t.Word(m.Head).Head
	if h < 0 || !t.Is(m.Head, "obj", "nsubj:pass") {
		return ""
	}
	lemma := r.lower(m.Sentence, h)
	if class, ok := r.lex.Noun(lexicon.OrganizationVerb, lemma); ok && class == "object" {
		return Organization
	}
	if r.cues.is("body-verb", lemma) {
		return Organization
	}
	if class, ok := r.lex.Noun(lexicon.PersonVerb, lemma); ok && class == "object" {
		return Person
	}
	return ""
}
