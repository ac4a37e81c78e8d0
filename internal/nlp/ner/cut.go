package ner

import (
	"strings"

	"kg/lexicon"
)

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
	if s.kind == place {
		if i := f.stateIn(s); i > 0 {
			f.trim(span{s.first, i, place, true})
			s.first = i
		}
	}
	f.trim(s)
}

// stateIn returns where the state or province begins that follows one of its
// cities without a comma, "Waco Texas", 0 if none does.
func (f *finder) stateIn(s span) int {
	if s.size() < 2 || f.marks[s.first]&cityFirst == 0 || f.listedPlace(&s) {
		return 0
	}
	for i := s.first + 1; i < s.end; i++ {
		if f.marks[i]&(regionFirst|countryFirst) != 0 && f.lies(span{first: s.first, end: i}, span{first: i, end: s.end}) {
			return i
		}
	}
	return 0
}

// lies reports whether a listed city lies in a listed state or province.
func (f *finder) lies(city, state span) bool {
	within, _, ok := f.t.lex.Country(f.surface(&state))
	if !ok {
		r, _ := f.t.lex.Region(f.surface(&state))
		within = r.Country
	}
	for _, c := range f.t.lex.Cities(f.surface(&city)) {
		if c.Country == within {
			return true
		}
	}
	return false
}

// breaks reports whether the word i cannot stand inside a name of kind k.
func (f *finder) breaks(i int, k kind) bool {
	form := f.words[i].Form
	switch {
	case f.upper[i]:
		return calendar[form] && k != misc && !f.calledMonth(i) || courtesies[form]
	case form == "'s" && i > 0 && f.has(i-1, countryFirst|countryMore|bigCity):
		return true
	case form == "and" && k == organization:
		return f.has(i-1, countryFirst|countryMore|cityFirst|capitalCity) && f.has(i+1, countryFirst|cityFirst|capitalCity)
	case form == "'s":
		return k != misc && !members[f.words[max(i-1, 0)].Form]
	case form == "of" && k == organization:
		return f.ofState(i)
	case !wordy(form):
		return false
	case particles[form], form[0] >= '0' && form[0] <= '9':
		return k == person && english[form] && f.words[i].UPOS != "PROPN"
	case f.casing != 1:
		return false
	case k == person:
		return f.words[i].UPOS != "PROPN" || f.t.lex.Common(form) != lexicon.Unlisted
	}
	return !connectors[form] && (f.words[i].UPOS != "PROPN" || f.t.lex.Common(form) != lexicon.Unlisted)
}

// english are particles that are English words too, and then part persons'
// names from what follows: "Ada Moreno as chair".
var english = map[string]bool{"as": true, "at": true, "an": true, "do": true}

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
	case s.kind == person && f.ministry(s):
		s.kind = organization
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
	if !f.empty(s) && !f.small(s) && !(s.size() == 1 && s.first == 0 && function[f.words[0].UPOS]) {
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

// small reports whether s is written small and no list knows it.
func (f *finder) small(s span) bool {
	for i := s.first; i < s.end; i++ {
		if f.upper[i] || f.marks[i]&listed != 0 || isNumber(f.words[i].Form) {
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
	for s.size() > 1 && f.endsLoosely(s) {
		s.end--
	}
	return s
}

// ministry reports whether a vote for a person is a title and the head of a
// body, "Justice Ministry".
func (f *finder) ministry(s span) bool {
	return s.size() == 2 && f.title(s.first) && f.marks[s.end-1]&orgHead != 0 && f.marks[s.end-1]&(given|surname) == 0
}

// endsLoosely reports whether a person's vote ends with what is no part of the
// name: an office, "Hanbit President", or, after a full name, the state that
// the sentence leaves without a verb: "Ada Moreno Chile".
func (f *finder) endsLoosely(s span) bool {
	last := s.end - 1
	if f.marks[last]&(given|surname) != 0 || successions[f.words[last].Form] {
		return false
	}
	return f.marks[last]&officeEnd != 0 || s.size() > 2 && f.marks[last]&countryFirst != 0
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
