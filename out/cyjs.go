package out

import (
	"io"

	"kg/graph"
	"kg/schema"
)

type cyjsNode struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	Aliases []string `json:"aliases"`
	Date    string   `json:"date"`
	Text    string   `json:"text"`
	Colour  string   `json:"colour"`
}

type cyjsEdge struct {
	ID          string  `json:"id"`
	Source      string  `json:"source"`
	Target      string  `json:"target"`
	Interaction string  `json:"interaction"`
	Name        string  `json:"name"`
	Modality    string  `json:"modality"`
	Date        string  `json:"date"`
	Role        string  `json:"role"`
	Claimed     string  `json:"claimed"`
	Confidence  float64 `json:"confidence"`
	Rule        string  `json:"rule"`
	Weight      int     `json:"weight"`
	Colour      string  `json:"colour"`
	Evidence    string  `json:"evidence"`
}

// CyJS writes the whole graph as Cytoscape JSON, an element a line, for
// Cytoscape and Cytoscape.js. Evidence is a JSON array in a string: Cytoscape
// has no attributes with parts.
func CyJS(w io.Writer, s Source) error {
	j, inner := newJSON(w), newJSON(nil)
	j.WriteString(`{"format_version": "1.0", "generated_by": "kg", "target_cytoscapejs_version": "~3.0", "data": {"name": "kg"}, "elements": {"nodes": [`)
	first := true
	element := func(data any) error {
		j.separate(&first)
		return j.encode(map[string]any{"data": data})
	}
	for n, err := range s.NodeSeq() {
		if err == nil {
			err = element(cyjsNodeOf(s.Schema(), n))
		}
		if err != nil {
			return err
		}
	}
	j.WriteString("\n], \"edges\": [")
	first = true
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		evidence, err := inner.bytes(jsonEvidenceOf(e.Evidence))
		if err == nil {
			err = element(cyjsEdgeOf(s.Schema(), e, string(evidence)))
		}
		if err != nil {
			return err
		}
	}
	j.WriteString("\n]}}\n")
	return j.Flush()
}

func cyjsNodeOf(s *schema.Schema, n *graph.Node) cyjsNode {
	t, _ := s.Type(n.Type)
	aliases := n.Aliases
	if aliases == nil {
		aliases = []string{}
	}
	return cyjsNode{n.ID, n.Label, n.Type, aliases, n.Date, n.Text, t.Border}
}

func cyjsEdgeOf(s *schema.Schema, e *graph.Edge, evidence string) cyjsEdge {
	r, _ := s.Relation(e.Relation)
	return cyjsEdge{e.ID, e.From, e.To, e.Relation, r.Says(e.Modality, e.Role), e.Modality.String(), e.Date, e.Role, e.Claimed, e.Confidence, e.Rule,
		support(e.Evidence), r.Colour, evidence}
}
