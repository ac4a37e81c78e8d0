package mention

import (
	"slices"
	"strings"
)

// titles gives the persons named in one sentence their offices and kinships:
// those right before the name, those set off by a comma on either side, and
// the bodies and countries that a name is "of". What is left over are offices
// without a name.
func (r *reading) titles(s int) {
	used := make([]bool, len(r.sents[s].Words))
	before := r.personsOf(s)
	for _, i := range before {
		r.prenominal(s, i, used)
		r.ownedName(s, i)
		r.nameOf(s, i)
	}
	for w := range r.sents[s].Words {
		if used[w] || r.taken[s][w] >= 0 && r.ms[r.taken[s][w]].Kind == Named {
			continue
		}
		o, ok := r.officeAt(s, w)
		if !ok || used[o.First] {
			continue
		}
		if r.apposed(s, &o, used) {
			r.use(used, o.head, o.end)
			continue
		}
		r.unnamed(s, &o)
	}
}

// personsOf returns the named persons of a sentence in order of the text.
func (r *reading) personsOf(s int) []int {
	var out []int
	for w := 0; w < len(r.taken[s]); w++ {
		if i := r.taken[s][w]; i >= 0 && r.ms[i].Type == Person && r.ms[i].Kind == Named && (len(out) == 0 || out[len(out)-1] != i) {
			out = append(out, i)
		}
	}
	return out
}

func (r *reading) use(used []bool, first, end int) {
	for w := first; w < end && w < len(used); w++ {
		used[w] = true
	}
}

// prenominal reads the title right before a name: "Defence Minister", "the
// head of the council,".
func (r *reading) prenominal(s, i int, used []bool) {
	m := &r.ms[i]
	for w := m.First - 1; w >= max(0, m.First-maxTitle); w-- {
		if used[w] || r.word(s, w).UPOS == "PUNCT" && !isHyphen(r.word(s, w).Form) {
			break
		}
		o, ok := r.officeAt(s, w)
		if !ok || o.end != m.First && w != m.First-1 {
			continue
		}
		r.give(s, i, &o)
		r.use(used, o.head, m.First)
		if o.plural {
			r.share(s, i, &o)
			r.drop(s, o.head)
		}
		return
	}
}

// drop takes the mention of a group back whose noun turned out to be the title
// of the names beside it.
func (r *reading) drop(s, head int) {
	if k := r.taken[s][head]; k < 0 || r.ms[k].Type != Delegation || r.ms[k].Head != head {
		return
	}
	for k := range r.ms {
		if m := &r.ms[k]; m.Sentence == s && m.Type == Delegation && m.Head == head { // one for each side
			m.dropped = true
		}
	}
}

// maxTitle is the number of words before a name among which its title begins.
const maxTitle = 12

// give adds an office to a person: as title, and as forms of the name where it
// stands right before it.
func (r *reading) give(s, i int, o *office) {
	m := &r.ms[i]
	address := r.lex.honorific(o.Text) && (!o.Kin || o.Of < 0 && capital(o.Text))
	if !address {
		m.Titles = append(m.Titles, o.Title)
		if o.also >= 0 && o.also != o.Of {
			t := o.Title
			t.Of = o.also
			m.Titles = append(m.Titles, t)
		}
	}
	if o.end != m.First {
		return
	}
	r.raise(s, m, o.first)
	if o.Kin && !address {
		return
	}
	for _, first := range []int{o.First, o.first, o.head} {
		if word := r.word(s, first); word.UPOS == "DET" || word.UPOS == "PRON" {
			first++
		}
		if !o.plural {
			m.Forms = append(m.Forms, r.surface(s, first, m.End))
		}
	}
}

// raise moves the head of a name to its title where the name hangs on it.
func (r *reading) raise(s int, m *Mention, first int) {
	own := m.Head
	for h := r.word(s, m.Head).Head; h >= first && h < m.First; h = r.word(s, h).Head {
		m.Head = h
	}
	if m.Head != own {
		m.inner = own
	}
}

// share gives a plural title to the names coordinated after the first: "the
// ministers Ann Poe and Bo Roe".
func (r *reading) share(s, i int, o *office) {
	at := r.ms[i].End
	words := r.sents[s].Words
	for at+1 < len(words) && (words[at].Form == "," || words[at].UPOS == "CCONJ") {
		for at < len(words) && (words[at].Form == "," || words[at].UPOS == "CCONJ") {
			at++
		}
		if at >= len(words) {
			return
		}
		k := r.taken[s][at]
		if k < 0 || r.ms[k].Type != Person || r.ms[k].First != at {
			return
		}
		r.ms[k].Titles = append(r.ms[k].Titles, o.Title)
		at = r.ms[k].End
	}
}

// respectively gives each of several names its own country or body: "the
// ministers of Ghana and Togo, Ama Poe and Kofi Roe", "the Ghanaian and Togolese
// ministers, Ama Poe and Kofi Roe".
func (r *reading) respectively(s, i int, o *office) {
	if o.Of < 0 {
		return
	}
	of := r.sideBySide(s, o.Of)
	var names []int
	for _, k := range r.personsOf(s) {
		if n := len(r.ms[k].Titles); k >= i && n > 0 && r.ms[k].Titles[n-1].First == o.First {
			names = append(names, k)
		}
	}
	if len(of) < 2 || len(of) != len(names) {
		return
	}
	for n, k := range names {
		titles := &r.ms[k].Titles
		last := (*titles)[len(*titles)-1]
		last.Of = of[n]
		*titles = append(slices.DeleteFunc(*titles, func(t Title) bool { return t.First == o.First }), last)
	}
}

// sideBySide returns the bodies and countries that are coordinated with mention i, in
// order of the text: those in the tree, or where an office follows, those that
// stand side by side.
func (r *reading) sideBySide(s, i int) []int {
	var out []int
	words := r.sents[s].Words
	for k := i; k >= 0 && r.body(k); {
		out = append([]int{k}, out...)
		at := r.ms[k].First - 1
		for at > 0 && (words[at].UPOS == "CCONJ" || words[at].Form == ",") {
			at--
		}
		if at < 0 || at == r.ms[k].First-1 {
			break
		}
		k = r.taken[s][at]
	}
	if len(out) > 1 {
		return out
	}
	out = out[:0]
	for _, w := range r.trees[s].Conjuncts(r.ms[i].Head) {
		if k := r.taken[s][w]; k >= 0 && r.body(k) {
			out = append(out, k)
		}
	}
	return out
}

// ownedName reads a country or body that owns the name: "Ghana's Ama Mensah".
func (r *reading) ownedName(s, i int) {
	m := &r.ms[i]
	k := m.First - 2
	if k < 0 || len(m.Titles) > 0 || !r.possessed(s, k+1) || r.taken[s][k] < 0 {
		return
	}
	if of := r.taken[s][k]; r.body(of) {
		m.Titles = append(m.Titles, Title{First: r.ms[of].First, End: r.ms[of].End, Of: of})
	}
}

// nameOf reads a country or body after the name: "Ama Mensah of the Cocoa
// Board".
func (r *reading) nameOf(s, i int) {
	m := &r.ms[i]
	words := r.sents[s].Words
	if m.End+1 >= len(words) || words[m.End].Form != "of" && words[m.End].Form != "from" {
		return
	}
	of, _ := r.belongs(s, m.End+1)
	if of < 0 || !r.body(of) {
		return
	}
	for t := range m.Titles { // "Professor Ama Mensah of the Cocoa Institute"
		if title := &m.Titles[t]; title.Of < 0 && !title.Kin && title.Text != "" {
			title.Of = of
			return
		}
	}
	m.Titles = append(m.Titles, Title{First: m.End + 1, End: r.ms[of].End, Of: of})
}

// body reports whether a mention is a country, an organization or a
// delegation.
func (r *reading) body(i int) bool {
	switch r.ms[i].Type {
	case Country, Organization, Delegation:
		return true
	}
	return false
}

// apposed gives an office to the person beside it: "Ama Mensah, the head of
// the board," and "the head of the board, Ama Mensah".
func (r *reading) apposed(s int, o *office, used []bool) bool {
	words := r.sents[s].Words
	if at := o.end; at+1 < len(words) && words[at].Form == "," {
		if i := r.personFrom(s, at+1, used); i >= 0 && !r.row(s, o, i) && !r.opens(s, o, i) {
			r.give(s, i, o)
			if o.plural {
				r.share(s, i, o)
				r.respectively(s, i, o)
				r.drop(s, o.head)
			}
			return true
		}
	}
	if at := o.first - 1; at > 0 && (words[at].Form == "," || words[at].Form == "(") && r.set(s, o) {
		if i := r.personBefore(s, at); i >= 0 {
			r.give(s, i, o)
			return true
		}
	}
	return false
}

// personFrom returns the person whose name, or whose name with its title,
// begins at the word; -1 if none does.
func (r *reading) personFrom(s, at int, used []bool) int {
	for n := 0; at < len(used) && n < 6; n++ {
		i := r.taken[s][at]
		switch {
		case i >= 0 && r.ms[i].Type == Person && r.ms[i].Kind == Named && r.ms[i].First == at:
			return i
		case used[at], i >= 0 && r.body(i) && !r.possessed(s, at+1), i < 0 && (r.word(s, at).UPOS == "NOUN" || r.word(s, at).UPOS == "ADJ"):
			at++
		default:
			return -1
		}
	}
	return -1
}

// personBefore returns the person whose name, whose age or whose other title
// ends before the comma.
func (r *reading) personBefore(s, comma int) int {
	at := comma - 1
	for n := 0; at >= 0 && n < 2; n++ {
		if i := r.taken[s][at]; i >= 0 && r.ms[i].Type == Person && r.ms[i].Kind == Named && r.ms[i].End == at+1 {
			return i
		}
		if word := r.word(s, at); word.UPOS == "NUM" && at > 0 && r.word(s, at-1).Form == "," {
			at -= 2
			continue
		}
		break
	}
	return -1
}

// opens reports whether the comma after an office ends a clause or phrase and
// the name after it is the subject of the next: "Having met the head of the
// council, Ann Poe left".
func (r *reading) opens(s int, o *office, i int) bool {
	t, m := r.trees[s], &r.ms[i]
	end := r.sents[s].Words
	return t.Is(m.Head, "nsubj") && !t.Is(o.head, "nsubj", "appos") && t.Is(o.head, "obl", "obj", "nmod") && m.End < len(end) && end[m.End].UPOS != "PUNCT"
}

// row reports whether the comma after an office separates members of a list:
// "the mayor, Ann Poe and Bo Roe".
func (r *reading) row(s int, o *office, i int) bool {
	return r.trees[s].Is(r.ms[i].Head, "conj") && !o.the
}

// set reports whether an office after a comma is set off as an apposition, and
// does not begin a clause: "Ama Mensah, the minister said".
func (r *reading) set(s int, o *office) bool {
	words := r.sents[s].Words
	if o.end < len(words) {
		switch w := words[o.end]; {
		case w.UPOS == "PUNCT", w.UPOS == "CCONJ", w.UPOS == "ADP", w.UPOS == "SCONJ", w.UPOS == "PRON", w.UPOS == "DET":
		case strings.HasPrefix(words[o.head].Rel, "appos"):
		default:
			return false
		}
	}
	rel := words[o.head].Rel
	return !strings.HasPrefix(rel, "nsubj") || r.word(s, o.head).Head < o.head
}

// unnamed adds an office without a name as a person described: "the Chilean
// president", "her deputy".
func (r *reading) unnamed(s int, o *office) {
	if o.plural || o.Kin && o.Of < 0 || r.taken[s][o.head] >= 0 || r.trees[s].Is(o.head, "compound", "amod", "flat") {
		return
	}
	m := blank(s, o.first, o.end, o.head)
	m.Type, m.Kind, m.Of = Person, Described, o.Of
	m.Titles = []Title{o.Title}
	first := o.first
	if word := r.word(s, first); (word.UPOS == "DET" || word.UPOS == "PRON") && first < o.head {
		first++
	}
	m.Name = r.surface(s, first, o.end)
	if o.Of >= 0 && r.ms[o.Of].Kind != Pronoun { // "the president" names nobody
		m.Forms = unique(r.surface(s, o.first, o.end), m.Name)
	}
	m.generic = o.indefinite || !o.the
	r.add(m)
}

// unique returns the strings without repetitions and empty ones.
func unique(list ...string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
