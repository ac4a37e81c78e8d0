package frame

import (
	"slices"
	"strings"

	"kg/internal/nlp"
)

// mended returns the sentence with its main verb put right where the parser
// made the subject the head and hung the verb on it or on a noun of its phrase
// ("Lund's leader, Ana Gil, called on"), rows of nationalities made one and
// verbs left out or taken for nouns put in; s itself where nothing is amiss.
func mended(s *nlp.Sentence) *nlp.Sentence {
	m := mender{Tree: build(s, nil)}
	for w := range s.Words {
		if k := m.apart(w); k >= 0 {
			m.join(w, k)
		}
	}
	for w := range s.Words {
		m.undate(w)
		m.nameless(w)
		m.untangle(w)
		m.rehang(w)
		m.unowned(w)
		m.resume(w)
		m.regroup(w)
		if v := m.mainVerb(w); v >= 0 {
			m.lift(w, v)
		}
	}
	for w := range s.Words {
		m.gapped(w)
		m.echoed(w)
		m.second(w)
		m.retag(w)
	}
	if m.copied && cyclic(m.Sentence.Words) {
		return s
	}
	return m.Sentence
}

// A mender is a tree being changed, on a copy of its sentence.
type mender struct {
	*Tree
	copied bool
	kept   []nlp.Word // the words before a change that is under way; else nil
}

// mainVerb returns the verb that should have been the head of the clause of
// which the noun w is; -1 if w is no head of a clause or no verb qualifies.
func (m *mender) mainVerb(w int) int {
	if !m.noun(w) || !m.clausal(w) || len(m.By(w, "cop", "aux", "nsubj", "obj", "case", "mark", "expl")) > 0 {
		return -1
	}
	_, end := m.Subtree(w)
	for v := w + 1; v < end; v++ {
		if word := m.Word(v); word.UPOS != "VERB" || !m.Is(v, "acl", "conj", "parataxis") || !m.within(v, w) {
			continue
		}
		if m.finite(v) && m.single(v, w) {
			return v
		}
	}
	return -1
}

// clausal reports whether w stands where a clause does: as the root of a whole
// sentence, or coordinated with a verb behind a conjunction.
func (m *mender) clausal(w int) bool {
	head := m.Word(w).Head
	if head < 0 {
		last := m.Sentence.Words[len(m.kids)-1].Form
		return last == "." || last == "?" || strings.HasSuffix(last, "”") || last == "\""
	}
	return m.Is(w, "conj") && m.Word(head).UPOS == "VERB" && head < w && len(m.By(w, "cc")) > 0
}

// within reports whether between the verb v and the noun w there are only nouns
// of w's phrase.
func (m *mender) within(v, w int) bool {
	for at, i := m.Word(v).Head, 0; i < maxClimb; i++ {
		if at == w {
			return true
		}
		if at >= 0 && m.Word(at).Head == w && m.outside(v, at) {
			return true
		}
		if at < 0 || !m.noun(at) || !m.Is(at, "nmod", "conj", "appos", "compound", "flat", "parataxis") {
			return false
		}
		at = m.Word(at).Head
	}
	return false
}

// finite reports whether the verb v may be that of a main clause: in a finite
// form or a participle that may be a past tense, and not in a relative clause
// or under a conjunction.
func (m *mender) finite(v int) bool {
	if len(m.By(v, "mark", "aux:pass", "obl:agent")) > 0 || len(m.agents(v)) > 0 || m.hasRelative(v) {
		return false
	}
	if v > 0 && (m.relative(v-1) || m.Word(v-1).XPOS == "WRB") {
		return false
	}
	switch m.Word(v).XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return len(m.By(v, "aux")) > 0 || strings.HasSuffix(m.Word(v).Form, "ed") || pasts[m.Word(v).Form]
	case "VB":
		return len(m.By(v, "aux")) > 0
	}
	return false
}

// pasts are past tenses that look like participles without ending in "ed".
var pasts = map[string]bool{"met": true, "held": true, "brought": true, "said": true, "told": true, "left": true, "sent": true, "put": true, "won": true,
	"lost": true, "led": true, "dealt": true, "kept": true, "set": true, "sat": true, "spent": true, "stood": true, "struck": true, "made": true, "paid": true, "found": true, "lent": true}

// single reports whether no second subject keeps v from being the verb of the
// phrase of w: v has none, or one that the phrase may take in.
func (m *mender) single(v, w int) bool {
	subjects := m.By(v, "nsubj")
	if m.Is(v, "acl") {
		head := m.Word(v).Head
		return len(subjects) == 0 || len(subjects) == 1 && m.Word(subjects[0]).UPOS == "PROPN" && subjects[0] == head+1 && m.Is(head, "conj", "root")
	}
	if !m.Is(v, "conj") {
		return false
	}
	return len(subjects) == 1 && len(m.By(v, "cc"))+len(m.By(subjects[0], "cc")) > 0 && m.name(subjects[0]) && m.name(m.apposed(w)) && (m.Word(v).Head == w || m.outside(v, m.Word(v).Head))
}

// outside reports whether the verb v, coordinated with that of the relative
// clause r, stands outside it: a comma closes the clause before the "and" ("Gil,
// who heads the bank, and Lund met").
func (m *mender) outside(v, r int) bool {
	if !m.Is(r, "acl:relcl") || !m.Is(v, "conj") || m.Word(v).Head != r {
		return false
	}
	for _, c := range m.By(v, "cc") {
		if c > r && c < v && m.Word(c-1).Form == "," {
			return true
		}
	}
	return false
}

// apart returns the plural noun to which the nationality w belongs where the
// parser took the two for a row of nouns ("the Chilean and Peruvian presidents");
// -1 if w is none.
func (m *mender) apart(w int) int {
	words := m.Sentence.Words
	if w == 0 || w+3 >= len(words) || words[w-1].UPOS != "DET" || words[w].UPOS != "PROPN" || words[w+1].Form != "and" || words[w+2].UPOS != "ADJ" || !capital(words[w].Form) || !capital(words[w+2].Form) || m.Is(w, "compound", "flat", "amod") {
		return -1
	}
	k := words[w+2].Head
	if k <= w+2 || !m.Is(w+2, "amod") || words[k].XPOS != "NNS" || words[k].Head != w || !m.Is(k, "conj") {
		return -1
	}
	return k
}

func capital(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// join makes w a modifier of the noun k that now hangs on it, and gives k the
// rest of what hangs on w.
func (m *mender) join(w, k int) {
	m.copy()
	head, rel := m.Word(w).Head, m.Word(w).Rel
	for _, x := range m.kids[w] {
		if x != k {
			m.hang(x, k, m.Word(x).Rel)
		}
	}
	m.hang(k, head, rel)
	m.hang(w, k, "amod")
	m.hang(w+2, w, "conj")
	m.hang(w+1, w+2, "cc")
	m.rebuild()
}

// lift makes the verb v the head of the clause of the noun w and w its subject.
func (m *mender) lift(w, v int) {
	m.copy()
	head, rel := m.Word(w).Head, m.Word(w).Rel
	for _, k := range m.By(v, "nsubj") {
		if m.Is(v, "acl") {
			m.hang(k, m.Word(v).Head, "appos")
		} else {
			m.hang(k, w, "conj")
		}
	}
	for _, k := range m.kids[w] {
		if k > v && k != v || m.Is(k, "cc") && k < w {
			m.hang(k, v, m.Word(k).Rel)
		}
	}
	m.hang(v, head, rel)
	m.hang(w, v, "nsubj")
	m.rebuild()
}

// copy makes the sentence the mender's own, if it is not yet, and keeps its words
// as they are until the tree is built anew.
func (m *mender) copy() {
	if !m.copied {
		s := *m.Sentence
		s.Words = slices.Clone(s.Words)
		m.Sentence, m.copied = &s, true
	}
	if m.kept == nil {
		m.kept = slices.Clone(m.Sentence.Words)
	}
}

// rebuild looks the children up again after a change. A change that would hang
// a word on itself by way of others is taken back.
func (m *mender) rebuild() {
	if m.kept != nil && cyclic(m.Sentence.Words) {
		copy(m.Sentence.Words, m.kept)
	}
	m.kept = nil
	m.Tree = build(m.Sentence, nil)
}

// cyclic reports whether some word does not climb to a root.
func cyclic(words []nlp.Word) bool {
	sound := make([]bool, len(words))
	for i := range words {
		n := 0
		for w := i; w >= 0 && !sound[w]; w = words[w].Head {
			if n++; n > len(words) {
				return true
			}
		}
		for w := i; w >= 0 && !sound[w]; w = words[w].Head {
			sound[w] = true
		}
	}
	return false
}

func (m *mender) hang(k, head int, rel string) {
	m.Sentence.Words[k].Head, m.Sentence.Words[k].Rel = head, rel
}
