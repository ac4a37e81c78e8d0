package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

// TestGapped: the conjunction stands in for the verb left out, and true rows
// stay rows.
func TestGapped(t *testing.T) {
	for source, want := range map[string]string{
		"Peru/NNP/2/nsubj armed=arm/VBD/0/root guards/NNS/2/obj and/CC/5/cc Chile/NNP/3/conj rebels/NNS/3/conj ././2/punct":                                                      "Chile rebels",
		"Gil/NNP/2/nsubj flew=fly/VBD/0/root to/IN/4/case Lima/NNP/2/obl and/CC/6/cc Lund/NNP/4/conj to/IN/8/case Cusco/NNP/2/obl ././2/punct":                                   "Lund Cusco",
		"Gil/NNP/2/nsubj flew=fly/VBD/0/root to/IN/4/case Lima/NNP/2/obl and/CC/6/cc Cusco/NNP/4/conj by/IN/8/case plane/NN/2/obl ././2/punct":                                   "",
		"Peru/NNP/2/nsubj armed=arm/VBD/0/root guards/NNS/2/obj ,/,/5/punct Chile/NNP/3/conj and/CC/7/cc rebels/NNS/3/conj ././2/punct":                                          "",
		"For/IN/2/case Peru/NNP/5/obl ,/,/2/punct Gil/NNP/5/nsubj signed=sign/VBD/0/root and/,/8/punct for/IN/8/case Chile/NNP/5/obl ,/,/10/punct Lund/NNP/8/conj ././5/punct":   "Lund ",
		"Mali/NNP/3/nsubj:pass was=be/VBD/3/aux:pass armed=arm/VBN/0/root by/IN/5/case Peru/NNP/3/obl:agent and/CC/7/cc Chad/NNP/5/conj by/IN/9/case Lima/NNP/3/obl ././3/punct": "Lima Chad",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		got := ""
		for w := range tree.Sentence.Words {
			if word := tree.Word(w); word.Form == "and" && word.UPOS == "VERB" {
				objects := tree.Objects(w)
				if len(objects) == 0 {
					objects = tree.Complements(w, []string{"to"})
				}
				got = forms(tree, tree.Subjects(w)) + " " + forms(tree, objects)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}
