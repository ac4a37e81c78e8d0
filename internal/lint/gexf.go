package lint

import (
	"fmt"

	"kg/internal/element"
)

// A gexfCheck follows a GEXF file.
type gexfCheck struct {
	*items
	graphs   int
	defaults bool            // the graph says defaultedgetype
	class    string          // of the attributes that are open
	blocks   map[string]int  // lists of attributes, by class
	declared map[string]bool // class and ID
	within   string          // node or edge
	nested   int             // nodes within nodes
}

func gexf(l *linter) {
	c := &gexfCheck{items: newItems(l), blocks: map[string]int{}, declared: map[string]bool{}}
	at, err := element.Walk(l.data, func(e element.Element) bool {
		if e.Open {
			c.open(e)
		} else if e.Name == "node" {
			c.nested--
		}
		return true
	}, func(string) {})
	switch {
	case err != nil:
		l.add(at, Refused, "xml", "", "all", err.Error())
		return
	case c.graphs == 0:
		l.add(0, Refused, "no-graph", "", "all", "there is no <graph> in it")
	}
	c.end()
}

func (c *gexfCheck) open(e element.Element) {
	switch e.Name {
	case "gexf":
		switch space := e.Attributes["xmlns"]; space {
		case "http://www.gexf.net/1.1draft", "http://www.gexf.net/1.2draft":
		case "http://gexf.net/1.3", "http://www.gexf.net/1.3":
			c.add(e.Start, Note, "version", "", "networkx", "networkx 2.8 reads GEXF 1.1 and 1.2; of 1.3 it finds no graph")
		default:
			c.add(e.Start, Refused, "namespace", "", "networkx", fmt.Sprintf("the namespace %q is none of GEXF: networkx finds no graph; write http://www.gexf.net/1.2draft", space))
		}
	case "graph":
		c.graph(e)
	case "attributes":
		c.class = e.Attributes["class"]
		if c.blocks[c.class]++; c.blocks[c.class] > 1 {
			c.add(e.Start, Lost, "attributes", c.class, "graphology", fmt.Sprintf("a second list of attributes of class %q: graphology knows the types of the last alone and refuses values of the others", c.class))
		}
	case "attribute":
		c.declared[c.class+" "+e.Attributes["id"]] = true
		if e.Attributes["type"] == "" {
			c.add(e.Start, Lost, "no-type", "", "Gephi", "an attribute without a type is not read")
		}
	case "attvalue":
		c.value(e)
	case "node":
		c.openNode(e)
	case "edge":
		c.openEdge(e)
	case "spells":
		c.add(e.Start, Note, "spells", "", "graphology, sigma.js", "when something was is not read")
	case "shape", "thickness":
		c.add(e.Start, Note, "viz", e.Name, "Gephi", fmt.Sprintf("viz:%s is not read", e.Name))
	}
}

func (c *gexfCheck) graph(e element.Element) {
	if c.graphs++; c.graphs > 1 {
		return
	}
	switch kind := e.Attributes["defaultedgetype"]; kind {
	case "directed", "undirected", "mutual":
		c.directed, c.defaults = kind != "undirected", true
	case "":
		c.directed = false
	default:
		c.add(e.Start, Refused, "edgetype", "", "Gephi", fmt.Sprintf("unknown defaultedgetype %q", kind))
	}
}

func (c *gexfCheck) value(e element.Element) {
	id := e.Attributes["for"]
	if id == "" {
		id = e.Attributes["id"]
	}
	if !c.declared[c.within+" "+id] {
		c.add(e.Start, Refused, "undeclared", c.within+" "+id, "graphology, networkx", fmt.Sprintf("a value of the attribute %q of a %s, which is not declared: graphology and networkx refuse the file, Gephi leaves it out", id, c.within))
	}
}

func (c *gexfCheck) openNode(e element.Element) {
	c.within = "node"
	c.nested++
	if c.nested > 1 {
		c.add(e.Start, Lost, "nested", "", "Gephi, graphology", "a node within a node: that it is within is not read")
	}
	if e.Attributes["pid"] != "" {
		c.add(e.Start, Refused, "pid", "", "Gephi", "pid (nodes within nodes) is not read any more: Gephi refuses the node")
	}
	c.node(e.Start, e.Attributes["id"])
}

func (c *gexfCheck) openEdge(e element.Element) {
	c.within = "edge"
	x := edge{id: e.Attributes["id"], from: e.Attributes["source"], to: e.Attributes["target"], kind: e.Attributes["kind"], weight: e.Attributes["weight"], directed: c.directed}
	if kind := e.Attributes["type"]; kind != "" {
		x.directed = kind != "undirected"
		if x.directed != c.directed && c.defaults {
			c.add(e.Start, Lost, "mixed", "", "Gephi", fmt.Sprintf("type=%q against the defaultedgetype: Gephi drops the edge; leave the defaultedgetype out", kind))
		}
	}
	c.edge(e.Start, x)
}
