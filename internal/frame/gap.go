package frame

import "strings"

// gapped gives the second of two clauses that share a verb said only once a
// verb of its own ("Peru armed the guard and Chile the front", "Gil flew to
// Lima and Lund to Cusco"): the conjunction between them is made a copy of v.
func (m *mender) gapped(v int) {
	subjects := m.By(v, "nsubj")
	if m.Word(v).UPOS != "VERB" || len(subjects) == 0 || subjects[0] > v {
		return
	}
	for _, x := range m.By(v, "obj", "obl") {
		for _, first := range m.By(x, "conj") {
			if x < v || m.Word(first).UPOS != "PROPN" || len(m.By(first, "case")) > 0 {
				continue
			}
			if second := m.remnant(v, x, first); second >= 0 {
				m.fill(v, x, first, second)
				return
			}
		}
	}
}

// remnant returns the noun phrase right behind the name first that answers to
// the argument x of the verb v: without a conjunction, and with the preposition
// of x if it has one; -1 if there is none.
func (m *mender) remnant(v, x, first int) int {
	start, end := m.link(first), m.nameEnd(first)
	if start < 0 || end >= len(m.kids) {
		return -1
	}
	form := m.Case(x)
	for k := end; k < len(m.kids); k++ {
		if f, _ := m.Subtree(k); f != end || !m.noun(k) || m.Case(k) != form || len(m.By(k, "cc")) > 0 {
			continue
		}
		head := m.Word(k).Head
		switch {
		case form == "" && head == x && m.Is(k, "conj"):
			return k
		case shared[form] && m.Word(k).UPOS == "PROPN" && !days[strings.ToLower(m.Word(k).Form)] && (head == v || head == x || head == first):
			return k
		}
	}
	return -1
}

// shared are the prepositions of which the second clause may repeat the first's.
var shared = map[string]bool{"to": true, "by": true, "from": true, "with": true, "for": true}

// link returns the conjunction or comma right before the name of w; -1 if
// there is none.
func (m *mender) link(w int) int {
	first := w
	for _, k := range m.By(w, "compound", "flat", "det", "amod", "nmod:desc") {
		first = min(first, k)
	}
	if first == 0 {
		return -1
	}
	switch m.Word(first - 1).Form {
	case "and", "while", ",", ";":
		return first - 1
	}
	return -1
}

// fill makes the word before the name first a verb like v with the two nouns as
// its arguments, as the subject of v and x are of v.
func (m *mender) fill(v, x, first, second int) {
	g := m.link(first)
	m.copy()
	word := *m.Word(v)
	word.Form, word.Span, word.Head, word.Rel = m.Word(g).Form, m.Word(g).Span, v, "conj"
	rel := m.Word(m.By(v, "nsubj")[0]).Rel
	m.Sentence.Words[g] = word
	m.hang(first, g, rel)
	m.hang(second, g, m.Word(x).Rel)
	for _, k := range m.kids[x] {
		if k > second && m.Is(k, "conj") {
			m.hang(k, second, "conj")
		}
	}
	m.Tree = build(m.Sentence, nil)
}
