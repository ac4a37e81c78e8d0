package diagram

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/figure"
	"kg/internal/figure/figuretest"
	"kg/internal/graphviz"
	"kg/schema"
)

// torture are labels that break layouts.
var torture = []string{
	"", " ", `He said "no" & left <b>`, strings.Repeat("interminable ", 60), strings.Repeat("x", 10000), "日本国外務大臣政務官秘書室長代理補佐",
	"وزارة الخارجية", "\u202eabc\u202c לשכת ראש הממשלה", "👩‍👩‍👧‍👦 🇳🇴", "line\nbreak\ttab\x00\x1b", "Кабинет министров Украины", `\N \G \l`, "]]>-->", "a|b{c}d", "&amp; &#60;",
}

// tortured is a graph with labels that break layouts, parallel edges, self-loops
// and both directions.
func tortured(t testing.TB) *graph.Graph {
	t.Helper()
	var nodes []graph.Node
	var edges []graph.Edge
	types := []string{"Person", "Meeting", "Proposal", "Country", "Delegation", "Organization"}
	for i, label := range torture {
		nodes = append(nodes, graph.Node{ID: fmt.Sprintf("n-%02d", i), Type: types[i%len(types)], Label: label + string(rune('a'+i)), Date: map[bool]string{true: "2025-03-02"}[i%6 == 1]})
	}
	for i := range nodes {
		for k := range nodes {
			if r := relationOf(nodes[i].Type, nodes[k].Type, i+k); r != "" && (i+2*k)%3 == 0 {
				edges = append(edges, fact(nodes[i].ID, r, nodes[k].ID, schema.Modality(1+(i+k)%4), "", torture[(i*k)%len(torture)]))
			}
		}
	}
	return build(t, nodes, edges)
}

func build(t testing.TB, nodes []graph.Node, edges []graph.Edge) *graph.Graph {
	t.Helper()
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// relationOf returns one of the relations that may lead from a type to another,
// empty if none may.
func relationOf(from, to string, pick int) string {
	s, err := schema.Load()
	if err != nil {
		panic(err)
	}
	var fit []string
	for _, r := range s.Relations() {
		if s.Check(r.Name, from, to) == nil && !r.Aside {
			fit = append(fit, r.Name)
		}
	}
	if len(fit) == 0 {
		return ""
	}
	return fit[pick%len(fit)]
}

// random is a graph of n nodes and about m edges.
func random(t testing.TB, seed uint64, n, m int) *graph.Graph {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	types := []string{"Person", "Person", "Person", "Organization", "Country", "Delegation", "Meeting", "Meeting", "Proposal", "Place", "Event"}
	var nodes []graph.Node
	for i := range n {
		words := []string{"Ada", "Novak", "council", "of", "Norland", "peace", "talks", "twelve-point", "plan", "Ostravia"}
		label := fmt.Sprintf("%s %s %d", words[r.IntN(len(words))], words[r.IntN(len(words))], i)
		nodes = append(nodes, graph.Node{ID: fmt.Sprintf("n-%04d", i), Type: types[r.IntN(len(types))], Label: label})
	}
	var edges []graph.Edge
	seen := map[string]bool{}
	for range 20 * m {
		a := r.IntN(n)
		b := min(r.IntN(n), r.IntN(n))
		rel := relationOf(nodes[a].Type, nodes[b].Type, r.IntN(99))
		if key := fmt.Sprint(a, b, rel); a != b && rel != "" && !seen[key] {
			seen[key] = true
			edges = append(edges, fact(nodes[a].ID, rel, nodes[b].ID, schema.Modality(1+r.IntN(10)/7), "", ""))
		}
		if len(edges) == m {
			break
		}
	}
	return build(t, nodes, edges)
}

func diagramOf(t testing.TB, g *graph.Graph, o Options) *Diagram {
	t.Helper()
	d, err := New(g, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// laid returns the picture of a diagram in a layout.
func laid(t testing.TB, d *Diagram, engine string) *figure.Figure {
	t.Helper()
	if engine == Columns {
		return d.InColumns()
	}
	data, err := graphviz.Layout(t.Context(), d.Plan(engine), engine)
	if err != nil {
		t.Fatal(err)
	}
	f, err := d.Figure(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func graphs(t testing.TB) map[string]*graph.Graph {
	out := map[string]*graph.Graph{"summit": summit(t), "torture": tortured(t), "star": star(t, 20)}
	for seed := range uint64(12) {
		out[fmt.Sprint("random ", seed)] = random(t, seed, 12+int(seed)*5, 16+int(seed)*9)
	}
	return out
}

// TestColumnsAreLegible: no text lies on another, none leaves its node, and no
// line goes through a text of a node or a label.
func TestColumnsAreLegible(t *testing.T) {
	for name, g := range graphs(t) {
		for _, o := range []Options{{}, {Theme: "dark", Title: "A title", NoLegend: true}, {All: true}} {
			f := diagramOf(t, g, o).InColumns()
			for _, fault := range append(figuretest.Illegible(f), figuretest.Labels(f)...) {
				t.Errorf("%s, %+v: %.200s", name, o, fault)
			}
		}
	}
}

// TestGraphvizIsLegible: the same, but that lines may go under labels.
func TestGraphvizIsLegible(t *testing.T) {
	for name, g := range graphs(t) {
		d := diagramOf(t, g, Options{})
		for _, fault := range figuretest.Illegible(laid(t, d, "dot")) {
			t.Errorf("%s: %.200s", name, fault)
		}
	}
}

// TestDebianDotAcceptsAll runs Graphviz' own program, where it is.
func TestDebianDotAcceptsAll(t *testing.T) {
	program, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("Graphviz is not installed")
	}
	for name, g := range graphs(t) {
		for _, o := range []Options{{}, {All: true, Theme: "dark"}} {
			d := diagramOf(t, g, o)
			var source bytes.Buffer
			if err := d.DOT(&source); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(program, "-Tcanon")
			cmd.Stdin = &source
			if talk, err := cmd.CombinedOutput(); err != nil || bytes.Contains(talk, []byte("Warning")) || bytes.Contains(talk, []byte("Error")) {
				t.Errorf("%s: %v: %.300s", name, err, talk)
			}
		}
	}
}

// TestPicturesAreTheSame: layouts take nothing from maps or clocks. Those of sfdp
// are the same from process to process only: it draws random numbers from a
// source that one process shares.
func TestPicturesAreTheSame(t *testing.T) {
	for _, engine := range []string{Columns, "dot"} {
		var first []byte
		for range 3 {
			var b bytes.Buffer
			if err := figure.WriteSVG(&b, laid(t, diagramOf(t, random(t, 7, 40, 60), Options{}), engine)); err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = b.Bytes()
			}
			if !bytes.Equal(first, b.Bytes()) {
				t.Fatalf("%s: another picture of the same graph", engine)
			}
		}
	}
}

// TestTimelineIsLegible: no text lies on another, whatever the texts.
func TestTimelineIsLegible(t *testing.T) {
	for name, g := range graphs(t) {
		for _, o := range []Options{{}, {Theme: "dark", Title: strings.Repeat("A long title ", 30), NoLegend: true}, {All: true}, {Max: 3}} {
			l, err := NewTimeline(g, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range figuretest.Illegible(l.Figure()) {
				t.Errorf("%s, %+v: %.200s", name, o, fault)
			}
		}
	}
}

// FuzzPictures: whatever names and readings hold, the picture is legible and
// reads back as it was written.
func FuzzPictures(f *testing.F) {
	for i, s := range torture {
		f.Add(s, torture[(i+5)%len(torture)])
	}
	f.Fuzz(func(t *testing.T, name, role string) {
		name, role = strings.ToValidUTF8(name, "?"), strings.ToValidUTF8(role, "?")
		g := build(t, []graph.Node{{ID: "p-a", Type: "Person", Label: name + "a"}, {ID: "c-n", Type: "Country", Label: role + "b"}, {ID: "m-t", Type: "Meeting", Label: name + role + "c", Date: "2025-03"}},
			[]graph.Edge{fact("p-a", "holds_role", "c-n", schema.Asserted, "", role), fact("p-a", "participated_in", "m-t", schema.Denied, "", role), fact("p-a", "accused", "c-n", schema.Planned, "2024", name)})
		d := diagramOf(t, g, Options{Title: name, Links: role})
		l, err := NewTimeline(g, Options{Title: role})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []*figure.Figure{d.InColumns(), l.Figure()} {
			for _, fault := range append(figuretest.Illegible(p), figuretest.Labels(p)...) {
				t.Errorf("%.200s", fault)
			}
			var b, again bytes.Buffer
			if err := figure.WriteSVG(&b, p); err != nil {
				t.Fatal(err)
			}
			read, err := figure.ReadSVG(bytes.NewReader(b.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			if err := figure.WriteSVG(&again, read); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("reads back otherwise: %v", err)
			}
		}
	})
}
