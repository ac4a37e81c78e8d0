// Package quote finds what a document says in the words of others: the text
// and its parsed sentences go in; direct quotations and reported speech come
// out, each with the word that names its speaker.
//
// Quotations are found by their marks, speakers by the verb of speech before,
// after or between the quoted parts, in the tree where it helps and in the
// order of the words where it does not. Who a pronoun stands for is left to
// coreference.
package quote

import (
	"strings"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
)

// A Word is the place of a word: Sentences[Sentence].Words[Index].
type Word struct{ Sentence, Index int }

// None is the place of no word.
var None = Word{-1, -1}

// A Quote is one quotation, interrupted or not.
type Quote struct {
	Span    text.Span   // from the first word said to the last, in the document's text
	Parts   []text.Span // the words within the marks, without them, in the order of the text
	Text    string      // the parts as they are written, joined by a space
	Speaker Word        // the head of what names the speaker; None if unknown
	Verb    Word        // the verb of speech; None if there is none
	Pronoun bool        // the speaker is a pronoun
	Turn    bool        // stands without marks, after the speaker's name and a colon
}

// Statement reports whether q is long enough to be something said and not a
// word held at arm's length: four words or more.
func (q *Quote) Statement() bool { return len(strings.Fields(q.Text)) >= statementWords }

const statementWords = 4

// Find returns the quotations of a document, scare quotes included, in the
// order of their first part. Quotations within quotations are part of them.
// The sentences are those of doc, in order.
func Find(doc *source.Document, sentences []nlp.Sentence) []Quote {
	r := newReader(doc, sentences)
	var out []Quote
	for i := 0; i < len(r.marked); {
		n := r.joined(i)
		out = append(out, r.quote(i, n))
		i += n
	}
	r.continueSpeakers(out)
	return merge(out, r.turns())
}

// merge returns the quotations of a and b in the order of the text, without
// those of a that lie in one of b and have no speaker of their own.
func merge(a, b []Quote) []Quote {
	if len(b) == 0 {
		return a
	}
	out := make([]Quote, 0, len(a)+len(b))
	var retold []Quote // what the speaker of a turn quotes others as saying
	i := 0
	for _, turn := range b {
		for i < len(a) && a[i].Span.Start < turn.Span.End {
			if within := turn.Span.Contains(a[i].Span); !within {
				out = append(out, a[i])
			} else if a[i].Statement() && a[i].Verb != None && a[i].Speaker != turn.Speaker {
				retold = append(retold, a[i])
			}
			i++
		}
		out = append(append(out, turn), retold...)
		retold = retold[:0]
	}
	return append(out, a[i:]...)
}

// A reader holds a document while its quotations are looked for.
type reader struct {
	doc       *source.Document
	sentences []nlp.Sentence
	marked    []segment
	inside    [][]bool // per sentence and word: within a segment of a statement's length; nil if none is
}

func newReader(doc *source.Document, sentences []nlp.Sentence) *reader {
	r := &reader{doc: doc, sentences: sentences, marked: segments(doc.Text, doc.Blocks), inside: make([][]bool, len(sentences))}
	for i := range r.marked {
		if r.long(i) {
			r.cover(r.marked[i].outer)
		}
	}
	return r
}

func (r *reader) long(i int) bool {
	return len(strings.Fields(r.marked[i].inner.Of(r.doc.Text))) >= statementWords
}

// cover marks the words of a segment as inside.
func (r *reader) cover(span text.Span) {
	for s := r.sentenceAt(span.Start); s < len(r.sentences) && r.sentences[s].Span.Start < span.End; s++ {
		if r.inside[s] == nil {
			r.inside[s] = make([]bool, len(r.sentences[s].Words))
		}
		for i := range r.sentences[s].Words {
			if r.sentences[s].Words[i].Span.Overlaps(span) {
				r.inside[s][i] = true
			}
		}
	}
}

func (r *reader) isInside(s, i int) bool { return r.inside[s] != nil && r.inside[s][i] }

// quote makes the quotation of the n segments from i on.
func (r *reader) quote(i, n int) Quote {
	q := Quote{Speaker: None, Verb: None}
	var b strings.Builder
	for k := i; k < i+n; k++ {
		q.Parts = append(q.Parts, r.marked[k].inner)
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(r.marked[k].inner.Of(r.doc.Text))
	}
	q.Text = b.String()
	q.Span = text.Span{Start: q.Parts[0].Start, End: q.Parts[n-1].End}
	if a, ok := r.attribution(i, n); ok {
		r.attribute(&q, a)
	}
	return q
}

// An attribution is who speaks by which verb.
type attribution struct{ speaker, verb Word }

func (r *reader) attribute(q *Quote, a attribution) {
	q.Speaker, q.Verb = a.speaker, a.verb
	if a.speaker != None {
		q.Pronoun = isPronoun(r.word(a.speaker))
	}
}

func (r *reader) word(w Word) *nlp.Word { return &r.sentences[w.Sentence].Words[w.Index] }

// sentenceAt returns the index of the sentence that holds the offset, or of
// the first that begins after it; len(sentences) if there is none.
func (r *reader) sentenceAt(offset int) int {
	lo, hi := 0, len(r.sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.sentences[mid].Span.End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// wordAt returns the index of the first word of sentence s that ends after
// the offset; the number of its words if there is none.
func (r *reader) wordAt(s, offset int) int {
	for i := range r.sentences[s].Words {
		if r.sentences[s].Words[i].Span.End > offset {
			return i
		}
	}
	return len(r.sentences[s].Words)
}
