package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/explain"
	"kg/internal/fact"
	"kg/internal/source"
	"kg/internal/text"
)

func (a *app) missed() *cobra.Command {
	c := &cobra.Command{
		Use:   "missed [flags] FILE",
		Short: "Show the sentences of a text that gave no relation, and why",
		Long: `missed lists the sentences of a FILE ("-": standard input) that gave no relation
although a word of theirs calls up a rule or two actors are in them, each with
the nearest rule and what it lacked; then the pronouns and descriptions of which
it is not known whom they mean, so that what is said of them is dropped. Most of
what it lists says nothing that a graph should hold; the rest is where a rule is
to be mended or made.`,
		Example: `  kg missed article.txt
  kg missed --rules rules.yaml --schema schema.yaml news.txt
  kg missed --format json - < article.txt`,
		Args: takes(1, 1, "one FILE"),
	}
	var reader source.Reader
	own := domainFlags(c, "rules", "schema")
	c.Flags().StringVar(&reader.Date, "date", "", "the `day` (YYYY-MM-DD) of a FILE that gives none")
	format := c.Flags().String("format", "text", "text or json")
	completeWith(c, "format", "text", "json")
	c.RunE = func(c *cobra.Command, given []string) error {
		write, ok := map[string]func(io.Writer, *missings) error{"text": writeMissed, "json": writeMissedJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		if err := checkDay(reader.Date); err != nil {
			return err
		}
		line, doc, err := readOne(a, &reader, given[0], own)
		if err != nil {
			return err
		}
		m := &missings{doc: doc, by: explain.New(line.Rules())}
		if m.Review, err = guarded(doc, line.Review); err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, m) })
	}
	return c
}

// missings are what kg missed found.
type missings struct {
	*fact.Review
	doc *source.Document
	by  *explain.Explainer
}

func writeMissed(w io.Writer, m *missings) error {
	for i := range m.Missed {
		x := &m.Missed[i]
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s:%d\n", m.doc.Name, x.Span.Start)
		writeMarked(w, &explain.Fact{Sentence: m.words(x.Span), Trigger: m.words(x.Trigger)})
		if x.Rule != "" {
			fmt.Fprintf(w, "  nearest   %s\n", ruleLine(m.rule(x.Rule)))
		}
		fmt.Fprintf(w, "  because   %s\n", x.Reason)
		if x.Path != "" {
			fmt.Fprintf(w, "  path      %s\n", x.Path)
		}
		if len(x.Actors) > 0 {
			fmt.Fprintf(w, "  actors    %s\n", strings.Join(x.Actors, ", "))
		}
	}
	if len(m.Open) > 0 && len(m.Missed) > 0 {
		fmt.Fprintln(w)
	}
	for i := range m.Open {
		x := &m.Open[i]
		if _, err := fmt.Fprintf(w, "%s:%d: not known whom %s means\n", m.doc.Name, x.Span.Start, quote(x.Span.Of(m.doc.Text))); err != nil {
			return err
		}
	}
	return nil
}

func (m *missings) rule(name string) *explain.Rule {
	r := m.by.Rule(name)
	return &r
}

func (m *missings) words(s text.Span) explain.Words {
	return explain.Words{Start: s.Start, End: s.End, Text: s.Of(m.doc.Text)}
}

// writeMissedJSON writes {"missed": […], "open": […]}.
func writeMissedJSON(w io.Writer, m *missings) error {
	type (
		missed struct {
			Doc      string        `json:"doc"`
			Sentence explain.Words `json:"sentence"`
			Actors   []string      `json:"actors"`
			Rule     *explain.Rule `json:"rule"` // null if no rule knows a word of the sentence
			Trigger  explain.Words `json:"trigger"`
			Reason   string        `json:"reason"`
			Path     string        `json:"path"`
		}
		open struct {
			Words    explain.Words `json:"words"`
			Sentence explain.Words `json:"sentence"`
		}
	)
	out := struct {
		Missed []missed `json:"missed"`
		Open   []open   `json:"open"`
	}{[]missed{}, []open{}}
	for i := range m.Missed {
		x := &m.Missed[i]
		j := missed{Doc: m.doc.Name, Sentence: m.words(x.Span), Actors: x.Actors, Trigger: m.words(x.Trigger), Reason: x.Reason, Path: x.Path}
		if x.Rule != "" {
			j.Rule = m.rule(x.Rule)
		}
		out.Missed = append(out.Missed, j)
	}
	for i := range m.Open {
		out.Open = append(out.Open, open{m.words(m.Open[i].Span), m.words(m.Open[i].Sentence)})
	}
	return encode(w, out)
}
