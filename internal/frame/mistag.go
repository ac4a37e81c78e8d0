package frame

import "strings"

// retag makes a verb of the word w that the tagger took for a noun where no
// noun can stand: for the only verb that a sentence could have ("Chile backs Ana
// Gil"), or for what is asked of somebody ("insisted that Chile hand over").
func (m *mender) retag(w int) {
	switch {
	case m.Word(w).XPOS == "VBG" && m.article(w):
		m.copy()
		word := &m.Sentence.Words[w]
		word.UPOS, word.XPOS, word.Lemma = "NOUN", "NN", strings.ToLower(word.Form)
		m.rebuild()
	case m.Word(w).XPOS == "NNS" && m.Is(w, "acl:relcl") && neverNouns[strings.ToLower(m.Word(w).Form)] && m.hasRelative(w):
		m.closing(w)
	case m.Word(w).XPOS == "JJ" && strings.HasSuffix(m.Word(w).Form, "ed") && m.doneBy(w):
		m.passive(w)
	case m.onlyVerb(w):
		m.verb(w, "VBZ", "root")
	case m.asked(w):
		m.verb(w, "VB", "ccomp")
	default:
		if noun := m.whichAccuses(w); noun >= 0 {
			m.relativeVerb(w, noun)
		}
	}
}

// closing makes a verb of w, which ends a relative clause, and what stands before
// it its subject: "the bill, which the League opposes".
func (m *mender) closing(w int) {
	subject := w - 1
	if subject < 0 || !m.noun(subject) || m.Word(subject).Head != w {
		return
	}
	m.copy()
	m.Sentence.Words[w].UPOS, m.Sentence.Words[w].XPOS = "VERB", "VBZ"
	for _, k := range m.kids[w] {
		switch {
		case m.relative(k):
			m.hang(k, w, "obj")
		case k == subject:
			m.hang(k, w, "nsubj")
		case k < subject && m.Is(k, "det", "amod", "compound", "nmod:poss"):
			m.hang(k, subject, m.Word(k).Rel)
		}
	}
	m.rebuild()
}

// doneBy reports whether the adjective behind "be" has an agent, as participles
// have: "was leaked by an aide".
func (m *mender) doneBy(w int) bool {
	cop := m.By(w, "cop")
	if len(cop) == 0 || m.Word(cop[0]).Lemma != "be" {
		return false
	}
	for _, k := range m.By(w, "obl") {
		if m.Case(k) == "by" {
			return true
		}
	}
	return false
}

// passive makes a passive verb of the adjective w.
func (m *mender) passive(w int) {
	m.copy()
	word := &m.Sentence.Words[w]
	word.UPOS, word.XPOS, word.Lemma = "VERB", "VBN", stem(strings.TrimSuffix(word.Form, "ed")+"ing")
	for _, k := range m.kids[w] {
		switch {
		case m.Is(k, "cop"):
			m.hang(k, w, "aux:pass")
		case m.Is(k, "nsubj"):
			m.hang(k, w, "nsubj:pass")
		}
	}
	m.rebuild()
}

// article reports whether the form in -ing has an article and "of" behind it, as
// nouns have: "the backing of Lima".
func (m *mender) article(w int) bool {
	if len(m.By(w, "obj", "nsubj", "aux", "ccomp", "mark")) > 0 || len(m.By(w, "det")) == 0 || w+1 >= len(m.kids) {
		return false
	}
	return strings.EqualFold(m.Word(w+1).Form, "of")
}

// whichAccuses returns the noun that a relative clause is about of which the
// verb w was taken for a plural: "Peru, which Chile accuses of spying, left";
// -1 if w is no such verb.
func (m *mender) whichAccuses(w int) int {
	name, head := m.nameBefore(w), m.Word(w).Head
	if m.Word(w).XPOS != "NNS" || name < 0 || head < w || !m.Is(w, "nsubj") || w+1 >= len(m.kids) || m.Word(w+1).Form != "of" {
		return -1
	}
	at := m.opening(name) - 1
	for at >= 0 && m.Is(at, "det") {
		at--
	}
	if at < 2 || m.Word(at).XPOS != "WDT" && m.Word(at).XPOS != "WP" || !m.Verbal(head) {
		return -1
	}
	if m.Word(at-1).Form == "," {
		at--
	}
	if !m.noun(at - 1) {
		return -1
	}
	return m.phrase(at-1, at)
}

// relativeVerb makes w the verb of the relative clause about the noun, and what
// the parser took for that clause the one that the noun is the subject of.
func (m *mender) relativeVerb(w, noun int) {
	name, main := m.nameBefore(w), m.Word(w).Head
	m.copy()
	word := &m.Sentence.Words[w]
	word.UPOS, word.XPOS, word.Lemma = "VERB", "VBZ", strings.TrimSuffix(strings.ToLower(word.Form), "s")
	for k := range m.kids {
		switch head := m.Word(k).Head; {
		case k == name:
			m.hang(k, w, "nsubj")
		case k > w && (head == w || head == name) && m.Is(k, "nmod"):
			m.hang(k, w, "obl")
		case k > w && (head == w || head == name) && m.Is(k, "acl"):
			m.hang(k, w, "advcl")
		case k < w && head == main && m.relative(k):
			m.hang(k, w, "obj")
		}
	}
	if m.Word(main).Head == noun {
		m.hang(main, m.Word(noun).Head, m.Word(noun).Rel)
		m.hang(noun, main, "nsubj")
	}
	m.hang(w, noun, "acl:relcl")
	m.rebuild()
}

// onlyVerb reports whether w, a plural and the root of a whole sentence without
// a finite verb, stands right between a name and what follows it.
func (m *mender) onlyVerb(w int) bool {
	if m.Word(w).Head >= 0 || m.Word(w).XPOS != "NNS" || m.subjectBefore(w) < 0 || !m.clausal(w) || len(m.By(w, "appos", "ccomp", "nmod")) == 0 {
		return false
	}
	for i := range m.Sentence.Words {
		switch m.Word(i).XPOS {
		case "VBD", "VBZ", "MD", "VBN", "SYM", ":":
			return false
		}
	}
	return true
}

// asked reports whether w has "that" for its article and a name before it.
func (m *mender) asked(w int) bool {
	if m.Word(w).XPOS != "NN" || !m.Is(w, "obj") {
		return false
	}
	name := m.nameBefore(w)
	for _, d := range m.By(w, "det") {
		if name >= 0 && d == name-1 && m.Word(d).Form == "that" && m.Word(d).XPOS == "IN" {
			return true
		}
	}
	return false
}

// nameBefore returns the head of the name that ends right before w and hangs on
// it; -1 if there is none.
func (m *mender) nameBefore(w int) int {
	for _, k := range m.By(w, "compound") {
		if k < w && m.Word(k).UPOS == "PROPN" && m.nameEnd(k) == w {
			return k
		}
	}
	return -1
}

// neverNouns are forms in -s that no noun has.
var neverNouns = map[string]bool{"differs": true, "accuses": true, "agrees": true, "denies": true, "insists": true, "becomes": true, "includes": true, "contains": true, "replaces": true,
	"supersedes": true, "retains": true, "omits": true, "adds": true, "endorses": true, "opposes": true, "condemns": true, "approves": true, "proposes": true, "amends": true, "revises": true,
	"accepts": true, "ratifies": true, "welcomes": true, "softens": true, "weakens": true, "improves": true, "modifies": true}

// subjectBefore returns the head of the name, or before a verb that no noun
// looks like of the noun phrase, that ends right before w and hangs on it; -1
// if there is none.
func (m *mender) subjectBefore(w int) int {
	if k := m.nameBefore(w); k >= 0 || !neverNouns[strings.ToLower(m.Word(w).Form)] {
		return k
	}
	if k := w - 1; k >= 0 && m.noun(k) && m.Word(k).Head == w && m.Is(k, "compound") {
		return k
	}
	return -1
}

// verb gives w the tag and the relation of a verb, and what hangs on it the
// places of a verb's arguments.
func (m *mender) verb(w int, xpos, rel string) {
	name := m.subjectBefore(w)
	m.copy()
	m.Sentence.Words[w].UPOS, m.Sentence.Words[w].XPOS, m.Sentence.Words[w].Rel = "VERB", xpos, rel
	for _, k := range m.kids[w] {
		switch {
		case k == name:
			m.hang(k, w, "nsubj")
		case k < name && m.Is(k, "det", "amod", "nmod:poss", "nummod", "compound"):
			m.hang(k, name, m.Word(k).Rel)
		case m.Is(k, "det"):
			m.hang(k, w, "mark")
		case m.Is(k, "appos") && k > w:
			m.hang(k, w, "obj")
		case m.Is(k, "nmod") && k > w:
			m.hang(k, w, "obl")
		}
	}
	m.rebuild()
}
