// Package out writes graphs in the formats of other programs: a graph goes in,
// bytes come out, the same for the same graph. DOT, Mermaid and the pictures hold
// a readable view, PLOVER the events, all others the whole graph.
//
// No label, sentence or other text breaks a format. Control characters other
// than tab and line break are kept where the format has an escape for them
// (JSON and what is made of it, N-Quads, Cypher) and left out where it has none.
package out

import (
	"io"
	"slices"

	"kg/out/diagram"
)

// A Format is a way to write a graph.
type Format struct {
	Name     string                                 // as users ask for it
	Ending   string                                 // of files, without the dot, if that is not the name
	About    string                                 // one line for people
	Readers  string                                 // the programs that read it
	Keeps    string                                 // what of the graph is in it
	Profiles []string                               // variants beside the usual one
	Write    func(io.Writer, Source, Options) error // to one stream; nil if the format is a folder only
	Files    func(Folder, Source) error             // to a folder; nil for most
	// Diagram says that it is a view that Options.Diagram chooses, and Picture
	// that Write gives DOT, which a renderer must turn into the format.
	Diagram, Picture bool
}

// Options say how a format is written. The zero value is right for most.
type Options struct {
	Profile string          // one of the format's Profiles; empty for the usual one
	Diagram diagram.Options // for diagrams
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{Name: "dot", About: "Graphviz source of a readable view", Readers: "Graphviz", Keeps: "the view", Write: dot, Diagram: true},
		{Name: "svg", About: "picture of a readable view, for browsers and print", Readers: "browsers, Inkscape", Keeps: "the view", Write: dot, Diagram: true, Picture: true},
		{Name: "png", About: "picture of a readable view, in pixels", Readers: "everything that shows pictures", Keeps: "the view", Write: dot, Diagram: true, Picture: true},
		{Name: "pdf", About: "picture of a readable view, for paper", Readers: "everything that shows PDF", Keeps: "the view", Write: dot, Diagram: true, Picture: true},
		{Name: "graphml", About: "everything, for Gephi, Cytoscape, networkx and igraph", Readers: "Gephi, Cytoscape, networkx, igraph, graphology; yEd",
			Keeps: "everything; one edge for each relation and modality", Profiles: []string{profileStrict, profileYEd}, Write: graphML},
		{Name: "json", About: "everything, as JSON Graph Format v2; kg import reads it back", Readers: "kg import, jq, any program",
			Keeps: "everything", Write: plain(JSON)},
		{Name: "gexf", About: "everything with time, colours, sizes and positions, as GEXF 1.3", Readers: "Gephi, graphology, sigma.js", Keeps: "everything; edges as in GraphML", Write: plain(GEXF)},
		{Name: "csv", About: "a table of what is said and where; a folder or FILE.zip: tables of nodes, edges and evidence", Readers: "spreadsheets, pandas, R, DuckDB; Gephi", Keeps: "everything; the single table: relations and names", Write: plain(CSV), Files: csvFiles},
		{Name: "neo4j", About: "a folder or FILE.zip of CSV tables for neo4j-admin import", Readers: "Neo4j", Keeps: "everything", Files: neo4jFiles},
		{Name: "cypher", About: "openCypher script that merges nodes and relationships", Readers: "Neo4j, Memgraph, other openCypher databases", Keeps: "everything", Write: plain(Cypher)},
		{Name: "cyjs", About: "Cytoscape JSON", Readers: "Cytoscape, Cytoscape.js", Keeps: "everything", Write: plain(CyJS)},
		{Name: "jsonld", About: "linked data with the terms of schema.org, every fact a statement with its evidence", Readers: "rdflib, Jena, any RDF store", Keeps: "everything", Write: plain(JSONLD)},
		{Name: "nq", About: "the triples of jsonld as N-Quads", Readers: "rdflib, Jena, any RDF store", Keeps: "everything", Write: plain(NQuads)},
		{Name: "ftm", Ending: "jsonl", About: "FollowTheMoney entities, a JSON object a line", Readers: "Aleph, OpenAleph, followthemoney", Keeps: "nodes and edges; confidence, rule and weak types not", Write: plain(FTM)},
		{Name: "plover", About: "events in the manner of PLOVER, a CSV row each", Readers: "event data tools, spreadsheets", Keeps: "what PLOVER has a category for", Write: plain(PLOVER)},
		{Name: "mermaid", Ending: "mmd", About: "diagram for Markdown pages", Readers: "GitHub, GitLab, Obsidian, Notion", Keeps: "names and readings", Write: Mermaid, Diagram: true},
		{Name: "html", About: "one page without scripts, to read and to search in", Readers: "browsers", Keeps: "nodes, edges and sentences", Write: plain(HTML)},
		{Name: "markdown", Ending: "md", About: "a folder or FILE.zip of linked notes, one an entity", Readers: "Obsidian, Logseq, any Markdown reader", Keeps: "nodes, edges and sentences", Files: markdownFiles},
	}
}

// Lookup returns the format of that name or ending, and whether there is one.
func Lookup(name string) (Format, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return name != "" && (f.Name == name || f.Ending == name) })
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}

func dot(w io.Writer, s Source, o Options) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	return diagram.DOT(w, g, o.Diagram)
}

// plain makes a writer of one that has no options.
func plain(write func(io.Writer, Source) error) func(io.Writer, Source, Options) error {
	return func(w io.Writer, s Source, _ Options) error { return write(w, s) }
}
