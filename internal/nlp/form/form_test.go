package form

import "testing"

func TestNormal(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"plain", "plain"},
		{"’s", "'s"},
		{"“", `"`},
		{"co\u00adop\u00aderation", "cooperation"},
		{"cease\u2011fire", "cease-fire"},
		{"São", "São"},
		{"–", "–"},
		{"…", "..."},
		{"a\u200bb", "ab"},
		{"\u00ad", "\u00ad"},
		{"", ""},
	} {
		if got := Normal(c.raw); got != c.want {
			t.Errorf("Normal(%q) = %q, want %q", c.raw, got, c.want)
		}
	}
}

func BenchmarkNormal(b *testing.B) {
	words := []string{"President", "didn", "’t", "minister", "coöperate"}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			Normal(w)
		}
	}
}
