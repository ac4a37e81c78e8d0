package mention

import (
	"strings"

	"kg/internal/nlp"
	"kg/lexicon"
)

// blank returns a mention of the words [first, end) that says nothing yet.
func blank(sentence, first, end, head int) Mention {
	return Mention{Sentence: sentence, First: first, End: end, Head: head, inner: -1, Entity: -1, Of: -1, Where: -1}
}

// names adds the names of one sentence: those that the recogniser gives, then
// the names and adjectives of nations among the words left.
func (r *reading) names(s int) {
	r.guilds(s)
	for _, n := range r.cutNames(s) {
		r.name(s, n)
	}
	r.nations(s)
	r.peoples(s)
	r.parties(s)
	r.lone(s)
	r.strays(s)
}

// parties adds plural names after "the" that no name covers, "the Greens":
// those of parties and teams. Before an office ("Labour negotiator Ada Poe")
// one word will do.
func (r *reading) parties(s int) {
	words := r.sents[s].Words
	for w := range words {
		if r.taken[s][w] < 0 && r.creed(s, w) {
			m := blank(s, w, w+1, w)
			m.Type, m.Kind, m.Name = Organization, Named, words[w].Form
			m.Forms = []string{m.Name}
			r.add(m)
		}
		if r.taken[s][w] >= 0 || !r.nameWord(s, w) || w > 0 && r.nameWord(s, w-1) {
			continue
		}
		end := w + 1
		for end < len(words) && r.taken[s][end] < 0 && r.nameWord(s, end) {
			end++
		}
		m := blank(s, w, end, r.topOf(s, w, end))
		plural := words[end-1].XPOS == "NNPS" && w > 0 && strings.EqualFold(words[w-1].Form, "the")
		if !plural && (words[w].UPOS == "ADJ" || !r.beforeOffice(&m)) && !r.firm(&m) || r.titled(s) || r.calendar(s, w, end) || r.officeOnly(s, w, end) {
			continue
		}
		m.Type, m.Kind, m.Name = Organization, Named, r.surface(s, w, end)
		m.Forms = []string{m.Name}
		r.add(m)
	}
}

// nameWord reports whether the word may be one of a name: a proper noun, or a
// common one or an adjective with a capital.
func (r *reading) nameWord(s, w int) bool {
	word := r.word(s, w)
	return capital(word.Form) && (word.UPOS == "PROPN" || word.UPOS == "NOUN" || word.UPOS == "ADJ" && w > 0)
}

// portfolio are words before what an office is for: "Minister for Lands and
// Natural Resources".
var portfolio = map[string]bool{"and": true, "of": true, "for": true, "&": true}

// firm reports whether the words end as names of companies do.
func (r *reading) firm(m *Mention) bool {
	if m.End-m.First < 2 || m.First > 0 && portfolio[strings.ToLower(r.word(m.Sentence, m.First-1).Form)] {
		return false
	}
	return r.lex.Listed(lexicon.CompanySuffix, r.word(m.Sentence, m.End-1).Form)
}

func (r *reading) name(s int, n nlp.Name) {
	if n.Type == Organization {
		n.First, n.End = r.wholeBody(s, n.First, n.End)
	}
	if at := r.bodyAndPerson(s, n); at > n.First {
		r.name(s, nlp.Name{First: n.First, End: at, Type: Organization})
		n.First, n.Type = at, Person
	}
	first, end := r.trimName(s, n.First, n.End)
	if n.Type == Person {
		first = r.afterTitles(s, first, end)
		end = r.extend(s, end)
	}
	for first < end && r.taken[s][first] >= 0 {
		first++
	}
	if first >= end || r.nationsOnly(s, first, end) || !hasCapital(r.surface(s, first, end)) || r.calendar(s, first, end) {
		return
	}
	if r.noName(s, first, end) {
		return
	}
	if n.Type == Place || n.Type == Country || n.Type == "Misc" {
		end = r.headlinePlace(s, first, end)
	}
	if _, ok := r.lex.nation(r.word(s, first).Form); ok && first > 1 && end-first > 1 && isHyphen(r.word(s, first-1).Form) && r.word(s, first-1).Form != "/" && r.actorWord(s, first-2, first-1) {
		end = first + 1 // "the Chile-Peru Summit"
	}
	m := blank(s, first, end, r.topOf(s, first, end))
	m.Type, m.Kind, m.sure = n.Type, Named, n.Score
	m.Name, _, _ = strings.Cut(r.surface(s, first, end), "/")
	if m.Type != Person {
		r.retype(&m)
	} else if r.officeOnly(s, first, end) {
		return
	}
	r.context(&m)
	if m.Type == "" || m.Type == "Misc" {
		return
	}
	if r.partisan(&m) {
		return
	}
	m.Forms = append([]string{m.Name}, r.ofForm(&m)...)
	r.add(m)
}

// ofForm returns the name of a body with "of" and the name after it.
func (r *reading) ofForm(m *Mention) []string {
	words := r.sents[m.Sentence].Words
	if m.Type != Organization || m.End+1 >= len(words) || words[m.End].Form != "of" || !capital(words[m.End+1].Form) {
		return nil
	}
	end := m.End + 1
	for end < len(words) && words[end].UPOS == "PROPN" && capital(words[end].Form) {
		end++
	}
	if end == m.End+1 {
		return nil
	}
	return []string{r.surface(m.Sentence, m.First, end)}
}

// bodyAndPerson returns the word at which a person's name begins inside the name
// of a body, "Grain Board Ada Poe"; 0 if there is none.
func (r *reading) bodyAndPerson(s int, n nlp.Name) int {
	if n.Type != Organization || n.End-n.First < 4 {
		return 0
	}
	at := n.End - 2
	if _, ok := r.lex.Noun(lexicon.OrganizationHead, r.word(s, at-1).Form); !ok {
		return 0
	}
	one, _ := r.lex.GivenName(r.word(s, at).Form)
	_, two := r.lex.Noun(lexicon.OrganizationHead, r.word(s, at+1).Form)
	if one == lexicon.Unlisted && r.word(s, at).UPOS != "PROPN" || two || !capital(r.word(s, at).Form) || !capital(r.word(s, at+1).Form) {
		return 0
	}
	return at
}

// extend moves the end of a person's name over what hyphens and particles join
// to it: "Owusu" of "Owusu-Ansah", "Jan" of "Jan van der Berg". Where that is a
// name for the recogniser, all of it.
func (r *reading) extend(s, end int) int {
	words := r.sents[s].Words
	for end+1 < len(words) {
		next := end
		switch {
		case isHyphen(words[end].Form) && words[end].Span.Start == words[end-1].Span.End && words[end+1].Span.Start == words[end].Span.End:
			next = end + 1
			if w := words[next]; w.UPOS == "VERB" || w.UPOS == "ADJ" && !capital(w.Form) || w.UPOS == "PUNCT" || w.UPOS == "NUM" {
				return end
			}
		case particles[words[end].Form]:
			for next < len(words) && particles[words[next].Form] {
				next++
			}
			if next >= len(words) || !capital(words[next].Form) {
				return end
			}
		case end > 0 && particles[words[end-1].Form] && capital(words[end].Form):
		default:
			return end
		}
		end = next + 1
		for _, n := range r.sents[s].Names {
			if n.First <= next && next < n.End {
				end = max(end, n.End)
			}
		}
	}
	return end
}

// particles stand inside names in small letters.
var particles = map[string]bool{"van": true, "von": true, "der": true, "den": true, "de": true, "da": true, "dos": true, "del": true, "della": true, "di": true,
	"du": true, "la": true, "bin": true, "bint": true, "ibn": true, "al": true, "el": true, "ter": true, "ten": true, "zu": true, "y": true}

// noName reports whether the words cannot be a name: one word of a closed
// class, or letters in brackets, "(L-R)".
func (r *reading) noName(s, first, end int) bool {
	if end-first == 1 {
		switch r.word(s, first).UPOS {
		case "ADP", "SCONJ", "DET", "PRON", "AUX", "CCONJ", "ADV":
			return true
		}
	}
	if first == 0 || r.word(s, first-1).Form != "(" && r.word(s, first-1).UPOS != "PUNCT" {
		return false
	}
	for w := first; w < end; w++ {
		for _, part := range strings.Split(r.word(s, w).Form, "-") {
			if len(part) > 1 {
				return false
			}
		}
	}
	return true
}

// headlinePlace ends the name of a place in a headline, where all words have
// capitals, with its known part: "Lima Presses".
func (r *reading) headlinePlace(s, first, end int) int {
	if !r.titled(s) || end-first < 2 || r.known(s, first, end) {
		return end
	}
	for e := end - 1; e > first; e-- {
		if r.known(s, first, e) {
			return e
		}
	}
	return end
}

// titled reports whether most longer words of a sentence have capitals.
func (r *reading) titled(s int) bool {
	upper, all := 0, 0
	for _, w := range r.sents[s].Words {
		if w.UPOS == "VERB" && !capital(w.Form) && strings.HasPrefix(w.XPOS, "VB") && w.XPOS != "VB" && w.XPOS != "VBG" {
			return false
		}
		if len(w.Form) > 3 {
			all++
			if capital(w.Form) {
				upper++
			}
		}
	}
	return all > 2 && 10*upper >= 8*all
}

// besidePerson reports whether a name of several words that no table knows is
// coordinated with a person's.
func (r *reading) besidePerson(m *Mention) bool {
	t := r.trees[m.Sentence]
	if m.End-m.First < 2 || !t.Is(m.Head, "conj") || r.known(m.Sentence, m.First, m.End) || r.bodyWord(m) {
		return false
	}
	if _, ok := r.lex.Organization(m.Name); ok {
		return false
	}
	h := t.Word(m.Head).Head
	k := r.taken[m.Sentence][h]
	return k >= 0 && r.ms[k].Type == Person && r.ms[k].Kind == Named && m.Type == Place
}

// calendar reports whether the words name a day or a month only.
func (r *reading) calendar(s, first, end int) bool {
	if end-first > 1 {
		return false
	}
	form := strings.ToLower(strings.TrimSuffix(r.word(s, first).Form, "."))
	if weekdays[form] || months[form] {
		return true
	}
	return len(form) == 1 && !capital(r.word(s, first).Form)
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true, "jan": true, "feb": true, "apr": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true}

// nationsOnly reports whether the words are nations and nothing else, such as
// "Lima-Quito" or, called a person, "Chileans": they are read one by one.
func (r *reading) nationsOnly(s, first, end int) bool {
	for w := first; w < end; w++ {
		form := r.word(s, w).Form
		if isHyphen(form) && w > first && w+1 < end {
			continue
		}
		if _, ok := r.lex.nation(form); !ok {
			return false
		}
	}
	return first < end
}

// officeOnly reports whether the words are a title and nothing else: "Mr.
// President".
func (r *reading) officeOnly(s, first, end int) bool {
	for w := first; w < end; w++ {
		if _, ok := r.lex.office(r.surface(s, w, end)); ok {
			if _, nation := r.lex.nation(r.surface(s, first, max(w, first+1))); w == first || nation {
				return true
			}
		}
	}
	for w := first; w < end; w++ {
		form := r.word(s, w).Form
		if _, ok := r.lex.nation(form); ok {
			continue
		}
		if _, _, ok := r.lex.title(strings.ToLower(form), form); !ok && r.lex.modifier(strings.ToLower(form)) == "" {
			return false
		}
	}
	return true
}

// agree makes names of the same words agree in type over the document: what
// is part of a person's full name is that person, and otherwise the type that
// most mentions have wins.
func (r *reading) agree() {
	full := map[string]bool{}
	votes := map[string]map[string]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Named || m.nation.key != "" {
			continue
		}
		tokens := nameTokens(m.Name)
		if m.Type == Person && len(tokens) > 1 {
			full[tokens[len(tokens)-1]] = true
		}
		key := strings.Join(tokens, " ")
		if votes[key] == nil {
			votes[key] = map[string]int{}
		}
		votes[key][m.Type]++
	}
	for i := range r.ms {
		m := &r.ms[i]
		key := strings.Join(nameTokens(m.Name), " ")
		if m.Kind == Named && m.Type == Country && full[key] && r.speaks(m) {
			m.Type, m.nation = Person, nation{}
		}
		if m.Kind != Named || m.nation.key != "" || m.Type == Person {
			continue
		}
		if full[key] || r.besidePerson(m) || votes[key][Person] >= votes[key][m.Type] {
			m.Type = Person
		}
	}
}

// speaks reports whether the name is the subject of a verb of speech.
func (r *reading) speaks(m *Mention) bool {
	t := r.trees[m.Sentence]
	return t.Is(m.Head, "nsubj") && saying[r.lower(m.Sentence, t.Word(m.Head).Head)]
}

var saying = map[string]bool{"say": true, "add": true, "tell": true, "reply": true, "answer": true, "ask": true, "write": true, "joke": true, "recall": true, "explain": true}

// trimName leaves articles, possessive endings and punctuation at the edges
// of a name out.
func (r *reading) trimName(s, first, end int) (int, int) {
	for first < end && (r.word(s, first).UPOS == "DET" || r.word(s, first).UPOS == "PUNCT" && r.word(s, first).Form != "'") {
		first++
	}
	for end > first && (r.trailing(s, end-1) || r.common(s, end-1) && hasCapital(r.surface(s, first, end-1))) {
		end--
	}
	return first, end
}

// common reports whether the word is in small letters and not joined to one
// before.
func (r *reading) common(s, w int) bool {
	word := r.word(s, w)
	return !hasCapital(word.Form) && word.UPOS != "NUM" && (w == 0 || !isHyphen(r.word(s, w-1).Form))
}

func (r *reading) trailing(s, w int) bool {
	word := r.word(s, w)
	if word.XPOS == "POS" || word.Form == "'s" || word.Form == "'" {
		return true
	}
	return word.UPOS == "PUNCT" && !strings.HasSuffix(word.Form, ".") && word.Form != ")"
}

// topOf returns the word of [first, end) that hangs on a word outside; the
// first of them where there are several.
func (r *reading) topOf(s, first, end int) int {
	for w := first; w < end; w++ {
		if h := r.word(s, w).Head; h < first || h >= end {
			return w
		}
	}
	return end - 1
}

// retype corrects the type of a name by what the lexicon knows of it and by
// the common noun that heads it.
func (r *reading) retype(m *Mention) {
	if nation, ok := r.lex.nation(m.Name); ok {
		m.nation = nation
		r.nationality(m)
		return
	}
	if last := r.lower(m.Sentence, m.End-1); r.cues.is("assemblies", last) && r.convenes(m.Sentence, m.Head) {
		m.Type = Meeting
		return
	}
	if o, ok := r.lex.Organization(m.Name); ok && m.Type != Organization && (o.Acronym || m.Type == "Misc") {
		m.Type = Organization
		return
	}
	for w := m.End - 1; w >= m.First; w-- {
		if w < m.End-1 && r.word(m.Sentence, w+1).UPOS != "ADP" {
			continue // the head is the last noun, or the one before "of"
		}
		for _, n := range r.nouns[r.lower(m.Sentence, w)] {
			if (n.Type == Meeting || n.Type == Proposal) && !n.Weak && !n.Dated && n.With == nil && m.End-m.First > 1 {
				m.Type = n.Type
				return
			}
		}
	}
}

// covered reports whether a mention holds one of the words.
func (r *reading) covered(s, first, end int) bool {
	for w := first; w < end; w++ {
		if r.taken[s][w] >= 0 {
			return true
		}
	}
	return false
}

// hasCapital reports whether s has a capital letter.
func hasCapital(s string) bool { return strings.ToLower(s) != s }

// capital reports whether s begins with a capital letter.
func capital(s string) bool {
	for _, c := range s {
		return strings.ToLower(string(c)) != string(c)
	}
	return false
}

// afterTitles moves the beginning of a person's name over titles and forms of
// address that the recogniser took in.
func (r *reading) afterTitles(s, first, end int) int {
	for w := end - 2; w >= first; w-- { // "Inuit lawyer Ada Poe"
		form := r.word(s, w).Form
		if _, _, ok := r.lex.title(form, form); ok && !capital(form) {
			return w + 1
		}
		if w > first && isHyphen(r.word(s, w-1).Form) && !capital(form) && end-w > 2 && len(form) > 3 {
			return w + 1 // "Anti-war Ada Poe"
		}
	}
	for w := first + 1; w < end-1; w++ { // "US President Ada Poe"
		if _, ok := r.lex.nation(r.surface(s, first, w)); ok {
			if _, kin, ok := r.lex.title(r.lower(s, w), r.word(s, w).Form); ok && !kin {
				first = w
			}
		}
	}
	if first < end-2 && creedPrefix(r.word(s, first).Form) {
		first++
	}
	for first < end-1 {
		form := r.word(s, first).Form
		_, kin, ok := r.lex.title(strings.ToLower(form), form)
		if !ok || kin && !r.lex.honorific(form) {
			break
		}
		first++
		for first < end-1 && (isHyphen(r.word(s, first).Form) || r.word(s, first).Form == ".") {
			first++
		}
	}
	if first >= 2 && end-first > 2 && officePrepositions[r.word(s, first-1).Form] {
		one, _ := r.lex.GivenName(r.word(s, first).Form)
		two, _ := r.lex.GivenName(r.word(s, first+1).Form)
		if _, _, ok := r.lex.title(r.lower(s, first-2), ""); ok && one == 0 && two > 0 {
			return first + 1 // "Minister of Education Ada Poe"
		}
	}
	return first
}
