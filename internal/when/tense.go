package when

import (
	"strings"

	"kg/internal/nlp"
)

// A Tense says on which side of the anchor the event of a clause lies.
type Tense uint8

// The tenses. The zero value is a clause that does not tell.
const (
	Untold Tense = iota
	Past
	Present // going on, or planned and told in the present tense
	Future  // to come, planned, possible
)

// tense returns the tense that decides on which side of the anchor the date
// at token i lies; its preposition may be stronger than the verb.
func (f *finder) tense(i int) Tense {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch t := f.toks[k]; {
		case t.class&since != 0:
			return Past
		case t.class&until != 0, t.low == "of" && k > 0 && f.toks[k-1].low == "ahead":
			return Future
		case t.class&after != 0 && f.beside(k-1).class&(span|daypart) == 0:
			if f.c.Tense(f.toks[i].word) != Future {
				return Past
			}
		}
		if f.toks[k].class&(the|early|thisWord|daypart) == 0 {
			break
		}
	}
	return f.c.Tense(f.toks[i].word)
}

// TenseAt judges the tense of the clause that holds a word, from the tree and
// the tags where s has them, else from the forms alone.
func TenseAt(s *nlp.Sentence, word int) Tense {
	if word < 0 || word >= len(s.Words) {
		return Untold
	}
	if parsed(s) {
		return treeTense(s, word)
	}
	return formTense(s, word)
}

// parsed reports whether s has a tree.
func parsed(s *nlp.Sentence) bool {
	for i := range s.Words {
		if s.Words[i].Rel != "" {
			return true
		}
	}
	return false
}

// formTense looks for the nearest verb form, first before the word within its
// clause, then after it.
func formTense(s *nlp.Sentence, word int) Tense {
	for i := word - 1; i >= 0 && !breaksClause(s, i); i-- {
		if t := verbTense(s, i); t != Untold {
			return t
		}
	}
	for i := word + 1; i < len(s.Words) && !breaksClause(s, i); i++ {
		if t := verbTense(s, i); t != Untold {
			return t
		}
	}
	return Untold
}

func breaksClause(s *nlp.Sentence, i int) bool {
	switch s.Words[i].Form {
	case ";", ":", "—", "–", "(", ")", "\"", "that", "which", "who", "whom", "whose", "when", "while", "where", "but", "because", "if", "although":
		return true
	}
	return false
}

// verbTense is the tense that the word at i shows as a verb form or a sign of
// what is planned.
func verbTense(s *nlp.Sentence, i int) Tense {
	low := strings.ToLower(s.Words[i].Form)
	if t, ok := signs[low]; ok {
		if t == Future && perfectFollows(s, i) {
			return Past
		}
		return t
	}
	if low == "to" && i+1 < len(s.Words) && infinitiveIsFuture(s, i) {
		return Future
	}
	switch s.Words[i].XPOS {
	case "VBD", "VBN":
		return Past
	case "VBZ", "VBP":
		return presentTense(s, i)
	case "":
		if len(low) > 4 && strings.HasSuffix(low, "ed") || irregularPast[low] {
			return Past
		}
	}
	return Untold
}

// presentTense reads a present form beside a date as a plan, but for what a
// picture shows, for states and for those who say something now.
func presentTense(s *nlp.Sentence, i int) Tense {
	low := strings.ToLower(s.Words[i].Form)
	if caption(s) || strings.HasPrefix(low, "say") || low == "tells" || low == "has" || low == "have" || low == "'ve" {
		return Past
	}
	return Present
}

// perfectFollows reports "may have met", "would have met".
func perfectFollows(s *nlp.Sentence, i int) bool {
	for k := i + 1; k <= i+2 && k < len(s.Words); k++ {
		if strings.EqualFold(s.Words[k].Form, "have") {
			return k+1 < len(s.Words) && s.Words[i].Form != "will"
		}
	}
	return false
}

// infinitiveIsFuture reports whether "to" at i leads an infinitive under a
// word of planning.
func infinitiveIsFuture(s *nlp.Sentence, i int) bool {
	if i == 0 {
		return false
	}
	before := strings.ToLower(s.Words[i-1].Form)
	return planWords[before] || planWords[strings.ToLower(s.Words[i-1].Lemma)] || before == "is" || before == "are"
}

// signs are the words that show a tense by themselves.
var signs = map[string]Tense{
	"will": Future, "'ll": Future, "wo": Future, "shall": Future, "may": Future, "might": Future, "could": Future,
	"would": Future, "should": Future, "must": Future, "'d": Future, "can": Future,
	"due": Future, "scheduled": Future, "expected": Future, "slated": Future, "planned": Future, "booked": Future,
	"upcoming": Future, "forthcoming": Future,
	"was": Past, "were": Past, "had": Past, "did": Past, "has": Past, "have": Past, "been": Past,
}

// planWords govern infinitives of what is to come.
var planWords = map[string]bool{
	"plan": true, "plans": true, "planned": true, "planning": true, "hope": true, "hopes": true, "hoped": true,
	"intend": true, "intends": true, "intended": true, "promise": true, "promises": true, "promised": true,
	"agree": true, "agrees": true, "agreed": true, "vow": true, "vows": true, "vowed": true, "pledge": true, "pledged": true,
	"threaten": true, "threatens": true, "threatened": true, "want": true, "wants": true, "wanted": true,
	"expect": true, "expects": true, "expected": true, "schedule": true, "scheduled": true, "due": true, "set": true,
	"slated": true, "ready": true, "prepare": true, "prepares": true, "preparing": true, "prepared": true, "decide": true,
	"decided": true, "offer": true, "offered": true, "ask": true, "asked": true, "urge": true, "urged": true, "invite": true,
	"invited": true, "deadline": true, "ultimatum": true, "bound": true, "likely": true, "poised": true, "going": true,
	"needs": true, "need": true, "decision": true, "decisions": true, "vote": true, "bid": true, "pledges": true,
	"proposal": true, "deal": true, "agreement": true, "offers": true, "chance": true, "date": true, "mandate": true, "aims": true, "aim": true, "aimed": true, "order": true, "ordered": true, "call": true,
}

// irregularPast lists common past forms without -ed, for sentences without
// tags.
var irregularPast = map[string]bool{
	"met": true, "held": true, "said": true, "told": true, "went": true, "came": true, "left": true, "flew": true, "began": true,
	"gave": true, "took": true, "led": true, "quit": true, "sent": true, "saw": true, "wrote": true, "spoke": true, "won": true,
	"lost": true, "put": true, "broke": true, "brought": true, "fell": true, "rose": true, "made": true, "struck": true,
	"hit": true, "shot": true, "drew": true, "became": true, "got": true, "gone": true, "done": true, "seen": true, "found": true,
	"stood": true, "paid": true, "sat": true, "threw": true, "drove": true, "ran": true, "withdrew": true, "fought": true, "kept": true,
	"heard": true, "read": true, "chose": true, "swore": true, "stepped": true, "overran": true, "shook": true, "set": true,
}

// treeTense judges the predicate that governs the word.
func treeTense(s *nlp.Sentence, word int) Tense {
	for i, steps := word, 0; i >= 0 && i < len(s.Words) && steps <= len(s.Words); i, steps = s.Words[i].Head, steps+1 {
		if modifiesNoun(s, i) && plannedWord(s, s.Words[i].Head) && !thwarted(s, s.Words[i].Head) {
			return Future
		}
		if !predicate(s, i) {
			continue
		}
		if t := predicateTense(s, i); t != Untold {
			return t
		}
	}
	if mistagged(s, word) {
		return Present
	}
	return formTense(s, word)
}

// mistagged reports whether the root is a bare plural noun: most likely the
// present form of a verb, "arrives" or "votes", if no past form comes before
// the date at word.
func mistagged(s *nlp.Sentence, word int) bool {
	root := -1
	for k := range s.Words {
		if k < word && (s.Words[k].XPOS == "VBD" || s.Words[k].XPOS == "VBN") {
			return false
		}
		if s.Words[k].Head < 0 {
			root = k
		}
	}
	if root < 1 || s.Words[root].XPOS != "NNS" {
		return false
	}
	for k := range s.Words {
		if w := &s.Words[k]; w.Head == root && (w.Rel == "det" || w.Rel == "amod" || w.Rel == "nummod" || w.Rel == "case") {
			return false
		}
	}
	return true
}

func modifiesNoun(s *nlp.Sentence, i int) bool {
	h := s.Words[i].Head
	return h >= 0 && h < len(s.Words) && strings.HasPrefix(s.Words[i].Rel, "nmod")
}

// plannedWord reports whether the noun has a modifier such as "planned".
func plannedWord(s *nlp.Sentence, noun int) bool {
	for k := range s.Words {
		if s.Words[k].Head == noun && s.Words[k].Rel == "amod" && signs[strings.ToLower(s.Words[k].Form)] == Future {
			return true
		}
	}
	return false
}

// thwarted reports whether the planned thing is the object of a verb that kept
// it from happening, and then: "foiled a planned attack on Thursday".
func thwarted(s *nlp.Sentence, noun int) bool {
	h := s.Words[noun].Head
	return h >= 0 && h < len(s.Words) && s.Words[noun].Rel == "obj" && thwarts[s.Words[h].Lemma]
}

var thwarts = map[string]bool{"foil": true, "thwart": true, "avert": true, "prevent": true, "abort": true, "disrupt": true, "stop": true, "repel": true, "repulse": true, "uncover": true}

// predicate reports whether the word is a verb or has a copula or auxiliary.
func predicate(s *nlp.Sentence, i int) bool {
	if s.Words[i].UPOS == "VERB" {
		return true
	}
	for k := range s.Words {
		if s.Words[k].Head == i && (s.Words[k].Rel == "cop" || strings.HasPrefix(s.Words[k].Rel, "aux")) {
			return true
		}
	}
	return false
}

// predicateTense reads the auxiliaries and the form of the predicate at i;
// Untold sends the question on to its governor.
func predicateTense(s *nlp.Sentence, i int) Tense {
	past, to, present := false, false, false
	for k := range s.Words {
		if s.Words[k].Head != i {
			continue
		}
		low, rel := strings.ToLower(s.Words[k].Form), s.Words[k].Rel
		switch {
		case rel == "mark" && low == "to":
			to = true
		case low == "due":
			return Future
		case rel != "cop" && !strings.HasPrefix(rel, "aux"):
		case low == "have" && to:
			past, to = true, false
		case signs[low] == Future:
			if !perfectFollows(s, k) {
				return Future
			}
			past = true
		case signs[low] == Past:
			past = true
		case presentForms[low]:
			present = true
		}
	}
	switch {
	case to:
		return infinitiveTense(s, i)
	case past && signs[strings.ToLower(s.Words[i].Form)] == Future, present && signs[strings.ToLower(s.Words[i].Form)] == Future:
		return Future
	case past:
		return Past
	case present:
		return presentGroup(s, i)
	}
	switch s.Words[i].XPOS {
	case "VBD":
		return Past
	case "VBN":
		if t := signs[strings.ToLower(s.Words[i].Form)]; t != Untold {
			return t
		}
		if setFor(s, i) {
			return Future
		}
		return Past
	case "VBZ", "VBP":
		return presentTense(s, i)
	}
	return Untold
}

// setFor reports whether the participle at i modifies a noun and has "for"
// behind it: "a meeting set for Friday".
func setFor(s *nlp.Sentence, i int) bool {
	return s.Words[i].Rel == "acl" && i+1 < len(s.Words) && fixing[strings.ToLower(s.Words[i].Form)] && strings.EqualFold(s.Words[i+1].Form, "for")
}

// fixing are the participles that with "for" give the time of what is to come.
var fixing = map[string]bool{"set": true, "fixed": true, "timed": true, "pencilled": true, "arranged": true, "earmarked": true, "called": true}

// caption reports whether s describes a picture, which is done in the present
// tense.
func caption(s *nlp.Sentence) bool {
	for i := range s.Words[:min(6, len(s.Words))] {
		if captionWords[strings.ToLower(s.Words[i].Form)] {
			return true
		}
	}
	return false
}

var captionWords = map[string]bool{"photo": true, "caption": true, "pictured": true, "l-r": true, "l": true, "left": true, "right": true, "image": true}

var presentForms = map[string]bool{"is": true, "are": true, "am": true, "'s": true, "'re": true, "'m": true, "do": true, "does": true}

// presentGroup is "is meeting", "is scheduled", "is held".
func presentGroup(s *nlp.Sentence, i int) Tense {
	if s.Words[i].XPOS == "VBN" || s.Words[i].XPOS == "VBG" || s.Words[i].UPOS != "VERB" {
		return Present
	}
	return Past
}

// infinitiveTense is the tense of "to meet": to come under a word of planning,
// else that of what governs it.
func infinitiveTense(s *nlp.Sentence, i int) Tense {
	h := s.Words[i].Head
	if h < 0 || h >= len(s.Words) {
		return Future
	}
	if low := strings.ToLower(s.Words[h].Form); planWords[low] || planWords[strings.ToLower(s.Words[h].Lemma)] {
		return Future
	}
	if s.Words[i].Rel == "csubj" {
		return Future
	}
	return Untold
}
