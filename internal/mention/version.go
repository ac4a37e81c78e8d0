package mention

import (
	"slices"
	"strings"
)

// ordinals number the versions of a thing.
var ordinals = map[string]int8{"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6}

// elided adds the versions of a proposal whose noun is left out: "The second
// was shorter", "a slimmer one". The proposal must be the last thing spoken of.
func (r *reading) elided(s int) {
	for w := range r.sents[s].Words {
		if r.taken[s][w] >= 0 || !r.elides(s, w) {
			continue
		}
		last := r.lastThing(s, w)
		if last < 0 || r.ms[last].Type != Proposal {
			continue
		}
		d := &description{reading: r, s: s, phrase: phraseAt(r.trees[s], w), lemma: r.lower(s, w)}
		r.ms[d.mention(Proposal, -1, -1)].elided = true
	}
}

// elides reports whether the word stands for a noun left out: an ordinal with
// "the" or an owner, "one" with an adjective that compares.
func (r *reading) elides(s, w int) bool {
	t := r.trees[s]
	if !t.Is(w, "nsubj", "obj", "obl", "nmod", "appos", "root") {
		return false
	}
	if next := w + 1; next < len(r.sents[s].Words) {
		switch r.word(s, next).UPOS {
		case "NOUN", "PROPN", "NUM", "ADJ":
			return false
		}
	}
	form := strings.ToLower(r.word(s, w).Form)
	if form == "one" {
		for _, k := range t.By(w, "amod") {
			f := strings.ToLower(t.Word(k).Form)
			if r.cues.is("older", f) || r.cues.is("newer", f) || ordinals[f] > 0 || t.Word(k).XPOS == "JJR" {
				return true
			}
			if i := r.taken[s][k]; i >= 0 && r.ms[i].Kind == Demonym {
				return true // "the American one"
			}
		}
		return r.clausal(s, w)
	}
	if ordinals[form] == 0 || len(t.By(w, "case")) > 0 && !likened[t.Case(w)] {
		return false
	}
	return w > 0 && (strings.ToLower(r.word(s, w-1).Form) == "the" || r.word(s, w-1).XPOS == "PRP$")
}

// clausal reports whether a clause tells which "one" is meant: "one tabled in
// June", "the one that Peru rejected".
func (r *reading) clausal(s, w int) bool {
	t := r.trees[s]
	for _, k := range t.By(w, "acl") {
		for _, x := range t.Kids(k) {
			if form := strings.ToLower(t.Word(x).Form); form == "who" || form == "whose" || form == "whom" {
				return false
			}
		}
		if t.Passive(k) || len(t.Objects(k)) > 0 && t.Objects(k)[0] == w {
			return true
		}
	}
	return false
}

// likened are the prepositions before an ordinal that stands for a version.
var likened = map[string]bool{"by": true, "than": true, "from": true, "like": true, "unlike": true, "as": true}

// elidedSentences is how far back the thing may be that an ordinal counts.
const elidedSentences = 2

// lastThing returns the meeting, the proposal or the event that was spoken of
// last before a word; -1 if none was lately.
func (r *reading) lastThing(s, w int) int {
	best := -1
	for k := range r.ms {
		m := &r.ms[k]
		if m.Sentence > s || m.Sentence < s-elidedSentences || m.Sentence == s && m.First >= w {
			continue
		}
		if m.Type != Proposal && m.Type != Meeting && m.Type != Event || m.Kind != Described {
			continue
		}
		if best < 0 || m.Sentence > r.ms[best].Sentence || m.Sentence == r.ms[best].Sentence && m.First > r.ms[best].First {
			best = k
		}
	}
	return best
}

// ownKind are nouns for papers that are never called by another noun of
// theirs: an amendment is no bill.
var ownKind = []string{"amendment", "motion", "request", "appeal", "petition", "claim", "report", "budget", "levy", "tax", "quota", "fee", "tariff", "contract", "chapter", "clause", "annex", "ruling", "loan",
	"constitution", "injunction", "clearance", "letter", "list"}

// otherKind reports whether two nouns tell apart what they are said of.
func otherKind(a, b string) bool {
	a, b = strings.TrimSuffix(a, "s"), strings.TrimSuffix(b, "s")
	return a != b && (slices.Contains(ownKind, a) || slices.Contains(ownKind, b))
}
