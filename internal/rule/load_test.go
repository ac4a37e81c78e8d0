package rule_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kg/internal/rule"
	"kg/schema"
)

const good = `
- name: led.verb
  trigger: {lemma: [$lead], tag: [VERB]}
  emit:
  - {relation: led, from: subj, to: "obj[Delegation]"}
  yes:
  - "Ana Gil led the team.": led(Ana Gil, team)
  no:
  - "Ana Gil led in the polls."
`

func load(t *testing.T, source string) (*rule.Set, error) {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return rule.Load(fstest.MapFS{"a.yaml": {Data: []byte(source)}}, sch, map[string][]string{"lead": {"lead", "head"}})
}

func TestLoad(t *testing.T) {
	set, err := load(t, "rules:"+good)
	if err != nil {
		t.Fatal(err)
	}
	r := set.Rules[0]
	if r.Name != "led.verb" || r.File != "a.yaml" || r.Line != 2 || r.Yes[0].Line != 7 || r.Yes[0].Fact != "led(Ana Gil, team)" {
		t.Errorf("got rule %q at %s:%d, yes at line %d: %q", r.Name, r.File, r.Line, r.Yes[0].Line, r.Yes[0].Fact)
	}
}

// TestFaults shows that every fault is told with its place.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"$lead", "$lede", `a.yaml:2: rule "led.verb": trigger: no class is named "$lede"`},
		{"relation: led", "relation: ledd", `a.yaml:2: rule "led.verb": the schema has no relation "ledd"`},
		{"from: subj", "from: sobj", `a.yaml:2: rule "led.verb": path "sobj": no step is named "sobj"`},
		{"led(Ana Gil, team)", "led(Ana Gil)", `a.yaml:7: rule "led.verb": a yes: sentence needs its fact, as relation(FROM, TO) modality, not "led(Ana Gil)"`},
		{"led(Ana Gil, team)", "led(Ana Gil, team) perhaps", `a.yaml:7: rule "led.verb": a yes: sentence needs its fact`},
		{"led(Ana Gil, team)", "lead(Ana Gil, team)", `a.yaml:7: rule "led.verb": the schema has no relation "lead"`},
		{"led(Ana Gil, team)", `""`, `a.yaml:7: rule "led.verb": a yes: sentence needs its fact`},
		{"  no:\n  - \"Ana Gil led in the polls.\"\n", "", `a.yaml:2: rule "led.verb": needs a yes: and a no: sentence`},
		{"obj[Delegation]", "obj[Delegatoin]", `a.yaml:2: rule "led.verb": path "obj[Delegatoin]": the schema has no entity type "Delegatoin"`},
		{"trigger:", "triger:", `a.yaml:3: unknown key "triger"`},
	} {
		if !strings.Contains(good, c.from) {
			t.Fatalf("%q is not in the rule", c.from)
		}
		_, err := load(t, "rules:"+strings.Replace(good, c.from, c.to, 1))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: error %v, want %q", c.to, c.from, err, c.want)
		}
	}
	if _, err := load(t, "rules:"+good+good); err == nil || !strings.Contains(err.Error(), "needs a name of its own; first used at a.yaml:2") {
		t.Errorf("the same name twice: error %v", err)
	}
}
