package in

import (
	"errors"
	"strings"

	"kg/internal/element"
)

// elements calls f for every start and end of an element of the file, and text
// for what stands between, until there are too many mistakes. There must be a
// graph.
func (s *scan) elements(f func(element.Element), text func(string)) {
	graph := false
	at, err := element.Walk(s.Data, func(e element.Element) bool {
		graph = graph || e.Name == "graph"
		f(e)
		return !s.full()
	}, text)
	if err == nil && !graph {
		err = errors.New("there is no <graph> in it")
	}
	if err != nil {
		s.fail(at, "%s", err)
	}
}

// scanGraphML reads GraphML: the values of keys, and the XML attributes of
// nodes and edges. Graphs within nodes are read as if they were not within.
func scanGraphML(s *scan) {
	keys := map[string]string{} // names by ID
	var open []record           // nodes and edges, one within the other
	data, key := "", ""         // of the data that is open
	s.elements(func(e element.Element) {
		switch {
		case e.Name == "key" && e.Open:
			name := e.Attributes["attr.name"]
			if name == "" {
				name = e.Attributes["id"]
			}
			keys[e.Attributes["id"]] = strings.ToLower(name)
		case (e.Name == "NodeLabel" || e.Name == "EdgeLabel") && len(open) > 0: // of yEd
			if r := &open[len(open)-1]; !e.Open && strings.TrimSpace(r.values["label"]) == "" {
				r.values["label"] = strings.TrimSpace(data)
			}
			data = ""
		case (e.Name == "node" || e.Name == "edge") && e.Open:
			r := record{scan: s, start: e.Start, values: map[string]string{}}
			for name, v := range e.Attributes {
				r.values[strings.ToLower(name)] = v
			}
			r.values["label attribute"] = e.Attributes["label"]
			open = append(open, r)
		case e.Name == "data" && e.Open:
			data, key = "", e.Attributes["key"]
		case e.Name == "data" && len(open) > 0:
			if name := keys[key]; name != "" && name != "id" {
				open[len(open)-1].values[name] = data
			}
			key = ""
		case e.Name == "node" || e.Name == "edge":
			open = s.closed(open, e)
		}
	}, func(text string) {
		if key != "" {
			data += text
		}
	})
}

// closed gives the innermost open record, a node or an edge, to the collection
// and returns those around it.
func (s *scan) closed(open []record, e element.Element) []record {
	r := open[len(open)-1]
	r.end = e.End
	if e.Name == "node" {
		s.c.node(r)
	} else {
		s.c.edge(r)
	}
	return open[:len(open)-1]
}

// scanGEXF reads GEXF: attributes, labels, kinds and spells.
func scanGEXF(s *scan) {
	titles := map[string]map[string]string{"node": {}, "edge": {}} // by class and ID
	class := ""
	var open []record
	s.elements(func(e element.Element) {
		switch {
		case e.Name == "attributes" && e.Open:
			class = e.Attributes["class"]
		case e.Name == "attribute" && e.Open && titles[class] != nil:
			titles[class][e.Attributes["id"]] = strings.ToLower(e.Attributes["title"])
		case (e.Name == "node" || e.Name == "edge") && e.Open:
			r := record{scan: s, start: e.Start, values: map[string]string{}}
			for name, v := range e.Attributes {
				if name != "type" && name != "start" && name != "end" { // type is directedness
					r.values[strings.ToLower(name)] = v
				}
			}
			open = append(open, r)
		case len(open) == 0:
		case e.Name == "attvalue" && e.Open:
			id := e.Attributes["for"]
			if id == "" {
				id = e.Attributes["id"] // as in GEXF 1.1
			}
			r := &open[len(open)-1]
			name := titles["node"][id]
			if r.values["source"] != "" {
				name = titles["edge"][id]
			}
			if name != "" && name != "id" {
				r.values[name] = e.Attributes["value"]
			}
		case e.Name == "spell" && e.Open:
			open[len(open)-1].spell(e.Attributes["start"], e.Attributes["end"])
		case (e.Name == "node" || e.Name == "edge") && !e.Open:
			open = s.closed(open, e)
		}
	}, func(string) {})
}

// spell notes when a node or an edge was, for one without a date.
func (r *record) spell(start, end string) {
	if start == "" || r.values["spell"] != "" {
		return
	}
	if r.values["spell"] = start; end != "" && end != start {
		r.values["spell"] += "/" + end
	}
}
