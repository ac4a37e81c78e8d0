package ner

import "kg/lexicon"

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
	{"object of a verb of persons", weighing{1.5, 0.5, -1.5, -1}, (*finder).addressed},
	{"object of a verb of organizations", weighing{-1.5, 2, -1, 0}, (*finder).owned},
	{"based somewhere", weighing{-2, 4, -2, 0}, (*finder).afterBased},
	{"name of a meeting", weighing{-2, 0, 2.5, 0}, (*finder).beforeMeeting},
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
	{"members of a party", weighing{-3, 6, -3, 0}, func(f *finder, s *span) bool { return f.has(s.end-1, partisans) }},
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
	{"ship", weighing{-6, -3, -3, 6}, func(f *finder, s *span) bool { return ships[f.form(s.first)] || ships[f.form(s.first-1)] }},
	{"event's head", weighing{-4, -3, -3, 6}, (*finder).headsEvent},
}

// ships stand before the names of ships.
var ships = map[string]bool{"HMS": true, "USS": true, "HMNZS": true, "HMAS": true, "HMCS": true, "INS": true, "BRP": true, "MV": true, "MT": true, "SS": true, "RMS": true, "USNS": true, "RV": true, "RRS": true}

// scale turns statistical scores into the units of cues.
const scale = 1.0 / (64 * 95)

// lowest is the least that the statistics say of a span: they have not seen
// every kind of name.
const lowest = -5

// weighSpan sums the evidence for a span.
func (f *finder) weighSpan(s *span) [kinds]float64 {
	var sum [kinds]float64
	for k := range kinds {
		sum[k] = max(float64(f.spanScore(f.t, s.first, s.end, k))*scale, lowest)
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

// governed reports whether a word of s is the object, the passive subject or
// the agent of a verb of a kind.
func (f *finder) governed(s *span, k lexicon.Kind) bool {
	for i := s.first; i < s.end; i++ {
		w := &f.words[i]
		if w.Head < 0 || w.Head >= len(f.words) {
			continue
		}
		switch w.Rel {
		case "obj", "nsubj:pass", "obl:agent":
			if _, n := f.t.lex.NounAt(k, f.words[w.Head:w.Head+1]); n == 1 {
				return true
			}
		}
	}
	return false
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

func isOf(form string) bool { return form == "of" || form == "for" || form == "de" }

func (f *finder) surface(s *span) string {
	return f.text[f.start[s.first]:f.end[s.end-1]]
}

func (f *finder) headsEvent(s *span) bool {
	last := s.end - 1
	if s.size() < 2 {
		return false
	}
	return f.upper[last] && f.has(last, event) && !f.has(last, orgHead|suffix) && !f.fullName(s) && !f.listedOrganization(s) || storms[f.form(s.first)]
}

// storms begin the names of events.
var storms = map[string]bool{"Hurricane": true, "Typhoon": true, "Cyclone": true, "Operation": true}

func isPossessive(form string) bool { return form == "'s" || form == "'" }
