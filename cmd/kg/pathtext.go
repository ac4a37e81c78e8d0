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

// The JSON form of an answer.
type (
	jsonHop struct {
		From  string     `json:"from"`
		To    string     `json:"to"`
		Edges []jsonEdge `json:"edges"`
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
