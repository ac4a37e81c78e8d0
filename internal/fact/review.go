package fact

import "kg/internal/text"

// A Review is a Reading with what came to nothing.
type Review struct {
	Reading *Reading
	Missed  []Missed // in the order of the text
	Open    []Open   // in the order of the text
}

// A Missed is a sentence that gave no fact although a word of it calls up a
// rule, or two actors are in it.
type Missed struct {
	Span    text.Span // the sentence, bytes in the document's text
	Actors  []string  // names of the entities in it that act
	Rule    string    // the nearest rule; empty if no rule knows a word of it
	Trigger text.Span // the word that calls up the rule
	Reason  string    // why the rule gave nothing, in words
	Path    string    // the part of the rule that failed, as it is written there; empty if it is not a path
}

// An Open is a pronoun or a description of which it is not known whom it means:
// what would be said of it is dropped.
type Open struct {
	Span     text.Span // bytes in the document's text
	Sentence text.Span // the sentence around it
}
