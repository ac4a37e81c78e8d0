package mention

import (
	"strings"

	"kg/internal/when"
)

// add makes the mention of a description. A group that stands for several
// sides ("Kenyan and Ugandan envoys") gives one for each.
func (d *description) add(typ string) {
	sides := d.sides()
	if typ == Delegation && d.plural && len(sides) > 1 && d.rowed(sides) {
		for n, i := range sides {
			m := d.mention(typ, -1, i)
			d.own(&d.ms[m], i, n == 0)
		}
		return
	}
	of := -1
	if len(sides) > 0 && typ != Meeting && typ != Event {
		of = sides[0]
	}
	d.mention(typ, -1, of)
}

// own names one side of a group of several: "Ugandan envoys". The forms of the
// whole stay with the first.
func (d *description) own(m *Mention, side int, first bool) {
	name := d.ms[side].Name + " " + d.reading.surface(d.s, d.head, d.last)
	if !first {
		m.Forms = nil
	}
	m.Name, m.bare = name, ""
	m.Forms = append(m.Forms, name)
}

// rowed reports whether the sides are coordinated with each other.
func (d *description) rowed(sides []int) bool {
	for _, i := range sides[1:] {
		m := &d.ms[i]
		if d.tree.Word(m.Head).Rel != "conj" || m.Head > d.head {
			return false
		}
	}
	return true
}

// meeting makes the mention of a measure of a meeting.
func (d *description) meeting(inner int) {
	i := d.mention(Meeting, inner, -1)
	d.taken[d.s][inner] = i
}

func (d *description) mention(typ string, inner, of int) int {
	m := blank(d.s, d.first, d.last, d.head)
	m.Type, m.Kind, m.Of, m.inner = typ, Described, of, inner
	m.Forms = d.forms(inner)
	m.Name = d.label(inner)
	m.bare = d.reading.surface(d.s, d.head, d.last)
	m.generic, m.plural = d.generic(), d.plural
	switch d.determiner() {
	case "a", "an", "any", "no", "another", "some":
		m.some = true
	}
	m.Date = d.date(inner)
	m.phrase = &d.phrase
	if typ == Meeting {
		m.Where = d.where(inner)
	}
	return d.reading.add(m)
}

// forms returns the surface forms of the phrase: with and without determiner,
// possessor and modifiers, alone and with the complements after it. The head
// alone is none of them.
func (d *description) forms(inner int) []string {
	seen := map[string]bool{}
	var out []string
	put := func(first, end int) {
		f := d.reading.surface(d.s, first, end)
		if f != "" && !seen[f] && (end-first > 1) {
			seen[f] = true
			out = append(out, f)
		}
	}
	starts := d.starts()
	for _, s := range starts {
		put(s, d.last)
		for _, end := range d.right {
			put(s, end)
		}
	}
	if inner >= 0 {
		for _, s := range starts {
			put(s, inner+1)
		}
		p := phraseAt(d.tree, inner)
		for _, s := range p.starts() {
			put(s, p.last)
			for _, end := range p.right {
				put(s, end)
			}
		}
	}
	return out
}

// label returns the form that names the phrase best: without determiner, with
// its first complement where nothing stands before the noun.
func (d *description) label(inner int) string {
	first := d.first
	if d.determiner() != "" && first < d.head {
		first++
	}
	end := d.last
	if inner >= 0 {
		return d.reading.surface(d.s, first, inner+1)
	}
	if len(d.right) > 0 && len(d.modifiers()) == 0 {
		end = d.right[0]
	}
	return d.reading.surface(d.s, first, end)
}

// date returns the date of a meeting or an event that its own words give, or
// else those of its verb: "Monday's talks", "the talks in Quito on Monday".
func (d *description) date(inner int) string {
	first, end := d.first, d.last
	if len(d.right) > 0 {
		end = d.right[len(d.right)-1]
	}
	v := d.verb()
	if v < 0 {
		v = d.occasion()
	}
	best := ""
	for _, e := range d.dates[d.s] {
		if e.Kind != when.At || e.Clause || e.Measure || e.Date.IsZero() {
			continue
		}
		if first <= e.First && e.First < end {
			return e.Date.String()
		}
		if best == "" && (v >= 0 && d.under(e, v) || d.follows(e, end)) {
			best = e.Date.String()
		}
	}
	return best
}

// occasion returns the verb that tells what was done at or for the meeting, "will
// receive ministers on 21 July for the first round"; -1 if there is none.
func (d *description) occasion() int {
	h := d.tree.Word(d.head).Head
	if h < 0 || !d.tree.Is(d.head, "obl") || !d.tree.Verbal(h) {
		return -1
	}
	switch d.tree.Case(d.head) {
	case "at", "for", "during":
		return h
	}
	return -1
}

// follows reports whether only names and commas stand between the phrase and
// the date expression: "a meeting in Quito, Ecuador, on 3 May".
func (d *description) follows(e when.Expression, end int) bool {
	if e.First < end || e.First-end > 6 {
		return false
	}
	for w := end; w < e.First; w++ {
		switch d.tree.Word(w).UPOS {
		case "PROPN", "PUNCT", "ADP":
		default:
			return false
		}
	}
	return true
}

// under reports whether a date expression hangs on the verb.
func (d *description) under(e when.Expression, verb int) bool {
	for w := e.First; w < e.End; w++ {
		if d.tree.Word(w).Head == verb {
			return true
		}
	}
	return false
}

// generic reports whether the phrase says nothing that would tell its thing
// from others of its kind: "the talks", "a new deal".
func (d *description) generic() bool {
	switch d.determiner() {
	case "this", "these", "that", "those":
		return true
	}
	if len(d.sides()) > 0 || d.restricted() && d.held() < 0 || d.held() >= 0 && d.determiner() != "the" {
		return false
	}
	for _, k := range d.modifiers() {
		if !d.cues.is("bare", strings.ToLower(d.tree.Word(k).Form)) {
			return false
		}
	}
	return true
}

// restricted reports whether a complement without a comma before it says which
// thing is meant.
func (d *description) restricted() bool {
	return len(d.right) > 0 && d.tree.Word(d.last).UPOS != "PUNCT"
}

// where returns the mention of the place that the phrase or its verb gives:
// "talks in Quito", "the Quito talks", "the talks took place in Quito"; -1 if
// there is none.
func (d *description) where(inner int) int {
	heads := []int{d.head}
	if inner >= 0 {
		heads = append(heads, inner)
	}
	for _, h := range heads {
		p := phraseAt(d.tree, h)
		if i := d.placeOf(append(p.modifiers(), p.of(sitePrepositions...)...)); i >= 0 {
			return i
		}
		for _, v := range d.tree.By(h, "acl") {
			if i := d.placeOf(d.tree.Complements(v, sitePrepositions)); i >= 0 {
				return i
			}
		}
	}
	if i := d.placeOnLine(); i >= 0 {
		return i
	}
	if v := d.journey(); v >= 0 {
		return d.placeOf(d.tree.Complements(v, []string{"to", "in"}))
	}
	if v := d.verb(); v >= 0 {
		return d.placeOf(d.tree.Complements(v, sitePrepositions))
	}
	return -1
}

// journey returns the verb of travelling whose purpose the phrase is, "flew to
// Quito for talks"; -1 if there is none.
func (d *description) journey() int {
	h := d.tree.Word(d.head).Head
	if h < 0 || d.tree.Case(d.head) != "for" || !d.cues.is("travel", d.reading.lower(d.s, h)) {
		return -1
	}
	return h
}

// placeOnLine returns the place that follows "in" or "at" within the
// complements of the phrase, or -1.
func (d *description) placeOnLine() int {
	if len(d.right) == 0 {
		return -1
	}
	for w := d.last; w+1 < d.right[len(d.right)-1]; w++ {
		switch strings.ToLower(d.tree.Word(w).Form) {
		case "in", "at":
			if i := d.taken[d.s][w+1]; i >= 0 && d.ms[i].Type == Place {
				return i
			}
		}
	}
	return -1
}

var sitePrepositions = []string{"in", "at", "on", "outside"}

// placeOf returns the mention of the first word that carries a place, or -1.
func (d *description) placeOf(words []int) int {
	for _, k := range words {
		if i := d.taken[d.s][k]; i >= 0 && d.ms[i].Type == Place {
			return i
		}
	}
	return -1
}

// verb returns the verb of which the phrase is subject or object, or -1.
func (d *description) verb() int {
	h := d.tree.Word(d.head).Head
	if h < 0 || !d.tree.Is(d.head, "nsubj", "obj") || !d.tree.Verbal(h) {
		return -1
	}
	return h
}
