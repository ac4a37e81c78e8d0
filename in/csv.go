package in

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

// scanCSV reads a table with a header: of edges if it has the columns source
// and target, of evidence if it has edge and doc, of nodes if it has id. A
// table of edges that has doc and text too, as kg writes it to one file, holds
// the ends and the evidence of each.
func scanCSV(s *scan) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(s.Data, []byte("\ufeff"))))
	skipped := len(s.Data) - len(bytes.TrimPrefix(s.Data, []byte("\ufeff")))
	r.Comma, r.ReuseRecord = comma(s.Data), true
	header, err := r.Read()
	if err != nil {
		s.fail(0, "no table: %s", err)
		return
	}
	header = slices.Clone(header)
	for i := range header {
		header[i] = strings.ToLower(strings.TrimSpace(header[i]))
	}
	row := s.row(header)
	if row == nil {
		s.fail(0, "no table of nodes (id), edges (source, target) or evidence (edge, doc, text): it has the columns %s", strings.Join(header, ", "))
		return
	}
	for !s.full() {
		start := int(r.InputOffset()) + skipped
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				err = parse.Err // the line is told
			}
			s.fail(start, "%s", err)
			return
		}
		x := record{scan: s, start: start, end: int(r.InputOffset()) + skipped, values: map[string]string{}}
		for x.end > x.start && (s.Data[x.end-1] == '\n' || s.Data[x.end-1] == '\r') {
			x.end--
		}
		for i, c := range cells {
			x.values[header[i]] = c
		}
		row(x)
	}
}

// comma returns what parts the columns of the first line: tabulators,
// semicolons or commas.
func comma(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	for _, c := range []string{"\t", ";"} {
		if bytes.Count(line, []byte(c)) > bytes.Count(line, []byte(",")) {
			return rune(c[0])
		}
	}
	return ','
}

// row returns what reads a row of a table with that header, nil if it is none.
func (s *scan) row(header []string) func(record) {
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(header, n) })
	}
	switch {
	case has("source", "target", "source_type", "target_type", "doc", "text"):
		return s.statement
	case has("source", "target"):
		return func(r record) {
			delete(r.values, "type") // it is directedness
			s.c.edge(r)
		}
	case has("edge", "doc", "text"):
		return s.place
	case has("id"):
		return s.c.node
	}
	return nil
}

// place reads a row of evidence.
func (s *scan) place(r record) {
	x, ok := r.place()
	if ok {
		s.c.evidence[r.first("edge")] = append(s.c.evidence[r.first("edge")], x)
		if s.c.place == nil {
			s.c.place = &r
		}
	}
}

func (r *record) place() (x graph.Evidence, ok bool) {
	start, err1 := strconv.Atoi(r.first("start"))
	end, err2 := strconv.Atoi(r.first("end"))
	x = graph.Evidence{Doc: r.first("doc"), Start: start, End: end, Text: r.values["text"], Date: r.first("doc_date", "date"), Rule: r.first("rule"), Copy: r.first("copy")}
	if ok = err1 == nil && err2 == nil && start >= 0 && end >= start && end-start == len(x.Text) && x.Doc != ""; !ok {
		r.fail("evidence %q from %q to %q is not a text of %d bytes", x.Doc, r.first("start"), r.first("end"), len(x.Text))
	}
	return x, ok
}

// statement reads a row of the single table: the ends of an edge, and one piece
// of its evidence.
func (s *scan) statement(r record) {
	for _, end := range []string{"source", "target"} {
		if _, there := s.c.at[r.first(end)]; !there {
			s.c.node(record{scan: s, start: r.start, end: r.end, values: map[string]string{"id": r.values[end], "label": r.values[end+"_label"], "type": r.values[end+"_type"]}})
		}
	}
	own := r.values["date"]
	delete(r.values, "date") // of the edge, not of the document
	x, ok := r.place()
	if !ok {
		return
	}
	id := r.first("edge")
	if _, there := s.c.evidence[id]; !there {
		r.values["id"], r.values["date"] = id, own
		s.c.edge(r)
	}
	s.c.evidence[id] = append(s.c.evidence[id], x)
}
