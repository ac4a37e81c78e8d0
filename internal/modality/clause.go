package modality

import (
	"strings"

	"kg/internal/frame"
	"kg/schema"
)

// above judges w by the clause it leans on without being its complement.
func (j *Judge) above(t *frame.Tree, w, head int) Finding {
	if t.Is(w, "advcl") {
		return j.adverbial(t, w)
	}
	f := j.clause(t, head)
	if f.Modality == schema.Denied && t.Is(w, "nsubj") && t.Word(head).UPOS == "VERB" && !j.occurs[t.Word(head).Lemma] {
		return Finding{schema.Asserted, -1}
	}
	return f
}

// adverbial judges an adverbial clause: a condition is possible or, where it
// speaks of the past, denied; a purpose is planned.
func (j *Judge) adverbial(t *frame.Tree, w int) Finding {
	if cue := inverted(t, w); cue >= 0 {
		if t.Word(cue).Lemma == "have" {
			return Finding{schema.Denied, cue} // "had he left"
		}
		return Finding{schema.Possible, cue} // "were he to leave"
	}
	for _, m := range t.By(w, "mark") {
		form := strings.ToLower(t.Word(m).Form)
		if j.conditions[form] {
			return Finding{schema.Possible, m}
		}
		if form == "to" && !j.achieved[t.Word(t.Word(w).Head).Lemma] && !j.ranks(t, w) && !j.implies(t, t.Word(w).Head) {
			return Finding{schema.Planned, m}
		}
	}
	return Finding{schema.Asserted, -1}
}

// implies reports whether the infinitive under the verb w tells what was done:
// "persuaded them to sign", "went on to sign".
func (j *Judge) implies(t *frame.Tree, w int) bool {
	if j.implicative[t.Word(w).Lemma] {
		return true
	}
	for _, k := range t.By(w, "compound:prt", "advmod") {
		if status, ok := j.particles[strings.ToLower(t.Word(w).Lemma+" "+t.Word(k).Form)]; ok && status == schema.Asserted {
			return true
		}
	}
	return false
}

// ranks reports whether the infinitive w tells what its subject became the first
// or the fifth to do: "became the fifth state to sign".
func (j *Judge) ranks(t *frame.Tree, w int) bool {
	for _, k := range t.By(t.Word(w).Head, "xcomp", "obj") {
		for _, a := range t.By(k, "amod") {
			if k < w && j.achieved[t.Word(a).Lemma] {
				return true
			}
		}
	}
	return false
}

// instead returns the first of the words that set the clause w apart from what
// came about ("rather than"); -1 if none do.
func (j *Judge) instead(t *frame.Tree, w int) int {
	for _, m := range t.By(w, "mark", "case", "cc") {
		form := ""
		for k := m; k >= max(0, m-3); k-- {
			form = strings.ToLower(t.Word(k).Form) + " " + form
			if j.averted[strings.TrimSpace(form)] {
				return k
			}
		}
		if m+1 < len(t.Sentence.Words) && j.averted[strings.ToLower(t.Word(m).Form+" "+t.Word(m+1).Form)] {
			return m
		}
	}
	return -1
}

// inverted returns the auxiliary that stands before the subject of a clause
// without conjunction, "had they left", "were they to leave"; -1 if there is
// none.
func inverted(t *frame.Tree, w int) int {
	subjects := t.By(w, "nsubj")
	if len(subjects) == 0 {
		return -1
	}
	first, _ := t.Subtree(subjects[0])
	at := min(first, subjects[0]-1)
	if at < 0 {
		return -1
	}
	switch form := strings.ToLower(t.Word(at).Form); {
	case form == "had" && t.Is(at, "aux"), form == "were" && infinitive(t, w):
		return at
	}
	return -1
}

// clause judges w by the words of its own clause: auxiliaries, negation,
// modifiers, and the conditions it stands under.
func (j *Judge) clause(t *frame.Tree, w int) Finding {
	f := Finding{schema.Asserted, -1}
	negated := -1
	for _, k := range t.Kids(w) {
		lower := strings.ToLower(t.Word(k).Form)
		switch {
		case t.Is(k, "aux"):
			if status, ok := j.auxiliaries[lower]; ok {
				f = combine(f, Finding{status, k})
			}
		case j.negates(t, k):
			negated = k
		case t.Is(k, "amod", "advmod"):
			status, ok := j.modifiers[lower]
			if !ok && t.Verbal(w) && t.Is(k, "advmod") {
				status, ok = j.adverbs[lower]
			}
			if ok {
				f = combine(f, Finding{status, k})
			}
		case t.Is(k, "advcl") && f.Modality == schema.Planned && j.conditional(t, k):
			f = Finding{schema.Possible, k}
		}
	}
	if j.headline(t, w) {
		f = combine(f, Finding{schema.Planned, w})
	}
	if cue := missed(t, w); cue >= 0 {
		return Finding{schema.Denied, cue}
	}
	if negated >= 0 {
		return j.negate(t, f, negated)
	}
	return f
}

// negates reports whether the dependent k denies its predicate: "not", "no
// longer", "neither Gil nor", "made no offer", "has yet to".
func (j *Judge) negates(t *frame.Tree, k int) bool {
	lower := strings.ToLower(t.Word(k).Form)
	switch {
	case t.Is(k, "cc"):
		return lower == "neither"
	case t.Is(k, "mark") && lower == "to":
		return k > 0 && strings.EqualFold(t.Word(k-1).Form, "yet")
	case lower == "not" && aside(t, k):
		return false
	case t.Is(k, "advmod", "det", "mark", "case") && j.negation[lower]:
		return k+1 == len(t.Sentence.Words) || !j.focus[strings.ToLower(t.Word(k+1).Form)]
	case t.Is(k, "advmod"):
		return lower == "longer" && k > 0 && strings.EqualFold(t.Word(k-1).Form, "no")
	case t.Is(k, "nsubj", "obj"):
		return none(t, k)
	}
	return false
}

// aside reports whether the word k denies only a noun put in between commas:
// "it was Gil, not Lund, who left".
func aside(t *frame.Tree, k int) bool {
	h := t.Word(k).Head
	return h >= 0 && k > 0 && t.Word(k-1).Form == "," && t.Is(h, "appos") && !t.Verbal(h)
}

// conditional reports whether the clause k names a condition: "if", "unless".
func (j *Judge) conditional(t *frame.Tree, k int) bool {
	for _, m := range t.By(k, "mark") {
		switch strings.ToLower(t.Word(m).Form) {
		case "if", "unless", "provided", "providing":
			return true
		}
	}
	return false
}

// missed returns the auxiliary by which the clause tells what could have been
// and was not, "would have left"; -1 if it does not.
func missed(t *frame.Tree, w int) int {
	if t.Word(w).XPOS != "VBN" && t.Word(w).XPOS != "VBD" {
		return -1
	}
	modal := -1
	for _, k := range t.By(w, "aux") {
		switch form := strings.ToLower(t.Word(k).Form); form {
		case "would", "should", "'d":
			modal = k
		case "could", "might":
			if contrasted(t, w) {
				modal = k
			}
		case "have", "'ve":
			if modal == k-1 || modal == k-2 {
				return modal
			}
		}
	}
	return -1
}

// contrasted reports whether a "but" follows the clause.
func contrasted(t *frame.Tree, w int) bool {
	for _, k := range t.By(w, "conj") {
		for _, c := range t.By(k, "cc") {
			if strings.EqualFold(t.Word(c).Form, "but") {
				return true
			}
		}
	}
	return false
}

// negate applies a negation: what may or might not be stays possible, what
// will, would or could not be is denied.
func (j *Judge) negate(t *frame.Tree, f Finding, cue int) Finding {
	if f.Modality == schema.Possible {
		switch strings.ToLower(t.Word(f.Cue).Form) {
		case "may", "might":
			return f
		}
	}
	return Finding{schema.Denied, cue}
}

// none reports whether the noun w is said to be none: "no deal", "neither side".
func none(t *frame.Tree, w int) bool {
	for _, k := range t.By(w, "det", "cc") {
		if lower := strings.ToLower(t.Word(k).Form); lower == "no" || lower == "neither" {
			return true
		}
	}
	lower := strings.ToLower(t.Word(w).Form)
	return lower == "nobody" || lower == "none"
}

// unreal reports whether the sentence says that there is no w: "there is no deal
// that".
func unreal(t *frame.Tree, w int) bool {
	verb := t.Word(w).Head
	return verb >= 0 && none(t, w) && len(t.By(verb, "expl")) > 0
}

// headline reports whether w is the infinitive of a headline, "Ministers to
// meet in Lima", or of "was to have met".
func (j *Judge) headline(t *frame.Tree, w int) bool {
	if t.Word(w).Head >= 0 || !infinitive(t, w) || len(t.By(w, "nsubj")) == 0 {
		return false
	}
	return t.Word(w).XPOS == "VB" || len(t.By(w, "aux", "cop")) > 1
}
