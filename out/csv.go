package out

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"kg/graph"
)

// A Folder takes the files of a format that is more than one file: each call
// begins the next one. Names are slash-separated and stay below the folder.
type Folder func(name string) (io.Writer, error)

// A table writes rows of CSV as RFC 4180 wants them, with a line feed after
// each. Control characters other than tab and line break are left out: there is
// no way to write them.
type table struct{ *csv.Writer }

func newTable(w io.Writer, header ...string) table {
	t := table{csv.NewWriter(w)}
	t.row(header...)
	return t
}

// row keeps its error in the Writer, which reports it when it is flushed.
func (t table) row(cells ...string) {
	for i, c := range cells {
		cells[i] = printable(c)
	}
	_ = t.Write(cells)
}

func (t table) end() error {
	t.Flush()
	return t.Error()
}

// printable returns s without control characters other than tab and line break.
func printable(s string) string {
	if strings.IndexFunc(s, isControl) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, s)
}

func isControl(r rune) bool { return xmlRune(r) < 0 || r >= 0x7F && r < 0xA0 }

// csvFiles writes the whole graph as nodes.csv, edges.csv and evidence.csv. The
// first two have the columns that Gephi looks for.
func csvFiles(f Folder, s Source) error {
	for _, file := range []struct {
		name  string
		write func(io.Writer, Source) error
	}{{"nodes.csv", csvNodes}, {"edges.csv", csvEdges}, {"evidence.csv", csvEvidence}} {
		w, err := f(file.name)
		if err == nil {
			err = file.write(w, s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func csvNodes(w io.Writer, s Source) error {
	t := newTable(w, "id", "label", "type", "aliases", "date", "text")
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		t.row(n.ID, n.Label, n.Type, join(n.Aliases), n.Date, n.Text)
	}
	return t.end()
}

func csvEdges(w io.Writer, s Source) error {
	t := newTable(w, "source", "target", "type", "kind", "id", "label", "weight", "relation", "modality", "date", "role", "claimed", "confidence", "rule")
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		label, err := says(s.Schema(), e, e.Role)
		if err != nil {
			return err
		}
		t.row(e.From, e.To, "Directed", kind(e), e.ID, label, strconv.Itoa(support(e.Evidence)),
			e.Relation, e.Modality.String(), e.Date, e.Role, e.Claimed, number(e.Confidence), e.Rule)
	}
	return t.end()
}

func csvEvidence(w io.Writer, s Source) error {
	t := newTable(w, "edge", "doc", "start", "end", "text", "date", "rule", "copy")
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		for _, x := range e.Evidence {
			t.row(e.ID, x.Doc, strconv.Itoa(x.Start), strconv.Itoa(x.End), x.Text, x.Date, x.Rule, x.Copy)
		}
	}
	return t.end()
}

// CSV writes one table of what is said: a row for each place of a document that
// states a relation, with the names and types of both ends. Entities without
// relations are not in it, nor are aliases; see csvFiles. Memory grows with the
// nodes.
func CSV(w io.Writer, s Source) error {
	ends, err := endsOf(s)
	if err != nil {
		return err
	}
	t := newTable(w, "source", "source_label", "source_type", "relation", "target", "target_label", "target_type", "modality", "date", "role",
		"claimed", "confidence", "edge", "doc", "start", "end", "text", "doc_date", "rule", "copy")
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		from, to := ends[e.From], ends[e.To]
		for _, x := range e.Evidence {
			t.row(e.From, from.label, from.typ, e.Relation, e.To, to.label, to.typ, e.Modality.String(), e.Date, e.Role, e.Claimed, number(e.Confidence),
				e.ID, x.Doc, strconv.Itoa(x.Start), strconv.Itoa(x.End), x.Text, x.Date, x.Rule, x.Copy)
		}
	}
	return t.end()
}

// An end is what some writers need to know of the node at the end of an edge.
type end struct{ label, typ string }

// endsOf returns the nodes of s by ID.
func endsOf(s Source) (map[string]end, error) {
	ends := map[string]end{}
	for n, err := range s.NodeSeq() {
		if err != nil {
			return nil, err
		}
		ends[n.ID] = end{n.Label, n.Type}
	}
	return ends, nil
}

// neo4jFiles writes the whole graph as nodes.csv and relationships.csv with the
// headers that neo4j-admin wants:
//
//	neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv --relationships=relationships.csv
//
// A semicolon within an alias becomes a comma, as it stands between them.
func neo4jFiles(f Folder, s Source) error {
	w, err := f("nodes.csv")
	if err == nil {
		err = neo4jNodes(w, s)
	}
	if err != nil {
		return err
	}
	if w, err = f("relationships.csv"); err != nil {
		return err
	}
	return neo4jEdges(w, s)
}

func neo4jNodes(w io.Writer, s Source) error {
	t := newTable(w, "id:ID", ":LABEL", "label", "type", "aliases:string[]", "date", "text")
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		aliases := make([]string, len(n.Aliases))
		for i, a := range n.Aliases {
			aliases[i] = strings.ReplaceAll(a, ";", ",")
		}
		t.row(n.ID, "Entity;"+n.Type, n.Label, n.Type, strings.Join(aliases, ";"), n.Date, n.Text)
	}
	return t.end()
}

func neo4jEdges(w io.Writer, s Source) error {
	t := newTable(w, ":START_ID", ":END_ID", ":TYPE", "id", "label", "modality", "date", "role", "claimed", "confidence:double", "rule", "weight:int", "evidence")
	j := newJSON(nil)
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		row, err := neo4jEdge(s, e, j)
		if err != nil {
			return err
		}
		t.row(row...)
	}
	return t.end()
}

func neo4jEdge(s Source, e *graph.Edge, j *jsonWriter) ([]string, error) {
	label, err := says(s.Schema(), e, e.Role)
	if err != nil {
		return nil, err
	}
	evidence, err := j.bytes(jsonEvidenceOf(e.Evidence))
	return []string{e.From, e.To, strings.ToUpper(e.Relation), e.ID, label, e.Modality.String(), e.Date, e.Role, e.Claimed,
		number(e.Confidence), e.Rule, strconv.Itoa(support(e.Evidence)), string(evidence)}, err
}
