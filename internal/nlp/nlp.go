// Package nlp turns a document's text into sentences of tagged, lemmatised,
// parsed and name-marked words.
package nlp

import "kg/internal/text"

// A Word is one syntactic word in the sense of Universal Dependencies: what
// carries a tag, a lemma and a head.
type Word struct {
	Span text.Span // bytes in the document's text; the words of one surface token lie side by side

	Form  string // as written, with curly quotes made straight and soft hyphens left out
	Lemma string // lower case but for proper nouns
	UPOS  string // universal tag: NOUN, PROPN, VERB …
	XPOS  string // Penn Treebank tag: NN, NNP, VBD …

	Head int    // index of the governing word in Sentence.Words; -1 for the root
	Rel  string // UD relation to the head, subtype included: nsubj, nsubj:pass, obl …

	Joined bool // continues the surface token of the word before it, as "n't" in "don't"
}

// A Name is a run of words that names something.
type Name struct {
	First, End int     // the words [First, End) of the sentence
	Type       string  // Person, Organization, Country, Place or Misc
	Score      float64 // margin of the recogniser's decision; larger is surer
}

// A Sentence is a run of words with one dependency tree over them.
type Sentence struct {
	Span  text.Span // bytes in the document's text
	Block int       // index of the block of the document that holds the sentence
	Words []Word    // in the order of the text
	Names []Name    // in the order of the text, disjoint
}
