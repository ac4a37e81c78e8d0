package pipeline_test

import (
	"os"
	"regexp"
	"testing"

	"kg/internal/domain"
	"kg/internal/pipeline"
	"kg/schema"
)

// TestRulesPage: the files that docs/rules.md shows are read without a fault,
// and every sentence in them comes out as it says.
func TestRulesPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	if len(blocks) != 2 {
		t.Fatalf("%d files on the page, want a schema and rules", len(blocks))
	}
	p, err := pipeline.With(domain.Domain{
		Schemas: []schema.Source{{Name: "schema", Text: blocks[0][1]}},
		Rules:   []schema.Source{{Name: "rules", Text: blocks[1][1]}},
	})
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, r := range p.Rules() {
		if r.File != "rules" {
			continue
		}
		ran++
		failures, err := p.Check(r)
		if err != nil {
			t.Fatal(err)
		}
		for i := range failures {
			t.Error(&failures[i])
		}
	}
	if ran != 2 {
		t.Errorf("%d rules ran", ran)
	}
}
