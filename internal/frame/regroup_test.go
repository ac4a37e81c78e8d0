package frame_test

import (
	"strings"
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

// TestRegroup: of two nouns that the parser took for subjects of one verb the
// second goes where the words between them say, and what are two subjects stay.
func TestRegroup(t *testing.T) {
	for source, want := range map[string]string{
		// by Peru and Chile was handed
		"plan/NN/8/nsubj:pass drawn=draw/VBN/1/acl by/IN/4/case Peru/NNP/2/obl:agent and/CC/8/cc Chile/NNP/8/nsubj:pass was=be/VBD/8/aux:pass handed=hand/VBN/0/root ././8/punct": "plan",
		// Peru, Chile hold talks
		"Peru/NNP/4/vocative ,/,/4/punct Chile/NNP/4/nsubj hold/VBP/0/root talks=talk/NNS/4/obj":                   "Peru Chile",
		"Peru/NNP/4/vocative ,/,/4/punct Chile/NNP/4/nsubj holds=hold/VBZ/0/root talks=talk/NNS/4/obj ././4/punct": "Chile",
		// The presidents, Gil and Lund, met
		"presidents/NNS/7/nsubj ,/,/3/punct Gil/NNP/7/nsubj and/CC/5/cc Lund/NNP/3/conj ,/,/3/punct met=meet/VBD/0/root ././7/punct": "presidents",
		// Gil, together with Lund, signed
		"Gil/NNP/7/nsubj ,/,/1/punct together/RB/5/advmod with/IN/5/case Lund/NNP/7/obl ,/,/5/punct signed=sign/VBD/0/root ././7/punct": "Gil Lund",
		"Gil/NNP/7/nsubj ,/,/1/punct unhappy/RB/5/advmod with/IN/5/case Lund/NNP/7/obl ,/,/5/punct signed=sign/VBD/0/root ././7/punct":  "Gil",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		var subjects []int
		for _, s := range tree.Surface(root(tree)) {
			subjects = append(subjects, tree.Conjuncts(s)...)
		}
		if got := forms(tree, subjects); got != want {
			t.Errorf("%s: subject %q, want %q", source, got, want)
		}
	}
}

// TestAgentsInARow: what was taken from a row is again in it.
func TestAgentsInARow(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "plan/NN/8/nsubj:pass drawn=draw/VBN/1/acl by/IN/4/case Peru/NNP/2/obl:agent and/CC/8/cc Chile/NNP/8/nsubj:pass was=be/VBD/8/aux:pass handed=hand/VBN/0/root ././8/punct"), nil)
	var got []int
	for _, s := range tree.Subjects(1) {
		got = append(got, tree.Conjuncts(s)...)
	}
	if forms(tree, got) != "Peru Chile" {
		t.Errorf("drawn by %q", forms(tree, got))
	}
}

// TestResume: the verb behind what is put in between commas is the main one.
func TestResume(t *testing.T) {
	for source, want := range map[string]string{
		// The truce, due to take effect, was tabled
		"truce/NN/0/root ,/,/3/punct due/JJ/1/amod to/TO/5/mark take/VB/3/xcomp effect/NN/5/obj ,/,/9/punct was=be/VBD/9/aux:pass tabled=table/VBN/5/parataxis ././5/punct": "tabled truce",
		// Tabled by Peru, the draft failed
		"Tabled=table/VBN/0/root by/IN/3/case Peru/NNP/1/obl:agent ,/,/6/punct the/DT/6/det draft/NN/3/appos failed=fail/VBN/6/acl ././1/punct": "failed draft",
		// Drafts tabled by Peru have failed.
		"Drafts/NNS/6/nsubj tabled=table/VBN/1/acl by/IN/4/case Peru/NNP/2/obl:agent have/VBP/6/aux failed=fail/VBN/0/root ././6/punct": "failed Drafts",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		r := root(tree)
		if got := tree.Word(r).Form + " " + forms(tree, tree.Surface(r)); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// TestRelativeVerb: a verb of a relative clause taken for a plural is a verb.
func TestRelativeVerb(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "Peru/NNP/0/root ,/,/8/punct which/WDT/8/nsubj Chile/NNP/5/compound accuses=accus/NNS/8/nsubj of/IN/7/case spying/NN/4/nmod walked=walk/VBD/1/acl:relcl out/RB/8/advmod ././1/punct"), nil)
	if got := forms(tree, tree.Subjects(4)) + " " + forms(tree, tree.Objects(4)); got != "Chile Peru" || tree.Word(4).Lemma != "accuse" {
		t.Errorf("accuses (%s): %q", tree.Word(4).Lemma, got)
	}
	if got := forms(tree, tree.Surface(7)); got != "Peru" {
		t.Errorf("walked out: %q", got)
	}
}

// TestHeads: what a group does its head does; what a body does its head may not.
func TestHeads(t *testing.T) {
	for source, want := range map[string]int{
		"Senators/NNS/6/nsubj led=lead/VBN/1/acl by/IN/5/case Ana/NNP/5/compound Gil/NNP/2/obl:agent left=leave/VBD/0/root ././6/punct": 4,
		"Senate/NNP/6/nsubj led=lead/VBN/1/acl by/IN/5/case Ana/NNP/5/compound Gil/NNP/2/obl:agent left=leave/VBD/0/root ././6/punct":   -1,
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		got := -1
		for _, a := range tree.Asides(5, 0) {
			got = a.Word
		}
		if got != want {
			t.Errorf("%s: %d, want %d", source, got, want)
		}
	}
}

func root(t *frame.Tree) int {
	for w := range t.Sentence.Words {
		if t.Word(w).Head < 0 {
			return w
		}
	}
	return -1
}
