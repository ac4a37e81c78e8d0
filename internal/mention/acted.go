package mention

import "strings"

// acted adds the meetings that verbs tell of by themselves: "Ada met the
// envoy", "the ministers gathered in Lima". A sentence that has a noun for the
// meeting already needs none.
func (r *reading) acted(s int) {
	for w := range r.sents[s].Words {
		if r.word(s, w).UPOS == "VERB" && r.cues.is("meets", r.lower(s, w)) && r.meets(s, w) {
			r.act(s, w)
		}
	}
}

// meets reports whether actors meet by the verb w, which is not denied.
func (r *reading) meets(s, w int) bool {
	t := r.trees[s]
	for _, k := range t.By(w, "advmod") {
		if f := strings.ToLower(t.Word(k).Form); f == "not" || f == "n't" || f == "never" {
			return false
		}
	}
	for _, k := range t.By(w, "obj", "obl") {
		if i := r.taken[s][k]; i >= 0 && r.ms[i].Type == Meeting {
			return false
		}
	}
	subjects := t.Surface(w)
	if len(subjects) == 0 || !r.acting(s, subjects[0]) {
		return false
	}
	others := append(t.By(w, "obj"), t.Complements(w, []string{"with"})...)
	for _, k := range others {
		if !r.acting(s, k) {
			return false
		}
	}
	if len(others) > 0 {
		return r.lower(s, w) == "meet"
	}
	return len(t.Conjuncts(subjects[0])) > 1 || strings.HasSuffix(t.Word(subjects[0]).XPOS, "S") || r.several(s, subjects[0])
}

// several reports whether the word is a plural pronoun.
func (r *reading) several(s, w int) bool {
	switch strings.ToLower(r.word(s, w).Form) {
	case "they", "we", "both", "who":
		return true
	}
	return false
}

// acting reports whether the word carries an actor: a name, a pronoun or a
// noun for persons.
func (r *reading) acting(s, w int) bool {
	if i := r.taken[s][w]; i >= 0 {
		switch r.ms[i].Type {
		case Person, Country, Organization, Delegation:
			return true
		}
		return r.ms[i].Kind == Pronoun && r.ms[i].Type == ""
	}
	return r.word(s, w).UPOS == "PRON" || r.human(s, w)
}

// act makes the mention of a meeting told by the verb w, if its place or its
// date is told with it.
func (r *reading) act(s, w int) {
	t := r.trees[s]
	p := phrase{tree: t, head: w, first: w, last: w + 1}
	for _, k := range t.Kids(w) {
		if k < w || !t.Is(k, "obj", "obl", "compound", "advmod") {
			continue
		}
		_, end := t.Subtree(k)
		if comma := p.comma(w, end); comma > w {
			end = comma
		}
		if end > w+1 && end-w <= maxComplement {
			p.right = append(p.right, end)
		}
	}
	d := &description{reading: r, s: s, phrase: p, lemma: r.lower(s, w)}
	m := blank(s, w, w+1, w)
	m.Type, m.Kind, m.phrase = Meeting, Acted, &d.phrase
	m.Forms = d.forms(-1)
	m.Name = r.surface(s, w, w+1)
	if len(p.right) > 0 {
		m.Name = r.surface(s, w, p.right[0])
	}
	m.Forms = append(m.Forms, m.Name)
	m.Where = d.placeOf(t.Complements(w, sitePrepositions))
	for _, e := range r.dates[s] {
		if d.under(e, w) && m.Date == "" {
			m.Date = e.Date.String()
		}
	}
	if m.Where >= 0 || m.Date != "" { // else it says no more than that they met
		r.add(m)
	}
}
