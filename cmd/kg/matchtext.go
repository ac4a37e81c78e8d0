package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"kg/graph"
	"kg/query"
)

// cell says a value of an answer for people.
func (v view) cell(x any) string {
	switch x := x.(type) {
	case nil:
		return ""
	case *graph.Node:
		return oneLine(x.Label)
	case *graph.Edge:
		return fmt.Sprintf("%s %s %s (%s)", oneLine(v.label(x.From)), v.reading(x, x.From), oneLine(v.label(x.To)), v.status(x, x.From))
	case query.Path:
		return v.way(x)
	case []any:
		parts := make([]string, len(x))
		for i := range x {
			parts[i] = v.cell(x[i])
		}
		return strings.Join(parts, "; ")
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return oneLine(fmt.Sprint(x))
}

// way says a path: its entities with the relations between them, as they are
// walked.
func (v view) way(p query.Path) string {
	var b strings.Builder
	for i, n := range p.Nodes {
		if i > 0 {
			fmt.Fprintf(&b, " —%s→ ", v.reading(p.Edges[i-1], p.Nodes[i-1].ID))
		}
		b.WriteString(oneLine(n.Label))
	}
	return b.String()
}

// writeRows writes a table, and below each row the relations that were kept,
// with their sentences.
func writeRows(w io.Writer, v view, r *query.Result) error {
	table := [][]string{r.Columns}
	for _, row := range r.Rows {
		cells := make([]string, len(row.Values))
		for i, x := range row.Values {
			cells[i] = v.cell(x)
		}
		table = append(table, cells)
	}
	width := make([]int, len(r.Columns))
	for _, cells := range table {
		for i, s := range cells {
			width[i] = max(width[i], utf8.RuneCountInString(s))
		}
	}
	for i, cells := range table {
		var line strings.Builder
		for k, s := range cells {
			line.WriteString(s + strings.Repeat(" ", width[k]-utf8.RuneCountInString(s)+2))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
		if i > 0 {
			v.writeMatched(w, r.Rows[i-1].Edges)
		}
	}
	return nil
}

// writeMatched writes relations with their sentences.
func (v view) writeMatched(w io.Writer, edges []*graph.Edge) {
	for _, e := range edges {
		fmt.Fprintf(w, "    %s\n      %s\n      %s\n", v.cell(e), quote(e.Evidence[0].Text), sources(e))
	}
}

// writeRowsCSV writes a header and the rows: an entity by its label, a
// relation and a path in words; x.id asks for an ID.
func writeRowsCSV(w io.Writer, v view, r *query.Result) error {
	c := csv.NewWriter(w)
	_ = c.Write(r.Columns) // Flush tells
	for _, row := range r.Rows {
		cells := make([]string, len(row.Values))
		for i, x := range row.Values {
			cells[i] = v.cell(x)
		}
		_ = c.Write(cells)
	}
	c.Flush()
	return c.Error()
}

// writeRowsJSON writes the columns, and the rows as lists of values in their
// order; "matched" holds the relations that were kept.
func writeRowsJSON(w io.Writer, v view, r *query.Result) error {
	type row struct {
		Values  []any     `json:"values"`
		Matched []jsonRel `json:"matched,omitempty"`
	}
	out := struct {
		Columns []string `json:"columns"`
		Rows    []row    `json:"rows"`
	}{r.Columns, []row{}}
	for _, given := range r.Rows {
		x := row{Values: make([]any, len(given.Values))}
		for i, value := range given.Values {
			x.Values[i] = v.jsonValue(value)
		}
		for _, e := range given.Edges {
			x.Matched = append(x.Matched, v.jsonRelation(e))
		}
		out.Rows = append(out.Rows, x)
	}
	return encode(w, out)
}

// A jsonRel is a relation with its ends.
type jsonRel struct {
	From jsonNode `json:"from"`
	To   jsonNode `json:"to"`
	jsonEdge
}

func (v view) jsonRelation(e *graph.Edge) jsonRel {
	return jsonRel{v.node(e.From), v.node(e.To), v.edge(e, e.From)}
}

// jsonValue is the JSON form of a value of an answer.
func (v view) jsonValue(x any) any {
	switch x := x.(type) {
	case *graph.Node:
		return v.node(x.ID)
	case *graph.Edge:
		return v.jsonRelation(x)
	case query.Path:
		p := struct {
			Nodes     []jsonNode `json:"nodes"`
			Relations []jsonRel  `json:"relations"`
		}{[]jsonNode{}, []jsonRel{}}
		for _, n := range x.Nodes {
			p.Nodes = append(p.Nodes, v.node(n.ID))
		}
		for _, e := range x.Edges {
			p.Relations = append(p.Relations, v.jsonRelation(e))
		}
		return p
	case []any:
		list := make([]any, len(x))
		for i := range x {
			list[i] = v.jsonValue(x[i])
		}
		return list
	}
	return x
}
