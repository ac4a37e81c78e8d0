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

// TestEchoed: what stands between two agents is the verb of the second, and
// rows of agents stay rows.
func TestEchoed(t *testing.T) {
	for source, want := range map[string]string{
		"Talks/NNS/3/nsubj:pass were=be/VBD/3/aux:pass led=lead/VBN/0/root by/IN/5/case Gil/NNP/3/obl:agent ,/,/8/punct the/DT/8/det panel/NN/5/appos by/IN/10/case Lund/NNP/8/nmod ././3/punct":                                              "panel Lund",
		"Chile/NNP/3/nmod:poss 's/POS/1/case team/NN/5/nsubj:pass was=be/VBD/5/aux:pass led=lead/VBN/0/root by/IN/7/case Gil/NNP/5/obl:agent ,/,/12/punct Peru/NNP/12/nmod:poss 's/POS/9/case by/IN/12/case Lund/NNP/5/obl:agent ././5/punct": "'s Lund",
		"Talks/NNS/3/nsubj:pass were=be/VBD/3/aux:pass led=lead/VBN/0/root by/IN/5/case Gil/NNP/3/obl:agent and/CC/8/cc by/IN/8/case Lund/NNP/5/conj ././3/punct":                                                                             "",
		"Talks/NNS/3/nsubj:pass were=be/VBD/3/aux:pass led=lead/VBN/0/root by/IN/5/case Gil/NNP/3/obl:agent and/CC/7/cc closed=close/VBN/3/conj by/IN/9/case Lund/NNP/7/obl:agent ././3/punct":                                                "",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		got := ""
		for w := range tree.Sentence.Words {
			if tree.Unsaid(w) {
				got = forms(tree, tree.By(w, "nsubj")) + " " + forms(tree, tree.By(w, "obl:agent"))
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}
