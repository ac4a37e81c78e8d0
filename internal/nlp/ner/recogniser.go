// Package ner finds the names in a document: sentences with tags and trees go
// in, runs of words that name a person, an organization, a state, a place or
// another thing come out.
//
// A structured perceptron proposes names, cut and extended by the grammar of
// titles, particles and bodies; weighed cues of the context and the lists of
// package lexicon decide what kind of thing they name; the mentions of one
// name in a document decide together.
package ner

import (
	"slices"
	"strings"

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
// tagged and parsed. Every word is looked at a bounded number of times.
func (r *Recogniser) Names(sentences []nlp.Sentence) {
	for i, names := range r.Find(sentences) {
		sentences[i].Names = names
	}
}

// stretch is how many sentences of a document are read as one text: a long
// article. Names of the parts of a longer file have less to do with each other.
const stretch = 100

// Find returns the names of each sentence of one document, in the order of the
// text, and leaves the sentences as they are.
func (r *Recogniser) Find(sentences []nlp.Sentence) [][]nlp.Name {
	out := make([][]nlp.Name, 0, len(sentences))
	for part := range slices.Chunk(sentences, stretch) {
		out = append(out, r.find(part)...)
	}
	return out
}

// find returns the names of the sentences of one stretch.
func (r *Recogniser) find(sentences []nlp.Sentence) [][]nlp.Name {
	lines := readLines(r.lex, sentences)
	doc := readDocument(lines)
	var all []candidate
	for i := range lines {
		all = r.candidates(all, doc, lines, i)
	}
	out := make([][]nlp.Name, len(sentences))
	for _, c := range agree(lines, all) {
		if n, ok := r.name(&c); ok {
			l := &lines[c.line]
			n.First, n.End = l.at[c.first], l.at[c.end]
			out[c.line] = append(out[c.line], n)
		}
	}
	return out
}

// candidates appends the weighed candidates of one sentence.
func (r *Recogniser) candidates(all []candidate, doc *document, lines []line, i int) []candidate {
	words := lines[i].words
	if len(words) == 0 {
		return all
	}
	w := r.tagger.work()
	defer r.tagger.pool.Put(w)
	w.read(r.tagger, doc, words, nil)
	w.decode(r.tagger)
	f := finder{work: w, t: r.tagger, doc: doc, words: words}
	w.backward(r.tagger)
	spans := f.find()
	from := len(all)
	for k := range spans {
		s := &spans[k]
		all = append(all, candidate{
			line: i, first: s.first, end: s.end, key: f.surface(s), weight: f.weighSpan(s), vote: s.vote,
			headline: w.casing > 1, plain: f.plain(s),
		})
	}
	coordinate(words, all[from:])
	return all
}

// plain reports whether all words of s are written small elsewhere.
func (f *finder) plain(s *span) bool {
	for i := s.first; i < s.end; i++ {
		if f.upper[i] && f.marks[i]&common == 0 && !f.doc.small[strings.ToLower(f.words[i].Form)] {
			return false
		}
	}
	return true
}

// floor returns the least evidence that makes a name of what the statistics do
// not see, more for acronyms.
func (c *candidate) floor() float64 {
	if isUpper(c.key) {
		return 3
	}
	return 1
}

// name turns a candidate into a name, if it is one.
func (r *Recogniser) name(c *candidate) (nlp.Name, bool) {
	k := c.best()
	n := nlp.Name{Type: kindNames[k], Score: c.weight[k]}
	for o := range kinds {
		if o != k {
			n.Score = min(n.Score, c.weight[k]-c.weight[o])
		}
	}
	if !c.vote && c.weight[k] < c.floor() {
		return n, false
	}
	if k == place {
		if _, use, ok := r.lex.Country(c.key); ok && use.Has(lexicon.Name) {
			n.Type = "Country"
		}
	}
	return n, true
}
