package mention

import (
	"strings"

	"kg/lexicon"
)

// land takes the noun for a place into the name right before it: "Inari
// village", "the Upper Nile region", "the Toro dam". A city's name before the
// noun for a division is the division's: "Sliven province". It reports whether
// there is such a name.
func (d *description) land() bool {
	if d.head == 0 || d.plural {
		return false
	}
	i := d.taken[d.s][d.head-1]
	if i < 0 {
		return false
	}
	m := &d.ms[i]
	if m.Type != Place || m.Kind != Named || m.End != d.head || d.tree.Word(m.Head).Head != d.head {
		return false
	}
	class, ok := d.lex.Noun(lexicon.PlaceHead, d.lemma)
	_, city := d.lex.City(m.Name)
	if !ok || city && class != "settlement" && class != "division" {
		return false
	}
	whole := d.reading.surface(d.s, m.First, d.head+1)
	if city && class == "division" {
		m.Name, m.Forms = whole, nil
	}
	m.Forms = append(m.Forms, whole)
	m.inner, m.Head, m.End = m.Head, d.head, d.head+1
	d.taken[d.s][d.head] = i
	return true
}

// lands are the classes of nouns for places whose names say nothing of it.
var lands = map[string]bool{"settlement": true, "division": true, "landform": true, "water": true}

// landBeside reports whether the words around a name of one or two words call
// it a place: "the village of Inari", "Inari, a hamlet high in the hills".
func (r *reading) landBeside(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.End-m.First > 2 {
		return false
	}
	if w := m.First - 2; w >= 0 && strings.EqualFold(words[w+1].Form, "of") && r.landNoun(m.Sentence, w) {
		return w > 0 && words[w-1].UPOS != "VERB"
	}
	if m.End+2 >= len(words) || words[m.End].Form != "," {
		return false
	}
	w := m.End + 1
	if words[w].UPOS != "DET" && words[w].UPOS != "NUM" && !r.landNoun(m.Sentence, w) {
		return false
	}
	for n := 0; w < len(words) && n < 4; n, w = n+1, w+1 {
		switch {
		case r.landNoun(m.Sentence, w):
			return w+1 < len(words) && words[w+1].UPOS != "NOUN"
		case words[w].UPOS != "DET" && words[w].UPOS != "ADJ" && words[w].UPOS != "NUM" && words[w].UPOS != "NOUN":
			return false
		}
	}
	return false
}

// landNoun reports whether the word is a common noun for a place, in the
// singular or plural.
func (r *reading) landNoun(s, w int) bool {
	class, ok := r.lex.Noun(lexicon.PlaceHead, r.lower(s, w))
	return ok && lands[class] && !capital(r.word(s, w).Form)
}
