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
	if first, second := m.fronts(v); first >= 0 {
		m.put(v, m.By(second, "case")[0]-1, first, second, "obl")
		return
	}
	for _, x := range m.By(v, "obj", "obl") {
		for _, first := range m.By(x, "conj", "appos") {
			if x < v || m.Word(first).UPOS != "PROPN" || len(m.By(first, "case")) > 0 {
				continue
			}
			if second := m.unnamed(x, first); second >= 0 {
				m.fill(v, x, first, second)
				return
			}
			if m.Is(first, "appos") {
				continue
			}
			if second := m.remnant(v, x, first); second >= 0 {
				m.fill(v, x, first, second)
				return
			}
		}
	}
}

// fronts returns the subject and the complement of a second clause that opens
// as the clause of v does: "for Peru, Gil signed; for Chile, Lund"; -1 twice if
// there is none.
func (m *mender) fronts(v int) (first, second int) {
	for _, x := range m.By(v, "obl") {
		for _, y := range m.By(v, "obl") {
			form := m.Case(y)
			if x > v || y < v || form == "" || form != m.Case(x) || len(m.By(y, "case")) != 1 || m.By(y, "case")[0] < 1 {
				continue
			}
			link := m.Word(m.By(y, "case")[0] - 1).Form
			for _, c := range m.By(y, "conj") {
				if (link == ";" || link == "," || link == "and") && m.Word(c).UPOS == "PROPN" && len(m.By(c, "cc", "case")) == 0 && m.Word(c-1).Form == "," {
					return c, y
				}
			}
		}
	}
	return -1, -1
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
		case form == "on" && days[strings.ToLower(m.Word(k).Form)] && days[strings.ToLower(m.Word(x).Form)] && !m.metBy(v) && (head == v || head == x || head == first):
			return k
		case shared[form] && m.Word(k).UPOS == "PROPN" && !days[strings.ToLower(m.Word(k).Form)] && (head == v || head == x || head == first):
			return k
		}
	}
	return -1
}

// metBy reports whether the verb v has a name for its object: "Gil met Lund on
// Monday and Berg on Friday" is said of three, with one subject.
func (m *mender) metBy(v int) bool {
	for _, o := range m.By(v, "obj") {
		if m.name(o) {
			return true
		}
	}
	return false
}

// shared are the prepositions of which the second clause may repeat the first's.
var shared = map[string]bool{"to": true, "by": true, "from": true, "with": true, "for": true}

// link returns the conjunction or comma right before the name of w; -1 if
// there is none.
func (m *mender) link(w int) int {
	first := w
	for _, k := range m.By(w, "compound", "flat", "det", "amod", "nmod:desc", "nmod:poss") {
		at, _ := m.Subtree(k)
		first = min(first, at)
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
	m.put(v, m.link(first), first, second, m.Word(x).Rel)
	for _, k := range m.kids[x] {
		if k > second && m.Is(k, "conj") {
			m.hang(k, second, "conj")
		}
	}
	m.rebuild()
}

// put makes the word g a verb like v, with the subject first and the argument
// second, which hangs on it by the relation rel.
func (m *mender) put(v, g, first, second int, rel string) {
	m.copy()
	word := *m.Word(v)
	word.Form, word.Span, word.Head, word.Rel = m.Word(g).Form, m.Word(g).Span, v, "conj"
	subject := m.Word(m.By(v, "nsubj")[0]).Rel
	m.Sentence.Words[g] = word
	m.hang(first, g, subject)
	m.hang(second, g, rel)
	m.rebuild()
}
