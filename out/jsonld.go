package out

import (
	"io"
	"strings"
)

// JSONLD writes the whole graph as JSON-LD 1.1, an object a line: entities with
// the terms of schema.org where it has them, and facts as statements with their
// modality, date, role, claimant, rule and evidence. Facts that documents assert
// themselves are also there as single triples, in a graph named by the
// document, which queries can follow. Nothing is left out.
func JSONLD(w io.Writer, s Source) error {
	f, err := newRDF(s.Schema())
	if err != nil {
		return err
	}
	j := jsonldWriter{newJSON(w)}
	j.WriteString(`{"@context": {`)
	for i, p := range rdfPrefixes {
		if i > 0 {
			j.WriteString(", ")
		}
		j.WriteString(`"` + p[0] + `": "` + p[1] + `"`)
	}
	j.WriteString(`}, "@graph": [`)
	first := true
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		j.separate(&first)
		j.resource(f.node(n))
	}
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		j.separate(&first)
		j.resource(f.edge(e))
		triples, documents := f.plainly(e)
		for _, doc := range documents {
			j.separate(&first)
			j.graph(doc, triples)
		}
	}
	j.WriteString("\n]}\n")
	return j.Flush()
}

type jsonldWriter struct{ *jsonWriter }

// string writes a JSON string; that cannot fail.
func (j jsonldWriter) string(s string) {
	b, _ := j.bytes(s)
	j.Write(b)
}

func (j jsonldWriter) graph(id string, list []*resource) {
	j.WriteString(`{"@id":`)
	j.string(id)
	j.WriteString(`,"@graph":[`)
	for i, r := range list {
		if i > 0 {
			j.WriteByte(',')
		}
		j.resource(r)
	}
	j.WriteString("]}")
}

func (j jsonldWriter) resource(r *resource) {
	j.WriteString(`{"@id":`)
	j.string(r.id)
	if len(r.types) > 0 {
		j.WriteString(`,"@type":["` + strings.Join(r.types, `","`) + `"]`)
	}
	for _, p := range r.properties {
		j.WriteByte(',')
		j.string(p.name)
		j.WriteByte(':')
		if len(p.values) > 1 {
			j.WriteByte('[')
		}
		for i, v := range p.values {
			if i > 0 {
				j.WriteByte(',')
			}
			j.value(v)
		}
		if len(p.values) > 1 {
			j.WriteByte(']')
		}
	}
	j.WriteByte('}')
}

func (j jsonldWriter) value(v value) {
	switch {
	case v.inside != nil:
		j.resource(v.inside)
	case v.iri != "":
		j.WriteString(`{"@id":`)
		j.string(v.iri)
		j.WriteByte('}')
	case v.datatype != "":
		j.WriteString(`{"@value":`)
		j.string(v.literal)
		j.WriteString(`,"@type":"` + v.datatype + `"}`)
	default:
		j.string(v.literal)
	}
}
