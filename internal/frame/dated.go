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
	m.Tree = build(m.Sentence, nil)
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true}
