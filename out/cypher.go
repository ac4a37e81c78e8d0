package out

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kg/graph"
)

// Cypher writes the whole graph as an openCypher script, one statement a line,
// for Neo4j, Memgraph and others. Running it again changes nothing: nodes and
// relationships are merged by their ID. Every node has the label Entity and that
// of its type; a relationship's type is the relation in capitals. Evidence is a
// JSON array in a string. An index on Entity(id) makes it fast.
func Cypher(w io.Writer, s Source) error {
	c := cypherWriter{bufio.NewWriterSize(w, 1<<16)}
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		c.node(n)
	}
	j := newJSON(nil)
	for e, err := range s.EdgeSeq() {
		if err == nil {
			err = c.edge(s, e, j)
		}
		if err != nil {
			return err
		}
	}
	return c.Flush()
}

type cypherWriter struct{ *bufio.Writer }

// properties are names and Cypher values in turn.
func (c cypherWriter) properties(pairs ...string) {
	sep := "{"
	for i := 0; i+1 < len(pairs); i += 2 {
		c.WriteString(sep + pairs[i] + ": " + pairs[i+1])
		sep = ", "
	}
	c.WriteByte('}')
}

func (c cypherWriter) node(n *graph.Node) {
	aliases := make([]string, len(n.Aliases))
	for i, a := range n.Aliases {
		aliases[i] = cypherString(a)
	}
	c.WriteString("MERGE (n:Entity {id: " + cypherString(n.ID) + "}) SET n:" + cypherName(n.Type) + ", n += ")
	c.properties("label", cypherString(n.Label), "type", cypherString(n.Type), "aliases", "["+strings.Join(aliases, ", ")+"]",
		"date", cypherString(n.Date), "text", cypherString(n.Text))
	c.WriteString(";\n")
}

func (c cypherWriter) edge(s Source, e *graph.Edge, j *jsonWriter) error {
	label, err := says(s.Schema(), e, e.Role)
	if err != nil {
		return err
	}
	evidence, err := j.bytes(jsonEvidenceOf(e.Evidence))
	if err != nil {
		return err
	}
	confidence := number(e.Confidence)
	if !strings.ContainsAny(confidence, ".e") {
		confidence += ".0"
	}
	c.WriteString("MATCH (a:Entity {id: " + cypherString(e.From) + "}), (b:Entity {id: " + cypherString(e.To) + "}) MERGE (a)-[r:" +
		cypherName(strings.ToUpper(e.Relation)) + " {id: " + cypherString(e.ID) + "}]->(b) SET r += ")
	c.properties("label", cypherString(label), "modality", cypherString(e.Modality.String()), "date", cypherString(e.Date), "role", cypherString(e.Role),
		"claimed", cypherString(e.Claimed), "confidence", confidence, "rule", cypherString(e.Rule), "weight", strconv.Itoa(support(e.Evidence)),
		"evidence", cypherString(string(evidence)))
	c.WriteString(";\n")
	return nil
}

// cypherString returns a string literal that ends where it should in every
// dialect. Some read \uXXXX before anything else, even after another backslash:
// so a u after a backslash is written as such an escape itself, and no other
// stands for a quote or a backslash.
func cypherString(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	var before rune
	for _, r := range s {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == 'u' && before == '\\', r < ' ', r == 0x7F, r == 0x2028, r == 0x2029, r == 0xFFFE, r == 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
		before = r
	}
	b.WriteByte('\'')
	return b.String()
}

// cypherName returns a label or a type between backquotes.
func cypherName(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
