package out

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"kg/graph"
	"kg/out/diagram"
	"kg/schema"
)

// mermaidArrows are the lines of each modality, Asserted first.
var mermaidArrows = [...]string{"-->", "-.->", "-.->", "--x"}

// Mermaid writes the view of [diagram.View] as a Mermaid flowchart: types show by shape
// and colour, planned and possible relations are dotted, denied ones end in a
// cross. The whole graph is in memory.
func Mermaid(w io.Writer, s Source, o Options) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	view, lines, err := diagram.View(g, diagram.Options{All: o.Diagram.All, Max: o.Diagram.Max})
	if err != nil {
		return err
	}
	m := mermaidWriter{bufio.NewWriter(w), map[string]string{}}
	if o.Diagram.Title != "" {
		m.WriteString("---\ntitle: " + yamlString(o.Diagram.Title) + "\n---\n")
	}
	m.WriteString("flowchart LR\n")
	for i := range view.Nodes() {
		m.node(view.Schema(), &view.Nodes()[i])
	}
	for _, line := range lines {
		for i := range line {
			m.edge(g.Schema(), &line[i])
		}
	}
	for _, t := range g.Schema().Types() {
		m.WriteString("  classDef " + mermaidClass(t.Name) + " fill:" + t.Fill + ",stroke:" + t.Border + ",color:#1a1a1a\n")
	}
	return m.Flush()
}

type mermaidWriter struct {
	*bufio.Writer
	ids map[string]string // of nodes in the diagram; ours could be words of the language
}

// mermaidShapes are what opens and closes the label of a node, by its Graphviz
// shape; others are boxes.
var mermaidShapes = map[string][2]string{
	"ellipse": {"([", "])"}, "hexagon": {"{{", "}}"}, "octagon": {"[[", "]]"}, "septagon": {"{{", "}}"}, "note": {"[/", "/]"}, "cds": {">", "]"},
}

func (m mermaidWriter) node(s *schema.Schema, n *graph.Node) {
	t, _ := s.Type(n.Type)
	id := fmt.Sprintf("n%d", len(m.ids)+1)
	m.ids[n.ID] = id
	shape, ok := mermaidShapes[t.Shape]
	if !ok {
		shape = [2]string{"[", "]"}
	}
	label := n.Label
	if n.Date != "" {
		label += "\n" + n.Date
	}
	m.WriteString("  " + id + shape[0] + mermaidText(label) + shape[1] + ":::" + mermaidClass(n.Type) + "\n")
}

func (m mermaidWriter) edge(s *schema.Schema, e *graph.Edge) {
	r, _ := s.Relation(e.Relation)
	label := r.Says(e.Modality, e.Role)
	if e.Date != "" {
		label += "\n" + e.Date
	}
	m.WriteString("  " + m.ids[e.From] + " " + mermaidArrows[e.Modality-schema.Asserted] + "|" + mermaidText(label) + "| " + m.ids[e.To] + "\n")
}

// mermaidClass is the name of the class of a type: some small words, such as
// end, are not allowed.
func mermaidClass(name string) string { return "kg" + strings.Map(wordRune, name) }

func wordRune(r rune) rune {
	if isWord(r) {
		return r
	}
	return '_'
}

func isWord(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// mermaidText returns text between quotes. Letters, digits and a few signs are
// themselves, line breaks are breaks; all else is a number, as it could end the
// text, be Markdown or be HTML.
func mermaidText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	word := false // before r
	for _, r := range printable(text) {
		switch {
		case r == '\n':
			b.WriteString("<br/>")
		case r == '\t', r == '\r':
			b.WriteByte(' ')
		case r == ' ', r == ',', r == '(', r == ')', r == '-' && word, r >= 0x80, isWord(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
		word = isWord(r)
	}
	b.WriteByte('"')
	return b.String()
}
