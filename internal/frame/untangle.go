package frame

import "strings"

// untangle puts right what the parser hung on a wrong word within a phrase:
// "face-to-face talks", "a $3 billion offer", and a subject that follows a date
// ("From January 1 Gil will head").
func (m *mender) untangle(w int) {
	switch {
	case m.reduplicated(w):
		m.behead(w, w+5)
	case m.Word(w).UPOS == "SYM" || m.Word(w).XPOS == "$":
		if noun := m.priced(w); noun >= 0 {
			m.behead(w, noun)
		}
	case m.noun(w) && m.headless(w):
	case m.noun(w) && m.timed(w):
	case m.noun(w) && m.Is(w, "obl"):
		m.behindDate(w)
	}
}

// reduplicated reports whether the word w and the four after it are an adjective
// like "face-to-face" before a noun, and the noun hangs on none of them as their
// head.
func (m *mender) reduplicated(w int) bool {
	if w+5 >= len(m.kids) || !m.noun(w+5) || !m.spells(w+1, []string{"-", "to", "-"}) || !strings.EqualFold(m.Word(w).Form, m.Word(w+4).Form) {
		return false
	}
	return m.Word(w).Head != w+5 && (m.Word(w).Head < w || m.Word(w).Head > w+5)
}

// priced returns the noun that the sum of money w only modifies, though the
// parser made it an apposition: "an unsolicited $3 billion takeover offer"; -1
// if there is none.
func (m *mender) priced(w int) int {
	for _, k := range m.By(w, "appos", "nmod:unmarked", "dep") {
		if k < w || m.Word(k).UPOS != "NOUN" {
			continue
		}
		for at := w + 1; at < m.opening(k); at++ {
			if m.Word(at).UPOS != "NUM" {
				return -1
			}
		}
		return k
	}
	return -1
}

// behead gives the noun the place of the word w, which becomes its modifier, and
// what hangs on w.
func (m *mender) behead(w, noun int) {
	m.copy()
	head, rel := m.Word(w).Head, m.Word(w).Rel
	for _, k := range m.kids[w] {
		if k != noun && m.Word(k).UPOS != "NUM" && m.Word(k).UPOS != "PUNCT" && (k < w || k > noun) {
			m.hang(k, noun, m.Word(k).Rel)
		}
	}
	if head == noun {
		head, rel = m.Word(noun).Head, m.Word(noun).Rel
	}
	m.hang(noun, head, rel)
	m.hang(w, noun, "compound")
	if noun == w+5 && m.Word(w+2).Form == "to" {
		m.hang(w+2, w, "dep")
		m.hang(w+4, w, "dep")
	}
	m.rebuild()
}

// behindDate makes the name w the subject of its verb, which has none, where the
// parser took the date before it for a part of it.
func (m *mender) behindDate(w int) {
	v := m.Word(w).Head
	cases := m.By(w, "case")
	if v < w || m.Word(v).UPOS != "VERB" || len(m.By(v, "nsubj")) > 0 || len(cases) != 1 || cases[0] != m.first(w) {
		return
	}
	start := m.nameStart(w)
	if place := m.placeEnd(cases[0] + 1); place > 0 && place < start && len(m.By(w, "nmod:desc")) > 0 { // "In Turkey Minister Gil met"
		m.splitPlace(w, cases[0], place)
		return
	}
	for at := cases[0] + 1; start < 0 && at < w; at++ {
		if m.Word(at).Form == "the" && m.Word(at).Head == w { // "At dawn the text was sent"
			start = at
		}
	}
	if start <= cases[0]+1 {
		return
	}
	for at := cases[0] + 1; at < start; at++ {
		form := strings.ToLower(strings.TrimSuffix(m.Word(at).Form, "."))
		if m.Word(at).UPOS != "NUM" && !months[form] && !days[form] && !hours[form] {
			return
		}
	}
	date := cases[0] + 1
	m.copy()
	m.hang(date, v, "obl")
	m.hang(cases[0], date, "case")
	for at := date + 1; at < start; at++ {
		m.hang(at, date, "nummod")
	}
	m.hang(w, v, "nsubj")
	m.rebuild()
}

// placeEnd returns the end of the name of a place or country that begins at word
// i; -1 if none does.
func (m *mender) placeEnd(i int) int {
	for _, n := range m.Sentence.Names {
		if n.First == i && (n.Type == "Place" || n.Type == "Country") {
			return n.End
		}
	}
	return -1
}

// splitPlace makes the place between the preposition and the title of the name w
// the complement of the preposition, and w the subject.
func (m *mender) splitPlace(w, preposition, end int) {
	verb, place := m.Word(w).Head, end-1
	m.copy()
	m.hang(place, verb, "obl")
	m.hang(preposition, place, "case")
	for at := preposition + 1; at < place; at++ {
		m.hang(at, place, "compound")
	}
	m.hang(w, verb, "nsubj")
	m.rebuild()
}

func (m *mender) first(w int) int {
	first, _ := m.Subtree(w)
	return first
}

// nameStart returns the first word of the name that the word w is in; -1 if it
// is in none.
func (m *mender) nameStart(w int) int {
	for _, n := range m.Sentence.Names {
		if n.First <= w && w < n.End {
			return n.First
		}
	}
	return -1
}

// hours are times of day that follow a preposition without an article.
var hours = map[string]bool{"dawn": true, "dusk": true, "noon": true, "midnight": true, "night": true, "daybreak": true, "nightfall": true, "sunrise": true, "sunset": true, "lunchtime": true, "breakfast": true, "midday": true}

// headless makes the last word of a body's name its head where the parser hung it
// on the word before as something else: "Spain and the European Investment Bank".
func (m *mender) headless(w int) bool {
	if w+1 >= len(m.kids) || m.Word(w+1).Head != w || !m.Is(w+1, "appos", "conj", "parataxis", "dep") || !m.noun(w+1) || len(m.By(w+1, "cc")) > 0 {
		return false
	}
	for _, n := range m.Sentence.Names {
		if n.Type == "Organization" && n.First <= w && w+2 == n.End && m.Word(w).Head != w+1 {
			m.behead(w, w+1)
			return true
		}
	}
	return false
}

// timed parts the time w from the name before it, of which the parser made one
// phrase: "flew to Lima last week", "met Gil next Tuesday".
func (m *mender) timed(w int) bool {
	form := strings.ToLower(m.Word(w).Form)
	verb := m.verbAbove(w)
	if !seasons[form] && !days[form] && !months[form] || verb < 0 {
		return false
	}
	for _, k := range m.kids[w] {
		if !m.name(k) || k > w || !m.Is(k, "compound", "nmod", "obj", "appos") || m.Is(k, "nmod:poss") {
			continue
		}
		end := min(m.nameEnd(k), w)
		switch strings.ToLower(m.Word(end).Form) {
		case "last", "next", "this", "later", "earlier":
		default:
			if end != w || !days[form] || !m.Is(w, "nsubj") { // "Gil today met Lund"
				continue
			}
		}
		m.copy()
		m.hang(k, m.Word(w).Head, m.Word(w).Rel)
		for _, x := range m.kids[w] {
			if x < k {
				m.hang(x, k, m.Word(x).Rel)
			}
		}
		m.hang(w, verb, "obl:unmarked")
		m.rebuild()
		return true
	}
	return false
}

// verbAbove returns the verb nearest above w; -1 if there is none.
func (m *mender) verbAbove(w int) int {
	for i := 0; i < maxClimb && w >= 0; i++ {
		if w = m.Word(w).Head; w >= 0 && m.Word(w).UPOS == "VERB" {
			return w
		}
	}
	return -1
}
