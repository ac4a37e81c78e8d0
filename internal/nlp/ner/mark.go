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
	capital                       // word of a capital's name
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
	event     // war, agreement, summit
	marks     = iota
)

// A view is what the recogniser looks at in a sentence besides its words.
type view struct {
	marks []mark
	upper []bool // the word starts with a capital letter
	text  string // forms in a row, as written
	start []int  // offsets of the words in text
	end   []int
}

// look fills v for the words of a sentence. It reuses the memory of v.
func (v *view) look(lex *lexicon.Lexicon, words []nlp.Word) {
	n := len(words)
	v.marks = append(v.marks[:0], make([]mark, n)...)
	v.upper = v.upper[:0]
	v.start, v.end = v.start[:0], v.end[:0]
	var b strings.Builder
	for i := range words {
		if i > 0 && words[i-1].Span.End < words[i].Span.Start {
			b.WriteByte(' ')
		}
		v.start = append(v.start, b.Len())
		b.WriteString(words[i].Form)
		v.end = append(v.end, b.Len())
		r, _ := utf8.DecodeRuneInString(words[i].Form)
		v.upper = append(v.upper, unicode.IsUpper(r))
	}
	v.text = b.String()
	for i := range words {
		if v.upper[i] || words[i].Form[0] >= '0' && words[i].Form[0] <= '9' {
			v.lookUpName(lex, words, i)
		}
		v.lookUpNouns(lex, words, i)
	}
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
	for j := i + 1; j < len(words) && j < i+maxRun && (v.upper[j] || connectors[words[j].Form] || words[j].Form[0] >= '0' && words[j].Form[0] <= '9'); j++ {
		if v.upper[j] || !connectors[words[j].Form] || words[j].Form == "." {
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
			}
		}
		if !org {
			if _, org = lex.Organization(s); org {
				v.set(i, j, orgFirst, orgMore)
			}
		}
		if !region {
			if _, region = lex.Region(s); region {
				v.set(i, j, regionFirst, regionMore)
			}
		}
		if !city && j-i <= 4 {
			var c lexicon.City
			if c, city = lex.City(s); city {
				v.set(i, j, cityFirst, cityMore)
				if c.Size >= 4 {
					v.set(i, j, bigCity, bigCity)
				}
			}
		}
	}
	v.lookUpPerson(lex, words[i].Form, i)
}

func (v *view) markCountry(use lexicon.Use, i, j int) {
	if use.Has(lexicon.Name) {
		v.set(i, j, countryFirst, countryMore)
	}
	if use.Has(lexicon.Adjective | lexicon.Person | lexicon.People) {
		v.set(i, j, adjective, adjective)
	}
	if use.Has(lexicon.Capital) {
		v.set(i, j, capital, capital)
	}
	if use.Has(lexicon.Seat) {
		v.set(i, j, seat, seat)
	}
}

// lookUpPerson marks given names and surnames.
func (v *view) lookUpPerson(lex *lexicon.Lexicon, form string, i int) {
	f, common := lex.GivenName(form)
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
	if common || also {
		v.marks[i] |= noun
	}
}

// nounMarks are the tables of nouns that matter here.
var nounMarks = []struct {
	kind lexicon.Kind
	mark mark
}{
	{lexicon.Honorific, honorific}, {lexicon.Rank, rank}, {lexicon.OrganizationHead, orgHead}, {lexicon.CompanySuffix, suffix},
	{lexicon.Kinship, kinship}, {lexicon.Statement, statement}, {lexicon.PlaceHead, placeHead}, {lexicon.Proposal, event}, {lexicon.Meeting, event}, {lexicon.Event, event},
}

// lookUpNouns marks titles, offices and classed nouns that begin with word i.
func (v *view) lookUpNouns(lex *lexicon.Lexicon, words []nlp.Word, i int) {
	rest := words[i:]
	for _, m := range nounMarks {
		if class, n := lex.NounAt(m.kind, rest); n > 0 && class != "weak" {
			v.set(i, i+n, m.mark, m.mark)
			if class == "noble" {
				v.set(i, i+n, royal, royal)
			}
		}
	}
	if v.marks[i]&office == 0 {
		if o, n := lex.OfficeAt(rest); n > 0 {
			v.set(i, i+n, office, office)
			if o.Class == "monarch" || o.Class == "royal" {
				v.set(i, i+n, royal, royal)
			}
			v.marks[i+n-1] |= officeEnd
		}
	}
}

// set marks the words from i to j, the first of them and the others.
func (v *view) set(i, j int, first, more mark) {
	v.marks[i] |= first
	for k := i + 1; k < j; k++ {
		v.marks[k] |= more
	}
}
