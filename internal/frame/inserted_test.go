package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

// TestInserted: the subject before a clause between commas is found, and none
// is where the commas set off no clause.
func TestInserted(t *testing.T) {
	for source, want := range map[string]string{
		"Gil/NNP/4/vocative ,/,/1/punct it/PRP/4/nsubj emerged/VBD/7/advcl ,/,/4/punct had/VBD/7/aux fled/VBN/0/root ././7/punct":                         "Gil",
		"Peru/NNP/5/nsubj ,/,/5/punct while/IN/5/mark others/NNS/5/nsubj dithered/VBD/8/advcl ,/,/5/punct had/VBD/8/aux armed/VBN/0/root Chile/NNP/8/obj": "Peru",
		"In/IN/2/case Peru/NNP/8/obl ,/,/2/punct diplomats/NNS/5/nsubj said/VBD/8/parataxis ,/,/5/punct had/VBD/8/aux risen/VBN/0/root prices/NNS/8/obj":  "",
		"Chile/NNP/7/nsubj:outer ,/,/3/punct today/NN/1/obl ,/,/3/punct had/VBD/6/aux armed/VBN/0/root Peru/NNP/6/obj":                                    "",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := len(tree.Sentence.Words) - 1
		for tree.Word(w).XPOS != "VBN" {
			w--
		}
		if got := forms(tree, tree.Surface(w)); got != want {
			t.Errorf("%s: subject %q, want %q", source, got, want)
		}
	}
}
