package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

func writeStats(w io.Writer, s *statistics) error {
	fmt.Fprintf(w, "%s, %s, from %s\n", counted(s.Entities, "entity", "entities"), counted(s.Relations, "relation", "relations"), counted(s.Documents, "document", "documents"))
	for _, t := range []struct {
		title string
		list  []tally
	}{{"entities by type", s.Types}, {"relations by kind", s.Kinds}, {"relations by status", s.Status}} {
		writeTallies(w, t.title, t.list)
	}
	if s.Entities == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s: %s\n", counted(len(s.Components), "connected component", "connected components"), sizes(s.Components))
	if len(s.Communities) > 0 {
		fmt.Fprintf(w, "\ncommunities (modularity %.3f)\n", s.Modularity)
	}
	for i, c := range s.Communities {
		names := make([]string, len(c.Members))
		for k, m := range c.Members {
			names[k] = oneLine(m.Label)
		}
		more := ""
		if c.Size > len(names) {
			more = fmt.Sprintf(" and %d more", c.Size-len(names))
		}
		fmt.Fprintf(w, "%4d. %s: %s%s\n", i+1, counted(c.Size, "entity", "entities"), strings.Join(names, ", "), more)
	}
	return writeMeasures(w, s)
}

func writeTallies(w io.Writer, title string, list []tally) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, t := range list {
		fmt.Fprintf(w, "  %6d  %s\n", t.Count, t.Name)
	}
}

// sizesShown is how many components are told one by one.
const sizesShown = 5

func sizes(list []int) string {
	var parts []string
	for _, n := range list[:min(len(list), sizesShown)] {
		parts = append(parts, fmt.Sprint(n))
	}
	if len(list) > sizesShown {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ") + " entities"
}

func writeMeasures(w io.Writer, s *statistics) error {
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "entity\ttype\tdegree\tbetweenness\tPageRank\tcommunity")
	for i := range s.Measures {
		m := &s.Measures[i]
		group := "–"
		if m.Community > 0 {
			group = fmt.Sprint(m.Community)
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%.4f\t%.4f\t%s\n", oneLine(m.Label), m.Type, m.Degree, m.Betweenness, m.PageRank, group)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if s.Pivots > 0 {
		_, err := fmt.Fprintf(w, "betweenness is estimated from the paths of %d entities\n", s.Pivots)
		return err
	}
	return nil
}
