package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

func TestInverted(t *testing.T) {
	for source, want := range map[string]string{
		"hosting/VBG/4/csubj talks/NNS/1/obj was=be/VBD/4/cop Gil/NNP/0/root":                        "Gil",
		"Absent/NNP/5/nsubj from/IN/3/case talks/NNS/1/nmod was=be/VBD/5/cop Gil/NNP/0/root":         "Gil",
		"Also/RB/2/advmod attending/VBG/0/root were=be/VBD/4/cop Gil/NNP/2/obj":                      "Gil",
		"Hosting/VBG/5/csubj talks/NNS/1/obj is=be/VBZ/5/cop very/RB/5/advmod hard/JJ/0/root":        "",
		"Gil/NNP/2/nsubj hosting/VBG/0/root talks/NNS/2/obj":                                         "Gil",
		"he/PRP/2/nsubj likes/VBZ/0/root hosting/VBG/2/xcomp talks/NNS/3/obj for/IN/6/case a/DT/3/o": "he",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := 0
		for x := tree.Word(w).XPOS; x != "VBG" && tree.Word(w).Form != "Absent"; x = tree.Word(w).XPOS {
			w++
		}
		if got := forms(tree, tree.Surface(w)); got != want {
			t.Errorf("%s: subject %q, want %q", source, got, want)
		}
	}
}

func TestMembers(t *testing.T) {
	for source, want := range map[string]string{
		"speakers/NNS/2/nsubj include/VBP/0/root Gil/NNP/2/obj":                                                                                                        "Gil",
		"Among/IN/2/case speakers/NNS/4/obl was=be/VBD/4/cop Gil/NNP/0/root":                                                                                           "Gil",
		"speakers/NNS/7/nsubj ,/,/5/punct among/IN/4/case them/PRP/5/nmod Gil/NNP/1/appos ,/,/5/punct left/VBD/0/root":                                                 "Gil",
		"speakers/NNS/10/nsubj ,/,/1/punct one/CD/1/appos of/IN/5/case them/PRP/3/nmod Peru/NNP/8/nmod:poss 's/POS/6/case Gil/NNP/1/appos ,/,/1/punct left/VBD/0/root": "Gil",
		"speakers/NNS/2/nsubj praised/VBD/0/root Gil/NNP/2/obj":                                                                                                        "",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := 0
		for tree.Word(w).Form != "speakers" {
			w++
		}
		if got := forms(tree, tree.Members(w)); got != want {
			t.Errorf("%s: members %q, want %q", source, got, want)
		}
	}
}

func TestConjunctsWithoutOwners(t *testing.T) {
	source := "met/VBD/0/root Gil/NNP/1/obj and/CC/4/cc Peru/NNP/2/conj 's/POS/4/case Lund/NNP/2/conj"
	tree := frame.New(nlptest.Sentence(t, source), nil)
	if got := forms(tree, tree.Conjuncts(1)); got != "Gil Lund" {
		t.Errorf("conjuncts %q", got)
	}
}
