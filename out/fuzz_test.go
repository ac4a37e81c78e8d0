package out

import (
	"bytes"
	"strings"
	"testing"

	"kg/graph"
	"kg/schema"
)

// told is what a reader finds of the graph of tell.
type told struct{ label, alias, text, role, doc, sentence string }

// tell makes a graph with text wherever a graph holds text: a person who has
// an office and says something.
func tell(t *testing.T, label, text string) (*graph.Graph, told) {
	t.Helper()
	clean := func(s string) string { return strings.ToValidUTF8(s, "?") }
	w := told{"l" + clean(label), "a" + clean(label), clean(text), "r" + clean(text), "d" + clean(label), "s" + clean(text)}
	evidence := []graph.Evidence{{Doc: w.doc, End: len(w.sentence), Text: w.sentence}}
	g, err := graph.New([]graph.Node{
		{ID: "p-a", Type: "Person", Label: w.label, Aliases: []string{w.alias}},
		{ID: "s-b", Type: "Statement", Label: "b", Text: w.text},
		{ID: "o-c", Type: "Organization", Label: "c"},
	}, []graph.Edge{
		{From: "p-a", To: "o-c", Relation: "holds_role", Modality: schema.Asserted, Role: w.role, Confidence: 0.5, Evidence: evidence},
		{From: "p-a", To: "o-c", Relation: "supported", Modality: schema.Asserted, Confidence: 0.5, Evidence: evidence},
		{From: "p-a", To: "s-b", Relation: "said", Modality: schema.Asserted, Confidence: 0.5, Evidence: evidence},
	})
	if err != nil {
		t.Fatal(err)
	}
	return g, w
}

// each returns what f makes of all that is told.
func (w told) each(f func(string) string) told {
	return told{f(w.label), f(w.alias), f(w.text), f(w.role), f(w.doc), f(w.sentence)}
}

// readers read a format back. Each says what of the text the format holds and
// which parts it has no place for.
var readers = []struct {
	format, profile string
	read            func(*testing.T, string) told
	holds           func(string) string
	lacks           told // "-" for what it has no place for
}{
	{"graphml", "", readGraphMLText, xmlText, told{}},
	{"graphml", profileStrict, readGraphMLText, xmlText, told{}},
	{"graphml", profileYEd, readGraphMLText, xmlText, told{}},
	{"gexf", "", readGEXFText, xmlText, told{}},
	{"json", "", readJSONText, same, told{}},
	{"jsonld", "", readJSONLDText, same, told{doc: "-"}},
	{"nq", "", readQuadsText, same, told{doc: "-"}},
	{"cyjs", "", readCyJSText, same, told{}},
	{"cypher", "", readCypherText, same, told{}},
	{"ftm", "", readFTMText, filled, told{doc: "-"}},
	{"csv", "", readCSVText, csvText, told{alias: "-", text: "-"}},
	{"plover", "", readPLOVERText, csvText, told{alias: "-", text: "-", role: "-"}},
	{"html", "", readHTMLText, printable, told{role: "-", doc: "-"}},
	{"mermaid", "", readMermaidText, oneLine, told{alias: "-", text: "-", doc: "-", sentence: "-"}},
}

func same(s string) string { return s }

// xmlText is what XML keeps of s.
func xmlText(s string) string { return strings.Map(xmlRune, s) }

// filled is what FollowTheMoney keeps of s.
func filled(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

// csvText is what CSV keeps of s; Go's reader takes \r\n for \n.
func csvText(s string) string { return strings.ReplaceAll(printable(s), "\r\n", "\n") }

// FuzzFormats: whatever a graph says comes back from every format, but for the
// characters that the format has no way to write.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{"", " ", `"`, "'", `\`, `\\`, `\u0027`, `\\u0027 \n`, "a & b <c>", "]]>", "line\nbreak\r\ttab\r\n", "\x00\x1b\x7f\u0085\u2028", "\u202eback",
		"日本語 🙂", "\uFFFE\uFFFF\uFEFF", "a|b¦c;d,e", "#35; #quot; &amp;", "`x` ${y} --> end", "- a: b # c", "---\n", "[[x|y]]", "=1+1", "../..", "CON", "%2F", strings.Repeat("ü", 9000)} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, label, text string) {
		g, w := tell(t, label, text)
		for _, r := range readers {
			format, _ := Lookup(r.format)
			var b bytes.Buffer
			if err := format.Write(&b, g, Options{Profile: r.profile}); err != nil {
				t.Fatalf("%s: %v", r.format, err)
			}
			want, got := w.each(r.holds), r.read(t, b.String())
			for _, x := range []struct{ what, got, want, lacks string }{
				{"label", got.label, want.label, r.lacks.label}, {"alias", got.alias, want.alias, r.lacks.alias}, {"text", got.text, want.text, r.lacks.text},
				{"role", got.role, want.role, r.lacks.role}, {"doc", got.doc, want.doc, r.lacks.doc}, {"sentence", got.sentence, want.sentence, r.lacks.sentence},
			} {
				if x.lacks == "" && x.got != x.want && strings.ReplaceAll(x.want, "|", "¦") != x.got {
					t.Errorf("%s %s: %s %q, want %q\n%s", r.format, r.profile, x.what, x.got, x.want, b.String())
				}
			}
		}
		checkTables(t, g, w)
		checkNotes(t, g, w)
	})
}
