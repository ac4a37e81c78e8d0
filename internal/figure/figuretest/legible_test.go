package figuretest

import (
	"strings"
	"testing"

	"kg/internal/figure"
)

func text(x, y float64, s string) *figure.Text {
	return &figure.Text{X: x, Y: y, Size: 10, Fill: "#000000", Text: s}
}

// TestIllegible: each fault is found, and a good picture has none.
func TestIllegible(t *testing.T) {
	node := func(x float64, s string) *figure.Group {
		return &figure.Group{ID: s, Class: "node", Items: []figure.Item{&figure.Path{Steps: figure.Polygon(x, 10, x+40, 10, x+40, 30, x, 30)}, text(x+2, 24, s)}}
	}
	line := func(y float64) *figure.Group {
		return &figure.Group{ID: "e", Class: "edge", Items: []figure.Item{&figure.Path{Steps: []figure.Step{figure.Move(0, y), figure.Line(200, y)}}}}
	}
	label := &figure.Group{Class: "label", Items: []figure.Item{text(100, 60, "met")}}
	for _, c := range []struct {
		items []figure.Item
		want  string
	}{
		{[]figure.Item{node(0, "Ada"), node(60, "Bo"), line(40), label}, ""},
		{[]figure.Item{text(10, 20, "one"), text(14, 22, "two")}, `"two" lies on "one"`},
		{[]figure.Item{text(190, 20, "long")}, `"long" lies outside`},
		{[]figure.Item{node(0, "interminable")}, "larger than its node"},
		{[]figure.Item{node(0, "Ada"), line(22)}, `goes through "Ada"`},
		{[]figure.Item{label, line(57)}, `goes through the label "met"`},
	} {
		f := &figure.Figure{Width: 200, Height: 80, Items: c.items}
		got := strings.Join(append(Illegible(f), Labels(f)...), "; ")
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
