package diagram

import (
	"math"
	"slices"
	"testing"

	"kg/schema"
)

// sights are what normal eyes and those without one kind of cones make of
// linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
var sights = map[string][3][3]float64{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab is a colour in CIELAB, as seen.
func lab(c string, sight [3][3]float64) [3]float64 {
	linear, seen := rgb(c), [3]float64{}
	for i, v := range linear {
		linear[i] = v / 12.92
		if v > 0.04045 {
			linear[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	for i, row := range sight {
		for k, f := range row {
			seen[i] += f * linear[k]
		}
		seen[i] = min(1, max(0, seen[i]))
	}
	f := func(r, g, b, white float64) float64 {
		t := (r*seen[0] + g*seen[1] + b*seen[2]) / white
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x, y, z := f(0.4124, 0.3576, 0.1805, 0.95047), f(0.2126, 0.7152, 0.0722, 1), f(0.0193, 0.1192, 0.9505, 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestColoursStayApart: no two types are of one colour to any eyes, nor of one
// shape.
func TestColoursStayApart(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	types := slices.DeleteFunc(s.Types(), func(t schema.Type) bool { return t.Muted })
	for i, a := range types {
		for _, b := range types[:i] {
			if a.Shape == b.Shape {
				t.Errorf("%s and %s are both %s", a.Name, b.Name, a.Shape)
			}
			for name, sight := range sights {
				x, y := lab(a.Border, sight), lab(b.Border, sight)
				if d := math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2])); d < 15 {
					t.Errorf("%s and %s differ by %.1f to %s eyes", a.Name, b.Name, d, name)
				}
			}
		}
	}
}

// TestTextCanBeRead: WCAG 2.2 asks for a contrast of 4.5 for texts and of 3 for
// what is not text.
func TestTextCanBeRead(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Themes() {
		th, err := themeOf(name)
		if err != nil {
			t.Fatal(err)
		}
		d := &Diagram{theme: th}
		for _, typ := range s.Types() {
			if l := d.look(typ); contrast(l.ink, l.fill) < 7 || contrast(l.border, th.paper) < 2.2 {
				t.Errorf("%s: %s: text %.1f, outline %.1f", name, typ.Name, contrast(l.ink, l.fill), contrast(l.border, th.paper))
			}
		}
		for _, r := range s.Relations() {
			for m := schema.Asserted; m <= schema.Denied; m++ {
				if c := contrast(d.lineColour(r, m), th.paper); c < 4.5 {
					t.Errorf("%s: %s %s: %.1f", name, r.Name, m, c)
				}
			}
		}
		if contrast(th.faint, th.paper) < 4.5 {
			t.Errorf("%s: notes cannot be read", name)
		}
	}
}
