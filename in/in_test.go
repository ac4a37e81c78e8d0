package in_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"kg/graph"
	"kg/in"
	"kg/out"
	"kg/schema"
)

// parts keeps what is read.
type parts struct {
	nodes []graph.Node
	edges []graph.Edge
}

func (p *parts) Node(n *graph.Node) { p.nodes = append(p.nodes, *n) }
func (p *parts) Edge(e *graph.Edge) { p.edges = append(p.edges, *e) }

func read(format string, o in.Options, files ...in.File) (*graph.Graph, error) {
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	var p parts
	if err := in.Read(format, files, s, o, &p); err != nil {
		return nil, err
	}
	return graph.New(p.nodes, p.edges)
}

// awkward makes a graph whose texts try what formats can hold. One pair of
// nodes has one edge of a relation and modality, as formats for Gephi merge
// others.
func awkward(rng *rand.Rand) (*graph.Graph, error) {
	texts := []string{"Ana Gil", "a|b", `"quoted", comma; semicolon`, "<tag> & amp", "two\nlines", "Ä 数 😀", "=1+1", "x"}
	pick := func() string { return texts[rng.IntN(len(texts))] }
	var nodes []graph.Node
	for i := range 8 {
		nodes = append(nodes, graph.Node{ID: fmt.Sprintf("p-%d", i), Type: "Person", Label: pick(), Aliases: []string{"Gil " + fmt.Sprint(i), strings.ReplaceAll(pick(), "|", "¦")},
			Date: []string{"", "2025-03"}[rng.IntN(2)], Text: []string{"", pick()}[rng.IntN(2)]})
	}
	var edges []graph.Edge
	for i := range nodes {
		for k := range i {
			if rng.IntN(2) == 0 {
				continue
			}
			text := pick()
			edges = append(edges, graph.Edge{From: nodes[k].ID, To: nodes[i].ID, Relation: []string{"met", "supported"}[rng.IntN(2)], Modality: schema.Modality(1 + rng.IntN(4)),
				Date: []string{"", "2025-03-02", "2025-01/2025-02"}[rng.IntN(3)], Role: []string{"", "chair & host"}[rng.IntN(2)], Claimed: []string{"", "p-0"}[rng.IntN(2)],
				Confidence: float64(rng.IntN(5)) / 4, Rule: "r.s", Evidence: []graph.Evidence{
					{Doc: "a b.txt", Start: 3, End: 3 + len(text), Text: text, Date: "2025-03-03", Rule: "r.s"}, {Doc: "c.txt", Start: 0, End: 1, Text: "x", Rule: "t", Copy: "a b.txt"}}})
		}
	}
	return graph.New(nodes, edges)
}

// TestWhatIsWrittenComesBack writes graphs in every format that is read here
// and reads them again.
func TestWhatIsWrittenComesBack(t *testing.T) {
	for seed := range uint64(30) {
		g, err := awkward(rand.New(rand.NewPCG(seed, 1)))
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"graphml", "graphml strict", "graphml yed", "gexf", "csv"} {
			files, err := written(g, format)
			if err != nil {
				t.Fatal(err)
			}
			name, _, _ := strings.Cut(format, " ")
			back, err := read(name, in.Options{}, files...)
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, format, err)
			}
			if !reflect.DeepEqual(back.Nodes(), g.Nodes()) {
				t.Fatalf("seed %d, %s:\n%+v\nwant\n%+v", seed, format, back.Nodes(), g.Nodes())
			}
			for i, want := range g.Edges() {
				if got := back.Edges()[i]; !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d, %s:\n%+v\nwant\n%+v", seed, format, got, want)
				}
			}
		}
	}
}

func written(g *graph.Graph, format string) ([]in.File, error) {
	name, profile, _ := strings.Cut(format, " ")
	f, _ := out.Lookup(name)
	var files []in.File
	if name == "csv" {
		buffers := []*bytes.Buffer{}
		err := f.Files(func(name string) (io.Writer, error) {
			buffers = append(buffers, &bytes.Buffer{})
			files = append(files, in.File{Name: name})
			return buffers[len(buffers)-1], nil
		}, g)
		for i := range files {
			files[i].Data = buffers[i].Bytes()
		}
		return files, err
	}
	var b bytes.Buffer
	err := f.Write(&b, g, out.Options{Profile: profile})
	return []in.File{{Name: "g." + name, Data: b.Bytes()}}, err
}

// An edge drawn by hand has the bytes of its element as evidence.
func TestEditedInGephi(t *testing.T) {
	text := `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" mode="static">
<attributes class="node" mode="static"><attribute id="type" title="type" type="string"/></attributes>
<nodes><node id="0" label="Ana Gil"><attvalues><attvalue for="type" value="person"/></attvalues></node>
<node id="node 1" label="Karl Lund"><attvalues><attvalue for="type" value="Person"/></attvalues></node></nodes>
<edges><edge id="0" source="0" target="node 1" kind="met (planned)" weight="1.0"><spells><spell start="2025-03-02" end="2025-03-04"/></spells></edge></edges>
</graph></gexf>`
	g, err := read("gexf", in.Options{}, in.File{Name: "g.gexf", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	e := g.Edges()[0]
	if e.From != "0" || e.To != "p-karl-lund" || e.Relation != "met" || e.Modality != schema.Planned || e.Date != "2025-03-02/2025-03-04" || e.Confidence != 1 {
		t.Errorf("got %+v", e)
	}
	if x := e.Evidence[0]; text[x.Start:x.End] != x.Text || !strings.HasPrefix(x.Text, `<edge id="0"`) || !strings.HasSuffix(x.Text, "</edge>") {
		t.Errorf("evidence %+v", x)
	}
}

func TestOthers(t *testing.T) {
	for _, c := range []struct {
		name, format string
		options      in.Options
		text         string
		want         string // nodes, then edges
	}{
		{"networkx", "graphml", in.Options{Type: "Person", Relation: "met"}, `<graphml><key id="d0" for="node" attr.name="label" attr.type="string"/><graph edgedefault="undirected">
<node id="1"><data key="d0">A</data></node><node id="2"/><edge source="1" target="2"/></graph></graphml>`, "1 Person A; 2 Person 2; 1 met 2 asserted"},
		{"yEd", "graphml", in.Options{Type: "Country"}, `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d5" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/><graph edgedefault="directed">
<node id="n0"><data key="d5"><y:ShapeNode><y:NodeLabel>Peru</y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
<edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel> supported </y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>`, "n0 Country Peru; n1 Country n1; n0 supported n1 asserted"},
		{"Gephi's table", "csv", in.Options{Type: "Person"}, "Source;Target;Type;Id;Label;Weight\r\nA;B;Directed;0;met;1.0\r\n", "A Person A; B Person B; A met B asserted"},
		{"facts", "facts", in.Options{}, `{"subject": {"name": "Ana Gil", "type": "Person"}, "relation": "met", "object": {"name": "Peru", "type": "Country"}, "modality": "denied", "evidence": [{"doc": "a", "text": "No."}]}
{"subject": {"name": "ANA GIL", "type": "Person", "aliases": ["Gil"]}, "relation": "met", "object": {"id": "p-x", "name": "Lund", "type": "Person"}, "evidence": [{"doc": "a", "start": 9, "end": 12, "text": "Yes"}]}`,
			"c-peru Country Peru; p-ana-gil Person Ana Gil; p-x Person Lund; c-peru met p-ana-gil denied; p-ana-gil met p-x asserted"},
	} {
		g, err := read(c.format, c.options, in.File{Name: "f", Data: []byte(c.text)})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, n := range g.Nodes() {
			got = append(got, n.ID+" "+n.Type+" "+n.Label)
		}
		for _, e := range g.Edges() {
			got = append(got, fmt.Sprint(e.From, " ", e.Relation, " ", e.To, " ", e.Modality))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestErrorsSayWhere(t *testing.T) {
	for _, c := range []struct{ format, text, want string }{
		{"graphml", "<graphml>\n<graph><node id='a'/></graph></graphml>", `f:2: node "a": unknown type ""; known: Person,`},
		{"graphml", "<graphml><graph>\n\n<edge source='a' target='b'/></graph></graphml>", `f:3: edge from "a" to "b": no node of that id`},
		{"graphml", "<graphml>\n<graph></graphml>", `f:2: not XML: `},
		{"graphml", "hello", `f:1: not XML: `},
		{"gexf", "<gexf><graph><nodes><node id='a' label='A'/>\n<node id='a'/></nodes></graph></gexf>", `f:1: node "A": unknown type`},
		{"csv", "a,b\n1,2\n", `f:1: no table of nodes (id), edges (source, target) or evidence (edge, doc, text): it has the columns a, b`},
		{"csv", "id,type\na,Person\na,Person\n", `f:3: node "a": another node has the same id`},
		{"csv", "id,type\na,Person\n\"", `f:3: `},
		{"csv", "id,type\na,Person,x\n", `f:2: `},
		{"facts", "\n{}", `f:2: no fact: it has no subject or no object`},
		{"facts", `{"subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}, "relation": "met"}`, `f:1: no evidence`},
		{"facts", `{"subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}, "relation": "mett", "evidence": [{"doc":"a","text":"b"}]}`, `f:1: edge from `},
		{"facts", `{"subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}, "relation": "met", "evidence": [{"doc":"a","text":"b","end":7}]}`, `f:1: evidence: "a" from byte 0 is not a text of 1 bytes`},
		{"graphml", "<html>\n</html>", `f:2: there is no <graph> in it`},
		{"gexf", "<html/>", `f:1: there is no <graph> in it`},
		{"csv", "edge,doc,text,start,end\ne1,d,x,0,1\n", `f:2: evidence of the edge "e1", but no table has`},
		{"csv", "edge,doc,text,start,end\ne1,d,x,9223372036854775807,-9223372036854775808\n", `f:2: evidence "d" from `},
		{"facts", `{"subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}, "relation": "met", "evidence": [{"doc":"a","text":"b"}]} {}`, `f:1: no fact: more follows it on its line`},
		{"facts", `{"subject": {"name": ""}, "object": {"name": "B", "type": "Person"}, "relation": "met", "evidence": [{"doc":"a","text":"b"}]}`, "f:1: an entity without a name"},
		{"facts", `{"subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}, "relation": "met", "evidence": {"doc":"a"}}`, `f:1: evidence: no JSON array of places: object is not what belongs here`},
		{"facts", `[]`, `f:1: no fact: array is not what belongs here`},
		{"facts", `{"confidence": 1e999}`, `f:1: no fact: number 1e999 is not what "Confidence" holds`},
		{"facts", `{"who": 1}`, `f:1: no fact: json: unknown field "who"`},
	} {
		if _, err := read(c.format, in.Options{}, in.File{Name: "f", Data: []byte(c.text)}); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %q\ngot  %v\nwant %s", c.format, c.text, err, c.want)
		}
	}
}

// FuzzRead: whatever the bytes, there is no panic, and an error says the file
// and a line of it.
func FuzzRead(f *testing.F) {
	g, err := awkward(rand.New(rand.NewPCG(1, 1)))
	if err != nil {
		f.Fatal(err)
	}
	for i, format := range []string{"graphml", "gexf", "csv"} {
		files, err := written(g, format)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range files {
			f.Add(i, x.Data[:min(len(x.Data), 3000)])
		}
	}
	f.Add(3, []byte(`{"subject": {"name": "A", "type": "Person"}, "object": {"id": "B"}, "relation": "met", "evidence": [{}]}`))
	f.Fuzz(func(t *testing.T, i int, data []byte) {
		s, err := schema.Load()
		if err != nil {
			t.Fatal(err)
		}
		var p parts
		all := in.Formats()
		err = in.Read(all[(i%len(all)+len(all))%len(all)].Name, []in.File{{Name: "f", Data: data}}, s, in.Options{Type: "Person", Relation: "met"}, &p)
		if err == nil {
			return
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			var n int
			if _, err := fmt.Sscanf(line, "f:%d: ", &n); err == nil && (n < 1 || n > bytes.Count(data, []byte("\n"))+1) {
				t.Errorf("%q is outside", line)
			}
		}
		if !strings.HasPrefix(err.Error(), "f:") || len(p.nodes)+len(p.edges) > 0 {
			t.Errorf("%v, and %d nodes", err, len(p.nodes))
		}
	})
}

// TestFoldedEdgesComeApart: edges that GraphML and GEXF hold as one are again
// what they were, each with its own date, role, claimant, rule and evidence.
func TestFoldedEdgesComeApart(t *testing.T) {
	edge := func(date, role, claimed, rule string, confidence float64, texts ...string) graph.Edge {
		e := graph.Edge{From: "p-a", To: "o-b", Relation: "holds_role", Modality: schema.Asserted, Date: date, Role: role, Claimed: claimed, Rule: rule, Confidence: confidence}
		for _, text := range texts {
			e.Evidence = append(e.Evidence, graph.Evidence{Doc: "d.txt", End: len(text), Text: text, Rule: rule})
		}
		return e
	}
	g, err := graph.New([]graph.Node{{ID: "p-a", Type: "Person", Label: "A"}, {ID: "o-b", Type: "Organization", Label: "B"}}, []graph.Edge{
		edge("", "", "", "r1", 0.5, "one"), edge("2025", "envoy", "", "r2", 0.75, "two!", "three"), edge("2025", "envoy", "o-b", "r3", 0.25, "four!!!"), edge("2026", "chief", "", "r1", 1, "one")})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"graphml", "graphml yed", "gexf"} {
		files, err := written(g, format)
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(format, " ")
		back, err := read(name, in.Options{}, files...)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back.Edges(), g.Edges()) {
			t.Errorf("%s: %+v\nwant %+v", format, back.Edges(), g.Edges())
		}
	}
}

// TestReadingIsLinear: what stands between elements is not gathered. (It was: a
// file of 100,000 edges without data took minutes.)
func TestReadingIsLinear(t *testing.T) {
	var b strings.Builder
	b.WriteString("<graphml><graph edgedefault='directed'>\n")
	const n = 10_000
	for i := range n {
		fmt.Fprintf(&b, "    <node id='n%d'/>\n", i)
	}
	b.WriteString("</graph></graphml>")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := read("graphml", in.Options{Type: "Person"}, in.File{Name: "f", Data: []byte(b.String())}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if spent := after.TotalAlloc - before.TotalAlloc; spent > n*15_000 {
		t.Errorf("%d bytes for %d nodes", spent, n)
	}
}
