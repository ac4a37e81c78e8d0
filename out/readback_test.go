package out

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"kg/graph"
	"kg/schema"
)

// elements returns the attributes and the text of all elements of a name.
func elements(t *testing.T, text, name string) (list []map[string]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != name {
			continue
		}
		values := map[string]string{}
		for _, a := range start.Attr {
			values[a.Name.Local] = a.Value
		}
		if name == "data" {
			var s string
			if err := d.DecodeElement(&s, &start); err != nil {
				t.Fatal(err)
			}
			values["data"] = s
		}
		list = append(list, values)
	}
}

func readGraphMLText(t *testing.T, text string) (w told) {
	for _, d := range elements(t, text, "data") {
		w.take(t, strings.TrimPrefix(strings.TrimPrefix(d["key"], "node-"), "edge-"), d["data"])
	}
	return w
}

func readGEXFText(t *testing.T, text string) (w told) {
	for _, d := range elements(t, text, "node") {
		w.take(t, "label", d["label"])
	}
	for _, d := range elements(t, text, "attvalue") {
		w.take(t, d["for"], d["value"])
	}
	return w
}

// take keeps the value of an attribute. The person's label is the first.
func (w *told) take(t *testing.T, name, value string) {
	t.Helper()
	switch name {
	case "label":
		if w.label == "" && value != "c" {
			w.label = value
		}
	case "aliases":
		w.alias = value
	case "text":
		w.text = value
	case "role":
		w.role = value
	case "evidence":
		var list []jsonEvidence
		if err := json.Unmarshal([]byte(value), &list); err != nil {
			t.Fatalf("%v: %s", err, value)
		}
		w.doc, w.sentence = xmlText(list[0].Doc), xmlText(list[0].Text)
	}
}

func unmarshal(t *testing.T, text string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

func readJSONText(t *testing.T, text string) told {
	g, err := ReadJSON(strings.NewReader(text), embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := g.Node("p-a")
	s, _ := g.Node("s-b")
	e := g.EdgesBetween("p-a", "o-c")[0]
	return told{p.Label, p.Aliases[0], s.Text, e.Role, e.Evidence[0].Doc, e.Evidence[0].Text}
}

func embedded(t *testing.T) *schema.Schema {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func readJSONLDText(t *testing.T, text string) (w told) {
	var doc struct {
		Graph []struct {
			ID    string `json:"@id"`
			Name  string `json:"schema:name"`
			Alias string `json:"schema:alternateName"`
			Text  string `json:"schema:text"`
			Role  string `json:"kg:role"`
			At    struct {
				Exact string `json:"oa:exact"`
			} `json:"kg:evidence"`
		} `json:"@graph"`
	}
	unmarshal(t, text, &doc)
	for _, r := range doc.Graph {
		switch {
		case r.ID == rdfNode+"p-a" && r.Name != "":
			w.label, w.alias = r.Name, r.Alias
		case r.ID == rdfNode+"s-b":
			w.text += r.Text
		case strings.HasPrefix(r.ID, rdfEdge):
			w.role += r.Role
			w.sentence = r.At.Exact
		}
	}
	return w
}

var quadForm = regexp.MustCompile(`^<([^<>"{}|^\x60\\\x00-\x20]*)> <([^<>"{}|^\x60\\\x00-\x20]*)> (?:<[^<>"{}|^\x60\\\x00-\x20]*>|"((?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-F]{4})*)"(?:\^\^<[^<>]*>)?)(?: <[^<>"{}|^\x60\\\x00-\x20]*>)? \.$`)

func readQuadsText(t *testing.T, text string) (w told) {
	for line := range strings.Lines(text) {
		m := quadForm.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Fatalf("no N-Quad: %q", line)
		}
		value := unescape(m[3])
		switch {
		case m[1] == rdfNode+"p-a" && m[2] == "https://schema.org/name":
			w.label = value
		case m[2] == "https://schema.org/alternateName":
			w.alias = value
		case m[2] == "https://schema.org/text":
			w.text = value
		case m[2] == "urn:kg:vocab:role":
			w.role = value
		case m[2] == "http://www.w3.org/ns/oa#exact":
			w.sentence = value
		}
	}
	return w
}

// unescape reads the escapes with a backslash that RDF and Cypher share, each
// once, from left to right.
func unescape(s string) string {
	known := map[byte]string{'t': "\t", 'n': "\n", 'r': "\r", 'b': "\b", 'f': "\f"}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '\\' || i+1 == len(s):
			b.WriteByte(s[i])
			continue
		case s[i+1] == 'u' && i+6 <= len(s):
			n, err := strconv.ParseUint(s[i+2:i+6], 16, 32)
			if err == nil {
				b.WriteRune(rune(n))
				i += 5
				continue
			}
		}
		i++
		if as, ok := known[s[i]]; ok {
			b.WriteString(as)
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func readCyJSText(t *testing.T, text string) (w told) {
	var doc struct {
		Elements struct {
			Nodes []struct{ Data cyjsNode }
			Edges []struct{ Data cyjsEdge }
		}
	}
	unmarshal(t, text, &doc)
	n, e := doc.Elements.Nodes, doc.Elements.Edges
	var list []jsonEvidence
	unmarshal(t, e[0].Data.Evidence, &list)
	return told{n[1].Data.Name, n[1].Data.Aliases[0], n[2].Data.Text, e[0].Data.Role, list[0].Doc, list[0].Text}
}

var (
	cypherEntry  = regexp.MustCompile(`(\w+): \[?'((?:[^'\\]|\\.)*)'`)
	unicodeFirst = regexp.MustCompile(`\\u([0-9A-Fa-f]{4})`)
)

// readCypherText reads a script twice: as it is, and as dialects do that read
// \uXXXX before all else; both must be the same.
func readCypherText(t *testing.T, text string) told {
	early := unicodeFirst.ReplaceAllStringFunc(text, func(m string) string {
		n, _ := strconv.ParseUint(m[2:], 16, 32)
		return string(rune(n))
	})
	w, other := readCypherScript(t, text), readCypherScript(t, early)
	if w != other {
		t.Errorf("another reading: %+v, %+v", w, other)
	}
	return w
}

func readCypherScript(t *testing.T, text string) (w told) {
	for _, m := range cypherEntry.FindAllStringSubmatch(text, -1) {
		if v := unescape(m[2]); v != "" {
			if m[1] == "evidence" {
				var list []jsonEvidence
				unmarshal(t, v, &list)
				w.doc, w.sentence = list[0].Doc, list[0].Text
				continue
			}
			w.take(t, m[1], v)
		}
	}
	return w
}

func readFTMText(t *testing.T, text string) (w told) {
	first := func(list []string) string { return strings.Join(list, "") }
	for line := range strings.Lines(text) {
		var e ftmEntity
		unmarshal(t, line, &e)
		switch {
		case e.ID == "p-a":
			w.label, w.alias = first(e.Properties["name"]), first(e.Properties["alias"])
		case e.ID == "s-b":
			w.text = first(e.Properties["description"])
		case e.Schema == "Employment":
			w.role, w.sentence = first(e.Properties["role"]), first(e.Properties["summary"])
		}
	}
	return w
}

// cells reads CSV as a list of rows by the names of the header.
func cells(t *testing.T, text string) (rows []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%v\n%q", err, text)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func readCSVText(t *testing.T, text string) told {
	r := cells(t, text)[0]
	return told{label: r["source_label"], role: r["role"], doc: r["doc"], sentence: r["text"]}
}

func readPLOVERText(t *testing.T, text string) told {
	r := cells(t, text)[0]
	return told{label: r["actor"], doc: r["doc"], sentence: r["text"]}
}

func readHTMLText(t *testing.T, text string) told {
	_, person, _ := strings.Cut(text, `<article id="p-a"`)
	person, _, _ = strings.Cut(person, "</article>")
	inside := func(text, from, to string) string {
		_, rest, _ := strings.Cut(text, from)
		s, _, _ := strings.Cut(rest, to)
		if strings.ContainsAny(s, "<>") {
			t.Errorf("%q holds a tag", s)
		}
		return html.UnescapeString(s)
	}
	return told{label: inside(person, "<h3>", "</h3>"), alias: inside(person, "<i>", "</i>"), text: inside(text, `<p class="text">`, "</p>"),
		sentence: inside(person, "<blockquote>", " <cite>")}
}

var mermaidLabel = regexp.MustCompile(`"([^"]*)"`)

func readMermaidText(t *testing.T, text string) (w told) {
	code := regexp.MustCompile(`#(\d+);`)
	for line := range strings.Lines(text) {
		m := mermaidLabel.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		s := code.ReplaceAllStringFunc(strings.ReplaceAll(m[1], "<br/>", "\n"), func(c string) string {
			n, _ := strconv.Atoi(c[1 : len(c)-1])
			return string(rune(n))
		})
		switch s = oneLine(s); {
		case strings.Contains(line, "kgPerson"):
			w.label = s
		case strings.Contains(line, "|") && w.role == "":
			w.role = s
		}
	}
	return w
}

// checkTables reads the tables of CSV and Neo4j.
func checkTables(t *testing.T, g *graph.Graph, w told) {
	t.Helper()
	files := filesOf(t, "csv", g)
	nodes, edges, places := cells(t, files["nodes.csv"]), cells(t, files["edges.csv"]), cells(t, files["evidence.csv"])
	want := w.each(csvText)
	got := told{nodes[1]["label"], nodes[1]["aliases"], nodes[2]["text"], edges[0]["role"], places[0]["doc"], places[0]["text"]}
	want.alias = csvText(strings.ReplaceAll(w.alias, "|", "¦"))
	if got != want {
		t.Errorf("csv tables: %+v, want %+v", got, want)
	}
	files = filesOf(t, "neo4j", g)
	nodes, edges = cells(t, files["nodes.csv"]), cells(t, files["relationships.csv"])
	want.alias = csvText(strings.ReplaceAll(w.alias, ";", ","))
	got = told{nodes[1]["label"], nodes[1]["aliases:string[]"], nodes[2]["text"], edges[0]["role"], want.doc, want.sentence}
	if got != want {
		t.Errorf("neo4j tables: %+v, want %+v", got, want)
	}
}

// checkNotes reads the properties of a note, and the links.
func checkNotes(t *testing.T, g *graph.Graph, w told) {
	t.Helper()
	files := filesOf(t, "markdown", g)
	if len(files) != 4 {
		t.Errorf("%d notes", len(files))
	}
	for name, text := range files {
		if !fs.ValidPath(name) || strings.ContainsAny(name, `\:*?"<>|#^[]`) || len(name) > 255 {
			t.Errorf("file name %q", name)
		}
		_, rest, _ := strings.Cut(text, "---\n")
		top, body, ok := strings.Cut(rest, "---\n\n# ")
		if !ok {
			continue
		}
		var note struct {
			ID      string
			Aliases []string
		}
		if err := yaml.Unmarshal([]byte(top), &note); err != nil {
			t.Fatalf("%v\n%s", err, top)
		}
		if note.ID == "p-a" && (note.Aliases[0] != w.label || note.Aliases[1] != w.alias) {
			t.Errorf("note of %+v, want %+v", note, w)
		}
		for _, link := range regexp.MustCompile(`\[\[([^|\]]*)\|[^\]]*\]\]`).FindAllStringSubmatch(body, -1) {
			if files[link[1]+".md"] == "" {
				t.Errorf("%s links %q, which is no note", name, link[1])
			}
		}
	}
}

func filesOf(t *testing.T, format string, g *graph.Graph) map[string]string {
	t.Helper()
	f, _ := Lookup(format)
	files := map[string]*bytes.Buffer{}
	err := f.Files(func(name string) (io.Writer, error) {
		files[name] = &bytes.Buffer{}
		return files[name], nil
	}, g)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name, b := range files {
		out[name] = b.String()
	}
	return out
}
