package mention_test

import (
	"slices"
	"testing"

	"kg/internal/mention"
)

// TestPeoples reads names in which a nation stands for no state, or bodies'
// names that go on over small words.
func TestPeoples(t *testing.T) {
	f, an := newFinder(t)
	for _, test := range []struct {
		name, text string
		want       []string // entities that must be there, as "Type name"
		not        []string // and that must not
	}{
		{"a people of two nations", "The Kenyan Somali leader Ama Poe left.", []string{"Organization Kenyan Somali"}, []string{"Country Kenyan", "Country Somali"}},
		{"two nations in a row", "Kenyan and Somali ministers met Ama Poe.", []string{"Country Kenyan", "Country Somali"}, nil},
		{"a part of the world", "Norway will host the Latin American summit.", nil, []string{"Country American"}},
		{"a nation", "Norway will host the American delegation.", []string{"Country American"}, nil},
		{"a body with its purpose", "Ama Poe works for the Lund Fund to Fight Malaria in Geneva, which is small.", []string{"Organization Lund Fund to Fight Malaria"}, nil},
		{"a hyphenated office", "U.N. Secretary-General Ama Poe is expected in Oslo.", []string{"Organization U.N."}, []string{"Organization U.N. Secretary"}},
		{"a partisan", "Senator Ama Poe, the Ohio Democrat, has accused Norway of lying.", nil, []string{"Organization Ohio Democrat"}},
		{"a kind and a name", "Bo Roe, the director of the Austrian group Hobel Papier, was late.", []string{"Organization Hobel Papier"}, []string{"Organization Austrian group"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var have []string
			for _, e := range find(t, f, an, test.text, "2025-03-07").Entities {
				have = append(have, e.Type+" "+e.Name)
			}
			for _, w := range test.want {
				if !slices.Contains(have, w) {
					t.Errorf("no %s in %q", w, have)
				}
			}
			for _, w := range test.not {
				if slices.Contains(have, w) {
					t.Errorf("%s in %q", w, have)
				}
			}
		})
	}
}

// TestCompanyIsNoUnion keeps "the company" from taking up a body of another
// kind named after the firm.
func TestCompanyIsNoUnion(t *testing.T) {
	f, an := newFinder(t)
	set := find(t, f, an, "Hobel Ltd sued the Dockers Union. The company is small.", "2025-03-07")
	for _, e := range set.Entities {
		if e.Name == "Dockers Union" && slices.ContainsFunc(e.Mentions, func(k int) bool { return set.Mentions[k].Kind == mention.Described }) {
			t.Errorf("the company is %s", e.Name)
		}
	}
}
