// Package frame reads a dependency tree as predicates with arguments: a parsed
// sentence goes in, and for any of its words come out its logical subjects,
// objects and prepositional complements, the same for actives, passives,
// relative clauses, infinitives, conjunctions and verbal nouns.
package frame

import (
	"slices"
	"strings"

	"kg/internal/nlp"
)

// A Tree is a sentence with its children looked up once. It is read-only
// after New and safe for concurrent use.
type Tree struct {
	Sentence *nlp.Sentence
	light    map[string]bool
	kids     [][]int
}

// New returns the tree of s, its main verb put right where the parser missed it,
// in time linear in its length. The keys of light
// are the lemmas of verbs that lend their arguments to a noun, as in "hold
// talks".
func New(s *nlp.Sentence, light map[string]bool) *Tree { return build(mended(s), light) }

func build(s *nlp.Sentence, light map[string]bool) *Tree {
	t := &Tree{Sentence: s, light: light, kids: make([][]int, len(s.Words))}
	for i := range s.Words {
		if h := s.Words[i].Head; h >= 0 {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

// Kids returns the dependents of word w in the order of the sentence.
func (t *Tree) Kids(w int) []int { return t.kids[w] }

// Word returns word w of the sentence.
func (t *Tree) Word(w int) *nlp.Word { return &t.Sentence.Words[w] }

// Is reports whether w depends on its head by one of the relations. A relation
// without a subtype stands for all its subtypes.
func (t *Tree) Is(w int, rels ...string) bool {
	rel := t.Sentence.Words[w].Rel
	for _, r := range rels {
		if rel == r || strings.HasPrefix(rel, r) && rel[len(r)] == ':' {
			return true
		}
	}
	return false
}

// By returns the dependents of w that hang on it by one of the relations.
func (t *Tree) By(w int, rels ...string) []int {
	var out []int
	for _, k := range t.kids[w] {
		if t.Is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// Case returns the preposition of w in lower case, its parts joined by spaces
// ("along with", "out of"); empty if it has none.
func (t *Tree) Case(w int) string {
	form, last := "", -1
	for _, k := range t.By(w, "case") {
		switch {
		case k > w: // the possessive clitic
		case last < 0:
			form, last = t.fixed(k), k
		case k == last+1 && len(t.By(last, "fixed")) == 0:
			form, last = form+" "+t.fixed(k), k
		}
	}
	return form
}

// fixed returns the lower-cased form of w with its fixed parts, as "ahead of"
// for "ahead".
func (t *Tree) fixed(w int) string {
	form := strings.ToLower(t.Word(w).Form)
	for _, f := range t.By(w, "fixed") {
		form += " " + strings.ToLower(t.Word(f).Form)
	}
	return form
}

// Verbal reports whether w is a verb, a predicate with a copula or an
// auxiliary, or a word taken for a noun that has an object.
func (t *Tree) Verbal(w int) bool {
	switch t.Word(w).UPOS {
	case "VERB", "AUX":
		return true
	}
	return len(t.By(w, "cop", "aux", "obj")) > 0
}

// Acts reports whether w is a verb or behaves like one: a word taken for a noun
// that has an auxiliary or an object and no copula.
func (t *Tree) Acts(w int) bool {
	return t.Word(w).UPOS == "VERB" || t.Verbal(w) && t.Word(w).UPOS != "AUX" && (len(t.By(w, "cop")) == 0 || t.bound(w))
}

// bound reports whether w, taken for a noun with a copula, is an infinitive of
// what somebody is to do: "is to chair the talks".
func (t *Tree) bound(w int) bool {
	cop, to := t.By(w, "cop"), t.By(w, "mark")
	return len(cop) > 0 && len(to) > 0 && to[0] == cop[0]+1 && t.Word(to[0]).Form == "to" && len(t.By(w, "obj")) > 0
}

// Passive reports whether the verb w is passive: marked as such, or a past
// participle that modifies a noun.
func (t *Tree) Passive(w int) bool {
	if len(t.By(w, "aux:pass")) > 0 {
		return true
	}
	if len(t.By(w, "nsubj:pass", "csubj:pass")) > 0 {
		return len(t.By(w, "obj")) == 0 // "had shipped tents", taken for a passive
	}
	word := t.Word(w)
	if !t.participle(w) {
		return false
	}
	switch {
	case t.Is(w, "acl") && word.Rel != "acl:relcl":
		return len(t.object(w)) == 0 && !t.missed(w) && (len(t.By(w, "nsubj")) == 0 || !t.has(w, "that")) // "that Peru had drafted"
	case word.Rel == "amod", word.Rel == "advcl" && len(t.By(w, "aux")) == 0:
		return true
	case word.Rel == "conj" && len(t.By(w, "nsubj", "aux", "obj")) == 0:
		return t.Passive(word.Head) || t.nominal(word.Head) && len(t.agents(w)) > 0 // "the first, tabled by Peru"
	}
	return t.before(w) >= 0 || t.fronted(w) >= 0 && len(t.By(w, "obj")) == 0
}

// participle reports whether w is a past participle, or a past tense without a
// subject whose agent shows that it is none.
func (t *Tree) participle(w int) bool {
	switch t.Word(w).XPOS {
	case "VBN":
		return true
	case "VBD":
		return len(t.By(w, "obl:agent")) > 0 && len(t.By(w, "nsubj", "aux", "obj")) == 0
	}
	return false
}

// missed reports whether the participle w, taken for a modifier of the noun
// that the parser made the root, is the main verb: it follows the comma of an
// apposition and names no agent ("Chile's leader, Ana Gil, called on").
func (t *Tree) missed(w int) bool {
	head := t.Word(w).Head
	if t.dayBefore(w) >= 0 {
		return len(t.agents(w)) == 0
	}
	return w > 0 && t.Word(w-1).Form == "," && t.Word(head).Head < 0 && len(t.By(head, "appos")) > 0 && len(t.agents(w)) == 0 && len(t.By(head, "cop")) == 0
}

// Complex prepositions and participles that add to a noun as "and" does.
var (
	together = []string{"along with", "together with", "alongside", "as well as"}
	joined   = map[string]bool{"join": true, "joined": true}
)

// Conjuncts returns w and all words coordinated with it or joined to it ("along
// with Y"), in order, leaving out those that the sentence excludes ("but not
// Y").
func (t *Tree) Conjuncts(w int) []int {
	out := []int{w}
	for _, k := range slices.Concat(t.By(w, "conj"), t.listed(w), t.strayed(w), t.resumed(w), t.accompanied(w)) {
		if t.excluded(k) || t.otherwise(w, k) || t.owning(k) || t.whoseName(w, k) {
			continue
		}
		out = append(out, t.Conjuncts(k)...)
	}
	out = append(out, t.complements(w, together)...)
	for _, k := range t.By(w, "acl") {
		if joined[t.Word(k).Lemma] {
			for _, a := range t.agents(k) {
				out = append(out, t.Conjuncts(a)...)
			}
		}
	}
	return out
}

// otherwise reports whether the noun k, coordinated with w by the parser, has
// an agent's "by" that w lacks: "the guards, armed by Peru and by Chile".
func (t *Tree) otherwise(w, k int) bool {
	return t.Case(k) == "by" && t.Case(w) != "by" && t.Word(w).Rel != "obl:agent"
}

// owning reports whether the parser took the owner of the next noun for one of
// a row: "Chile" in "Chile's Gil and Peru's Lund".
func (t *Tree) owning(w int) bool {
	for _, k := range t.By(w, "case") {
		if t.Word(k).XPOS == "POS" {
			return t.noun(w) && k+1 < len(t.kids) && t.noun(k+1)
		}
	}
	return false
}

// strayed returns the nouns that the parser coordinated with the verb of which
// w is the last argument before them ("accused the army, the court").
func (t *Tree) strayed(w int) []int {
	head := t.Word(w).Head
	if head < 0 || !t.Is(w, "obj", "obl", "nsubj:pass") || !t.nominal(w) || t.Word(head).UPOS != "VERB" {
		return nil
	}
	var out []int
	last := w
	for _, k := range t.kids[head] {
		switch {
		case k <= w:
		case t.Is(k, "conj") && t.noun(k) && last == w && len(t.By(k, "nsubj", "cop", "aux", "obj")) == 0:
			out = append(out, k)
		case t.Is(k, "obj", "obl", "xcomp", "ccomp", "advcl", "conj"):
			last = k
		}
	}
	return out
}

// resumed returns the conjuncts of w that the parser hung on its apposition: a
// comma before the conjunction closes the apposition ("Lund, the envoy, and
// Berg").
func (t *Tree) resumed(w int) []int {
	var out []int
	for _, a := range t.By(w, "appos") {
		for _, k := range t.By(a, "conj") {
			for _, cc := range t.By(k, "cc") {
				if cc > 0 && t.Word(cc-1).Form == "," {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

func (t *Tree) noun(w int) bool {
	return t.Word(w).UPOS == "NOUN" || t.Word(w).UPOS == "PROPN"
}

// listed returns the names of a list that hang on w as appositions though a
// conjunction follows: "Gil, Lund and Berg", "the army, the court and the press".
func (t *Tree) listed(w int) []int {
	var out []int
	for _, k := range t.By(w, "appos") {
		if t.Listed(k) {
			out = append(out, k)
		}
	}
	return out
}

// Listed reports whether w, an apposition by its relation, is a member of a
// list: a name among names, or a noun that no comma closes before the "and".
func (t *Tree) Listed(w int) bool {
	if !t.Is(w, "appos") {
		return false
	}
	head := t.Word(w).Head
	last := t.By(head, "conj")
	if len(last) == 0 || last[0] < w {
		return false
	}
	if t.Word(head).UPOS == "PROPN" && t.Word(w).UPOS == "PROPN" && t.Word(last[0]).UPOS == "PROPN" {
		return true
	}
	_, end := t.Subtree(w)
	return t.noun(last[0]) && end < last[0] && t.Is(end, "cc")
}

func (t *Tree) excluded(w int) bool {
	for _, k := range t.kids[w] {
		if k < w && strings.EqualFold(t.Word(k).Form, "not") {
			return true
		}
	}
	return false
}

// Subtree returns the first and the one-past-last word of the smallest run
// that holds w and everything under it.
func (t *Tree) Subtree(w int) (first, end int) {
	first, end = w, w+1
	for _, k := range t.kids[w] {
		f, e := t.Subtree(k)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}
