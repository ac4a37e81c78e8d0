package frame

import "strings"

// inverted returns the subject that follows the verb "be" where the sentence
// opens with its predicate w ("Hosting the talks was Gil", "Absent from them
// was Lund", "Also attending were Gil and Lund"); -1 if it is no such sentence.
func (t *Tree) inverted(w int) int {
	if !t.leads(w) || len(t.By(w, "nsubj", "aux")) > 0 {
		return -1
	}
	head := t.Word(w).Head
	switch {
	case head < 0: // the parser made the predicate the root
		for _, k := range t.By(w, "obj", "obl", "xcomp", "ccomp") {
			if t.noun(k) && t.follows(k, w) {
				return k
			}
		}
		return -1
	case t.Is(w, "csubj", "nsubj", "advcl", "dep", "amod") && t.noun(head) && t.follows(head, w):
		return head
	}
	return -1
}

// dayBefore returns the noun phrase before an adverb of time that the parser
// made the subject of the verb w right behind it ("Gil today met Lund"); -1 if
// there is none.
func (t *Tree) dayBefore(w int) int {
	head := t.Word(w).Head
	if head != w-1 || !t.Is(w, "acl") || !days[strings.ToLower(t.Word(head).Form)] {
		return -1
	}
	for _, k := range t.By(head, "compound", "nmod", "nsubj", "dep") {
		if t.noun(k) {
			return k
		}
	}
	return -1
}

// days are adverbs of time that may pass for nouns.
var days = map[string]bool{"today": true, "yesterday": true, "tonight": true, "tomorrow": true, "monday": true, "tuesday": true, "wednesday": true,
	"thursday": true, "friday": true, "saturday": true, "sunday": true}

// leads reports whether w is a participle or an adjective of absence or
// presence at the beginning of its sentence, with nothing but adverbs before it.
func (t *Tree) leads(w int) bool {
	switch word := t.Word(w); {
	case word.XPOS == "VBG", word.XPOS == "VBN", states[strings.ToLower(word.Form)]:
	default:
		return false
	}
	for i := 0; i < w; i++ {
		if t.Word(i).UPOS != "ADV" {
			return false
		}
	}
	return true
}

// states are adjectives that open inverted sentences, where the tagger may well
// take them for names.
var states = map[string]bool{"absent": true, "present": true, "missing": true, "conspicuous": true, "prominent": true, "responsible": true}

// follows reports whether the noun stands behind a form of "be" that hangs on
// it, with w before both.
func (t *Tree) follows(noun, w int) bool {
	for _, k := range t.By(noun, "cop", "aux") {
		if w < k && k < noun && t.Word(k).Lemma == "be" {
			return true
		}
	}
	return false
}

// Members returns those whom the sentence counts among what the noun w speaks
// of: "the speakers include Gil", "among those attending were Gil and Lund",
// "participants, among them Gil".
func (t *Tree) Members(w int) []int {
	head := t.Word(w).Head
	if head < 0 {
		return nil
	}
	switch {
	case t.Is(w, "nsubj") && t.Word(head).Lemma == "include" && !t.Passive(head):
		return t.By(head, "obj")
	case t.Case(w) != "among":
		return t.amid(w)
	case t.noun(head) && t.follows(head, w):
		return []int{head}
	case t.Word(head).Lemma == "be":
		return t.By(head, "nsubj")
	}
	return nil
}

// amid returns the name after "among them" or "one of them" behind the phrase
// of the noun w and its comma.
func (t *Tree) amid(w int) []int {
	words := t.Sentence.Words
	if words[w].XPOS != "NNS" {
		return nil
	}
	_, end := t.Subtree(w)
	for i := w + 1; i+3 < len(words) && i <= end; i++ {
		if words[i].Form != "," || !t.themAfter(i+1) {
			continue
		}
		at := i + 3
		if strings.EqualFold(words[i+1].Form, "one") {
			at++
		}
		switch {
		case at >= len(words):
		case words[at].UPOS == "PROPN":
			return []int{t.topName(at)}
		case words[at].UPOS == "DET" || words[at].UPOS == "NOUN": // "among them the poet Ana Gil"
			if noun := t.top(at, at, len(words)); t.noun(noun) && t.Word(noun).XPOS != "NNS" {
				return []int{noun}
			}
		}
	}
	return nil
}

// themAfter reports whether "among them" or "one of them" stands at word i.
func (t *Tree) themAfter(i int) bool {
	words := t.Sentence.Words
	first, second := strings.ToLower(words[i].Form), strings.ToLower(words[i+1].Form)
	switch {
	case first == "among" && (second == "them" || second == "whom"):
		return true
	case first == "one" && second == "of" && i+2 < len(words):
		third := strings.ToLower(words[i+2].Form)
		return third == "them" || third == "whom"
	}
	return false
}

// topName returns the head of the name that begins at word i, an owner before
// it passed over ("Chile's Gil").
func (t *Tree) topName(i int) int {
	if i+2 < len(t.kids) && t.Word(i+1).XPOS == "POS" {
		i += 2
	}
	for n := 0; n < maxClimb && t.Is(i, "flat", "compound") && t.Word(i).Head >= 0; n++ {
		i = t.Word(i).Head
	}
	return i
}
