package ner

import (
	"strings"

	"kg/lexicon"
)

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
		if f.has(i, placeHead) && !f.upper[i] && (f.words[i].UPOS == "NOUN" || i > s.end+1 && f.words[i-1].UPOS == "DET") {
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
	return s.size() > 1 && !(f.fullName(s) && f.has(s.end-1, surnamePopular)) && (f.has(s.end-1, placeHead) && f.upper[s.end-1] || f.has(s.first, placeHead) && f.form(s.first+1) != "of" && !f.has(s.end-1, common|orgHead))
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

// listedPlace reports whether s is a listed state, region or large city.
func (f *finder) listedPlace(s *span) bool {
	return f.listedState(s) || f.listedRegion(s) || f.cityOf(s, 4)
}

// visited sees "shelled X", "fled to X" and "arrived in X".
func (f *finder) visited(s *span) bool {
	if f.bare(s) {
		return false
	}
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

// beforeMeeting sees "the X summit" and "X talks".
func (f *finder) beforeMeeting(s *span) bool {
	if s.end >= len(f.words) || f.upper[s.end] || s.size() > 2 || f.words[s.end].UPOS != "NOUN" {
		return false
	}
	class, n := f.t.lex.NounAt(lexicon.Meeting, f.words[s.end:s.end+1])
	return n == 1 && (class == "summit" || class == "conference" || class == "meeting") && !f.listedOrganization(s) && !f.acronym(s)
}
