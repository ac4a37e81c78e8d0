package resolve_test

import (
	"testing"

	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/schema"
)

// dated gives a reading a date, and joins its first entity to all others.
func dated(day string, r *fact.Reading) *fact.Reading {
	r.Date = day
	for e := 1; e < len(r.Entities); e++ {
		r.Facts = append(r.Facts, fact.Fact{Subject: 0, Object: e, Modality: schema.Asserted})
	}
	return r
}

// TestStory tells descriptions apart by the stories of their documents.
func TestStory(t *testing.T) {
	ours := []string{"Person: Ana Gil", "Person: Karl Lund", "Place: Lima"}
	theirs := []string{"Person: Kofi Adu", "Person: Ama Boa", "Place: Accra"}
	tests := []struct {
		name       string
		a, b       string
		day        string
		sameStory  bool
		otherStory bool
	}{
		{"talks", "Meeting: talks in Lima", "Meeting: Lima session", "2025-03-04", true, false},
		{"talks half a year on", "Meeting: talks in Lima", "Meeting: Lima session", "2025-09-04", false, false},
		{"a summit with a name", "Meeting: Third Harbour Summit", "Meeting: the Third Harbour Summit", "2025-03-14", true, false},
		{"a summit with a name, a year on", "Meeting: Third Harbour Summit", "Meeting: Third Harbour Summit", "2026-03-14", false, false},
		{"a council", "Organization: security council", "Organization: security council", "2025-03-04", true, false},
		{"a name of its own", "Organization: Norrvik", "Organization: Norrvik", "2025-09-04", true, true},
		{"a plan", "Proposal: revised harbour plan", "Proposal: updated harbour plan", "2025-03-04", true, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			base := dated("2025-03-03", read("a.txt", append([]string{test.a}, ours...)...))
			for _, other := range []struct {
				people []string
				want   bool
			}{{ours, test.sameStory}, {theirs, test.otherStory}} {
				b := dated(test.day, read("b.txt", append([]string{test.b}, other.people...)...))
				got := resolve.Resolve([]*fact.Reading{base, b})
				if same := got.Of[0][0] == got.Of[1][0]; same != other.want {
					t.Errorf("beside %s they are one: %v", other.people[0], same)
				}
			}
		})
	}
}

// TestTitles tests that a meeting with a name like a title is one in stories of
// other people, unless much time lies between them.
func TestTitles(t *testing.T) {
	for day, want := range map[string]bool{"2025-03-14": true, "2026-03-14": false} {
		a := dated("2025-03-03", read("a.txt", "Meeting: Third Harbour Summit", "Person: Ana Gil", "Person: Karl Lund"))
		b := dated(day, read("b.txt", "Meeting: Third Harbour Summit", "Person: Kofi Adu", "Person: Ama Boa"))
		got := resolve.Resolve([]*fact.Reading{a, b})
		if same := got.Of[0][0] == got.Of[1][0]; same != want {
			t.Errorf("on %s they are one: %v", day, same)
		}
	}
}

// TestNamesakes tests that two people of a surname stay apart, and that the
// surname alone is the one of them of whose story it is told, or neither.
func TestNamesakes(t *testing.T) {
	elder := dated("2025-03-03", read("a.txt", "Person: Jorge Marsh", "Person: Karl Lund", "Person: Ana Gil"))
	younger := dated("2025-03-03", read("b.txt", "Person: Jorge Walter Marsh Jr", "Person: Luis Marsh", "Person: Ama Boa", "Person: Kofi Adu"))
	other := dated("2025-03-03", read("c.txt", "Person: Pedro Marsh", "Person: Ines Vaz", "Person: Rui Paz"))
	told := dated("2025-03-05", read("d.txt", "Person: Marsh", "Person: Ines Vaz", "Person: Rui Paz"))
	untold := dated("2025-03-05", read("e.txt", "Person: Marsh", "Person: Olaf Berg", "Person: Juhani Aho"))
	got := resolve.Resolve([]*fact.Reading{elder, younger, other, told, untold})
	marsh := []int{got.Of[0][0], got.Of[1][1], got.Of[2][0]}
	if marsh[0] == marsh[1] || marsh[1] == marsh[2] || marsh[0] == marsh[2] {
		t.Errorf("Jorge, Luis and Pedro Marsh are %v", marsh)
	}
	if got.Of[3][0] != marsh[2] {
		t.Error("the Marsh of Pedro's story is not Pedro")
	}
	for _, m := range marsh {
		if got.Of[4][0] == m {
			t.Error("a Marsh of whom nothing is told is one of three")
		}
	}
}

// TestRetype tests that a surname that one document takes for a body's or a
// place's is the person whom others name in full.
func TestRetype(t *testing.T) {
	for _, typ := range []string{"Organization", "Place", "Person"} {
		got := resolve.Resolve([]*fact.Reading{
			read("a.txt", "Person: Ines Quintamarra"), read("b.txt", "Person: Ines Quintamarra"), read("c.txt", typ+": Quintamarra")})
		if e := got.Entities[got.Of[2][0]]; got.Of[2][0] != got.Of[0][0] || e.Type != "Person" {
			t.Errorf("%s Quintamarra is %s %q", typ, e.Type, e.Name)
		}
	}
}

// TestJudged tests that what a person judges overrules names and documents.
func TestJudged(t *testing.T) {
	readings := []*fact.Reading{read("a.txt", "Person: Ana Gil"), read("b.txt", "Person: Ana Gil"), read("c.txt", "Person: Maria Gil", "Organization: MG Holding")}
	gil := func(doc string) resolve.Ref { return resolve.Ref{Name: "Ana Gil", Doc: doc} }
	got := resolve.ResolveWith(readings, resolve.Judged{
		Different: []resolve.Pair{{A: gil("a.txt"), B: gil("b.txt")}, {A: gil("a.txt"), B: resolve.Ref{Name: "Nobody"}}},
		Same:      []resolve.Pair{{A: gil("b.txt"), B: resolve.Ref{Name: "Maria Gil"}}, {A: gil("a.txt"), B: gil("b.txt")}},
	})
	if got.Of[0][0] == got.Of[1][0] {
		t.Error("what is different is one")
	}
	if got.Of[1][0] != got.Of[2][0] {
		t.Error("what is the same is two")
	}
	if len(got.IdleDifferent) != 1 || got.IdleDifferent[0] != 1 || len(got.IdleSame) != 1 || got.IdleSame[0] != 1 {
		t.Errorf("idle are %v and %v", got.IdleSame, got.IdleDifferent)
	}
}
