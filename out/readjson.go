package out

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"kg/graph"
	"kg/schema"
)

// ReadJSON makes the graph of a document in JSON Graph Format v2 as JSON writes
// it. Fields that it does not know are passed over. The error says where the
// input is no JSON, or names the nodes and edges that the schema forbids.
func ReadJSON(r io.Reader, s *schema.Schema) (*graph.Graph, error) {
	var nodes []graph.Node
	var edges []graph.Edge
	err := ScanJSON(r, func(n *graph.Node) { nodes = append(nodes, *n) }, func(e *graph.Edge) { edges = append(edges, *e) })
	if err != nil {
		return nil, err
	}
	return graph.NewWith(s, nodes, edges)
}

// ScanJSON calls node and edge for each node and edge of such a document, in
// their order there, and holds no more than a few at a time in memory. Nothing
// is checked but their form.
func ScanJSON(r io.Reader, node func(*graph.Node), edge func(*graph.Edge)) error {
	s := &jsonScanner{decoder: json.NewDecoder(r)}
	found := false
	err := s.object(func(key string) error {
		if key != "graph" {
			return s.skip()
		}
		return s.object(func(key string) error {
			found = true
			switch key {
			case "nodes":
				return s.nodes(node)
			case "edges":
				return s.edges(edge)
			}
			return s.skip()
		})
	})
	if err == nil && !found {
		err = errors.New(`no "graph" in it: not JSON Graph Format`)
	}
	if err != nil {
		return err
	}
	if _, err := s.decoder.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("not JSON Graph Format at byte %d: more follows the graph", s.decoder.InputOffset())
	}
	return nil
}

// A jsonScanner walks through a document.
type jsonScanner struct{ decoder *json.Decoder }

// object calls f after each key of an object; null is an empty one.
func (s *jsonScanner) object(f func(key string) error) error {
	return s.list('{', func() error {
		key, err := s.decoder.Token()
		if err != nil {
			return locate(err)
		}
		return f(key.(string)) // a key is a string, as the decoder sees to
	})
}

// list calls f for each item of what that delimiter opens; null is an empty
// list.
func (s *jsonScanner) list(open json.Delim, f func() error) error {
	token, err := s.decoder.Token()
	switch {
	case err != nil:
		return locate(err)
	case token == nil:
		return nil
	case token != open:
		return fmt.Errorf("not JSON Graph Format at byte %d: %v where %v should be", s.decoder.InputOffset(), token, open)
	}
	for s.decoder.More() {
		if err := f(); err != nil {
			return err
		}
	}
	_, err = s.decoder.Token()
	return locate(err)
}

func (s *jsonScanner) skip() error {
	var passed json.RawMessage
	return locate(s.decoder.Decode(&passed))
}

func (s *jsonScanner) nodes(f func(*graph.Node)) error {
	return s.object(func(id string) error {
		var n jsonNode
		if err := s.decode(&n); err != nil {
			return err
		}
		f(&graph.Node{ID: id, Type: n.Metadata.Type, Label: n.Label, Aliases: n.Metadata.Aliases, Date: n.Metadata.Date, Text: n.Metadata.Text})
		return nil
	})
}

// decode reads a value.
func (s *jsonScanner) decode(v any) error {
	at := s.decoder.InputOffset()
	err := s.decoder.Decode(v)
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) {
		typ.Offset += at // it counts from the value
	}
	return locate(err)
}

// edges reads a list of edges. Their values are cut out here and decoded side
// by side.
func (s *jsonScanner) edges(f func(*graph.Edge)) error {
	p := newParallel(f)
	number := 0
	err := s.list('[', func() error {
		number++
		raw := json.RawMessage{}
		if err := s.decode(&raw); err != nil {
			return err
		}
		return p.add(rawEdge{raw, number, s.decoder.InputOffset() - int64(len(raw))})
	})
	if failed := p.end(); failed != nil {
		return failed
	}
	return err
}

// A rawEdge is an edge as it stands in the document.
type rawEdge struct {
	text   json.RawMessage
	number int   // from 1
	at     int64 // the byte where it begins
}

func (r *rawEdge) edge() (graph.Edge, error) {
	e, ok := quickEdge(r.text)
	if !ok {
		e = &jsonEdge{}
		err := json.Unmarshal(r.text, e)
		var typ *json.UnmarshalTypeError
		if errors.As(err, &typ) {
			typ.Offset += r.at
		}
		if err != nil {
			return graph.Edge{}, locate(err)
		}
	}
	out, err := e.edge()
	if err != nil {
		err = fmt.Errorf("edge %d: %w", r.number, err)
	}
	return out, err
}

// locate adds to an error of the decoder the byte where it stands.
func locate(err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &typ):
		return fmt.Errorf("not JSON Graph Format at byte %d: %w", typ.Offset, err)
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return errors.New("not JSON: it ends too early")
	}
	return err
}

func (e *jsonEdge) edge() (graph.Edge, error) {
	m := &e.Metadata
	modality, ok := schema.ParseModality(m.Modality)
	if !ok {
		return graph.Edge{}, fmt.Errorf("unknown modality %q", m.Modality)
	}
	evidence := make([]graph.Evidence, len(m.Evidence))
	for i, x := range m.Evidence {
		evidence[i] = graph.Evidence{Doc: x.Doc, Start: x.Start, End: x.End, Text: x.Text, Date: x.Date, Rule: x.Rule, Copy: x.Copy}
	}
	return graph.Edge{From: e.Source, To: e.Target, Relation: e.Relation, Modality: modality, Date: m.Date, Role: m.Role,
		Claimed: m.Claimed, Confidence: m.Confidence, Rule: m.Rule, Evidence: evidence}, nil
}
