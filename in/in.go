// Package in reads graphs that other programs wrote or edited: the bytes of a
// file go in, nodes and edges come out, each with the evidence that the file
// has of it. What a file does not say of an edge, the file itself is the
// evidence of: the bytes of the line or element that holds the edge.
//
// It is the counterpart of package out, which says how kg writes these formats;
// JSON is read there.
package in

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// A File is a file with the name by which errors and evidence call it.
type File struct {
	Name string
	Data []byte
}

// Options say what a file leaves open. The zero value will do for files of kg.
type Options struct {
	Type     string // of nodes that have none that the schema knows
	Relation string // of edges that have none that the schema knows
}

// A Sink takes the nodes and then the edges of what was read, in their order
// there. They are not checked against the schema, but for their types,
// relations and ends; see graph.NewWith.
type Sink interface {
	Node(*graph.Node)
	Edge(*graph.Edge)
}

// A Format is a way to read a graph.
type Format struct {
	Name    string
	Endings []string // of files, with the dot
	About   string   // one line for people
	scan    func(*scan)
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"graphml", []string{".graphml"}, "GraphML of kg, Gephi, networkx, igraph, yEd", scanGraphML},
		{"gexf", []string{".gexf"}, "GEXF 1.2 and 1.3 of kg and Gephi", scanGEXF},
		{"csv", []string{".csv", ".tsv"}, "tables of nodes, edges and evidence of kg and Gephi: several files", scanCSV},
		{"facts", []string{".jsonl", ".ndjson"}, "facts of other programs, a JSON object a line, with their evidence", scanFacts},
	}
}

// maxErrors is how many mistakes Read reports before it stops looking.
const maxErrors = 20

// Read reads files of one format as one graph. The error names what cannot be
// read, each with file and line, up to a score of them; then the sink got
// nothing.
func Read(format string, files []File, s *schema.Schema, o Options, sink Sink) error {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == format })
	if i < 0 {
		return fmt.Errorf("unknown format %q", format)
	}
	c := &collector{schema: s, options: o, at: map[string]int{}, evidence: map[string][]graph.Evidence{}}
	for _, f := range files {
		all[i].scan(&scan{File: f, c: c, line: 1})
	}
	c.finish()
	if len(c.errs) > 0 {
		return errors.Join(c.errs[:min(len(c.errs), maxErrors)]...)
	}
	for i := range c.nodes {
		sink.Node(&c.nodes[i])
	}
	for i := range c.edges {
		sink.Edge(&c.edges[i])
	}
	return nil
}

// A scan reads one file.
type scan struct {
	File
	c    *collector
	seen int // bytes whose lines are counted
	line int // of the byte seen
}

// lineOf returns the line of a byte, from 1. It is quick for bytes in order.
func (s *scan) lineOf(offset int) int {
	offset = min(offset, len(s.Data))
	if offset < s.seen {
		s.seen, s.line = 0, 1
	}
	s.line += strings.Count(string(s.Data[s.seen:offset]), "\n")
	s.seen = offset
	return s.line
}

// fail notes a mistake at a byte.
func (s *scan) fail(offset int, format string, args ...any) {
	s.c.errs = append(s.c.errs, fmt.Errorf("%s:%d: %s", s.Name, s.lineOf(offset), fmt.Sprintf(format, args...)))
}

// full reports whether there are so many mistakes that it makes no sense to go
// on.
func (s *scan) full() bool { return len(s.c.errs) >= maxErrors }
