// Package mention turns parsed sentences into what they speak of: the
// mentions of persons, countries, meetings, proposals …, with the offices and
// kinships that stand beside them, grouped into one entity for each thing the
// document names.
package mention

import (
	"strings"

	"kg/internal/text"
)

// The entity types of the schema that a Finder gives out.
const (
	Person       = "Person"
	Organization = "Organization"
	Country      = "Country"
	Place        = "Place"
	Delegation   = "Delegation"
	Meeting      = "Meeting"
	Proposal     = "Proposal"
	Event        = "Event"
	Topic        = "Topic"
)

// A Kind says by what sort of words something is mentioned.
type Kind uint8

// The kinds of mentions. Zero is invalid.
const (
	Named     Kind = iota + 1 // a name: "Amara Diallo", "the Baltic Council", "Lima"
	Demonym                   // an adjective or noun of nationality: "Chilean"
	Described                 // a noun phrase that describes: "the Chilean team", "a draft treaty", "Monday's talks"
	Acted                     // a verb that is itself the event: "met"
	Pronoun                   // "she", "their", "who"
)

// A Mention is one place where the document speaks of an entity. When words
// speak of several at once ("they", "both sides", "Chilean and Peruvian
// envoys") there is one mention of the same words for each.
type Mention struct {
	Sentence   int       // index in the document's sentences
	First, End int       // the words [First, End) of the sentence, titles left out
	Head       int       // the word that carries the mention in the tree: the title's where the name hangs on it
	Span       text.Span // bytes of the words in the document's text

	Type   string // an entity type of the schema
	Kind   Kind
	Name   string   // the words without what surrounds a name: the best form here
	Forms  []string // all surface forms that this place gives, Name and titled forms included; empty for pronouns
	Entity int      // index in Set.Entities; -1 if it is not known whom the words mean

	Titles []Title // offices, ranks and kinships of a person, in the order of the text
	Of     int     // a delegation's or proposal's side, an office described: index in Set.Mentions of the country, organization or person it belongs to; -1 if none
	Where  int     // index in Set.Mentions of the place that the words of a meeting hold; -1 if none
	Date   string  // of a meeting: what its own words say of its date, ISO 8601; empty if nothing

	inner   int     // a second word by which the mention can be found, as "talks" in "three hours of talks"; -1 if none
	tops    []int   // the words by which the mention can be found: Head, inner, and all of its words that hang on others
	bare    string  // of a description: its head noun alone
	pair    int     // how many named before it stands for; 0 for what stands for one thing
	dropped bool    // it turned out to be no mention of its own
	plural  bool    // of a description: its noun is plural
	some    bool    // of a description: it is indefinite
	generic bool    // a description that fits others of its kind as well
	elided  bool    // a version whose noun is left out: "the second"
	nation  nation  // of a name of a country
	phrase  *phrase // of a description
	sure    float64 // of a name: the recogniser's score
}

// Anaphor reports whether m names nothing by itself: a pronoun, or a
// description that only its antecedent makes clear.
func (m *Mention) Anaphor() bool { return m.Kind == Pronoun || len(m.Forms) == 0 }

// Third reports whether m is a pronoun of the third person.
func (m *Mention) Third() bool {
	if m.Kind != Pronoun {
		return false
	}
	_, ok := wanted(strings.ToLower(m.Name))
	return ok
}

// A Title is an office, a rank or a kinship said of a person.
type Title struct {
	Text       string // as written, without nationality or organization: "Secretary of State", "son-in-law"
	First, End int    // the words [First, End) of the sentence
	Of         int    // index in Set.Mentions of the country, organization or (for kin) person it is of; -1 if none
	Kin        bool   // a kinship: Of is the relative
	Home       bool   // it is said to be of "the country", without its name
	Former     bool   // held in the past: "former", "ex-", "then"
	Class      string // the lexicon's class of the word: "head", "minister", "envoy" …; empty if unknown
}
