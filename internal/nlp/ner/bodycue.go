package ner

import (
	"strings"

	"kg/lexicon"
)

func (f *finder) headsOrganization(s *span) bool {
	last := s.end - 1
	if f.listedRegion(s) || f.listedState(s) || f.fullName(s) {
		return false
	}
	if f.upper[last] && f.has(last, orgHead) && s.size() > 1 {
		return true
	}
	return f.has(s.first, orgHead) && (s.size() > 1 && isOf(f.form(s.first+1)) || s.size() == 1 && f.form(s.first-1) != "" && strings.EqualFold(f.form(s.first-1), "the"))
}

func (f *finder) hasSuffix(s *span) bool {
	return !f.listedRegion(s) && (s.size() > 1 && f.has(s.end-1, suffix) || f.has(s.end, suffix) && f.upper[s.end])
}

func (f *finder) afterArticle(s *span) bool {
	if s.first == 0 || s.end < len(f.words) && f.words[s.end].UPOS == "NOUN" && !f.upper[s.end] {
		return false
	}
	return f.form(s.first-1) == "the" || f.form(s.first-1) == "The"
}

func (f *finder) afterOfficeOf(s *span) bool {
	i := s.first - 1
	if f.form(i) == "the" {
		i--
	}
	switch f.form(i) {
	case "of", "at", "for", "to", "with", "from":
		return f.has(i-1, officeEnd)
	}
	return false
}

func (f *finder) afterOrganizationNoun(s *span) bool {
	i := s.first - 1
	if f.form(i) == "," {
		if i--; f.officePhraseEnds(i) {
			return false
		}
	}
	return i >= 0 && f.has(i, orgHead) && !f.upper[i] && (f.words[i].UPOS == "NOUN" || f.form(i) == "daily" || f.form(i) == "weekly")
}

// beforeOrganizationNoun sees ", the anti-drugs police" and ", a rival party".
func (f *finder) beforeOrganizationNoun(s *span) bool {
	if f.form(s.end) != "," {
		return false
	}
	switch f.form(s.end + 1) {
	case "a", "an", "the", "its", "their":
	default:
		return false
	}
	for i := s.end + 2; i < len(f.words) && i < s.end+7; i++ {
		if f.has(i, officeEnd) {
			return false
		}
		if f.has(i, orgHead) && !f.upper[i] && (i+1 == len(f.words) || f.words[i+1].UPOS != "NOUN") {
			return true
		}
		if u := f.words[i].UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PUNCT" && f.form(i-1) != "-" || f.words[i].Form == "," {
			return false
		}
	}
	return false
}

func (f *finder) acronym(s *span) bool {
	form := f.words[s.first].Form
	return s.size() == 1 && len(form) >= 3 && len(form) <= 7 && isUpper(form) && !strings.ContainsAny(form, "0123456789") && f.casing != 3 && form[0] >= 'A' && form[0] <= 'Z' && f.marks[s.first]&(countryFirst|capitalCity) == 0
}

func (f *finder) listedOrganization(s *span) bool {
	o, ok := f.t.lex.Organization(f.surface(s))
	return ok && o.Kind != "group"
}

func (f *finder) ampersand(s *span) bool {
	return strings.Contains(f.surface(s), "&")
}

// beginsOrganization sees "Air X" and "Banco X".
func (f *finder) beginsOrganization(s *span) bool {
	return s.size() > 1 && f.t.lex.Listed(lexicon.OrganizationFirst, f.form(s.first)) && !f.has(s.first, given) && !f.listedPlace(s)
}

// endsCommon sees "Meridian Wireless": the last of several words is an English
// one and no surname.
func (f *finder) endsCommon(s *span) bool {
	return s.size() > 1 && f.casing == 1 && f.upper[s.end-1] && f.has(s.end-1, common) && !f.has(s.end-1, surname|placeHead|event|officeEnd|cityFirst|cityMore|regionMore)
}

// endsLikeOrganization sees "Kreditbank" and "Rosneft".
func (f *finder) endsLikeOrganization(s *span) bool {
	form := f.words[s.end-1].Form
	for _, e := range endings {
		if len(form) > len(e)+2 && strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}

// endings are the last letters of companies' names.
var endings = []string{"bank", "neft", "prom", "bahn", "werke", "werk", "telecom", "media", "tech", "soft", "banken", "pharm", "pharma", "energo", "invest", "petrol", "trans", "corp", "banka", "flot", "stahl", "gaz", "net"}

// beforeOfficer sees "X's finance chief" and "X chief executive".
func (f *finder) beforeOfficer(s *span) bool {
	if f.listedPlace(s) {
		return false
	}
	i := s.end
	if isPossessive(f.form(i)) {
		i++
	}
	for n := 0; i < len(f.words) && n < 4 && (f.has(i, office) || f.words[i].UPOS == "ADJ" || f.words[i].UPOS == "NOUN"); i, n = i+1, n+1 {
		if f.has(i, officeEnd) {
			return f.has(i, business)
		}
	}
	return false
}

// afterMember sees "the board of X" and "a subsidiary of X".
func (f *finder) afterMember(s *span) bool {
	i := s.first - 1
	if f.form(i) == "the" {
		i--
	}
	return f.form(i) == "of" && i > 0 && belongings[f.form(i-1)] && !f.listedPlace(s)
}

// beforeMembers sees "X shareholders" and "X's board".
func (f *finder) beforeMembers(s *span) bool {
	i := s.end
	if isPossessive(f.form(i)) {
		i++
	}
	return belongings[f.form(i)] && !f.listedPlace(s)
}

// belongings are what organizations have.
var belongings = map[string]bool{
	"board": true, "subsidiary": true, "subsidiaries": true, "unit": true, "shareholders": true, "shareholder": true, "headquarters": true, "chairmanship": true, "leadership": true,
	"staff": true, "employees": true, "branch": true, "arm": true, "wing": true, "shares": true, "stake": true, "acquisition": true, "executives": true, "lawmakers": true, "MPs": true, "deputies": true,
	"bonds": true, "factory": true, "factories": true, "website": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "militants": true, "fighters": true, "guerrillas": true, "gunmen": true, "troops": true,
	"members": true, "activists": true, "candidate": true, "candidates": true,
}

// owned sees the object of "acquired" and "chairs", and "owned by X".
func (f *finder) owned(s *span) bool {
	return f.governed(s, lexicon.OrganizationVerb) && !f.listedPlace(s) && !f.has(s.first, given)
}

// afterBased sees "Geneva-based X" and "Oslo-listed X".
func (f *finder) afterBased(s *span) bool {
	switch f.form(s.first - 1) {
	case "based", "listed", "headquartered", "registered":
		return f.form(s.first-2) == "-" && !f.has(s.first, given)
	}
	return false
}
