package quote

import (
	"strings"

	"kg/internal/nlp"
)

type word = nlp.Word

// subject finds who speaks by the verb at v: its subject, that of the verb it
// depends on, or the noun it describes.
func (r *reader) subject(s, v int) (attribution, bool) {
	ws := r.sentences[s].Words
	if v > 0 && nominative[strings.ToLower(ws[v-1].Form)] && !r.isInside(s, v-1) {
		return r.found(s, v-1, v)
	}
	if r.inverts(s, v) {
		return r.phrase(s, v+1, Word{s, v})
	}
	if n := r.resumed(s, v); n >= 0 {
		return r.found(s, n, v)
	}
	if !finite(&ws[v]) && v > 1 && r.commaAt(s, v-1) && isSpeech(&ws[v-2]) && finite(&ws[v-2]) {
		if n := r.ownSubject(s, v-2); n >= 0 { // "X said, preferring …"
			return r.found(s, n, v)
		}
	}
	if !finite(&ws[v]) && (v == 0 || r.commaAt(s, v-1)) {
		if n := r.mainSubject(s, v); n >= 0 {
			return r.found(s, n, v)
		}
	}
	for at, steps := v, 0; at >= 0 && at < len(ws) && steps < maxClimb; steps++ {
		if n := r.ownSubject(s, at); n >= 0 {
			return r.found(s, n, v)
		}
		if n := r.agent(s, at); n >= 0 {
			return r.found(s, n, v)
		}
		if n := r.child(s, at, "nsubj:pass"); n >= 0 {
			if at != v && ws[v].Rel == "xcomp" {
				return r.found(s, n, v)
			}
			return attribution{}, false
		}
		h := ws[at].Head
		if h < 0 || h >= len(ws) {
			break
		}
		if strings.HasPrefix(ws[at].Rel, "acl") && !isVerb(&ws[h]) && nominal(&ws[h]) && !r.isInside(s, h) {
			return r.found(s, h, v)
		}
		at = h
	}
	return r.nearestNoun(s, v)
}

var nominative = set("he she they it we i")

// inverts reports whether the verb at v stands before its subject: between a
// comma or a quotation and a noun phrase that ends at the next mark.
func (r *reader) inverts(s, v int) bool {
	ws := r.sentences[s].Words
	if v == 0 || !finite(&ws[v]) || in(addressVerbs, &ws[v]) || v+1 >= len(ws) || !startsPhrase(&ws[v+1]) {
		return false
	}
	if n := r.ownSubject(s, v); n >= 0 && n < v && !r.commaAt(s, v-1) && !r.isInside(s, v-1) {
		return false
	}
	if !r.commaAt(s, v-1) && !r.isInside(s, v-1) && ws[v-1].UPOS != "PUNCT" {
		return false
	}
	end := r.phraseEnd(s, v+1)
	return end > v+1 && (end == len(ws) || r.isInside(s, end) || ws[end].UPOS == "PUNCT") && !r.leftNamed(s, v)
}

// leftNamed reports whether the comma before the verb at v closes an
// apposition to its subject: "X, the minister, said".
func (r *reader) leftNamed(s, v int) bool {
	for k := max(r.ownSubject(s, v), 0) + 1; k < v-1; k++ {
		if r.commaAt(s, k) {
			return r.ownSubject(s, v) >= 0
		}
	}
	return false
}

// resumed returns the subject of a verb that the tree takes for a participle,
// though the sentence begins with a noun phrase and a comma, as in "X,
// speaking in Oslo, said"; -1 otherwise.
func (r *reader) resumed(s, v int) int {
	ws := r.sentences[s].Words
	if v < 3 || !r.commaAt(s, v-1) || !finite(&ws[v]) || ws[v].Rel == "conj" || r.ownSubject(s, v) >= 0 || r.hasCase(s, v, "by") || r.agent(s, v) >= 0 {
		return -1
	}
	end := r.phraseEnd(s, 0)
	if end == 0 || end >= v-1 || !r.commaAt(s, end) {
		return -1
	}
	for k := end - 1; k >= 0; k-- {
		if nominal(&ws[k]) {
			return k
		}
	}
	return -1
}

// isSubject reports whether the word is an active subject, or that of a
// passive without auxiliary, which is a past form misread.
func (r *reader) isSubject(s, k int) bool {
	w := &r.sentences[s].Words[k]
	return w.Rel == "nsubj" || w.Rel == "nsubj:pass" && r.child(s, w.Head, "aux:pass") < 0
}

// mainSubject is the subject of the highest verb that the participle at v
// hangs on, -1 if there is none.
func (r *reader) mainSubject(s, v int) int {
	ws := r.sentences[s].Words
	best := -1
	for at, steps := ws[v].Head, 0; at >= 0 && at < len(ws) && steps < len(ws); steps++ {
		if n := r.ownSubject(s, at); n >= 0 && ws[at].Rel != "acl:relcl" {
			if best = n; isSpeech(&ws[at]) {
				return n
			}
		}
		at = ws[at].Head
	}
	return best
}

// child returns the first word that depends on v by the relation, -1 if there
// is none.
func (r *reader) child(s, v int, rel string) int {
	for k := range r.sentences[s].Words {
		if w := &r.sentences[s].Words[k]; w.Head == v && w.Rel == rel && !r.isInside(s, k) {
			return k
		}
	}
	return -1
}

const maxClimb = 6

// ownSubject returns the active subject of the word at v outside quotations,
// -1 if there is none. A relative pronoun gives its antecedent.
func (r *reader) ownSubject(s, v int) int {
	ws := r.sentences[s].Words
	best := -1
	for k := range ws {
		if ws[k].Head != v || r.isInside(s, k) || best >= 0 && k > v || !r.isSubject(s, k) {
			continue
		}
		switch strings.ToLower(ws[k].Form) {
		case "who", "which", "that":
			if h := ws[v].Head; h >= 0 && h < len(ws) && !r.isInside(s, h) && strings.HasPrefix(ws[v].Rel, "acl") {
				return h
			}
		case "what", "there", "this":
		default:
			if best < 0 || !r.setOff(s, best, k, v) {
				best = k
			}
		}
	}
	return best
}

// setOff reports whether the noun phrase of word k stands between commas after
// the one of word first and before the verb at v: "X, Y's granddaughter, said".
func (r *reader) setOff(s, first, k, v int) bool {
	if k > v || !r.commaAt(s, v-1) {
		return false
	}
	for c := first + 1; c < k; c++ {
		if r.commaAt(s, c) {
			return true
		}
	}
	return false
}

// agent returns who a passive verb is done by, -1 if it does not say.
func (r *reader) agent(s, v int) int {
	ws := r.sentences[s].Words
	if ws[v].XPOS != "VBN" && ws[v].XPOS != "" {
		return -1
	}
	for k := range ws {
		if ws[k].Head != v || !strings.HasPrefix(ws[k].Rel, "obl") || r.isInside(s, k) {
			continue
		}
		if ws[k].Rel == "obl:agent" || r.hasCase(s, k, "by") {
			return k
		}
	}
	return -1
}

func (r *reader) hasCase(s, noun int, form string) bool {
	for k := range r.sentences[s].Words {
		w := &r.sentences[s].Words[k]
		if w.Head == noun && w.Rel == "case" && strings.EqualFold(w.Form, form) {
			return true
		}
	}
	return false
}

func (r *reader) commaAt(s, i int) bool {
	return i >= 0 && i < len(r.sentences[s].Words) && r.sentences[s].Words[i].Form == ","
}

// nearestNoun is the last resort: the noun phrase right before the verb, or
// right after it if it stands first.
func (r *reader) nearestNoun(s, v int) (attribution, bool) {
	ws := r.sentences[s].Words
	for k := v - 1; k >= 0 && k > v-4 && !r.isInside(s, k); k-- {
		if nominal(&ws[k]) {
			return r.found(s, k, v)
		}
	}
	if v+1 < len(ws) && startsPhrase(&ws[v+1]) && finite(&ws[v]) {
		return r.phrase(s, v+1, Word{s, v})
	}
	return attribution{}, false
}

// possessor returns whose the noun is, -1 if it does not say.
func (r *reader) possessor(s, noun int) int {
	ws := r.sentences[s].Words
	for k := range ws {
		if ws[k].Head == noun && ws[k].Rel == "nmod:poss" && !r.isInside(s, k) {
			return k
		}
	}
	for k := noun + 1; k < len(ws); k++ {
		if ws[k].Head != noun || ws[k].Rel != "nmod" && ws[k].Rel != "obl:agent" || r.isInside(s, k) {
			continue
		}
		if r.hasCase(s, k, "of") || r.hasCase(s, k, "from") || r.hasCase(s, k, "by") {
			return r.named(s, k)
		}
	}
	for k := noun - 1; k > 0 && k > noun-4; k-- {
		if ws[k].Form == "'s" || ws[k].Form == "'" {
			return k - 1
		}
	}
	return -1
}

// nameBefore returns the name between commas right before the verb, which
// stands in apposition to its subject, a description: "the mayor of X, NAME,
// said"; -1 if there is none.
func (r *reader) nameBefore(s, head, verb int) int {
	ws := r.sentences[s].Words
	c := verb - 1
	for c > head && (ws[c].UPOS == "AUX" || ws[c].UPOS == "ADV") {
		c--
	}
	if c <= head {
		return -1
	}
	if !r.commaAt(s, c) {
		return r.nameAfterComma(s, head, c)
	}
	k := c - 1
	for k > head && ws[k].UPOS == "PROPN" {
		k--
	}
	if k == c-1 || !r.commaAt(s, k) || ws[head].UPOS != "NOUN" && (r.person(s, head) || !r.person(s, c-1)) {
		return -1
	}
	return c - 1
}

// nameAfterComma returns the name that ends at word c, right before the verb,
// and that a comma parts from the noun at head: the speaker put into what is
// said, as in "The port, NAME said, was"; -1 if there is none.
func (r *reader) nameAfterComma(s, head, c int) int {
	ws := r.sentences[s].Words
	k := c
	for k > head && ws[k].UPOS == "PROPN" {
		k--
	}
	if k == c || k <= head || !r.commaAt(s, k) || ws[head].UPOS != "NOUN" {
		return -1
	}
	return c
}

// person reports whether the word belongs to a person's name.
func (r *reader) person(s, word int) bool {
	for _, n := range r.sentences[s].Names {
		if n.First <= word && word < n.End {
			return n.Type == "Person"
		}
	}
	return false
}

// named returns the name that follows the noun at head as it does a title, or
// stands in apposition to its phrase; head if there is none.
func (r *reader) named(s, head int) int {
	ws := r.sentences[s].Words
	end := r.phraseEnd(s, head)
	if end+1 < len(ws) && ws[end-1].Form == "of" && ws[end].UPOS == "PRON" {
		end++ // "one of them, Ada Poe"
	}
	if end > head+1 && ws[end-1].UPOS == "PROPN" && r.properFrom(s, head+1, end) {
		return end - 1
	}
	if !r.commaAt(s, end) || end >= len(ws) {
		return head
	}
	last := end + 1
	for last < len(ws) && ws[last].UPOS == "PROPN" && !r.isInside(s, last) {
		last++
	}
	if last > end+1 && (last == len(ws) || ws[last].UPOS == "PUNCT" || r.isInside(s, last)) {
		return last - 1
	}
	return head
}

func (r *reader) properFrom(s, i, end int) bool {
	for ; i < end; i++ {
		if r.sentences[s].Words[i].UPOS != "PROPN" {
			return false
		}
	}
	return true
}
