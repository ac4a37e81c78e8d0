package frame

import (
	"slices"
	"strings"
)

// Owners returns whose the noun w is: its possessives, "whose" replaced by
// what it stands for.
func (t *Tree) Owners(w int) []int {
	var out []int
	owners := t.By(w, "nmod:poss")
	if len(t.setOff(w)) > 0 {
		owners = owners[1:]
	}
	for _, k := range t.By(w, "compound") { // "Peru's trade minister", hung on the trade
		if k < w {
			owners = append(owners, t.By(k, "nmod:poss")...)
		}
	}
	for _, k := range owners {
		if t.Word(k).XPOS != "WP$" {
			out = append(out, k)
			continue
		}
		if noun := t.Whose(k); noun >= 0 {
			out = append(out, noun)
		}
	}
	return out
}

// Whose returns the noun that the pronoun "whose" stands for: the one modified
// by its clause, else the one before it and its comma; -1 if there is none.
func (t *Tree) Whose(w int) int {
	if noun := t.relativeHead(w); noun >= 0 && noun < w {
		return noun
	}
	at := w - 1
	if at > 0 && t.Word(at).Form == "," {
		at--
	}
	if at < 0 || !t.noun(at) {
		return -1
	}
	for i := 0; i < maxClimb && t.Is(at, "flat", "compound") && t.Word(at).Head >= 0 && t.Word(at).Head < w; i++ {
		at = t.Word(at).Head
	}
	return at
}

// Beside returns the nouns to which the noun phrase of w stands in apposition:
// those that the tree ties to it so, or else the noun phrases that a comma, a
// dash or a bracket sets off on either side, however the parser attached them.
func (t *Tree) Beside(w int) []int {
	out := t.By(w, "appos")
	switch {
	case t.whoseNoun(w):
		if len(out) == 0 {
			out = t.right(w)
		}
	case t.Is(w, "appos") && t.Word(w).Head >= 0:
		out = append(out, t.Word(w).Head)
	}
	if next := w + 1; len(out) == 0 && t.called(w, next) {
		out = []int{t.top(next, next, len(t.kids))}
	}
	if len(out) == 0 {
		out = append(t.left(w), t.right(w)...)
	}
	if len(out) == 0 {
		out = t.setOff(w)
	}
	if len(out) == 0 { // "the man in Lima, Karl Lund": hung on the place
		for _, k := range t.By(w, "nmod") {
			for _, x := range t.By(k, "appos") {
				if t.Word(x).UPOS == "PROPN" {
					out = append(out, x)
				}
			}
		}
	}
	if xpos := t.Word(w).XPOS; xpos != "NNS" && xpos != "NNPS" {
		return out
	}
	var all []int
	for _, x := range out {
		for t.Is(x, "conj") && t.Word(x).Head >= 0 && t.Word(x).Head < x && t.noun(t.Word(x).Head) {
			x = t.Word(x).Head
		}
		all = append(all, t.Conjuncts(x)...)
	}
	return all
}

// setOff returns the names before the comma of w's noun phrase that the parser
// took for its owners ("Gil and Lund, three ministers from Peru, left").
func (t *Tree) setOff(w int) []int {
	for _, k := range t.By(w, "nmod:poss") {
		_, end := t.Subtree(k)
		if k < w && len(t.By(k, "case")) == 0 && t.noun(k) && end < w && (t.Word(end).Form == "," || t.Word(end-1).Form == ",") {
			return []int{k}
		}
	}
	return nil
}

// whoseNoun reports whether "whose" owns the noun w: what stands before it is
// not what it speaks of.
func (t *Tree) whoseNoun(w int) bool {
	for _, k := range t.By(w, "nmod:poss") {
		if t.Word(k).XPOS == "WP$" {
			return true
		}
	}
	return false
}

// whoseName reports whether k, coordinated with w by the parser, is the name
// of a noun of "whose" that stands between them: "Gil, whose son, Lund, died".
func (t *Tree) whoseName(w, k int) bool {
	for _, a := range t.By(w, "appos") {
		if a < k && t.whoseNoun(a) && len(t.By(k, "cc")) == 0 {
			return true
		}
	}
	return false
}

// called reports whether the name that begins at the word right after the
// common noun w is what w speaks of ("whose father Hans Stern"): the parser
// ties them together or gives both to the same verb.
func (t *Tree) called(w, name int) bool {
	if name >= len(t.kids) || t.Word(name).UPOS != "PROPN" || t.Word(w).UPOS != "NOUN" {
		return false
	}
	head := t.Word(w).Head
	return head == name || t.Word(name).Head == w || head >= 0 && head == t.Word(name).Head && t.Is(w, "nsubj", "obj", "iobj", "obl")
}

var breaks = map[string]bool{",": true, "(": true, "—": true, "–": true, "--": true, ":": true}

// then are the adverbs with which an apposition may begin: "Gil, then head of".
var then = map[string]bool{"then": true, "once": true, "now": true, "formerly": true, "currently": true, "previously": true, "long": true, "later": true, "also": true, "until": true}

// left returns the noun that ends before the break before w's noun phrase.
func (t *Tree) left(w int) []int {
	first := w
	kids := t.kids[w]
	for i := len(kids) - 1; i >= 0; i-- {
		k := kids[i]
		if k > first || t.Word(k).Form == "," {
			continue
		}
		f, e := t.Subtree(k)
		if e != first || t.Is(k, "nsubj", "case", "cc", "appos", "conj") {
			break
		}
		first = f
	}
	if first > 1 && then[strings.ToLower(t.Word(first-1).Form)] {
		first--
	}
	at := first - 2
	if at < 0 || !breaks[t.Word(first-1).Form] || t.Word(first-1).Form == ":" {
		return nil
	}
	if t.Word(at).XPOS == "CD" && at > 1 && t.Word(at-1).Form == "," { // "Ana Gil, 54, the"
		at -= 2
	}
	if !t.noun(at) {
		return nil
	}
	at = t.top(at, 0, w)
	twice := t.Is(at, "nsubj") && t.Word(at).Head == t.Word(w).Head // "the guard, a unit of the army, fired", both taken for subjects
	if t.Is(w, "nsubj") && t.Word(w).Head > w && !twice {
		return nil
	}
	return []int{at}
}

// After returns the noun phrase that follows the phrase of w with one of the
// prepositions, whether or not behind a comma, however the parser attached it:
// "Cusco, in southern Peru". The word "comma" among the prepositions stands for one
// or a bracket before a name: "Cusco, Peru".
func (t *Tree) After(w int, prepositions []string) []int {
	end := t.nameEnd(w)
	if end+1 < len(t.kids) && (t.Word(end).Form == "," || t.Word(end).Form == "(") {
		if t.Word(end+1).UPOS == "PROPN" && slices.Contains(prepositions, "comma") {
			noun := t.top(end+1, end+1, len(t.kids))
			if t.Is(noun, "nsubj") && t.Word(noun).Head > noun && !t.enclosed(noun) || t.further(w) {
				return nil // "After talks in Lima, Peru signed", "Ama, Efua, Kofi"
			}
			return []int{noun}
		}
		end++
		if t.Word(end).UPOS == "ADV" { // "Ana Gil, formerly of"
			end++
		}
	}
	if end+1 >= len(t.kids) || !slices.Contains(prepositions, strings.ToLower(t.Word(end).Form)) {
		return nil
	}
	noun := t.top(end+1, end+1, len(t.kids))
	if !t.noun(noun) && len(t.By(noun, "nmod")) == 0 { // "in Peru's far north"
		return nil
	}
	return []int{noun}
}

// further reports whether a name and a comma stand before the name of which w
// is a word: it goes on a row.
func (t *Tree) further(w int) bool {
	for w > 0 && t.Word(w-1).UPOS == "PROPN" {
		w--
	}
	return w > 1 && t.Word(w-1).Form == "," && t.Word(w-2).UPOS == "PROPN"
}

// right returns the noun phrase that begins after the break that ends w's.
func (t *Tree) right(w int) []int {
	end := w + 1
	for _, k := range t.kids[w] {
		if k < end || t.Word(k).UPOS == "PUNCT" || t.Is(k, "appos", "conj", "cc") {
			continue
		}
		f, e := t.Subtree(k)
		if f != end {
			break
		}
		for end < e && !breaks[t.Word(end).Form] { // what follows a break may be hung too low
			end++
		}
		if end < e {
			break
		}
	}
	if end+1 >= len(t.Sentence.Words) || !breaks[t.Word(end).Form] {
		return nil
	}
	at := end + 1
	if !t.noun(at) && !t.Is(at, "det", "amod", "nummod") {
		return nil
	}
	noun := t.top(at, at, len(t.kids))
	if !t.noun(noun) {
		return nil
	}
	if t.Is(noun, "nsubj") && t.Word(noun).Head > noun && !t.Is(w, "nsubj", "appos") && !t.enclosed(noun) {
		return nil // "At the talks with the chair, Ana Gil said"
	}
	return []int{noun}
}

// enclosed reports whether a comma follows the name of which w is the head.
func (t *Tree) enclosed(w int) bool {
	end := t.nameEnd(w)
	return end < len(t.kids) && t.Word(end).Form == ","
}

// nameEnd returns the word after the name of which w is the head.
func (t *Tree) nameEnd(w int) int {
	end := w + 1
	for end < len(t.kids) && t.Is(end, "flat", "compound", "punct") && t.Word(end).Form != "," && t.Word(end).Head >= w && t.Word(end).Head <= end+1 {
		end++
	}
	return end
}

// top climbs from a word within a noun phrase to its head, staying among the
// words [first, end).
func (t *Tree) top(w, first, end int) int {
	for i := 0; i < maxClimb; i++ {
		head := t.Word(w).Head
		if head < first || head >= end || !t.Is(w, "flat", "compound", "nmod", "amod", "det", "nummod", "appos", "advmod") {
			break
		}
		w = head
	}
	return w
}

// Peers returns the other nouns of the sentence that are w's lemma again or
// stand for it: ordinals and "one", as in "the second draft is like the first".
func (t *Tree) Peers(w int) []int {
	var out []int
	lemma := strings.ToLower(t.Word(w).Lemma)
	for k := range t.Sentence.Words {
		l := strings.ToLower(t.Word(k).Lemma)
		if k != w && t.nominal(k) && (l == lemma || elided[lemma] || elided[l] && !t.Is(k, "amod")) {
			out = append(out, k)
		}
	}
	return out
}

// elided are words that stand for a noun left out.
var elided = map[string]bool{"first": true, "second": true, "third": true, "fourth": true, "one": true}
