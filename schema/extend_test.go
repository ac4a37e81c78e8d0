package schema

import (
	"strings"
	"testing"
)

const ships = `types:
- name: Ship
  prefix: sh
  group: actor
  description: a vessel
  nouns: [ship, vessel]
relations:
- name: sank
  from: [Ship, Person]
  to: [Ship]
  says: [sank, is to sink, may sink, did not sink]
  back: [was sunk by, is to be sunk by, may be sunk by, was not sunk by]
  description: sent to the bottom
`

func TestExtend(t *testing.T) {
	s, err := Extend(Source{"ships.yaml", ships})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check("sank", "Person", "Ship"); err != nil {
		t.Error(err)
	}
	if err := s.Check("met", "Ship", "Person"); err != nil {
		t.Error("a type of the group actor is none:", err)
	}
	if list := s.Relations(); list[len(list)-1].Name != "sank" || list[0].Name != load(t).Relations()[0].Name {
		t.Error("the added relations do not come last")
	}
	if _, ok := load(t).Type("Ship"); ok {
		t.Error("the embedded schema was changed")
	}
}

func TestExtendReportsEveryDefectWithItsFile(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"prefix: sh", "prefix: p", `ships.yaml:3: prefix: "p" is taken`},
		{"name: Ship", "name: Person", `ships.yaml:2: name: "Person" is there twice`},
		{"to: [Ship]", "to: [Shop]", `ships.yaml:10: to: "Shop" is neither`},
		{"name: sank", "name: met", `ships.yaml:8: name: "met" is there twice`},
		{"  says:", "  sais:", `ships.yaml:11: unknown key "sais"`},
	} {
		text := strings.Replace(ships, c.from, c.to, 1)
		if _, err := Extend(Source{"ships.yaml", text}); text == ships || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: error %v, want %s", c.to, c.from, err, c.want)
		}
	}
}
