package schema

import (
	"fmt"
	"strings"
	"testing"
)

func load(t *testing.T) *Schema {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCheck(t *testing.T) {
	s := load(t)
	for _, c := range []struct{ relation, from, to, err string }{
		{"led", "Person", "Delegation", ""},
		{"met", "Country", "Person", ""},
		{"said", "Delegation", "Statement", ""},
		{"led", "Delegation", "Person", `Delegation cannot be the subject of "led", only Person`},
		{"family_of", "Person", "Country", `Country cannot be the object of "family_of", only Person`},
		{"ate", "Person", "Country", `unknown relation "ate"`},
		{"led", "Dog", "Delegation", `unknown entity type "Dog"`},
	} {
		err := s.Check(c.relation, c.from, c.to)
		if (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
			t.Errorf("Check(%s, %s, %s) = %v, want %q", c.relation, c.from, c.to, err, c.err)
		}
	}
}

func TestOrderIsThatOfTheFile(t *testing.T) {
	s := load(t)
	var names []string
	for _, x := range s.Types() {
		names = append(names, x.Name)
	}
	last := -1
	for _, name := range names {
		at := strings.Index(string(entitiesYAML), "\n- name: "+name+"\n")
		if at <= last {
			t.Fatalf("%s is out of order", name)
		}
		last = at
	}
	for i, r := range s.Relations() {
		if s.RelationIndex(r.Name) != i {
			t.Errorf("RelationIndex(%s) = %d, want %d", r.Name, s.RelationIndex(r.Name), i)
		}
	}
	if s.RelationIndex("ate") != -1 {
		t.Error("an unknown relation has an index")
	}
}

func TestParseReportsEveryDefectWithItsLine(t *testing.T) {
	entities := `- name: Cat
  prefix: c
  shape: ellipse
  fill: "#ffffff"
  border: black
  description: purrs
- name: Mouse
  prefix: c
  shape: blob
  fill: "#ffffff"
  border: "#000000"
  description: squeaks
`
	relations := `- name: chased
  from: [Cat]
  to: [Mouse, Dog]
  says: [chased, is to chase]
  back: [a, b, c, d]
  colour: "#000000"
  implied_by: [chased/chased, ate, ^chased(Mouse)/chased]
  description: ran after
`
	_, err := parse([]byte(entities), []byte(relations))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`schema/entities.yaml:5: border: "black" does not match`,
		`schema/entities.yaml:8: prefix: "c" is taken`,
		`schema/entities.yaml:9: shape: "blob" is none of`,
		`schema/relations.yaml:3: to: "Dog" is neither an entity type nor a group of them`,
		`schema/relations.yaml:4: says: want four readings`,
		`schema/relations.yaml:7: implied_by: "chased/chased": no entity type can take the step "chased"`,
		`schema/relations.yaml:7: implied_by: "ate": unknown relation "ate"`,
		`schema/relations.yaml:7: implied_by: "^chased(Mouse)/chased": no entity type can take the step "chased"`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("missing: %s\nin: %v", want, err)
		}
	}
}

func TestParseRejectsUnknownKeys(t *testing.T) {
	_, err := parse([]byte("- name: Cat\n  colour: grey\n"), relationsYAML)
	if err == nil || err.Error() != `schema/entities.yaml:2: unknown key "colour"` {
		t.Errorf("got %v", err)
	}
}

func ExampleRelation_Says() {
	s, err := Load()
	if err != nil {
		panic(err)
	}
	led, _ := s.Relation("led")
	office, _ := s.Relation("holds_role")
	fmt.Println("she", led.Says(Planned, ""), "the team; the team", led.Back(Planned), "her")
	fmt.Println(office.Says(Asserted, "foreign minister"))
	// Output:
	// she is to lead the team; the team is to be led by her
	// foreign minister
}

func TestPathNotation(t *testing.T) {
	for _, r := range load(t).Relations() {
		for _, p := range r.ImpliedBy {
			if !strings.Contains(string(relationsYAML), p.String()) {
				t.Errorf("%s: %q is not in the file", r.Name, p)
			}
		}
	}
}
