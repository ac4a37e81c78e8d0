package frame

// retag makes a verb of the word w that the tagger took for a noun where no
// noun can stand: for the only verb that a sentence could have ("Chile backs Ana
// Gil"), or for what is asked of somebody ("insisted that Chile hand over").
func (m *mender) retag(w int) {
	switch {
	case m.onlyVerb(w):
		m.verb(w, "VBZ", "root")
	case m.asked(w):
		m.verb(w, "VB", "ccomp")
	}
}

// onlyVerb reports whether w, a plural and the root of a whole sentence without
// a finite verb, stands right between a name and what follows it.
func (m *mender) onlyVerb(w int) bool {
	if m.Word(w).Head >= 0 || m.Word(w).XPOS != "NNS" || m.nameBefore(w) < 0 || !m.clausal(w) || len(m.By(w, "appos", "ccomp", "nmod")) == 0 {
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

// verb gives w the tag and the relation of a verb, and what hangs on it the
// places of a verb's arguments.
func (m *mender) verb(w int, xpos, rel string) {
	name := m.nameBefore(w)
	m.copy()
	m.Sentence.Words[w].UPOS, m.Sentence.Words[w].XPOS, m.Sentence.Words[w].Rel = "VERB", xpos, rel
	for _, k := range m.kids[w] {
		switch {
		case k == name:
			m.hang(k, w, "nsubj")
		case m.Is(k, "det"):
			m.hang(k, w, "mark")
		case m.Is(k, "appos") && k > w:
			m.hang(k, w, "obj")
		case m.Is(k, "nmod") && k > w:
			m.hang(k, w, "obl")
		}
	}
	m.Tree = build(m.Sentence, nil)
}
