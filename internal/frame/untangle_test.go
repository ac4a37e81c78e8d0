package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp"
	"kg/internal/nlp/nlptest"
)

// TestUntangle: each sentence's verb has the subject and the object that the
// words say, whatever the parser hung them on.
func TestUntangle(t *testing.T) {
	for source, want := range map[string]string{
		// Peru held face-to-face talks
		"Peru/NNP/2/nsubj held=hold/VBD/0/root face/NN/2/obj -/HYPH/5/punct to/IN/7/case -/HYPH/5/punct face/NN/3/nmod talks/NNS/2/obl ././2/punct": "Peru held talks",
		// Peru made a $3 offer
		"Peru/NNP/2/nsubj made=make/VBD/0/root a/DT/4/det $/$/2/obj 3/CD/4/nummod takeover/NN/7/compound offer/NN/4/appos ././2/punct": "Peru made offer",
		// At dawn the text was sent
		"At/IN/4/case dawn/NN/4/compound the/DT/4/det text/NN/6/obl was=be/VBD/6/aux:pass sent=send/VBN/0/root ././6/punct": " sent text",
		// Peru, before Chile stirred, armed guards
		"Peru/NNP/5/nsubj ,/,/1/punct before/IN/5/mark Chile/NNP/5/nsubj stirred=stir/VBD/8/advcl ,/,/5/punct had=have/VBD/8/aux armed=arm/VBN/0/root guards/NNS/8/obj ././8/punct": "Peru armed guards",
		// Peru, having fired shells, left camp
		"Peru/NNP/7/nsubj ,/,/1/punct having=have/VBG/4/aux fired=fire/VBN/5/amod shells/NNS/7/nsubj ,/,/5/punct left=leave/VBD/0/root camp/NN/7/obj ././7/punct": "Peru left camp",
		// Peru, whose leaders meet, signs pacts
		"Peru/NNP/5/nsubj ,/,/1/punct whose/WP$/4/nmod:poss leaders/NNS/5/nsubj meet/VBP/7/advcl ,/,/5/punct signs=sign/VBZ/0/root pacts/NNS/7/obj ././7/punct": "Peru signs pacts",
		// Praising Peru's offer, Gil left town
		"Praising/JJ/4/amod Peru/NNP/4/nmod:poss 's/POS/2/case offer/NN/7/nsubj ,/,/6/punct Gil/NNP/4/appos left=leave/VBD/0/root town/NN/7/obj ././7/punct": "Gil left town",
		// Halden, the bank, sold ships
		"Halden/NNP/6/obl ,/,/1/punct the/DT/4/det bank/NN/6/nsubj ,/,/4/punct sold=sell/VBD/0/root ships/NNS/6/obj ././6/punct": "Halden sold ships",
		// Peru backs, and Chile rejects, plans
		"Peru/NNP/2/nsubj backs=back/VBZ/0/root ,/,/6/punct and/CC/6/cc Chile/NNP/6/nsubj rejects=reject/VBZ/2/conj ,/,/8/punct plans/NNS/6/obj ././2/punct": "Peru backs plans",
		// curbs on Gil, saying clerics must vote
		"Curbs/NNS/8/obl on/IN/6/case Gil/NNP/6/compound ,/,/6/punct saying/VBG/6/amod clerics/NNS/1/nmod must/MD/8/aux vote/VB/0/root ././8/punct": "clerics vote ",
		// Housed by Peru, the poet Gil declined visitors
		"Housed=house/VBN/0/root by/IN/3/case Peru/NNP/1/obl:agent ,/,/6/punct the/DT/6/det poet/NN/3/appos Gil/NNP/8/nsubj declined=decline/VBD/6/acl:relcl visitors/NNS/8/obj ././1/punct": "Gil declined visitors",
		// Gil today met envoys
		"Gil/NNP/2/compound today/NN/3/nsubj met=meet/VBD/0/root envoys/NNS/3/obj ././3/punct": "Gil met envoys",
		// told her envoy, Lund
		"Peru/NNP/2/nsubj told=tell/VBD/0/root her/PRP/2/iobj envoy/NN/2/obj ,/,/6/punct Lund/NNP/4/appos ././2/punct": "Peru told envoy",
		// was leaked by aides
		"Plans/NNS/3/nsubj were=be/VBD/3/cop leaked/JJ/0/root by/IN/5/case aides/NNS/3/obl ././3/punct": "aides leaked Plans",
		// the plan, which Gil wrote
		"plan/NN/0/root which/WDT/4/nsubj Gil/NNP/4/nsubj wrote=write/VBD/1/acl:relcl": "Gil wrote plan",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		w := root(tree)
		if tree.Word(w).UPOS != "VERB" {
			w = 3
		}
		if got := forms(tree, tree.Subjects(w)) + " " + tree.Word(w).Form + " " + forms(tree, tree.Objects(w)); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// TestUndate: a name behind a date is the subject; one without a date stays.
func TestUndate(t *testing.T) {
	s := nlptest.Sentence(t, "From/IN/4/case May/NNP/4/compound 1/CD/4/nummod Gil/NNP/6/obl will/MD/6/aux head/VB/0/root it/PRP/6/obj ././6/punct")
	s.Names = []nlp.Name{{First: 3, End: 4, Type: "Person"}}
	if tree := frame.New(s, nil); forms(tree, tree.Subjects(5)) != "Gil" {
		t.Errorf("subject %q, want Gil", forms(tree, tree.Subjects(5)))
	}
	s = nlptest.Sentence(t, "From/IN/3/case Great/NNP/3/compound Lima/NNP/5/obl will/MD/5/aux come/VB/0/root help/NN/5/obj ././5/punct")
	s.Names = []nlp.Name{{First: 2, End: 3, Type: "Place"}}
	if tree := frame.New(s, nil); forms(tree, tree.Surface(4)) == "Lima" {
		t.Error("Lima taken for the subject")
	}
}

// TestPlaceBeforeTitle: a place that the parser drew into a titled name stands
// by itself.
func TestPlaceBeforeTitle(t *testing.T) {
	s := nlptest.Sentence(t, "In/IN/4/case Peru/NNP/3/compound Minister/NNP/4/nmod:desc Gil/NNP/5/obl met=meet/VBD/0/root envoys/NNS/5/obj ././5/punct")
	s.Names = []nlp.Name{{First: 1, End: 2, Type: "Country"}, {First: 3, End: 4, Type: "Person"}}
	tree := frame.New(s, nil)
	if got := forms(tree, tree.Subjects(4)) + " " + forms(tree, tree.Complements(4, []string{"in"})); got != "Gil Peru" {
		t.Errorf("%q, want Gil Peru", got)
	}
}

// TestUnowned: two names in a row of which the second is called after its
// members are two, unless one name holds them.
func TestUnowned(t *testing.T) {
	const source = "Front/NNP/5/nmod:poss and/CC/3/cc Miners/NNPS/1/conj '/POS/3/case League/NNP/6/nsubj left=leave/VBD/0/root ././6/punct"
	s := nlptest.Sentence(t, source)
	s.Names = []nlp.Name{{First: 0, End: 1}, {First: 2, End: 5}}
	tree := frame.New(s, nil)
	var got []int
	for _, x := range tree.Subjects(5) {
		got = append(got, tree.Conjuncts(x)...)
	}
	if forms(tree, got) != "Front League" {
		t.Errorf("subjects %q, want Front League", forms(tree, got))
	}
	s = nlptest.Sentence(t, source)
	s.Names = []nlp.Name{{First: 0, End: 5}}
	if tree = frame.New(s, nil); forms(tree, tree.Subjects(5)) != "League" {
		t.Errorf("subject %q, want League", forms(tree, tree.Subjects(5)))
	}
}

// TestSaidOn: what is said on a day is what is said; a day told apart by a
// clause keeps it.
func TestSaidOn(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "Peru/NNP/2/nsubj said=say/VBD/0/root on/IN/4/case Friday/NNP/2/obl that/WDT/8/obj Chile/NNP/8/nsubj had=have/VBD/8/aux left=leave/VBN/4/acl:relcl ././2/punct"), nil)
	if w := tree.Word(7); w.Head != 1 || w.Rel != "ccomp" {
		t.Errorf("left: %s of %d, want ccomp of said", w.Rel, w.Head)
	}
	tree = frame.New(nlptest.Sentence(t, "Peru/NNP/2/nsubj left=leave/VBD/0/root on/IN/5/case the/DT/5/det day/NN/2/obl that/WDT/7/obj Chile/NNP/8/nsubj chose=choose/VBD/5/acl:relcl ././2/punct"), nil)
	if w := tree.Word(7); w.Rel != "acl:relcl" {
		t.Errorf("chose: %s, want acl:relcl", w.Rel)
	}
}
