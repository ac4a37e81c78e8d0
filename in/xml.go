package in

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// An element is a start or an end of XML, with its bytes.
type element struct {
	name       string // without its namespace
	attributes map[string]string
	start, end int
	open       bool
}

// elements calls f for every start and end of an element, and text for what
// stands between; it reports whether the file is XML.
func (s *scan) elements(f func(element), text func(string)) bool {
	d := xml.NewDecoder(bytes.NewReader(s.Data))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		return nil, errors.New("it is in " + charset + ", not in UTF-8")
	}
	for any := false; !s.full(); {
		start := int(d.InputOffset())
		token, err := d.Token()
		if errors.Is(err, io.EOF) && any {
			return true
		}
		if err != nil {
			s.fail(int(d.InputOffset()), "not XML: %s", strings.TrimPrefix(err.Error(), "XML syntax error on "))
			return false
		}
		switch t := token.(type) {
		case xml.StartElement:
			any = true
			e := element{name: t.Name.Local, attributes: map[string]string{}, start: start, end: int(d.InputOffset()), open: true}
			for _, a := range t.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			f(e)
		case xml.EndElement:
			f(element{name: t.Name.Local, start: start, end: int(d.InputOffset())})
		case xml.CharData:
			text(string(t))
		}
	}
	return false
}

// An attribute is what a file declares of a value.
type attribute struct{ name string }

// scanGraphML reads GraphML: the values of keys, and the XML attributes of
// nodes and edges. Graphs within nodes are read as if they were not within.
func scanGraphML(s *scan) {
	keys := map[string]attribute{}
	var open []record // nodes and edges, one within the other
	data, key := "", ""
	s.elements(func(e element) {
		switch {
		case e.name == "key" && e.open:
			name := e.attributes["attr.name"]
			if name == "" {
				name = e.attributes["id"]
			}
			keys[e.attributes["id"]] = attribute{name: strings.ToLower(name)}
		case (e.name == "NodeLabel" || e.name == "EdgeLabel") && len(open) > 0: // of yEd
			if r := &open[len(open)-1]; !e.open && strings.TrimSpace(r.values["label"]) == "" {
				r.values["label"] = strings.TrimSpace(data)
			}
			data = ""
		case (e.name == "node" || e.name == "edge") && e.open:
			r := record{scan: s, start: e.start, values: map[string]string{}}
			for name, v := range e.attributes {
				r.values[strings.ToLower(name)] = v
			}
			r.values["label attribute"] = e.attributes["label"]
			open = append(open, r)
		case e.name == "data" && e.open:
			data, key = "", e.attributes["key"]
		case e.name == "data" && len(open) > 0:
			if k, ok := keys[key]; ok && k.name != "id" {
				open[len(open)-1].values[k.name] = data
			}
			key = ""
		case e.name == "node" || e.name == "edge":
			r := open[len(open)-1]
			open = open[:len(open)-1]
			r.end = e.end
			if e.name == "node" {
				s.c.node(r)
			} else {
				s.c.edge(r)
			}
		}
	}, func(text string) { data += text })
}

// scanGEXF reads GEXF: attributes, labels, kinds and spells.
func scanGEXF(s *scan) {
	titles := map[string]map[string]attribute{"node": {}, "edge": {}}
	class, declared := "", ""
	var open []record
	s.elements(func(e element) {
		switch {
		case e.name == "attributes" && e.open:
			class = e.attributes["class"]
		case e.name == "attribute" && e.open && titles[class] != nil:
			declared = e.attributes["id"]
			titles[class][declared] = attribute{name: strings.ToLower(e.attributes["title"])}
		case (e.name == "node" || e.name == "edge") && e.open:
			r := record{scan: s, start: e.start, values: map[string]string{}}
			for name, v := range e.attributes {
				if name != "type" && name != "start" && name != "end" { // type is directedness
					r.values[strings.ToLower(name)] = v
				}
			}
			open = append(open, r)
		case len(open) == 0:
		case e.name == "attvalue" && e.open:
			id := e.attributes["for"]
			if id == "" {
				id = e.attributes["id"] // as in GEXF 1.1
			}
			r := &open[len(open)-1]
			name := titles["node"][id].name
			if r.values["source"] != "" {
				name = titles["edge"][id].name
			}
			if name != "" && name != "id" {
				r.values[name] = e.attributes["value"]
			}
		case e.name == "spell" && e.open:
			open[len(open)-1].spell(e.attributes["start"], e.attributes["end"])
		case (e.name == "node" || e.name == "edge") && !e.open:
			r := open[len(open)-1]
			open = open[:len(open)-1]
			r.end = e.end
			if e.name == "node" {
				s.c.node(r)
			} else {
				s.c.edge(r)
			}
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
