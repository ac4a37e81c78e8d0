package modality_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/modality"
	"kg/internal/nlp/nlptest"
	"kg/schema"
)

var cases = []struct {
	name, sentence string
	predicate      int
	want           schema.Modality
	cue            string
}{
	{"plain", "Gil/NNP/2/nsubj met=meet/VBD/0/root Lund/NNP/2/obj", 1, schema.Asserted, ""},
	{"will", "Gil/NNP/3/nsubj will/MD/3/aux meet/VB/0/root Lund/NNP/3/obj", 2, schema.Planned, "will"},
	{"may", "Gil/NNP/3/nsubj may/MD/3/aux meet/VB/0/root Lund/NNP/3/obj", 2, schema.Possible, "may"},
	{"not", "Gil/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod meet/VB/0/root Lund/NNP/4/obj", 3, schema.Denied, "not"},
	{"will not", "Gil/NNP/4/nsubj will/MD/4/aux not/RB/4/advmod meet/VB/0/root", 3, schema.Denied, "not"},
	{"may not", "Gil/NNP/4/nsubj may/MD/4/aux not/RB/4/advmod meet/VB/0/root", 3, schema.Possible, "may"},
	{"agreed to", "Gil/NNP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark meet/VB/2/xcomp", 3, schema.Planned, "agreed"},
	{"refused to", "Gil/NNP/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark meet/VB/2/xcomp", 3, schema.Denied, "refused"},
	{"did not agree to", "Gil/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod agree/VB/0/root to/TO/6/mark meet/VB/4/xcomp", 5, schema.Denied, "not"},
	{"if", "if/IN/3/mark Gil/NNP/3/nsubj meets=meet/VBZ/5/advcl war/NN/5/nsubj ends=end/VBZ/0/root", 2, schema.Possible, "if"},
	{"cancelled talks", "Gil/NNP/2/nsubj cancelled=cancel/VBD/0/root talks=talk/NNS/2/obj", 2, schema.Denied, "cancelled"},
	{"held no talks", "Gil/NNP/2/nsubj held=hold/VBD/0/root no/DT/4/det talks=talk/NNS/2/obj", 3, schema.Denied, "no"},
	{"will hold talks", "Gil/NNP/3/nsubj will/MD/3/aux hold/VB/0/root talks=talk/NNS/3/obj", 3, schema.Planned, "will"},
	{"did not attend the summit", "Gil/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod attend/VB/0/root summit/NN/4/obj", 4, schema.Asserted, ""},
	{"planned meeting", "a/DT/3/det planned=planned/JJ/3/amod meeting/NN/0/root", 2, schema.Planned, "planned"},
}

func TestOf(t *testing.T) {
	j, err := modality.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		s := nlptest.Sentence(t, c.sentence)
		got := j.Of(frame.New(s, map[string]bool{"hold": true}), c.predicate)
		cue := ""
		if got.Cue >= 0 {
			cue = s.Words[got.Cue].Form
		}
		if got.Modality != c.want || cue != c.cue {
			t.Errorf("%s: %v by %q, want %v by %q", c.name, got.Modality, cue, c.want, c.cue)
		}
	}
}
