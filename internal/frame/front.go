package frame

import "strings"

// fronted returns the main verb of the sentence that the participle w opens
// ("Rejected by Peru, the plan failed"), however the parser tied the two; -1 if
// w is no such participle.
func (t *Tree) fronted(w int) int {
	if !t.opens(w) {
		return -1
	}
	comma := t.commaAfter(w)
	if comma < 0 {
		return -1
	}
	for i := range t.Sentence.Words {
		if i > comma && t.Word(i).Head < 0 && t.Verbal(i) {
			return i
		}
	}
	for _, k := range t.By(w, "parataxis", "ccomp", "conj", "advcl") {
		if k > comma && len(t.By(k, "nsubj")) > 0 {
			return k
		}
	}
	return -1
}

// opens reports whether w is a participle without a subject at the very
// beginning of the sentence.
func (t *Tree) opens(w int) bool {
	if t.Word(w).XPOS != "VBG" && !t.participle(w) {
		return false
	}
	for i := 0; i < w; i++ {
		if t.Word(i).UPOS != "ADV" || t.Word(i).Head != w {
			return false
		}
	}
	return len(t.By(w, "nsubj", "aux")) == 0
}

// commaAfter returns the first comma after w, or -1.
func (t *Tree) commaAfter(w int) int {
	for i := w + 1; i < len(t.Sentence.Words); i++ {
		if t.Word(i).Form == "," {
			return i
		}
	}
	return -1
}

// season reports whether w is a time taken for an object: "the text that Peru
// tabled last autumn".
func (t *Tree) season(w int) bool {
	return seasons[t.Word(w).Lemma] && t.has(w, "last", "this", "next", "that", "every", "each")
}

var seasons = map[string]bool{"spring": true, "summer": true, "autumn": true, "fall": true, "winter": true, "week": true, "month": true, "year": true, "night": true,
	"weekend": true, "decade": true, "morning": true, "afternoon": true, "evening": true}

// unmarked reports whether the finite clause w, taken for what its noun says, is
// a relative one: it has no object ("the plan that Gil drafted").
func (t *Tree) unmarked(w int) bool {
	if t.Word(w).Rel != "acl" || !t.has(w, "that") || len(t.By(w, "obj", "ccomp", "xcomp", "aux:pass", "cop")) > 0 {
		return false
	}
	switch t.Word(w).XPOS {
	case "VBD", "VBN", "VBZ":
		return true
	}
	return false
}

// cleft reports whether the clause of w is the second half of a cleft sentence:
// "it was Peru that Chile supplied".
func (t *Tree) cleft(w int) bool {
	head := t.Word(w).Head
	if !t.Is(w, "ccomp", "acl:relcl") || head < 0 || !t.nominal(head) || len(t.By(head, "cop")) == 0 {
		return false
	}
	subjects := t.By(head, "nsubj", "expl")
	return len(subjects) > 0 && strings.EqualFold(t.Word(subjects[0]).Form, "it")
}

// meant returns the noun that a relative clause behind the noun w is about: in
// "it was Gil, not the envoy, who left" the first.
func (t *Tree) meant(w int) int {
	if head := t.Word(w).Head; head >= 0 && t.Is(w, "appos", "conj") && t.nominal(head) && t.excluded(w) && t.Excluded(w) {
		return head
	}
	return w
}
