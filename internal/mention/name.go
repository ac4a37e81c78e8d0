package mention

import (
	"strings"

	"kg/internal/nlp"
)

// blank returns a mention of the words [first, end) that says nothing yet.
func blank(sentence, first, end, head int) Mention {
	return Mention{Sentence: sentence, First: first, End: end, Head: head, inner: -1, Entity: -1, Of: -1, Where: -1}
}

// names adds the names of one sentence: those that the recogniser gives, then
// the names and adjectives of nations among the words left.
func (r *reading) names(s int) {
	for _, n := range r.sents[s].Names {
		r.name(s, n)
	}
	r.nations(s)
}

func (r *reading) name(s int, n nlp.Name) {
	first, end := r.trimName(s, n.First, n.End)
	if n.Type == Person {
		first = r.afterTitles(s, first, end)
	}
	if first >= end {
		return
	}
	m := blank(s, first, end, r.topOf(s, first, end))
	m.Type, m.Kind, m.Name = n.Type, Named, r.surface(s, first, end)
	if m.Type != Person {
		r.retype(&m)
	}
	if m.Type == "" || m.Type == "Misc" {
		return
	}
	m.Forms = []string{m.Name}
	r.add(m)
}

// trimName leaves articles, possessive endings and punctuation at the edges
// of a name out.
func (r *reading) trimName(s, first, end int) (int, int) {
	for first < end && (r.word(s, first).UPOS == "DET" || r.word(s, first).UPOS == "PUNCT" && r.word(s, first).Form != "'") {
		first++
	}
	for end > first && r.trailing(s, end-1) {
		end--
	}
	return first, end
}

func (r *reading) trailing(s, w int) bool {
	word := r.word(s, w)
	if word.XPOS == "POS" || word.Form == "'s" || word.Form == "'" {
		return true
	}
	return word.UPOS == "PUNCT" && !strings.HasSuffix(word.Form, ".") && word.Form != ")"
}

// topOf returns the word of [first, end) that hangs on a word outside; the
// first of them where there are several.
func (r *reading) topOf(s, first, end int) int {
	for w := first; w < end; w++ {
		if h := r.word(s, w).Head; h < first || h >= end {
			return w
		}
	}
	return end - 1
}

// retype corrects the type of a name by what the lexicon knows of it and by
// the common noun that heads it.
func (r *reading) retype(m *Mention) {
	if nation, ok := r.lex.nation(m.Name); ok {
		m.nation = nation
		r.nationality(m)
		return
	}
	for w := m.End - 1; w >= m.First; w-- {
		if w < m.End-1 && r.word(m.Sentence, w+1).UPOS != "ADP" {
			continue // the head is the last noun, or the one before "of"
		}
		for _, n := range r.nouns[r.lower(m.Sentence, w)] {
			if (n.Type == Meeting || n.Type == Proposal) && !n.Weak && m.End-m.First > 1 {
				m.Type = n.Type
				return
			}
		}
	}
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
			if !ok || r.covered(s, w, w+n) {
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

// covered reports whether a mention holds one of the words.
func (r *reading) covered(s, first, end int) bool {
	for w := first; w < end; w++ {
		if r.taken[s][w] >= 0 {
			return true
		}
	}
	return false
}

// capital reports whether s begins with a capital letter.
func capital(s string) bool {
	for _, c := range s {
		return strings.ToLower(string(c)) != string(c)
	}
	return false
}

// afterTitles moves the beginning of a person's name over titles and forms of
// address that the recogniser took in.
func (r *reading) afterTitles(s, first, end int) int {
	for first < end-1 {
		form := r.word(s, first).Form
		_, kin, ok := r.lex.title(strings.ToLower(form), form)
		if !ok || kin {
			break
		}
		first++
		for first < end-1 && (isHyphen(r.word(s, first).Form) || r.word(s, first).Form == ".") {
			first++
		}
	}
	return first
}
