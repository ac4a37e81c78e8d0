package out

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"kg/graph"
	"kg/schema"
)

// JSON writes the whole graph in JSON Graph Format v2, one line a node and
// one line an edge, in the order of the graph. Nothing is left out: the graph
// can be made again from it.
func JSON(w io.Writer, s Source) error {
	b := newJSON(w)
	b.WriteString(`{"graph": {"directed": true, "nodes": {`)
	first := true
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		b.separate(&first)
		if err := b.encode(n.ID); err != nil {
			return err
		}
		b.WriteString(": ")
		if err := b.encode(jsonNodeOf(n)); err != nil {
			return err
		}
	}
	b.WriteString("\n}, \"edges\": [")
	first = true
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		b.separate(&first)
		if err := b.encode(jsonEdgeOf(s.Schema(), e)); err != nil {
			return err
		}
	}
	b.WriteString("\n]}}\n")
	return b.Flush()
}

// A jsonWriter writes JSON values. Errors of writing stay in it until it is
// flushed.
type jsonWriter struct {
	*bufio.Writer
	line    bytes.Buffer
	encoder *json.Encoder // to line
}

func newJSON(w io.Writer) *jsonWriter {
	j := &jsonWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	j.encoder = json.NewEncoder(&j.line)
	j.encoder.SetEscapeHTML(false)
	return j
}

// separate ends the line before an item of a list or an object.
func (j *jsonWriter) separate(first *bool) {
	if !*first {
		j.WriteByte(',')
	}
	*first = false
	j.WriteByte('\n')
}

// encode writes v on one line, with <, > and & as they are.
func (j *jsonWriter) encode(v any) error {
	b, err := j.bytes(v)
	if err == nil {
		_, err = j.Write(b)
	}
	return err
}

// bytes returns v as encode writes it, until the next call.
func (j *jsonWriter) bytes(v any) ([]byte, error) {
	j.line.Reset()
	err := j.encoder.Encode(v)
	return bytes.TrimSuffix(j.line.Bytes(), []byte("\n")), err
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
	Doc   string   `json:"doc"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text"`
	Date  string   `json:"date,omitempty"` // of the document
	Rule  string   `json:"rule,omitempty"`
	Copy  string   `json:"copy,omitempty"` // the document that this one copied it from
	Edge  *jsonOwn `json:"edge,omitempty"` // of one in a folded edge
}

// jsonOwn is what edges that are written as one have each for itself.
type jsonOwn struct {
	Date       string  `json:"date"`
	Role       string  `json:"role"`
	Claimed    string  `json:"claimed"`
	Confidence float64 `json:"confidence"`
	Rule       string  `json:"rule"`
}

func jsonNodeOf(n *graph.Node) jsonNode {
	aliases := n.Aliases
	if aliases == nil {
		aliases = []string{}
	}
	return jsonNode{n.Label, jsonNodeMeta{n.Type, aliases, n.Date, n.Text}}
}

func jsonEdgeOf(s *schema.Schema, e *graph.Edge) jsonEdge {
	r, _ := s.Relation(e.Relation)
	return jsonEdge{e.ID, e.From, e.To, e.Relation, r.Says(e.Modality, e.Role), true, jsonEdgeMeta{
		e.Modality.String(), e.Date, e.Role, e.Claimed, e.Confidence, e.Rule, len(e.Sources()), jsonEvidenceOf(e.Evidence)}}
}

func jsonEvidenceOf(list []graph.Evidence) []jsonEvidence {
	out := make([]jsonEvidence, len(list))
	for i, x := range list {
		out[i] = jsonEvidence{x.Doc, x.Start, x.End, x.Text, x.Date, x.Rule, x.Copy, nil}
	}
	return out
}

// says is the reading of an edge from its source to its target.
func says(s *schema.Schema, e *graph.Edge, role string) (string, error) {
	r, ok := s.Relation(e.Relation)
	if !ok {
		return "", fmt.Errorf("edge %s: unknown relation %q", e.ID, e.Relation)
	}
	return r.Says(e.Modality, role), nil
}
