// Package annotate is the line of the language core: a document goes in, its
// sentences with tags, lemmas, trees and names come out.
package annotate

import (
	"iter"

	"kg/internal/nlp"
	"kg/internal/nlp/lemma"
	"kg/internal/nlp/ner"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/segment"
	"kg/internal/nlp/tag"
	"kg/internal/source"
	"kg/lexicon"
	"kg/model"
)

// A Parser finds the dependency tree of a sentence: it sets Head and Rel of
// words that have tags. parse.Parser, fast and embedded, is one; a slower and
// better one can take its place.
type Parser interface {
	Parse(words []nlp.Word)
}

// An Annotator analyses documents. It is safe for concurrent use.
type Annotator struct {
	tagger *tag.Tagger
	parser Parser
	names  *ner.Recogniser
	lemmas *lemma.Lemmatizer
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
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	n, err := ner.New(model.Names, lex)
	if err != nil {
		return nil, err
	}
	l, err := lemma.New(model.Lemmas())
	if err != nil {
		return nil, err
	}
	return &Annotator{tagger: t, parser: p, names: n, lemmas: l}, nil
}

// Sentences returns the analysed sentences of a document in the order of its
// text. A document without blocks is read as paragraphs parted by blank lines.
func (a *Annotator) Sentences(doc *source.Document) []nlp.Sentence {
	sentences := segment.Split(doc.Text, doc.Blocks)
	a.analyse(sentences, doc.Blocks)
	return sentences
}

// portion is the number of words from which on Portions yields what it has: far
// more than any article, a few dozen megabytes of sentences.
const portion = 100_000

// Portions yields what [Annotator.Sentences] returns in portions of whole
// sentences, so that a text of any length takes bounded memory beside its own.
// Articles and reports are one portion. In a text of several, each is analysed
// by itself: names and the words of headlines are looked up within it alone.
func (a *Annotator) Portions(doc *source.Document) iter.Seq[[]nlp.Sentence] {
	return a.portions(doc, portion)
}

func (a *Annotator) portions(doc *source.Document, most int) iter.Seq[[]nlp.Sentence] {
	return func(yield func([]nlp.Sentence) bool) {
		var sentences []nlp.Sentence
		words := 0
		for s := range segment.Each(doc.Text, doc.Blocks) {
			sentences = append(sentences, s)
			if words += len(s.Words); words < most {
				continue
			}
			a.analyse(sentences, doc.Blocks)
			if !yield(sentences) {
				return
			}
			sentences, words = nil, 0
		}
		if len(sentences) > 0 {
			a.analyse(sentences, doc.Blocks)
			yield(sentences)
		}
	}
}

// analyse fills in the words and names of segmented sentences.
func (a *Annotator) analyse(sentences []nlp.Sentence, blocks []source.Block) {
	var b body // made for the first headline
	for i := range sentences {
		s := &sentences[i]
		var forms []string
		if isHeadline(s, blocks) {
			if b == nil {
				b = usage(sentences)
			}
			forms = a.recase(s.Words, b)
		}
		a.tagger.Tag(s.Words, forms)
		for k := range s.Words {
			w := &s.Words[k]
			w.Lemma = a.lemmas.Lemma(w.Form, w.UPOS, w.XPOS)
		}
		a.parse(s.Words)
	}
	a.names.Names(sentences)
}
