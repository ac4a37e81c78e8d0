package ner

import (
	"kg/internal/nlp"
	"kg/lexicon"
)

// A Recogniser finds the names of documents. It is safe for concurrent use.
type Recogniser struct {
	lex    *lexicon.Lexicon
	tagger *Tagger
}

// New returns a recogniser with the model in data, which it keeps.
func New(data string, lex *lexicon.Lexicon) (*Recogniser, error) {
	t, err := Open(data, lex)
	if err != nil {
		return nil, err
	}
	return &Recogniser{lex: lex, tagger: t}, nil
}

// Names fills the names of the sentences of one document, whose words are
// tagged and parsed.
func (r *Recogniser) Names(sentences []nlp.Sentence) {
	names := r.tagger.Names(sentences)
	for i := range sentences {
		sentences[i].Names = names[i]
	}
}
