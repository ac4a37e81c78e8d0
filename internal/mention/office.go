package mention

import "strings"

// An office is a noun for an office, a calling or a kinship with what belongs
// to it, as read around its head.
type office struct {
	Title
	head       int  // the noun
	first, end int  // all its words: article, owner and complement included
	also       int  // a second mention that it is of, as the country of a council's secretary; -1 if none
	plural     bool // "ministers"
	the        bool // an article, a pronoun or an owner stands before it
	indefinite bool
}

// officeAt reads the noun w as an office, a calling or a kinship.
func (r *reading) officeAt(s, w int) (office, bool) {
	word := r.word(s, w)
	switch word.UPOS {
	case "NOUN", "PROPN", "ADJ":
	default:
		return office{}, false
	}
	class, kin, ok := r.lex.title(r.lower(s, w), word.Form)
	if !ok {
		return office{}, false
	}
	o := office{head: w, first: w, end: w + 1, also: -1, Title: Title{First: w, End: w + 1, Of: -1, Class: class, Kin: kin}}
	o.plural = word.XPOS == "NNS" || word.XPOS == "NNPS"
	if kin && r.inLaw(s, w) {
		o.end, o.End = w+5, w+5
	}
	r.officeRight(s, &o)
	r.officeLeft(s, &o)
	o.Text = r.surface(s, o.First, o.End)
	return o, true
}

// inLaw reports whether "-in-law" follows the word.
func (r *reading) inLaw(s, w int) bool {
	words := r.sents[s].Words
	return w+4 < len(words) && isHyphen(words[w+1].Form) && words[w+2].Form == "in" && isHyphen(words[w+3].Form) && words[w+4].Form == "law"
}

var officePrepositions = map[string]bool{"of": true, "for": true, "to": true, "at": true}

// officeRight reads what "of", "for", "to" or "at" adds to the noun: the body
// or country that it is of, or words of the title itself ("Secretary of
// State").
func (r *reading) officeRight(s int, o *office) {
	words := r.sents[s].Words
	if end := o.head + 3; end <= len(words) && words[o.head+1].Form == "of" {
		if _, whole := r.lex.Office(r.lower(s, o.head) + " of " + strings.ToLower(words[end-1].Form)); whole { // "head of government"
			o.end, o.End = end, end
		}
	}
	for o.end+1 < len(words) && officePrepositions[strings.ToLower(words[o.end].Form)] {
		of, end := r.belongs(s, o.end+1)
		if end < 0 {
			return
		}
		switch {
		case of < 0 && o.Of < 0:
			o.End = end
		case of >= 0 && o.Of < 0:
			o.Of = of
		case of >= 0 && o.also < 0:
			o.also = of
		default:
			return
		}
		o.end = end
	}
	for o.plural && o.Of >= 0 && o.end+1 < len(words) && (words[o.end].Form == "and" || words[o.end].Form == ",") {
		i := r.taken[s][o.end+1]
		if i < 0 || !r.body(i) || r.ms[i].First != o.end+1 {
			break
		}
		o.end = r.ms[i].End // "the ministers of Ghana and Togo"
	}
}

// belongs reads the noun phrase that begins at the word: the mention that it
// holds, or -1 for plain words, and its end; an end of -1 if there is none.
func (r *reading) belongs(s, at int) (of, end int) {
	words := r.sents[s].Words
	for n := 0; at < len(words) && n < 8; n++ {
		i := r.taken[s][at]
		switch {
		case i >= 0 && r.ms[i].Type == Person && r.ms[i].Kind == Named:
			return i, r.ms[i].End // "son of Amal Haddad"
		case i >= 0 && (r.ms[i].Type == Organization || r.ms[i].Type == Country || r.ms[i].Type == Delegation || r.ms[i].Type == Place || r.ms[i].Type == Meeting):
			if e := r.ms[i].End; e+1 < len(words) && r.possessed(s, e) { // "of Chile's navy"
				at = e + 1
				continue
			}
			return i, r.ms[i].End
		case words[at].UPOS == "DET", words[at].UPOS == "ADJ", words[at].UPOS == "PRON" && words[at].XPOS == "PRP$":
			at++
		case words[at].UPOS == "NOUN" || words[at].UPOS == "PROPN":
			return r.plain(s, at)
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// possessed reports whether the word is a possessive ending.
func (r *reading) possessed(s, w int) bool {
	if w < 0 || w >= len(r.sents[s].Words) {
		return false
	}
	word := r.word(s, w)
	return word.XPOS == "POS" || word.Form == "'s" || word.Form == "'"
}

// plain reads common nouns up to the next word that is none.
func (r *reading) plain(s, at int) (of, end int) {
	words := r.sents[s].Words
	end = at
	for end < len(words) && r.taken[s][end] < 0 {
		switch words[end].UPOS {
		case "NOUN", "PROPN", "ADJ":
			end++
			continue
		case "CCONJ":
			if end+1 < len(words) && r.taken[s][end+1] < 0 && (words[end+1].UPOS == "PROPN" || words[end+1].UPOS == "NOUN") {
				if _, _, ok := r.lex.title(r.lower(s, end+1), words[end+1].Form); !ok {
					end += 2
					continue
				}
			}
		}
		break
	}
	return -1, end
}

// officeLeft reads the words before the noun: portfolio and rank, the body or
// country, the owner, "former", the article.
func (r *reading) officeLeft(s int, o *office) {
	for k := o.first - 1; k >= 0; k-- {
		if i := r.taken[s][k]; i >= 0 && i != r.taken[s][o.head] {
			if !r.leftOf(s, o, k, i) {
				return
			}
			k = r.ms[i].First
			o.first = k
			continue
		}
		word := r.word(s, k)
		form := strings.ToLower(word.Form)
		class := r.lex.modifier(form)
		listed, whole := r.lex.Office(form + " " + r.lower(s, o.First))
		switch {
		case r.dated(s, k): // "on Tuesday President Ama Poe"
			return
		case whole && o.First == k+1 && word.UPOS != "PART": // "prime minister"
			o.first, o.First, o.Class = k, k, listed.Class
		case homelands[form] && r.possessed(s, k+1):
			o.Home, o.the, o.first = true, true, k
		case r.possessed(s, k), isHyphen(form):
		case word.UPOS == "DET":
			o.first, o.the, o.indefinite = k, form != "a" && form != "an", form == "a" || form == "an"
			return
		case class == "past":
			o.Former = true
			o.first = k
		case class != "" && class != "present" && class != "state":
			o.first, o.First = k, min(o.First, k)
		case word.UPOS == "ADJ", class != "", word.UPOS == "NUM", word.XPOS == "VBN" || word.XPOS == "VBG":
			o.first = k
		case word.UPOS == "NOUN" && o.first == k+1 || word.UPOS == "PROPN" && o.first == k+1:
			o.first = k
			if o.First == k+1 {
				o.First = k
			}
		default:
			return
		}
	}
}

// homelands are nouns that take up the country spoken of.
var homelands = map[string]bool{"country": true, "nation": true, "kingdom": true, "republic": true, "emirate": true, "island": true, "archipelago": true, "sultanate": true}

// dated reports whether the word is part of a date.
func (r *reading) dated(s, w int) bool {
	for _, e := range r.dates[s] {
		if e.First <= w && w < e.End {
			return true
		}
	}
	return false
}

// whereabouts reports whether a country's or a place's name says where something is,
// "In Chile Minister Ada Poe": it belongs to no title after it.
func (r *reading) whereabouts(m *Mention) bool {
	if m.Kind != Named || m.Type != Country && m.Type != Place || m.First == 0 {
		return false
	}
	switch r.lower(m.Sentence, m.First-1) {
	case "in", "at", "near", "across", "throughout", "outside", "inside":
		return true
	}
	return false
}

// leftOf takes in a mention that ends at word k, left of the office: its
// country, its body, its owner.
func (r *reading) leftOf(s int, o *office, k, i int) bool {
	m := &r.ms[i]
	owned := k+1 < len(r.sents[s].Words) && r.possessed(s, k+1)
	switch {
	case m.Kind == Pronoun:
		if r.word(s, k).XPOS != "PRP$" {
			return false
		}
	case m.Type == Person && !owned:
		return false
	case m.Type == Meeting, m.Type == Proposal, m.Type == Event:
		return false
	case r.whereabouts(m) && !owned:
		return false
	}
	switch {
	case o.Of < 0:
		o.Of = i
	case o.also < 0:
		o.also = i
	}
	o.the = true
	return true
}
