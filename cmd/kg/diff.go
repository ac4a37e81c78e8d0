package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
)

func (a *app) diff() *cobra.Command {
	c := &cobra.Command{
		Use:   "diff [flags] A B",
		Short: "Tell what changed between two graph files, fact by fact",
		Long: `diff compares two graph files and prints what came (+), what went (-) and what
changed (~): of an entity its type, name or date, of a fact its status, its date
or the sentences that state it.`,
		Example: `  kg diff monday.kg tuesday.kg
  kg diff --status asserted --since 2025-03 monday.kg tuesday.kg
  kg diff --format json monday.kg tuesday.kg | jq '.[].what'`,
		Args: takes(2, 2, "A and B"),
	}
	format := c.Flags().String("format", "text", "text or json")
	completeWith(c, "format", "text", "json")
	narrow := selectable(c)
	c.RunE = func(c *cobra.Command, files []string) error {
		write, ok := map[string]func(io.Writer, *difference) error{"text": writeDiff, "json": writeDiffJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		was, err := a.only(c, files[0], narrow)
		if err != nil {
			return err
		}
		is, err := a.only(c, files[1], narrow)
		if err != nil {
			return err
		}
		d := &difference{view{was}, view{is}, graph.Diff(was, is)}
		if len(d.changes) == 0 {
			fmt.Fprintln(a.stderr, "kg: nothing differs")
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, d) })
	}
	return c
}

// A difference is what kg diff found.
type difference struct {
	was, is view
	changes []graph.Change
}

func writeDiff(w io.Writer, d *difference) error {
	for i := range d.changes {
		c := &d.changes[i]
		mark := map[string]string{"added": "+", "removed": "-"}[c.What()[0]]
		if mark == "" {
			mark = "~"
		}
		if c.WasNode != nil || c.IsNode != nil {
			writeNodeChange(w, mark, c)
			continue
		}
		if c.Is == nil {
			writeFact(w, mark, d.was, c.Was)
			continue
		}
		writeFact(w, mark, d.is, c.Is)
		if c.Was != nil {
			fmt.Fprintf(w, "      was: %s; %s\n", d.was.status(c.Was, c.Was.From), sources(c.Was))
		}
	}
	return nil
}

func writeFact(w io.Writer, mark string, v view, e *graph.Edge) {
	fmt.Fprintf(w, "%s %s —%s→ %s (%s)\n", mark, v.label(e.From), v.reading(e, e.From), v.label(e.To), v.status(e, e.From))
	fmt.Fprintf(w, "      %s\n      %s\n", quote(e.Evidence[0].Text), sources(e))
}

func writeNodeChange(w io.Writer, mark string, c *graph.Change) {
	say := func(n *graph.Node) string {
		return strings.TrimRight(fmt.Sprintf("%s, %s, %s %s", n.Label, n.Type, n.ID, n.Date), " ")
	}
	if c.IsNode == nil {
		fmt.Fprintf(w, "%s %s\n", mark, say(c.WasNode))
		return
	}
	fmt.Fprintf(w, "%s %s\n", mark, say(c.IsNode))
	if c.WasNode != nil {
		fmt.Fprintf(w, "      was: %s\n", say(c.WasNode))
	}
}

func writeDiffJSON(w io.Writer, d *difference) error {
	type fact struct {
		From jsonNode `json:"from"`
		To   jsonNode `json:"to"`
		jsonEdge
	}
	type change struct {
		What    []string  `json:"what"`
		Was     *fact     `json:"was,omitempty"`
		Is      *fact     `json:"is,omitempty"`
		WasNode *jsonNode `json:"was_node,omitempty"`
		IsNode  *jsonNode `json:"is_node,omitempty"`
	}
	fill := func(v view, e *graph.Edge, n *graph.Node) (f *fact, j *jsonNode) {
		if e != nil {
			f = &fact{v.node(e.From), v.node(e.To), v.edge(e, e.From)}
		}
		if n != nil {
			j = &jsonNode{n.ID, n.Label, n.Type}
		}
		return f, j
	}
	out := []change{}
	for i := range d.changes {
		x := change{What: d.changes[i].What()}
		x.Was, x.WasNode = fill(d.was, d.changes[i].Was, d.changes[i].WasNode)
		x.Is, x.IsNode = fill(d.is, d.changes[i].Is, d.changes[i].IsNode)
		out = append(out, x)
	}
	return encode(w, out)
}
