package out

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kg/graph"
	"kg/schema"
)

// The prefixes of names, in the order of writing. Everything that a graph says
// is in the vocabulary kg; schema.org, RDF and Web Annotation have words for
// some of it.
var rdfPrefixes = [][2]string{
	{"kg", "urn:kg:vocab:"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"schema", "https://schema.org/"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

const (
	rdfNode     = "urn:kg:node:"
	rdfEdge     = "urn:kg:edge:"
	rdfDocument = "urn:kg:document:"
)

// A resource is something with an IRI and what is said of it.
type resource struct {
	id         string // an IRI
	types      []string
	properties []property
}

// A property is a name with a prefix and its values.
type property struct {
	name   string
	values []value
}

// A value is one of: a resource told here, the IRI of one, or a literal.
type value struct {
	inside   *resource
	iri      string // an IRI, or a name with a prefix
	literal  string
	datatype string // a name with a prefix; empty for a string
}

func (r *resource) add(name string, values ...value) {
	if len(values) > 0 {
		r.properties = append(r.properties, property{name, values})
	}
}

// text adds literals that are not empty.
func (r *resource) text(name string, texts ...string) {
	var values []value
	for _, t := range texts {
		if t != "" {
			values = append(values, value{literal: t})
		}
	}
	r.add(name, values...)
}

// date adds an ISO 8601 day, month, year or, as a string, interval.
func (r *resource) date(name, date string) {
	types := map[int]string{len("2006-01-02"): "xsd:date", len("2006-01"): "xsd:gYearMonth", len("2006"): "xsd:gYear"}
	if date != "" {
		r.add(name, value{literal: date, datatype: types[len(date)]})
	}
}

// The terms of schema.org that mapping/schemaorg.yaml gives.
type (
	rdfType struct {
		Class string
		Dated bool
	}
	rdfRelation struct {
		Property, Inverse string
		From, To          []string
	}
)

var schemaOrg = lazily[rdfType, rdfRelation]("schemaorg.yaml")

// An rdf tells nodes and edges as resources.
type rdf struct {
	terms  *mapping[rdfType, rdfRelation]
	schema *schema.Schema
	types  map[string]string // of the nodes told so far, by ID
}

func newRDF(s *schema.Schema) (*rdf, error) {
	terms, err := schemaOrg()
	return &rdf{terms, s, map[string]string{}}, err
}

func (f *rdf) node(n *graph.Node) *resource {
	f.types[n.ID] = n.Type
	t := f.terms.Types[n.Type]
	r := &resource{id: iri(rdfNode, n.ID), types: []string{"kg:" + escapeIRI(n.Type)}}
	if t.Class != "" {
		r.types = append(r.types, "schema:"+t.Class)
	}
	r.text("schema:name", n.Label)
	r.text("schema:alternateName", n.Aliases...)
	r.date("kg:date", n.Date)
	if t.Dated && n.Date != "" {
		first, last := days(n.Date)
		r.date("schema:startDate", first)
		r.date("schema:endDate", last)
	}
	r.text("schema:text", n.Text)
	return r
}

// edge tells a fact as a statement with all that is known of it.
func (f *rdf) edge(e *graph.Edge) *resource {
	r := &resource{id: iri(rdfEdge, e.ID), types: []string{"kg:Fact", "rdf:Statement"}}
	r.add("rdf:subject", value{iri: iri(rdfNode, e.From)})
	r.add("rdf:predicate", value{iri: "kg:" + escapeIRI(e.Relation)})
	r.add("rdf:object", value{iri: iri(rdfNode, e.To)})
	r.text("kg:modality", e.Modality.String())
	r.date("kg:date", e.Date)
	r.text("kg:role", e.Role)
	if e.Claimed != "" {
		r.add("kg:claimedBy", value{iri: iri(rdfNode, e.Claimed)})
	}
	r.add("kg:confidence", value{literal: number(e.Confidence), datatype: "xsd:double"})
	r.text("kg:rule", e.Rule)
	var places []value
	for i := range e.Evidence {
		places = append(places, value{inside: evidenceResource(r.id+":"+strconv.Itoa(i+1), &e.Evidence[i])})
	}
	r.add("kg:evidence", places...)
	return r
}

// evidenceResource tells a place of a document. Its start and end count bytes,
// which no vocabulary does.
func evidenceResource(id string, x *graph.Evidence) *resource {
	r := &resource{id: id, types: []string{"kg:Evidence"}}
	r.add("kg:document", value{iri: iri(rdfDocument, x.Doc)})
	r.add("kg:start", value{literal: strconv.Itoa(x.Start), datatype: "xsd:integer"})
	r.add("kg:end", value{literal: strconv.Itoa(x.End), datatype: "xsd:integer"})
	r.text("oa:exact", x.Text)
	r.date("kg:documentDate", x.Date)
	r.text("kg:rule", x.Rule)
	if x.Copy != "" {
		r.add("kg:copyOf", value{iri: iri(rdfDocument, x.Copy)})
	}
	return r
}

// plainly tells a fact that the documents assert themselves in single triples,
// which queries can follow; each document that says so is their graph. It
// returns nothing of other facts.
func (f *rdf) plainly(e *graph.Edge) (triples []*resource, documents []string) {
	if e.Modality != schema.Asserted || e.Claimed != "" {
		return nil, nil
	}
	from, to := iri(rdfNode, e.From), iri(rdfNode, e.To)
	subject := &resource{id: from}
	subject.add("kg:"+escapeIRI(e.Relation), value{iri: to})
	triples = []*resource{subject}
	t := f.terms.Relations[e.Relation]
	fits := (len(t.From) == 0 || slices.Contains(t.From, f.types[e.From])) && (len(t.To) == 0 || slices.Contains(t.To, f.types[e.To]))
	switch {
	case fits && t.Property != "":
		subject.add("schema:"+t.Property, value{iri: to})
	case fits && t.Inverse != "":
		object := &resource{id: to}
		object.add("schema:"+t.Inverse, value{iri: from})
		triples = append(triples, object)
	}
	for _, doc := range e.Sources() {
		documents = append(documents, iri(rdfDocument, doc))
	}
	return triples, documents
}

func iri(prefix, name string) string { return prefix + escapeIRI(name) }

// escapeIRI returns name with what an IRI's path cannot hold, and the percent
// sign, as percent and two digits for each byte, so that no two names become
// one. So are slashes and dots that readers would take for a way up or leave out.
func escapeIRI(name string) string {
	var b strings.Builder
	before := '/'
	for i, r := range name {
		switch {
		case r == '/' && before == '/', r == '.' && strings.Trim(segment(name, i), ".") == "":
			fmt.Fprintf(&b, "%%%02X", r)
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-._~/:", r)), r >= 0xA0 && r < 0xFFF0 && unicode.IsLetter(r):
			b.WriteRune(r)
		default:
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		before = r
	}
	return b.String()
}

// segment returns what stands between the slashes around a place of a path.
func segment(path string, at int) string {
	from := strings.LastIndexByte(path[:at], '/') + 1
	to := len(path)
	if i := strings.IndexByte(path[at:], '/'); i >= 0 {
		to = at + i
	}
	return path[from:to]
}
