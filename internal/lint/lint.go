// Package lint says what other programs would lose of a graph file: the bytes
// of a GraphML, GEXF or DOT file go in, findings with their lines come out.
//
// What the programs accept was read in their sources and tried: Gephi (importer
// of 2025-08), networkx 2.8, igraph 0.10, graphology-graphml 0.5 and
// graphology-gexf 0.13, Cytoscape, Graphviz.
package lint

import (
	"cmp"
	"slices"
	"strings"
)

// A Weight says how much a finding matters.
type Weight uint8

// The weights.
const (
	Refused Weight = iota // a program does not read the file
	Lost                  // a program reads less than is there, or something else
	Note                  // worth knowing
)

func (w Weight) String() string { return [...]string{"refused", "lost", "note"}[w] }

// A Finding is one thing that is wrong, and where.
type Finding struct {
	Line    int // the first line of it, from 1
	Weight  Weight
	Rule    string // a short name: findings of one rule are alike
	Readers string // the programs that it concerns
	Text    string // what they make of it
	More    int    // lines after the first where the same is found
}

// A Format is a kind of file.
type Format struct {
	Name    string
	Endings []string // of files, with the dot
	check   func(*linter)
}

// Formats returns all formats.
func Formats() []Format {
	return []Format{{"graphml", []string{".graphml"}, graphML}, {"gexf", []string{".gexf"}, gexf}, {"dot", []string{".dot", ".gv"}, dot}}
}

// Guess returns the format that data begins like; empty if like none.
func Guess(data []byte) string {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	switch {
	case strings.Contains(head, "<graphml"):
		return "graphml"
	case strings.Contains(head, "<gexf"):
		return "gexf"
	case strings.Contains(head, "graph") && strings.Contains(head, "{") && !strings.HasPrefix(strings.TrimSpace(head), "<"):
		return "dot"
	}
	return ""
}

// Check checks a file of a format and returns what it finds, by weight, then
// line; nil for an unknown format. Things alike are one finding.
func Check(format string, data []byte) []Finding {
	i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == format })
	if i < 0 {
		return nil
	}
	l := &linter{data: data, line: 1, known: map[string]int{}}
	Formats()[i].check(l)
	slices.SortStableFunc(l.found, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(a.Line, b.Line)) })
	return l.found
}

// A linter holds what is found so far.
type linter struct {
	data  []byte
	seen  int // bytes whose lines are counted
	line  int // of the byte seen
	found []Finding
	known map[string]int // place in found, by rule and what it is about
}

// lineOf returns the line of a byte, from 1.
func (l *linter) lineOf(offset int) int {
	offset = min(max(offset, 0), len(l.data))
	if offset < l.seen {
		l.seen, l.line = 0, 1
	}
	l.line += strings.Count(string(l.data[l.seen:offset]), "\n")
	l.seen = offset
	return l.line
}

// add notes a finding at a byte. Those of one rule about the same are one.
func (l *linter) add(offset int, w Weight, rule, about, readers, text string) {
	key := rule + "\x00" + about
	if i, there := l.known[key]; there {
		l.found[i].More++
		return
	}
	l.known[key] = len(l.found)
	l.found = append(l.found, Finding{Line: l.lineOf(offset), Weight: w, Rule: rule, Readers: readers, Text: text})
}
