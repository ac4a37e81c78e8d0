package out

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"kg/graph"
	"kg/internal/yamlfile"
	"kg/out/diagram"
	"kg/schema"
)

const yedHead = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:yed="http://www.yworks.com/xml/yed/3" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
  <key id="node-graphics" for="node" yfiles.type="nodegraphics"/>
  <key id="edge-graphics" for="edge" yfiles.type="edgegraphics"/>
`

// yedGroups is what mapping/groups.yaml says.
type yedGroups struct {
	Type    string
	Members []string
}

var groups = sync.OnceValues(func() (*yedGroups, error) {
	const file = "mapping/groups.yaml"
	text, err := mappingFS.ReadFile(file)
	if err != nil {
		return nil, err
	}
	g := &yedGroups{}
	if _, err := yamlfile.Decode(file, string(text), g); err != nil {
		return nil, err
	}
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	if _, ok := s.Type(g.Type); !ok {
		return nil, fmt.Errorf("%s: unknown type %q", file, g.Type)
	}
	for _, name := range g.Members {
		if s.RelationIndex(name) < 0 {
			return nil, fmt.Errorf("%s: unknown relation %q", file, name)
		}
	}
	return g, nil
})

// graphmlYEd writes the whole graph as GraphML with the extensions of yEd:
// shapes and colours of types, labels, the lines of modalities, positions, and
// groups with their members inside. The whole graph is in memory.
func graphmlYEd(w io.Writer, s Source) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	by, err := groups()
	if err != nil {
		return err
	}
	places, err := layoutOf(g)
	if err != nil {
		return err
	}
	y := &yedWriter{graphmlWriter{newXML(w), newJSON(nil), true}, g, places, map[int][]int{}}
	inside := groupOf(g, by)
	for i, group := range inside {
		y.members[group] = append(y.members[group], i)
	}
	y.raw(yedHead)
	y.keys()
	y.raw("  <graph id=\"kg\" edgedefault=\"directed\">\n")
	for _, i := range y.members[-1] {
		y.node(i)
	}
	for l, err := range foldedEdges(g) {
		if err == nil {
			err = y.edge(l)
		}
		if err != nil {
			return err
		}
	}
	y.raw("  </graph>\n</graphml>\n")
	return y.Flush()
}

// groupOf returns for each node the place of the group it belongs to, or -1.
func groupOf(g *graph.Graph, by *yedGroups) []int {
	at := map[string]int{}
	inside := make([]int, len(g.Nodes()))
	for i := range g.Nodes() {
		at[g.Nodes()[i].ID] = i
		inside[i] = -1
	}
	for i := range g.Edges() {
		e := &g.Edges()[i]
		from, to := at[e.From], at[e.To]
		group := g.Nodes()[to].Type == by.Type && g.Nodes()[from].Type != by.Type
		if group && inside[from] < 0 && e.Modality == schema.Asserted && slices.Contains(by.Members, e.Relation) {
			inside[from] = to
		}
	}
	return inside
}

type yedWriter struct {
	graphmlWriter
	graph   *graph.Graph
	places  *layout
	members map[int][]int // of each group, and under -1 the nodes outside all
}

// yedShapes are yEd's names of our Graphviz shapes; others are rectangles.
var yedShapes = map[string]string{"ellipse": "ellipse", "octagon": "octagon", "hexagon": "hexagon", "septagon": "diamond",
	"folder": "roundrectangle", "note": "parallelogram", "cds": "trapezoid"}

func (y *yedWriter) node(i int) {
	n := &y.graph.Nodes()[i]
	y.raw("    <node")
	y.attr("id", n.ID)
	members := y.members[i]
	if len(members) > 0 {
		y.raw(` yfiles.foldertype="group"`)
	}
	y.raw(">\n")
	y.nodeData(n)
	y.raw(`      <data key="node-graphics">`)
	if len(members) > 0 {
		y.raw(`<y:ProxyAutoBoundsNode><y:Realizers active="0">`)
		y.shape(i, "GroupNode")
		y.raw(`</y:Realizers></y:ProxyAutoBoundsNode>`)
	} else {
		y.shape(i, "ShapeNode")
	}
	y.raw("</data>\n")
	if len(members) > 0 {
		y.raw(`      <graph edgedefault="directed"`)
		y.attr("id", n.ID+":")
		y.raw(">\n")
		for _, m := range members {
			y.node(m)
		}
		y.raw("      </graph>\n")
	}
	y.raw("    </node>\n")
}

// shape writes how a node looks: its label wrapped, in a box about as large.
func (y *yedWriter) shape(i int, element string) {
	n := &y.graph.Nodes()[i]
	t, _ := y.graph.Schema().Type(n.Type)
	label := diagram.Wrap(n.Label, 24, 4)
	if n.Date != "" {
		label += "\n" + n.Date
	}
	lines := strings.Split(label, "\n")
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l))
	}
	shape, ok := yedShapes[t.Shape]
	if !ok {
		shape = "rectangle"
	}
	y.raw("<y:", element, `><y:Geometry width="`, number(float64(40+7*width)), `" height="`, number(float64(20+16*len(lines))),
		`" x="`, tenth(y.places.x[i]), `" y="`, tenth(y.places.y[i]), `"/><y:Fill color="`, t.Fill, `" transparent="false"/><y:BorderStyle color="`, t.Border,
		`" type="line" width="1.0"/><y:NodeLabel>`)
	y.text(label)
	y.raw(`</y:NodeLabel><y:Shape type="`, shape, `"/></y:`, element, `>`)
}

// yedLines are the lines of the modalities, Asserted first.
var yedLines = [...]string{"line", "dashed", "dotted", "line"}

// yedDenied is the colour of what is denied.
const yedDenied = "#c62828"

func (y *yedWriter) edge(l *folded) error {
	r, _ := y.graph.Schema().Relation(l.Relation)
	label, err := says(y.graph.Schema(), &l.Edge, join(l.roles))
	if err != nil {
		return err
	}
	if dates := join(l.dates); dates != "" {
		label += "\n" + strings.ReplaceAll(dates, "|", ", ")
	}
	colour, head := r.Colour, "standard"
	if l.Modality == schema.Denied {
		colour, head = yedDenied, "t_shape"
	}
	y.raw("    <edge")
	y.attr("id", l.id())
	y.attr("source", l.From)
	y.attr("target", l.To)
	y.attr("label", l.Relation)
	y.raw(">\n")
	if err := y.edgeData(y.graph, l); err != nil {
		return err
	}
	y.raw(`      <data key="edge-graphics"><y:PolyLineEdge><y:LineStyle color="`, colour, `" type="`, yedLines[l.Modality-schema.Asserted],
		`" width="1.0"/><y:Arrows source="none" target="`, head, `"/><y:EdgeLabel>`)
	y.text(label)
	y.raw("</y:EdgeLabel><y:BendStyle smoothed=\"true\"/></y:PolyLineEdge></data>\n    </edge>\n")
	return nil
}
