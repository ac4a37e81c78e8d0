package ner

import "strings"

// merge joins persons' names that particles part, "Ada van der" and "Berg", and
// organizations with the places they are of.
func (f *finder) merge() {
	out := f.spans[:0]
	for _, s := range f.spans {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if f.possessed(last, &s) || f.form(last.end) == "&" && s.first == last.end+1 {
				last.end, last.kind = s.end, organization
				continue
			}
			if oneOf(last.kind, person, open) && oneOf(s.kind, person, open) && f.joined(last.end, s.first) || f.joinedOf(last, &s) {
				last.end = s.end
				continue
			}
		}
		out = append(out, s)
	}
	f.spans = out
}

func oneOf(k, a, b kind) bool { return k == a || k == b }

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

// maxName is the longest name that words are joined to.
const maxName = 16

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
	for s.first > low && s.size() < maxName {
		n := f.belongsBefore(s)
		if n == 0 || s.first-n < low || n == 1 && !f.bears(s, s.first-1, s.end) {
			break
		}
		s.first -= n
	}
	for s.end < high && s.size() < maxName {
		n := f.belongsAfter(s, high)
		if n == 0 || n == 1 && !f.bears(s, s.first, s.end+n) && !f.familyNext(s) {
			break
		}
		s.end += n
	}
}

// familyNext reports whether a family name follows a person's single name:
// "Sir Ada Price".
func (f *finder) familyNext(s *span) bool {
	return s.kind == person && s.size() == 1 && f.upper[s.end] && f.has(s.end, surname) && f.afterTitle(s)
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

// belongsBefore returns how many words before s are part of its name.
func (f *finder) belongsBefore(s *span) int {
	i := s.first - 1
	form := f.words[i].Form
	last := s.end - 1
	switch {
	case i > 0 && s.kind != person && f.upper[i-1] && (isPossessive(form) && members[f.form(i-1)] || form == "'" && strings.HasSuffix(f.form(i-1), "s") && f.headed(s)):
		return 2 // Growers' Federation
	case i > 0 && s.kind == organization && form == "and" && f.has(last, orgHead) && f.has(i-1, common) && f.proper(i-1) && !f.has(i-1, orgHead|officeEnd):
		return 2 // Trade and Industry Board
	case i > 0 && s.kind == person && particles[form] && form != "e" && f.proper(i-1) && !f.title(i-1):
		return 2 // Ada van Berg
	case s.kind == organization && f.upper[i] && f.upper[last] && f.has(last, orgHead|suffix) && f.has(i, adjective|countryFirst|countryMore):
		return 1 // Turkish Red Crescent
	case s.kind == organization && f.headed(s) && ordinal(form):
		return 1 // 5th Rifle Division
	case f.proper(i) && !(f.title(i) && (s.kind != organization || !f.headed(s))):
		return 1
	}
	return 0
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
	case s.kind != place && particles[form] && !f.upper[i] && (s.kind != organization || romance[form]):
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
	case (s.kind == organization || s.kind == open) && form == "and" && f.has(i-1, common) && !f.headed(s):
		return f.headAhead(i+1, high)
	case (s.kind == organization || s.kind == open) && (form == "of" || form == "for") && f.headed(s):
		j := i + 1
		if j < high && f.words[j].Form == "the" {
			j++
		}
		if j < high && f.proper(j) && !f.title(j) && !strings.ContainsAny(f.words[j].Form, "0123456789") {
			return j + 1 - i
		}
	}
	return 0
}

// romance are particles that foreign organizations' names hold, "Banco do Sul".
var romance = map[string]bool{"de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "des": true}

// headAhead returns how many words it takes from "and" to the head of a body
// in a run of common words: "and Defence Council". 0 if there is none.
func (f *finder) headAhead(i, high int) int {
	for n := 2; i < high && n < 6 && f.proper(i); i, n = i+1, n+1 {
		if f.has(i, orgHead) && f.upper[i] {
			return n
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
		for s.end < stop && s.size() < maxName {
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
