package lexicon

import "kg/internal/nlp"

// An Office is something that a person holds or is.
type Office struct {
	Class string     // head, monarch, minister, deputy, envoy, spokesperson, aide, legislator, governor, mayor, executive, chair, founder, military, party, religious, judicial, academic, media … (tables/offices.tsv)
	State CountryKey // the state whose officers most of all are called so; empty for none
	Leads bool       // the holder stands at the head of the body or state named with it
}

// Office returns the office or calling that phrase names, in the singular or
// plural: "foreign minister", "vice presidents". Modifiers as in "former
// acting prime minister" are not part of it.
func (l *Lexicon) Office(phrase string) (Office, bool) { return l.offices.find(phrase) }

// OfficeAt looks for an office from the first of words on: modifiers of time,
// rank and portfolio ("former", "deputy", "trade and industry"), then the
// longest listed office, for ministers with the portfolio after it ("of
// Defence"). It returns the office and its length in words; n is 0
// when there is none. A deputy does not lead.
func (l *Lexicon) OfficeAt(words []nlp.Word) (o Office, n int) {
	o, n = l.officeAt(words, maxModifiers)
	if n > 0 && (o.Class == "minister" || o.Class == "deputy") {
		n += l.portfolio(words[n:])
	}
	return o, n
}

// portfolio returns the length of "of Defence" or "for Trade and Industry" at
// the beginning of words, 0 if there is none.
func (l *Lexicon) portfolio(words []nlp.Word) int {
	if len(words) < 2 || words[0].Form != "of" && words[0].Form != "for" {
		return 0
	}
	n, end := 1, 0
	for n < len(words) {
		class, m := l.modifiers.at(words[n:])
		if m == 0 || class != "portfolio" {
			break
		}
		n += m
		end = n
		if n < len(words) && (words[n].Form == "and" || words[n].Form == "," || words[n].Form == "&") {
			n++
		}
	}
	return end
}

// maxModifiers is how many modifiers OfficeAt reads before an office.
const maxModifiers = 8

// officeAt reads an office, or a modifier and then an office, whichever goes
// further.
func (l *Lexicon) officeAt(words []nlp.Word, modifiers int) (o Office, n int) {
	o, n = l.offices.at(words)
	class, k := l.modifiers.at(words)
	if k == 0 || modifiers == 0 {
		return o, n
	}
	for k < len(words) && (words[k].Form == "-" || words[k].Form == "," || words[k].Form == "and") {
		k++
	}
	further, m := l.officeAt(words[k:], modifiers-1)
	if m == 0 || k+m <= n {
		return o, n
	}
	if class == "deputy" {
		further = Office{Class: "deputy"}
	}
	return further, k + m
}

// OfficeModifier returns the class of a word or phrase that may stand before
// an office: past, present, future, interim, deputy, rank, portfolio …
func (l *Lexicon) OfficeModifier(phrase string) (class string, ok bool) {
	return l.modifiers.find(phrase)
}

func (l *Lexicon) loadOffices() error {
	l.offices, l.modifiers = phrases[Office]{}, phrases[string]{}
	err := eachRow("offices.tsv", 2, func(row []string) error {
		row = append(row, "", "")
		l.offices.add(row[0], Office{Class: row[1], Leads: row[2] == "leads", State: CountryKey(row[3])})
		return nil
	})
	if err != nil {
		return err
	}
	return eachRow("office-modifiers.tsv", 2, func(row []string) error {
		l.modifiers.add(row[0], row[1])
		return nil
	})
}
