package out

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"kg/graph"
)

// JSON writes the whole graph in JSON Graph Format v2, one line a node and
// one line an edge, in the order of the graph. Nothing is left out: the graph
// can be made again from it.
func JSON(w io.Writer, g *graph.Graph) error {
	b := bufio.NewWriter(w)
	b.WriteString(`{"graph": {"directed": true, "nodes": {`)
	for i := range g.Nodes() {
		n := &g.Nodes()[i]
		separate(b, i)
		if err := encode(b, n.ID); err != nil {
			return err
		}
		b.WriteString(": ")
		if err := encode(b, jsonNodeOf(n)); err != nil {
			return err
		}
	}
	b.WriteString("\n}, \"edges\": [")
	for i := range g.Edges() {
		separate(b, i)
		if err := encode(b, jsonEdgeOf(g, &g.Edges()[i])); err != nil {
			return err
		}
	}
	b.WriteString("\n]}}\n")
	return b.Flush()
}

func separate(b *bufio.Writer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteByte('\n')
}

type jsonNode struct {
	Label    string       `json:"label"`
	Metadata jsonNodeMeta `json:"metadata"`
}

type jsonNodeMeta struct {
	Type    string   `json:"type"`
	Aliases []string `json:"aliases"`
	Date    string   `json:"date"`
	Text    string   `json:"text,omitempty"`
}

type jsonEdge struct {
	ID       string       `json:"id"`
	Source   string       `json:"source"`
	Target   string       `json:"target"`
	Relation string       `json:"relation"`
	Label    string       `json:"label"`
	Directed bool         `json:"directed"`
	Metadata jsonEdgeMeta `json:"metadata"`
}

type jsonEdgeMeta struct {
	Modality   string         `json:"modality"`
	Date       string         `json:"date"`
	Role       string         `json:"role"`
	Claimed    string         `json:"claimed,omitempty"`
	Confidence float64        `json:"confidence"`
	Rule       string         `json:"rule"`
	Sources    int            `json:"sources"` // documents that state it each by itself; copies count once
	Evidence   []jsonEvidence `json:"evidence"`
}

type jsonEvidence struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Date  string `json:"date,omitempty"` // of the document
	Rule  string `json:"rule,omitempty"`
	Copy  string `json:"copy,omitempty"` // the document that this one copied it from
}

func jsonNodeOf(n *graph.Node) jsonNode {
	aliases := n.Aliases
	if aliases == nil {
		aliases = []string{}
	}
	return jsonNode{n.Label, jsonNodeMeta{n.Type, aliases, n.Date, n.Text}}
}

func jsonEdgeOf(g *graph.Graph, e *graph.Edge) jsonEdge {
	r, _ := g.Schema().Relation(e.Relation)
	return jsonEdge{e.ID, e.From, e.To, e.Relation, r.Says(e.Modality, e.Role), true, jsonEdgeMeta{
		e.Modality.String(), e.Date, e.Role, e.Claimed, e.Confidence, e.Rule, len(e.Sources()), jsonEvidenceOf(e.Evidence)}}
}

func jsonEvidenceOf(list []graph.Evidence) []jsonEvidence {
	out := make([]jsonEvidence, len(list))
	for i, x := range list {
		out[i] = jsonEvidence{x.Doc, x.Start, x.End, x.Text, x.Date, x.Rule, x.Copy}
	}
	return out
}

// encode writes v on one line, with <, > and & as they are.
func encode(w io.Writer, v any) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
	return err
}
