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

// TestStatesHaveNames tests that a state which the documents call after its
// people or its capital bears its name, and one that they name the name they
// use.
func TestStatesHaveNames(t *testing.T) {
	for _, test := range []struct{ given, key, want string }{
		{"Country: Chilean", "country:CL", "Chile"},
		{"Country: Oslo", "country:NO", "Norway"},
		{"Country: Britain | British", "country:GB", "Britain"},
	} {
		r := read("a.txt", test.given)
		r.Entities[0].Key = test.key
		got := resolve.Resolve([]*fact.Reading{r})
		if e := got.Entities[0]; e.Name != test.want {
			t.Errorf("%s is called %q, want %q", test.given, e.Name, test.want)
		}
	}
}
