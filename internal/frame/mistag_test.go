package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

// TestRetagged: verbs taken for nouns are verbs again, and nouns stay nouns.
func TestRetagged(t *testing.T) {
	for source, want := range map[string]string{
		"Chile/NNP/2/compound backs=back/NNS/0/root Gil/NNP/2/appos ././2/punct":                                                                    "Chile",
		"Chile/NNP/2/compound talks=talk/NNS/0/root on/IN/4/case fish/NN/2/nmod ended=end/VBD/2/acl ././2/punct":                                    "",
		"Peru/NNP/2/nsubj insisted=insist/VBD/0/root that/IN/5/det Chile/NNP/5/compound hand/NN/2/obj over/IN/7/case ships/NNS/5/nmod ././2/punct":  "Chile",
		"Peru/NNP/2/nsubj bought=buy/VBD/0/root that/DT/5/det Chile/NNP/5/compound talks=hand/NN/2/obj over/IN/7/case ships/NNS/5/nmod ././2/punct": "",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		got := ""
		for w := range tree.Sentence.Words {
			if word := tree.Word(w); word.UPOS == "VERB" && (word.Lemma == "back" || word.Lemma == "hand" || word.Lemma == "talk") {
				got = forms(tree, tree.Subjects(w))
			}
		}
		if got != want {
			t.Errorf("%s: subject %q, want %q", source, got, want)
		}
	}
}
