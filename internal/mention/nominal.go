package mention

import "strings"

// nominals adds the descriptions of one sentence: common nouns, and capitalised
// ones in headlines, with what belongs to them.
func (r *reading) nominals(s int) {
	for w := range r.sents[s].Words {
		switch {
		case r.taken[s][w] >= 0 || r.couple(s, w):
		case r.nounLike(s, w):
			r.nominal(s, w)
		}
	}
}

// nounLike reports whether the word is a noun, or stands where only one can:
// after a determiner and more nouns ("the takeover bid was").
func (r *reading) nounLike(s, w int) bool {
	switch r.word(s, w).UPOS {
	case "NOUN", "PROPN":
		return true
	case "VERB", "ADJ", "ADV":
		form := strings.ToLower(r.word(s, w).Form)
		if len(r.nouns[form]) == 0 && len(r.nouns[strings.TrimSuffix(form, "s")]) == 0 || w < 2 {
			return false
		}
		if w+1 < len(r.sents[s].Words) && r.word(s, w+1).UPOS == "NOUN" {
			return false
		}
		if r.gerund(s, w) >= 0 {
			return true
		}
		return r.word(s, w-1).UPOS == "NOUN" && (r.word(s, w-2).UPOS == "DET" || r.word(s, w-2).XPOS == "PRP$")
	}
	return false
}

// gerund returns the first word of a row of names and adjectives that a
// determiner or an owner opens and the word ends, with no noun for it but this
// one: "Tuesday's Oslo gathering", "a later round"; -1 if there is none.
func (r *reading) gerund(s, w int) int {
	if word := r.word(s, w); word.XPOS != "VBG" && word.UPOS != "ADV" {
		return -1
	}
	for k := w - 1; k >= max(0, w-4); k-- {
		switch word := r.word(s, k); {
		case word.XPOS == "POS" && 0 < k && k < w-1:
			return k - 1
		case word.UPOS == "DET" && k < w-1:
			return k
		case word.UPOS != "PROPN" && word.UPOS != "ADJ" && word.UPOS != "ADV":
			return -1
		}
	}
	return -1
}

func (r *reading) nominal(s, w int) {
	t := r.trees[s]
	inside := t.Is(w, "compound", "flat") && t.Word(w).Head > w && t.Word(w).Head-w < 4
	if inside && !r.bodyOfOffice(s, w) {
		return // part of a longer phrase
	}
	if w > 0 && isHyphen(r.word(s, w-1).Form) && !prefixes[strings.ToLower(r.word(s, max(0, w-2)).Form)] {
		return // part of a compound: "son-in-law"
	}
	d := &description{reading: r, s: s, phrase: phraseAt(t, w), lemma: r.lower(s, w)}
	if form := strings.ToLower(t.Word(w).Form); t.Word(w).XPOS == "VBG" && len(r.nouns[form]) > 0 {
		d.lemma = form
	}
	if first := r.gerund(s, w); first >= 0 {
		d.first = min(d.first, first)
	}
	d.plural = strings.HasSuffix(t.Word(w).XPOS, "S") || d.lemma != strings.ToLower(t.Word(w).Form) && strings.HasSuffix(strings.ToLower(t.Word(w).Form), "s")
	if inner := d.held(); inner >= 0 {
		d.meeting(inner)
		return
	}
	if d.timeWith() {
		d.add(Meeting)
		return
	}
	if d.pair() || d.land() {
		return
	}
	for _, n := range r.nouns[d.lemma] {
		if n.Plural && !d.plural {
			continue
		}
		if d.counts(n) {
			d.add(n.Type)
			return
		}
	}
	switch {
	case d.put():
		d.add(Proposal)
	case d.takesUp():
		d.add(Organization)
	}
}

// prefixes may stand before a hyphen and a noun without hiding it.
var prefixes = map[string]bool{"counter": true, "mini": true, "multi": true, "video": true, "tele": true, "vice": true, "sub": true, "co": true, "ex": true, "non": true,
	"cease": true, "road": true, "one": true, "get": true, "trade": true, "peace": true}

// bodyOfOffice reports whether the word is a noun for bodies that stands right
// before an office: "security council secretary".
func (r *reading) bodyOfOffice(s, w int) bool {
	body := false
	for _, n := range r.nouns[r.lower(s, w)] {
		body = body || n.Type == Organization && !n.Weak && !n.Plural && n.With == nil
	}
	if !body || w+1 >= len(r.sents[s].Words) {
		return false
	}
	_, _, ok := r.lex.title(r.lower(s, w+1), r.word(s, w+1).Form)
	return ok && w > 0 && (r.word(s, w-1).UPOS == "NOUN" || r.word(s, w-1).UPOS == "ADJ" || r.word(s, w-1).UPOS == "PROPN")
}

// A description is a noun phrase that may speak of something.
type description struct {
	*reading
	phrase
	s      int
	lemma  string
	plural bool
}

// counts reports whether the phrase is worth a mention as the type that its
// noun may have.
func (d *description) counts(n noun) bool {
	if n.Any {
		return d.determiner() != "no"
	}
	switch n.Type {
	case Meeting:
		return d.countsAsMeeting(n)
	case Proposal:
		return d.countsAsProposal(n)
	case Delegation:
		return d.countsAsDelegation(n)
	case Organization:
		return d.countsAsOrganization(n)
	case Place:
		return d.countsAsPlace()
	}
	return d.definite() || len(d.modifiers()) > 0
}

// lentBy reports whether the phrase is what a verb of that use is about: its
// object, or its subject in the passive or with a verb of course ("began").
func (d *description) lentBy(use string) bool {
	w := d.tree.Word(d.head)
	if w.Rel == "conj" && w.Head >= 0 {
		w = d.tree.Word(w.Head)
	}
	if w.Head < 0 || !strings.HasPrefix(w.Rel, "obj") && !strings.HasPrefix(w.Rel, "nsubj") {
		return false
	}
	return d.cues.is(use, d.reading.lower(d.s, w.Head))
}

// between reports whether parties follow the noun: "with the Danes".
func (d *description) between() bool {
	for _, k := range d.of("with", "between", "among", "to") {
		if d.actor(k) || d.tree.Case(k) == "to" && d.taken[d.s][k] >= 0 {
			return true
		}
	}
	return false
}

// actor reports whether the word is a name or a noun for those who act.
func (d *description) actor(w int) bool {
	if i := d.taken[d.s][w]; i >= 0 {
		switch d.ms[i].Type {
		case Person, Organization, Country, Delegation:
			return true
		}
		return false
	}
	return d.tree.Word(w).UPOS == "PRON" || d.human(d.s, w)
}

// sited reports whether a place stands before the noun or after it with "in"
// or "at".
func (d *description) sited() bool {
	for _, k := range d.modifiers() {
		if i := d.taken[d.s][k]; i >= 0 && (d.ms[i].Type == Place) {
			return true
		}
	}
	for _, k := range d.of("in", "at") {
		if i := d.taken[d.s][k]; i >= 0 && (d.ms[i].Type == Place) {
			return true
		}
	}
	return false
}

// modifiedBy reports whether one of the words stands before the noun as its
// modifier or as a part of one.
func (d *description) modifiedBy(words ...string) bool {
	for w := d.first; w < d.head; w++ {
		form := strings.ToLower(d.tree.Word(w).Form)
		for _, x := range words {
			if form == x {
				return true
			}
		}
	}
	return false
}

// definite reports whether the phrase means one thing known to the reader.
func (d *description) definite() bool {
	switch d.determiner() {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my":
		return true
	}
	return d.owner() >= 0
}

// owner returns the possessor's head word, or -1.
func (d *description) owner() int {
	for _, k := range d.tree.Kids(d.head) {
		if d.tree.Is(k, "nmod:poss") && d.tree.Word(k).UPOS != "PRON" {
			return k
		}
	}
	return -1
}

func (d *description) countsAsProposal(n noun) bool {
	if d.plural && (d.determiner() == "" || d.determiner() == "no") && d.intends() {
		return false // "plans to"
	}
	if n.Plural {
		if d.lemma == "point" {
			return d.measured() && d.tree.Case(d.head) == "to" // "reduced to 19 points"
		}
		return d.definite() || d.measured() || d.lentBy("judge")
	}
	if !n.Weak {
		return !d.idiom() && !(d.lemma == "resolution" && (d.settles() || !d.definite() && d.generic()))
	}
	if d.determiner() == "" && d.plural || d.lemma == "settlement" && !d.definite() && d.generic() {
		return d.lentBy("propose")
	}
	return d.lentBy("propose") || d.putForward() || d.lentBy("judge") && (d.determiner() != "" || len(d.modifiers()) > 0) || d.lentBy("reach") || d.disputed() || d.lemma != "list" && (d.authored() && d.numbered() || d.definite() && d.topical())
}

// measured reports whether a number stands before the noun: "19 points".
func (d *description) measured() bool {
	for _, k := range d.modifiers() {
		if d.tree.Word(k).UPOS == "NUM" {
			return true
		}
	}
	return false
}

// settles reports whether a dispute follows that the noun would settle: "a
// resolution of the crisis".
func (d *description) settles() bool {
	for _, k := range d.of("of", "to") {
		if d.cues.is("disputes", d.reading.lower(d.s, k)) {
			return true
		}
	}
	return false
}

// disputed reports whether a stance towards the thing, or a verb of making it,
// stands beside the noun: "consented to the quota", "an arrangement brokered
// by", "a draft constitution".
func (d *description) disputed() bool {
	if h := d.tree.Word(d.head).Head; h >= 0 && d.tree.Is(d.head, "nmod", "obl") && d.cues.is("stance", d.reading.lower(d.s, h)) {
		switch d.tree.Case(d.head) {
		case "to", "of", "for", "against", "on", "about", "over", "at", "with", "behind", "through":
			return d.definite() || d.topical()
		}
	}
	for _, v := range d.tree.By(d.head, "acl") {
		if l := d.reading.lower(d.s, v); d.cues.is("propose", l) || d.cues.is("judge", l) || d.cues.is("reach", l) {
			return true
		}
	}
	for w := d.first; w < d.head; w++ {
		if d.cues.is("drafted", strings.ToLower(d.tree.Word(w).Form)) {
			return true
		}
	}
	return false
}

// topical reports whether a common noun before the head says what it is about:
// "the harbour levy".
func (d *description) topical() bool {
	for _, k := range d.modifiers() {
		w := d.tree.Word(k)
		if _, nation := d.lex.nation(w.Form); (w.UPOS == "NOUN" || w.UPOS == "PROPN" || w.XPOS == "VBG") && !nation && !weekdays[strings.ToLower(w.Form)] {
			return true
		}
	}
	return false
}

// intends reports whether an infinitive follows.
func (d *description) intends() bool {
	for _, k := range d.tree.Kids(d.head) {
		if k > d.head && d.tree.Is(k, "acl", "xcomp") && len(d.tree.By(k, "mark")) > 0 {
			return true
		}
	}
	return false
}

// idiom reports whether the noun is a part of a fixed phrase that puts no
// proposal: "in agreement", "under the terms".
func (d *description) idiom() bool {
	return d.determiner() == "" && len(d.modifiers()) == 0 && !d.plural && d.tree.Case(d.head) != "" && len(d.right) == 0
}

// authored reports whether a party stands before the noun or owns it.
func (d *description) authored() bool { return len(d.sides()) > 0 }

// numbered reports whether a number or a party's name marks the phrase out.
func (d *description) numbered() bool {
	return d.definite() || d.determiner() == "a" || d.determiner() == "an"
}

func (d *description) countsAsDelegation(n noun) bool {
	switch {
	case d.lemma == "side" && d.ofPlace(), d.lemma == "officer" && !d.modifiedBy("senior", "army", "naval", "border", "intelligence", "liaison", "top"):
		return false
	case len(d.sides()) > 0:
		return true
	case n.Plural:
		return d.lemma == "negotiator" || d.lemma == "mediator" || d.lemma == "envoy" || d.lemma == "delegate"
	case n.Weak:
		return (d.lemma == "team" || d.lemma == "mission") && d.manned() || d.modifiedBy("negotiating", "peace", "trade", "diplomatic", "legal", "technical", "mediation")
	}
	return true
}

// ofPlace reports whether the phrase is for a part of a place that has no
// other party in it: "both sides of the Strait".
func (d *description) ofPlace() bool {
	for _, k := range d.of("of") {
		if i := d.taken[d.s][k]; i >= 0 && d.ms[i].Type == Place {
			return true
		}
	}
	return false
}

// countsAsPlace wants a phrase of place with a name beside it.
func (d *description) countsAsPlace() bool {
	switch d.tree.Case(d.head) {
	case "in", "at", "to", "near", "from", "outside", "on", "off":
	default:
		if !d.tree.Is(d.head, "obj", "nsubj:pass") {
			return false
		}
	}
	if d.plural {
		return false
	}
	for _, k := range d.modifiers() {
		if d.taken[d.s][k] >= 0 {
			return true
		}
	}
	for _, k := range d.of("of", "in", "near") {
		if i := d.taken[d.s][k]; i >= 0 && d.ms[i].Type == Place {
			return true
		}
	}
	return false
}

// sides returns the mentions of the parties that the phrase belongs to: before
// the noun, or after it with "of" or "from".
func (d *description) sides() []int {
	var out []int
	for _, k := range append(d.modifiers(), d.of("of", "from")...) {
		for _, c := range d.tree.Conjuncts(k) {
			out = append(out, d.parties(c)...)
		}
	}
	return out
}

// parties returns the mention at the word, and those hyphened to it or inside
// an adjective made of it ("Kenyan-led").
func (d *description) parties(w int) []int {
	var out []int
	first, end := w, w+1
	if w < d.head {
		first, end = d.tree.Subtree(w)
	}
	for k := first; k < end; k++ {
		i := d.taken[d.s][k]
		if i < 0 || len(out) > 0 && out[len(out)-1] == i {
			continue
		}
		switch m := &d.ms[i]; {
		case m.Type == Country, m.Type == Organization && d.s == m.Sentence, m.Type == Person && k < d.head, m.Type == Place && m.Kind == Named && w == k:
			out = append(out, i)
		}
	}
	return out
}
