// Package correct holds what a person has corrected in a graph: the text of a
// file of corrections goes in, checked corrections come out, each with the
// place where it stands. They are applied to every graph that is built, by
// packages resolve and assemble, and say so where one no longer applies.
package correct

import (
	"errors"
	"fmt"

	"go.yaml.in/yaml/v3"

	"kg/internal/when"
	"kg/internal/yamlfile"
	"kg/schema"
)

// A Ref says which node is meant: by a name, where several have it also by
// type or by a document that speaks of it.
type Ref struct {
	Name string
	Type string // an entity type of the schema; empty for any
	Doc  string // the name of a document; empty for any
}

// UnmarshalYAML reads a name alone, or a mapping of name, type and doc.
func (r *Ref) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		r.Name = n.Value
		return nil
	}
	for k := 0; n.Kind == yaml.MappingNode && k+1 < len(n.Content); k += 2 {
		field, ok := map[string]*string{"name": &r.Name, "type": &r.Type, "doc": &r.Doc}[n.Content[k].Value]
		if !ok {
			return &yaml.TypeError{Errors: []string{fmt.Sprintf("line %d: unknown key %q of a node; known: name, type, doc", n.Content[k].Line, n.Content[k].Value)}}
		}
		*field = n.Content[k+1].Value
	}
	return nil
}

// MarshalYAML writes a name alone where there is no more.
func (r Ref) MarshalYAML() (any, error) {
	if r.Type == "" && r.Doc == "" {
		return r.Name, nil
	}
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, f := range [][2]string{{"name", r.Name}, {"type", r.Type}, {"doc", r.Doc}} {
		if f[1] != "" {
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: f[0]}, &yaml.Node{Kind: yaml.ScalarNode, Value: f[1]})
		}
	}
	return n, nil
}

// String returns the name with what else is known, for messages.
func (r Ref) String() string {
	s := fmt.Sprintf("%q", r.Name)
	if r.Type != "" {
		s = r.Type + " " + s
	}
	if r.Doc != "" {
		s += " of " + r.Doc
	}
	return s
}

// A Place is where a correction stands.
type Place struct {
	File string
	Line int
}

// String returns "file:line".
func (p Place) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// A Pair is two nodes that are the same thing, or are not.
type Pair struct {
	Place Place `yaml:"-"`
	A, B  Ref
}

// A Change gives a node another name or type.
type Change struct {
	Place Place `yaml:"-"`
	Node  Ref
	To    string
}

// An Edge is a relation that does not hold, or one that is added. Of the former
// an empty field stands for any.
type Edge struct {
	Place    Place `yaml:"-"`
	From     Ref
	Relation string
	To       Ref
	Modality string // of an added edge; empty for asserted
	Date     string
	Role     string
	Doc      string // of an added edge: the document that says so
	Text     string // of an added edge: its words there
}

// Corrections are all that a file says, in its order.
type Corrections struct {
	Same, Different []Pair
	Rename, Retype  []Change
	Drop, Add       []Edge
}

// Empty reports whether nothing is corrected.
func (c *Corrections) Empty() bool {
	return c == nil || len(c.Same)+len(c.Different)+len(c.Rename)+len(c.Retype)+len(c.Drop)+len(c.Add) == 0
}

// Parse reads and checks the text of a file of corrections. The error names
// every fault with file and line. An empty text corrects nothing.
func Parse(sch *schema.Schema, file, text string) (*Corrections, error) {
	var f File
	doc, err := f.read(file, text)
	if err != nil || doc == nil {
		return &Corrections{}, err
	}
	p := parser{schema: sch, file: file, doc: doc}
	c := &Corrections{
		Same: p.pairs("same", f.Same), Different: p.pairs("different", f.Different),
		Rename: p.changes("rename", f.Rename), Retype: p.changes("retype", f.Retype),
		Drop: p.edges("drop", f.Drop), Add: p.edges("add", f.Add),
	}
	p.types(c.Retype)
	p.added(c.Add)
	return c, errors.Join(p.errs...)
}

// A parser checks what was read and knows its lines.
type parser struct {
	schema *schema.Schema
	file   string
	doc    *yaml.Node
	errs   []error
}

func (p *parser) place(key string, i int) Place {
	return Place{p.file, yamlfile.Entries(p.doc, key)[i].Line}
}

func (p *parser) fail(at Place, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s: %s", at, fmt.Sprintf(format, args...)))
}

// pairs makes pairs of lists of two nodes or more.
func (p *parser) pairs(key string, lists [][]Ref) (out []Pair) {
	for i, list := range lists {
		at := p.place(key, i)
		if len(list) < 2 {
			p.fail(at, "%s needs two nodes, as in [Ana Gil, A. Gil]", key)
		}
		for k, r := range list {
			p.ref(at, r)
			if key == "same" && k > 0 {
				out = append(out, Pair{at, list[0], r})
			}
			for _, o := range list[:k] {
				if key == "different" {
					out = append(out, Pair{at, o, r})
				}
			}
		}
	}
	return out
}

func (p *parser) changes(key string, list []Change) []Change {
	for i := range list {
		list[i].Place = p.place(key, i)
		p.ref(list[i].Place, list[i].Node)
		if list[i].To == "" {
			p.fail(list[i].Place, "%s needs to:", key)
		}
	}
	return list
}

func (p *parser) edges(key string, list []Edge) []Edge {
	for i := range list {
		e := &list[i]
		e.Place = p.place(key, i)
		p.ref(e.Place, e.From)
		p.ref(e.Place, e.To)
		if _, ok := p.schema.Relation(e.Relation); !ok && (e.Relation != "" || key == "add") {
			p.fail(e.Place, "unknown relation %q", e.Relation)
		}
		if _, ok := schema.ParseModality(e.Modality); !ok && e.Modality != "" {
			p.fail(e.Place, "unknown modality %q; known: asserted, planned, possible, denied", e.Modality)
		}
		if _, err := when.Parse(e.Date); err != nil {
			p.fail(e.Place, "%v", err)
		}
	}
	return list
}

func (p *parser) ref(at Place, r Ref) {
	if r.Name == "" {
		p.fail(at, "a node without a name")
	}
	if _, ok := p.schema.Type(r.Type); !ok && r.Type != "" {
		p.fail(at, "unknown entity type %q", r.Type)
	}
}

func (p *parser) types(list []Change) {
	for _, c := range list {
		if _, ok := p.schema.Type(c.To); !ok && c.To != "" {
			p.fail(c.Place, "unknown entity type %q", c.To)
		}
	}
}

func (p *parser) added(list []Edge) {
	for _, e := range list {
		if e.Doc == "" || e.Text == "" {
			p.fail(e.Place, "add needs doc: and text:, the document and its words that say so")
		}
	}
}
