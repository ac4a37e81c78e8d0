package mention

import "strings"

// countsAsMeeting reports whether a noun that may mean a meeting does so here.
func (d *description) countsAsMeeting(n noun) bool {
	if d.modifiedBy("press", "news", "media") || d.determiner() == "no" || d.determiner() == "every" || d.lemma == "contact" && d.tree.Case(d.head) == "in" {
		return false
	}
	switch {
	case n.Dated:
		return d.ownedByDay()
	case n.With != nil:
		return d.modifiedBy(n.With...) && (d.definite() || d.lentBy("hold") || d.between())
	case !n.Weak:
		return true
	}
	if d.tree.Word(d.head).UPOS == "PROPN" && d.cues.is("assemblies", d.lemma) && d.convenes(d.s, d.head) {
		return true
	}
	return d.lentBy("hold") || d.between() || d.modifiedBy(meetingModifiers...) || d.dated() || d.sited() || d.definite() && d.lentBy("last") || d.round()
}

// round reports whether the phrase counts a round of talks that is not named:
// "the first round took place in Lima", "a later round, in May".
func (d *description) round() bool {
	if d.lemma != "round" || d.plural || len(d.right) > 0 && len(d.of("of")) > 0 {
		return false
	}
	if !d.modifiedBy("first", "second", "third", "fourth", "fifth", "sixth", "next", "earlier", "later", "previous", "last", "latest", "further", "final") {
		return false
	}
	for _, e := range d.dates[d.s] {
		if e.First > d.head {
			return true
		}
	}
	return d.placed()
}

// placed reports whether a place follows the noun after a comma: "a later round,
// in Oslo".
func (d *description) placed() bool {
	words := d.sents[d.s].Words
	for w := d.head + 1; w+1 < min(d.head+4, len(words)); w++ {
		if f := words[w].Form; f != "," && f != "in" && f != "at" {
			return false
		}
		if i := d.taken[d.s][w+1]; i >= 0 && d.ms[i].Type == Place {
			return true
		}
	}
	return false
}

// meetingModifiers make a meeting of a noun that may mean something else.
var meetingModifiers = []string{"phone", "telephone", "video", "conference", "working", "state", "bilateral", "trilateral", "multilateral",
	"multi-lateral", "high-level", "closed-door", "emergency", "face-to-face", "joint", "diplomatic", "ministerial", "private", "official",
	"signing", "plenary", "crisis", "peace", "summit", "round-table", "hour", "annual", "international", "national", "party", "upcoming", "forthcoming", "planned"}

// held returns the noun of a meeting of which the phrase is a measure or a
// part ("three hours of talks"), or -1.
func (d *description) held() int {
	if !d.holders[d.lemma] || d.plural && spans[d.lemma] && len(d.modifiers()) == 0 {
		return -1
	}
	for _, k := range d.tree.Kids(d.head) {
		if k > d.head && d.tree.Is(k, "nmod") && d.tree.Case(k) == "of" && d.meets(k) {
			return k
		}
	}
	return d.heldOnLine()
}

// timeWith reports whether the phrase is a number of hours or minutes with
// somebody: "half an hour with the envoy".
func (d *description) timeWith() bool {
	if !measures[d.lemma] || d.plural && !d.measured() {
		return false
	}
	for _, k := range d.of("with") {
		if d.actor(k) {
			return true
		}
	}
	words := d.sents[d.s].Words // "won an hour with", where the verb took it
	return d.head+2 < len(words) && words[d.head+1].Form == "with" && d.actor(words[d.head+1].Head)
}

// heldOnLine looks for the noun of a meeting after "of" along the line, for
// rows of nouns that the parser broke.
func (d *description) heldOnLine() int {
	words := d.sents[d.s].Words
	if d.head+2 >= len(words) || words[d.head+1].Form != "of" {
		return -1
	}
	for w := d.head + 2; w < min(d.head+9, len(words)); w++ {
		switch words[w].UPOS {
		case "NOUN", "PROPN":
			if d.meets(w) && (w+1 == len(words) || words[w+1].UPOS != "NOUN" && words[w+1].UPOS != "PROPN") {
				return w
			}
		case "ADJ", "NUM", "PUNCT":
			if words[w].UPOS == "PUNCT" && !isHyphen(words[w].Form) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// spans are measures too long for one meeting when they come without number:
// "months of talks".
var spans = map[string]bool{"month": true, "week": true, "year": true}

// meets reports whether the word is a noun for meetings in its own right.
func (d *description) meets(w int) bool {
	for _, n := range d.nouns[d.reading.lower(d.s, w)] {
		if n.Type == Meeting {
			return true
		}
	}
	return false
}

// ownedByDay reports whether a day is the possessor: "Sunday's".
func (d *description) ownedByDay() bool {
	k := d.owner()
	return k >= 0 && weekdays[strings.ToLower(d.tree.Word(k).Form)]
}

// dated reports whether a day or a time owns or measures the phrase:
// "Sunday's", "two-hour".
func (d *description) dated() bool {
	for _, k := range d.modifiers() {
		if weekdays[strings.ToLower(d.tree.Word(k).Form)] {
			return true
		}
	}
	return false
}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true,
	"sunday": true, "weekend": true, "today": true, "yesterday": true, "tomorrow": true, "week": true, "month": true,
	"year": true, "spring": true, "summer": true, "autumn": true, "winter": true, "night": true, "morning": true, "afternoon": true, "evening": true}

// convenes reports whether the word stands where only a gathering can: at it,
// during it, on the way to it, attending it, or where it begins or ends. Bodies
// called forum or assembly are meetings there and bodies elsewhere.
func (r *reading) convenes(s, w int) bool {
	t := r.trees[s]
	h := t.Word(w).Head
	if h < 0 {
		return false
	}
	governor := r.lower(s, h)
	switch form := t.Case(w); {
	case t.Is(w, "obj", "nsubj:pass"):
		return r.cues.is("attended", governor)
	case t.Is(w, "nsubj"):
		return r.cues.is("begins", governor) && len(t.By(h, "obj")) == 0
	case !t.Is(w, "obl", "nmod"):
		return false
	case form == "at" || form == "during":
		return !t.Is(w, "nmod") || !r.human(s, h) // no "economist at the Forum"
	case form == "to" || form == "for":
		return r.cues.is("bound", governor)
	}
	return false
}
