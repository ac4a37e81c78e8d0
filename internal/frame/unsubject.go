package frame

import "strings"

// undate takes a date for no object: "will meet in Lima on 3 May", "signed the
// pact Monday", where the parser made the month or the day what is done.
func (m *mender) undate(w int) {
	if !m.Is(w, "obj", "iobj") || w == 0 {
		return
	}
	form := strings.ToLower(m.Word(w).Form)
	switch {
	case months[form] && (m.Word(w-1).UPOS == "NUM" || w+1 < len(m.kids) && m.Word(w+1).UPOS == "NUM" && m.Word(w-1).UPOS == "ADP"):
	case days[form] && m.Word(w-1).UPOS != "ADJ" && m.Word(w-1).UPOS != "DET" && len(m.By(w, "case", "amod", "nmod:poss")) == 0:
	default:
		return
	}
	m.copy()
	if m.Word(w-1).UPOS == "NUM" && m.Word(w-1).Head == m.Word(w).Head {
		m.hang(w, w-1, "nmod:unmarked")
	} else {
		m.hang(w, m.Word(w).Head, "obl:unmarked")
	}
	m.rebuild()
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true}

// nameless makes the plural noun w the subject and the names behind its comma what
// it stands for, where the parser took the names for the subject and hung the
// noun on the verb: "their ministers, Gil and Lund, met".
func (m *mender) nameless(w int) {
	v := m.Word(w).Head
	if !m.Is(w, "obl", "dislocated") || m.Word(w).XPOS != "NNS" || len(m.By(w, "case")) > 0 || len(m.By(w, "det", "nmod:poss")) == 0 || v < w+3 || !m.Verbal(v) || m.Word(w+1).Form != "," {
		return
	}
	for _, x := range m.By(v, "nsubj") {
		first, end := m.Subtree(x)
		if first == w+2 && m.Word(x).UPOS == "PROPN" && len(m.By(x, "conj")) > 0 && end <= v && !spans[m.Word(w).Lemma] {
			rel := m.Word(x).Rel
			m.copy()
			m.hang(w, v, rel)
			m.hang(x, w, "appos")
			m.Tree = build(m.Sentence, nil)
			return
		}
	}
}

// spans are nouns for times, which no names stand for.
var spans = map[string]bool{"day": true, "week": true, "month": true, "year": true, "hour": true, "night": true, "decade": true}
