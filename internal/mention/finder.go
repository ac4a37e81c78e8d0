package mention

import (
	"strings"

	"kg/internal/frame"
	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
	"kg/internal/when"
)

// A reading is one document while its mentions are found.
type reading struct {
	*Finder
	doc   *source.Document
	sents []nlp.Sentence
	trees []*frame.Tree
	taken [][]int // for each word of each sentence the mention whose words hold it; -1 for none
	ms    []Mention
	dates [][]when.Expression // of each sentence
}

func (f *Finder) read(doc *source.Document, sentences []nlp.Sentence) *reading {
	r := &reading{Finder: f, doc: doc, sents: sentences}
	anchor, _ := when.Parse(doc.Date)
	r.dates = when.All(sentences, anchor)
	r.trees = make([]*frame.Tree, len(sentences))
	r.taken = make([][]int, len(sentences))
	for i := range sentences {
		r.trees[i] = frame.New(&sentences[i], nil)
		r.taken[i] = make([]int, len(sentences[i].Words))
		for w := range r.taken[i] {
			r.taken[i][w] = -1
		}
	}
	return r
}

// add notes a mention and takes its words, but those that a mention inside it
// has taken already.
func (r *reading) add(m Mention) int {
	m.Span = r.span(m.Sentence, m.First, m.End)
	r.ms = append(r.ms, m)
	i := len(r.ms) - 1
	for w := m.First; w < m.End; w++ {
		if r.taken[m.Sentence][w] < 0 {
			r.taken[m.Sentence][w] = i
		}
	}
	return i
}

func (r *reading) span(sentence, first, end int) text.Span {
	words := r.sents[sentence].Words
	return text.Span{Start: words[first].Span.Start, End: words[end-1].Span.End}
}

// surface returns the words [first, end) as the document writes them, on one
// line and without quotation marks or commas at the edges.
func (r *reading) surface(sentence, first, end int) string {
	if first >= end {
		return ""
	}
	s := r.span(sentence, first, end).Of(r.doc.Text)
	return strings.Trim(strings.Join(strings.Fields(s), " "), "\"“”‘, ")
}

// word returns a word of a sentence.
func (r *reading) word(sentence, w int) *nlp.Word { return &r.sents[sentence].Words[w] }

// lower returns the lower-cased lemma of a word, its form where it has none; of
// what stands in for a verb left out, that of the verb.
func (r *reading) lower(sentence, w int) string {
	word := r.word(sentence, w)
	if r.trees[sentence].Unsaid(w) {
		word = r.trees[sentence].Word(w)
	}
	if word.Lemma == "" || word.Lemma == "_" {
		return strings.ToLower(word.Form)
	}
	return strings.ToLower(word.Lemma)
}
