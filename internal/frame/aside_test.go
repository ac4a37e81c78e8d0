package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

func TestAsides(t *testing.T) {
	for _, c := range []struct {
		name, sentence string
		argument       int
		want           string
		sense          frame.Sense
	}{
		{"as did", "Gil/NNP/2/nsubj signed=sign/VBD/0/root as/IN/4/mark did=do/MD/2/advcl Lund/NNP/4/obj", 0, "Lund", frame.Same},
		{"but does not", "Gil/NNP/2/nsubj signs=sign/VBZ/0/root but/CC/5/cc Lund/NNP/5/nsubj does=do/MD/2/conj not/RB/5/advmod", 0, "Lund", frame.Not},
		{"but did", "Gil/NNP/4/nsubj did=do/MD/4/aux not/RB/4/advmod sign/VB/0/root but/CC/7/cc Lund/NNP/7/nsubj did=do/MD/4/conj", 0, "Lund", frame.Contrary},
		{"conjunct with not", "Gil/NNP/5/nsubj but/CC/4/cc not/RB/4/advmod Lund/NNP/1/conj signed=sign/VBD/0/root", 0, "Lund", frame.Not},
		{"unlike", "Unlike/IN/2/case Lund/NNP/5/obl ,/,/2/punct Gil/NNP/5/nsubj signed=sign/VBD/0/root", 3, "Lund", frame.Not},
		{"except", "All/DT/2/det states=state/NNS/5/nsubj except/IN/4/case Lund/NNP/2/nmod signed=sign/VBD/0/root", 1, "Lund", frame.Not},
		{"no exception", "The/DT/2/det states=state/NNS/5/nsubj except/IN/4/case Lund/NNP/2/nmod signed=sign/VBD/0/root", 1, "", 0},
		{"clause of its own", "Gil/NNP/2/nsubj signed=sign/VBD/0/root and/CC/5/cc Lund/NNP/5/nsubj left=leave/VBD/2/conj", 0, "", 0},
	} {
		s := nlptest.Sentence(t, c.sentence)
		got, sense := "", frame.Same
		for _, a := range frame.New(s, nil).Asides(s.Words[c.argument].Head, c.argument) {
			got, sense = s.Words[a.Word].Form, a.Sense
		}
		if got != c.want || sense != c.sense {
			t.Errorf("%s: %q %d, want %q %d", c.name, got, sense, c.want, c.sense)
		}
	}
}
