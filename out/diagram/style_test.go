package diagram

import (
	"slices"
	"strings"
	"testing"

	"kg/internal/figure"
	"kg/schema"
)

func style(t *testing.T, text string) *Style {
	t.Helper()
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	out, err := ReadStyle("s.yaml", text, s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func svgOf(t *testing.T, f *figure.Figure) string {
	t.Helper()
	var b strings.Builder
	if err := figure.WriteSVG(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestStyle: each key does what it says, and without it the picture lacks it.
func TestStyle(t *testing.T) {
	g := summit(t)
	plain := svgOf(t, diagramOf(t, g, Options{}).InColumns())
	for _, c := range []struct{ yaml, has, lacks string }{
		{"theme: dark", `fill="#15191e"`, ""},
		{"title: Ships & ports", ">Ships &amp; ports</text>", ""},
		{"max: 5", ">5 of ", ""},
		{"legend: false", "", ">asserted</text>"},
		{"tooltips: false", "", "href="},
		{"font: Georgia", `font-family="Georgia, Helvetica`, ""},
		{"hide: {types: [Meeting]}", "", "node Meeting"},
		{"hide: {relations: [opposed]}", "", "edge opposed"},
		{"show: {types: [Person, Meeting]}", "", "node Country"},
		{`types: {Person: {fill: "#010203", border: "#040506", text: "#070809"}}`, `fill="#010203" stroke="#040506"`, ""},
		{`types: {Person: {fill: "#010203"}}`, `fill="#ffffff" text-anchor="middle"`, ""}, // letters that can be read
		{`relations: {participated_in: {colour: "#112233"}}`, `stroke="#112233"`, ""},
	} {
		svg := svgOf(t, diagramOf(t, g, Options{Style: style(t, c.yaml)}).InColumns())
		if !strings.Contains(svg, c.has) || c.lacks != "" && strings.Contains(svg, c.lacks) {
			t.Errorf("%s: no %s, or %s", c.yaml, c.has, c.lacks)
		}
		if c.has != "" && strings.Contains(plain, c.has) || c.lacks != "" && !strings.Contains(plain, c.lacks) {
			t.Errorf("%s: the picture is the same without it", c.yaml)
		}
	}
	down := diagramOf(t, g, Options{Style: style(t, "direction: down")})
	if down.Layouts()[0] != "dot" || !strings.Contains(string(down.Plan("dot")), "rankdir=TB") || !strings.Contains(dot(t, g, Options{Style: style(t, "direction: down")}), `rankdir="TB"`) {
		t.Error("direction: down leads to the right")
	}
	flags := diagramOf(t, g, Options{Theme: "light", Title: "Mine", Max: 7, Style: style(t, "{theme: dark, title: Theirs, max: 3}")})
	if flags.theme.dark || flags.options.Title != "Mine" || flags.options.Max != 7 {
		t.Error("a style overrules what was asked for")
	}
}

func TestStyleErrors(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		yaml string
		want []string
	}{
		{"", []string{"s.yaml: empty"}},
		{"colour: red", []string{`s.yaml:1: unknown key "colour"`}},
		{"max: -1\ntheme: grey", []string{"s.yaml:1: max: want 1 or more", `s.yaml:2: theme: "grey" is none of light, dark`}},
		{"types:\n  Ship: {}\n  Person:\n    fill: red\n    shape: star", []string{"s.yaml:2: types.Ship: there is no such type of entities", `s.yaml:4: types.Person.fill: "red" is not a colour`, `s.yaml:5: types.Person.shape: "star" is none of`}},
		{"hide:\n  relations: [sank]", []string{"s.yaml:2: hide.relations.sank: there is no such relation"}},
		{"direction: up", []string{`s.yaml:1: direction: "up" is none of right, down`}},
		{"font: 'x\"; fill: red'", []string{"s.yaml:1: font:"}},
		{"max: many", []string{"s.yaml:1: "}},
	} {
		_, err := ReadStyle("s.yaml", c.yaml, s)
		if err == nil {
			t.Errorf("%q: no error", c.yaml)
			continue
		}
		got := strings.Split(err.Error(), "\n")
		if len(got) != len(c.want) || slices.ContainsFunc(c.want, func(w string) bool { return !strings.Contains(err.Error(), w) }) {
			t.Errorf("%q: got %v, want %v", c.yaml, got, c.want)
		}
	}
	if _, err := New(summit(t), Options{Theme: "grey"}); err == nil || err.Error() != `unknown theme "grey"; there are light and dark` {
		t.Errorf("got %v", err)
	}
}
