package out

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// NQuads writes the triples of [JSONLD] as RDF 1.1 N-Quads, one a line. Those
// of facts that documents assert themselves name the document as their graph.
func NQuads(w io.Writer, s Source) error {
	f, err := newRDF(s.Schema())
	if err != nil {
		return err
	}
	q := quadWriter{bufio.NewWriterSize(w, 1<<16)}
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		q.resource(f.node(n), "")
	}
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		q.resource(f.edge(e), "")
		triples, documents := f.plainly(e)
		for _, doc := range documents {
			for _, r := range triples {
				q.resource(r, doc)
			}
		}
	}
	return q.Flush()
}

type quadWriter struct{ *bufio.Writer }

func (q quadWriter) resource(r *resource, graph string) {
	for _, t := range r.types {
		q.quad(r.id, "rdf:type", value{iri: t}, graph)
	}
	for _, p := range r.properties {
		for _, v := range p.values {
			if v.inside != nil {
				q.quad(r.id, p.name, value{iri: v.inside.id}, graph)
				q.resource(v.inside, graph)
				continue
			}
			q.quad(r.id, p.name, v, graph)
		}
	}
}

func (q quadWriter) quad(subject, predicate string, object value, graph string) {
	q.iri(subject)
	q.WriteByte(' ')
	q.iri(predicate)
	q.WriteByte(' ')
	if object.iri != "" {
		q.iri(object.iri)
	} else {
		q.literal(object.literal)
		if object.datatype != "" {
			q.WriteString("^^")
			q.iri(object.datatype)
		}
	}
	if graph != "" {
		q.WriteByte(' ')
		q.iri(graph)
	}
	q.WriteString(" .\n")
}

// iri writes an IRI or the one that a name with a prefix stands for.
func (q quadWriter) iri(name string) {
	prefix, rest, _ := strings.Cut(name, ":")
	for _, p := range rdfPrefixes {
		if p[0] == prefix {
			name = p[1] + rest
		}
	}
	q.WriteString("<" + name + ">")
}

// quadEscapes are the characters that a literal may not hold as they are. A
// backslash is written by its number: some readers take two of them before an n
// for one and a line break.
var quadEscapes = map[rune]string{'"': `\"`, '\\': `\u005C`, '\n': `\n`, '\r': `\r`, '\t': `\t`, '\b': `\b`, '\f': `\f`}

func (q quadWriter) literal(text string) {
	q.WriteByte('"')
	for _, r := range text {
		switch escaped, ok := quadEscapes[r]; {
		case ok:
			q.WriteString(escaped)
		case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF:
			fmt.Fprintf(q, `\u%04X`, r)
		default:
			q.WriteRune(r)
		}
	}
	q.WriteByte('"')
}
