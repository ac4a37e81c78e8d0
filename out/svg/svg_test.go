package svg_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/goccy/go-graphviz"

	"kg/graph"
	"kg/out/diagram"
	"kg/out/svg"
	"kg/schema"
)

func pairOf(t testing.TB, label, sentence string) *graph.Graph {
	t.Helper()
	g, err := graph.New(
		[]graph.Node{{ID: "p-a", Type: "Person", Label: label}, {ID: "s-b", Type: "Statement", Label: label, Text: sentence}},
		[]graph.Edge{{From: "p-a", To: "s-b", Relation: "said", Modality: schema.Asserted, Confidence: 1,
			Evidence: []graph.Evidence{{Doc: "a.txt", End: len(sentence), Text: sentence}}}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestWrite(t *testing.T) {
	g := pairOf(t, `Ada & "Bo" <x>`, "It is\ndone.")
	for _, o := range []svg.Options{{}, {Engine: "twopi"}, {Diagram: diagram.Options{All: true, Title: "A & B", NoLegend: true}}} {
		var b bytes.Buffer
		if err := svg.Write(t.Context(), &b, g, o); err != nil {
			t.Fatal(err)
		}
		texts := texts(t, b.Bytes())
		if !strings.Contains(texts, `Ada & "Bo" <x>`) || !strings.Contains(texts, "It is") {
			t.Errorf("%+v: the picture says %s", o, texts)
		}
		if o.Diagram.Title != "" && !strings.Contains(texts, o.Diagram.Title) {
			t.Errorf("no title in %s", texts)
		}
	}
}

// texts returns all the text of a well-formed SVG.
func texts(t *testing.T, b []byte) string {
	t.Helper()
	var all strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.CharData:
			all.Write(x)
		case xml.StartElement:
			for _, a := range x.Attr {
				if a.Name.Local == "title" { // a tooltip
					all.WriteString(a.Value)
				}
			}
		}
	}
}

func TestWriteErrors(t *testing.T) {
	over, cancel := context.WithCancel(t.Context())
	cancel()
	g := pairOf(t, "Ada", "No.")
	if err := svg.Write(over, io.Discard, g, svg.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := svg.Write(t.Context(), io.Discard, g, svg.Options{Engine: "none"}); err == nil {
		t.Error("drew with an unknown engine")
	}
}

func ExampleWrite() {
	sentence := "Ada Novak met Bo Lind."
	g, err := graph.New(
		[]graph.Node{{ID: "p-ada", Type: "Person", Label: "Ada Novak"}, {ID: "p-bo", Type: "Person", Label: "Bo Lind"}},
		[]graph.Edge{{From: "p-ada", To: "p-bo", Relation: "met", Modality: schema.Asserted, Confidence: 1,
			Evidence: []graph.Evidence{{Doc: "a.txt", End: len(sentence), Text: sentence}}}})
	if err != nil {
		panic(err)
	}
	var b strings.Builder
	if err := svg.Write(context.Background(), &b, g, svg.Options{}); err != nil {
		panic(err)
	}
	fmt.Println(strings.Contains(b.String(), ">Ada Novak</text>"))
	// Output: true
}

// FuzzDOTParses reads the DOT back with Graphviz itself.
func FuzzDOTParses(f *testing.F) {
	for _, s := range []string{`"`, `\`, `\\"`, `\N`, `\n`, "a\nb", "a & b; &lt; &#60; &amp;", "<b>", "\u202eleft", "\x00\x1b\x7f", "]; } digraph {", "日本語 🙂", "//", "/* */", "#", strings.Repeat("long ", 99), " "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		label := "x" + s
		g := pairOf(t, label, label)
		var b bytes.Buffer
		if err := diagram.DOT(&b, g, diagram.Options{}); err != nil {
			t.Fatal(err)
		}
		parsed, err := graphviz.ParseBytes(b.Bytes())
		if err != nil || parsed == nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		defer parsed.Close()
		nodes, err1 := parsed.NodeNum()
		edges, err2 := parsed.EdgeNum()
		if err := errors.Join(err1, err2); err != nil || nodes != 2 || edges != 1 {
			t.Fatalf("%d nodes, %d edges, %v\n%s", nodes, edges, err, b.Bytes())
		}
		n, err := parsed.NodeByName("p-a")
		if err != nil || n == nil {
			t.Fatal(n, err)
		}
		tip := unescape(n.GetStr("tooltip"))
		if want := plain(label) + " (Person)"; tip != want {
			t.Errorf("tooltip %q, want %q", tip, want)
		}
	})
}

// unescape undoes what Graphviz shows for escapes of a string.
func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", "&amp;", "&").Replace(s)
}

// plain is what a diagram can show of s.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xFFFE || r == 0xFFFF) {
			return -1
		}
		return r
	}, s)
}
