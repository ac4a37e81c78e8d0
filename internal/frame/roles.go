package frame

import "strings"

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
	word := t.Word(w)
	head := word.Head
	if head < 0 {
		return nil
	}
	switch {
	case word.Rel == "conj":
		return t.surface(head, depth+1)
	case word.Rel == "xcomp":
		return t.controller(head, depth)
	case word.Rel == "acl:relcl":
		return []int{head}
	case t.Is(w, "acl"):
		return t.modified(w, head, depth)
	case t.Is(w, "advcl"):
		return t.advclSubject(w, head, depth)
	case word.Rel == "obj" && word.XPOS == "VBG", word.Rel == "obl" && word.XPOS == "VBG":
		return t.surface(head, depth+1)
	}
	return nil
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
// ("Umerov's decision to meet").
func (t *Tree) modified(w, head, depth int) []int {
	if !t.infinitive(w) {
		return []int{head}
	}
	if owners := t.By(head, "nmod:poss"); len(owners) > 0 {
		return owners
	}
	if t.Is(head, "obj") && t.Word(head).Head >= 0 {
		return t.surface(t.Word(head).Head, depth+1)
	}
	return []int{head}
}

func (t *Tree) advclSubject(w, head, depth int) []int {
	for _, m := range t.By(w, "mark") {
		switch strings.ToLower(t.Word(m).Form) {
		case "as", "because", "if", "that":
			if t.Word(w).XPOS == "VBD" || t.Word(w).XPOS == "VBZ" {
				return nil // a finite clause has a subject of its own; it was missed
			}
		}
	}
	if t.Verbal(head) {
		return t.surface(head, depth+1)
	}
	return nil
}

func (t *Tree) infinitive(w int) bool {
	for _, k := range t.kids[w] {
		if t.Word(k).Rel == "mark" && strings.EqualFold(t.Word(k).Form, "to") {
			return true
		}
	}
	return false
}

// antecedents replaces the relative pronouns among the arguments of w by the
// noun that the relative clause modifies.
func (t *Tree) antecedents(w int, args []int) []int {
	out := make([]int, 0, len(args))
	for _, a := range args {
		if !t.relative(a) {
			out = append(out, a)
			continue
		}
		if noun := t.relativeHead(w); noun >= 0 {
			out = append(out, noun)
		}
	}
	return out
}

func (t *Tree) relative(w int) bool {
	switch t.Word(w).XPOS {
	case "WDT", "WP", "WP$":
		return true
	}
	return false
}

// relativeHead returns the noun modified by the relative clause that holds the
// predicate w, or -1.
func (t *Tree) relativeHead(w int) int {
	for i := 0; i < maxClimb; i++ {
		word := t.Word(w)
		if word.Rel == "acl:relcl" {
			return word.Head
		}
		if word.Head < 0 {
			return -1
		}
		w = word.Head
	}
	return -1
}

// Subjects returns who does what the predicate w says: the subject of an
// active verb, the agent of a passive one, the owner or agent of a noun or the
// subject of its light verb.
func (t *Tree) Subjects(w int) []int {
	if !t.Verbal(w) && t.nominal(w) {
		return t.nounSubjects(w)
	}
	if t.Passive(w) {
		return t.agents(w)
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

func (t *Tree) agents(w int) []int {
	var out []int
	for _, k := range t.By(w, "obl", "nmod") {
		if t.Word(k).Rel == "obl:agent" || t.Case(k) == "by" {
			out = append(out, k)
		}
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
	if own := t.By(w, "obj"); len(own) > 0 {
		return t.antecedents(w, own)
	}
	word := t.Word(w)
	if word.Rel == "acl:relcl" && len(t.By(w, "nsubj")) > 0 && !t.hasRelative(w) {
		return []int{word.Head} // "the plan Trump backed"
	}
	if t.Is(w, "acl") && t.infinitive(w) && word.Rel != "acl:relcl" && len(t.By(word.Head, "nmod:poss")) == 0 {
		return nil
	}
	if word.Rel == "conj" && word.Head >= 0 {
		return t.sharedObjects(w, word.Head)
	}
	return nil
}

func (t *Tree) passiveObjects(w int) []int {
	if t.Word(w).Rel == "amod" {
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

// sharedObjects returns the object of the first of two coordinated verbs where
// it follows the second ("drafted and presented a plan").
func (t *Tree) sharedObjects(w, first int) []int {
	var out []int
	for _, o := range t.By(first, "obj") {
		if o > w {
			out = append(out, o)
		}
	}
	return out
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
		for _, p := range prepositions {
			if form == p {
				out = append(out, t.antecedents(w, []int{k})...)
			}
		}
	}
	return out
}

// Copular returns what the subject of the copular predicate w is said to be,
// that is w itself, or -1 if w is not one.
func (t *Tree) Copular(w int) int {
	if len(t.By(w, "cop")) > 0 {
		return w
	}
	return -1
}
