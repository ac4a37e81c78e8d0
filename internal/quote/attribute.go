package quote

import "strings"

// A region is the words [first, end) of one sentence outside the quotations.
type region struct{ sentence, first, end int }

// joined returns how many segments from i on are one quotation: the next
// paragraphs of one that goes on, and what follows an attribution in the
// middle of a sentence.
func (r *reader) joined(i int) int {
	n := 1
	for i+n < len(r.marked) && (r.marked[i+n-1].open || r.interrupted(i+n-1)) {
		n++
	}
	return n
}

// interrupted reports whether only an attribution, closed by a comma or a
// colon, stands between segment i and the next in one sentence.
func (r *reader) interrupted(i int) bool {
	a, b := r.marked[i], r.marked[i+1]
	gap := strings.TrimSpace(r.doc.Text[a.outer.End:b.outer.Start])
	if a.block != b.block || gap == "" || r.sentenceAt(b.outer.Start) > r.rightOf(i).sentence || !strings.ContainsRune(",:;—–", lastRune(gap)) || len(gap) > maxGap {
		return false
	}
	if !strings.ContainsRune(",?!—–…", lastRune(a.inner.Of(r.doc.Text))) && !strings.HasPrefix(gap, ",") && !strings.HasPrefix(gap, "—") {
		return false
	}
	_, ok := r.after(i)
	return ok
}

const maxGap = 240 // bytes

func lastRune(s string) rune {
	var last rune
	for _, c := range s {
		last = c
	}
	return last
}

// attribution finds the speaker of the n segments from i on, the surest place
// first.
func (r *reader) attribution(i, n int) (attribution, bool) {
	if r.leads(i) {
		if a, ok := r.before(i); ok {
			return a, true
		}
	}
	for k := i; k < i+n; k++ {
		if a, ok := r.after(k); ok {
			return a, true
		}
	}
	for _, find := range [...]func(int) (attribution, bool){r.before, r.later, r.governor, r.introduced} {
		if a, ok := find(i); ok {
			return a, true
		}
	}
	return attribution{None, None}, false
}

// leads reports whether a verb or a colon leads straight into segment i.
func (r *reader) leads(i int) bool {
	g := r.leftOf(i)
	if g.end <= g.first {
		return false
	}
	w := &r.sentences[g.sentence].Words[g.end-1]
	switch w.Form {
	case ":", "that":
		return true
	case ",":
		if g.end-2 >= g.first {
			p := &r.sentences[g.sentence].Words[g.end-2]
			return isSpeech(p) && finite(p)
		}
	}
	return isSpeech(w) && !isWeak(w)
}

// leftOf is what stands before segment i in its sentence, back to the
// quotation before it.
func (r *reader) leftOf(i int) region {
	start := r.marked[i].outer.Start
	s := r.sentenceAt(start)
	if s >= len(r.sentences) {
		return region{}
	}
	end := r.wordAt(s, start)
	first := end
	for first > 0 && !r.isInside(s, first-1) {
		first--
	}
	return region{s, first, end}
}

// rightOf is what stands after segment i in the sentence of its end, up to the
// next quotation.
func (r *reader) rightOf(i int) region {
	at := r.marked[i].outer.End
	s := r.sentenceAt(at - 1)
	if s >= len(r.sentences) {
		return region{}
	}
	first := r.wordAt(s, at)
	if first == len(r.sentences[s].Words) && r.cutShort(i, s) {
		s, first = s+1, 0
	}
	end := first
	for end < len(r.sentences[s].Words) && !r.isInside(s, end) {
		end++
	}
	return region{s, first, end}
}

// cutShort reports whether sentence s ends with segment i though the segment
// ends in a comma: its attribution was taken for a sentence of its own.
func (r *reader) cutShort(i, s int) bool {
	return lastRune(r.marked[i].inner.Of(r.doc.Text)) == ',' && s+1 < len(r.sentences) && r.sentences[s+1].Block == r.sentences[s].Block
}

// after reads an attribution that follows segment i: "…," said X, or X said.
func (r *reader) after(i int) (attribution, bool) {
	g := r.rightOf(i)
	ws := r.sentences[g.sentence].Words
	k := g.first
	for k < g.end && (ws[k].UPOS == "ADV" || ws[k].Form == "," || ws[k].Form == "—" || ws[k].Form == "–") && !strings.EqualFold(ws[k].Form, "as") {
		k++
	}
	switch {
	case k >= g.end:
		return attribution{}, false
	case accordingTo(ws, k):
		return r.phrase(g.sentence, k+2, None)
	case ws[k].UPOS == "ADP":
		return r.account(region{g.sentence, k, min(g.end, k+6)})
	case isVerb(&ws[k]) && finite(&ws[k]) && (isSpeech(&ws[k]) || r.commaBefore(i)):
		return r.inverted(g, k)
	case startsPhrase(&ws[k]):
		return r.subjectFirst(i, g, k)
	case ws[k].UPOS == "AUX":
		return r.predicateNoun(g, k)
	}
	return attribution{}, false
}

// accordingTo reports whether "according to" or "words of" stands at word k.
func accordingTo(ws []word, k int) bool {
	if k+2 >= len(ws) {
		return false
	}
	return strings.EqualFold(ws[k].Form, "according") && ws[k+1].Form == "to" || ws[k].Form == "words" && ws[k+1].Form == "of"
}

// commaBefore reports whether segment i ends as a quoted sentence does before
// its attribution.
func (r *reader) commaBefore(i int) bool {
	s := r.marked[i]
	c := lastRune(s.inner.Of(r.doc.Text))
	return strings.ContainsRune(",?!", c) || strings.HasPrefix(r.doc.Text[s.outer.End:], ",")
}

// inverted is said X: the subject follows the verb at k.
func (r *reader) inverted(g region, k int) (attribution, bool) {
	verb := Word{g.sentence, k}
	if k+1 < g.end && !startsPhrase(&r.sentences[g.sentence].Words[k+1]) {
		return attribution{}, false
	}
	return r.phrase(g.sentence, k+1, verb)
}

// subjectFirst is X said: the phrase at k is the subject of the first verb of
// speech, or, right after a quoted sentence, of the first verb at all. With no
// verb a name stands for its speaker, as under a picture.
func (r *reader) subjectFirst(i int, g region, k int) (attribution, bool) {
	ws := r.sentences[g.sentence].Words
	past := -1
	for v := k + 1; v < g.end && v < k+maxSubject; v++ {
		if ws[v].Form == ";" {
			break
		}
		if mistagged(&ws[v]) && nominal(&ws[v-1]) {
			return r.found(g.sentence, v-1, v)
		}
		direct := v == r.phraseEnd(g.sentence, k)
		if !isVerb(&ws[v]) || !finite(&ws[v]) || ws[v].XPOS == "VBN" && !direct && !r.perfect(g.sentence, v) {
			continue
		}
		if direct && isSpeech(&ws[v]) && !r.hasCase(g.sentence, v, "by") && r.agent(g.sentence, v) < 0 {
			return r.phrase(g.sentence, k, Word{g.sentence, v})
		}
		if isSpeech(&ws[v]) && (!isWeak(&ws[v]) || r.commaBefore(i)) {
			if r.commaAt(g.sentence, v-1) && r.commaAt(g.sentence, r.phraseEnd(g.sentence, k)) {
				return r.phrase(g.sentence, k, Word{g.sentence, v})
			}
			if a, ok := r.subject(g.sentence, v); ok {
				return a, true
			}
		}
		if past < 0 && ws[v].XPOS == "VBD" {
			past = v
		}
	}
	if past >= 0 && r.commaBefore(i) {
		return r.subject(g.sentence, past)
	}
	if past < 0 && ws[k].UPOS == "PROPN" && !r.commaBefore(i) && g.end-k <= 8 && r.startsAfterQuote(i, g) {
		return r.phrase(g.sentence, k, None)
	}
	return attribution{}, false
}

const maxSubject = 40 // words from the quotation to its verb

// startsAfterQuote reports whether the segment is a sentence of its own.
func (r *reader) startsAfterQuote(i int, g region) bool {
	left := r.leftOf(i)
	return left.end == left.first && strings.ContainsRune(".?!—", lastRune(r.marked[i].inner.Of(r.doc.Text)))
}

// perfect reports whether the participle has an auxiliary or stands where only
// a past form can.
func (r *reader) perfect(s, v int) bool {
	if rel := r.sentences[s].Words[v].Rel; rel == "root" || rel == "conj" || rel == "parataxis" {
		return true
	}
	for k := range r.sentences[s].Words {
		w := &r.sentences[s].Words[k]
		if w.Head == v && strings.HasPrefix(w.Rel, "aux") {
			return true
		}
	}
	return false
}

// predicateNoun is "…" was X's answer.
func (r *reader) predicateNoun(g region, k int) (attribution, bool) {
	ws := r.sentences[g.sentence].Words
	for v := k + 1; v < g.end; v++ {
		if in(speechNouns, &ws[v]) {
			if p := r.possessor(g.sentence, v); p >= 0 {
				return attribution{Word{g.sentence, p}, None}, true
			}
		}
	}
	return attribution{}, false
}

// before reads an attribution that leads to segment i: the nearest verb of
// speech to its left.
func (r *reader) before(i int) (attribution, bool) {
	g := r.leftOf(i)
	ws := r.sentences[g.sentence].Words
	if a, ok := r.account(g); ok {
		return a, true
	}
	for v := g.end - 1; v >= g.first; v-- {
		if accordingTo(ws, v) {
			return r.phrase(g.sentence, v+2, None)
		}
		if !isSpeech(&ws[v]) || isWeak(&ws[v]) && g.end-v > nearWords && !r.complement(g.sentence, v) {
			continue
		}
		if a, ok := r.subject(g.sentence, v); ok {
			return a, true
		}
	}
	return attribution{}, false
}

// account reads "in X's words" and "by her own account": whose words, view or
// account it is that a region speaks of behind a preposition.
func (r *reader) account(g region) (attribution, bool) {
	ws := r.sentences[g.sentence].Words
	for v := g.first + 1; v < g.end; v++ {
		if ws[v].UPOS != "NOUN" || !in(accountNouns, &ws[v]) || !r.hasCase(g.sentence, v, "in") && !r.hasCase(g.sentence, v, "by") && !r.hasCase(g.sentence, v, "to") {
			continue
		}
		if p := r.possessor(g.sentence, v); p >= 0 {
			return attribution{Word{g.sentence, r.top(g.sentence, p)}, None}, true
		}
	}
	return attribution{}, false
}

const nearWords = 12 // how far a verb that is not only of speech may be from its quotation

// complement reports whether a clause says what the verb at v is about.
func (r *reader) complement(s, v int) bool {
	ws := r.sentences[s].Words
	for k := v + 1; k < len(ws); k++ {
		if ws[k].Head == v && ws[k].Rel == "ccomp" {
			return true
		}
	}
	return v+1 < len(ws) && ws[v+1].Form == "that"
}

// later reads an attribution further right in the sentence of segment i, past
// other words: a verb of speech with a subject of its own.
func (r *reader) later(i int) (attribution, bool) {
	at := r.marked[i].outer.End
	s := r.sentenceAt(at - 1)
	if s >= len(r.sentences) {
		return attribution{}, false
	}
	ws := r.sentences[s].Words
	for v := r.wordAt(s, at); v < len(ws); v++ {
		if r.isInside(s, v) || !isSpeech(&ws[v]) || isWeak(&ws[v]) {
			continue
		}
		if n := r.ownSubject(s, v); n >= 0 && ws[n].Span.Start >= at {
			return r.found(s, n, v)
		}
	}
	return attribution{}, false
}

// governor reads the subject of the clause that a quoted fragment belongs to,
// whatever its verb.
func (r *reader) governor(i int) (attribution, bool) {
	g := r.leftOf(i)
	if g.end == g.first {
		return attribution{}, false
	}
	ws := r.sentences[g.sentence].Words
	if ws[g.end-1].Form == ":" {
		return r.clauseSubject(g)
	}
	if f := &ws[g.first]; strings.EqualFold(f.Form, "for") && g.first+1 < g.end && (ws[g.first+1].UPOS == "PROPN" || nominative[strings.ToLower(ws[g.first+1].Form)]) {
		return r.phrase(g.sentence, g.first+1, None) // "For X the deal is …"
	}
	first, last := g.end, r.wordAt(g.sentence, r.marked[i].outer.End)
	for k := first; k < last && k < len(ws); k++ {
		h := ws[k].Head
		for steps := 0; h >= 0 && h < len(ws) && steps < len(ws); steps++ {
			if (h < first || h >= last) && isVerb(&ws[h]) {
				return r.subject(g.sentence, h)
			}
			h = ws[h].Head
		}
	}
	return attribution{}, false
}

// clauseSubject is the subject of the last clause of a region.
func (r *reader) clauseSubject(g region) (attribution, bool) {
	ws := r.sentences[g.sentence].Words
	for v := g.end - 1; v >= g.first; v-- {
		if n := r.ownSubject(g.sentence, v); n >= 0 {
			return r.found(g.sentence, n, v)
		}
	}
	for v := g.first; v < g.end; v++ {
		if nominal(&ws[v]) {
			return r.phrase(g.sentence, v, None)
		}
	}
	return attribution{}, false
}
