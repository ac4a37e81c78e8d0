package ner

import (
	"strings"

	"kg/lexicon"
)

// A weighing is the evidence that a cue gives for each kind.
type weighing [kinds]float64

// A cue looks at a span and says how much it tells, nought for nothing.
type cue struct {
	name   string
	weight weighing // person, organization, place, misc
	holds  func(*finder, *span) bool
}

// cues are all that is weighed besides the statistics. A decisive cue weighs
// 4 and more, a hint 1 or 2.
var cues = []cue{
	{"title before", weighing{5, -2, -3, -2}, (*finder).afterTitle},
	{"office and comma before", weighing{4, 0, -2, 0}, (*finder).afterOfficeComma},
	{"office in apposition", weighing{4, 0, -2, 0}, (*finder).beforeOffice},
	{"kinship before", weighing{5, -1, -2, 0}, (*finder).afterKinship},
	{"given name first", weighing{2, -0.5, -1, 0}, (*finder).beginsGiven},
	{"popular given name first", weighing{1.5, -0.5, -0.5, 0}, (*finder).beginsPopular},
	{"initial", weighing{3, 0, -1, 0}, (*finder).hasInitial},
	{"speaks", weighing{1.5, 1, -2, -1}, (*finder).speaks},
	{"organization's head", weighing{-4, 5, -2, 0}, (*finder).headsOrganization},
	{"company's suffix", weighing{-4, 6, -3, -1}, (*finder).hasSuffix},
	{"bare words", weighing{1, 0, -0.5, 0}, (*finder).bare},
	{"kin of", weighing{3, -1, -1, 0}, (*finder).beforeKin},
	{"officer of", weighing{-1.5, 2, 0, 0}, (*finder).beforeOfficer},
	{"member of", weighing{-2.5, 3, 0, 0}, (*finder).afterMember},
	{"members", weighing{-1, 3, -1, 0}, (*finder).beforeMembers},
	{"goal or object of a verb of place", weighing{-1, -0.5, 2, 0}, (*finder).visited},
	{"kind of place in apposition", weighing{-2, -1, 4, 0}, (*finder).beforePlaceApposition},
	{"article before", weighing{-3, 1.5, 0, 0.5}, (*finder).afterArticle},
	{"office of", weighing{-2, 2, 1.5, 0}, (*finder).afterOfficeOf},
	{"kind of organization before", weighing{-2, 5, -2, -1}, (*finder).afterOrganizationNoun},
	{"kind of organization in apposition", weighing{-2, 4, -2, 0}, (*finder).beforeOrganizationNoun},
	{"first word of organizations", weighing{-2, 3, -1, 0}, (*finder).beginsOrganization},
	{"last word common", weighing{-2, 2, 0, 0.5}, (*finder).endsCommon},
	{"organization's ending", weighing{-1, 2, -0.5, 0}, (*finder).endsLikeOrganization},
	{"acronym", weighing{-2, 1.5, 0, 0}, (*finder).acronym},
	{"listed organization", weighing{-3, 5, -2, 0}, (*finder).listedOrganization},
	{"ampersand", weighing{-1, 3, -1, 0}, (*finder).ampersand},
	{"listed state", weighing{-4, -3, 7, -2}, (*finder).listedState},
	{"listed region", weighing{-3, -1, 4, -1}, (*finder).listedRegion},
	{"large city", weighing{-2, -1, 4, -1}, func(f *finder, s *span) bool { return f.cityOf(s, 4) }},
	{"city", weighing{-0.5, -0.5, 1.5, 0}, func(f *finder, s *span) bool { return f.cityOf(s, 1) && !f.has(s.first, given|surname) }},
	{"in", weighing{-2, -0.5, 2.5, 0.5}, (*finder).inside},
	{"from, to, on", weighing{-0.5, 0, 1, 0}, (*finder).towards},
	{"kind of place before", weighing{-2, -2, 5, 0}, (*finder).afterPlaceNoun},
	{"kind of place after", weighing{-2, -1, 4, 0}, (*finder).beforePlaceNoun},
	{"place's head", weighing{-4, -1, 5, 0}, (*finder).headsPlace},
	{"state after comma", weighing{-1, -1, 3, 0}, (*finder).beforeState},
	{"based", weighing{-2, -2, 5, 0}, (*finder).beforeBased},
	{"dateline", weighing{-4, -3, 6, -3}, (*finder).dateline},
	{"event's head", weighing{-4, -3, -3, 6}, (*finder).headsEvent},
}

// scale turns statistical scores into the units of cues.
const scale = 1.0 / (64 * 36)

// weigh sums the evidence for a span.
func (f *finder) weighSpan(s *span) [kinds]float64 {
	var sum [kinds]float64
	for k := range kinds {
		sum[k] = float64(f.spanScore(f.t, s.first, s.end, k)) * scale
	}
	for i := range cues {
		if cues[i].holds(f, s) {
			for k, w := range cues[i].weight {
				sum[k] += w
			}
		}
	}
	return sum
}

// form returns the form of the word i, "" outside of the sentence.
func (f *finder) form(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Form
}

// has reports whether the word i has one of the marks.
func (f *finder) has(i int, m mark) bool { return i >= 0 && i < len(f.marks) && f.marks[i]&m != 0 }

// size returns the number of words of s.
func (s *span) size() int { return s.end - s.first }

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

func isOf(form string) bool { return form == "of" || form == "for" || form == "de" }

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
	return s.size() == 1 && len(form) >= 3 && len(form) <= 7 && isUpper(form) && strings.IndexAny(form, "0123456789") < 0 && f.casing != 3 && form[0] >= 'A' && form[0] <= 'Z' && f.marks[s.first]&(countryFirst|capitalCity) == 0
}

func (f *finder) surface(s *span) string {
	return f.text[f.start[s.first]:f.end[s.end-1]]
}

func (f *finder) listedOrganization(s *span) bool {
	o, ok := f.t.lex.Organization(f.surface(s))
	return ok && o.Kind != "group"
}

func (f *finder) ampersand(s *span) bool {
	return strings.Contains(f.surface(s), "&")
}

func (f *finder) listedState(s *span) bool {
	_, use, ok := f.t.lex.Country(f.surface(s))
	return ok && use.Has(lexicon.Name)
}

func (f *finder) listedRegion(s *span) bool {
	r, ok := f.t.lex.Region(f.surface(s))
	return ok && r.Kind != "place" && r.Kind != "nature"
}

// cityOf reports whether s is a city of a size class or larger. Capitals are
// large.
func (f *finder) cityOf(s *span, size int) bool {
	name := f.surface(s)
	if c, ok := f.t.lex.City(name); ok && c.Size >= size {
		return true
	}
	_, use, ok := f.t.lex.Country(name)
	return ok && use.Has(lexicon.Capital)
}

func (f *finder) inside(s *span) bool {
	switch strings.ToLower(f.form(s.first - 1)) {
	case "in", "near", "inside", "outside", "across", "throughout", "around":
		return true
	}
	return false
}

func (f *finder) towards(s *span) bool {
	switch strings.ToLower(f.form(s.first - 1)) {
	case "from", "to", "into", "at", "on", "over", "towards", "toward", "via", "through":
		return true
	}
	return false
}

// afterPlaceNoun sees "town of X", "Lake X" and "the capital, X".
func (f *finder) afterPlaceNoun(s *span) bool {
	i := s.first - 1
	switch f.form(i) {
	case "of":
		i--
	case ",":
		return settlements[f.form(i-1)] && (f.form(i-2) == "the" || isPossessive(f.form(i-2)))
	}
	return i >= 0 && f.has(i, placeHead) && !f.upper[i] && f.words[i].UPOS == "NOUN"
}

// settlements are places that a name in apposition follows.
var settlements = map[string]bool{"capital": true, "city": true, "town": true, "village": true, "port": true, "island": true}

// beforePlaceNoun sees "X valley" and "X munitions plant".
func (f *finder) beforePlaceNoun(s *span) bool {
	for i := s.end; i < len(f.words) && i < s.end+2; i++ {
		if f.upper[i] || f.words[i].UPOS != "NOUN" && f.words[i].UPOS != "ADJ" {
			return false
		}
		if f.has(i, placeHead) {
			return true
		}
	}
	return false
}

// beforePlaceApposition sees ", a garrison town" and ", capital of".
func (f *finder) beforePlaceApposition(s *span) bool {
	if f.form(s.end) != "," {
		return false
	}
	for i := s.end + 1; i < len(f.words) && i < s.end+7; i++ {
		if f.has(i, placeHead) && !f.upper[i] && f.words[i].UPOS == "NOUN" {
			return true
		}
		if u := f.words[i].UPOS; f.upper[i] && u == "PROPN" || u != "ADJ" && u != "NOUN" && u != "DET" && u != "PROPN" || f.has(i, officeEnd) {
			return false
		}
	}
	return false
}

// headsPlace sees "Hotel X", "Mount X", "X Valley", "X Airport".
func (f *finder) headsPlace(s *span) bool {
	return s.size() > 1 && !(f.fullName(s) && f.has(s.end-1, surnamePopular)) && (f.has(s.end-1, placeHead) && f.upper[s.end-1] || f.has(s.first, placeHead) && f.form(s.first+1) != "of")
}

// beforeState sees "X, Switzerland" and "X, Texas".
func (f *finder) beforeState(s *span) bool {
	if f.form(s.end) != "," || s.end+1 >= len(f.words) {
		return false
	}
	return f.marks[s.end+1]&(countryFirst|regionFirst) != 0 && f.marks[s.first]&countryFirst == 0 && f.form(s.first-1) != ","
}

func (f *finder) beforeBased(s *span) bool {
	return f.form(s.end) == "-" && (f.form(s.end+1) == "based" || f.form(s.end+1) == "born") || strings.HasSuffix(f.form(s.end-1), "-based")
}

// dateline sees "GENEVA — " and "GENEVA, March 3 (Reuters) -" at the start.
func (f *finder) dateline(s *span) bool {
	if s.first != 0 || s.size() > 3 || !isUpper(f.surface(s)) {
		return false
	}
	switch f.form(s.end) {
	case "—", "–", "-", ":", "--", "(":
		return true
	case ",":
		return s.end+1 < len(f.words) && f.upper[s.end+1]
	}
	return false
}

func (f *finder) headsEvent(s *span) bool {
	last := s.end - 1
	if s.size() < 2 {
		return false
	}
	return f.upper[last] && f.has(last, event) && !f.has(last, orgHead|suffix) && !f.fullName(s) && !f.listedOrganization(s) || storms[f.form(s.first)]
}

// fullName reports whether s is a listed given name and family name.
func (f *finder) fullName(s *span) bool {
	return s.size() == 2 && f.has(s.first, given) && !f.has(s.first, cityFirst|regionFirst|countryFirst) && f.has(s.end-1, surname)
}

// storms begin the names of events.
var storms = map[string]bool{"Hurricane": true, "Typhoon": true, "Cyclone": true, "Operation": true}

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

// beforeKin sees "X's brother".
func (f *finder) beforeKin(s *span) bool {
	return isPossessive(f.form(s.end)) && f.has(s.end+1, kinship)
}

func isPossessive(form string) bool { return form == "'s" || form == "'" }

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

// listedPlace reports whether s is a listed state, region or large city.
func (f *finder) listedPlace(s *span) bool {
	return f.listedState(s) || f.listedRegion(s) || f.cityOf(s, 4)
}

// belongings are what organizations have.
var belongings = map[string]bool{
	"board": true, "subsidiary": true, "subsidiaries": true, "unit": true, "shareholders": true, "shareholder": true, "headquarters": true, "chairmanship": true, "leadership": true,
	"staff": true, "employees": true, "branch": true, "arm": true, "wing": true, "shares": true, "stake": true, "acquisition": true, "executives": true, "lawmakers": true, "MPs": true, "deputies": true,
	"bonds": true, "factory": true, "factories": true, "website": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "militants": true, "fighters": true, "guerrillas": true, "gunmen": true, "troops": true,
	"members": true, "activists": true, "candidate": true, "candidates": true,
}

// visited sees "shelled X", "fled to X" and "arrived in X".
func (f *finder) visited(s *span) bool {
	for i := s.first; i < s.end; i++ {
		w := &f.words[i]
		if w.Head < 0 || w.Head >= len(f.words) {
			continue
		}
		class, n := f.t.lex.NounAt(lexicon.PlaceVerb, f.words[w.Head:w.Head+1])
		if n == 1 && (class == "object" && (w.Rel == "obj" || w.Rel == "nsubj:pass") || class == "goal" && w.Rel == "obl" && f.towards(s)) {
			return true
		}
	}
	return false
}
