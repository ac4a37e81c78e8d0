package frame

import "strings"

// regroup makes one row, or a name and what tells who it is, of two nouns that
// the parser both took for the subject of the verb v.
func (m *mender) regroup(v int) {
	if !m.Verbal(v) {
		return
	}
	if x := m.By(v, "vocative"); len(x) == 1 {
		m.headed(v, x[0])
	}
	subjects := m.By(v, "nsubj")
	if len(subjects) == 1 {
		m.renamed(v, subjects[0])
	}
	if len(subjects) < 2 {
		return
	}
	first, second := subjects[0], subjects[1]
	if m.relative(first) && second < v && m.noun(second) && len(m.By(v, "obj")) == 0 {
		m.reattach(first, v, "obj") // "the plan, which Gil and Lund drew up"
		return
	}
	if second > v || !m.noun(first) || !m.noun(second) {
		return
	}
	if m.whoseNoun(second) && m.Is(v, "advcl", "parataxis") && m.Acts(m.Word(v).Head) && len(m.By(m.Word(v).Head, "nsubj")) == 0 {
		m.whoseClause(v, first)
		return
	}
	if m.precedes(v, first, second) {
		m.reattach(first, m.Word(v).Head, "nsubj") // "Peru, long before Chile stirred, had shipped"
		return
	}
	if k := m.hadDone(second); k >= 0 { // "Peru, having fired rockets, warned"
		m.reattach(k, v, "advcl")
		m.reattach(second, k, "obj")
		return
	}
	switch start := m.opening(second); {
	case start < 2:
	case m.Word(start-1).Form == "and":
		m.coupled(first, second, start-1)
	case m.Word(start-1).Form == "," && m.set(second) && m.ends(first, start-1):
		m.reattach(second, first, "appos")
	}
}

// precedes reports whether the first subject of the verb v stands before a comma
// and the conjunction of v's clause: it is that of the verb above, which has none.
func (m *mender) precedes(v, first, second int) bool {
	head := m.Word(v).Head
	if !m.Is(v, "advcl") || head < v || m.Word(head).UPOS != "VERB" || len(m.By(head, "nsubj")) > 0 || !m.set(first) {
		return false
	}
	for _, k := range m.By(v, "mark", "advmod") {
		if k > first && k < second {
			return true
		}
	}
	return false
}

// hadDone returns the participle behind "having" that the parser made a modifier
// of its own object w; -1 if there is none.
func (m *mender) hadDone(w int) int {
	for _, k := range m.By(w, "amod") {
		if k > 0 && m.Word(k).XPOS == "VBN" && strings.EqualFold(m.Word(k-1).Form, "having") && m.Is(k-1, "aux") {
			return k
		}
	}
	return -1
}

// whoseClause makes the clause of v, which "whose" ties to the noun before it,
// relative to that noun, and the noun the subject of the verb above: "Peru, whose
// leaders meet on Friday, is to sign".
func (m *mender) whoseClause(v, noun int) {
	m.copy()
	m.hang(noun, m.Word(v).Head, "nsubj")
	m.hang(v, noun, "acl:relcl")
	m.rebuild()
}

// headed makes one row of the two names of a headline ("Peru, Chile hold
// talks") of which the parser took the first for somebody spoken to.
func (m *mender) headed(v, name int) {
	subjects := m.By(v, "nsubj")
	last := m.Word(len(m.kids) - 1)
	if len(subjects) != 1 || subjects[0] > v || last.UPOS == "PUNCT" || !m.name(name) || !m.name(subjects[0]) || m.nameEnd(subjects[0]) != v {
		return
	}
	if start := m.opening(subjects[0]); start == m.nameEnd(name)+1 && m.Word(start-1).Form == "," {
		m.copy()
		m.hang(subjects[0], name, "conj")
		m.hang(name, v, "nsubj")
		m.rebuild()
	}
}

// renamed makes the name that opens a sentence the subject where the parser took
// what is said of it between commas for that: "Halden, the bank, has failed".
func (m *mender) renamed(v, noun int) {
	for _, x := range m.By(v, "obl", "vocative", "dislocated", "nmod") {
		end := m.nameEnd(x)
		if !m.name(x) || m.opening(x) != 0 || m.Case(x) != "" || m.name(noun) || noun > v || m.opening(noun) != end+1 || m.Word(end).Form != "," || !m.set(noun) {
			continue
		}
		m.copy()
		m.hang(x, v, m.Word(noun).Rel)
		m.hang(noun, x, "appos")
		m.rebuild()
		return
	}
}

func (m *mender) name(w int) bool { return m.Word(w).UPOS == "PROPN" }

// coupled gives the noun second, taken for a subject of its own, the place that
// the conjunction before it gives it: in the row of the noun that ends there
// ("a plan by Peru and Chile was") or, behind a comma, of the first subject.
func (m *mender) coupled(first, second, and int) {
	to := first
	if m.Word(and-1).Form != "," {
		if !m.noun(and - 1) {
			return
		}
		for to = and - 1; m.Is(to, "flat", "compound", "appos") && m.Word(to).Head >= 0 && m.Word(to).Head < and; {
			to = m.Word(to).Head
		}
	}
	m.copy()
	m.hang(and, second, "cc")
	m.hang(second, to, "conj")
	m.rebuild()
}

func (m *mender) reattach(w, head int, rel string) {
	m.copy()
	m.hang(w, head, rel)
	m.rebuild()
}

// opening returns the first word of the noun phrase of w, a conjunction before
// it left out.
func (m *mender) opening(w int) int {
	first, _ := m.Subtree(w)
	for first < w && (m.Is(first, "cc") || m.Word(first).UPOS == "PUNCT") {
		first++
	}
	return first
}

// set reports whether a comma follows the noun phrase of w.
func (m *mender) set(w int) bool {
	_, end := m.Subtree(w)
	return end < len(m.kids) && (m.Word(end).Form == "," || m.Word(end-1).Form == ",")
}

// ends reports whether the noun phrase of w ends at the word given.
func (m *mender) ends(w, at int) bool {
	_, end := m.Subtree(w)
	return end == at || end == at+1
}

// companions are the words behind a comma that add another to whoever was named
// before it.
var companions = []string{"together with", "along with", "alongside", "as well as", "in tandem with", "in concert with", "in step with", "in company with", "accompanied by", "joined by"}

// accompanied returns the noun that such words add to the noun w ("Peru,
// together with Chile, signed"), however the parser attached it.
func (t *Tree) accompanied(w int) []int {
	end := t.nameEnd(w)
	if end+2 >= len(t.kids) || t.Word(end).Form != "," {
		return nil
	}
	for _, c := range companions {
		words := strings.Fields(c)
		at := end + 1 + len(words)
		if at < len(t.kids) && t.spells(end+1, words) {
			if noun := t.top(at, at, len(t.kids)); t.noun(noun) && t.Word(noun).Head != w && !t.Is(noun, "nsubj", "nmod:poss") {
				return []int{noun}
			}
		}
	}
	return nil
}

// spells reports whether the words stand at word i.
func (t *Tree) spells(i int, words []string) bool {
	for k, word := range words {
		if !strings.EqualFold(t.Word(i+k).Form, word) {
			return false
		}
	}
	return true
}
