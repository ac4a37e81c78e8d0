package frame

import "strings"

// A Sense is how what a predicate says of one argument holds of another.
type Sense uint8

const (
	Same     Sense = iota // "Peru signed, as did Chile"
	Not                   // "Peru but not Chile signed", "Peru signed, unlike Chile"
	Contrary              // "Peru did not sign but Chile did"
)

// An Aside is a noun of which a sentence says in passing that a predicate
// holds of it too, or that it does not.
type Aside struct {
	Word  int
	Sense Sense
}

// Asides returns the nouns set beside the argument x of the predicate w:
// conjuncts that the sentence excludes and, for a subject, those of clauses
// that only echo the verb and those it is likened to.
func (t *Tree) Asides(w, x int) []Aside {
	var out []Aside
	for _, k := range t.By(x, "conj") {
		if t.excluded(k) {
			out = append(out, Aside{k, Not})
		}
	}
	out = t.likened(out, x)
	if t.group(x) {
		for _, k := range t.By(x, "acl") {
			if heading[t.Word(k).Lemma] && t.Passive(k) {
				for _, a := range t.agents(k) {
					out = append(out, Aside{t.apposed(a), Same})
				}
			}
		}
	}
	if verb := t.Word(x).Head; verb >= 0 && t.Is(x, "nsubj") && (verb == w || verb == t.LightVerb(w)) {
		out = t.likened(out, verb)
		for _, k := range t.By(verb, "conj", "advcl", "parataxis") {
			out = t.echo(out, k)
		}
		for _, o := range t.By(verb, "obj", "obl", "iobj") { // hung on what stands before it
			for _, k := range t.By(o, "advcl") {
				out = t.echo(out, k)
			}
		}
	}
	return out
}

// heading are the participles that name who heads a group: what it does he does.
var heading = map[string]bool{"lead": true, "head": true, "front": true, "spearhead": true, "chair": true}

// groups are nouns for a number of people without a name of their own.
var groups = map[string]bool{"group": true, "coalition": true, "crowd": true, "band": true, "alliance": true, "bloc": true, "faction": true, "handful": true, "number": true,
	"dozen": true, "majority": true, "minority": true, "camp": true, "caucus": true, "consortium": true}

// group reports whether w stands for several people by a common noun or a
// number: "senators", "three of them", "a group of states".
func (t *Tree) group(w int) bool {
	word := t.Word(w)
	return word.XPOS == "NNS" || word.UPOS == "NUM" || groups[word.Lemma]
}

// apposed returns the name in apposition to the noun w, else w: "the veteran
// Ana Gil".
func (t *Tree) apposed(w int) int {
	for _, k := range t.By(w, "appos") {
		if k > w && t.Word(k).UPOS == "PROPN" && t.Word(w).UPOS == "NOUN" {
			return k
		}
	}
	return w
}

// Excluded reports whether the argument w is named only to say that the
// predicate does not hold of it: "Peru but not Chile".
func (t *Tree) Excluded(w int) bool {
	first, _ := t.Subtree(w)
	if first > 1 && t.excepts(strings.ToLower(t.Word(first-1).Form)) && t.all(first-2) {
		return true // "all members but Peru"
	}
	if t.Word(first).Form == "," && first < w {
		first++
	}
	if !t.excluded(w) || first < 1 || !strings.EqualFold(t.Word(first).Form, "not") {
		return false
	}
	before := strings.ToLower(t.Word(first - 1).Form)
	return before == "but" || before == ","
}

// excepts reports whether the preposition takes one out of all.
func (t *Tree) excepts(form string) bool {
	switch form {
	case "but", "except", "except for", "save", "barring", "excepting", "bar":
		return true
	}
	return false
}

// all reports whether the noun w speaks of all of its kind.
func (t *Tree) all(w int) bool {
	return t.noun(w) && t.has(w, "all", "every", "each") || everyone[strings.ToLower(t.Word(w).Form)]
}

var everyone = map[string]bool{"all": true, "everyone": true, "everybody": true}

// likened adds those named after "like" and "unlike" beside a comma, and those
// excepted from all.
func (t *Tree) likened(out []Aside, w int) []Aside {
	for _, k := range t.By(w, "obl", "nmod") {
		if t.excepts(t.Case(k)) && t.all(w) {
			out = append(out, Aside{k, Not})
			continue
		}
		first, end := t.Subtree(k)
		if !(first > 0 && t.Word(first-1).Form == ",") && !(end < len(t.Sentence.Words) && t.Word(end).Form == ",") && t.Word(end-1).Form != "," {
			continue
		}
		switch t.Case(k) {
		case "like":
			out = append(out, Aside{k, Same})
		case "unlike":
			out = append(out, Aside{k, Not})
		}
	}
	return out
}

// echo adds the subjects of the clause k if it is only an auxiliary that stands
// for the verb before it.
func (t *Tree) echo(out []Aside, k int) []Aside {
	if t.Word(k).UPOS != "AUX" && !t.soDoes(k) || len(t.By(k, "xcomp", "ccomp", "cop", "aux")) > 0 {
		return out
	}
	sense := Same
	switch {
	case t.has(k, "not", "n't", "n’t", "never"):
		sense = Not
	case t.has(k, "but"):
		sense = Contrary
	}
	subjects := t.By(k, "nsubj")
	if len(subjects) == 0 && t.has(k, "as", "so", "neither", "nor") {
		subjects = t.By(k, "obj")
	}
	for _, s := range subjects {
		out = append(out, Aside{t.apposed(s), sense})
	}
	return out
}

// soDoes reports whether w is a form of "do" that stands for a verb said before:
// "as did Gil", "so did Lund".
func (t *Tree) soDoes(w int) bool {
	return t.Word(w).Lemma == "do" && t.has(w, "as", "so", "nor", "neither") && len(t.By(w, "obj", "nsubj")) == 1
}

// has reports whether one of the words hangs on w.
func (t *Tree) has(w int, forms ...string) bool {
	for _, x := range t.kids[w] {
		for _, f := range forms {
			if strings.EqualFold(t.Word(x).Form, f) {
				return true
			}
		}
	}
	return false
}
