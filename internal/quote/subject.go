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
	for at, steps := v, 0; at >= 0 && at < len(ws) && steps < maxClimb; steps++ {
		if n := r.ownSubject(s, at); n >= 0 {
			return r.found(s, n, v)
		}
		if n := r.agent(s, at); n >= 0 {
			return r.found(s, n, v)
		}
		if r.passive(s, at) {
			return attribution{}, false
		}
		h := ws[at].Head
		if h < 0 || h >= len(ws) {
			break
		}
		if strings.HasPrefix(ws[at].Rel, "acl") && !isVerb(&ws[h]) && nominal(&ws[h]) && !r.commaAt(s, at-1) && !r.isInside(s, h) {
			return r.found(s, h, v)
		}
		at = h
	}
	return r.nearestNoun(s, v)
}

const maxClimb = 6

// ownSubject returns the active subject of the word at v outside quotations,
// -1 if there is none. A relative pronoun gives its antecedent.
func (r *reader) ownSubject(s, v int) int {
	ws := r.sentences[s].Words
	for k := range ws {
		if ws[k].Head != v || ws[k].Rel != "nsubj" || r.isInside(s, k) {
			continue
		}
		switch strings.ToLower(ws[k].Form) {
		case "who", "which", "that":
			if h := ws[v].Head; h >= 0 && h < len(ws) && !r.isInside(s, h) {
				return h
			}
		case "what", "there":
			continue
		}
		return k
	}
	return -1
}

// passive reports whether the verb is passive.
func (r *reader) passive(s, v int) bool {
	for k := range r.sentences[s].Words {
		w := &r.sentences[s].Words[k]
		if w.Head == v && (w.Rel == "nsubj:pass" || w.Rel == "aux:pass") {
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
	return i >= 0 && r.sentences[s].Words[i].Form == ","
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

// phrase finds the head of the noun phrase that begins at word i: the top of
// the tree over it, as far as its words go on without punctuation.
func (r *reader) phrase(s, i int, verb Word) (attribution, bool) {
	ws := r.sentences[s].Words
	end := i
	for end < len(ws) && !r.isInside(s, end) && inPhrase(&ws[end], end == i) {
		end++
	}
	if end == i || !nominal(&ws[end-1]) && end-i == 1 {
		return attribution{}, false
	}
	head := -1
	for k := i; k < end; k++ {
		if nominal(&ws[k]) && (ws[k].Head < i || ws[k].Head >= end) && head < 0 {
			head = k
		}
		if nominal(&ws[k]) && ws[k].UPOS == "PROPN" && k == end-1 && head < 0 {
			head = k
		}
	}
	if head < 0 {
		return attribution{}, false
	}
	a, ok := r.found(s, head, 0)
	a.verb = verb
	return a, ok
}

// inPhrase reports whether a noun phrase goes on with w; only its first word
// may be a pronoun.
func inPhrase(w *word, first bool) bool {
	switch w.UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM", "DET", "PART":
		return true
	case "PRON":
		return first || strings.EqualFold(w.XPOS, "PRP$")
	}
	return w.Form == "'s" || w.Form == "of" || w.Form == "-"
}

// found makes an attribution of a speaker's head and a verb: what someone
// writes or says gives way to who does, a description to the name beside it.
func (r *reader) found(s, head, verb int) (attribution, bool) {
	ws := r.sentences[s].Words
	if in(speechNouns, &ws[head]) && ws[head].UPOS == "NOUN" {
		if p := r.possessor(s, head); p >= 0 {
			head = p
		}
	}
	if ws[head].UPOS == "NOUN" {
		head = r.named(s, head)
	}
	return attribution{Word{s, head}, Word{s, verb}}, true
}

// possessor returns whose the noun is, -1 if it does not say.
func (r *reader) possessor(s, noun int) int {
	ws := r.sentences[s].Words
	for k := range ws {
		if ws[k].Head == noun && ws[k].Rel == "nmod:poss" && !r.isInside(s, k) {
			return k
		}
	}
	for k := noun - 1; k > 0 && k > noun-4; k-- {
		if ws[k].Form == "'s" || ws[k].Form == "'" {
			return k - 1
		}
	}
	return -1
}

// named returns the name in apposition to the noun at head, or that follows
// it as the name does a title; head if there is none.
func (r *reader) named(s, head int) int {
	ws := r.sentences[s].Words
	for k := head + 1; k < len(ws); k++ {
		if ws[k].Head == head && ws[k].UPOS == "PROPN" && (ws[k].Rel == "appos" || ws[k].Rel == "flat") && !r.isInside(s, k) {
			return k
		}
	}
	k := head + 1
	if k < len(ws) && ws[k].Form == "," {
		k++
	}
	end := k
	for end < len(ws) && ws[end].UPOS == "PROPN" && !r.isInside(s, end) {
		end++
	}
	if end > k && (k == head+1 || end < len(ws) && ws[end].Form == ",") {
		return end - 1
	}
	return head
}
