package lexicon

import "kg/internal/nlp"

// A Kind is a table of words of one meaning, each with a class.
type Kind uint8

const (
	Honorific         Kind = iota // Mr, Sheikh, Father: civil, academic, noble, religious …
	Rank                          // Gen., vice admiral: military, police
	Kinship                       // son-in-law: parent, child, sibling, spouse, partner, in-law, kin …
	OrganizationHead              // ministry, bank, army: government, council, parliament, party, company, media, force …
	CompanySuffix                 // Inc., GmbH, Group: company, association
	Delegation                    // delegation, negotiators: group, people, side; weak needs other evidence
	Meeting                       // talks, summit: meeting, call, summit, conference, visit, meal, ceremony, hearing, press; weak
	Proposal                      // plan, treaty: plan, proposal, draft, offer, demand, document, agreement, bill; weak
	Event                         // attack, election: attack, conflict, unrest, election, personnel, scandal, legal, disaster …
	Statement                     // verbs: say, tell, announce, promise, warn, claim, deny, demand, praise …; weak
	Topic                         // sanctions, borders: security, territory, economy, society, relation
	PlaceHead                     // city, river, airport: settlement, division, landform, water, venue; weak
	Community                     // Arab, Sunni, European, Republican: ethnic, faith, continent, politics, party
	PlaceVerb                     // verbs: visit, shell (object), fly, return (goal)
	OrganizationFirst             // first words of organizations' names: Air, Banco, Partido
	PersonVerb                    // verbs whose object is mostly a person: meet, appoint, arrest
	OrganizationVerb              // verbs whose object is mostly an organization: acquire, chair, join
	kinds
)

var kindFiles = [kinds]string{
	Honorific: "honorifics.tsv", Rank: "ranks.tsv", Kinship: "kinship.tsv", OrganizationHead: "org-heads.tsv", CompanySuffix: "company-suffixes.tsv",
	Delegation: "delegations.tsv", Meeting: "meetings.tsv", Proposal: "proposals.tsv", Event: "events.tsv", Statement: "statements.tsv", Topic: "topics.tsv", PlaceHead: "place-heads.tsv", Community: "peoples.tsv", OrganizationFirst: "org-first.tsv", PersonVerb: "person-verbs.tsv", OrganizationVerb: "organization-verbs.tsv", PlaceVerb: "place-verbs.tsv",
}

// Noun returns the class of a lemma or phrase in the table of a kind. Case,
// diacritics and hyphens do not count; a regular plural is found too.
func (l *Lexicon) Noun(k Kind, phrase string) (class string, ok bool) { return l.nouns[k].find(phrase) }

// NounAt looks for the longest phrase of a kind from the first of words on,
// by form or lemma, and returns its class and its length in words, 0 if there
// is none.
func (l *Lexicon) NounAt(k Kind, words []nlp.Word) (class string, n int) { return l.nouns[k].at(words) }

// A KindClass is a class of words in the table of a kind.
type KindClass struct {
	Kind  Kind
	Class string
}

// EachNounAt calls do for every phrase of any kind that begins with the first
// of words, with its length in words. It costs one look-up for all kinds.
func (l *Lexicon) EachNounAt(words []nlp.Word, do func(c KindClass, n int)) { l.any.each(words, do) }

// Listed reports whether form stands in the table of a kind as it is, in any
// casing: no plural is tried.
func (l *Lexicon) Listed(k Kind, form string) bool {
	for _, p := range l.nouns[k][key(form)] {
		if len(p.rest) == 0 {
			return true
		}
	}
	return false
}

func (l *Lexicon) loadNouns() error {
	l.any = phrases[KindClass]{}
	for k, file := range kindFiles {
		l.nouns[k] = phrases[string]{}
		err := eachRow(file, 2, func(row []string) error {
			l.nouns[k].add(row[0], row[1])
			l.any.add(row[0], KindClass{Kind(k), row[1]})
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
