package frame

import "strings"

// resume makes the finite verb that goes on after a comma the head of the
// sentence whose first noun, or whose first participle, the parser made the
// root: "The truce, due on Monday, was tabled by Peru", "Tabled by Peru, the
// draft failed".
func (m *mender) resume(w int) {
	if m.Word(w).Head >= 0 || len(m.By(w, "nsubj", "cop", "aux", "expl", "obj", "mark")) > 0 {
		return
	}
	if m.noun(w) && m.Case(w) == "" {
		if v := m.resuming(w); v >= 0 {
			m.lift(w, v)
			return
		}
	}
	if m.opens(w) {
		m.unfront(w)
	}
}

// resuming returns the verb that the noun w is the subject of, though a phrase
// between commas parts the two: the first whose auxiliary follows a comma and
// that has no subject; -1 if there is none.
func (m *mender) resuming(w int) int {
	for v := w + 3; v < len(m.kids); v++ {
		if m.Word(v).UPOS != "VERB" || !m.Is(v, "parataxis", "conj", "acl", "advcl", "ccomp") || len(m.By(v, "nsubj", "mark", "cc")) > 0 || m.hasRelative(v) {
			continue
		}
		aux := m.By(v, "aux")
		if len(aux) == 0 || aux[0] == 0 || m.Word(aux[0]-1).Form != "," || m.Word(aux[0]).XPOS == "VBG" || m.Word(aux[0]).XPOS == "VBN" {
			continue
		}
		if first, _ := m.Subtree(w); first == 0 || m.Word(first).Head == w {
			return v
		}
	}
	return -1
}

// unfront makes the participle that the parser hung on the noun behind the
// fronted participle w the main verb, and that noun its subject.
func (m *mender) unfront(w int) {
	comma := m.commaAfter(w)
	if comma < 0 {
		return
	}
	for n := comma + 1; n < len(m.kids); n++ {
		if !m.noun(n) || !m.Is(n, "appos", "conj", "nmod", "obl", "obj") || m.opening(n) != comma+1 {
			continue
		}
		for _, v := range m.By(n, "acl") {
			word := m.Word(v)
			if !strings.HasPrefix(word.XPOS, "VB") || word.XPOS == "VBG" || m.hasRelative(v) || len(m.By(v, "mark", "obl:agent")) > 0 {
				continue
			}
			subject := n
			switch own := m.By(v, "nsubj"); {
			case len(own) == 1 && m.name(own[0]) && m.opening(own[0]) == n+1: // "the poet Ana Gil"
				subject = own[0]
				m.copy()
				m.hang(n, subject, "nmod:desc")
			case len(own) > 0 || v != n+1:
				continue
			}
			m.copy()
			m.hang(v, -1, "root")
			m.Sentence.Words[v].XPOS = "VBD"
			m.hang(subject, v, "nsubj")
			m.hang(w, v, "advcl")
			m.rebuild()
			return
		}
	}
}

// unowned makes a row of two names of which the second holds a possessive ("the
// Front and the Miners' League"), where the parser took the first for an owner.
func (m *mender) unowned(h int) {
	if !m.name(h) {
		return
	}
	for _, k := range m.By(h, "nmod:poss") {
		for _, c := range m.By(k, "conj") {
			if c > k && c < h && len(m.By(k, "case")) == 0 && m.named(c, h) && !m.named(k, h) {
				m.copy()
				head, rel := m.Word(h).Head, m.Word(h).Rel
				for _, x := range m.By(c, "cc") {
					m.hang(x, h, "cc")
				}
				m.hang(k, head, rel)
				m.hang(h, k, "conj")
				m.hang(c, h, "nmod:poss")
				m.rebuild()
				return
			}
		}
	}
}

// named reports whether one name holds both words.
func (m *mender) named(a, b int) bool {
	for _, n := range m.Sentence.Names {
		if n.First <= a && b < n.End {
			return true
		}
	}
	return false
}
