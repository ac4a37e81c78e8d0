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
	var doc struct {
		Graph *struct {
			Nodes map[string]jsonNode `json:"nodes"`
			Edges []jsonEdge          `json:"edges"`
		} `json:"graph"`
	}
	if err := json.NewDecoder(r).Decode(&doc); err != nil {
		return nil, locate(err)
	}
	if doc.Graph == nil {
		return nil, errors.New(`no "graph" in it: not JSON Graph Format`)
	}
	nodes := make([]graph.Node, 0, len(doc.Graph.Nodes))
	for id, n := range doc.Graph.Nodes { // graph.New sorts them
		nodes = append(nodes, graph.Node{ID: id, Type: n.Metadata.Type, Label: n.Label, Aliases: n.Metadata.Aliases, Date: n.Metadata.Date, Text: n.Metadata.Text})
	}
	edges := make([]graph.Edge, len(doc.Graph.Edges))
	for i := range doc.Graph.Edges {
		e, err := doc.Graph.Edges[i].edge()
		if err != nil {
			return nil, fmt.Errorf("edge %d: %w", i+1, err)
		}
		edges[i] = e
	}
	return graph.NewWith(s, nodes, edges)
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
