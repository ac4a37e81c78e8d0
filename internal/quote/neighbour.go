package quote

import "strings"

// introduced reads the attribution of a quotation that fills its sentences:
// the sentence before it ends in a colon, or the one after it tells whose
// words they are.
func (r *reader) introduced(i int) (attribution, bool) {
	s := r.sentenceAt(r.marked[i].outer.Start)
	if s >= len(r.sentences) {
		return attribution{}, false
	}
	if s > 0 && r.leadsOn(s-1) {
		return r.clauseSpeaker(s - 1)
	}
	return r.told(i)
}

func (r *reader) endsInColon(s int) bool {
	ws := r.sentences[s].Words
	return len(ws) > 0 && ws[len(ws)-1].Form == ":"
}

// leadsOn reports whether a sentence ends in a colon, or a paragraph in a
// comma.
func (r *reader) leadsOn(s int) bool {
	ws := r.sentences[s].Words
	return r.endsInColon(s) || r.commaAt(s, len(ws)-1) && s+1 < len(r.sentences) && r.sentences[s+1].Block != r.sentences[s].Block
}

// clauseSpeaker is the subject of the last verb of speech of a sentence, or
// of its last clause.
func (r *reader) clauseSpeaker(s int) (attribution, bool) {
	ws := r.sentences[s].Words
	for v := len(ws) - 1; v >= 0; v-- {
		if isSpeech(&ws[v]) && !isWeak(&ws[v]) && !r.isInside(s, v) {
			return r.subject(s, v)
		}
	}
	return r.clauseSubject(region{s, 0, len(ws)})
}

// told reads "That is how X remembers it" after a quotation.
func (r *reader) told(i int) (attribution, bool) {
	s := r.sentenceAt(r.marked[i].outer.End)
	if s >= len(r.sentences) || len(r.sentences[s].Words) < 3 {
		return attribution{}, false
	}
	ws := r.sentences[s].Words
	switch strings.ToLower(ws[0].Form) {
	case "that", "so", "such", "those", "this", "thus":
	default:
		return attribution{}, false
	}
	for v := 1; v < len(ws); v++ {
		if isSpeech(&ws[v]) && !r.isInside(s, v) {
			return r.subject(s, v)
		}
	}
	return attribution{}, false
}

// continueSpeakers gives quotations without a speaker of their own the one of
// the quotation before, if they follow it in its paragraph, or if they fill a
// paragraph of their own right after it; else the subject of the sentence that
// leads to them.
func (r *reader) continueSpeakers(qs []Quote) {
	for i := range qs {
		q := &qs[i]
		if q.Speaker != None || !q.Statement() || !r.fillsSentence(q) {
			continue
		}
		if p := r.previous(qs, i); p != nil {
			q.Speaker, q.Verb, q.Pronoun = p.Speaker, p.Verb, p.Pronoun
			continue
		}
		if a, ok := r.leading(q); ok {
			r.attribute(q, a)
		}
	}
}

// previous returns the quotation whose speaker goes on in qs[i], or nil.
func (r *reader) previous(qs []Quote, i int) *Quote {
	s := r.sentenceAt(qs[i].Span.Start)
	for k := i - 1; k >= 0; k-- {
		p := &qs[k]
		last := r.sentenceAt(p.Span.End - 1)
		if s-last > 3 {
			return nil
		}
		if p.Speaker == None || !p.Statement() {
			continue
		}
		apart := r.sentences[s].Block - r.sentences[last].Block
		if s-last <= 1 && apart <= 1 || apart > 0 && apart <= 2 && r.fillsBlock(&qs[i]) {
			return p
		}
	}
	return nil
}

// fillsBlock reports whether the paragraph is nothing but the quotation.
func (r *reader) fillsBlock(q *Quote) bool {
	b := r.doc.Blocks[r.sentences[r.sentenceAt(q.Span.Start)].Block].Span
	return trim(r.doc.Text, b).Len() <= q.Span.Len()+8
}

// fillsSentence reports whether no word stands before the quotation in its
// sentence.
func (r *reader) fillsSentence(q *Quote) bool {
	s := r.sentenceAt(q.Span.Start)
	if s >= len(r.sentences) {
		return false
	}
	for i, w := range r.sentences[s].Words {
		if w.Span.Start >= q.Span.Start {
			return true
		}
		if !r.isInside(s, i) && w.UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// leading is the subject of the sentence before the quotation in the same
// paragraph.
func (r *reader) leading(q *Quote) (attribution, bool) {
	s := r.sentenceAt(q.Span.Start)
	if s == 0 || s >= len(r.sentences) || r.sentences[s-1].Block != r.sentences[s].Block {
		return attribution{}, false
	}
	ws := r.sentences[s-1].Words
	for v := len(ws) - 1; v >= 0; v-- {
		if isSpeech(&ws[v]) && !isWeak(&ws[v]) && finite(&ws[v]) && !r.isInside(s-1, v) {
			return r.subject(s-1, v)
		}
	}
	for v := range ws {
		if ws[v].Head < 0 || ws[v].Rel == "root" {
			if n := r.ownSubject(s-1, v); n >= 0 && ws[n].UPOS != "PRON" {
				a, ok := r.found(s-1, n, v)
				a.verb = None
				return a, ok
			}
		}
	}
	return attribution{}, false
}
