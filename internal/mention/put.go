package mention

import (
	"strings"

	"kg/lexicon"
)

// put reports whether a verb of proposing, or of deciding on what was proposed,
// makes a proposal of any phrase that names no person, body, event, place or
// time.
func (d *description) put() bool {
	decided := d.lentBy("decide") && d.topical() && !d.plural
	if !decided && !d.lentBy("propose") && !d.putForward() && !d.assented() || d.tree.Is(d.head, "nsubj") && !d.tree.Is(d.head, "nsubj:pass") {
		return false
	}
	if d.cues.is("word", d.lemma) {
		return false
	}
	if _, event := d.lex.Noun(lexicon.Event, d.lemma); event {
		return false
	}
	if _, office := d.lex.office(d.lemma); office || weekdays[d.lemma] {
		return false
	}
	return len(d.nouns[d.lemma]) == 0 && (d.determiner() != "" || len(d.modifiers()) > 0) && d.tree.Word(d.head).UPOS == "NOUN"
}

// assented reports whether the phrase is what somebody assents or objects to.
func (d *description) assented() bool {
	verb := d.tree.Word(d.head).Head
	if verb < 0 || !d.tree.Is(d.head, "obl", "nmod") || d.tree.Case(d.head) != "to" || !d.cues.is("assent", d.reading.lower(d.s, verb)) {
		return false
	}
	return d.definite() && d.topical()
}

// putForward reports whether the phrase is what somebody puts forward or draws
// up.
func (d *description) putForward() bool {
	verb := d.tree.Word(d.head).Head
	if verb < 0 || !d.tree.Is(d.head, "obj", "nsubj:pass") || !d.cues.is("forth", d.reading.lower(d.s, verb)) {
		return false
	}
	for _, k := range d.tree.By(verb, "compound:prt", "advmod") {
		switch strings.ToLower(d.tree.Word(k).Form) {
		case "forward", "up", "forth":
			return true
		}
	}
	return false
}
