package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/schema"
)

func (a *app) show() *cobra.Command {
	c := &cobra.Command{
		Use:   "show [flags] NAME",
		Short: "Show all that is known of an entity",
		Long: `show prints a dossier of one entity: its names, then its relations in the order
of the schema and of their dates (offices over time, meetings, proposals,
statements in their words), each with its status, its sentence and its document,
whom it is joined to most, and the documents that tell of it.`,
		Example: `  kg show Brandsdottir
  kg show --format md "Western Trawler Association" > association.md
  kg show --since 2025-03 --status asserted Devanny`,
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text, md or json")
	narrow := selectable(c)
	takesNames(c, &narrow.ids, 1, 1, "one NAME")
	completeWith(c, "format", "text", "md", "json")
	c.RunE = func(c *cobra.Command, names []string) error {
		write, ok := map[string]func(io.Writer, *dossier) error{"text": writeDossier, "md": writeDossierMarkdown, "json": writeDossierJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, md, json", *format)
		}
		g, n, err := a.around(c, *file, narrow.ids.among(names, 1)[0], narrow)
		if err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, newDossier(g, n)) })
	}
	return c
}

// A dossier is what a graph holds of one node.
type dossier struct {
	view
	node    *graph.Node
	groups  []relationGroup
	sources []string // documents, sorted
}

// A relationGroup is the edges of a node that are read alike, by date.
type relationGroup struct {
	reading string // without a role
	edges   []graph.Edge
}

// newDossier gathers the edges of a node, those of one relation and direction
// together, in the order of the schema.
func newDossier(g *graph.Graph, n *graph.Node) *dossier {
	d := &dossier{view: view{g}, node: n}
	edges := slices.Clone(g.EdgesOf(n.ID))
	slices.SortStableFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(g.Schema().RelationIndex(a.Relation)-g.Schema().RelationIndex(b.Relation), d.direction(&a)-d.direction(&b), strings.Compare(a.Date, b.Date))
	})
	for i := range edges {
		e := &edges[i]
		if i == 0 || e.Relation != edges[i-1].Relation || d.direction(e) != d.direction(&edges[i-1]) {
			d.groups = append(d.groups, relationGroup{reading: d.heading(e)})
		}
		last := &d.groups[len(d.groups)-1]
		last.edges = append(last.edges, *e)
		for k := range e.Evidence {
			d.sources = append(d.sources, e.Evidence[k].Doc)
		}
	}
	slices.Sort(d.sources)
	d.sources = slices.Compact(d.sources)
	return d
}

// direction is 0 where the node is the subject of e or e has no direction.
func (d *dossier) direction(e *graph.Edge) int {
	if r, _ := d.g.Schema().Relation(e.Relation); r.Symmetric || e.From == d.node.ID {
		return 0
	}
	return 1
}

// heading is the reading of the relation of e as it holds, without its role.
func (d *dossier) heading(e *graph.Edge) string {
	r, _ := d.g.Schema().Relation(e.Relation)
	if d.direction(e) == 0 {
		return r.Says(schema.Asserted, "")
	}
	return r.Back(schema.Asserted)
}

// other is the node at the other end of e.
func (d *dossier) other(e *graph.Edge) *graph.Node {
	id := e.From
	if id == d.node.ID {
		id = e.To
	}
	n, _ := d.g.Node(id)
	return n
}

// aliases are the names of the node but its label.
func (d *dossier) aliases() []string {
	return slices.DeleteFunc(slices.Clone(d.node.Aliases), func(s string) bool { return s == d.node.Label })
}

func writeDossier(w io.Writer, d *dossier) error {
	fmt.Fprintf(w, "%s\n%s, %s\n", d.node.Label, d.node.Type, d.node.ID)
	for _, line := range []struct{ what, text string }{{"also named", strings.Join(d.aliases(), "; ")}, {"date", d.node.Date}, {"words", oneLine(d.node.Text)}, {"around", d.around()}} {
		if line.text != "" {
			fmt.Fprintf(w, "%s: %s\n", line.what, line.text)
		}
	}
	for _, group := range d.groups {
		fmt.Fprintf(w, "\n%s\n", group.reading)
		for i := range group.edges {
			e := &group.edges[i]
			fmt.Fprintf(w, "  %s (%s)\n      %s\n      %s\n", d.says(e), d.status(e, ""), quote(e.Evidence[0].Text), sources(e))
		}
	}
	if len(d.groups) == 0 {
		fmt.Fprintln(w, "\nno relations")
		return nil
	}
	_, err := fmt.Fprintf(w, "\nfrom %s: %s\n", counted(len(d.sources), "document", "documents"), strings.Join(d.sources, ", "))
	return err
}

func writeDossierMarkdown(w io.Writer, d *dossier) error {
	fmt.Fprintf(w, "# %s\n\n%s, `%s`\n", escapeMarkdown(d.node.Label), d.node.Type, d.node.ID)
	for _, line := range []struct{ what, text string }{{"Also named", strings.Join(d.aliases(), "; ")}, {"Date", d.node.Date}, {"Words", oneLine(d.node.Text)}, {"Around", d.around()}} {
		if line.text != "" {
			fmt.Fprintf(w, "\n%s: %s\n", line.what, escapeMarkdown(line.text))
		}
	}
	for _, group := range d.groups {
		fmt.Fprintf(w, "\n## %s\n\n", group.reading)
		for i := range group.edges {
			e := &group.edges[i]
			fmt.Fprintf(w, "- **%s** (%s)  \n  %s  \n  %s\n", escapeMarkdown(d.says(e)), escapeMarkdown(d.status(e, "")), escapeMarkdown(quote(e.Evidence[0].Text)), escapeMarkdown(sources(e)))
		}
	}
	_, err := fmt.Fprintf(w, "\n## Sources\n\n- %s\n", escapeMarkdown(strings.Join(d.sources, "\n- ")))
	return err
}

// escapeMarkdown keeps the marks of Markdown and HTML in a text as they are.
func escapeMarkdown(s string) string { return markdown.Replace(s) }

var markdown = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;", "&", "&amp;")

func writeDossierJSON(w io.Writer, d *dossier) error {
	type relation struct {
		jsonEdge
		Other jsonNode `json:"other"`
	}
	type joined struct {
		jsonNode
		Relations int `json:"relations"`
	}
	out := struct {
		jsonNode
		Aliases   []string   `json:"aliases"`
		Date      string     `json:"date"`
		Text      string     `json:"text,omitempty"`
		Relations []relation `json:"relations"`
		Neighbors []joined   `json:"neighbors"`
		Sources   []string   `json:"sources"`
	}{jsonNode: d.view.node(d.node.ID), Aliases: d.aliases(), Date: d.node.Date, Text: d.node.Text, Relations: []relation{}, Neighbors: []joined{}, Sources: d.sources}
	for _, group := range d.groups {
		for i := range group.edges {
			e := &group.edges[i]
			out.Relations = append(out.Relations, relation{d.edge(e, d.node.ID), d.view.node(d.other(e).ID)})
		}
	}
	for _, n := range d.neighbors() {
		out.Neighbors = append(out.Neighbors, joined{d.view.node(n.node.ID), n.edges})
	}
	return encode(w, out)
}
