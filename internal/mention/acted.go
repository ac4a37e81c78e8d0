package mention

import (
	"slices"
	"strings"

	"kg/internal/when"
)

// acted adds the meetings that verbs tell of by themselves: "Ada met the
// envoy", "the ministers gathered in Lima". A sentence that has a noun for the
// meeting already needs none.
func (r *reading) acted(s int) {
	for w := range r.sents[s].Words {
		if r.trees[s].Word(w).UPOS == "VERB" && r.meets(s, w) {
			r.act(s, w)
		}
	}
}

// meets reports whether actors meet by the verb w, which is not denied: by one
// that says so, by one of talk over a line or for a time, by one that receives
// somebody, by bidding farewell, or by what a board decides.
func (r *reading) meets(s, w int) bool {
	lemma := r.lower(s, w)
	meets, talks, tells := r.cues.is("meets", lemma), r.cues.is("talks", lemma), r.cues.is("tells", lemma)
	receives, bids, decides := r.cues.is("receives", lemma), r.cues.is("bids", lemma), r.cues.is("decides", lemma)
	if !meets && !talks && !tells && !receives && !bids && !decides || r.refused(s, w) {
		return false
	}
	t := r.trees[s]
	subjects := t.Surface(w)
	if len(subjects) == 0 {
		return false
	}
	decides = decides && r.board(s, subjects[0])
	if !decides && !r.acting(s, subjects[0]) {
		return false
	}
	switch {
	case talks && (r.byLine(s, w) || r.lasting(s, w)):
		return r.partnered(s, w, "with", "to") || r.plural(s, subjects[0])
	case decides:
		return true
	case tells:
		told := t.By(w, "iobj", "obj")
		return len(told) > 0 && r.acting(s, told[0]) && r.byLine(s, w)
	case bids:
		return r.farewell(s, w)
	case receives:
		return r.receives(s, w)
	case !meets, lemma == "sit" && len(t.By(w, "compound:prt", "advmod")) == 0:
		return false
	}
	others := append(t.By(w, "obj"), t.Complements(w, []string{"with"})...)
	if len(others) > 0 && r.lower(s, others[0]) == "face" { // "met face to face"
		others = others[1:]
	}
	for _, k := range others {
		if !r.acting(s, k) {
			return false
		}
	}
	return len(others) > 0 || r.plural(s, subjects[0])
}

// refused reports whether the verb is denied or has a noun for the meeting.
func (r *reading) refused(s, w int) bool {
	t := r.trees[s]
	for _, k := range t.By(w, "advmod") {
		if f := strings.ToLower(t.Word(k).Form); f == "not" || f == "n't" || f == "never" {
			return true
		}
	}
	for _, k := range t.By(w, "obj", "obl") {
		if i := r.taken[s][k]; i >= 0 && r.ms[i].Type == Meeting {
			return true
		}
	}
	return false
}

// lines are what people speak over.
var lines = []string{"phone", "telephone", "video", "videolink", "hotline", "link", "videoconference"}

// byLine reports whether the verb is done over a line: "by telephone".
func (r *reading) byLine(s, w int) bool {
	t := r.trees[s]
	on := []string{"by", "on", "over", "via"}
	words := t.Complements(w, on)
	for _, k := range t.By(w, "obj") {
		words = append(words, t.Complements(k, on)...)
	}
	for _, k := range words {
		if slices.Contains(lines, r.lower(s, k)) {
			return true
		}
	}
	return false
}

// lasting reports whether a time measured in hours or the like is how long the
// verb was done: "for seven hours".
func (r *reading) lasting(s, w int) bool {
	for _, k := range r.trees[s].Complements(w, []string{"for"}) {
		if measures[r.lower(s, k)] {
			return true
		}
	}
	return false
}

// measures are the nouns for how long one meeting lasts.
var measures = map[string]bool{"hour": true, "minute": true}

// farewell reports whether the object of the verb is what is bidden to somebody
// who is left.
func (r *reading) farewell(s, w int) bool {
	for _, k := range r.trees[s].By(w, "obj") {
		switch r.lower(s, k) {
		case "farewell", "goodbye", "adieu", "respects", "respect":
			return r.partnered(s, w, "to") || r.partnered(s, k, "to") || len(r.trees[s].By(w, "iobj")) > 0
		}
	}
	return false
}

// board reports whether the word is a noun for a body that decides by meeting,
// or for those who own one.
func (r *reading) board(s, w int) bool { return r.cues.is("boards", r.lower(s, w)) }

// partnered reports whether an actor follows the verb with the prepositions.
func (r *reading) partnered(s, w int, prepositions ...string) bool {
	for _, k := range r.trees[s].Complements(w, prepositions) {
		if r.acting(s, k) {
			return true
		}
	}
	return false
}

// receives reports whether a person or a delegation is the object of the verb,
// or its subject in the passive with an agent.
func (r *reading) receives(s, w int) bool {
	t := r.trees[s]
	for _, k := range t.Objects(w) {
		if i := r.taken[s][k]; i >= 0 && (r.ms[i].Type == Person || r.ms[i].Type == Delegation) {
			return true
		}
	}
	return false
}

// plural reports whether the subject speaks of more than one, or of a body
// whose members meet.
func (r *reading) plural(s, w int) bool {
	if i := r.taken[s][w]; i >= 0 && (r.ms[i].Type == Organization || r.ms[i].pair > 1) {
		return true
	}
	t := r.trees[s]
	return len(t.Conjuncts(w)) > 1 || strings.HasSuffix(t.Word(w).XPOS, "S") || r.several(s, w)
}

// several reports whether the word is a plural pronoun or number.
func (r *reading) several(s, w int) bool {
	switch strings.ToLower(r.word(s, w).Form) {
	case "they", "we", "both", "who", "two":
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
	if w > 0 && r.lower(s, w) == "number" && r.lower(s, w-1) == "opposite" {
		return true
	}
	return r.word(s, w).UPOS == "PRON" || r.word(s, w).Form == "two" || r.human(s, w)
}

// act makes the mention of a meeting told by the verb w, if its place or its
// date is told with it, or since when there was none.
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
		if end > w+1 && end-w <= maxComplement && !slices.Contains(p.right, end) {
			p.right = append(p.right, end)
		}
	}
	d := &description{reading: r, s: s, phrase: p, lemma: r.lower(s, w)}
	m := blank(s, w, w+1, w)
	m.Type, m.Kind, m.phrase = Meeting, Acted, &d.phrase
	m.Forms = d.forms(-1)
	from := w
	if t.Unsaid(w) { // "Salo on Tuesday"
		m.Forms, from = nil, w+1
		if len(p.right) > 1 { // the first is only whom
			p.right = p.right[1:]
		}
		for _, end := range p.right {
			m.Forms = append(m.Forms, r.surface(s, from, end))
		}
	}
	m.Name = r.surface(s, from, from+1)
	if len(p.right) > 0 {
		m.Name = r.surface(s, from, p.right[0])
	}
	m.Forms = append(m.Forms, m.Name)
	m.Where = r.site(d, w)
	m.Date = r.actDate(d, w)
	if r.told(d, m) {
		r.add(m)
	}
}

// measured reports whether words under the verb tell this meeting from earlier
// ones: "spoke for the first time since May".
func (r *reading) measured(d *description, w int) bool {
	return slices.ContainsFunc(r.dates[d.s], func(e when.Expression) bool { return e.Measure && (d.under(e, w) || r.inWords(d, w, e.First)) })
}

// told reports whether enough is told of the meeting of a verb to tell it from
// others: its place, its date, how long it lasted, since when there was none or
// the house it was in; else the text says no more than that they met. What a
// board decides needs both a place and a day.
func (r *reading) told(d *description, m Mention) bool {
	if t := d.tree.Surface(d.head); r.cues.is("decides", d.lemma) && len(t) > 0 && r.board(d.s, t[0]) {
		return m.Where >= 0 && len(m.Date) == len("2006-01-02")
	}
	return m.Where >= 0 || m.Date != "" || r.lasting(d.s, d.head) || r.measured(d, d.head) || r.housed(d)
}

// housed reports whether the verb was done in the house of a body or in a
// country: "at the embassy", "in Peru".
func (r *reading) housed(d *description) bool {
	for _, k := range d.tree.Complements(d.head, []string{"in", "at", "inside"}) {
		if i := r.taken[d.s][k]; i >= 0 && (r.ms[i].Type == Organization || r.ms[i].Type == Country) && d.tree.Case(k) != "" {
			return true
		}
	}
	return false
}

// actDate returns the date that hangs on the verb or stands in its words, or on
// the verb before it in a row or around it that says when both were done; a day
// goes before a longer time.
func (r *reading) actDate(d *description, w int) string {
	best := ""
	for v, n := w, 0; v >= 0 && n < 3; n++ {
		for _, e := range r.dates[d.s] {
			if e.Clause || e.Measure || e.Date.IsZero() || !d.under(e, v) && (v != w || !r.inWords(d, w, e.First)) {
				continue
			}
			if date := e.Date.String(); best == "" || len(best) < len("2006-01-02") && len(date) >= len("2006-01-02") {
				best = date
			}
		}
		if !d.tree.Is(v, "conj") && r.relativePlace(d, v) < 0 && r.errand(d, v) < 0 {
			break
		}
		v = d.tree.Word(v).Head
		if !d.tree.Verbal(v) && d.tree.Word(v).Head >= 0 {
			v = d.tree.Word(v).Head
		}
	}
	return best
}

// inWords reports whether word k stands after the verb with no other verb
// between them.
func (r *reading) inWords(d *description, w, k int) bool {
	if k < w || k > w+maxComplement {
		return false
	}
	for i := w + 1; i < k; i++ {
		if d.tree.Verbal(i) || r.word(d.s, i).UPOS == "PUNCT" {
			return false
		}
	}
	return true
}

// relativePlace returns the mention of the place of which the clause of the
// verb says what happens there ("Quito, where the two meet"), or -1.
func (r *reading) relativePlace(d *description, w int) int {
	for _, k := range d.tree.By(w, "advmod") {
		if k > 1 && r.lower(d.s, k) == "where" && d.tree.Word(w).Head >= 0 {
			before := k - 1
			if r.word(d.s, before).UPOS == "PUNCT" {
				before--
			}
			return d.placeOf([]int{before})
		}
	}
	return -1
}

// errand returns the verb of travelling whose purpose the verb w is, "flew to
// Quito to meet the envoy"; -1 if there is none.
func (r *reading) errand(d *description, w int) int {
	h := d.tree.Word(w).Head
	if h < 0 || !d.tree.Is(w, "advcl", "xcomp") || len(d.tree.By(w, "mark")) == 0 || !r.cues.is("travel", r.lower(d.s, h)) {
		return -1
	}
	return h
}

// site returns the mention of the place of the verb: in its own words, or after
// a preposition further on in them ("met again, this time at a hotel in Quito").
func (r *reading) site(d *description, w int) int {
	if i := d.placeOf(d.tree.Complements(w, sitePrepositions)); i >= 0 {
		return i
	}
	if i := r.relativePlace(d, w); i >= 0 {
		return i
	}
	if v := r.errand(d, w); v >= 0 {
		return d.placeOf(append(d.tree.Complements(v, []string{"to", "in", "into"}), d.tree.By(v, "obj")...))
	}
	_, end := d.tree.Subtree(w)
	for k := w + 1; k+1 < end && !d.tree.Verbal(k); k++ {
		if i := r.taken[d.s][k+1]; slices.Contains(sitePrepositions, strings.ToLower(r.word(d.s, k).Form)) && i >= 0 && r.ms[i].Type == Place {
			return i
		}
	}
	return -1
}
