package ner

import (
	"slices"
	"strings"

	"kg/internal/nlp"
)

// A candidate is a run of words that may be a name.
type candidate struct {
	line       int // index of the sentence
	first, end int // words of the line
	key        string
	weight     [kinds]float64 // evidence for each kind
	vote       bool           // the statistics see a name here
	headline   bool           // its sentence has capitals throughout
	begins     bool           // it begins a sentence
	plain      bool           // English or the document writes its words small
}

// best returns the kind with the most evidence, the first of equals.
func (c *candidate) best() kind {
	b := kind(0)
	for k := range kinds {
		if c.weight[k] > c.weight[b] {
			b = k
		}
	}
	return b
}

// open is the kind of a span that may still be of any.
const open = kinds

// A finder proposes candidates for one sentence.
type finder struct {
	*work
	t     *Tagger
	doc   *document
	words []nlp.Word
	spans []span
}

// A span is a candidate in the making.
type span struct {
	first, end int
	kind       kind
	vote       bool
}

// find returns the spans of a sentence in its order, disjoint: votes without
// what is no part of a name, listed names, and the runs of proper nouns that
// neither covers.
func (f *finder) find() []span {
	f.spans = f.spans[:0]
	for _, v := range f.votes() {
		f.cut(span{v.first, v.end, v.kind, true})
	}
	f.insist()
	for i := range f.spans {
		f.extend(i)
	}
	f.merge()
	f.fill()
	return f.spans
}

// insist puts listed names in the place of votes that cut them or lie in them.
func (f *finder) insist() {
	for _, l := range f.lists {
		keep, free := f.spans[:0:0], true
		for _, s := range f.spans {
			switch {
			case s.end <= l.first || l.end <= s.first:
				keep = append(keep, s)
			case s.first <= l.first && l.end <= s.end:
				keep, free = append(keep, s), false
			}
		}
		if free {
			at := 0
			for at < len(keep) && keep[at].first < l.first {
				at++
			}
			f.spans = slices.Insert(keep, at, span{l.first, l.end, l.kind, true})
		}
	}
}

// merge joins persons' names that particles part, "Ada van der" and "Berg", and
// organizations with the places they are of.
func (f *finder) merge() {
	out := f.spans[:0]
	for _, s := range f.spans {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if f.possessed(last, &s) {
				last.end, last.kind = s.end, organization
				continue
			}
			if last.kind == person && s.kind == person && f.joined(last.end, s.first) || f.joinedOf(last, &s) {
				last.end = s.end
				continue
			}
		}
		out = append(out, s)
	}
	f.spans = out
}

// possessed sees "Growers' Federation" and "People's Party" in two pieces.
func (f *finder) possessed(a, b *span) bool {
	if b.first != a.end+1 || !f.upper[b.first] {
		return false
	}
	last := f.words[a.end-1].Form
	switch f.words[a.end].Form {
	case "'s":
		return members[last]
	case "'":
		return members[last] || strings.HasSuffix(last, "s") && f.headed(b)
	}
	return false
}

// joinedOf reports whether "of" or "of the" makes the place b part of the
// organization a: "Workers' Party" and "Belgium".
func (f *finder) joinedOf(a, b *span) bool {
	if a.kind != organization || b.kind != place || !f.headed(a) || f.words[a.end].Form != "of" {
		return false
	}
	return b.first == a.end+1 || b.first == a.end+2 && f.words[a.end+1].Form == "the"
}

// joined reports whether only particles, at least one, stand between a and b.
func (f *finder) joined(a, b int) bool {
	for i := a; i < b; i++ {
		if !particles[f.words[i].Form] {
			return false
		}
	}
	return a < b
}

// title reports whether the word i is a title or part of one.
func (f *finder) title(i int) bool {
	return f.marks[i]&(honorific|rank|office|kinship) != 0
}

// people reports whether the word i is only a people's adjective or its members.
func (f *finder) people(i int) bool {
	return f.marks[i]&(adjective|community) != 0 && f.marks[i]&(countryFirst|countryMore|orgFirst) == 0
}

// proper reports whether the word i can be part of a name: it is tagged as a
// proper noun, or has a capital where only names do.
func (f *finder) proper(i int) bool {
	w := &f.words[i]
	if !f.upper[i] || calendar[w.Form] && !f.calledMonth(i) || f.people(i) || address(w.Form) {
		return false
	}
	if strings.HasPrefix(w.XPOS, "NNP") {
		return true
	}
	return i > 0 && f.casing == 1 && len(w.Form) > 1 && !opens(f.words[i-1].Form) && content[w.UPOS]
}

// calledMonth reports whether a word of the calendar is a given name.
func (f *finder) calledMonth(i int) bool {
	return f.marks[i]&given != 0 && i+1 < len(f.words) && f.upper[i+1] && f.words[i+1].UPOS == "PROPN" && !f.has(i+1, countryFirst|bigCity|office) && (i == 0 || f.words[i-1].UPOS != "ADP" && f.words[i-1].UPOS != "ADJ" && f.words[i-1].UPOS != "NUM")
}

// address reports whether a form is a web or mail address or an amount.
func address(form string) bool {
	return strings.ContainsAny(form, "@$€£%") || strings.Contains(form, "://") || strings.HasPrefix(form, "www.")
}

// content are the tags of words with a meaning of their own.
var content = map[string]bool{"NOUN": true, "ADJ": true, "VERB": true, "X": true, "PROPN": true}

// opens reports whether a capital is due after form.
func opens(form string) bool {
	switch form {
	case "\"", "'", "(", "[", ":", ";", "—", "–", "-", "--", "*", "•", ".", "?", "!", "...", "/", "``":
		return true
	}
	return false
}

// calendar are proper nouns that name no thing of ours.
var calendar = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true, "September": true, "October": true, "November": true, "December": true,
	"Jan.": true, "Feb.": true, "Mar.": true, "Apr.": true, "Aug.": true, "Sept.": true, "Sep.": true, "Oct.": true, "Nov.": true, "Dec.": true,
	"Jan": true, "Feb": true, "Mar": true, "Apr": true, "Aug": true, "Sept": true, "Sep": true, "Oct": true, "Nov": true, "Dec": true,
	"Christmas": true, "Easter": true, "Ramadan": true, "God": true, "Allah": true, "GMT": true, "EST": true, "BST": true, "CET": true, "UTC": true, "AM": true, "PM": true,
}

// cut splits a vote at the words that no name holds, takes titles off and
// keeps what is left.
func (f *finder) cut(s span) {
	at := s.first
	for i := s.first; i <= s.end; i++ {
		if i == s.end || f.breaks(i, s.kind) {
			f.part(span{at, i, s.kind, true})
			at = i + 1
		}
	}
}

// part splits a vote for an organization or place at an office in its midst,
// "U.S. Secretary of Defense Ada Moreno", and trims the parts.
func (f *finder) part(s span) {
	if s.kind == organization || s.kind == place {
		for i := s.end - 2; i >= s.first; i-- {
			if f.marks[i]&officeEnd != 0 && f.marks[i]&(orgHead|orgFirst|orgMore) == 0 && f.proper(i+1) && f.marks[s.end-1]&(orgHead|suffix|placeHead) == 0 && s.end-i > 2 {
				f.trim(span{s.first, i + 1, s.kind, true})
				f.trim(span{i + 1, s.end, person, true})
				return
			}
		}
	}
	f.trim(s)
}

// breaks reports whether the word i cannot stand inside a name of kind k.
func (f *finder) breaks(i int, k kind) bool {
	form := f.words[i].Form
	switch {
	case f.upper[i]:
		return calendar[form] && k != misc && !f.calledMonth(i)
	case form == "'s":
		return k != misc && !members[f.words[max(i-1, 0)].Form]
	case form == "of" && k == organization:
		return f.ofState(i)
	case !wordy(form):
		return false
	case particles[form], form[0] >= '0' && form[0] <= '9':
		return false
	case k == person:
		return f.casing == 1 && f.words[i].UPOS != "PROPN"
	}
	return !connectors[form] && f.casing == 1 && f.words[i].UPOS != "PROPN"
}

// ofState reports whether "of" at i stands between a person's name and a state:
// "Ada Moreno of Chile".
func (f *finder) ofState(i int) bool {
	return i > 1 && f.marks[i-1]&(common|orgHead|orgFirst|orgMore|placeHead|event|office) == 0 && f.marks[i-2]&(common|orgHead|orgFirst|orgMore) == 0 && f.upper[i-2] && f.has(i+1, countryFirst)
}

// trim takes titles and what is no word off the ends of a piece of a vote.
func (f *finder) trim(s span) {
	for s.end > s.first && f.loose(s.end-1) {
		s.end--
	}
	for s.first < s.end && (f.loose(s.first) || s.kind != misc && isNumber(f.words[s.first].Form)) {
		s.first++
	}
	if s.first == s.end {
		return
	}
	switch {
	case s.kind == person:
		s = f.cutPerson(s)
	case f.marks[s.end-1]&(orgHead|suffix|orgFirst|orgMore|placeHead|event) != 0:
	case f.marks[s.end-1]&officeEnd != 0:
		for s.end > s.first && f.title(s.end-1) {
			s.end--
		}
	default:
		for s.first < s.end-1 && f.marks[s.first]&(honorific|rank) != 0 && f.marks[s.first]&(orgFirst|orgHead) == 0 {
			s.first++
		}
	}
	if !f.empty(s) && !(s.size() == 1 && s.first == 0 && function[f.words[0].UPOS]) {
		f.spans = append(f.spans, s)
	}
}

// empty reports whether s is an address or holds nothing but peoples'
// adjectives and titles.
func (f *finder) empty(s span) bool {
	for i := s.first; i < s.end; i++ {
		if address(f.words[i].Form) {
			return true
		}
	}
	for i := s.first; i < s.end; i++ {
		if !f.people(i) && f.marks[i]&(honorific|rank) == 0 && !(s.size() == 1 && f.marks[i]&officeEnd != 0 && f.marks[i]&(orgHead|given|surname|orgFirst) == 0) {
			return false
		}
	}
	return true
}

// function are the tags of words that are no names even with a capital.
var function = map[string]bool{"PRON": true, "DET": true, "ADP": true, "AUX": true, "CCONJ": true, "SCONJ": true, "PART": true, "ADV": true, "NUM": true}

// isNumber reports whether form is made of digits.
func isNumber(form string) bool { return strings.Trim(form, "0123456789") == "" }

// loose reports whether the word i cannot begin or end a name.
func (f *finder) loose(i int) bool {
	form := f.words[i].Form
	return !wordy(form) || !f.upper[i] && (connectors[form] || particles[form]) && f.words[i].UPOS != "PROPN"
}

// cutPerson takes off what comes before a person's own name: titles at its
// beginning, and everything up to an office in its midst.
func (f *finder) cutPerson(s span) span {
	for i := s.end - 2; i >= s.first; i-- {
		if f.marks[i]&officeEnd != 0 && !f.ownName(i) || f.people(i) && s.end-i > 2 {
			s.first = i + 1
			break
		}
	}
	for s.first < s.end-1 && (f.title(s.first) && !f.ownName(s.first) || f.hyphenWord(s.first)) {
		s.first++
	}
	return s
}

// hyphenWord reports whether a word ends in a common one after a hyphen:
// "Pan-democrat".
func (f *finder) hyphenWord(i int) bool {
	_, after, ok := strings.Cut(f.words[i].Form, "-")
	return ok && after != "" && after[0] >= 'a' && after[0] <= 'z' && prefixes[strings.SplitN(f.words[i].Form, "-", 2)[0]]
}

// ownName reports whether a title is rather a given name, like Dean.
func (f *finder) ownName(i int) bool { return f.marks[i]&given != 0 && f.marks[i]&royal == 0 }

// wordy reports whether a form has a letter or digit and is no possessive.
func wordy(form string) bool {
	if form == "'s" || form == "'" {
		return false
	}
	return strings.IndexFunc(form, func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0x80 && r != '—' && r != '–'
	}) >= 0
}

// extend widens the span i over the rest of its name.
func (f *finder) extend(i int) {
	s := &f.spans[i]
	low, high := 0, len(f.words)
	if i > 0 {
		low = f.spans[i-1].end
	}
	if i+1 < len(f.spans) {
		high = f.spans[i+1].first
	}
	for s.first > low && f.belongsBefore(s) && f.bears(s, s.first-1, s.end) {
		s.first--
	}
	for s.end < high {
		n := f.belongsAfter(s, high)
		if n == 0 || n == 1 && !f.bears(s, s.first, s.end+n) {
			break
		}
		s.end += n
	}
}

// reluctance is how much the statistics may lose, by word, when a name is made
// longer.
const reluctance = 2.5

// bears reports whether the statistics bear with a vote made longer.
func (f *finder) bears(s *span, first, end int) bool {
	a, b := s.kind.first(), s.kind.more()
	loss := f.through(f.t, s.first, s.end, a, b) - f.through(f.t, first, end, a, b)
	return float64(loss)*scale < reluctance*float64(end-first-s.size())
}

// belongsBefore reports whether the word before s is part of its name.
func (f *finder) belongsBefore(s *span) bool {
	i := s.first - 1
	if s.kind != person && i > 0 && f.upper[i-1] && (isPossessive(f.words[i].Form) && members[f.words[i-1].Form] || f.words[i].Form == "'" && strings.HasSuffix(f.words[i-1].Form, "s") && f.headed(s)) {
		return true
	}
	if s.kind == organization && f.upper[i] && f.marks[s.end-1]&(orgHead|suffix) != 0 && f.upper[s.end-1] && (f.marks[i]&(adjective|countryFirst|countryMore) != 0 || ordinal(f.words[i].Form)) {
		return true
	}
	if s.kind == organization && i > 0 && f.words[i].Form == "and" && f.has(s.end-1, orgHead) && f.marks[i-1]&common != 0 && f.proper(i-1) && !f.has(i-1, orgHead|officeEnd) {
		return true
	}
	if s.kind == person && i > 0 && particles[f.words[i].Form] && !f.upper[i] && f.proper(i-1) && !f.title(i-1) && f.words[i].Form != "e" {
		return true
	}
	return f.proper(i) && !(f.title(i) && (s.kind != organization || !f.headed(s)))
}

// members are the people in names like "Farmers' Union".
var members = map[string]bool{
	"People": true, "Women": true, "Men": true, "Children": true, "Workers": true, "Farmers": true, "Growers": true, "Teachers": true, "Writers": true, "Nurses": true, "Doctors": true, "Veterans": true,
	"Students": true, "Lawyers": true, "Judges": true, "Journalists": true, "Miners": true, "Dockers": true, "Citizens": true, "Mothers": true, "Soldiers": true, "Employers": true, "Traders": true, "Producers": true,
	"Exporters": true, "Manufacturers": true, "Bankers": true, "Fishermen": true, "Pilots": true, "Players": true, "Bishops": true, "Governors": true, "Mayors": true, "Peasants": true, "Patients": true, "Consumers": true,
}

// belongsAfter returns how many words after s are part of its name.
func (f *finder) belongsAfter(s *span, high int) int {
	i := s.end
	form := f.words[i].Form
	switch {
	case s.kind == person && successions[form]:
		return 1
	case f.proper(i) && !(f.title(i) && s.kind != organization && f.marks[i]&(given|surname) == 0) && !f.beginsPerson(i, high):
		return 1
	case s.kind != organization && s.kind != place && particles[form] && !f.upper[i]:
		for j := i + 1; j < high && j < i+4; j++ {
			if f.proper(j) {
				return j + 1 - i
			}
			if !particles[f.words[j].Form] {
				return 0
			}
		}
	case s.kind != person && (form == "and" || form == "&") && f.has(s.first, orgHead) && f.upper[s.first] && s.size() > 2 && f.form(s.first+1) == "of":
		if i+1 < high && f.proper(i+1) && f.has(i+1, common) && !f.has(i+1, orgHead|officeEnd) {
			return 2
		}
	case (s.kind == organization || s.kind == open) && (form == "of" || form == "for") && f.headed(s):
		j := i + 1
		if j < high && f.words[j].Form == "the" {
			j++
		}
		if j < high && f.proper(j) && !f.title(j) && strings.IndexAny(f.words[j].Form, "0123456789") < 0 {
			return j + 1 - i
		}
	}
	return 0
}

// successions follow a person's name.
var successions = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "VI": true, "VII": true, "VIII": true, "IX": true, "X": true, "XI": true, "XII": true, "XIII": true, "XIV": true, "XV": true, "XVI": true, "Jr.": true, "Jr": true, "Sr.": true, "Sr": true}

// headed reports whether a span holds a capitalised noun of organizations.
func (f *finder) headed(s *span) bool {
	for i := s.first; i < s.end; i++ {
		if f.upper[i] && f.marks[i]&orgHead != 0 {
			return true
		}
	}
	return false
}

// beginsPerson reports whether a given name and another name stand at i after
// the head of an organization: "Security Council Ada Moreno".
func (f *finder) beginsPerson(i, high int) bool {
	return i > 0 && f.marks[i-1]&orgHead != 0 && f.marks[i]&given != 0 && f.marks[i]&orgHead == 0 && i+1 < high && f.proper(i+1) && f.marks[i+1]&orgHead == 0
}

// ordinal reports whether form is a number like "201st".
func ordinal(form string) bool {
	return len(form) > 2 && form[0] >= '0' && form[0] <= '9' && (strings.HasSuffix(form, "st") || strings.HasSuffix(form, "nd") || strings.HasSuffix(form, "rd") || strings.HasSuffix(form, "th"))
}

// fill adds the runs of proper nouns that no vote covers, and listed names.
func (f *finder) fill() {
	votes := f.spans
	var all []span
	at := 0
	for n := 0; n <= len(votes); n++ {
		stop := len(f.words)
		if n < len(votes) {
			stop = votes[n].first
		}
		all = f.runs(all, at, stop)
		if n < len(votes) {
			all = append(all, votes[n])
			at = votes[n].end
		}
	}
	f.spans = all
}

// runs appends the runs of proper nouns among the words [at, stop).
func (f *finder) runs(all []span, at, stop int) []span {
	for i := at; i < stop; {
		if !f.proper(i) || f.title(i) && f.marks[i]&(orgFirst|countryFirst) == 0 {
			i++
			continue
		}
		s := span{first: i, end: i + 1, kind: open}
		for s.end < stop {
			n := f.belongsAfter(&s, stop)
			if n == 0 || f.title(s.end) && f.marks[s.end]&(orgHead|given|surname) == 0 {
				break
			}
			s.end += n
		}
		if f.belongs(s, at) {
			s.first--
		}
		all = append(all, s)
		i = s.end
	}
	return all
}

// belongs reports whether the word before a run is a state's adjective that is
// part of an organization's name: "Turkish Red Crescent".
func (f *finder) belongs(s span, at int) bool {
	return s.first > at && f.upper[s.first-1] && f.marks[s.first-1]&adjective != 0 && f.upper[s.end-1] && f.marks[s.end-1]&orgHead != 0 && f.marks[s.end-1]&officeEnd == 0
}
