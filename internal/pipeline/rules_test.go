package pipeline_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/rule"
	"kg/internal/source"
	"kg/lexicon"
	"kg/rules"
	"kg/schema"
)

// TestRules runs every rule's own sentences: a yes: sentence must give its
// fact by that rule, a no: sentence must give nothing by it.
func TestRules(t *testing.T) {
	p := newPipeline(t)
	for _, r := range loadRules(t).Rules {
		t.Run(r.Name, func(t *testing.T) {
			for _, x := range r.Yes {
				facts := factsBy(t, p, r.Name, x.Text)
				if !states(facts, x.Fact) {
					t.Errorf("%s:%d: %q gives %q, want %q", r.File, x.Line, x.Text, lines(facts), x.Fact)
				}
			}
			for _, x := range r.No {
				if facts := factsBy(t, p, r.Name, x.Text); len(facts) > 0 {
					t.Errorf("%s:%d: %q gives %q, want nothing", r.File, x.Line, x.Text, lines(facts))
				}
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

func loadRules(t *testing.T) *rule.Set {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	heads, err := lex.Heads()
	if err != nil {
		t.Fatal(err)
	}
	set, err := rule.Load(rules.Files, sch, heads)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// A said is a fact with all the names of its ends.
type said struct {
	relation      string
	from, to      []string
	modality, raw string
}

func factsBy(t *testing.T, p *pipeline.Pipeline, rule, text string) []said {
	t.Helper()
	doc, err := source.Parse("test.txt", []byte(text), "2024-05-15")
	if err != nil {
		t.Fatal(err)
	}
	r := p.Read(doc)
	var out []said
	for _, f := range r.Facts {
		if f.Evidence.Rule == rule {
			out = append(out, describe(r, &f))
		}
	}
	return out
}

func describe(r *fact.Reading, f *fact.Fact) said {
	from, to := &r.Entities[f.Subject], &r.Entities[f.Object]
	return said{
		relation: f.Relation, from: names(from), to: names(to), modality: f.Modality.String(),
		raw: fmt.Sprintf("%s(%s, %s) %s", f.Relation, from.Name, to.Name, f.Modality),
	}
}

func names(e *fact.Entity) []string { return append([]string{e.Name, e.Text}, e.Aliases...) }

func lines(facts []said) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.raw)
	}
	return out
}

var factForm = regexp.MustCompile(`^(\w+)\((.+), (.+)\)(?: (\w+))?$`)

// states reports whether one of the facts is the one wanted, its ends named by
// any alias and in either order if it is asserted so.
func states(facts []said, want string) bool {
	m := factForm.FindStringSubmatch(want)
	if m == nil {
		return false
	}
	modality := m[4]
	if modality == "" {
		modality = "asserted"
	}
	for _, f := range facts {
		if f.relation != m[1] || f.modality != modality {
			continue
		}
		if has(f.from, m[2]) && has(f.to, m[3]) || f.relation == "met" && has(f.from, m[3]) && has(f.to, m[2]) {
			return true
		}
	}
	return false
}

func has(names []string, want string) bool {
	for _, n := range names {
		if bare(n) == bare(want) {
			return true
		}
	}
	return false
}

func bare(name string) string {
	name = strings.ToLower(name)
	for _, d := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, d)
	}
	return strings.TrimRight(name, ".,")
}
