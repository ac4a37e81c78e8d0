package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

// TestMended: the verb gets back the subject that the parser made its head, and
// true modifiers stay where they are.
func TestMended(t *testing.T) {
	for source, want := range map[string]string{
		"leader/NN/0/root ,/,/3/punct Gil/NNP/1/appos ,/,/1/punct embraced/VBN/1/acl Lund/NNP/5/obj ././1/punct":                                 "leader",
		"Peru/NNP/0/root and/CC/3/cc Chile/NNP/4/nsubj took=take/VBD/1/conj exception/NN/4/obj ././1/punct":                                      "Peru Chile",
		"talks/NNS/0/root between/IN/3/case owners/NNS/1/nmod dealt=deal/VBD/3/acl with/IN/6/case prices/NNS/4/obl ././1/punct":                  "talks",
		"drafts/NNS/0/root rejected/VBN/1/acl by/IN/4/case Peru/NNP/2/obl:agent ././1/punct":                                                     "Peru",
		"oil/NN/0/root which/WDT/3/nsubj reached/VBD/1/acl:relcl Lima/NNP/3/obj ././1/punct":                                                     "oil",
		"the/DT/2/det Chilean/NNP/6/nsubj and/CC/5/cc Peruvian/JJ/5/amod envoys/NNS/2/conj signed/VBD/0/root plans/NNS/6/obj ././6/punct":        "envoys",
		"Kyiv/NNP/5/nsubj and/CC/4/cc European/JJ/4/amod allies/NNS/1/conj signed/VBD/0/root plans/NNS/5/obj ././5/punct":                        "Kyiv allies",
		"Gil/NNP/2/nsubj hailed/VBD/0/root the/DT/4/det plan/NN/2/obj and/CC/7/cc Lund/NNP/7/nsubj rejected/VBD/2/conj it/PRP/7/obj ././2/punct": "Gil",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := 0
		for x := tree.Word(w).UPOS; x != "VERB"; x = tree.Word(w).UPOS {
			w++
		}
		var subjects []int
		for _, s := range tree.Subjects(w) {
			subjects = append(subjects, tree.Conjuncts(s)...)
		}
		if got := forms(tree, subjects); got != want {
			t.Errorf("%s: subject %q, want %q", source, got, want)
		}
	}
}

// TestMendedLeavesSentence: the sentence that was given is not changed.
func TestMendedLeavesSentence(t *testing.T) {
	s := nlptest.Sentence(t, "leader/NN/0/root ,/,/3/punct Gil/NNP/1/appos ,/,/1/punct embraced/VBN/1/acl Lund/NNP/5/obj ././1/punct")
	frame.New(s, nil)
	if s.Words[0].Rel != "root" || s.Words[4].Rel != "acl" {
		t.Errorf("changed to %s, %s", s.Words[0].Rel, s.Words[4].Rel)
	}
}
