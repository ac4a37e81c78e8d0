package frame

import "strings"

// rehang puts clauses and names back where the words before them say they
// belong: what was said behind the day it was said on, what a fronted participle
// has for its object, whose name follows an office.
func (m *mender) rehang(w int) {
	m.saidOn(w)
	if w == 0 {
		m.fronting(w)
	}
	m.nameBehind(w)
	m.cutOff(w)
	m.herOwn(w)
}

// herOwn makes "her" the owner of the office behind it, which a name follows,
// where the parser took it for whom something is told: "told her counterpart, Gil".
func (m *mender) herOwn(w int) {
	verb := m.Word(w).Head
	if !strings.EqualFold(m.Word(w).Form, "her") || !m.Is(w, "iobj", "obj") || verb < 0 {
		return
	}
	for _, o := range m.By(verb, "obj", "iobj") {
		if o > w && m.first(o) == w+1 && m.Word(o).UPOS == "NOUN" && len(m.By(o, "appos")) > 0 {
			m.copy()
			m.hang(w, o, "nmod:poss")
			m.Sentence.Words[w].XPOS = "PRP$"
			m.rebuild()
			return
		}
	}
}

// cutOff parts the name w from a noun behind a comma of which the parser made it
// a part: "sanctions on Gil, saying clerics must". The name takes the noun's place,
// and the noun is the subject of the verb behind it that has none.
func (m *mender) cutOff(w int) {
	noun := m.Word(w).Head
	if !m.name(w) || noun < w || !m.Is(w, "compound", "flat", "nmod:desc") || !m.noun(noun) || m.named(w, noun) {
		return
	}
	end := m.nameEnd(w)
	if end >= noun || m.Word(end).Form != "," || len(m.By(w, "conj")) > 0 {
		return
	}
	for at := end; at < noun; at++ {
		if m.Word(at).UPOS == "CCONJ" {
			return
		}
	}
	m.copy()
	m.hang(w, m.Word(noun).Head, m.Word(noun).Rel)
	for _, k := range m.kids[noun] {
		if k < w {
			m.hang(k, w, m.Word(k).Rel)
		}
	}
	m.hang(noun, w, "dep")
	for v := noun + 1; v < len(m.kids); v++ {
		if m.Word(v).UPOS == "VERB" {
			if len(m.By(v, "nsubj")) == 0 && m.Is(v, "parataxis", "ccomp", "conj", "root") {
				m.hang(noun, v, "nsubj")
			}
			break
		}
	}
	m.rebuild()
}

// saidOn makes the clause that the parser took for one about a day what was
// said on that day: "Peru said on Thursday that Chile had left".
func (m *mender) saidOn(v int) {
	if m.Word(v).UPOS != "VERB" || len(m.By(v, "ccomp", "obj")) > 0 {
		return
	}
	for _, d := range m.By(v, "obl") {
		if !days[strings.ToLower(m.Word(d).Form)] && m.Word(d).UPOS != "NUM" && !months[strings.ToLower(m.Word(d).Form)] {
			continue
		}
		for _, c := range m.By(d, "acl") {
			that := m.first(c)
			if that < d || !strings.EqualFold(m.Word(that).Form, "that") || m.Word(that).Head != c || len(m.otherSubjects(c, that)) == 0 {
				continue
			}
			m.copy()
			m.hang(that, c, "mark")
			m.Sentence.Words[that].XPOS = "IN"
			m.hang(c, v, "ccomp")
			m.rebuild()
			return
		}
	}
}

// otherSubjects returns the subjects of the verb w but for one word.
func (m *mender) otherSubjects(w, but int) []int {
	var out []int
	for _, k := range m.By(w, "nsubj") {
		if k != but {
			out = append(out, k)
		}
	}
	return out
}

// fronting makes a verb of the word in -ing that opens a sentence and that the
// parser took for an adjective, its noun the object, and the name behind the
// comma the subject: "Welcoming Peru's offer, Gil said".
func (m *mender) fronting(w int) {
	noun := m.Word(w).Head
	if !strings.HasSuffix(m.Word(w).Form, "ing") || !m.Is(w, "amod") || noun < 0 || !m.Is(noun, "nsubj") || !m.begins(w+1, noun) {
		return
	}
	v := m.Word(noun).Head
	for _, name := range m.By(noun, "appos") {
		if start := m.opening(name); name < noun || name > v || !m.name(name) || m.Word(start-1).Form != "," {
			continue
		}
		m.copy()
		word := &m.Sentence.Words[w]
		word.UPOS, word.XPOS, word.Lemma = "VERB", "VBG", stem(word.Form)
		m.hang(w, v, "advcl")
		m.hang(noun, w, "obj")
		m.hang(name, v, "nsubj")
		m.rebuild()
		return
	}
}

// stem returns the verb of a form in -ing, as far as its letters tell.
func stem(form string) string {
	s := strings.TrimSuffix(strings.ToLower(form), "ing")
	n := len(s)
	switch {
	case n < 3:
	case s[n-1] == s[n-2] && s[n-1] != 's' && s[n-1] != 'l':
		return s[:n-1]
	case strings.ContainsRune("cvuz", rune(s[n-1])):
		return s + "e"
	}
	for _, end := range silent {
		if strings.HasSuffix(s, end.letters) && (end.but == "" || !strings.HasSuffix(s, end.but)) {
			return s + "e"
		}
	}
	return s
}

// silent are the endings of stems that lose an "e" before -ing, and those that
// do not though they end so.
var silent = []struct{ letters, but string }{{"dg", ""}, {"rg", ""}, {"at", "eat"}, {"is", ""}, {"os", ""}, {"om", "oom"}, {"ud", "oud"}, {"ir", "air"}, {"ar", "ear"}, {"am", "eam"}, {"accus", ""}}

// begins reports whether word i opens a noun phrase of the noun: as its article
// or as the first word of its owner.
func (m *mender) begins(i, noun int) bool {
	if i >= len(m.kids) {
		return false
	}
	if m.Word(i).Head == noun && (m.Is(i, "det") || m.Word(i).XPOS == "PRP$") {
		return true
	}
	for _, k := range m.By(noun, "nmod:poss") {
		if m.first(k) == i {
			return true
		}
	}
	return false
}

// nameBehind makes the name between commas behind the office of an argument its
// apposition where the parser took it for a member of a row of verbs: "sent its
// envoy, Gil, to the talks".
func (m *mender) nameBehind(w int) {
	head := m.Word(w).Head
	if !m.name(w) || !m.Is(w, "conj") || head < 0 || m.Word(head).UPOS != "VERB" || len(m.By(w, "cc", "conj", "nsubj", "obj", "case")) > 0 {
		return
	}
	start := m.opening(w)
	end := m.nameEnd(w)
	if start < 2 || end >= len(m.kids) || m.Word(start-1).Form != "," || m.Word(end).Form != "," && m.Word(end).Form != "." {
		return
	}
	office := start - 2
	if m.Word(office).UPOS != "NOUN" || m.Word(office).XPOS == "NNS" || !m.Is(office, "obj", "obl", "iobj", "nsubj:pass") {
		return
	}
	m.reattach(w, office, "appos")
}
