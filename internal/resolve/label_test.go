package resolve_test

import (
	"slices"
	"testing"

	"kg/internal/fact"
	"kg/internal/resolve"
)

// TestLabels tests that bodies that only a common description names are told
// apart by their country or document, and that none of them is found by what
// all are called.
func TestLabels(t *testing.T) {
	readings := []*fact.Reading{
		read("a.txt", "Organization: government | the government | Government"),
		read("b.txt", "Organization: the government | this government of all talents"),
		read("c.txt", "Organization: government"),
		read("d.txt", "Organization: Velmora", "Organization: Regional Government of Velmora | Government"),
	}
	readings[2].Entities[0].Side = "country:CL"
	got := resolve.Resolve(readings)
	for doc, want := range []string{"government (a)", "the government (b)", "government (Chile)", "Velmora"} {
		e := got.Entities[got.Of[doc][0]]
		if e.Name != want {
			t.Errorf("the body of document %d is %q, want %q", doc, e.Name, want)
		}
		for _, a := range []string{"government", "Government", "the government"} {
			if slices.Contains(e.Aliases, a) {
				t.Errorf("%q is also called %q", e.Name, a)
			}
		}
	}
	if e := got.Entities[got.Of[1][0]]; !slices.Contains(e.Aliases, "this government of all talents") {
		t.Errorf("%q has lost what tells it apart: %q", e.Name, e.Aliases)
	}
	if e := got.Entities[got.Of[3][1]]; slices.Contains(e.Aliases, "Government") {
		t.Errorf("%q is also called %q", e.Name, e.Aliases)
	}
}
