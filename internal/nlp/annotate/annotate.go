// Package annotate is the line of the language core: a document goes in, its
// sentences with tags, lemmas, trees and names come out.
package annotate

import (
	"kg/internal/nlp"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/tag"
	"kg/internal/source"
	"kg/model"
)

// An Annotator analyses documents. It is safe for concurrent use.
type Annotator struct {
	tagger *tag.Tagger
	parser *parse.Parser
}

// New returns an annotator with the embedded models, which it reads in place:
// it costs next to no time.
func New() (*Annotator, error) {
	t, err := tag.Open(model.Tagger)
	if err != nil {
		return nil, err
	}
	p, err := parse.Open(model.Parser)
	if err != nil {
		return nil, err
	}
	return &Annotator{tagger: t, parser: p}, nil
}

// Sentences returns the analysed sentences of a document in the order of its
// text.
func (a *Annotator) Sentences(doc *source.Document) []nlp.Sentence {
	sentences := split(doc.Text, doc.Blocks)
	for i := range sentences {
		words := sentences[i].Words
		a.tagger.Tag(words, nil)
		a.parser.Parse(words)
	}
	return sentences
}
