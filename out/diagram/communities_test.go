package diagram

import (
	"fmt"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/figure/figuretest"
	"kg/schema"
)

// TestCommunities: two circles of people that one relation joins, and a pair
// apart.
func TestCommunities(t *testing.T) {
	var nodes []graph.Node
	var edges []graph.Edge
	person := func(id string) {
		nodes = append(nodes, graph.Node{ID: id, Type: "Person", Label: strings.ToUpper(id)})
	}
	for _, circle := range []string{"p-a", "p-b"} {
		for i := range 7 {
			person(fmt.Sprint(circle, i))
			for k := range i {
				edges = append(edges, fact(fmt.Sprint(circle, k), "met", fmt.Sprint(circle, i), schema.Asserted, "", ""))
			}
		}
	}
	person("p-x")
	person("p-y")
	edges = append(edges, fact("p-x", "met", "p-y", schema.Asserted, "", ""), fact("p-a3", "accused", "p-b4", schema.Asserted, "", ""))
	d := diagramOf(t, build(t, nodes, edges), Options{Communities: true})
	var got []string
	for _, k := range d.cards {
		got = append(got, k.node.Label+": "+strings.Join(k.list, ", "))
	}
	want := "P-A3: P-A0, P-A1, P-A2, P-A4, and 2 more\nP-B4: P-B0, P-B1, P-B2, P-B3, and 2 more"
	if strings.Join(got, "\n") != want || len(d.lines) != 1 || d.labelRows(d.lines[0])[0] != "1×" {
		t.Errorf("got\n%s\n%d lines", strings.Join(got, "\n"), len(d.lines))
	}
	if d.Layouts()[0] != "dot" {
		t.Errorf("laid out by %v", d.Layouts())
	}
	f := laid(t, d, "dot")
	for _, fault := range figuretest.Illegible(f) {
		t.Error(fault)
	}
	if !strings.Contains(svgOf(t, f), "the 2 largest communities among 16 entities") {
		t.Error("the picture does not say what it shows")
	}
	if s := dot(t, build(t, nodes, edges), Options{Communities: true}); !strings.Contains(s, `label="P-A3\nP-A0\nP-A1`) || !strings.Contains(s, `label="1×"`) {
		t.Error(s)
	}
}

// TestMap: a graph too large for nodes with names in them is a map, in which
// the names that are there lie on no other.
func TestMap(t *testing.T) {
	g := random(t, 5, 400, 700)
	d := diagramOf(t, g, Options{All: true})
	if !d.isMap() || d.Layouts()[0] != "sfdp" {
		t.Fatalf("%d nodes are laid out by %v", len(d.cards), d.Layouts())
	}
	f := laid(t, d, "sfdp")
	svg := svgOf(t, f)
	shown, all := d.Cut()
	if n := strings.Count(svg, `class="node `); n != shown || all != 400 || shown == all {
		t.Errorf("%d nodes, %d of %d said", n, shown, all)
	}
	if !strings.Contains(svg, fmt.Sprintf("%d of 400 entities: those with connections", shown)) {
		t.Error("the picture does not say what it leaves out")
	}
	named := strings.Count(svg, `class="label"`)
	if named < shown/4 {
		t.Errorf("%d of %d nodes have names", named, shown)
	}
	for _, fault := range figuretest.Illegible(f) {
		if strings.Contains(fault, " lies ") {
			t.Error(fault)
		}
	}
	if f.Width > 1700 || f.Height > 1700 {
		t.Errorf("%.0f by %.0f points", f.Width, f.Height)
	}
}
