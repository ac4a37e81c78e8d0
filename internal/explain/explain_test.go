package explain_test

import (
	"strings"
	"testing"

	"kg/internal/domain"
	"kg/internal/explain"
	"kg/internal/pipeline"
	"kg/internal/source"
)

func facts(t *testing.T, text string) []explain.Fact {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Parse("a.txt", []byte(text), "2024-05-15")
	if err != nil {
		t.Fatal(err)
	}
	x := explain.New(p.Rules())
	r := p.Read(doc)
	var out []explain.Fact
	for i := range r.Facts {
		out = append(out, x.Fact(doc, r, i))
	}
	return out
}

func TestFact(t *testing.T) {
	text := "Foreign Minister Ana Gil arrived in Lima on Monday. Gil said little. She is expected to meet Karl Lund on Thursday."
	for _, f := range facts(t, text) {
		if f.Relation != "met" {
			continue
		}
		var chain []string
		for _, w := range f.Subject.Chain {
			chain = append(chain, w.Text)
		}
		got := strings.Join([]string{f.Subject.Words.Text, strings.Join(chain, " < "), f.Subject.Name, f.Trigger.Text, f.Object.Words.Text,
			f.Modality, f.Reason, f.Date.Words.Text, f.Date.Base, f.Date.ISO}, "|")
		want := "She|Gil < Ana Gil|Ana Gil|meet|Karl Lund|planned|“expected” says so|Thursday|2024-05-15|2024-05-16"
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if f.Rule.File == "" || f.Rule.Line == 0 {
			t.Errorf("the rule %q is not found", f.Rule.Name)
		}
		return
	}
	t.Error("no fact")
}

// TestReasons: every way to a modality is told.
func TestReasons(t *testing.T) {
	for _, c := range []struct{ text, relation, modality, reason string }{
		{"Ana Gil met Karl Lund.", "met", "asserted", "nothing qualifies it"},
		{"Ana Gil did not meet Karl Lund.", "met", "denied", "“not” says so"},
		{"Ana Gil meets Karl Lund on 3 June 2024.", "met", "planned", "its date is after that of the document, 2024-05-15"},
	} {
		found := false
		for _, f := range facts(t, c.text) {
			if f.Relation == c.relation {
				found = true
				if f.Modality != c.modality || f.Reason != c.reason {
					t.Errorf("%q: %s, %s", c.text, f.Modality, f.Reason)
				}
			}
		}
		if !found {
			t.Errorf("%q: no fact", c.text)
		}
	}
}

// TestWordsAreInTheText: all words are exactly the bytes that they point to.
func TestWordsAreInTheText(t *testing.T) {
	text := "Ana Gil and Karl Lund held talks in Lima on Tuesday. “They were long, dull talks,” he said. The talks were hosted by Peru, whose president is Rosa Paz."
	list := facts(t, text)
	if len(list) < 5 {
		t.Fatalf("only %d facts", len(list))
	}
	for _, f := range list {
		all := []explain.Words{f.Sentence, f.Trigger, f.Cue, f.Date.Words, f.Subject.Words, f.Object.Words}
		all = append(append(all, f.Subject.Chain...), f.Object.Chain...)
		for _, w := range all {
			if text[w.Start:w.End] != w.Text {
				t.Errorf("%s: %d to %d is not %q", f.Rule.Name, w.Start, w.End, w.Text)
			}
		}
		if f.Subject.Words.Text == "" || f.Object.Words.Text == "" || f.Trigger.Text == "" {
			t.Errorf("%s: %s has no words for an end or its trigger: %+v", f.Rule.Name, f.Relation, f)
		}
	}
}

func TestUnknownRule(t *testing.T) {
	rules, err := pipeline.Rules(domain.Domain{})
	if err != nil {
		t.Fatal(err)
	}
	if r := explain.New(rules).Rule("none.such"); r.Name != "none.such" || r.File != "" {
		t.Errorf("got %+v", r)
	}
}
