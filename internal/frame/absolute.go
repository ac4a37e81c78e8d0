package frame

// looking are verbs for what those do who are only there while others act.
var looking = map[string]bool{"look": true, "watch": true, "preside": true, "mediate": true, "abstain": true, "attend": true, "dissent": true, "officiate": true, "applaud": true,
	"listen": true, "wait": true, "act": true, "serve": true, "moderate": true, "hover": true, "object": true, "lead": true, "take": true}

// absolute reports whether the noun w, behind "with", is the subject of a clause
// of its own that only tells what goes on beside ("signed it, with Gil looking
// on"): it is no partner of the verb above.
func (t *Tree) absolute(w int) bool {
	if !t.Is(w, "obl", "nmod") {
		return false
	}
	for _, k := range t.By(w, "acl", "conj", "amod", "compound") {
		if k > w && t.Word(k).XPOS == "VBG" && looking[t.Word(k).Lemma] {
			return true
		}
	}
	return false
}
