package mention

import (
	"strings"

	"kg/lexicon"
)

// guilds adds the names of bodies that are called after their members, whose
// possessive parts the name: "the Growers' Federation", "People's Alternative".
func (r *reading) guilds(s int) {
	words := r.sents[s].Words
	for w := 1; w+1 < len(words); w++ {
		if !r.possessed(s, w) || !r.memberWord(s, w-1) || !r.guildWord(s, w+1) || r.taken[s][w-1] >= 0 || r.nameOver(s, w-1, w+2) {
			continue
		}
		first, end := w-1, w+2
		for first > 0 && r.taken[s][first-1] < 0 && capital(words[first-1].Form) && r.guildPart(s, first-1) {
			first--
		}
		for end < len(words) && r.taken[s][end] < 0 && capital(words[end].Form) && (words[end].UPOS == "PROPN" || words[end].UPOS == "NOUN") && !r.callingWord(s, end) {
			if _, body := r.lex.Noun(lexicon.OrganizationHead, words[end-1].Form); body && !r.firmEnd(s, end) {
				break
			}
			end++
		}
		if _, ok := r.lex.nation(r.surface(s, first, end)); ok || words[w+1].Form == "Republic" {
			continue
		}
		m := blank(s, first, end, r.topOf(s, first, end))
		m.Type, m.Kind, m.Name, m.sure = Organization, Named, r.surface(s, first, end), 9
		m.Forms = append([]string{m.Name}, r.ofForm(&m)...)
		r.add(m)
		w = end - 1
	}
}

// nameOver reports whether a name of the recogniser holds all of the words.
func (r *reading) nameOver(s, first, end int) bool {
	for _, n := range r.sents[s].Names {
		if n.First <= first && end <= n.End {
			return true
		}
	}
	return false
}

// memberWord reports whether the word is a capitalised plural for people.
func (r *reading) memberWord(s, w int) bool {
	form := r.word(s, w).Form
	if !capital(form) || len(form) < 5 {
		return false
	}
	lower := strings.ToLower(form)
	for _, end := range []string{"men", "women", "people", "children"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	if !strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "ss") || r.word(s, w+1).Form == "'s" || r.word(s, w+1).Form == "’s" {
		return false
	}
	if _, _, ok := r.lex.title(strings.TrimSuffix(lower, "s"), ""); ok {
		return true
	}
	return strings.HasSuffix(lower, "ers") || strings.HasSuffix(lower, "ists") || strings.HasSuffix(lower, "ors") || strings.HasSuffix(lower, "ents") || strings.HasSuffix(lower, "ants")
}

// guildWord reports whether the word may follow the members in the name of
// their body.
func (r *reading) guildWord(s, w int) bool {
	form := r.word(s, w).Form
	if !capital(form) || r.taken[s][w] >= 0 {
		return false
	}
	if _, ok := r.lex.Noun(lexicon.OrganizationHead, form); ok {
		return true
	}
	if r.cues.is("assemblies", strings.ToLower(form)) || strings.EqualFold(form, "conference") {
		return true
	}
	return strings.EqualFold(r.word(s, w-2).Form, "people") && r.word(s, w).UPOS == "PROPN"
}

// guildPart reports whether a capitalised word before the members belongs to
// the name: no title, and at the beginning of a sentence only a nation or an
// adjective.
func (r *reading) guildPart(s, w int) bool {
	word := r.word(s, w)
	switch word.UPOS {
	case "PROPN", "ADJ", "NOUN", "VERB":
	default:
		return false
	}
	return !r.callingWord(s, w) && !r.possessed(s, w)
}

// firmEnd reports whether the word ends names of companies.
func (r *reading) firmEnd(s, w int) bool {
	_, ok := r.lex.Noun(lexicon.CompanySuffix, r.word(s, w).Form)
	return ok
}
