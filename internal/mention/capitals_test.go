package mention

import "testing"

func TestLowered(t *testing.T) {
	for name, want := range map[string]string{
		"LIMA":           "Lima",
		"SANTA CRUZ":     "Santa Cruz",
		"RIO DE JANEIRO": "Rio de Janeiro",
		"ÅRHUS-NORD":     "Århus-Nord",
		"LA PAZ":         "LA PAZ", // no long word: it may be an abbreviation
		"N.Y.":           "N.Y.",
		"DMZ":            "DMZ",
		"New York":       "New York",
		"東京":             "東京",
		"":               "",
	} {
		if got := lowered(name); got != want {
			t.Errorf("lowered(%q) = %q, want %q", name, got, want)
		}
	}
}
