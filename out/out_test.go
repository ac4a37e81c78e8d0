package out

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

var update = flag.Bool("update", false, "accept the output as the golden files")

// talks is a small graph with two edges between a pair, all modalities and
// names that every format must escape.
func talks(t testing.TB) *graph.Graph {
	t.Helper()
	nodes := []graph.Node{
		{ID: "p-ada-novak", Type: "Person", Label: "Ada Novak", Aliases: []string{"Novak", "Minister Ada Novak"}},
		{ID: "p-bo-lind", Type: "Person", Label: `Bo "The Fox" Lind`, Aliases: []string{"Lind|Fox"}},
		{ID: "d-novak", Type: "Delegation", Label: "Norlandian delegation & <aides>"},
		{ID: "m-talks-2025-11-30", Type: "Meeting", Label: "talks in Geneva", Date: "2025-11-30"},
		{ID: "l-geneva", Type: "Place", Label: "Geneva"},
		{ID: "s-no", Type: "Statement", Label: "We are\nnot done", Text: "We are\nnot done — “yet”."},
	}
	fact := func(from, relation, to string, m schema.Modality, date, role string) graph.Edge {
		text := "Ada “Novak” said it & left."
		return graph.Edge{From: from, Relation: relation, To: to, Modality: m, Date: date, Role: role, Confidence: 0.75, Rule: "rule-" + relation,
			Evidence: []graph.Evidence{{Doc: "geneva.txt", Start: 3, End: 3 + len(text), Text: text, Date: "2025-12-01", Rule: "rule-" + relation}}}
	}
	g, err := graph.New(nodes, []graph.Edge{
		fact("p-ada-novak", "led", "d-novak", schema.Asserted, "", ""),
		fact("p-ada-novak", "member_of", "d-novak", schema.Asserted, "", ""),
		fact("p-ada-novak", "met", "p-bo-lind", schema.Planned, "2025-12-03", ""),
		fact("p-ada-novak", "met", "p-bo-lind", schema.Planned, "2025-12-09", ""),
		fact("p-bo-lind", "family_of", "p-ada-novak", schema.Denied, "", "brother"),
		fact("d-novak", "participated_in", "m-talks-2025-11-30", schema.Possible, "2025-11-30", ""),
		fact("m-talks-2025-11-30", "held_in", "l-geneva", schema.Asserted, "", ""),
		fact("p-ada-novak", "said", "s-no", schema.Asserted, "", ""),
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func empty(t testing.TB) *graph.Graph {
	g, err := graph.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		if f.Picture {
			continue
		}
		for _, profile := range append([]string{""}, f.Profiles...) {
			golden(t, f, profile, "talks", talks(t))
			if profile == "" {
				golden(t, f, profile, "empty", empty(t))
			}
		}
	}
}

// golden compares what a format gives of a graph with testdata. Files of a
// folder stand in one, one after another.
func golden(t *testing.T, f Format, profile, name string, g *graph.Graph) {
	t.Helper()
	var b bytes.Buffer
	if f.Write != nil {
		if err := f.Write(&b, g, Options{Profile: profile}); err != nil {
			t.Fatal(err)
		}
	}
	if f.Files != nil {
		err := f.Files(func(name string) (io.Writer, error) { b.WriteString("-- " + name + " --\n"); return &b, nil }, g)
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join("testdata", strings.TrimSuffix(name+"-"+profile, "-")+"."+f.Name)
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s is not what was accepted; see the difference after go test -update\n%s", file, b.Bytes())
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	for _, f := range Formats() {
		if f.Write != nil && f.Write(failing{}, talks(t), Options{}) == nil {
			t.Errorf("%s: no error from a full disk", f.Name)
		}
		if f.Files != nil && (f.Files(func(string) (io.Writer, error) { return failing{}, nil }, talks(t)) == nil || Zip(failing{}, talks(t), f) == nil) {
			t.Errorf("%s: no error from a full disk", f.Name)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestLookup(t *testing.T) {
	if f, ok := Lookup("json"); !ok || f.Name != "json" {
		t.Errorf("Lookup(json) = %v, %v", f, ok)
	}
	if _, ok := Lookup("bmp"); ok {
		t.Error("there is a bmp")
	}
}

// graphmlFile is what a reader takes from GraphML.
type graphmlFile struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Nodes []graphmlItem `xml:"graph>node"`
	Edges []graphmlItem `xml:"graph>edge"`
}

type graphmlItem struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Label  string `xml:"label,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func (f *graphmlFile) get(item graphmlItem, name string) string {
	for _, d := range item.Data {
		for _, k := range f.Keys {
			if k.ID == d.Key && k.Name == name {
				return d.Value
			}
		}
	}
	return ""
}

func readGraphML(t *testing.T, g *graph.Graph) graphmlFile {
	t.Helper()
	var b bytes.Buffer
	if err := GraphML(&b, g); err != nil {
		t.Fatal(err)
	}
	var f graphmlFile
	if err := xml.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return f
}

func TestGraphMLFoldsEdges(t *testing.T) {
	f := readGraphML(t, talks(t))
	for _, e := range f.Edges {
		if f.get(e, "relation") != e.Label {
			t.Errorf("edge %s: relation %q, label %q", e.ID, f.get(e, "relation"), e.Label)
		}
		if e.Label != "met" {
			continue
		}
		if got := f.get(e, "date"); got != "2025-12-03|2025-12-09" {
			t.Errorf("dates %q", got)
		}
		var evidence []jsonEvidence
		if err := json.Unmarshal([]byte(f.get(e, "evidence")), &evidence); err != nil || len(evidence) != 2 {
			t.Errorf("evidence %v, %v", evidence, err)
		}
		if f.get(e, "weight") != "2" {
			t.Errorf("weight %q", f.get(e, "weight"))
		}
	}
	if len(f.Edges) != 7 {
		t.Errorf("%d edges, want 7", len(f.Edges))
	}
}

func FuzzGraphMLAndJSONDecode(f *testing.F) {
	for _, s := range []string{`"`, "a & b <c>", "line\nbreak\r\ttab", "\x00\x1b", "\u202eright to left", "]]>", "日本語 🙂", "\uFFFE", "a|b", " "} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, label, sentence string) {
		label, sentence = strings.ToValidUTF8(label, "?")+".", strings.ToValidUTF8(sentence, "?")+"."
		nodes := []graph.Node{{ID: "p-a", Type: "Person", Label: label}, {ID: "s-b", Type: "Statement", Label: label, Text: sentence}}
		g, err := graph.New(nodes, []graph.Edge{{From: "p-a", To: "s-b", Relation: "said", Modality: schema.Asserted, Role: label, Confidence: 1,
			Evidence: []graph.Evidence{{Doc: sentence, End: len(sentence), Text: sentence}}}})
		if err != nil {
			t.Fatal(err)
		}
		checkGraphML(t, g, label, sentence)
		checkJSON(t, g, label, sentence)
	})
}

func checkGraphML(t *testing.T, g *graph.Graph, label, sentence string) {
	x := readGraphML(t, g)
	strip := func(s string) string { return strings.Map(xmlRune, s) }
	if len(x.Nodes) != 2 || x.get(x.Nodes[0], "label") != strip(label) || x.get(x.Nodes[1], "text") != strip(sentence) {
		t.Errorf("nodes %+v of %q, %q", x.Nodes, label, sentence)
	}
	if got := x.get(x.Edges[0], "role"); got != strings.ReplaceAll(strip(label), "|", "¦") {
		t.Errorf("role %q of %q", got, label)
	}
	var evidence []jsonEvidence
	if err := json.Unmarshal([]byte(x.get(x.Edges[0], "evidence")), &evidence); err != nil {
		t.Fatal(err)
	}
	if strip(evidence[0].Text) != strip(sentence) || strip(evidence[0].Doc) != strip(sentence) {
		t.Errorf("evidence %+v of %q", evidence, sentence)
	}
}

func checkJSON(t *testing.T, g *graph.Graph, label, sentence string) {
	var b bytes.Buffer
	if err := JSON(&b, g); err != nil {
		t.Fatal(err)
	}
	var f struct {
		Graph struct {
			Nodes map[string]jsonNode
			Edges []jsonEdge
		}
	}
	if err := json.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	if f.Graph.Nodes["p-a"].Label != label || f.Graph.Edges[0].Metadata.Evidence[0].Text != sentence {
		t.Errorf("%s of %q, %q", b.Bytes(), label, sentence)
	}
}

// TestReadmeListsFormats: the table of README is that of Formats.
func TestReadmeListsFormats(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, f := range Formats() {
		name := "`" + f.Name + "`"
		for _, p := range f.Profiles {
			name += ", `--profile " + p + "`"
		}
		want.WriteString("| " + name + " | " + f.About + " | " + f.Keeps + " | " + f.Readers + " |\n")
	}
	if !strings.Contains(string(readme), "\n| --- | --- | --- | --- |\n"+want.String()) {
		t.Errorf("README.md should have the table\n%s", want.String())
	}
}

// TestReadJSONToTheEnd: what follows the graph is not passed over.
func TestReadJSONToTheEnd(t *testing.T) {
	const empty = `{"graph": {"nodes": {}, "edges": []}}`
	for _, more := range []string{"{}", "x", empty} {
		if _, err := ReadJSON(strings.NewReader(empty+more), embedded(t)); err == nil || !strings.Contains(err.Error(), "more follows the graph") {
			t.Errorf("%s: %v", more, err)
		}
	}
	if _, err := ReadJSON(strings.NewReader(empty+" \n"), embedded(t)); err != nil {
		t.Error(err)
	}
}
