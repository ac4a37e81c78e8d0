package diagram

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

var update = flag.Bool("update", false, "accept the output as the golden files")

func TestGolden(t *testing.T) {
	const file = "testdata/summit.dot"
	got := []byte(dot(t, summit(t), Options{}))
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what was accepted; see the difference after go test -update\n%s", file, got)
	}
}

// story says who stands where, what is noted, and which lines are left.
func story(c *content) string {
	var b strings.Builder
	for _, k := range c.cards {
		b.WriteString(k.node.ID)
		if k.home != nil {
			b.WriteString(" in " + k.home.node.ID)
		}
		if k.first {
			b.WriteString(" first")
		}
		if len(k.notes) > 0 {
			b.WriteString(" [" + strings.Join(k.notes, "; ") + "]")
		}
		b.WriteString("\n")
	}
	for _, l := range c.lines {
		b.WriteString(l.edges[0].From + " > " + l.edges[0].To + "\n")
	}
	return strings.TrimSpace(b.String())
}

func TestBoxesAndNotes(t *testing.T) {
	nodes := map[string]graph.Node{}
	for _, n := range []graph.Node{
		{ID: "c-n", Type: "Country", Label: "Norland"}, {ID: "c-o", Type: "Country", Label: "Ostravia"}, {ID: "d-n", Type: "Delegation", Label: "Norlanders"},
		{ID: "p-a", Type: "Person", Label: "Ada"}, {ID: "p-b", Type: "Person", Label: "Bo"}, {ID: "m-t", Type: "Meeting", Label: "talks"}, {ID: "l-g", Type: "Place", Label: "Geneva"},
		{ID: "pr-1", Type: "Proposal", Label: "plan"}, {ID: "pr-2", Type: "Proposal", Label: "new plan"}, {ID: "pr-3", Type: "Proposal", Label: "last plan"},
	} {
		nodes[n.ID] = n
	}
	yes, no := schema.Asserted, schema.Denied
	for _, c := range []struct {
		name  string
		edges []graph.Edge
		want  string
	}{
		{"an office puts into the box of the state", []graph.Edge{fact("p-a", "holds_role", "c-n", yes, "", "envoy")}, "c-n\np-a in c-n [envoy]"},
		{"a leader stands first in the delegation, that in its state", []graph.Edge{fact("p-a", "led", "d-n", yes, "", ""), fact("d-n", "represents", "c-n", yes, "", "")}, "c-n\nd-n in c-n\np-a in d-n first"},
		{"who is to lead is noted so", []graph.Edge{fact("p-a", "led", "d-n", schema.Planned, "", "")}, "d-n\np-a in d-n [is to lead]"},
		{"who may lead has a line", []graph.Edge{fact("p-a", "led", "d-n", schema.Possible, "", "")}, "d-n\np-a\np-a > d-n"},
		{"who did not lead has a line", []graph.Edge{fact("p-a", "led", "d-n", no, "", "")}, "d-n\np-a\np-a > d-n"},
		{"a state's envoy is not in another state's delegation", []graph.Edge{fact("p-a", "led", "d-n", yes, "", ""), fact("d-n", "represents", "c-n", yes, "", ""), fact("p-a", "holds_role", "c-o", yes, "", "envoy")},
			"c-n\nc-o\nd-n in c-n\np-a in c-o [envoy]\np-a > d-n"},
		{"a meeting's place is written in it", []graph.Edge{fact("p-a", "participated_in", "m-t", yes, "", ""), fact("m-t", "held_in", "l-g", yes, "", "")}, "m-t [Geneva]\np-a\np-a > m-t"},
		{"where it may be is in doubt", []graph.Edge{fact("m-t", "held_in", "l-g", schema.Possible, "", "")}, "m-t [Geneva?]"},
		{"where it was not is drawn", []graph.Edge{fact("m-t", "held_in", "l-g", no, "", "")}, "l-g\nm-t\nm-t > l-g"},
		{"a place that others lead to stays", []graph.Edge{fact("p-a", "travelled_to", "l-g", yes, "", ""), fact("m-t", "held_in", "l-g", yes, "", "")}, "l-g\nm-t [Geneva]\np-a\np-a > l-g"},
		{"versions count on", []graph.Edge{fact("pr-2", "revision_of", "pr-1", yes, "", ""), fact("pr-3", "revision_of", "pr-2", yes, "", "")}, "pr-1\npr-2 [version 2]\npr-3 [version 3]\npr-2 > pr-1\npr-3 > pr-2"},
		{"versions in a circle are none", []graph.Edge{fact("pr-2", "revision_of", "pr-1", yes, "", ""), fact("pr-1", "revision_of", "pr-2", yes, "", "")}, "pr-1\npr-2\npr-1 > pr-2\npr-2 > pr-1"},
	} {
		var used []graph.Node
		seen := map[string]bool{}
		for _, e := range c.edges {
			for _, id := range []string{e.From, e.To} {
				if !seen[id] {
					seen[id] = true
					used = append(used, nodes[id])
				}
			}
		}
		d := diagramOf(t, build(t, used, c.edges), Options{})
		if got := story(d.content); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestWordsStandInTooltips: what somebody said has no node of its own.
func TestWordsStandInTooltips(t *testing.T) {
	g := build(t, []graph.Node{{ID: "p-a", Type: "Person", Label: "Ada"}, {ID: "p-b", Type: "Person", Label: "Bo"}, {ID: "s-1", Type: "Statement", Label: "No", Text: "No, never"}},
		[]graph.Edge{fact("p-a", "met", "p-b", schema.Asserted, "", ""), fact("p-a", "said", "s-1", schema.Asserted, "", "")})
	d := diagramOf(t, g, Options{})
	if tip := d.nodeTip(d.at["p-a"].node); len(d.cards) != 2 || tip != "Ada (Person)\n“No, never”" {
		t.Errorf("%d nodes, tooltip %q", len(d.cards), tip)
	}
	if d = diagramOf(t, g, Options{NoTooltips: true}); d.nodeTip(d.at["p-a"].node) != "" || d.nodeLink(d.at["p-a"].node) != "" {
		t.Error("a tooltip or a link that was not wanted")
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ doc, links, want string }{
		{"a.txt", "", "a.txt"}, {"news/a b.txt", "../", "../news/a%20b.txt"}, {"javascript:alert(1)", "", "./javascript:alert%281%29"}, {"//host/x", "", "/.//host/x"}, {"", "x/", ""},
	} {
		d := &Diagram{options: Options{Links: c.links}}
		if got := d.link(c.doc); got != c.want {
			t.Errorf("link of %q after %q: %q, want %q", c.doc, c.links, got, c.want)
		}
	}
}

func BenchmarkColumns(b *testing.B) {
	d := diagramOf(b, random(b, 3, 40, 70), Options{})
	b.ReportAllocs()
	for b.Loop() {
		d.InColumns()
	}
}
