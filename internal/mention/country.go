package mention

import "strings"

// A nation is a word's tie to a country.
type nation struct {
	key string // as "country:UA"
	how tie
}

// A tie says how a word names its country.
type tie uint8

const (
	byName    tie = iota + 1 // "Chile"
	byDemonym                // "Chilean"
	byCapital                // "Santiago": the country or the city
	bySeat                   // a building or district that stands for the government
)

// nationality types a mention of a nation: a demonym, the country, or where
// the word is its capital, what the sentence makes of it.
func (r *reading) nationality(m *Mention) {
	m.Type = Country
	switch m.nation.how {
	case byDemonym:
		m.Kind = Demonym
	case byCapital:
		if !r.acts(m) {
			m.Type = Place
			m.nation = nation{}
		}
	}
}

// seated reports whether a preposition of place stands right before the name of
// a capital that neither owns nor modifies what follows, however it is attached.
func (r *reading) seated(m *Mention) bool {
	words := r.sents[m.Sentence].Words
	if m.First == 0 || m.End >= len(words) {
		return false
	}
	switch strings.ToLower(words[m.First-1].Form) {
	case "in", "near", "outside":
	default:
		return false
	}
	next := words[m.End]
	return next.UPOS != "NOUN" && next.UPOS != "PART" && next.UPOS != "PROPN" && !isHyphen(next.Form)
}

// actingPrepositions are those after which a capital is its government:
// nobody stands between two cities in a negotiation.
var actingPrepositions = map[string]bool{"between": true, "with": true, "against": true, "by": true, "for": true, "among": true,
	"on": true, "upon": true, "over": true, "behind": true, "like": true, "including": true, "versus": true, "than": true, "as": true,
	"despite": true, "without": true, "besides": true, "alongside": true, "unlike": true, "concerning": true, "regarding": true}

// acts reports whether a capital stands for its country here, by its place in
// the tree.
func (r *reading) acts(m *Mention) bool {
	t := r.trees[m.Sentence]
	h := m.Head
	for range 8 { // a conjunct is read as the first of its row
		if t.Word(h).Rel != "conj" || t.Word(h).Head < 0 {
			break
		}
		if len(t.By(h, "case")) > 0 {
			break
		}
		h = t.Word(h).Head
	}
	w := t.Word(h)
	if w.Head < 0 || r.listed(m) || r.seated(m) || r.landBeside(m) || r.capitalBefore(m) {
		return false
	}
	governor := r.lower(m.Sentence, w.Head)
	switch {
	case w.Rel == "nsubj:pass":
		return !r.cues.is("strike", governor)
	case t.Is(h, "nsubj"):
		return !r.cues.is("lie", governor)
	case t.Is(h, "obj", "iobj"):
		return !r.cues.is("strike", governor) && !r.cues.is("travel", governor)
	case w.Rel == "nmod:poss":
		return !r.cues.is("site", governor)
	case t.Is(h, "compound", "amod", "nmod:desc", "nmod:unmarked", "obl:unmarked"):
		return r.modifies(m, h, governor)
	case t.Is(h, "obl", "nmod"):
		return r.complementActs(m, h, governor)
	case w.Rel == "conj": // "by Ankara and then by Tehran"
		first := w.Head
		for range 8 {
			if t.Word(first).Rel != "conj" || t.Word(first).Head < 0 {
				break
			}
			first = t.Word(first).Head
		}
		if g := t.Word(first).Head; g >= 0 && t.Is(first, "obl", "nmod") {
			return r.complementActs(m, h, r.lower(m.Sentence, g))
		}
	}
	return false
}

// listed reports whether the name stands in a dateline or other block that is
// no running text, or begins one: "LIMA —".
func (r *reading) listed(m *Mention) bool {
	if m.End < len(r.sents[m.Sentence].Words) && m.First == 0 {
		switch r.word(m.Sentence, m.End).Form {
		case "—", "–", "-", "--":
			return m.Name == strings.ToUpper(m.Name)
		}
	}
	return false
}

// modifies reports whether a capital before a noun takes part in what the
// noun says ("Moscow officials", "Washington-led"), and is not the place of it
// ("the Geneva talks").
func (r *reading) modifies(m *Mention, h int, governor string) bool {
	end := m.End
	words := r.sents[m.Sentence].Words
	if end < len(words) && isHyphen(words[end].Form) {
		return true
	}
	if m.First > 0 && isHyphen(words[m.First-1].Form) {
		return true
	}
	for _, n := range r.nouns[governor] {
		if n.Type == Meeting || n.Type == Place {
			return false
		}
	}
	return !r.cues.is("happening", governor) && !r.cues.is("site", governor)
}

func (r *reading) complementActs(m *Mention, h int, governor string) bool {
	t := r.trees[m.Sentence]
	form := t.Case(h)
	struck := r.cues.is("strike", governor)
	switch {
	case form == "on" || form == "against":
		return !struck
	case actingPrepositions[form]:
		return !r.cues.is("travel", governor) || form == "with" || form == "between"
	case form == "to" && r.carriesPaper(m.Sentence, h):
		return true
	case form == "to" || form == "from" || form == "toward" || form == "towards":
		return !r.cues.is("travel", governor) && !struck
	case form == "of":
		return t.Is(h, "nmod") && (r.human(m.Sentence, t.Word(h).Head) || r.cues.is("will", governor))
	}
	return false
}

// carriesPaper reports whether what goes or is sent to the word h is a paper,
// which goes to governments rather than to cities.
func (r *reading) carriesPaper(s, h int) bool {
	t := r.trees[s]
	for range 8 {
		if t.Word(h).Rel != "conj" || t.Word(h).Head < 0 {
			break
		}
		h = t.Word(h).Head
	}
	verb := t.Word(h).Head
	if verb < 0 {
		return false
	}
	things := t.By(verb, "obj", "nsubj:pass")
	if len(things) == 0 {
		things = t.By(verb, "nsubj")
	}
	for _, k := range things {
		lemma := r.lower(s, k)
		for _, n := range r.nouns[lemma] {
			if n.Type == Proposal && !n.Weak && !n.Plural {
				return true
			}
		}
		if lemma == "copy" || lemma == "note" {
			return true
		}
	}
	return false
}

// human reports whether the word is a noun for persons or for a body of them.
func (r *reading) human(s, w int) bool {
	lemma := r.lower(s, w)
	if _, ok := r.lex.office(lemma); ok {
		return true
	}
	for _, n := range r.nouns[lemma] {
		if n.Type == Organization || n.Type == Delegation {
			return true
		}
	}
	return false
}

// nations adds the names and adjectives of nations that no name covers.
func (r *reading) nations(s int) {
	words := r.sents[s].Words
	for w := 0; w < len(words); w++ {
		if r.taken[s][w] >= 0 || !capital(words[w].Form) {
			continue
		}
		for n := min(4, len(words)-w); n > 0; n-- {
			nation, ok := r.lex.nation(r.surface(s, w, w+n))
			if !ok || r.covered(s, w, w+n) || words[w+n-1].UPOS == "PUNCT" || n == 1 && r.ofRegion(s, w) {
				continue
			}
			m := blank(s, w, w+n, r.topOf(s, w, w+n))
			m.Kind, m.Name, m.nation = Named, r.surface(s, w, w+n), nation
			r.nationality(&m)
			m.Forms = []string{m.Name}
			r.add(m)
			w += n - 1
			break
		}
	}
}
