package pipeline_test

import (
	"testing"

	"kg/internal/domain"
	"kg/internal/pipeline"
	"kg/schema"
)

// TestRules runs every rule's own sentences: a yes: sentence must give its
// fact by that rule, a no: sentence must give nothing by it.
func TestRules(t *testing.T) {
	p := newPipeline(t)
	for _, r := range p.Rules() {
		t.Run(r.Name, func(t *testing.T) {
			failures, err := p.Check(r)
			if err != nil {
				t.Fatal(err)
			}
			for i := range failures {
				t.Error(&failures[i])
			}
		})
	}
}

func newPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestCheckFindsWhatIsWrong: a yes: sentence that gives nothing or something
// else, and a no: sentence that gives something, are told of with their lines.
func TestCheckFindsWhatIsWrong(t *testing.T) {
	const rules = `rules:
- name: own.praise
  trigger: {lemma: [serenade], tag: [VERB]}
  emit:
  - {relation: supported, from: subj, to: obj}
  yes:
  - "Ana Gil serenaded Karl Lund.": supported(Ana Gil, Karl Lund)
  - "Ana Gil serenaded the wine.": supported(Ana Gil, wine)
  - "Ana Gil did not serenade Karl Lund.": supported(Ana Gil, Karl Lund)
  no:
  - "Ana Gil sang."
  - "Karl Lund was serenaded by Ana Gil."
`
	p, err := pipeline.With(domain.Domain{Rules: []schema.Source{{Name: "own.yaml", Text: rules}}})
	if err != nil {
		t.Fatal(err)
	}
	list := p.Rules()
	failures, err := p.Check(list[len(list)-1])
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`own.yaml:8: rule "own.praise": "Ana Gil serenaded the wine." gives nothing, want supported(Ana Gil, wine)`,
		`own.yaml:9: rule "own.praise": "Ana Gil did not serenade Karl Lund." gives supported(Ana Gil, Karl Lund) denied, want supported(Ana Gil, Karl Lund)`,
		`own.yaml:12: rule "own.praise": "Karl Lund was serenaded by Ana Gil." gives supported(Ana Gil, Karl Lund) asserted, want nothing`,
	}
	if len(failures) != len(want) {
		t.Fatalf("%d failures, want %d: %v", len(failures), len(want), failures)
	}
	for i := range want {
		if got := failures[i].String(); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

// TestRulesAreShown: every rule has three sentences or more that show what it
// reads, and two that it leaves alone.
func TestRulesAreShown(t *testing.T) {
	for _, r := range newPipeline(t).Rules() {
		if len(r.Yes) < 3 || len(r.No) < 2 {
			t.Errorf("%s:%d: rule %q has %d yes: and %d no: sentences, want 3 and 2", r.File, r.Line, r.Name, len(r.Yes), len(r.No))
		}
	}
}
