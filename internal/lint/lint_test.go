package lint_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/lint"
	"kg/out"
	"kg/schema"
)

// ml is GraphML with keys and a body.
func ml(keys, body string) string {
	return "<graphml>\n" + keys + "\n<graph edgedefault=\"directed\">\n" + body + "\n</graph></graphml>"
}

const two = `<node id="a"/><node id="b"/>`

var cases = []struct {
	format, text string
	want         string // line, weight and rule of each finding, notes last
}{
	{"graphml", ml(`<key id="d0" for="node" attr.name="label" attr.type="string"/>`, two+`<edge source="a" target="b"/>`), ""},
	{"graphml", ml(`<key id="d0" for="edge" attr.name="Weight" attr.type="double"/>`, two), "2 lost case"},
	{"graphml", ml(`<key id="d0" for="edge" attr.name="Mood" attr.type="string"/>`, two), ""},
	{"graphml", ml(`<key id="d0" for="node" attr.name="when" attr.type="date"/>`, two), "2 refused type"},
	{"graphml", ml(`<key id="d0" for="node" attr.name="names" attr.type="liststring"/>`, two), "2 refused type"},
	{"graphml", ml(`<key id="d0" for="node" attr.name="age" attr.type="int"/>`, two), "2 lost cytoscape-type"},
	{"graphml", ml(`<key id="d0" for="node" attr.name="age"/>`, two), "2 lost no-type"},
	{"graphml", ml(`<key id="d0" for="graph" attr.name="title" attr.type="string"/>`, two), "2 lost for-graph"},
	{"graphml", ml(`<key id="d0" for="all" attr.name="label" attr.type="string"/>`, two), "2 lost for-all"},
	{"graphml", ml(`<key id="d0" for="node" attr.name="interval" attr.type="string"/>`, two), "2 lost time"},
	{"graphml", ml(`<key id="d0" for="edge" attr.name="weight" attr.type="double"><default>2</default></key>`, two), "2 lost default"},
	{"graphml", ml(`<key id="d0" for="node" attr.name="a" attr.type="string"/><key id="d0" for="node" attr.name="b" attr.type="string"/>`, two), "2 lost key-id"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="b"/><edge source="a" target="b"/>`), "5 lost parallel"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="b" label="x"/><edge source="a" target="b" label="x"/>`), "5 lost parallel-kind; 5 note kind"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="b" label="x"/><edge source="a" target="b" label="y"/>`), "5 note kind"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="b" directed="false"/>`), "5 refused mixed"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="b"/>`+"\n"+`<edge source="b" target="a" directed="false"/>`), "6 refused mixed; 6 refused mixed-pair"},
	{"graphml", ml(`<key id="w" for="edge" attr.name="weight" attr.type="double"/>`, two+"\n"+`<edge source="a" target="b"><data key="w">0</data></edge>`), "5 lost weight"},
	{"graphml", ml(`<key id="c" for="node" attr.name="color" attr.type="string"/>`, `<node id="a"><data key="c">255,0,0</data></node>`), "4 lost colour"},
	{"graphml", ml(``, `<node id="a"><data key="c">x</data></node>`), "4 refused undeclared"},
	{"graphml", ml(``, `<node id="a"/>`+"\n"+`<node id="a"/>`), "5 lost same-id"},
	{"graphml", ml(``, `<node id="a b"/>`), "4 note id-token"},
	{"graphml", ml(``, `<node/>`), "4 lost no-id"},
	{"graphml", ml(``, `<edge source="a" target="b"/>`+"\n"+two), "4 lost order"},
	{"graphml", ml(``, two+"\n"+`<edge source="a" target="c"/>`), "5 lost no-node"},
	{"graphml", ml(``, two+"\n"+`<edge id="e" source="a" target="b"/><edge id="e" source="b" target="a"/>`), "5 lost same-id"},
	{"graphml", "<graphml><graph>" + two + "</graph></graphml>", "1 lost edgedefault"},
	{"graphml", "<graphml>\n</graphml>", "1 refused no-graph"},
	{"graphml", "<graphml>\n<graph edgedefault='directed'>", "2 refused xml"},
	{"graphml", "<graphml>\n&nbsp;</graphml>", "2 refused xml"},
	{"gexf", `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed"><nodes><node id="a"/></nodes></graph></gexf>`, ""},
	{"gexf", `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes>` + "\n" + `<edges><edge source="a" target="b" type="undirected"/></edges></graph></gexf>`, "2 lost mixed"},
	{"gexf", `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes><node id="a"/><node id="b"/></nodes>` + "\n" + `<edges><edge source="a" target="b" weight="0"/></edges></graph></gexf>`, "2 lost weight"},
	{"gexf", `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a"><attvalues><attvalue for="x" value="1"/></attvalues></node></nodes></graph></gexf>`, "1 refused undeclared; 1 note version"},
	{"gexf", `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><attributes class="node"><attribute id="x" title="X" type="string"/></attributes>` + "\n" + `<attributes class="node" mode="dynamic"/></graph></gexf>`, "2 lost attributes"},
	{"gexf", `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes><node id="a"><nodes><node id="b" pid="a"/></nodes></node></nodes></graph></gexf>`, "1 refused pid; 1 lost nested"},
	{"gexf", `<gexf version="1.2"><graph/></gexf>`, "1 refused namespace"},
	{"dot", `digraph g { a -> b [label="x \" y", color="#aabbcc"]; subgraph cluster_1 { c; d } node [shape=box]; "e f" -> { a b } }`, "1 note subgraph"},
	{"dot", "graph {\n a -- b [weight=2] // comment\n # b\n}", ""},
	{"dot", "digraph {\n a -- b }", "2 refused arrow"},
	{"dot", "graph {\n a -> b }", "2 refused arrow"},
	{"dot", "digraph {\n a -> b [label=\"says \"no\"\"] }", "2 refused syntax"},
	{"dot", "digraph {\n a [label=\"x] }", "2 refused syntax"},
	{"dot", "digraph {\n a-b -> c }", "2 refused syntax"},
	{"dot", "digraph {\n a -> b\n", "3 refused syntax"},
	{"dot", "digraph {\n a [label=<b<i>x</i>] }", "2 refused html"},
	{"dot", "strict digraph {\n a -> b\n a -> b }", "3 lost strict-edge; 1 note strict"},
	{"dot", "digraph {\n a [color=\"#abc\", label=\"\"] }", "2 lost colour; 2 lost empty-label"},
	{"dot", "digraph {\n a [label=\"\xff\"] }", "2 refused utf-8"},
	{"dot", "digraf {}", "1 refused syntax"},
}

func TestCheck(t *testing.T) {
	for _, c := range cases {
		var got []string
		for _, f := range lint.Check(c.format, []byte(c.text)) {
			got = append(got, fmt.Sprintf("%d %s %s", f.Line, f.Weight, f.Rule))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

func TestAlikeIsOne(t *testing.T) {
	found := lint.Check("graphml", []byte(ml(``, two+strings.Repeat("\n<edge source='a' target='b'/>", 10))))
	if len(found) != 1 || found[0].Line != 6 || found[0].More != 8 {
		t.Errorf("got %+v", found)
	}
}

func TestGuess(t *testing.T) {
	for _, c := range cases {
		if got := lint.Guess([]byte(c.text)); got != c.format && c.text != "digraf {}" && !strings.Contains(c.text, "label=<") {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
	if got := lint.Guess([]byte("hello")); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestOurOwn: what kg writes is refused by nobody and loses nothing.
func TestOurOwn(t *testing.T) {
	says := func(from, relation, to, text string) graph.Edge {
		return graph.Edge{From: from, To: to, Relation: relation, Modality: schema.Asserted, Date: "2025-03-02", Confidence: 0.5, Rule: "r",
			Evidence: []graph.Evidence{{Doc: "a.txt", End: len(text), Text: text, Rule: "r"}}}
	}
	g, err := graph.New([]graph.Node{{ID: "p-a", Type: "Person", Label: `A "<&> b`, Aliases: []string{"x"}}, {ID: "p-b", Type: "Person", Label: "two\nlines"}},
		[]graph.Edge{says("p-a", "met", "p-b", "x"), says("p-a", "supported", "p-b", "y"), says("p-b", "supported", "p-b", "z")})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"graphml", "gexf", "dot"} {
		f, _ := out.Lookup(name)
		var b bytes.Buffer
		if err := f.Write(&b, g, out.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, found := range lint.Check(name, b.Bytes()) {
			if found.Weight != lint.Note {
				t.Errorf("%s: %+v", name, found)
			}
		}
	}
}

// script has networkx read files, and prints which it could not.
const script = `
import sys, networkx as nx
for name in sys.argv[1:]:
    try:
        (nx.read_gexf if name.endswith("gexf") else nx.read_graphml)(name)
        print("read")
    except Exception as error:
        print("refused", repr(error).replace("\\n", " "))
`

// TestProgramsAgree has networkx and dot read the files that they are said to
// refuse, and those without a finding.
func TestProgramsAgree(t *testing.T) {
	folder := t.TempDir()
	var files []string
	for i, c := range cases {
		files = append(files, filepath.Join(folder, fmt.Sprintf("%d.%s", i, c.format)))
		if err := os.WriteFile(files[i], []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := byNetworkx(files)
	dot, err := exec.LookPath("dot")
	if len(read) == 0 && err != nil {
		t.Skip("neither networkx nor dot is there")
	}
	for i, c := range cases {
		reader := "networkx"
		switch {
		case c.format == "dot" && dot != "" && !strings.Contains(c.text, "\xff"): // dot guesses the letters
			reader = "Graphviz"
			read[files[i]] = "read"
			if output, err := exec.Command(dot, "-Tdot", "-o", os.DevNull, files[i]).CombinedOutput(); err != nil {
				read[files[i]] = string(output)
			}
		case read[files[i]] == "":
			continue
		}
		found := lint.Check(c.format, []byte(c.text))
		refused := slices.ContainsFunc(found, func(f lint.Finding) bool {
			return f.Weight == lint.Refused && (strings.Contains(f.Readers, reader) || f.Readers == "all")
		})
		if said := read[files[i]]; refused && said == "read" || len(found) == 0 && said != "read" {
			t.Errorf("%s: %s; called refused: %v\n%s", reader, said, refused, c.text)
		}
	}
}

// byNetworkx returns what networkx says of files, nothing if it is not there.
func byNetworkx(files []string) map[string]string {
	out := map[string]string{}
	files = slices.DeleteFunc(slices.Clone(files), func(f string) bool { return strings.HasSuffix(f, ".dot") })
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		output, err := exec.Command(python, append([]string{"-c", script}, files...)...).Output()
		if lines := strings.Split(strings.TrimSpace(string(output)), "\n"); err == nil && len(lines) == len(files) {
			for i, f := range files {
				out[f] = lines[i]
			}
			break
		}
	}
	return out
}

func FuzzCheck(f *testing.F) {
	for _, c := range cases {
		f.Add(c.format, []byte(c.text))
	}
	f.Fuzz(func(t *testing.T, format string, data []byte) {
		for _, found := range lint.Check(format, data) {
			if found.Line < 1 || found.Line > bytes.Count(data, []byte("\n"))+1 || found.Text == "" || found.Readers == "" {
				t.Errorf("%+v", found)
			}
		}
	})
}
