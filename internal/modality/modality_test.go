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
	{"talks were cancelled", "talks=talk/NNS/3/nsubj:pass were=be/VBD/3/aux:pass cancelled=cancel/VBN/0/root", 0, schema.Denied, "cancelled"},
	{"talks were called off", "talks=talk/NNS/3/nsubj:pass were=be/VBD/3/aux:pass called=call/VBN/0/root off/RP/3/compound:prt", 0, schema.Denied, "called"},
	{"the suit was dismissed", "suit/NN/3/nsubj:pass was=be/VBD/3/aux:pass dismissed=dismiss/VBN/0/root", 0, schema.Asserted, ""},
	{"wants to attend the talks", "Gil/NNP/2/nsubj wants=want/VBZ/0/root to/TO/4/mark attend/VB/2/xcomp talks=talk/NNS/4/obj", 4, schema.Asserted, ""},
	{"held no talks", "Gil/NNP/2/nsubj held=hold/VBD/0/root no/DT/4/det talks=talk/NNS/2/obj", 3, schema.Denied, "no"},
	{"will hold talks", "Gil/NNP/3/nsubj will/MD/3/aux hold/VB/0/root talks=talk/NNS/3/obj", 3, schema.Planned, "will"},
	{"did not attend the summit", "Gil/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod attend/VB/0/root summit/NN/4/obj", 4, schema.Asserted, ""},
	{"no longer", "Gil/NNP/4/nsubj no/RB/3/advmod longer=long/RBR/4/advmod backs=back/VBZ/0/root Lund/NNP/4/obj", 3, schema.Denied, "longer"},
	{"has yet to", "Gil/NNP/2/nsubj has=have/VBZ/0/root yet/RB/2/advmod to/TO/5/mark sign/VB/2/xcomp", 4, schema.Denied, "to"},
	{"not only", "Gil/NNP/4/nsubj not/RB/4/advmod only/RB/4/advmod met=meet/VBD/0/root Lund/NNP/4/obj", 3, schema.Asserted, ""},
	{"would have", "Gil/NNP/4/nsubj would/MD/4/aux have/VB/4/aux met=meet/VBN/0/root Lund/NNP/4/obj", 3, schema.Denied, "would"},
	{"might have", "Gil/NNP/4/nsubj might/MD/4/aux have/VB/4/aux met=meet/VBN/0/root Lund/NNP/4/obj", 3, schema.Possible, "might"},
	{"vowed it would", "Gil/NNP/2/nsubj vowed=vow/VBD/0/root she/PRP/5/nsubj would/MD/5/aux meet/VB/2/ccomp Lund/NNP/5/obj", 4, schema.Planned, "vowed"},
	{"had they", "Had=have/VBD/3/aux Gil/NNP/3/nsubj left=leave/VBN/6/advcl Lund/NNP/6/nsubj would/MD/6/aux stay/VB/0/root", 2, schema.Denied, "Had"},
	{"will if", "Gil/NNP/3/nsubj will/MD/3/aux sign/VB/0/root if/IN/6/mark Lund/NNP/6/nsubj signs=sign/VBZ/3/advcl", 2, schema.Possible, "signs"},
	{"short of", "Gil/NNP/2/nsubj stopped=stop/VBD/0/root short/JJ/2/xcomp of/IN/5/mark signing=sign/VBG/3/advcl", 4, schema.Denied, "short"},
	{"instead of", "Instead/RB/3/mark of/IN/1/fixed signing=sign/VBG/5/advcl Gil/NNP/5/nsubj left=leave/VBD/0/root", 2, schema.Denied, "Instead"},
	{"seems to", "Gil/NNP/2/nsubj seems=seem/VBZ/0/root to/TO/4/mark agree/VB/2/xcomp", 3, schema.Possible, "seems"},
	{"is said to", "Gil/NNP/3/nsubj:pass is=be/VBZ/3/aux:pass said=say/VBN/0/root to/TO/6/mark have/VB/6/aux met=meet/VBN/3/xcomp", 5, schema.Possible, "said"},
	{"does not think that", "Gil/NNP/4/nsubj does=do/VBZ/4/aux not/RB/4/advmod think/VB/0/root Lund/NNP/6/nsubj left=leave/VBD/4/ccomp", 5, schema.Possible, "not"},
	{"no evidence that", "no/DT/2/det evidence/NN/0/root that/IN/5/mark Lund/NNP/5/nsubj left=leave/VBD/2/acl", 4, schema.Denied, "no"},
	{"rumours are false", "rumours=rumour/NNS/6/nsubj that/IN/4/mark Lund/NNP/4/nsubj left=leave/VBD/1/acl are=be/VBP/6/cop false/JJ/0/root", 3, schema.Denied, "false"},
	{"there is no", "There/EX/2/expl is=be/VBZ/0/root no/DT/4/det deal/NN/2/nsubj that/WDT/6/obj Gil/NNP/7/nsubj backs=back/VBZ/4/acl:relcl", 6, schema.Denied, "deal"},
	{"nearly", "Gil/NNP/3/nsubj nearly/RB/3/advmod met=meet/VBD/0/root Lund/NNP/3/obj", 2, schema.Denied, "nearly"},
	{"made no offer", "Gil/NNP/2/nsubj made=make/VBD/0/root no/DT/4/det offer/NN/2/obj", 1, schema.Denied, "offer"},
	{"planned meeting", "a/DT/3/det planned=planned/JJ/3/amod meeting/NN/0/root", 2, schema.Planned, "planned"},
}

func TestOf(t *testing.T) {
	j, err := modality.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		s := nlptest.Sentence(t, c.sentence)
		got := j.Of(frame.New(s, map[string]bool{"hold": true, "cancel": true, "call": true}), c.predicate)
		cue := ""
		if got.Cue >= 0 {
			cue = s.Words[got.Cue].Form
		}
		if got.Modality != c.want || cue != c.cue {
			t.Errorf("%s: %v by %q, want %v by %q", c.name, got.Modality, cue, c.want, c.cue)
		}
	}
}
