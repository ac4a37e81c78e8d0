package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

func TestBeside(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"Gil/NNP/0/root ,/,/1/punct head/NN/1/appos", "Gil"},
		{"Gil/NNP/3/nsubj ,/,/3/punct head/NN/0/root", "Gil"},
		{"Ana/NNP/6/nsubj Gil/NNP/1/flat ,/,/6/punct 54/CD/1/nummod ,/,/6/punct head/NN/0/root", "Ana"},
		{"left/VBD/0/root ,/,/1/punct head/NN/1/obj of/IN/5/case Lund/NNP/3/nmod ,/,/1/punct Gil/NNP/1/obj", "Gil"},
		{"Gil/NNP/1/root and/CC/3/cc head/NN/1/conj", ""},
		{"Gil/NNP/5/obl ,/,/5/punct the/DT/4/det head/NN/5/nsubj said/VBD/0/root", ""},
		{"Gil/NNP/6/nsubj ,/,/1/punct a/DT/4/det head/NN/6/nsubj ,/,/6/punct left/VBD/0/root", "Gil"}, // two subjects
		{"Gil/NNP/7/nsubj ,/,/1/punct then/RB/7/advmod head/NN/7/nsubj of/IN/6/case Lund/NNP/4/nmod left/VBD/0/root", "Gil"},
		{"Gil/NNP/0/root ,/,/4/punct whose/WP$/4/nmod:poss head/NN/1/appos ,/,/6/punct Lund/NNP/1/conj", "Lund"},
	} {
		tree := frame.New(nlptest.Sentence(t, c.sentence), nil)
		w := 0
		for tree.Word(w).Form != "head" {
			w++
		}
		if got := forms(tree, tree.Beside(w)); got != c.want {
			t.Errorf("%s: beside %q, want %q", c.sentence, got, c.want)
		}
	}
}

func TestOwners(t *testing.T) {
	for source, want := range map[string]string{
		"Gil/NNP/3/nmod:poss 's/POS/1/case head/NN/0/root":                                        "Gil",
		"board/NN/0/root ,/,/1/punct whose/WP$/4/nmod:poss head/NN/5/nsubj left/VBD/1/acl:relcl":  "board",
		"Cocoa/NNP/2/compound Board/NNP/0/root ,/,/2/punct whose/WP$/5/nmod:poss head/NN/2/appos": "Board",
		"left/VBD/0/root whose/WP$/3/nmod:poss head/NN/1/obj":                                     "",
		"Gil/NNP/3/nmod:poss 's/POS/1/case trade/NN/4/compound head/NN/0/root":                    "Gil",
		"Gil/NNP/4/nmod:poss ,/,/4/punct three/CD/4/nummod head/NN/0/root":                        "", // set off, no owner
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := 0
		for tree.Word(w).Form != "head" {
			w++
		}
		if got := forms(tree, tree.Owners(w)); got != want {
			t.Errorf("%s: owners %q, want %q", source, got, want)
		}
	}
}

func TestAfter(t *testing.T) {
	for source, want := range map[string]string{
		"saw/VBD/0/root Cusco/NNP/1/obj ,/,/1/punct in/IN/6/case southern/JJ/6/amod Peru/NNP/1/obl": "Peru",
		"saw/VBD/0/root Cusco/NNP/1/obj with/IN/4/case Peru/NNP/1/obl":                              "",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		if got := forms(tree, tree.After(1, []string{"in"})); got != want {
			t.Errorf("%s: after %q, want %q", source, got, want)
		}
	}
}

func TestCaseOfTwoWords(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "walked/VBD/0/root out/IN/4/case of/IN/4/case office/NN/1/obl"), nil)
	if got := tree.Case(3); got != "out of" {
		t.Errorf("case %q, want out of", got)
	}
}

func TestBesideOfNamesRightAfter(t *testing.T) {
	for source, want := range map[string]string{
		"Stern/NNP/7/nsubj ,/,/7/punct whose/WP$/4/nmod:poss head/NN/6/nsubj Gil/NNP/6/nsubj founded/VBD/1/acl:relcl it/PRP/6/obj": "Gil",
		"the/DT/2/det head/NN/3/nsubj met/VBD/0/root Gil/NNP/3/obj":                                                                "",
		"Under/IN/2/case head/NN/6/obl ,/,/2/punct Gil/NNP/6/nsubj ,/,/6/punct grew/VBD/0/root":                                    "Gil",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := 0
		for tree.Word(w).Form != "head" {
			w++
		}
		if got := forms(tree, tree.Beside(w)); got != want {
			t.Errorf("%s: beside %q, want %q", source, got, want)
		}
	}
}
