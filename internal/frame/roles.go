package frame

import (
	"slices"
	"strings"
)

// maxClimb bounds every walk towards the root, so that no tree, however odd,
// costs more than linear time.
const maxClimb = 16

// Surface returns the grammatical subject of the predicate w, its own or the
// one it inherits from a conjunction, a control verb, a relative clause or the
// clause it modifies. Relative pronouns are replaced by what they stand for.
func (t *Tree) Surface(w int) []int { return t.surface(w, 0) }

func (t *Tree) surface(w, depth int) []int {
	if depth > maxClimb {
		return nil
	}
	if own := t.By(w, "nsubj", "csubj"); len(own) > 0 {
		return t.antecedents(w, own)
	}
	for _, k := range t.By(w, "aux", "cop", "advmod") { // hung on "has" of "has broken"
		if own := t.By(k, "nsubj", "csubj"); len(own) > 0 {
			return t.antecedents(w, own)
		}
	}
	if noun := t.inverted(w); noun >= 0 {
		return []int{noun}
	}
	if noun := t.before(w); noun >= 0 {
		return []int{noun}
	}
	if main := t.fronted(w); main >= 0 {
		return t.surface(main, depth+1)
	}
	word := t.Word(w)
	head := word.Head
	if noun := t.inserted(w); noun >= 0 {
		return []int{noun}
	}
	if head < 0 {
		return t.beside(w)
	}
	switch {
	case word.Rel == "conj" && word.XPOS == "VBN" && t.nominal(head) && t.Passive(w) && len(t.By(head, "cop")) == 0:
		return []int{head} // "the first, tabled by Peru, failed"
	case word.Rel == "conj":
		return t.surface(head, depth+1)
	case word.Rel == "xcomp":
		return t.controller(head, depth)
	case word.Rel == "acl:relcl":
		return []int{t.meant(head)}
	case t.Is(w, "acl") && t.Word(head).UPOS == "VERB":
		return t.surface(head, depth+1) // "tweaked by Peru, softened by Chile"
	case t.Is(w, "acl"):
		return t.modified(w, head, depth)
	case t.Is(w, "advcl"):
		return t.advclSubject(w, head, depth)
	case word.Rel == "obj" && turning[t.Word(head).Lemma]: // a predicate taken for an object
		return t.surface(head, depth+1)
	case word.Rel == "obj" && word.XPOS == "VBG", word.Rel == "obl" && word.XPOS == "VBG":
		return t.surface(head, depth+1)
	}
	return nil
}

// turning are verbs that have predicates and no objects.
var turning = map[string]bool{"become": true, "remain": true}

// before returns the noun phrase that stands before the passive participle w
// and a comma ("Eritrea, accused by Sudan of"), however the parser attached it;
// -1 if there is none or the participle hangs on a noun already.
func (t *Tree) before(w int) int {
	if !t.participle(w) || t.Is(w, "acl", "amod", "conj", "xcomp") || w < 2 || len(t.agents(w)) == 0 || len(t.By(w, "aux")) > 0 {
		return -1
	}
	if t.Word(w-1).Form != "," || !t.noun(w-2) {
		return -1
	}
	noun := t.phrase(w-2, w)
	if h := t.Word(w).Head; t.Is(w, "advcl") && h >= 0 && slices.Contains(t.agents(h), noun) {
		return -1 // "was tabled by Peru, amended by Chile"
	}
	return noun
}

// beside returns the noun phrase that ends right before the finite main verb w
// and should have been its subject.
func (t *Tree) beside(w int) []int {
	switch t.Word(w).XPOS {
	case "VBD", "VBZ", "VBP", "VB":
	default:
		return nil
	}
	at := w - 1
	for at >= 0 && t.Word(at).Head == w && t.Is(at, "aux", "advmod") {
		at--
	}
	if at < 0 || !t.noun(at) || t.Is(at, "obl") {
		return nil
	}
	return []int{t.phrase(at, w)}
}

// phrase returns the head of the noun phrase whose last word is given and that
// ends before the word limit.
func (t *Tree) phrase(last, limit int) int {
	for i := 0; i < maxClimb && t.Is(last, "flat", "compound", "nmod", "appos") && t.Word(last).Head >= 0 && t.Word(last).Head < limit; i++ {
		if t.Is(last, "appos") && t.adverbial(t.Word(last).Head) {
			break // "Rejected by Peru, the plan"
		}
		last = t.Word(last).Head
	}
	return last
}

// adverbial reports whether the noun w, or the one to which it stands in
// apposition, is an adverbial of its clause.
func (t *Tree) adverbial(w int) bool {
	if t.Is(w, "appos") && t.Word(w).Head >= 0 {
		w = t.Word(w).Head
	}
	return t.Is(w, "obl")
}

// controller returns the understood subject of an infinitive under the verb
// head.
func (t *Tree) controller(head, depth int) []int {
	objects := t.By(head, "obj", "iobj")
	if len(objects) > 0 && !t.Passive(head) {
		return objects
	}
	if t.Passive(head) || !t.Verbal(head) || len(objects) == 0 {
		return t.surface(head, depth+1)
	}
	return objects
}

// modified returns the subject of a participle or infinitive that modifies the
// noun head: the noun, but for an infinitive whoever the noun belongs to
// ("Gil's decision to meet").
func (t *Tree) modified(w, head, depth int) []int {
	if noun := t.dayBefore(w); noun >= 0 {
		return []int{noun}
	}
	if t.Is(head, "obl") && t.has(w, "after", "before", "since") && t.Word(head).Head >= 0 { // "weeks after rejecting it, Peru"
		return t.surface(t.Word(head).Head, depth+1)
	}
	if !t.infinitive(w) && !(t.Word(w).XPOS == "VBG" && t.tied(w)) {
		return []int{head}
	}
	if owners := t.By(head, "nmod:poss"); len(owners) > 0 {
		return owners
	}
	if t.Is(head, "obj", "obl") && t.Word(head).Head >= 0 {
		return t.surface(t.Word(head).Head, depth+1)
	}
	if t.ranked(head) { // "Peru is the first state to sign"
		if subjects := t.surface(head, depth+1); len(subjects) > 0 {
			return subjects
		}
	}
	return []int{head}
}

// ranked reports whether w says what its subject is first, last or alone in,
// or the state it is in ("in no mood", "content").
func (t *Tree) ranked(w int) bool {
	if len(t.By(w, "cop")) == 0 && !t.Is(w, "xcomp") {
		return false
	}
	if t.Case(w) == "in" || t.Word(w).UPOS == "ADJ" {
		return true
	}
	for _, k := range t.By(w, "amod") {
		if rank := t.Word(k); rank.XPOS == "JJS" || ordinal[rank.Lemma] || strings.HasSuffix(rank.Lemma, "th") {
			return true
		}
	}
	return false
}

var ordinal = map[string]bool{"first": true, "second": true, "third": true, "last": true, "latest": true, "only": true, "next": true}

func (t *Tree) advclSubject(w, head, depth int) []int {
	for _, m := range t.By(w, "mark") {
		switch strings.ToLower(t.Word(m).Form) {
		case "as", "because", "if", "that":
			if t.Word(w).XPOS == "VBD" || t.Word(w).XPOS == "VBZ" {
				return nil // a finite clause has a subject of its own; it was missed
			}
		}
	}
	if t.Word(head).Lemma == "join" && t.has(w, "in") { // "joined Peru in calling"
		return slices.Concat(t.surface(head, depth+1), t.Objects(head), t.agents(head))
	}
	if objects := t.Objects(head); len(objects) > 0 && w > head && (t.tied(w) || t.infinitive(w) && controls[t.Word(head).Lemma]) {
		return objects
	}
	if t.Verbal(head) || t.Is(head, "xcomp") { // "stopped short of leaving"
		return t.surface(head, depth+1)
	}
	return nil
}

// controls are verbs whose object does what their infinitive says, for where
// the parser took the infinitive for a purpose.
var controls = map[string]bool{"persuade": true, "urge": true, "ask": true, "tell": true, "press": true, "order": true, "invite": true, "allow": true,
	"force": true, "convince": true, "get": true, "require": true, "push": true, "pressure": true, "encourage": true, "advise": true, "instruct": true,
	"permit": true, "enable": true, "compel": true, "warn": true, "beg": true, "authorise": true, "authorize": true, "empower": true}

// tied reports whether the participle w is a complement that speaks of the
// object ("accused Peru of spying", "kept Peru from leaving").
func (t *Tree) tied(w int) bool {
	for _, m := range t.By(w, "mark", "case") {
		switch strings.ToLower(t.Word(m).Form) {
		case "of", "from", "into", "against":
			return true
		}
	}
	return false
}

func (t *Tree) infinitive(w int) bool {
	for _, k := range t.kids[w] {
		if t.Word(k).Rel == "mark" && strings.EqualFold(t.Word(k).Form, "to") {
			return true
		}
	}
	return false
}

// Subjects returns who does what the predicate w says: the subject of an
// active verb, the agent of a passive one, the owner or agent of a noun or the
// subject of its light verb.
func (t *Tree) Subjects(w int) []int {
	if !t.Verbal(w) && t.nominal(w) {
		return t.nounSubjects(w)
	}
	if t.Passive(w) {
		if own := t.agents(w); len(own) > 0 {
			return own
		}
		return t.strayAgent(w)
	}
	return t.Surface(w)
}

func (t *Tree) nominal(w int) bool {
	switch t.Word(w).UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X":
		return true
	}
	return false
}

func (t *Tree) nounSubjects(w int) []int {
	out := t.By(w, "nmod:poss")
	out = append(out, t.agents(w)...)
	if v := t.LightVerb(w); v >= 0 {
		out = append(out, t.Subjects(v)...)
	}
	return out
}

// LightVerb returns the verb that lends its arguments to the noun w ("held" in
// "held talks", "were held" in "talks were held"), or -1.
func (t *Tree) LightVerb(w int) int {
	word := t.Word(w)
	if word.Head < 0 {
		return -1
	}
	if word.Rel == "conj" {
		return t.LightVerb(word.Head)
	}
	if !t.Is(w, "obj", "nsubj:pass") || !t.light[t.Word(word.Head).Lemma] {
		return -1
	}
	return word.Head
}

// Objects returns what the predicate w is done to: the object of an active
// verb or the subject of a passive one.
func (t *Tree) Objects(w int) []int {
	if t.Passive(w) {
		return t.passiveObjects(w)
	}
	if own := t.object(w); len(own) > 0 {
		if t.reciprocal(own[0]) {
			return t.Surface(w)
		}
		return t.antecedents(w, own)
	}
	if late := t.lateObjects(w); len(late) > 0 {
		return late
	}
	word := t.Word(w)
	if (word.Rel == "acl:relcl" || t.unmarked(w)) && len(t.By(w, "nsubj")) > 0 && !t.hasRelative(w) {
		return []int{word.Head} // "the plan Trump backed"
	}
	if len(t.By(w, "nsubj")) > 0 && t.cleft(w) {
		return []int{word.Head}
	}
	if t.Is(w, "acl") && t.infinitive(w) && word.Rel != "acl:relcl" && len(t.By(word.Head, "nmod:poss")) == 0 {
		return nil
	}
	if word.Rel == "conj" && word.Head >= 0 {
		if t.gap(w) {
			return t.By(word.Head, "obj")
		}
		return t.sharedObjects(w, word.Head)
	}
	return nil
}

// gap reports whether w stands for a verb left out: it is a conjunction by its
// form ("Peru signed it on Monday and Chile on Friday").
func (t *Tree) gap(w int) bool {
	switch t.Word(w).Form {
	case "and", "while", ",", ";":
		return true
	}
	return false
}

// reciprocal reports whether w is "each other", "one another" or "the other",
// by whichever of its words.
func (t *Tree) reciprocal(w int) bool {
	switch strings.ToLower(t.Word(w).Form) {
	case "each", "one":
		return w+1 < len(t.Sentence.Words) && t.Word(w+1).Head == w && t.reciprocal(w+1)
	case "other", "another":
	default:
		return false
	}
	if w == 0 {
		return false
	}
	switch strings.ToLower(t.Word(w - 1).Form) {
	case "each", "one", "the":
		return true
	}
	return false
}

// object returns the direct objects of w; failing these, a name that the parser
// took for a predicate ("struck Lima").
func (t *Tree) object(w int) []int {
	if own := t.By(w, "obj"); len(own) > 1 || len(own) == 1 && !t.season(own[0]) {
		own[0] = t.owned(own[0])
		return own
	}
	var out []int
	for _, k := range t.By(w, "xcomp") {
		if k > w && (t.Word(k).UPOS == "PROPN" || t.Word(k).UPOS == "NOUN" && t.titled(k) && !turning[t.Word(w).Lemma]) && len(t.By(k, "case", "mark", "cop")) == 0 {
			out = append(out, k)
		}
	}
	return out
}

// titled reports whether a name hangs on the noun w, its title.
func (t *Tree) titled(w int) bool {
	for _, k := range t.By(w, "flat") {
		if t.Word(k).UPOS == "PROPN" {
			return true
		}
	}
	return false
}

func (t *Tree) passiveObjects(w int) []int {
	if t.Word(w).Rel == "amod" && len(t.By(w, "aux:pass")) == 0 {
		return []int{t.Word(w).Head} // "the amended plan"
	}
	return t.Surface(w)
}

func (t *Tree) hasRelative(w int) bool {
	for _, k := range t.kids[w] {
		if t.relative(k) && t.Is(k, "nsubj", "obj", "obl") {
			return true
		}
	}
	return false
}

// Complements returns the words that hang on w by one of the prepositions. A
// noun with a light verb has its verb's as well.
func (t *Tree) Complements(w int, prepositions []string) []int {
	out := t.complements(w, prepositions)
	if v := t.LightVerb(w); v >= 0 && t.nominal(w) {
		out = append(out, t.complements(v, prepositions)...)
	}
	return out
}

func (t *Tree) complements(w int, prepositions []string) []int {
	var out []int
	for _, k := range t.kids[w] {
		if !t.Is(k, "obl", "nmod", "advcl", "advmod", "xcomp") || t.Word(k).Rel == "nmod:poss" {
			continue
		}
		form := t.Case(k)
		if form == "with" && t.absolute(k) {
			continue
		}
		for _, p := range prepositions {
			if form == p {
				out = append(out, t.antecedents(w, []int{k})...)
			}
		}
	}
	if len(out) == 0 && t.noun(w) {
		return t.following(w, prepositions)
	}
	return out
}

// following returns the noun after the preposition right behind the noun w,
// where the parser took the preposition for a conjunction ("the ban on Lund was
// lifted").
func (t *Tree) following(w int, prepositions []string) []int {
	words := t.Sentence.Words
	if w+2 >= len(words) || words[w+1].UPOS != "ADP" || words[w+1].Rel != "mark" {
		return nil
	}
	form := strings.ToLower(words[w+1].Form)
	for _, p := range prepositions {
		for k := w + 2; form == p && k < len(words); k++ {
			switch {
			case t.noun(k) && !t.Is(k, "compound", "flat"):
				return []int{k}
			case words[k].UPOS != "DET" && words[k].UPOS != "ADJ" && words[k].UPOS != "NUM" && !t.noun(k):
				return nil
			}
		}
	}
	return nil
}

// Below returns the words that hang by one of the prepositions on w or on what
// hangs on it within its clause, the least deep ones only: in "sent two planes
// on Monday to Lima" the parser may well hang "Lima" on the planes or the day.
func (t *Tree) Below(w int, prepositions []string) []int {
	level := []int{w}
	for depth := 0; len(level) > 0 && depth < maxClimb; depth++ {
		var found, next []int
		for _, x := range level {
			found = append(found, t.complements(x, prepositions)...)
			next = append(next, t.By(x, "obj", "obl", "nmod", "appos", "conj", "nsubj:pass", "advmod")...)
		}
		if len(found) > 0 {
			return found
		}
		level = next
	}
	return nil
}

// Copular returns what the subject of the copular predicate w is said to be,
// that is w itself, or -1 if w is not one.
func (t *Tree) Copular(w int) int {
	if len(t.By(w, "cop")) > 0 {
		return w
	}
	return -1
}
