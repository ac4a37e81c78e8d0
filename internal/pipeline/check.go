package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/rule"
	"kg/internal/source"
)

// A Failure is a sentence of a rule's own test that does not come out as it
// says.
type Failure struct {
	Rule    *rule.Rule
	Example rule.Example
	Got     []string // the facts that the rule gives, as a yes: sentence states them
}

// String says what is wrong, file and line first.
func (f *Failure) String() string {
	got, want := "nothing", "nothing"
	if len(f.Got) > 0 {
		got = strings.Join(f.Got, "; ")
	}
	if f.Example.Fact != "" {
		want = f.Example.Fact
	}
	return fmt.Sprintf("%s:%d: rule %q: %q gives %s, want %s", f.Rule.File, f.Example.Line, f.Rule.Name, f.Example.Text, got, want)
}

// exampleDate is the day on which the sentences of rules are written.
const exampleDate = "2024-05-15"

// Check reads the sentences of the rule's own test, each by itself: a yes:
// sentence must give its fact by that rule, a no: sentence nothing by it.
func (p *Pipeline) Check(r *rule.Rule) ([]Failure, error) {
	var failures []Failure
	for _, list := range [][]rule.Example{r.Yes, r.No} {
		for _, x := range list {
			doc, err := source.Parse("example.txt", []byte(x.Text), exampleDate)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: rule %q: %w", r.File, x.Line, r.Name, err)
			}
			reading := p.Read(doc)
			got := p.by(reading, r.Name)
			if x.Fact == "" && len(got) > 0 || x.Fact != "" && !p.states(reading, r.Name, &x) {
				failures = append(failures, Failure{r, x, got})
			}
		}
	}
	return failures, nil
}

// by returns what the rule of that name found.
func (p *Pipeline) by(r *fact.Reading, name string) []string {
	var out []string
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Evidence.Rule == name {
			out = append(out, fmt.Sprintf("%s(%s, %s) %s", f.Relation, r.Entities[f.Subject].Name, r.Entities[f.Object].Name, f.Modality))
		}
	}
	return out
}

// states reports whether the rule found what the example wants, its ends named
// by any alias, and in either order if the relation is symmetric.
func (p *Pipeline) states(r *fact.Reading, name string, x *rule.Example) bool {
	want, ok := x.Statement()
	if !ok {
		return false
	}
	rel, _ := p.schema.Relation(want.Relation)
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Evidence.Rule != name || f.Relation != want.Relation || f.Modality != want.Modality {
			continue
		}
		from, to := &r.Entities[f.Subject], &r.Entities[f.Object]
		if called(from, want.From) && called(to, want.To) || rel.Symmetric && called(from, want.To) && called(to, want.From) {
			return true
		}
	}
	return false
}

// called reports whether the entity has that name, articles apart.
func called(e *fact.Entity, name string) bool {
	return slices.ContainsFunc(append([]string{e.Name, e.Text}, e.Aliases...), func(a string) bool { return bare(a) == bare(name) })
}

func bare(name string) string {
	name = strings.ToLower(name)
	for _, d := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, d)
	}
	return strings.TrimRight(name, ".,")
}
