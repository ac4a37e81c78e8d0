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
	if d.head == 0 || d.tree.Word(d.head-1).UPOS == "ADJ" {
		return false
	}
	i := d.taken[d.s][d.head-1]
	if i < 0 {
		return false
	}
	if d.plural {
		d.lands(i)
		return false
	}
	m := &d.ms[i]
	if m.Type != Place || m.Kind != Named || m.End != d.head || d.tree.Word(m.Head).Head != d.head {
		return false
	}
	if _, whole := d.lex.Noun(lexicon.PlaceHead, d.tree.Word(d.head-1).Form); whole { // "a Red Sea port"
		return false
	}
	class, ok := d.lex.Noun(lexicon.PlaceHead, d.lemma)
	_, city := d.lex.City(m.Name)
	if !ok || city && class != "settlement" && class != "division" || class != "division" && d.goesOn() {
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

// goesOn reports whether "of" and a name follow the noun: "the Lapland village
// of Inari".
func (d *description) goesOn() bool {
	words := d.sents[d.s].Words
	return d.head+2 < len(words) && words[d.head+1].Form == "of" && capital(words[d.head+2].Form)
}

// lands makes places of the names in a row before the plural of a noun for
// them, of which i is the last: "Inari, Utsjoki and Sodankyla stations".
func (d *description) lands(i int) {
	if _, ok := d.lex.Noun(lexicon.PlaceHead, d.lemma); !ok {
		return
	}
	words := d.sents[d.s].Words
	for i >= 0 && d.ms[i].Kind == Named && (d.ms[i].Type == Place || d.ms[i].Type == Person) && len(d.ms[i].Titles) == 0 {
		d.ms[i].Type = Place
		at := d.ms[i].First - 1
		if at < 1 || words[at].Form != "," && words[at].UPOS != "CCONJ" {
			return
		}
		i = d.taken[d.s][at-1]
	}
}

// landClasses are the classes of nouns for places whose names say nothing of it.
var landClasses = map[string]bool{"settlement": true, "division": true, "landform": true, "water": true}

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
	return ok && landClasses[class] && !capital(r.word(s, w).Form)
}

// capitalBefore reports whether the noun stands before the name of a capital
// that it introduces: "the Peruvian capital, Lima".
func (r *reading) capitalBefore(m *Mention) bool {
	w := m.First - 1
	if w > 0 && r.word(m.Sentence, w).Form == "," {
		w--
	}
	return w > 0 && r.lower(m.Sentence, w) == "capital"
}
