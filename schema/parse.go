package schema

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

const (
	entitiesFile  = "schema/entities.yaml"
	relationsFile = "schema/relations.yaml"
)

type typeEntry struct {
	Name, Prefix, Group, Shape, Fill, Border, Description string
	Muted                                                 bool
}

type relationEntry struct {
	Name, Colour, Description string
	From, To, Says, Back      []string
	WithRole                  []string `yaml:"with_role"`
	ImpliedBy                 []string `yaml:"implied_by"`
	Symmetric, Lasting        bool
}

// parse checks both files whole and reports every defect at once.
func parse(entities, relations []byte) (*Schema, error) {
	types, typeLines, err1 := decode[typeEntry](entitiesFile, entities)
	rels, relLines, err2 := decode[relationEntry](relationsFile, relations)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	s := &Schema{typeAt: map[string]int{}, relAt: map[string]int{}}
	c := &checker{schema: s}
	c.file, c.lines = entitiesFile, typeLines
	c.types(types)
	c.file, c.lines = relationsFile, relLines
	c.relations(rels)
	if err := errors.Join(c.errs...); err != nil {
		return nil, err
	}
	return s, nil
}

// decode reads a YAML list of mappings and the node of each, for its lines.
// Unknown and repeated keys are errors.
func decode[T any](file string, src []byte) ([]T, []*yaml.Node, error) {
	d := yaml.NewDecoder(bytes.NewReader(src))
	d.KnownFields(true)
	var list []T
	if err := d.Decode(&list); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	return list, doc.Content[0].Content, nil
}

// A checker gathers the defects of one file after the other.
type checker struct {
	schema *Schema
	file   string
	lines  []*yaml.Node // the mapping of each entry
	errs   []error
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

// shapes are the Graphviz node shapes that hold text well.
var shapes = []string{"ellipse", "box", "octagon", "folder", "hexagon", "note", "cds", "septagon", "plaintext", "house", "component", "tab", "oval", "diamond"}

func (c *checker) types(list []typeEntry) {
	prefixes := map[string]bool{}
	for i, t := range list {
		c.match(i, "name", t.Name, typeName)
		c.match(i, "prefix", t.Prefix, prefix)
		c.match(i, "fill", t.Fill, colour)
		c.match(i, "border", t.Border, colour)
		c.match(i, "description", t.Description, anything)
		if !slices.Contains(shapes, t.Shape) {
			c.errorf(i, "shape", "%q is none of %s", t.Shape, strings.Join(shapes, ", "))
		}
		if _, ok := c.schema.typeAt[t.Name]; ok {
			c.errorf(i, "name", "%q is there twice", t.Name)
		}
		if prefixes[t.Prefix] || t.Prefix == "e" { // e is the prefix of edges
			c.errorf(i, "prefix", "%q is taken", t.Prefix)
		}
		prefixes[t.Prefix] = true
		c.schema.typeAt[t.Name] = i
		c.schema.types = append(c.schema.types, typeOf(t))
	}
	if len(list) == 0 {
		c.errs = append(c.errs, fmt.Errorf("%s: no entity types", c.file))
	}
}

func typeOf(t typeEntry) Type {
	return Type{Name: t.Name, Prefix: t.Prefix, Group: t.Group, Shape: t.Shape, Fill: t.Fill, Border: t.Border, Muted: t.Muted, Description: t.Description}
}

func (c *checker) relations(list []relationEntry) {
	for i, r := range list {
		c.match(i, "name", r.Name, relationName)
		c.match(i, "colour", r.Colour, colour)
		c.match(i, "description", r.Description, anything)
		if _, ok := c.schema.relAt[r.Name]; ok {
			c.errorf(i, "name", "%q is there twice", r.Name)
		}
		c.readings(i, r)
		c.schema.relAt[r.Name] = i
		c.schema.relations = append(c.schema.relations, Relation{
			Name: r.Name, From: c.expand(i, "from", r.From), To: c.expand(i, "to", r.To), Symmetric: r.Symmetric, Lasting: r.Lasting,
			Colour: r.Colour, Description: r.Description, says: r.Says, back: r.Back, withRole: r.WithRole,
		})
	}
	for i, r := range list { // when all relations are known
		c.implied(i, r.ImpliedBy)
	}
	if len(list) == 0 {
		c.errs = append(c.errs, fmt.Errorf("%s: no relations", c.file))
	}
}

func (c *checker) implied(i int, paths []string) {
	r := &c.schema.relations[i]
	for _, text := range paths {
		p := parsePath(text)
		if err := c.schema.checkPath(r, p); err != nil {
			c.errorf(i, "implied_by", "%q: %v", text, err)
		}
		r.ImpliedBy = append(r.ImpliedBy, p)
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
