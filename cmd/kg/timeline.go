package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/schema"
)

func (a *app) timeline() *cobra.Command {
	c := &cobra.Command{
		Use:   "timeline [flags] [NAME]",
		Short: "Tell what happened in the order of its dates",
		Long: `timeline prints the dated events and relations in the order of their dates: of
the whole graph, or of what lies around the entity of a name. Relations of an
event stand below it. As a picture it has a row for each, and a lane for each
party.`,
		Example: `  kg timeline
  kg timeline -f svg -o talks.svg --title "The talks of March"
  kg timeline --since 2025-03 --status asserted Devanny`,
	}
	file := graphFlag(c)
	narrow := selectable(c)
	takesNames(c, &narrow.ids, 0, 1, "one NAME or none")
	x := &exporter{app: a}
	x.drawFlags = paintable(c, &x.options.Diagram, "rows", 60)
	c.Flags().StringVarP(&x.format, "format", "f", "text", "one of "+strings.Join(timelineFormats, ", "))
	c.Flags().StringVarP(&x.output, "output", "o", "", "write to `file` instead of standard output")
	completeWith(c, "format", timelineFormats...)
	c.RunE = func(c *cobra.Command, names []string) error {
		if err := x.checkTimeline(c); err != nil {
			return err
		}
		narrow.focus = append(narrow.focus, narrow.ids.among(names, 1)...)
		g, err := a.only(c, *file, narrow)
		switch {
		case err != nil:
			return err
		case x.format != "text":
			return x.timeline(c.Context(), g)
		}
		return a.emit(c.Context(), x.output, func(w io.Writer) error { return writeTimeline(w, view{g}) })
	}
	return c
}

// checkTimeline says what is wrong with the flags. Without a format the ending
// of the output says it.
func (x *exporter) checkTimeline(c *cobra.Command) error {
	if ending := strings.TrimPrefix(filepath.Ext(x.output), "."); !c.Flags().Changed("format") && slices.Contains(timelineFormats, ending) {
		x.format = ending
	}
	if !slices.Contains(timelineFormats, x.format) {
		return usagef("unknown format %q; known: %s", x.format, strings.Join(timelineFormats, ", "))
	}
	return x.drawFlags.check(c)
}

// An event is a dated node with its relations, or one dated relation.
type event struct {
	date  string
	title string
	rows  []string
}

// events returns what is dated, by date; events of one date in the order of
// nodes, then edges.
func (v view) events() []event {
	var out []event
	at := map[string]int{}
	for _, n := range v.g.Nodes() {
		if n.Date != "" {
			at[n.ID] = len(out)
			out = append(out, event{date: n.Date, title: n.Label})
		}
	}
	for i := range v.g.Edges() {
		e := &v.g.Edges()[i]
		if k, ok := at[e.To]; ok {
			out[k].rows = append(out[k].rows, fmt.Sprintf("%s %s%s", v.label(e.From), v.reading(e, e.From), v.doubt(e)))
			continue
		}
		if k, ok := at[e.From]; ok {
			out[k].rows = append(out[k].rows, fmt.Sprintf("%s %s%s", v.reading(e, e.From), v.label(e.To), v.doubt(e)))
			continue
		}
		if e.Date != "" {
			out = append(out, event{date: e.Date, title: fmt.Sprintf("%s —%s→ %s (%s) %s", v.label(e.From), v.reading(e, e.From), v.label(e.To), e.Modality, sources(e))})
		}
	}
	slices.SortStableFunc(out, func(a, b event) int { return cmp.Compare(a.date, b.date) })
	return out
}

// doubt is the modality of e in brackets, if it is not asserted.
func (v view) doubt(e *graph.Edge) string {
	if e.Modality == schema.Asserted {
		return ""
	}
	return " (" + e.Modality.String() + ")"
}

func writeTimeline(w io.Writer, v view) error {
	last := ""
	for _, e := range v.events() {
		if e.date != last {
			fmt.Fprintln(w, e.date)
			last = e.date
		}
		fmt.Fprintf(w, "  %s\n", e.title)
		if len(e.rows) > 0 {
			fmt.Fprintf(w, "    %s\n", strings.Join(slices.Compact(e.rows), "; "))
		}
	}
	if last == "" {
		_, err := fmt.Fprintln(w, "nothing dated")
		return err
	}
	return nil
}
