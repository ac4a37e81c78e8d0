package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/lexicon"
)

// A mark is a set of things that the lexicon says of a word.
type mark uint32

const (
	countryFirst mark = 1 << iota // first word of a state's name
	countryMore                   // a later word of one
	adjective                     // a state's adjective or citizens: Ukrainian, Swiss, Danes
	capitalCity                   // word of a capital's name
	seat                          // word of what stands for a government: Downing Street
	cityFirst                     // first word of a city's name
	cityMore
	bigCity // of 300,000 inhabitants or more
	regionFirst
	regionMore
	orgFirst
	orgMore
	given        // a given name
	givenPopular // one of the commonest
	surname
	surnamePopular
	noun      // a given or family name that is also a noun: Hope, Baker
	honorific // Mr, Sheikh
	rank      // Gen., Captain
	office    // word of an office: foreign minister
	officeEnd // last word of an office
	orgHead   // ministry, bank
	suffix    // Inc, GmbH
	kinship   // word of "son-in-law"
	statement // say, tell
	placeHead // city, river, airport
	royal     // word of a noble title: King, Sheikh
	business  // office of a company: chief executive, chairman, founder
	community // Arab, Sunni, European
	common    // English usually writes the word small
	event     // war, agreement, summit
	partisans // members who stand for their party: the Greens
	marks     = iota
)

// A view is what the recogniser looks at in a sentence besides its words.
type view struct {
	marks []mark
	upper []bool // the word starts with a capital letter
	lists []listing
	text  string // forms in a row, as written, proper nouns with capitals
	start []int  // offsets of the words in text
	end   []int
}

// A listing is a listed name that stands in the sentence beyond doubt: a state,
// or an organization, region or large city of several words.
type listing struct {
	first, end int
	kind       kind
}

// look fills v for the words of a sentence. It reuses the memory of v.
func (v *view) look(lex *lexicon.Lexicon, words []nlp.Word) {
	n := len(words)
	v.marks = append(v.marks[:0], make([]mark, n)...)
	v.upper = v.upper[:0]
	v.start, v.end, v.lists = v.start[:0], v.end[:0], v.lists[:0]
	var b strings.Builder
	for i := range words {
		if i > 0 && words[i-1].Span.End < words[i].Span.Start {
			b.WriteByte(' ')
		}
		v.start = append(v.start, b.Len())
		v.upper = append(v.upper, capital(words[i].Form))
		if leftSmall(&words[i]) {
			b.WriteString(capitalised(words[i].Form))
		} else {
			b.WriteString(words[i].Form)
		}
		v.end = append(v.end, b.Len())
	}
	v.text = b.String()
	for i := range words {
		if v.named(words, i) {
			v.lookUpName(lex, words, i)
		}
		v.lookUpNouns(lex, words, i)
	}
}

// leftSmall reports whether a word is a proper noun that a hasty writer left
// without its capital, "we flew to lisbon".
func leftSmall(w *nlp.Word) bool {
	if w.UPOS != "PROPN" || len(w.Form) < 3 || particles[w.Form] || connectors[w.Form] {
		return false
	}
	for _, r := range w.Form {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// named reports whether a listed name may begin or end with the word i: it has
// a capital, or should have one, or is a number.
func (v *view) named(words []nlp.Word, i int) bool {
	return v.upper[i] || leftSmall(&words[i]) || words[i].Form[0] >= '0' && words[i].Form[0] <= '9'
}

// capitalised returns the form with a capital at its beginning.
func capitalised(form string) string {
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[n:]
}

// capital reports whether a form begins with a capital letter, or does after a
// hyphened particle: "al-Amin".
func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	if unicode.IsUpper(r) {
		return true
	}
	before, after, ok := strings.Cut(form, "-")
	r, _ = utf8.DecodeRuneInString(after)
	return ok && particles[before] && unicode.IsUpper(r)
}

// maxRun is the longest listed name that is looked for, in words.
const maxRun = 7

// connectors stand inside names.
var connectors = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "with": true, "at": true, "by": true, "&": true, "-": true, "–": true, "'": true, "'s": true,
	"de": true, "da": true, "do": true, "dos": true, "del": true, "della": true, "di": true, "du": true, "des": true, "la": true, "le": true, "les": true, "el": true, "al": true, "a": true,
	"von": true, "van": true, "der": true, "den": true, "y": true, "e": true, ",": true, ".": true, "/": true, "+": true,
}

// lookUpName marks the longest listed names that begin with the word i.
func (v *view) lookUpName(lex *lexicon.Lexicon, words []nlp.Word, i int) {
	end := i + 1
	for j := i + 1; j < len(words) && j < i+maxRun && (v.named(words, j) || connectors[words[j].Form]); j++ {
		if v.upper[j] || !connectors[words[j].Form] {
			end = j + 1
		}
	}
	var country, org, region, city bool
	for j := end; j > i; j-- {
		s := v.text[v.start[i]:v.end[j-1]]
		if !country {
			if _, use, ok := lex.Country(s); ok {
				country = true
				v.markCountry(use, i, j)
				if use.Has(lexicon.Name) {
					v.lists = append(v.lists, listing{i, j, place})
				}
			}
		}
		if !org {
			var o lexicon.Organization
			if o, org = lex.Organization(s); org {
				v.set(i, j, orgFirst, orgMore)
				if j > i+1 && o.Kind != "group" || o.Acronym && isUpper(s) && len(s) > 1 && o.Kind != "party" {
					v.lists = append(v.lists, listing{i, j, organization})
				}
			}
		}
		if !region {
			var r lexicon.Region
			if r, region = lex.Region(s); region {
				v.set(i, j, regionFirst, regionMore)
				if j > i+1 && r.Kind != "place" && r.Kind != "nature" {
					v.lists = append(v.lists, listing{i, j, place})
				}
			}
		}
		if !city && j-i <= 4 {
			var c lexicon.City
			if c, city = lex.City(s); city {
				v.set(i, j, cityFirst, cityMore)
				if c.Size >= 4 {
					v.set(i, j, bigCity, bigCity)
					if j > i+1 {
						v.lists = append(v.lists, listing{i, j, place})
					}
				}
			}
		}
	}
	v.lookUpPerson(lex, v.text[v.start[i]:v.end[i]], i)
}

func (v *view) markCountry(use lexicon.Use, i, j int) {
	if use.Has(lexicon.Name) {
		v.set(i, j, countryFirst, countryMore)
	}
	if use.Has(lexicon.Adjective | lexicon.Person | lexicon.People) {
		v.set(i, j, adjective, adjective)
	}
	if use.Has(lexicon.Capital) {
		v.set(i, j, capitalCity, capitalCity)
	}
	if use.Has(lexicon.Seat) {
		v.set(i, j, seat, seat)
	}
}

// lookUpPerson marks common words, given names and surnames, the first part of double ones.
func (v *view) lookUpPerson(lex *lexicon.Lexicon, form string, i int) {
	if lex.Common(form) != lexicon.Unlisted {
		v.marks[i] |= common
	}
	form, _, _ = strings.Cut(form, "-")
	f, word := lex.GivenName(form)
	if f != lexicon.Unlisted {
		v.marks[i] |= given
	}
	if f == lexicon.Popular {
		v.marks[i] |= givenPopular
	}
	s, also := lex.Surname(form)
	if s != lexicon.Unlisted {
		v.marks[i] |= surname
	}
	if s == lexicon.Popular {
		v.marks[i] |= surnamePopular
	}
	if word || also {
		v.marks[i] |= noun
	}
}

// nounMarks are the tables of nouns that matter here.
var nounMarks = map[lexicon.Kind]mark{
	lexicon.Honorific: honorific, lexicon.Rank: rank, lexicon.OrganizationHead: orgHead, lexicon.CompanySuffix: suffix, lexicon.Kinship: kinship, lexicon.Statement: statement,
	lexicon.PlaceHead: placeHead, lexicon.Community: community, lexicon.Proposal: event, lexicon.Meeting: event, lexicon.Event: event,
}

// notEvents are classes of meetings and proposals whose names are rather those
// of organizations: "Peace Forum", "Food Programme".
var notEvents = map[string]bool{"conference": true, "plan": true, "offer": true, "demand": true, "proposal": true}

// lookUpNouns marks titles, offices and classed nouns that begin with word i.
func (v *view) lookUpNouns(lex *lexicon.Lexicon, words []nlp.Word, i int) {
	rest := words[i:]
	lex.EachNounAt(rest, func(c lexicon.KindClass, n int) {
		m := nounMarks[c.Kind]
		switch {
		case c.Class == "weak", notEvents[c.Class], c.Kind == lexicon.Community && !v.upper[i]:
		case m == orgHead && n == 1 && v.upper[i] && !lex.Listed(c.Kind, words[i].Form): // a surname like Banks
		default:
			v.set(i, i+n, m, m)
			if c.Kind == lexicon.Community && c.Class == "party" && n == 1 {
				v.lookUpParty(words, i)
			}
			if c.Class == "noble" {
				v.set(i, i+n, royal, royal)
			}
		}
	})
	if v.marks[i]&office != 0 {
		return
	}
	o, n := lex.OfficeAt(rest)
	if n == 0 {
		return
	}
	v.set(i, i+n, office, office)
	v.marks[i+n-1] |= officeEnd
	switch o.Class {
	case "monarch", "royal":
		v.set(i, i+n, royal, royal)
	case "executive", "chair", "founder", "owner", "member":
		v.set(i, i+n, business, business)
	}
}

// lookUpParty lists "the Greens" and "the Scottish Socialists".
func (v *view) lookUpParty(words []nlp.Word, i int) {
	first := i
	if first > 0 && v.marks[first-1]&adjective != 0 {
		first--
	}
	if first > 0 && strings.EqualFold(words[first-1].Form, "the") && words[i].Form[len(words[i].Form)-1] == 's' && (i+1 == len(words) || words[i+1].UPOS != "NOUN") {
		v.lists = append(v.lists, listing{first, i + 1, organization})
		v.set(first, i+1, partisans, partisans)
	}
}

// set marks the words from i to j, the first of them and the others.
func (v *view) set(i, j int, first, more mark) {
	v.marks[i] |= first
	for k := i + 1; k < j; k++ {
		v.marks[k] |= more
	}
}
