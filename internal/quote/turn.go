package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/source"
	"kg/internal/text"
)

// turns returns what is said in paragraphs that begin with the speaker's name
// and a colon, and in the paragraphs that go on with it.
func (r *reader) turns() []Quote {
	out := r.unmarked()
	labels := r.labels()
	if labels == nil {
		return out
	}
	speaker := None
	for b := range r.doc.Blocks {
		span := r.doc.Blocks[b].Span
		if r.doc.Blocks[b].Kind != source.Paragraph {
			continue
		}
		if n := labels[b]; n > 0 {
			speaker = r.labelWord(span.Start, n)
			span.Start += n + 1
		}
		span = trim(r.doc.Text, span)
		if speaker != None && span.Len() > 0 {
			out = append(out, Quote{Span: span, Parts: []text.Span{span}, Text: span.Of(r.doc.Text), Speaker: speaker, Verb: None, Turn: true})
		}
	}
	return out
}

// unmarked returns the paragraphs without marks that a verb of speech and a
// colon lead to: the first, and those after it that speak in the first person.
func (r *reader) unmarked() []Quote {
	var out []Quote
	for s := range r.sentences {
		b := r.sentences[s].Block
		if !r.endsInColon(s) || b+1 >= len(r.doc.Blocks) || s+1 < len(r.sentences) && r.sentences[s+1].Block == b {
			continue
		}
		a, ok := r.saying(s)
		if !ok {
			continue
		}
		for k := b + 1; k < len(r.doc.Blocks) && r.goesOn(k, k == b+1); k++ {
			span := trim(r.doc.Text, r.doc.Blocks[k].Span)
			q := Quote{Span: span, Parts: []text.Span{span}, Text: span.Of(r.doc.Text), Turn: true}
			r.attribute(&q, a)
			out = append(out, q)
		}
	}
	return out
}

// saying is the attribution of a sentence that ends in a verb of speech and a
// colon.
func (r *reader) saying(s int) (attribution, bool) {
	ws := r.sentences[s].Words
	if v := len(ws) - 2; v > 0 && isSpeech(&ws[v]) && !isWeak(&ws[v]) {
		return r.subject(s, v)
	}
	return attribution{}, false
}

// goesOn reports whether block b belongs to a speech without marks.
func (r *reader) goesOn(b int, first bool) bool {
	block := r.doc.Blocks[b]
	s := block.Span.Of(r.doc.Text)
	if block.Kind != source.Paragraph || strings.ContainsAny(s, "“”\"") || len(strings.Fields(s)) < statementWords {
		return false
	}
	return first || saysI(s)
}

// labelWord is the last word of a label of n bytes at the offset.
func (r *reader) labelWord(at, n int) Word {
	s := r.sentenceAt(at)
	if s >= len(r.sentences) {
		return None
	}
	i := r.wordAt(s, at+n-1)
	if i >= len(r.sentences[s].Words) {
		return None
	}
	return Word{s, i}
}

// labels returns the length in bytes of each block's label, by block, or nil
// if the document is no interview: labels must come back, or the only one be
// followed by what is said in the first person.
func (r *reader) labels() map[int]int {
	found, times := map[int]int{}, map[string]int{}
	distinct, most := 0, 0
	firstPerson := false
	for b, block := range r.doc.Blocks {
		n := label(block.Span.Of(r.doc.Text))
		if n == 0 {
			firstPerson = firstPerson || len(found) > 0 && saysI(block.Span.Of(r.doc.Text))
			continue
		}
		name := block.Span.Of(r.doc.Text)[:n]
		if times[name] == 0 {
			distinct++
		}
		times[name]++
		most = max(most, times[name])
		found[b] = n
	}
	if most > 1 && distinct > 1 || distinct == 1 && len(found) == 1 && firstPerson && r.firstLabelIsName(found) {
		return found
	}
	return nil
}

func (r *reader) firstLabelIsName(found map[int]int) bool {
	for b, n := range found {
		return strings.Contains(r.doc.Blocks[b].Span.Of(r.doc.Text)[:n], " ")
	}
	return false
}

// saysI reports whether a paragraph outside marks speaks in the first person.
func saysI(s string) bool {
	return strings.Contains(s, " I ") || strings.HasPrefix(s, "I ")
}

// label returns the length of the name before a colon with which s begins, 0
// if there is none: one to five words with capitals, and words behind it.
func label(s string) int {
	n := strings.IndexByte(s, ':')
	if n < 2 || n > 50 || n+2 >= len(s) || s[n+1] != ' ' {
		return 0
	}
	words := strings.Fields(s[:n])
	if len(words) > 5 {
		return 0
	}
	for _, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) || notSpeakers[strings.ToLower(w)] {
			return 0
		}
	}
	return n
}

// notSpeakers head notes of other kinds.
var notSpeakers = set(`photo image caption picture video file source credit update note read related correction topics tags from left right`)
