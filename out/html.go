package out

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"

	"kg/graph"
)

const htmlHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Knowledge graph</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
article { border-left: .3rem solid; padding-left: 1rem; margin: 2rem 0 }
article:target { outline: 2px solid; outline-offset: .5rem }
h2, h3 { line-height: 1.2 }
.status { font-size: .85rem; opacity: .8 }
.denied > a { text-decoration: line-through }
blockquote { margin: .2rem 0 .2rem 1rem; font-size: .9rem; opacity: .85 }
</style>
</head>
<body>
`

// HTML writes the whole graph as one page without scripts, to read and to search
// in: the entities by type, each with its names and its relations in both
// directions, as links, with status, date and sentences. The whole graph is in
// memory.
func HTML(w io.Writer, s Source) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	p := page{bufio.NewWriter(w), g}
	p.WriteString(htmlHead)
	fmt.Fprintf(p, "<h1>Knowledge graph</h1>\n<p>%d entities, %d relations.</p>\n<nav>", len(g.Nodes()), len(g.Edges()))
	byType := map[string][]*graph.Node{}
	for i := range g.Nodes() {
		n := &g.Nodes()[i]
		byType[n.Type] = append(byType[n.Type], n)
	}
	for _, t := range g.Schema().Types() {
		if n := len(byType[t.Name]); n > 0 {
			fmt.Fprintf(p, "<a href=\"#type-%s\">%s</a> (%d) ", t.Name, t.Name, n)
		}
	}
	p.WriteString("</nav>\n<main>\n")
	for _, t := range g.Schema().Types() {
		if len(byType[t.Name]) == 0 {
			continue
		}
		fmt.Fprintf(p, "<h2 id=\"type-%s\">%s</h2>\n", t.Name, t.Name)
		for _, n := range byType[t.Name] {
			p.node(n, t.Border)
		}
	}
	p.WriteString("</main>\n</body>\n</html>\n")
	return p.Flush()
}

type page struct {
	*bufio.Writer
	graph *graph.Graph
}

// htmlText returns text as HTML that shows it.
func htmlText(text string) string { return html.EscapeString(printable(text)) }

func (p page) node(n *graph.Node, colour string) {
	fmt.Fprintf(p, "<article id=\"%s\" style=\"border-color: %s\">\n<h3>%s</h3>\n", htmlText(n.ID), colour, htmlText(n.Label))
	if n.Date != "" {
		fmt.Fprintf(p, "<p class=\"date\"><time>%s</time></p>\n", n.Date)
	}
	if n.Text != "" {
		fmt.Fprintf(p, "<p class=\"text\">%s</p>\n", htmlText(n.Text))
	}
	if len(n.Aliases) > 0 {
		aliases := make([]string, len(n.Aliases))
		for i, a := range n.Aliases {
			aliases[i] = "<i>" + htmlText(a) + "</i>"
		}
		fmt.Fprintf(p, "<p class=\"aliases\">also %s</p>\n", strings.Join(aliases, ", "))
	}
	p.WriteString("<ul>\n")
	for _, e := range p.graph.EdgesOf(n.ID) {
		p.edge(n, &e)
	}
	p.WriteString("</ul>\n</article>\n")
}

// edge writes a relation of n; its sentences stand with the entity that it comes
// from.
func (p page) edge(n *graph.Node, e *graph.Edge) {
	r, _ := p.graph.Schema().Relation(e.Relation)
	reading, other := r.Says(e.Modality, e.Role), e.To
	if e.From != n.ID {
		reading, other = r.Back(e.Modality), e.From
	}
	fmt.Fprintf(p, "<li class=\"%s\">%s %s <span class=\"status\">%s", e.Modality, htmlText(reading), p.link(other), e.Modality)
	if e.Date != "" {
		fmt.Fprintf(p, ", <time>%s</time>", e.Date)
	}
	if e.Claimed != "" {
		fmt.Fprintf(p, ", claimed by %s", p.link(e.Claimed))
	}
	p.WriteString("</span>\n")
	if e.From == n.ID {
		for _, x := range e.Evidence {
			fmt.Fprintf(p, "<blockquote>%s <cite>%s:%d</cite></blockquote>\n", htmlText(x.Text), htmlText(x.Doc), x.Start)
		}
	}
	p.WriteString("</li>\n")
}

func (p page) link(id string) string {
	n, _ := p.graph.Node(id)
	return "<a href=\"#" + htmlText(id) + "\">" + htmlText(n.Label) + "</a>"
}
