package main

import (
	"fmt"
	"slices"
	"strings"

	"kg/graph"
)

// A view says a graph's nodes and edges in words.
type view struct{ g *graph.Graph }

func (v view) label(id string) string { return v.g.Label(id) }

// reading says the relation of e as one reads it coming from the node from.
func (v view) reading(e *graph.Edge, from string) string {
	r, ok := v.g.Schema().Relation(e.Relation)
	switch {
	case !ok:
		return e.Relation
	case e.From == from:
		return r.Says(e.Modality, e.Role)
	}
	return r.Back(e.Modality)
}

// status is the modality of e, its date, a role that the reading from the node
// from does not say, and who claims it.
func (v view) status(e *graph.Edge, from string) string {
	parts := []string{e.Modality.String()}
	if e.Date != "" {
		parts = append(parts, e.Date)
	}
	if e.Role != "" && !strings.Contains(v.reading(e, from), e.Role) {
		parts = append(parts, e.Role)
	}
	if e.Claimed != "" {
		parts = append(parts, "as claimed by "+v.label(e.Claimed))
	}
	return strings.Join(parts, ", ")
}

// sources names the document of the best evidence and counts the other places,
// copies of one story apart.
func sources(e *graph.Edge) string {
	first := e.Evidence[max(0, slices.IndexFunc(e.Evidence, func(x graph.Evidence) bool { return x.Copy == "" }))]
	s := fmt.Sprintf("%s:%d", first.Doc, first.Start)
	copied := 0
	for i := range e.Evidence {
		if e.Evidence[i].Copy != "" {
			copied++
		}
	}
	if n := len(e.Evidence) - 1 - copied; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	if copied > 0 {
		s += ", " + counted(copied, "copy", "copies")
	}
	return s
}

// quote puts a sentence on one line between quotation marks, unless it has
// such marks itself.
func quote(s string) string {
	s = oneLine(s)
	if strings.ContainsAny(s, "“”\"") {
		return s
	}
	return "“" + s + "”"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// The JSON forms of nodes, edges and evidence.
type (
	jsonNode struct {
		ID    string `json:"id"`
		Label string `json:"label"`
		Type  string `json:"type"`
	}
	jsonEdge struct {
		ID         string         `json:"id"`
		Relation   string         `json:"relation"`
		Forward    bool           `json:"forward"` // it is read from subject to object
		Reading    string         `json:"reading"`
		Modality   string         `json:"modality"`
		Date       string         `json:"date"`
		Role       string         `json:"role"`
		Claimed    string         `json:"claimed,omitempty"`
		Confidence float64        `json:"confidence"`
		Rule       string         `json:"rule"`
		Evidence   []jsonEvidence `json:"evidence"`
	}
	jsonEvidence struct {
		Doc   string `json:"doc"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	}
)

func (v view) node(id string) jsonNode {
	if n, ok := v.g.Node(id); ok {
		return jsonNode{n.ID, n.Label, n.Type}
	}
	return jsonNode{ID: id}
}

func (v view) edge(e *graph.Edge, from string) jsonEdge {
	j := jsonEdge{ID: e.ID, Relation: e.Relation, Forward: e.From == from, Reading: v.reading(e, from), Modality: e.Modality.String(),
		Date: e.Date, Role: e.Role, Claimed: e.Claimed, Confidence: e.Confidence, Rule: e.Rule}
	for _, ev := range e.Evidence {
		j.Evidence = append(j.Evidence, jsonEvidence{ev.Doc, ev.Start, ev.End, ev.Text})
	}
	return j
}
