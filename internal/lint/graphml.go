package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"kg/internal/element"
)

// special are the names that Gephi takes for more than a column, and what it
// does with them.
var special = map[string]string{"label": "the label", "weight": "the weight", "color": "the colour", "r": "the colour", "g": "the colour", "b": "the colour",
	"x": "the position", "y": "the position", "z": "the position", "size": "the size"}

// xsdTypes are the types of the GraphML schema, gephiTypes those that Gephi
// knows besides.
var (
	xsdTypes   = []string{"boolean", "int", "long", "float", "double", "string"}
	gephiTypes = []string{"integer", "bigdecimal", "biginteger", "byte", "char", "short"}
)

var colour = regexp.MustCompile(`^(#[0-9a-fA-F]{6}|[A-Za-z]+)$`)

// A graphMLKey is a key of the file.
type graphMLKey struct {
	name, forWhat, typ string
}

// A graphMLCheck follows a GraphML file.
type graphMLCheck struct {
	*items
	keys     map[string]graphMLKey
	inGraph  int
	within   int // nodes that are open
	key      string
	data     strings.Builder
	edges    []edge // open ones
	starts   []int
	inKey    string
	dataKeys map[string]bool // of the node or edge that is open
}

func graphML(l *linter) {
	c := &graphMLCheck{items: newItems(l), keys: map[string]graphMLKey{}}
	at, err := element.Walk(l.data, func(e element.Element) bool {
		if e.Open {
			c.open(e)
		} else {
			c.close(e)
		}
		return true
	}, func(text string) { c.data.WriteString(text) })
	if err != nil {
		l.add(at, Refused, "xml", "", "all", err.Error())
		return
	}
	c.end()
	if !c.sawGraph() {
		l.add(0, Refused, "no-graph", "", "all", "there is no <graph> in it")
	}
}

func (c *graphMLCheck) sawGraph() bool { return c.inGraph > 0 }

func (c *graphMLCheck) open(e element.Element) {
	switch e.Name {
	case "key":
		c.declare(e)
	case "default":
		if name := c.keys[c.inKey].name; special[name] != "" {
			c.add(e.Start, Lost, "default", name, "Gephi, Cytoscape", fmt.Sprintf("the default of %q is not read", name))
		} else {
			c.add(e.Start, Note, "default", "", "Cytoscape", "defaults are not read")
		}
	case "graph":
		c.graph(e)
	case "node":
		c.within++
		c.node(e.Start, e.Attributes["id"])
		c.dataKeys = map[string]bool{}
	case "edge":
		c.openEdge(e)
	case "data":
		c.key = e.Attributes["key"]
		c.data.Reset()
		c.value(e)
	case "hyperedge", "port":
		c.add(e.Start, Lost, e.Name, "", "Gephi, networkx, igraph", fmt.Sprintf("<%s> is not read, or refused by networkx", e.Name))
	}
}

// declare looks at a key.
func (c *graphMLCheck) declare(e element.Element) {
	id := e.Attributes["id"]
	k := graphMLKey{name: e.Attributes["attr.name"], forWhat: e.Attributes["for"], typ: e.Attributes["attr.type"]}
	yfiles := e.Attributes["yfiles.type"] != ""
	if _, there := c.keys[id]; there || id == "" {
		c.add(e.Start, Lost, "key-id", id, "all", fmt.Sprintf("the id %q of a key is empty or taken: data of the two cannot be told apart", id))
	}
	c.keys[id], c.inKey = k, id
	if c.inGraph > 0 {
		c.add(e.Start, Refused, "key-late", "", "networkx, XML schema", "a <key> after <graph>: keys stand before it")
	}
	switch low := strings.ToLower(k.name); {
	case yfiles:
		c.add(e.Start, Note, "yfiles", "", "Gephi, networkx, igraph, graphology", "shapes, colours and labels of yEd are read by yEd alone (networkx reads some): Gephi makes a column of text of them")
	case k.typ == "":
		c.add(e.Start, Lost, "no-type", id, "Gephi, igraph", fmt.Sprintf("the key %q has no attr.type: Gephi takes it for text, igraph leaves it out", id))
	case !slices.Contains(xsdTypes, k.typ):
		c.unknownType(e, k)
	case (k.typ == "int" || k.typ == "long" || k.typ == "float" || k.typ == "boolean") && k.forWhat != "graph":
		c.add(e.Start, Lost, "cytoscape-type", k.typ, "Cytoscape", fmt.Sprintf("values of type %s stay empty there; string and double are read", k.typ))
	case low != k.name && special[low] != "" && (k.forWhat == "node" || k.forWhat == "edge"):
		c.add(e.Start, Lost, "case", k.name, "Gephi", fmt.Sprintf("%q is an ordinary column; for %s write %q", k.name, special[low], low))
	case slices.Contains([]string{"timeset", "interval", "timestamp", "spells"}, low):
		c.add(e.Start, Lost, "time", "", "Gephi", fmt.Sprintf("%q stays text: GraphML has no time for Gephi; write GEXF", k.name))
	}
	if k.forWhat == "graph" {
		c.add(e.Start, Lost, "for-graph", "", "Gephi", "data of the graph itself is not read")
	}
	if special[k.name] != "" && k.forWhat == "all" {
		c.add(e.Start, Lost, "for-all", k.name, "Gephi", fmt.Sprintf("%q for=\"all\" is an ordinary column; declare it for node and for edge", k.name))
	}
}

func (c *graphMLCheck) unknownType(e element.Element, k graphMLKey) {
	text := fmt.Sprintf("the type %q of %q: Gephi drops the column, networkx and igraph refuse the file; known: %s", k.typ, k.name, strings.Join(xsdTypes, ", "))
	if slices.Contains(gephiTypes, strings.ToLower(k.typ)) || strings.HasPrefix(k.typ, "list") {
		text = fmt.Sprintf("the type %q of %q is Gephi's own: networkx and igraph refuse the file; known everywhere: %s", k.typ, k.name, strings.Join(xsdTypes, ", "))
	}
	c.add(e.Start, Refused, "type", k.name, "Gephi, networkx, igraph", text)
}

func (c *graphMLCheck) graph(e element.Element) {
	c.inGraph++
	if c.within > 0 {
		c.add(e.Start, Lost, "nested", "", "Gephi, networkx, igraph", "a graph within a node: which nodes stand in it is not read")
		return
	}
	if c.inGraph > 1 {
		c.add(e.Start, Lost, "graphs", "", "Gephi, networkx, igraph", "a second <graph>: most read the first alone, or all as one")
		return
	}
	switch e.Attributes["edgedefault"] {
	case "directed":
	case "undirected":
		c.directed = false
	default:
		c.add(e.Start, Lost, "edgedefault", "", "networkx, XML schema", "the graph does not say edgedefault=\"directed\" or \"undirected\": networkx takes it for undirected")
	}
}

func (c *graphMLCheck) openEdge(e element.Element) {
	x := edge{id: e.Attributes["id"], from: e.Attributes["source"], to: e.Attributes["target"], kind: e.Attributes["label"], directed: c.directed}
	if d := e.Attributes["directed"]; d != "" {
		x.directed = d == "true"
		if x.directed != c.directed {
			c.add(e.Start, Refused, "mixed", "", "networkx", "directed=\""+d+"\" against the edgedefault: networkx refuses the file, Cytoscape does not see it")
		}
	}
	if x.kind != "" {
		c.add(e.Start, Note, "kind", "", "XML schema of GraphML", "the attribute label of <edge> is how Gephi tells parallel edges apart, but not in the schema; kg export --profile strict leaves it out")
	}
	if e.Attributes["weight"] != "" {
		c.add(e.Start, Lost, "weight-attribute", "", "all", "weight as an attribute of <edge> is not read; it is a <data> of a key named weight")
	}
	c.edges, c.starts = append(c.edges, x), append(c.starts, e.Start)
	c.dataKeys = map[string]bool{}
}

// value looks at the key of a data.
func (c *graphMLCheck) value(e element.Element) {
	k, there := c.keys[c.key]
	if !there {
		c.add(e.Start, Refused, "undeclared", c.key, "networkx, XML schema", fmt.Sprintf("data of the key %q, which is not declared: networkx refuses the file, the others leave it out", c.key))
	}
	if c.dataKeys[c.key] {
		c.add(e.Start, Lost, "twice", c.key, "all", fmt.Sprintf("%q is given twice of one node or edge: the last counts", k.name))
	}
	if c.dataKeys != nil {
		c.dataKeys[c.key] = true
	}
}

func (c *graphMLCheck) close(e element.Element) {
	switch e.Name {
	case "data":
		c.closeData(e)
	case "edge":
		last := len(c.edges) - 1
		c.edge(c.starts[last], c.edges[last])
		c.edges, c.starts, c.dataKeys = c.edges[:last], c.starts[:last], nil
	case "node":
		c.within--
		c.dataKeys = nil
	}
}

func (c *graphMLCheck) closeData(e element.Element) {
	k, text := c.keys[c.key], strings.TrimSpace(c.data.String())
	switch {
	case k.name == "weight" && len(c.edges) > 0:
		c.edges[len(c.edges)-1].weight = text
	case k.name == "color" && text != "" && !colour.MatchString(text):
		c.add(e.Start, Lost, "colour", "", "Gephi", fmt.Sprintf("the colour %q is not read; write #rrggbb", text))
	}
	c.key = ""
}
