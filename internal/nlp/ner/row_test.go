package ner_test

import (
	"slices"
	"strings"
	"testing"

	"kg/lexicon"
)

// TestRows reads names that stand side by side without a mark, and their
// opposites: long names that stay whole.
func TestRows(t *testing.T) {
	l := newLine(t)
	for _, c := range []struct{ text, names string }{
		{"Present were Steven Oakes Laura Whitfield and the clerk.", "Steven Oakes|Laura Whitfield"},
		{"The flat is in Fresno California and has two rooms.", "Fresno|California"},
		{"Abdel Karim Hassan Ali spoke to Juan Carlos Ortega Ruiz.", "Abdel Karim Hassan Ali|Juan Carlos Ortega Ruiz"},
		{"Ms. Okafor, Gregory Hale as chair and two deputies met.", "Okafor|Gregory Hale"},
		{"South Korea's Park Ji-won would be there.", "South Korea|Park Ji-won"},
	} {
		var got []string
		for _, s := range l.read(c.text) {
			for _, n := range s.Names {
				got = append(got, lexicon.Surface(s.Words[n.First:n.End]))
			}
		}
		if want := strings.Split(c.names, "|"); !slices.Equal(got, want) {
			t.Errorf("%s\n\tnames %q, want %q", c.text, got, want)
		}
	}
}
