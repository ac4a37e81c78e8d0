package diagram

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

func dot(t *testing.T, g *graph.Graph, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := DOT(&b, g, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func fact(from, relation, to string, m schema.Modality, date, role string) graph.Edge {
	text := strings.Join([]string{from, relation, to}, " ")
	return graph.Edge{From: from, Relation: relation, To: to, Modality: m, Date: date, Role: role, Confidence: 0.5,
		Evidence: []graph.Evidence{{Doc: "a.txt", End: len(text), Text: text}}}
}

// star has one person who met n others and said n things, one pair apart, and
// one node that nothing joins.
func star(t testing.TB, n int) *graph.Graph {
	t.Helper()
	nodes := []graph.Node{{ID: "p-hub", Type: "Person", Label: "Hub"}, {ID: "p-x", Type: "Person", Label: "X"},
		{ID: "p-y", Type: "Person", Label: "Y"}, {ID: "p-alone", Type: "Person", Label: "Alone"}}
	edges := []graph.Edge{fact("p-x", "met", "p-y", schema.Asserted, "", "")}
	for i := range n {
		p, s := fmt.Sprintf("p-%02d", i), fmt.Sprintf("s-%02d", i)
		nodes = append(nodes, graph.Node{ID: p, Type: "Person", Label: p}, graph.Node{ID: s, Type: "Statement", Label: s, Text: s})
		edges = append(edges, fact("p-hub", "met", p, schema.Asserted, "", ""), fact("p-hub", "said", s, schema.Asserted, "", ""))
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestDiagramIsCutToSize(t *testing.T) {
	for _, c := range []struct {
		size, shown, said int
		apart, alone      bool
		options           Options
	}{
		{3, 6, 0, true, false, Options{}},                      // all but the one that nothing joins, and what was said
		{3, 10, 3, true, true, Options{All: true}},             // everything
		{60, 40, 0, false, false, Options{}},                   // the default size
		{37, 40, 0, true, false, Options{}},                    // just that
		{38, 39, 0, false, false, Options{}},                   // no room for both of the pair apart
		{60, 10, 0, false, false, Options{Max: 10}},            // a size asked for
		{60, 124, 60, true, true, Options{All: true, Max: 10}}, // everything
	} {
		d := dot(t, star(t, c.size), c.options)
		nodes, said := strings.Count(d, " [id="), strings.Count(d, `class="Statement"`)
		nodes -= strings.Count(d, " -> ")
		if nodes != c.shown || said != c.said || strings.Contains(d, `"p-x" [`) != c.apart || strings.Contains(d, `"p-alone" [`) != c.alone {
			t.Errorf("%d around the hub, %+v: %d nodes, %d statements; want %d and %d", c.size, c.options, nodes, said, c.shown, c.said)
		}
		total := 4 + c.size
		if c.options.All {
			total += c.size
		}
		if (nodes < total) != strings.Contains(d, fmt.Sprintf("%d of %d entities", nodes, total)) {
			t.Errorf("%d of %d nodes are shown, and the caption does not say so", nodes, total)
		}
	}
}

func TestLineLabels(t *testing.T) {
	nodes := []graph.Node{{ID: "c-n", Type: "Country", Label: "Norland"}, {ID: "c-o", Type: "Country", Label: "Ostravia"}, {ID: "m-t", Type: "Meeting", Label: "talks", Date: "2025-11-30"},
		{ID: "p-a", Type: "Person", Label: "Ada"}}
	for _, c := range []struct {
		name  string
		edges []graph.Edge
		want  []string // parts of the one line
	}{
		{"a date", []graph.Edge{fact("c-n", "opposed", "c-o", schema.Asserted, "2025-12-01", "")}, []string{`label="opposed\n2025-12-01"`, `style="solid"`}},
		{"the date of the meeting", []graph.Edge{fact("c-n", "hosted", "m-t", schema.Asserted, "2025-11-30", "")}, []string{`label="hosted"`}},
		{"what lasts", []graph.Edge{fact("p-a", "represents", "c-o", schema.Asserted, "2025-12-01", "")}, []string{`label="represents"`}},
		{"what is to last", []graph.Edge{fact("p-a", "represents", "c-o", schema.Planned, "2025-12-01", "")}, []string{`label="is to represent\n2025-12-01"`, `style="dashed"`}},
		{"an office in two wordings", []graph.Edge{fact("p-a", "holds_role", "c-o", schema.Asserted, "", "envoy"), fact("p-a", "holds_role", "c-o", schema.Asserted, "", "Special Envoy")}, []string{`label="Special Envoy"`}},
		{"planned, then done", []graph.Edge{fact("c-n", "met", "c-o", schema.Planned, "2025-12-01", ""), fact("c-n", "met", "c-o", schema.Asserted, "2025-12-01", "")}, []string{`label="met\n2025-12-01"`, `style="solid"`, `dir="none"`}[:2]},
		{"done, and planned again", []graph.Edge{fact("c-n", "met", "c-o", schema.Planned, "2025-12-09", ""), fact("c-n", "met", "c-o", schema.Asserted, "2025-12-01", "")}, []string{`label="met\n2025-12-01\nis to meet\n2025-12-09"`}},
		{"two relations", []graph.Edge{fact("c-n", "supported", "c-o", schema.Possible, "", ""), fact("c-n", "opposed", "c-o", schema.Asserted, "", "")}, []string{`label="may support\nopposed"`, `style="solid"`}},
		{"denied", []graph.Edge{fact("c-n", "attacked", "c-o", schema.Denied, "", "")}, []string{`label="× did not attack"`, `color="#c62828"`, `arrowhead="tee"`}},
		{"symmetric, persons first", []graph.Edge{fact("c-n", "met", "p-a", schema.Possible, "", "")}, []string{`"p-a" -> "c-n"`, `dir="none"`, `style="dotted"`}},
	} {
		g, err := graph.New(nodes, c.edges)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for l := range strings.Lines(dot(t, g, Options{All: true})) {
			if strings.Contains(l, " -> ") {
				lines = append(lines, l)
			}
		}
		if len(lines) != 1 {
			t.Fatalf("%s: %d lines", c.name, len(lines))
		}
		for _, want := range c.want {
			if !strings.Contains(lines[0], want) {
				t.Errorf("%s: no %s in %s", c.name, want, lines[0])
			}
		}
	}
}

func TestCaption(t *testing.T) {
	g := summit(t)
	if d := dot(t, g, Options{Title: "Talks <1> & more"}); !strings.Contains(d, ">Talks &lt;1&gt; &amp; more<") {
		t.Errorf("no title in %s", d)
	}
	if d := dot(t, g, Options{All: true, NoLegend: true}); strings.Contains(d, "TABLE") {
		t.Error("a legend that was not wanted")
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in          string
		width, most int
		want        string
	}{
		{"", 10, 3, ""},
		{"one two three", 7, 3, "one two\nthree"},
		{"one two three four", 5, 2, "one\ntwo …"},
		{"  spaced\n\tout ", 20, 3, "spaced out"},
		{strings.Repeat("x", 50), 10, 3, strings.Repeat("x", 19) + "…"},
	} {
		if got := Wrap(c.in, c.width, c.most); got != c.want {
			t.Errorf("Wrap(%q, %d, %d) = %q, want %q", c.in, c.width, c.most, got, c.want)
		}
	}
}

// TestReportsStandAside: what somebody said in substance is in a diagram only
// if all is to be shown, and then without quotation marks.
func TestReportsStandAside(t *testing.T) {
	nodes := []graph.Node{{ID: "p-gil", Type: "Person", Label: "Ana Gil"}, {ID: "p-berg", Type: "Person", Label: "Ida Berg"},
		{ID: "s-one", Type: "Statement", Label: "that the port is shut", Text: "the port is shut"},
		{ID: "s-two", Type: "Statement", Label: "We will not leave", Text: "We will not leave"}}
	g, err := graph.New(nodes, []graph.Edge{fact("p-gil", "met", "p-berg", schema.Asserted, "", ""), fact("p-gil", "stated", "s-one", schema.Asserted, "", ""),
		fact("p-gil", "said", "s-two", schema.Asserted, "", "")})
	if err != nil {
		t.Fatal(err)
	}
	for _, all := range []bool{false, true} {
		d := dot(t, g, Options{All: all, Max: 40})
		if got := strings.Contains(d, "that the port"); got != all {
			t.Errorf("all %t: the reported statement shown: %t", all, got)
		}
		if strings.Contains(d, "“that") || !strings.Contains(d, "“We will") {
			t.Errorf("all %t: wrong quotation marks in\n%s", all, d)
		}
	}
}
