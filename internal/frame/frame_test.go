package frame_test

import (
	"strings"
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
)

func forms(t *frame.Tree, words []int) string {
	var out []string
	for _, w := range words {
		out = append(out, t.Word(w).Form)
	}
	return strings.Join(out, " ")
}

var roleCases = []struct {
	name, sentence string
	predicate      int
	subject        string
	object         string
}{
	{"active", "Gil/NNP/2/nsubj met=meet/VBD/0/root Lund/NNP/2/obj", 1, "Gil", "Lund"},
	{"passive", "plan/NN/3/nsubj:pass was=be/VBD/3/aux:pass drafted=draft/VBN/0/root by/IN/5/case Gil/NNP/3/obl:agent", 2, "Gil", "plan"},
	{"reduced passive", "plan/NN/0/root drafted=draft/VBN/1/acl by/IN/4/case Gil/NNP/2/obl", 1, "Gil", "plan"},
	{"participle", "team/NN/0/root leading=lead/VBG/1/acl talks/NNS/2/obj", 1, "team", "talks"},
	{"relative subject", "Gil/NNP/0/root who/WP/3/nsubj met=meet/VBD/1/acl:relcl Lund/NNP/3/obj", 2, "Gil", "Lund"},
	{"relative clause hung on the verb", "met=meet/VBD/0/root Gil/NNP/1/obj ,/,/5/punct who/WP/5/nsubj backed=back/VBD/1/advcl:relcl Lund/NNP/5/obj", 4, "Gil", "Lund"},
	{"relative object", "plan/NN/0/root Gil/NNP/3/nsubj backed=back/VBD/1/acl:relcl", 2, "Gil", "plan"},
	{"control", "Gil/NNP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark meet/VB/2/xcomp Lund/NNP/4/obj", 3, "Gil", "Lund"},
	{"object control", "Gil/NNP/2/nsubj urged=urge/VBD/0/root Lund/NNP/2/obj to/TO/5/mark resign/VB/2/xcomp", 4, "Lund", ""},
	{"raising passive", "Gil/NNP/3/nsubj:pass is=be/VBZ/3/aux:pass expected=expect/VBN/0/root to/TO/5/mark meet/VB/3/xcomp Lund/NNP/5/obj", 4, "Gil", "Lund"},
	{"conjoined verbs", "Gil/NNP/2/nsubj drafted=draft/VBD/0/root and/CC/4/cc tabled=table/VBD/2/conj plan/NN/2/obj", 3, "Gil", "plan"},
	{"cleft with a contrast", "It/PRP/3/nsubj was=be/VBD/3/cop Gil/NNP/0/root ,/,/6/punct not/RB/6/advmod Lund/NNP/3/appos ,/,/9/punct who/WP/9/nsubj accused=accuse/VBD/6/acl:relcl Peru/NNP/9/obj", 8, "Gil", "Peru"},
	{"participle after a comma", "Peru/NNP/7/nsubj ,/,/3/punct accused=accuse/VBN/7/nsubj by/IN/5/case Gil/NNP/3/obl:agent ,/,/7/punct objected=object/VBD/0/root", 2, "Gil", "Peru"},
	{"participle joined to a noun", "first/JJ/5/nsubj tabled=table/VBN/1/conj by/IN/4/case Peru/NNP/2/obl:agent failed=fail/VBD/0/root", 1, "Peru", "first"},
	{"verb taken for a noun", "Gil/NNP/3/nsubj will/MD/3/aux sanction/NN/0/root Lund/NNP/3/obj", 2, "Gil", "Lund"},
	{"main verb taken for a participle", "jets/NNS/0/root struck=strike/VBN/1/acl Lima/NNP/2/xcomp", 1, "jets", "Lima"},
	{"subject missed", "Blacklisted/VBN/6/advcl by/IN/3/case Peru/NNP/1/obl:agent ,/,/5/punct Lund/NNP/3/conj objected=object/VBD/0/root", 5, "Lund", ""},
	{"each other", "Gil/NNP/4/nsubj and/CC/3/cc Lund/NNP/1/conj blamed=blame/VBD/0/root each/DT/6/det other/JJ/4/obj", 3, "Gil", "Gil"},
	{"infinitive taken for a purpose", "Gil/NNP/2/nsubj persuaded=persuade/VBD/0/root Lund/NNP/2/obj to/TO/5/mark resign/VB/2/advcl", 4, "Lund", ""},
	{"intention of", "Peru/NNP/2/nsubj has=have/VBZ/0/root no/DT/4/det intention/NN/2/obj of/IN/6/mark leaving=leave/VBG/4/acl", 5, "Peru", ""},
	{"perfect taken for a passive", "Peru/NNP/3/nsubj:pass had=have/VBD/3/aux shipped=ship/VBN/0/root tents/NNS/3/obj", 2, "Peru", "tents"},
	{"main verb after an apposition", "leader/NN/0/root ,/,/3/punct Gil/NNP/1/appos ,/,/5/punct called=call/VBN/1/acl on/IN/7/case Lund/NNP/5/obl", 4, "leader", ""},
	{"fronted", "Rejected=reject/VBN/7/parataxis by/IN/3/case Peru/NNP/1/obl:agent ,/,/6/punct the/DT/6/det plan/NN/3/appos failed=fail/VBD/0/root", 0, "Peru", "plan"},
	{"participle taken for a past tense", "Rejected=reject/VBD/0/root by/IN/3/case Peru/NNP/1/obl:agent ,/,/6/punct the/DT/6/det plan/NN/7/nsubj failed=fail/VBD/1/parataxis", 0, "Peru", "plan"},
	{"agents apart", "plan/NN/3/nsubj:pass was=be/VBD/3/aux:pass signed=sign/VBN/0/root by/IN/5/case Peru/NNP/3/obl:agent and/CC/8/cc by/IN/8/case Chile/NNP/3/conj", 2, "Peru Chile", "plan"},
	{"stray agent", "Chad/NNP/3/nsubj:pass was=be/VBD/3/aux:pass given=give/VBN/0/root tents/NNS/3/obj by/IN/6/case Peru/NNP/4/nmod", 2, "Peru", "Chad"},
	{"agents of a participle", "Guards/NNS/0/root armed=arm/VBN/1/acl by/IN/4/case Peru/NNP/2/obl:agent and/CC/7/cc by/IN/7/case Chile/NNP/1/conj", 1, "Peru Chile", "Guards"},
	{"each other", "Peru/NNP/4/nsubj and/CC/3/cc Chile/NNP/1/conj blamed=blame/VBD/0/root each/DT/4/obj other/JJ/5/fixed", 3, "Peru", "Peru"},
	{"cleft", "it/PRP/3/nsubj was=be/VBD/3/cop Peru/NNP/0/root that/IN/6/mark Chile/NNP/6/nsubj supplied=supply/VBD/3/ccomp", 5, "Chile", "Peru"},
	{"subject hung on the auxiliary", "Gil/NNP/2/nsubj has=have/VBZ/3/aux broken=break/VBN/0/root with/IN/5/case Lund/NNP/3/obl", 2, "Gil", ""},
	{"first to", "Peru/NNP/5/nsubj is=be/VBZ/5/cop the/DT/5/det first/JJ/5/amod state/NN/0/root to/TO/7/mark sign/VB/5/acl", 6, "Peru", ""},
	{"joined in", "Peru/NNP/2/nsubj joined=join/VBD/0/root Chile/NNP/2/obj in/IN/5/mark backing=back/VBG/2/advcl Lund/NNP/5/obj", 4, "Peru Chile", "Lund"},
	{"that taken for a conjunction", "plan/NN/0/root that/IN/4/mark Gil/NNP/4/nsubj drafted=draft/VBD/1/acl", 3, "Gil", "plan"},
	{"what somebody feared", "fear/NN/0/root that/IN/4/mark Gil/NNP/4/nsubj signed=sign/VBD/1/acl plans=plan/NNS/4/obj", 3, "Gil", "plans"},
	{"season taken for an object", "text/NN/0/root Peru/NNP/3/nsubj tabled=table/VBD/1/acl:relcl last/JJ/5/amod autumn/NN/3/obj", 2, "Peru", "text"},
	{"second participle", "plan/NN/3/nsubj:pass was=be/VBD/3/aux:pass drafted=draft/VBN/0/root by/IN/5/case Peru/NNP/3/obl:agent ,/,/7/punct amended=amend/VBN/3/advcl by/IN/9/case Chile/NNP/7/obl:agent", 6, "Chile", "plan"},
	{"participles in a row", "Drafted=draft/VBN/9/advcl by/IN/3/case Peru/NNP/1/obl:agent ,/,/5/punct softened=soften/VBN/1/acl by/IN/7/case Chile/NNP/5/obl:agent ,/,/1/punct plan/NN/10/nsubj failed=fail/VBD/0/root", 4, "Chile", "plan"},
	{"accused of", "Gil/NNP/2/nsubj accused=accuse/VBD/0/root Lund/NNP/2/obj of/IN/5/mark spying=spy/VBG/2/advcl", 4, "Lund", ""},
	{"owner of a noun", "Gil/NNP/2/nmod:poss visit/NN/0/root", 1, "Gil", ""},
	{"light verb", "Gil/NNP/2/nsubj held=hold/VBD/0/root talks/NNS/2/obj with/IN/5/case Lund/NNP/2/obl", 2, "Gil", ""},
}

func TestRoles(t *testing.T) {
	for _, c := range roleCases {
		tree := frame.New(nlptest.Sentence(t, c.sentence), map[string]bool{"hold": true})
		if got := forms(tree, tree.Subjects(c.predicate)); got != c.subject {
			t.Errorf("%s: subjects %q, want %q", c.name, got, c.subject)
		}
		if got := forms(tree, tree.Objects(c.predicate)); got != c.object {
			t.Errorf("%s: objects %q, want %q", c.name, got, c.object)
		}
	}
}

func TestComplementsOfLightVerb(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "Gil/NNP/2/nsubj held=hold/VBD/0/root talks/NNS/2/obj with/IN/5/case Lund/NNP/2/obl"), map[string]bool{"hold": true})
	if got := forms(tree, tree.Complements(2, []string{"with"})); got != "Lund" {
		t.Errorf("complements %q, want Lund", got)
	}
}

func TestConjunctsLeaveOutTheExcluded(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "Gil/NNP/0/root but/CC/4/cc not/RB/4/advmod Lund/NNP/1/conj and/CC/6/cc Berg/NNP/1/conj"), nil)
	if got := forms(tree, tree.Conjuncts(0)); got != "Gil Berg" {
		t.Errorf("conjuncts %q, want Gil Berg", got)
	}
}

func TestConjunctsAreWhatIsJoined(t *testing.T) {
	for source, want := range map[string]string{
		"saw=see/VBD/0/root Gil/NNP/1/obj along/IN/5/case with/IN/3/fixed Lund/NNP/2/nmod":                      "Gil Lund",
		"saw=see/VBD/0/root Gil/NNP/1/obj joined=join/VBN/2/acl by/IN/5/case Lund/NNP/3/obl:agent":              "Gil Lund",
		"saw=see/VBD/0/root Gil/NNP/1/obj ,/,/4/punct Lund/NNP/1/conj and/CC/6/cc Berg/NNP/1/conj":              "Gil Lund Berg",
		"saw=see/VBD/0/root Gil/NNP/1/obj ,/,/4/punct envoy/NN/2/appos ,/,/7/punct and/CC/7/cc Berg/NNP/4/conj": "Gil Berg",
		"saw=see/VBD/0/root army/NN/1/obj ,/,/4/punct court/NN/2/appos and/CC/6/cc press/NN/2/conj":             "army press court",
		"saw=see/VBD/0/root Gil/NNP/1/obj at/IN/4/case court/NN/1/obl and/CC/6/cc palace/NN/1/conj":             "Gil",
		"saw=see/VBD/0/root Gil/NNP/1/obj and/CC/5/cc Lund/NNP/5/nsubj left=leave/VBD/1/conj":                   "Gil",
	} {
		tree := frame.New(nlptest.Sentence(t, source), nil)
		if got := forms(tree, tree.Conjuncts(1)); got != want {
			t.Errorf("%s: conjuncts %q, want %q", source, got, want)
		}
	}
}

func TestBelowTakesTheLeastDeep(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "sent=send/VBD/0/root marks/NNS/1/obj in/IN/4/case credits/NNS/2/nmod to/IN/6/case Lima/NNP/4/nmod"), nil)
	if got := forms(tree, tree.Below(0, []string{"to"})); got != "Lima" {
		t.Errorf("below %q, want Lima", got)
	}
	if got := tree.Complements(0, []string{"to"}); len(got) > 0 {
		t.Errorf("complements %v, want none", got)
	}
}

func TestComplementRightBehind(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "ban/NN/5/nsubj on/IN/5/mark Lund/NNP/5/nsubj:pass was=be/VBD/5/aux:pass lifted=lift/VBN/0/root"), nil)
	if got := forms(tree, tree.Complements(0, []string{"on"})); got != "Lund" {
		t.Errorf("complements %q, want Lund", got)
	}
}

// TestCycle shows that a broken tree ends in an answer, not in a loop.
func TestCycle(t *testing.T) {
	tree := frame.New(nlptest.Sentence(t, "a/VB/2/conj b/VB/1/conj"), nil)
	if got := tree.Subjects(0); len(got) != 0 {
		t.Errorf("subjects %v of a cycle", got)
	}
}

func TestRecipients(t *testing.T) {
	for _, tt := range []struct{ name, sentence, want string }{
		{"indirect object", "Peru/NNP/2/nsubj sent=send/VBD/0/root Chad/NNP/2/iobj tents/NNS/2/obj", "Chad"},
		{"first of two objects", "Peru/NNP/2/nsubj lent=lend/VBD/0/root Chad/NNP/2/obj a/DT/5/det ship/NN/2/obj", "Chad"},
		{"drawn into the phrase", "Peru/NNP/2/nsubj sent=send/VBD/0/root Chad/NNP/5/compound two/CD/5/nummod ships/NNS/2/obj", "Chad"},
		{"part of the phrase", "Peru/NNP/2/nsubj sent=send/VBD/0/root Chad/NNP/4/compound veterans/NNS/2/obj", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tree := frame.New(nlptest.Sentence(t, tt.sentence), nil)
			if got := forms(tree, tree.Recipients(1)); got != tt.want {
				t.Errorf("recipients %q, want %q", got, tt.want)
			}
		})
	}
}
