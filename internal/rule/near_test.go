package rule_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kg/internal/frame"
	"kg/internal/nlp/nlptest"
	"kg/internal/rule"
	"kg/schema"
)

const nearRules = `rules:
- name: led.verb
  trigger: {lemma: [lead], tag: [VERB]}
  if: ["obj"]
  unless: ["/neg"]
  emit:
  - {relation: led, from: subj, to: "obj[Delegation]"}
  yes: ["Ana led the team.": "led(Ana, team)"]
  no: ["Ana led."]
- name: met.among
  trigger: {lemma: [huddle], tag: [VERB]}
  emit:
  - {relation: met, among: subj}
  yes: ["Ana and Bo huddled.": "met(Ana, Bo)"]
  no: ["Ana huddled."]
`

// TestNearest: of each sentence the rule is found that came farthest, with what
// stopped it. Capitalised words are persons, "team" is a delegation.
func TestNearest(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	set, err := rule.Load(fstest.MapFS{"a.yaml": {Data: []byte(nearRules)}}, sch, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sentence, rule string
		stage          rule.Stage
		path, words    string
	}{
		{"Ana/NNP/2/nsubj slept=sleep/VBD/0/root", "", 0, "", ""},
		{"the/DT/2/det lead/NN/0/root", "led.verb", rule.OtherTag, "", ""},
		{"Ana/NNP/2/nsubj led=lead/VBD/0/root", "led.verb", rule.LacksNeed, "obj", ""},
		{"Ana/NNP/3/nsubj not/RB/3/neg led=lead/VBD/0/root it/PRP/3/obj", "led.verb", rule.MeetsBar, "/neg", "not"},
		{"it/PRP/2/nsubj led=lead/VBD/0/root team/NN/2/obj", "led.verb", rule.NoSubject, "subj", "it"},
		{"Ana/NNP/2/nsubj led=lead/VBD/0/root polls=poll/NNS/2/obj", "led.verb", rule.NoObject, "obj[Delegation]", "polls"},
		{"Ana/NNP/2/nsubj led=lead/VBD/0/root team/NN/2/obj", "led.verb", rule.Matched, "", ""},
		{"Ana/NNP/2/nsubj huddled=huddle/VBD/0/root", "met.among", rule.NoPair, "subj", "Ana"},
		{"the/DT/2/det lead/NN/3/nsubj huddled=huddle/VBD/0/root", "met.among", rule.NoPair, "subj", "lead"},
	} {
		s := nlptest.Sentence(t, c.sentence)
		scene := &rule.Scene{Tree: frame.New(s, nil), Arguments: func(w int) []rule.Argument {
			switch form := s.Words[w].Form; {
			case form == "team":
				return []rule.Argument{{Mention: w, Type: "Delegation"}}
			case form != strings.ToLower(form):
				return []rule.Argument{{Mention: w, Type: "Person"}}
			}
			return nil
		}}
		near, ok := set.Nearest(scene)
		if !ok {
			if c.rule != "" {
				t.Errorf("%s: no rule", c.sentence)
			}
			continue
		}
		var words []string
		for _, w := range near.Words {
			words = append(words, s.Words[w].Form)
		}
		if near.Rule.Name != c.rule || near.Stage != c.stage || near.Path != c.path || strings.Join(words, " ") != c.words {
			t.Errorf("%s: rule %s, stage %d, path %q, words %q", c.sentence, near.Rule.Name, near.Stage, near.Path, words)
		}
		if matched := len(set.Matches(scene)) > 0; matched != (near.Stage == rule.Matched) {
			t.Errorf("%s: a match is %v, the stage %d", c.sentence, matched, near.Stage)
		}
	}
}
