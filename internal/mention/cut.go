package mention

import (
	"strings"

	"kg/internal/nlp"
	"kg/lexicon"
)

// cutNames returns the recogniser's names of a sentence, those cut that hold
// more than one: "Ada Poe of Chile", "Peru's Foreign Ministry in Lima",
// "Peru-EU", "Poe/Reuters".
func (r *reading) cutNames(s int) []nlp.Name {
	var out []nlp.Name
	for _, n := range r.sents[s].Names {
		if last := len(out) - 1; last >= 0 && out[last].End+1 == n.First && r.word(s, out[last].End).Form == "&" {
			out[last].End, out[last].Type = n.End, Organization
			continue
		}
		n.End = r.purposeEnd(s, n)
		n.End = r.foreignEnd(s, n)
		if end := r.nationEnd(s, n.First); end >= n.End {
			n.End, n.Type = end, Country
			out = append(out, n)
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].End > n.First {
			continue // taken into the name of a state
		}
		out = append(out, r.cut(s, n)...)
	}
	return out
}

// purposes are verbs that say in a body's name what it is for: "Fund to Fight
// Malaria".
var purposes = map[string]bool{"fight": true, "counter": true, "combat": true, "stop": true, "end": true, "protect": true, "promote": true, "prevent": true, "abolish": true,
	"ban": true, "save": true, "defeat": true, "eradicate": true, "eliminate": true, "restore": true, "free": true, "defend": true, "reduce": true, "advance": true, "support": true,
	"preserve": true, "assist": true, "conserve": true, "outlaw": true, "rebuild": true, "reform": true, "safeguard": true, "improve": true}

// purposeEnd returns the end of a body's name with the purpose that follows
// it: "Fund to Fight Malaria".
func (r *reading) purposeEnd(s int, n nlp.Name) int {
	words := r.sents[s].Words
	if n.Type == Person || n.End+2 >= len(words) || words[n.End].Form != "to" || !capital(words[n.End+1].Form) || !purposes[strings.ToLower(words[n.End+1].Form)] || r.titled(s) {
		return n.End
	}
	end := n.End + 2
	for end < len(words) && capital(words[end].Form) && words[end].UPOS != "PUNCT" {
		end++
	}
	if end == n.End+2 {
		return n.End
	}
	return end
}

// foreignEnd returns the end of a body's name with the "de" and the names that
// follow it: "Banco Central de Chile".
func (r *reading) foreignEnd(s int, n nlp.Name) int {
	words := r.sents[s].Words
	end := n.End
	for n.Type == Organization && end+1 < len(words) && foreignOf[words[end].Form] && capital(words[end+1].Form) {
		for end++; end < len(words) && capital(words[end].Form) && words[end].UPOS != "PUNCT"; {
			end++
		}
	}
	return end
}

// foreignOf are words for "of" in names from other languages.
var foreignOf = map[string]bool{"de": true, "del": true, "du": true, "des": true, "do": true, "da": true, "dos": true, "della": true, "di": true}

// nationEnd returns the end of the name of a state with an "of" or "and" in it
// that begins at the word: "Republic of the Congo"; 0 if there is none.
func (r *reading) nationEnd(s, first int) int {
	words := r.sents[s].Words
	for end := min(first+maxNation, len(words)); end > first+2; end-- {
		if !capital(words[end-1].Form) {
			continue
		}
		if nation, ok := r.lex.nation(r.surface(s, first, end)); ok && nation.how == byName {
			return end
		}
	}
	return 0
}

// maxNation is the number of words of the longest names of states.
const maxNation = 7

func (r *reading) cut(s int, n nlp.Name) []nlp.Name {
	for w := n.First; w < n.End; w++ {
		if after := r.cutAt(s, n, w); after > 0 {
			head, tail := n, n
			head.End, tail.First = w, after
			tail.Type = r.typeOf(s, tail)
			if head.End == head.First {
				return r.cut(s, tail)
			}
			if tail.First >= tail.End {
				return []nlp.Name{head}
			}
			if end := after - w; end > 0 && (isHyphen(r.word(s, w).Form) || r.word(s, w).Form == "/") {
				head.Type = r.typeOf(s, head)
			}
			return append([]nlp.Name{head}, r.cut(s, tail)...)
		}
	}
	return []nlp.Name{n}
}

// cutAt returns where the next name begins if the name n is to be cut before
// the word w; 0 if it is not.
func (r *reading) cutAt(s int, n nlp.Name, w int) int {
	form := r.word(s, w).Form
	switch {
	case w == n.First || w+1 >= n.End:
		return 0
	case form == "/", form == "," && n.Type == Person:
		return w + 1
	case isHyphen(form):
		if r.actorWord(s, n.First, w) && r.actorWord(s, w+1, n.End) {
			return w + 1
		}
	case r.possessed(s, w):
		if _, ok := r.lex.nation(r.surface(s, n.First, w)); ok {
			return w + 1
		}
	case n.Type == Person && w > n.First && (form == "at" || form == "in" || form == "from" || form == "with" || form == "after"):
		return w + 1
	case form == "with" && n.Type == Organization:
		return w + 1
	case form == "of" || form == "in" || form == "on" || form == "for" || form == "at":
		after := w + 1
		if r.word(s, after).UPOS == "DET" {
			after++
		}
		if n.Type != "Misc" && after < n.End && !r.bodyBefore(s, n.First, w, form) && r.known(s, after, n.End) {
			return after
		}
	}
	return 0
}

// actorWord reports whether the words are the name of a nation or a known body.
func (r *reading) actorWord(s, first, end int) bool {
	text := r.surface(s, first, end)
	if _, ok := r.lex.nation(text); ok {
		return true
	}
	_, ok := r.lex.Organization(text)
	return ok
}

// bodyBefore reports whether the preposition belongs to the name of a body:
// "Bank of", "Centre for", "Council on".
func (r *reading) bodyBefore(s, first, w int, form string) bool {
	if form == "in" || form == "at" {
		return false
	}
	_, ok := r.lex.Noun(lexicon.OrganizationHead, r.word(s, w-1).Form)
	return ok || w-first == 1 && form == "of" && r.word(s, w+1).UPOS != "DET"
}

// known reports whether the words are a place, a nation or a date.
func (r *reading) known(s, first, end int) bool {
	text := r.surface(s, first, end)
	if _, ok := r.lex.nation(text); ok {
		return true
	}
	if _, ok := r.lex.City(text); ok {
		return true
	}
	if _, ok := r.lex.Region(text); ok {
		return true
	}
	form := strings.ToLower(text)
	return weekdays[form] || months[form]
}

// typeOf returns the type that the lexicon gives to the words of a name, else
// the one it has.
func (r *reading) typeOf(s int, n nlp.Name) string {
	text := r.surface(s, n.First, n.End)
	if _, ok := r.lex.Organization(text); ok {
		return Organization
	}
	if _, ok := r.lex.City(text); ok {
		return Place
	}
	if _, ok := r.lex.Region(text); ok {
		return Place
	}
	return n.Type
}

// wholeBody widens the name of a body to the left over an ordinal and over
// capitalised words that no name holds ("201st", "Trade"), and narrows it on
// the right where an office follows ("Grain Council Secretary").
func (r *reading) wholeBody(s, first, end int) (int, int) {
	for end-first > 1 {
		form := r.word(s, end-1).Form
		if isHyphen(form) { // "Grain Council Secretary-General"
			end--
			continue
		}
		if class, ok := r.lex.office(strings.ToLower(form)); !ok || class == "" || form == "Office" {
			break
		}
		end--
	}
	for first > 0 {
		word := r.word(s, first-1)
		if word.UPOS == "CCONJ" && first > 1 && r.loose(s, first-2) && end-first > 1 {
			first -= 2
			continue
		}
		_, _, title := r.lex.title(strings.ToLower(word.Form), word.Form)
		_, nation := r.lex.nation(word.Form)
		if r.calendar(s, first-1, first) {
			break
		}
		ordinal := word.Form[0] >= '0' && word.Form[0] <= '9' && len(word.Form) > 2 && strings.ContainsAny(word.Form[len(word.Form)-2:], "hdt")
		if r.taken[s][first-1] >= 0 || title || nation || !ordinal && (word.UPOS != "PROPN" && word.UPOS != "ADJ" || !capital(word.Form) || first == 1) || r.named(s, first-1) {
			break
		}
		first--
	}
	return first, end
}

// loose reports whether the word is capitalised and in no name.
func (r *reading) loose(s, w int) bool {
	word := r.word(s, w)
	_, _, title := r.lex.title(strings.ToLower(word.Form), word.Form)
	return word.UPOS == "PROPN" && capital(word.Form) && !title && !r.named(s, w) && r.taken[s][w] < 0
}

// named reports whether a name of the recogniser holds the word.
func (r *reading) named(s, w int) bool {
	for _, n := range r.sents[s].Names {
		if n.First <= w && w < n.End {
			return true
		}
	}
	return false
}
