package lexicon

import (
	"strings"

	"kg/internal/nlp"
)

// An Organization is a body that the tables know.
type Organization struct {
	Name    string     // its name as listed
	Kind    string     // international, alliance, government, parliament, party, armed, force, security, court, finance, media, company, aid, sport, union, research, education, religion; group for WordNet's
	Country CountryKey // "-" where it belongs to none or to several
	Acronym bool       // the form looked up is an acronym
}

// Organization returns the body called name, by full name or acronym.
func (l *Lexicon) Organization(name string) (Organization, bool) {
	if o := l.orgs.find(name); o != nil {
		return o[0], true
	}
	return Organization{}, false
}

// Organizations returns all bodies called name, the likeliest first: "RSF" has
// two. The slice must not be changed.
func (l *Lexicon) Organizations(name string) []Organization { return l.orgs.find(name) }

// OrganizationAt looks for the longest name of a body from the first of words
// on and returns its length in words, 0 if there is none.
func (l *Lexicon) OrganizationAt(words []nlp.Word) (Organization, int) {
	o, n := longest(words, l.orgs.find)
	if n == 0 {
		return Organization{}, 0
	}
	return o[0], n
}

// Body returns the name of the one body of the world that is called name, by
// full name, acronym or another name of its own: "Daesh" and "ISIL" are Islamic
// State. Parties, courts and parliaments, whose names many countries share, are
// left out, and so are acronyms of several bodies.
func (l *Lexicon) Body(name string) (string, bool) {
	if a := l.bodies.find(name); a != nil {
		return a[0], true
	}
	found := ""
	for _, o := range l.orgs.find(name) {
		if shared[o.Kind] || o.Kind == "government" && o.Country == "-" || found != "" && found != o.Name {
			return "", false
		}
		found = o.Name
	}
	if a := l.bodies.find(found); a != nil {
		found = a[0]
	}
	return found, found != ""
}

// shared are the kinds of bodies that several countries call the same, and the
// kind of WordNet's, whose names are often common nouns.
var shared = map[string]bool{"party": true, "court": true, "parliament": true, "force": true, "group": true}

func (l *Lexicon) loadBodies() error {
	l.bodies = newNames[string]()
	return eachRow("organization-aliases.tsv", 2, func(row []string) error {
		l.bodies.add(row[0], row[0])
		for a := range strings.SplitSeq(row[1], ",") {
			l.bodies.add(a, row[0])
		}
		return nil
	})
}

func (l *Lexicon) loadOrganizations() error {
	l.orgs = newNames[Organization]()
	for _, file := range []string{"organizations-more.tsv", "organizations.tsv"} {
		err := eachRow(file, 4, func(row []string) error {
			o := Organization{Name: row[0], Kind: row[2], Country: CountryKey(row[3])}
			l.orgs.add(row[0], o)
			o.Acronym = true
			for a := range strings.SplitSeq(row[1], ",") {
				if a != "-" {
					l.orgs.add(a, o)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
