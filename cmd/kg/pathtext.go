package main

import (
	"fmt"
	"io"
	"strings"

	"kg/graph"
)

// writePaths writes the answer for people: for each hop who does what to whom,
// and below it the sentence and its document.
func writePaths(w io.Writer, a *answer) error {
	if a.from.ID == a.to.ID {
		_, err := fmt.Fprintf(w, "both are %s (%s)\n", a.from.Label, a.from.ID)
		return err
	}
	for i, p := range a.paths {
		if i > 0 {
			fmt.Fprintln(w)
		}
		labels := make([]string, len(p.Nodes))
		for k, id := range p.Nodes {
			labels[k] = a.label(id)
		}
		fmt.Fprintln(w, strings.Join(labels, " > "))
		for k := range p.Hops {
			a.writeHop(w, k+1, &p.Hops[k])
		}
	}
	return nil
}

// otherEdges is the number of relations shown of one hop beside its best.
const otherEdges = 3

func (a *answer) writeHop(w io.Writer, number int, h *graph.Hop) {
	shown := h.Edges[:min(len(h.Edges), 1+otherEdges)]
	for i := range shown {
		e := &shown[i]
		mark := fmt.Sprintf("%3d. ", number)
		if i > 0 {
			mark = "     "
		}
		fmt.Fprintf(w, "%s%s —%s→ %s (%s)\n", mark, a.label(h.From), a.reading(e, h.From), a.label(h.To), a.status(e, h.From))
		fmt.Fprintf(w, "       %s\n       %s\n", quote(e.Evidence[0].Text), sources(e))
	}
	if more := len(h.Edges) - len(shown); more > 0 {
		fmt.Fprintf(w, "     and %d more between the two\n", more)
	}
}

func (a *answer) label(id string) string {
	if n, ok := a.g.Node(id); ok {
		return n.Label
	}
	return id
}

// reading says the relation of e as one reads it coming from the node from.
func (a *answer) reading(e *graph.Edge, from string) string {
	r, ok := a.g.Schema().Relation(e.Relation)
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
func (a *answer) status(e *graph.Edge, from string) string {
	parts := []string{e.Modality.String()}
	if e.Date != "" {
		parts = append(parts, e.Date)
	}
	if e.Role != "" && !strings.Contains(a.reading(e, from), e.Role) {
		parts = append(parts, e.Role)
	}
	if e.Claimed != "" {
		parts = append(parts, "as claimed by "+a.label(e.Claimed))
	}
	return strings.Join(parts, ", ")
}

// sources names the document of the best evidence and counts the others.
func sources(e *graph.Edge) string {
	first := e.Evidence[0]
	s := fmt.Sprintf("%s:%d", first.Doc, first.Start)
	if n := len(e.Evidence) - 1; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
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

// The JSON form of an answer.
type (
	jsonNode struct {
		ID    string `json:"id"`
		Label string `json:"label"`
		Type  string `json:"type"`
	}
	jsonHop struct {
		From  string     `json:"from"`
		To    string     `json:"to"`
		Edges []jsonEdge `json:"edges"`
	}
	jsonEdge struct {
		ID         string         `json:"id"`
		Relation   string         `json:"relation"`
		Forward    bool           `json:"forward"` // the hop goes from subject to object
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
	jsonPath struct {
		Nodes []jsonNode `json:"nodes"`
		Hops  []jsonHop  `json:"hops"`
	}
	jsonAnswer struct {
		From  jsonNode   `json:"from"`
		To    jsonNode   `json:"to"`
		Paths []jsonPath `json:"paths"`
	}
)

func writePathsJSON(w io.Writer, a *answer) error {
	out := jsonAnswer{From: a.node(a.from.ID), To: a.node(a.to.ID)}
	for _, p := range a.paths {
		j := jsonPath{Hops: []jsonHop{}}
		for _, id := range p.Nodes {
			j.Nodes = append(j.Nodes, a.node(id))
		}
		for i := range p.Hops {
			h := &p.Hops[i]
			hop := jsonHop{From: h.From, To: h.To}
			for k := range h.Edges {
				hop.Edges = append(hop.Edges, a.edge(&h.Edges[k], h.From))
			}
			j.Hops = append(j.Hops, hop)
		}
		out.Paths = append(out.Paths, j)
	}
	return encode(w, out)
}

func (a *answer) node(id string) jsonNode {
	if n, ok := a.g.Node(id); ok {
		return jsonNode{n.ID, n.Label, n.Type}
	}
	return jsonNode{ID: id}
}

func (a *answer) edge(e *graph.Edge, from string) jsonEdge {
	j := jsonEdge{ID: e.ID, Relation: e.Relation, Forward: e.From == from, Reading: a.reading(e, from), Modality: e.Modality.String(),
		Date: e.Date, Role: e.Role, Claimed: e.Claimed, Confidence: e.Confidence, Rule: e.Rule}
	for _, ev := range e.Evidence {
		j.Evidence = append(j.Evidence, jsonEvidence{ev.Doc, ev.Start, ev.End, ev.Text})
	}
	return j
}
