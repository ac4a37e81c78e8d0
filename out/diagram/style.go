package diagram

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"kg/graph"
	"kg/internal/yamlfile"
	"kg/schema"
)

// A Style is what a user wants of diagrams other than usual; a nil Style wants
// nothing. Its YAML names:
//
//	theme: dark                 # light or dark
//	title: The talks of March
//	max: 30                     # entities to show
//	legend: false
//	tooltips: false             # no sentences, no links
//	font: Georgia
//	direction: down             # of layers; columns go right (if left out)
//	show: {types: [Person, Meeting], relations: [met]}
//	hide: {types: [Place], relations: [discussed]}
//	types:
//	  Person: {fill: "#fff2cc", border: "#7f6000", text: "#000000", shape: box}
//	relations:
//	  met: {colour: "#204080", label: talked with}
//
// All keys may be left out.
type Style struct {
	Theme, Title, Font, Direction string
	Max                           int
	Legend, Tooltips              *bool
	Show, Hide                    Choice
	Types                         map[string]TypeStyle
	Relations                     map[string]RelationStyle
}

// A Choice names types and relations.
type Choice struct{ Types, Relations []string }

// A TypeStyle paints the nodes of a type; what is empty stays as it is.
type TypeStyle struct{ Fill, Border, Text, Shape string }

// A RelationStyle paints and words the lines of a relation.
type RelationStyle struct{ Colour, Label string }

// ReadStyle reads a style from the text of a YAML file and checks it against
// the schema. The error names every defect, each with file and line.
func ReadStyle(file, text string, s *schema.Schema) (*Style, error) {
	style := &Style{}
	doc, err := yamlfile.Decode(file, text, style)
	if err != nil {
		return nil, err
	}
	c := &styleChecker{file: file, doc: doc, schema: s}
	c.oneOf("theme", style.Theme, Themes())
	c.oneOf("direction", style.Direction, []string{"right", "down"})
	if style.Max < 0 {
		c.errorf([]string{"max"}, "want 1 or more")
	}
	c.match([]string{"font"}, style.Font, fontName, "a name of a font")
	for key, ch := range map[string]Choice{"show": style.Show, "hide": style.Hide} {
		c.known([]string{key, "types"}, ch.Types, c.isType, "type of entities")
		c.known([]string{key, "relations"}, ch.Relations, c.isRelation, "relation")
	}
	for name, t := range style.Types {
		c.known([]string{"types"}, []string{name}, c.isType, "type of entities")
		c.typ([]string{"types", name}, t)
	}
	for name, r := range style.Relations {
		c.known([]string{"relations"}, []string{name}, c.isRelation, "relation")
		c.match([]string{"relations", name, "colour"}, r.Colour, sixDigits, "a colour as #1f3a5f")
	}
	return style, c.err()
}

var (
	sixDigits = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	fontName  = regexp.MustCompile(`^[\pL\pN ,_-]+$`)
)

// A styleChecker gathers the defects of a style.
type styleChecker struct {
	file   string
	doc    *yaml.Node
	schema *schema.Schema
	found  []defect
}

type defect struct {
	line int
	text string
}

// errorf reports a defect at the line of the value under some keys.
func (c *styleChecker) errorf(keys []string, format string, args ...any) {
	n, line := c.doc, c.doc.Line
	for _, key := range keys {
		for k := 0; k+1 < len(n.Content); k += 2 {
			if n.Content[k].Value == key {
				line, n = n.Content[k].Line, n.Content[k+1]
				break
			}
		}
	}
	c.found = append(c.found, defect{line, fmt.Sprintf("%s: %s", strings.Join(keys, "."), fmt.Sprintf(format, args...))})
}

// err returns all defects in the order of their lines, nil if there are none.
func (c *styleChecker) err() error {
	slices.SortFunc(c.found, func(a, b defect) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return strings.Compare(a.text, b.text)
	})
	var errs []error
	for _, d := range c.found {
		errs = append(errs, fmt.Errorf("%s:%d: %s", c.file, d.line, d.text))
	}
	return errors.Join(errs...)
}

func (c *styleChecker) oneOf(key, value string, list []string) {
	if value != "" && !slices.Contains(list, value) {
		c.errorf([]string{key}, "%q is none of %s", value, strings.Join(list, ", "))
	}
}

func (c *styleChecker) match(keys []string, value string, pattern *regexp.Regexp, want string) {
	if value != "" && !pattern.MatchString(value) {
		c.errorf(keys, "%q is not %s", value, want)
	}
}

func (c *styleChecker) known(keys, names []string, is func(string) bool, what string) {
	for _, name := range names {
		if !is(name) {
			c.errorf(append(slices.Clone(keys), name), "there is no such %s", what)
		}
	}
}

func (c *styleChecker) isType(name string) bool { _, ok := c.schema.Type(name); return ok }

func (c *styleChecker) isRelation(name string) bool { _, ok := c.schema.Relation(name); return ok }

func (c *styleChecker) typ(keys []string, t TypeStyle) {
	at := func(field string) []string { return append(slices.Clone(keys), field) }
	for _, f := range []struct{ name, value string }{{"fill", t.Fill}, {"border", t.Border}, {"text", t.Text}} {
		c.match(at(f.name), f.value, sixDigits, "a colour as #1f3a5f")
	}
	if t.Shape != "" && !slices.Contains(schema.Shapes(), t.Shape) {
		c.errorf(at("shape"), "%q is none of %s", t.Shape, strings.Join(schema.Shapes(), ", "))
	}
}

func (s *Style) typ(name string) TypeStyle {
	if s == nil {
		return TypeStyle{}
	}
	return s.Types[name]
}

func (s *Style) relation(name string) RelationStyle {
	if s == nil {
		return RelationStyle{}
	}
	return s.Relations[name]
}

// styled fills in what the style says and the caller left open.
func (o Options) styled() Options {
	s := o.Style
	if s == nil {
		return o
	}
	if o.Theme == "" {
		o.Theme = s.Theme
	}
	if o.Title == "" {
		o.Title = s.Title
	}
	if o.Max == 0 {
		o.Max = s.Max
	}
	o.NoLegend = o.NoLegend || s.Legend != nil && !*s.Legend
	o.NoTooltips = o.NoTooltips || s.Tooltips != nil && !*s.Tooltips
	return o
}

// only returns the part of g that is to be shown and not to be hidden.
func (s *Style) only(g *graph.Graph) (*graph.Graph, error) {
	if s == nil {
		return g, nil
	}
	allows := func(show, hide []string, name string) bool {
		return (len(show) == 0 || slices.Contains(show, name)) && !slices.Contains(hide, name)
	}
	keep := map[string]bool{}
	var nodes []graph.Node
	for _, n := range g.Nodes() {
		if allows(s.Show.Types, s.Hide.Types, n.Type) {
			keep[n.ID] = true
			nodes = append(nodes, n)
		}
	}
	var edges []graph.Edge
	for _, e := range g.Edges() {
		if keep[e.From] && keep[e.To] && allows(s.Show.Relations, s.Hide.Relations, e.Relation) {
			if !keep[e.Claimed] {
				e.Claimed = ""
			}
			edges = append(edges, e)
		}
	}
	return graph.NewWith(g.Schema(), nodes, edges)
}
