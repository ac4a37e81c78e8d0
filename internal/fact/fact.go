// Package fact holds what a reader takes from one document: mentions grouped
// into entities, and typed relations between them, each with its evidence.
package fact

import (
	"kg/internal/text"
	"kg/schema"
)

// A Reading is everything kg takes from one document.
type Reading struct {
	Doc      string    // the document's name
	Date     string    // the document's date, ISO 8601 day; empty if unknown
	Entities []Entity  // in the order of their first mention
	Mentions []Mention // in the order of the text
	Facts    []Fact    // in the order of their evidence
}

// An Entity is one thing the document speaks of, under all its names there.
type Entity struct {
	Type    string   // an entity type of the schema
	Name    string   // its best full name in the document; of a meeting that verbs alone tell of, who met
	Aliases []string // every surface form that names it, sorted; no pronouns
	Key     string   // what it stands for beyond its names, as "country:UA"; empty for most
	Side    string   // of a delegation or proposal: Key of the country it belongs to, if known
	Date    string   // of a meeting: ISO 8601 day, month, year or interval; empty if unknown
	Text    string   // of a statement: the words said
}

// A Mention is one place where the document names or describes an entity.
type Mention struct {
	Entity  int       // index in Reading.Entities
	Span    text.Span // bytes in the document's text
	Pronoun bool      // the mention is a pronoun or a bare description, not a name
}

// A Fact is one typed, directed relation between two entities of a document.
type Fact struct {
	Relation string // a relation of the schema
	Subject  int    // index in Reading.Entities
	Object   int    // index in Reading.Entities
	Modality schema.Modality
	Date     string  // when it happened or is to happen, ISO 8601 day, month, year or interval; empty if unknown
	Role     string  // the office, kinship or capacity; empty for most relations
	Claimed  int     // index in Reading.Entities of who claims it, in quotes and reported speech; -1 if the article itself says it
	Score    float64 // confidence, from 0 to 1
	Evidence Evidence
}

// Evidence says where a fact stands in the document and what found it there.
// Spans are bytes in the document's text.
type Evidence struct {
	Span    text.Span // the sentence
	Trigger text.Span // the words that express the relation
	Subject text.Span // the words that mean the subject, perhaps in an earlier sentence; titles left out
	Object  text.Span // the words that mean the object, perhaps in an earlier sentence; titles left out
	Cue     text.Span // the words that decide the modality; zero if none do
	Dating  Dating    // where the fact's date comes from
	Rule    string    // the name of the rule
}

// A Dating says how a date was reckoned. It is zero where there is no date.
type Dating struct {
	Span text.Span // the words of the date, perhaps in another sentence; bytes in the document's text
	Rule string    // the rule of the date grammar (package when)
	Base string    // what the date was counted from, in ISO 8601; empty if the words alone give it
}
