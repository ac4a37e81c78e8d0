package schema

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"kg/internal/yamlfile"
)

const (
	entitiesFile  = "schema/entities.yaml"
	relationsFile = "schema/relations.yaml"
)

type typeEntry struct {
	Name, Prefix, Group, Shape, Fill, Border, Description string
	Muted                                                 bool
	Box, Column                                           int
	Nouns                                                 []string
}

type relationEntry struct {
	Name, Colour, Description string
	From, To, Says, Back      []string
	WithRole                  []string `yaml:"with_role"`
	ImpliedBy                 []string `yaml:"implied_by"`
	Symmetric, Lasting, Aside bool
	Version                   bool
	Drawn                     Drawing
	Against, Sole             []string
	Once, Stay                bool
}

// parse checks all files whole and reports every defect at once.
func parse(entities, relations []byte, more ...Source) (*Schema, error) {
	types, err1 := decode[typeEntry](entitiesFile, entities)
	rels, err2 := decode[relationEntry](relationsFile, relations)
	errs := []error{err1, err2}
	allTypes, allRels := []part[typeEntry]{types}, []part[relationEntry]{rels}
	for _, m := range more {
		t, r, err := decodeBoth(m)
		allTypes, allRels, errs = append(allTypes, t), append(allRels, r), append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	c := &checker{schema: &Schema{typeAt: map[string]int{}, relAt: map[string]int{}}, prefixes: map[string]bool{}}
	for _, p := range allTypes {
		c.file, c.lines = p.file, p.lines
		c.types(p.list)
	}
	for _, p := range allRels {
		c.file, c.lines = p.file, p.lines
		c.relations(p.list)
	}
	for _, p := range allRels { // when all relations are known
		c.file, c.lines = p.file, p.lines
		c.implied(p.list)
	}
	if err := errors.Join(c.errs...); err != nil {
		return nil, err
	}
	return c.schema, nil
}

// A part is the entries that one file adds to a list.
type part[T any] struct {
	file  string
	list  []T
	lines []*yaml.Node // the mapping of each entry
}

// decode reads a YAML list of mappings and the node of each, for its lines.
// Unknown and repeated keys are errors.
func decode[T any](file string, src []byte) (part[T], error) {
	p := part[T]{file: file}
	doc, err := yamlfile.Decode(file, string(src), &p.list)
	if err == nil {
		p.lines = doc.Content
		if len(p.list) == 0 {
			err = fmt.Errorf("%s: an empty list", file)
		}
	}
	return p, err
}

// The paint of types and relations that an added file leaves plain.
const (
	plainShape  = "box"
	plainFill   = "#f0f0f0"
	plainBorder = "#555555"
	plainColour = "#444444"
)

// decodeBoth reads a file with types: and relations:.
func decodeBoth(src Source) (part[typeEntry], part[relationEntry], error) {
	types, rels := part[typeEntry]{file: src.Name}, part[relationEntry]{file: src.Name}
	var both struct {
		Types     []typeEntry
		Relations []relationEntry
	}
	doc, err := yamlfile.Decode(src.Name, src.Text, &both)
	if err != nil {
		return types, rels, err
	}
	types.list, types.lines = both.Types, yamlfile.Entries(doc, "types")
	rels.list, rels.lines = both.Relations, yamlfile.Entries(doc, "relations")
	for i := range types.list {
		t := &types.list[i]
		t.Shape, t.Fill, t.Border = cmp.Or(t.Shape, plainShape), cmp.Or(t.Fill, plainFill), cmp.Or(t.Border, plainBorder)
	}
	for i := range rels.list {
		rels.list[i].Colour = cmp.Or(rels.list[i].Colour, plainColour)
	}
	return types, rels, nil
}

// A checker gathers the defects of one file after the other.
type checker struct {
	schema   *Schema
	prefixes map[string]bool // of types, those taken
	file     string
	lines    []*yaml.Node // the mapping of each entry
	errs     []error
}

// errorf reports a defect of a field of entry i, or of the entry where the
// field is missing.
func (c *checker) errorf(i int, field, format string, args ...any) {
	line := c.lines[i].Line
	for k := 0; k+1 < len(c.lines[i].Content); k += 2 {
		if c.lines[i].Content[k].Value == field {
			line = c.lines[i].Content[k].Line
		}
	}
	c.errs = append(c.errs, fmt.Errorf("%s:%d: %s: %s", c.file, line, field, fmt.Sprintf(format, args...)))
}

func (c *checker) match(i int, field, value string, pattern *regexp.Regexp) {
	if !pattern.MatchString(value) {
		c.errorf(i, field, "%q does not match %s", value, pattern)
	}
}

var (
	typeName     = regexp.MustCompile(`^[A-Z][A-Za-z]*$`)
	relationName = regexp.MustCompile(`^[a-z][a-z_]*$`)
	prefix       = regexp.MustCompile(`^[a-z]{1,4}$`)
	colour       = regexp.MustCompile(`^#[0-9a-f]{6}$`)
	anything     = regexp.MustCompile(`\S`)
)

// Shapes returns the Graphviz node shapes that hold text well.
func Shapes() []string { return slices.Clone(shapes) }

var shapes = []string{"ellipse", "box", "octagon", "folder", "hexagon", "note", "cds", "septagon", "plaintext", "house", "component", "tab", "oval", "diamond"}

var drawings = []Drawing{AsLine, Bare, Written, Inside, First}

func (c *checker) types(list []typeEntry) {
	for i, t := range list {
		c.match(i, "name", t.Name, typeName)
		c.match(i, "prefix", t.Prefix, prefix)
		c.match(i, "fill", t.Fill, colour)
		c.match(i, "border", t.Border, colour)
		c.match(i, "description", t.Description, anything)
		if t.Box < 0 || t.Box > 9 {
			c.errorf(i, "box", "want 0 to 9")
		}
		if t.Column < 0 || t.Column > 2 {
			c.errorf(i, "column", "want 0, 1 or 2")
		}
		if !slices.Contains(shapes, t.Shape) {
			c.errorf(i, "shape", "%q is none of %s", t.Shape, strings.Join(shapes, ", "))
		}
		if _, ok := c.schema.typeAt[t.Name]; ok {
			c.errorf(i, "name", "%q is there twice", t.Name)
		}
		if c.prefixes[t.Prefix] || t.Prefix == "e" { // e is the prefix of edges
			c.errorf(i, "prefix", "%q is taken", t.Prefix)
		}
		c.prefixes[t.Prefix] = true
		c.schema.typeAt[t.Name] = len(c.schema.types)
		c.schema.types = append(c.schema.types, typeOf(t))
	}
}

func typeOf(t typeEntry) Type {
	return Type{Name: t.Name, Prefix: t.Prefix, Group: t.Group, Shape: t.Shape, Fill: t.Fill, Border: t.Border, Muted: t.Muted, Box: t.Box, Column: t.Column, Description: t.Description, Nouns: t.Nouns}
}

func (c *checker) relations(list []relationEntry) {
	for i, r := range list {
		c.match(i, "name", r.Name, relationName)
		c.match(i, "colour", r.Colour, colour)
		c.match(i, "description", r.Description, anything)
		if _, ok := c.schema.relAt[r.Name]; ok {
			c.errorf(i, "name", "%q is there twice", r.Name)
		}
		if !slices.Contains(drawings, r.Drawn) {
			c.errorf(i, "drawn", "%q is none of bare, written, inside, first", r.Drawn)
		}
		c.readings(i, r)
		c.schema.relAt[r.Name] = len(c.schema.relations)
		c.schema.relations = append(c.schema.relations, Relation{
			Name: r.Name, From: c.expand(i, "from", r.From), To: c.expand(i, "to", r.To), Symmetric: r.Symmetric, Lasting: r.Lasting, Aside: r.Aside, Against: r.Against, Once: r.Once, Stay: r.Stay, Sole: r.Sole,
			Colour: r.Colour, Drawn: r.Drawn, Version: r.Version, Description: r.Description, says: r.Says, back: r.Back, withRole: r.WithRole,
		})
	}
}

func (c *checker) implied(list []relationEntry) {
	for i, e := range list {
		r := &c.schema.relations[c.schema.relAt[e.Name]]
		for _, o := range e.Against {
			if _, ok := c.schema.relAt[o]; !ok {
				c.errorf(i, "against", "unknown relation %q", o)
			}
		}
		for _, text := range e.ImpliedBy {
			p := parsePath(text)
			if err := c.schema.checkPath(r, p); err != nil {
				c.errorf(i, "implied_by", "%q: %v", text, err)
			}
			r.ImpliedBy = append(r.ImpliedBy, p)
		}
	}
}

func (c *checker) readings(i int, r relationEntry) {
	four := func(field string, list []string) {
		if len(list) != int(Denied) || slices.Contains(list, "") {
			c.errorf(i, field, "want four readings, of what is asserted, planned, possible and denied")
		}
	}
	four("says", r.Says)
	switch {
	case !r.Symmetric:
		four("back", r.Back)
	case r.Back != nil:
		c.errorf(i, "back", "a symmetric relation reads the same from both sides")
	case !slices.Equal(r.From, r.To):
		c.errorf(i, "to", "a symmetric relation has the same types on both sides")
	}
	if r.WithRole == nil {
		return
	}
	four("with_role", r.WithRole)
	for _, text := range r.WithRole {
		if !strings.Contains(text, "{role}") {
			c.errorf(i, "with_role", "%q lacks {role}", text)
		}
	}
}

// expand replaces groups by their types and sorts all as the types stand in
// the file.
func (c *checker) expand(i int, field string, names []string) []string {
	if len(names) == 0 {
		c.errorf(i, field, "names no entity type")
	}
	known := map[string]bool{}
	var out []string
	for _, t := range c.schema.types {
		known[t.Name], known[t.Group] = true, true
		if slices.Contains(names, t.Name) || t.Group != "" && slices.Contains(names, t.Group) {
			out = append(out, t.Name)
		}
	}
	for _, name := range names {
		if name == "" || !known[name] {
			c.errorf(i, field, "%q is neither an entity type nor a group of them", name)
		}
	}
	return out
}
