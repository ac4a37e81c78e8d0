package ner

import "kg/lexicon"

func (f *finder) afterTitle(s *span) bool {
	return f.has(s.first-1, honorific|rank|officeEnd) && !f.has(s.first-1, orgHead)
}

// afterOfficeComma sees "its chief, X" and "head of the growers' council, X".
func (f *finder) afterOfficeComma(s *span) bool {
	i := s.first - 2
	if f.form(i+1) != "," || f.has(s.first, countryFirst|bigCity) {
		return false
	}
	return f.has(i, officeEnd|kinship) || f.officePhraseEnds(i)
}

// officePhraseEnds reports whether the words up to i are an office with what
// it is of, as in "head of the growers' council".
func (f *finder) officePhraseEnds(i int) bool {
	for n := 0; i > 0 && n < 9; i, n = i-1, n+1 {
		switch f.words[i].Form {
		case "of", "at", "for", "to":
			if f.has(i-1, officeEnd) {
				return true
			}
		case ",", ";", "(", ")", "\"":
			return false
		}
		if f.words[i].UPOS == "VERB" || f.words[i].UPOS == "AUX" {
			return false
		}
	}
	return false
}

// beforeOffice sees ", the foreign minister" and ", Kenya's envoy to".
func (f *finder) beforeOffice(s *span) bool {
	if f.form(s.end) != "," {
		return false
	}
	for i := s.end + 1; i < len(f.words) && i < s.end+7; i++ {
		switch {
		case f.has(i, officeEnd):
			return !f.has(s.first, countryFirst|bigCity)
		case f.has(i, office|adjective|countryFirst|countryMore|kinship), f.words[i].UPOS == "ADJ", f.words[i].UPOS == "DET", f.words[i].UPOS == "NOUN", f.words[i].UPOS == "NUM", f.words[i].Form == "'s", f.words[i].UPOS == "PRON", f.words[i].UPOS == "PROPN":
		default:
			return false
		}
	}
	return false
}

func (f *finder) afterKinship(s *span) bool { return f.has(s.first-1, kinship) }

func (f *finder) beginsGiven(s *span) bool {
	return f.has(s.first, given) && (s.size() > 1 && !f.has(s.first, countryFirst) || f.marks[s.first]&(cityFirst|regionFirst|countryFirst|noun) == 0)
}

func (f *finder) beginsPopular(s *span) bool { return f.has(s.first, givenPopular) && s.size() < 4 }

func (f *finder) hasInitial(s *span) bool {
	for i := s.first; i < s.end-1; i++ {
		if form := f.words[i].Form; len(form) == 2 && form[1] == '.' && form[0] >= 'A' && form[0] <= 'Z' {
			return true
		}
	}
	return false
}

// speaks sees the subject of a verb of saying, and ", X said".
func (f *finder) speaks(s *span) bool {
	if s.end < len(f.words) && f.has(s.end, statement) && f.words[s.end].UPOS == "VERB" && f.words[s.end].XPOS != "VBN" {
		return true
	}
	for i := s.first; i < s.end; i++ {
		if w := &f.words[i]; w.Rel == "nsubj" && w.Head >= 0 && f.has(w.Head, statement) {
			return true
		}
	}
	return false
}

// fullName reports whether s is a listed given name and family name.
func (f *finder) fullName(s *span) bool {
	return s.size() == 2 && f.has(s.first, given) && !f.has(s.first, cityFirst|regionFirst|countryFirst) && f.has(s.end-1, surname)
}

// bare sees two or three words that no list knows as place or organization.
func (f *finder) bare(s *span) bool {
	if s.size() < 2 || s.size() > 3 || f.afterArticle(s) {
		return false
	}
	for i := s.first; i < s.end; i++ {
		if f.marks[i]&(cityFirst|regionFirst|orgFirst|countryFirst|orgHead|placeHead|suffix|event) != 0 || !f.upper[i] && !particles[f.words[i].Form] {
			return false
		}
	}
	return true
}

// beforeKin sees "X's brother".
func (f *finder) beforeKin(s *span) bool {
	return isPossessive(f.form(s.end)) && f.has(s.end+1, kinship)
}

// addressed sees the object of "met", "pressed" and "appointed".
func (f *finder) addressed(s *span) bool {
	return f.governed(s, lexicon.PersonVerb) && !f.listedPlace(s)
}
