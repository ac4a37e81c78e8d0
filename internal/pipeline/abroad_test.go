package pipeline_test

import (
	"testing"

	"kg/internal/source"
)

// TestOfficeAbroad: an office whose state the text leaves out is not held in a
// country that its holder visits, meets, blames or turns to, but still in the
// one that the text is about.
func TestOfficeAbroad(t *testing.T) {
	p := newPipeline(t)
	for _, c := range []struct{ text, state string }{
		{"The trade minister, Ada Krog, visited Peru and Chile last week.", ""},
		{"Foreign minister Jonas Lind met Kenyan officials in Nairobi on Monday. He said the talks were useful.", ""},
		{"The finance minister, Petra Olsen, criticised Germany and France over their budgets.", ""},
		{"The defence minister, Rolf Amsel, warned China against further drills near Taiwan.", ""},
		{"The interior minister, Samir Haddad, blamed Algeria for the delay, saying that Algeria had refused to take back its citizens.", ""},
		{"The justice minister, Pablo Rey, received a delegation from Bolivia. Bolivia wants the return of a fugitive banker.", ""},
		{"Ambassador Olga Lind was expelled from Lithuania in May. Lithuania gave no reason.", ""},
		{"The museum in Basel returned three bronzes to Nigeria. Its director, Clara Weiss, said talks had begun in 2021.", ""},
		{"Floods cut off villages in southern Malawi, where President Grace Phiri declared a state of disaster.", "Malawi"},
		{"Peru raised its taxes on Monday. The finance minister, Ana Gil, visited Chile to explain. Peru needs the money.", "Peru"},
	} {
		doc, err := source.Parse("t.txt", []byte(c.text), "2025-12-01")
		if err != nil {
			t.Fatal(err)
		}
		r, state := p.Read(doc), ""
		for _, f := range r.Facts {
			if f.Relation == "holds_role" {
				state += r.Entities[f.Object].Name
			}
		}
		if state != c.state {
			t.Errorf("%s\noffice held in %q, want %q", c.text, state, c.state)
		}
	}
}
