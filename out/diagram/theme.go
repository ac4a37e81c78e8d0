package diagram

import (
	"cmp"
	"fmt"
	"math"
	"strconv"

	"kg/schema"
)

// Themes returns the names of the themes, the default first.
func Themes() []string { return []string{"light", "dark"} }

// A theme is the colours of paper and ink. Those of types and relations are
// the schema's, made to suit the paper.
type theme struct {
	paper, ink, faint string // background, text, notes
	dark              bool
}

func themeOf(name string) (theme, error) {
	switch name {
	case "", "light":
		return theme{paper: "#ffffff", ink: "#1a1a1a", faint: "#4d4d4d"}, nil
	case "dark":
		return theme{paper: "#15191e", ink: "#f2f2f2", faint: "#c4c9cf", dark: true}, nil
	}
	return theme{}, fmt.Errorf("unknown theme %q; there are light and dark", name)
}

// A look is how a type is painted.
type look struct{ shape, fill, border, ink string }

func (d *Diagram) look(t schema.Type) look {
	s := d.options.Style.typ(t.Name)
	l := look{cmp.Or(s.Shape, t.Shape), cmp.Or(s.Fill, t.Fill), cmp.Or(s.Border, t.Border), d.theme.ink}
	if d.theme.dark && s.Fill == "" {
		l.fill = mix(l.border, d.theme.paper, 0.74)
	}
	if s.Border == "" {
		l.border = legible(l.border, d.theme.paper, map[bool]float64{true: 3.5, false: 2.2}[d.theme.dark])
	}
	if contrast(l.ink, l.fill) < 4.5 { // of a fill that a user chose
		l.ink = map[bool]string{true: "#1a1a1a", false: "#ffffff"}[luminance(l.fill) > 0.2]
	}
	if s.Text != "" {
		l.ink = s.Text
	}
	return l
}

// boxFill is the ground of a box whose head has this border.
func (d *Diagram) boxFill(border string) string { return mix(border, d.theme.paper, 0.9) }

// lineColour is that of a line of a relation, dark or light enough for its
// label to be read.
func (d *Diagram) lineColour(r schema.Relation, m schema.Modality) string {
	c := cmp.Or(d.options.Style.relation(r.Name).Colour, r.Colour)
	if m == schema.Denied {
		c = deniedColour
	}
	return legible(c, d.theme.paper, 4.5)
}

const deniedColour = "#c62828"

// rgb returns the parts of #rrggbb, each from 0 to 1.
func rgb(c string) (out [3]float64) {
	for i := range out {
		if len(c) == 7 {
			n, _ := strconv.ParseUint(c[1+2*i:3+2*i], 16, 8)
			out[i] = float64(n) / 255
		}
	}
	return out
}

// mix returns a colour with the share t of another in it.
func mix(a, b string, t float64) string {
	x, y := rgb(a), rgb(b)
	for i := range x {
		x[i] = math.Round(255 * (x[i]*(1-t) + y[i]*t))
	}
	return fmt.Sprintf("#%02x%02x%02x", int(x[0]), int(x[1]), int(x[2]))
}

// luminance is the relative luminance of WCAG 2.
func luminance(c string) float64 {
	x := rgb(c)
	for i, v := range x {
		if v <= 0.04045 {
			x[i] = v / 12.92
		} else {
			x[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*x[0] + 0.7152*x[1] + 0.0722*x[2]
}

// contrast is the contrast ratio of WCAG 2, from 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// legible moves a colour away from the paper until their contrast is enough.
func legible(c, paper string, enough float64) string {
	far := "#000000"
	if luminance(paper) < 0.2 {
		far = "#ffffff"
	}
	for t := 0.0; t < 1; t += 0.05 {
		if m := mix(c, far, t); contrast(m, paper) >= enough {
			return m
		}
	}
	return far
}
