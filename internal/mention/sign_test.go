package mention_test

import (
	"slices"
	"testing"
)

// TestSorts checks the types of names that no table knows.
func TestSorts(t *testing.T) {
	f, an := newFinder(t)
	tests := []struct {
		name, text string
		want       []string // among the entities
		not        []string // not among them
	}{
		{"a body has people", "Lima accused Vernamo's Ana Gil of breaking the truce.", []string{"Organization Vernamo"}, []string{"Person Vernamo"}},
		{"a person's lawyer", "Mr Velasquo left early. Velasquo's lawyer, Ana Gil, stayed.", []string{"Person Velasquo"}, []string{"Organization Velasquo"}},
		{"a body of coaches", "Tonga Rowing's coach, Karl Lund, resigned.", []string{"Organization Tonga Rowing"}, nil},
		{"what which is said of", "Novalast, which owns eleven piers, is for sale.", []string{"Organization Novalast"}, []string{"Person Novalast"}},
		{"a rival of bodies", "Kaneska sued its rival Vantelo on Monday.", []string{"Organization Vantelo"}, []string{"Person Vantelo"}},
		{"its coach", "The league fined Torrevant and banned its coach, Karl Lund.", []string{"Organization Torrevant"}, nil},
		{"who signs", "Frelanto and Renasmo signed the accord on Friday.", []string{"Organization Frelanto", "Organization Renasmo"}, nil},
		{"a party before its leader", "Zentrant leader Karl Lund met Ana Gil on Monday.", []string{"Organization Zentrant", "Person Karl Lund"}, nil},
		{"a body called after its members", "The Harbour Pilots' Association sued the Stranded Seamen's Church on Monday.",
			[]string{"Organization Harbour Pilots' Association", "Organization Stranded Seamen's Church"}, []string{"Organization Association"}},
		{"a husband", "Ana Gil took her late husband Radan's seat on the council.", []string{"Person Radan"}, []string{"Organization Radan"}},
		{"a district", "The road to India's Chamolo district is closed.", nil, []string{"Organization Chamolo"}},
		{"a palace abroad", "Palais Lundberg hosted the talks on Monday.", []string{"Place Palais Lundberg"}, []string{"Person Palais Lundberg"}},
		{"people who take a stance", "Peru's bishops condemned the harbour bill on Monday.", []string{"Organization Peru's bishops"}, nil},
		{"people who take none", "Peru's bishops slept badly on Monday.", nil, []string{"Organization Peru's bishops"}},
		{"who is named", "The council named Chipo Ndunko as its chair on Friday.", []string{"Person Chipo Ndunko"}, []string{"Organization Chipo Ndunko"}},
		{"who runs a body", "Velmoro boss Karl Lund met Kantaro executives in Oslo.", []string{"Organization Velmoro", "Organization Kantaro"}, nil},
		{"an office after an owner", "Cordela Hankso, Northern Granite's finance chief, has resigned.", []string{"Person Cordela Hankso"}, nil},
		{"whom a lawyer has", "Karl Lund, a partner at Hale Brando, represents Gazmeto.", []string{"Organization Hale Brando", "Organization Gazmeto"}, nil},
		{"a storm", "Hurricane Katara hit the coast.", nil, []string{"Person Hurricane Katara", "Organization Hurricane Katara"}},
		{"a party by its adjective", "Karl Lund left the Democratic Rally in March.", []string{"Organization Democratic Rally"}, nil},
		{"no party", "The Free Trade debate went on.", nil, []string{"Organization Free Trade"}},
		{"a name ends at a preposition", "The bishop met State President Karl Lund at Lakehus.", []string{"Person Karl Lund"}, nil},
		{"a month is no place", "She met the king, who died in May, and left.", nil, []string{"Place May"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := entities(find(t, f, an, tt.text, "2025-03-07"))
			for _, w := range tt.want {
				if !slices.Contains(got, w) {
					t.Errorf("%s: no %s in %q", tt.text, w, got)
				}
			}
			for _, w := range tt.not {
				if slices.Contains(got, w) {
					t.Errorf("%s: %s in %q", tt.text, w, got)
				}
			}
		})
	}
}
