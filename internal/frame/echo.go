package frame

import "strings"

// echoed gives verbs to the later clauses of a row that repeat only subject and
// agent of the passive v ("the Chilean team was led by Gil, the Peruvian by
// Lund; Norway's by Moe"): what stands between two clauses is made a copy of v.
// An owner or an adjective left without its noun stands for it, by its ending
// or its article.
func (m *mender) echoed(v int) {
	subjects := m.By(v, "nsubj:pass")
	if m.Word(v).UPOS != "VERB" || len(subjects) == 0 || subjects[0] > v {
		return
	}
	by := -1
	for _, x := range m.By(v, "obl:agent") {
		if c := m.By(x, "case"); len(c) > 0 && m.Word(c[0]).Form == "by" && by < 0 {
			by = c[0]
		}
	}
	if by < 0 || m.Word(subjects[0]).UPOS != "NOUN" {
		return
	}
	for b := by + 1; b < len(m.kids); b++ {
		if m.Word(b).Form != "by" || !m.Is(b, "case") {
			continue
		}
		if g, first := m.echo(by, b); g >= 0 {
			m.put(v, g, first, m.Word(b).Head, "obl:agent")
		}
	}
}

// Unsaid reports whether the verb w is one left out, for which the word that
// links its clause to the one before stands in.
func (t *Tree) Unsaid(w int) bool {
	word := t.Word(w)
	if word.UPOS != "VERB" {
		return false
	}
	switch word.Form {
	case "and", "while", ",", ";":
		return true
	}
	return false
}

// echo returns the word that links the clause ending with the agent after the
// second "by" to the one before, and the head of its subject; -1 twice if what
// stands between is more than a noun phrase.
func (m *mender) echo(first, by int) (g, subject int) {
	subject = by - 1
	for k := by - 1; k > first+1; k-- {
		word := m.Word(k)
		switch {
		case word.Form == "," || word.Form == ";" || word.Form == "and" || word.Form == "while":
			if k == by-1 {
				return -1, -1
			}
			return k, m.echoHead(k+1, subject)
		case word.UPOS == "DET", word.UPOS == "ADJ", word.UPOS == "NOUN", word.UPOS == "PROPN", word.XPOS == "POS", word.Form == "one", word.Form == "-":
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// echoHead returns the head of the words [first, last], from which a noun may
// have been left out: the possessive ending, or the article of an adjective.
// The words before it are hung on it.
func (m *mender) echoHead(first, last int) int {
	head := last
	if word := m.Word(last); word.UPOS == "ADJ" || word.UPOS == "PROPN" && m.Word(first).UPOS == "DET" && last == first+1 {
		head = first
	}
	m.copy()
	for k := first; k <= last; k++ {
		if h := m.Word(k).Head; k == head || h >= first && h <= last && h != k {
			continue
		}
		rel := "amod"
		if m.Word(head).XPOS == "POS" {
			rel = "nmod:poss"
		}
		m.hang(k, head, rel)
	}
	m.Tree = build(m.Sentence, nil) // not yet whole: the head has still to be hung
	return head
}

// unnamed returns the head of an adjective with an article, or with "one", that
// ends the second clause and stands for a noun like x: "leads the Chilean team,
// Lund the Peruvian"; -1 if there is none.
func (m *mender) unnamed(x, first int) int {
	start, at := m.link(first), m.nameEnd(first)
	if start < 0 || m.Word(x).UPOS != "NOUN" || at+1 >= len(m.kids) || m.Word(at).UPOS != "DET" {
		return -1
	}
	last := at + 1
	if u := m.Word(last).UPOS; u != "ADJ" && u != "PROPN" {
		return -1
	}
	if last+1 < len(m.kids) && m.Word(last+1).Form == "one" {
		last++
	}
	if last+1 < len(m.kids) && m.Word(last+1).UPOS != "PUNCT" && m.Word(last+1).UPOS != "CCONJ" {
		return -1
	}
	return m.echoHead(at, last)
}

// second gives a verb to what is done to somebody else on another day or at
// another place: "met Lund in Oslo on Monday and Salo in Bergen on Tuesday",
// "flew to Peru on 4 May and to Chile on 6 May".
func (m *mender) second(v int) {
	if m.Word(v).UPOS != "VERB" {
		return
	}
	for _, x := range m.By(v, "obj", "obl") {
		if m.Word(x).UPOS != "PROPN" || x < v || m.Is(x, "obl") && m.Case(x) != "to" {
			continue
		}
		for c := m.nameEnd(x); c < len(m.kids); c++ {
			if m.Word(c).UPOS == "VERB" || m.Word(c).UPOS == "AUX" || m.Word(c).UPOS == "SCONJ" {
				return
			}
			g := m.also(c, m.Case(x))
			if g < 0 || !m.Is(c, "conj") || m.Word(c).UPOS != "PROPN" || m.daily(c) || !m.circumstance(m.nameEnd(x), g) {
				continue
			}
			if z := m.opensAt(m.nameEnd(c)); z >= 0 && m.circumstance(m.nameEnd(c), z+1) {
				m.again(v, x, g, c, z)
				return
			}
		}
	}
}

// also returns the "and" before the name of c, and before its preposition form
// if that is not empty; -1 if c does not stand so.
func (m *mender) also(c int, form string) int {
	g, cases := m.link(c), m.By(c, "case")
	if form != "" && len(cases) == 1 && m.Case(c) == form {
		g = cases[0] - 1
	}
	if g < 0 || m.Word(g).Form != "and" || (form == "") != (len(cases) == 0) {
		return -1
	}
	return g
}

// circumstance reports whether the words [first, end) are one or more phrases of
// place or time, each a preposition with names, numbers and days.
func (m *mender) circumstance(first, end int) bool {
	said := false
	for k := first; k < end; k++ {
		switch word := m.Word(k); {
		case word.Form == "in" || word.Form == "on" || word.Form == "at" || m.sinceDay(k):
			said = true
		case !said:
			return false
		case word.UPOS == "PROPN", word.UPOS == "NUM", word.UPOS == "DET", word.UPOS == "NOUN", word.Form == ",":
		default:
			return false
		}
	}
	return said
}

// opensAt returns the noun of the phrase of place or time that begins at k; -1
// if none does.
func (m *mender) opensAt(k int) int {
	if k+1 >= len(m.kids) || !m.Is(k, "case") || m.Word(k).Head <= k {
		return -1
	}
	switch m.Word(k).Form {
	case "in", "on", "at":
		return m.Word(k).Head
	}
	if m.sinceDay(k) {
		return m.Word(k).Head
	}
	return -1
}

// sinceDay reports whether days begin at k: "from 5 to 8 May".
func (m *mender) sinceDay(k int) bool {
	if f := m.Word(k).Form; f != "from" && f != "between" || k+1 >= len(m.kids) {
		return false
	}
	return m.Word(k+1).UPOS == "NUM" || m.daily(k+1) || months[strings.ToLower(m.Word(k+1).Form)]
}

// again makes the word g a verb like v, without a subject of its own, with the
// argument c, which is to it what x is to v, and the circumstance z and those
// after it.
func (m *mender) again(v, x, g, c, z int) {
	m.copy()
	word := *m.Word(v)
	word.Form, word.Span, word.Head, word.Rel = m.Word(g).Form, m.Word(g).Span, v, "conj"
	m.Sentence.Words[g] = word
	m.hang(c, g, m.Word(x).Rel)
	m.hang(z, g, "obl")
	for k := z + 1; k < len(m.kids); k++ {
		if y := m.opensAt(k); y > 0 && m.Word(y).Head < g {
			m.hang(y, g, "obl")
		}
	}
	m.rebuild()
}

// daily reports whether the word is a day.
func (m *mender) daily(w int) bool { return days[strings.ToLower(m.Word(w).Form)] }
