package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

func TestDayBeforeTheVerb(t *testing.T) {
	source := "Gil/NNP/2/compound today/NN/0/root met=meet/VBN/2/acl with/IN/5/case Lund/NNP/3/obl"
	tree := frame.New(nlptest.Sentence(t, source), nil)
	if got := forms(tree, tree.Subjects(2)); got != "Gil" {
		t.Errorf("subject %q, want Gil", got)
	}
	source = "letter/NN/0/root written=write/VBN/1/acl by/IN/4/case Lund/NNP/2/obl:agent"
	tree = frame.New(nlptest.Sentence(t, source), nil)
	if got := forms(tree, tree.Subjects(1)); got != "Lund" {
		t.Errorf("subject %q, want Lund", got)
	}
}
