package figure

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func ExampleWriteSVG() {
	f := &Figure{Width: 40, Height: 20, Title: "A", About: "One letter.", Background: "#ffffff",
		Items: []Item{&Text{X: 20, Y: 15, Size: 10, Anchor: Middle, Fill: "#000000", Text: "a"}}}
	var b strings.Builder
	if err := WriteSVG(&b, f); err != nil {
		panic(err)
	}
	_, text, _ := strings.Cut(b.String(), `fill="#ffffff"/>`+"\n")
	fmt.Print(text)
	// Output:
	// <text x="20" y="15" font-size="10" fill="#000000" text-anchor="middle" textLength="5.56" lengthAdjust="spacingAndGlyphs">a</text>
	// </svg>
}

// FuzzSVG: what is written reads back equal, whatever the texts.
func FuzzSVG(f *testing.F) {
	for _, s := range []string{"", " ", `a & "b" <c>`, "]]>", "\x00\x1b", "\u202eright", "日本語 🙂", "<script>alert(1)</script>", "line\nbreak", "javascript:x"} {
		f.Add(s, s, 12.5)
	}
	f.Fuzz(func(t *testing.T, text, link string, x float64) {
		if x != x || x > 1e6 || x < -1e6 {
			t.Skip()
		}
		plain := func(s string) string { // what a picture shows of s
			return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`).Replace(escape(s))
		}
		x = float64(int(x*100)) / 100
		in := &Figure{Width: 100, Height: 50, Title: plain(text), About: plain(link), Background: "#ffffff", Items: []Item{
			&Group{ID: plain(text), Class: "node", Tip: plain(text), Link: plain(link), Items: []Item{
				&Path{Steps: Rounded(x, 2, 30, 20, 5), Fill: "#abcdef", Stroke: "#000000", Width: 1.5, Dash: []float64{3, 2}},
				&Text{X: x, Y: 7, Size: 9, Anchor: End, Bold: true, Fill: "#111111", Halo: "#ffffff", Text: plain(text)}}},
		}}
		var b, again bytes.Buffer
		if err := WriteSVG(&b, in); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "<script") {
			t.Fatal("a script")
		}
		out, err := ReadSVG(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if err := WriteSVG(&again, out); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%v\n%s\n%s", err, b.Bytes(), again.Bytes())
		}
		if out.Title != in.Title || !reflect.DeepEqual(textOf(out), textOf(in)) {
			t.Errorf("read %q, %+v", out.Title, textOf(out))
		}
	})
}

func textOf(f *Figure) []string {
	g := f.Items[0].(*Group)
	return []string{g.ID, g.Tip, g.Link, g.Items[1].(*Text).Text}
}

func TestReadSVGErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "empty"},
		{"<html/>", "line 1: <html>: it is no <svg>"},
		{`<svg width="a" height="1"/>`, `line 1: <svg>: width "a" is no number`},
		{"<svg width=\"1\" height=\"1\">\n<image/></svg>", "line 2: <image>: it is not one of those that kg writes"},
		{`<svg width="1" height="1"><path d="M1"/></svg>`, `path data "M1"`},
		{`<svg width="1" height="1"><path d="Q1,1"/></svg>`, `path data "Q1,1"`},
		{`<svg width="1" height="1"><text/></svg>`, `x "" is no number`},
		{`<svg width="1"`, "not an SVG picture: XML syntax error"},
	} {
		if _, err := ReadSVG(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.in, err, c.want)
		}
	}
}

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		text string
		bold bool
		want float64
	}{{"", false, 0}, {"i", false, 2.22}, {"é", false, 5.56}, {"日", false, 10}, {"a\u0301", false, 5.56}, {"W", true, 9.44}, {"ж", false, 6.69}} {
		if got := Width(c.text, 10, c.bold); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%q: %.2f, want %.2f", c.text, got, c.want)
		}
	}
}

// TestNumbersThatCannotBeDrawn: painters would panic at them.
func TestNumbersThatCannotBeDrawn(t *testing.T) {
	for _, n := range []string{"", "x", "NaN", "Inf", "-Inf", "1e99"} {
		for _, text := range []string{`<svg width="` + n + `" height="9"/>`, `<svg width="9" height="9"><path d="M` + n + `,1"/></svg>`,
			`<svg width="9" height="9"><path d="M1,1" stroke-dasharray="1,` + n + `"/></svg>`, `<svg width="9" height="9"><text x="1" y="` + n + `" font-size="9"/></svg>`} {
			if _, err := ReadSVG(strings.NewReader(text)); err == nil {
				t.Errorf("%s is read", text)
			}
		}
	}
}
