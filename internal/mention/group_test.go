package mention

import (
	"testing"

	"kg/lexicon"
)

// TestShortOrganization tells which shorter names mean a body.
func TestShortOrganization(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	g := &grouping{reading: &reading{Finder: &Finder{lex: dictionary{Lexicon: lex}}}}
	tests := []struct {
		full, short string
		want        bool
	}{
		{"Peruvian Foreign Ministry", "Foreign Ministry", true},
		{"Grand Alliance to Fight Hepro", "Fight Hepro Alliance", true},
		{"Grand Alliance to Fight Hepro", "Grand Alliance", true},
		{"Grand Alliance to Fight Hepro", "Alliance", true},
		{"Grand Alliance to Fight Hepro", "Hepro", false},
		{"Grand Alliance to Fight Hepro", "Hepro Alliance", false},
		{"Peruvian High Court of Appeal", "High Court", true},
		{"Peruvian High Court of Appeal", "Court of Appeal", true},
		{"Peruvian High Court of Appeal", "Appeal", false},
		{"Department of Defence", "Defence Department", true},
		{"Friends of Orlund", "Orlund", false},
	}
	for _, test := range tests {
		x := &entity{Entity: Entity{Type: Organization, Name: test.full}, tokens: nameTokens(test.full)}
		if got := g.shortOrganization(test.short, nameTokens(test.short), x); got != test.want {
			t.Errorf("%q means %q: %v", test.short, test.full, got)
		}
	}
}
