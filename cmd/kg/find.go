package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
)

func (a *app) find() *cobra.Command {
	c := &cobra.Command{
		Use:   "find [flags] WORDS...",
		Short: "Find entities and sentences by words",
		Long: `find lists the entities whose names or words, and the sentences of the evidence
that have all the words, the best first, each with its document; if nothing has
all of them, what has the most. Upper and lower case and diacritics do not
count. A word of four letters or more also finds those that begin with it, as
does a shorter one with a star; words between double quotes must follow each
other. Of a sentence the relations follow that it states; a long one is cut to
where the words are.`,
		Example: `  kg find mackerel quotas
  kg find '"fishing grounds" inspect*'
  kg find --limit 3 --since 2025-03 --type Person Corrigan
  kg find --format json inspections | jq '.[].doc'`,
		Args: takes(1, -1, "one of WORDS or more"),
	}
	file := graphFlag(c)
	format := c.Flags().String("format", "text", "text or json")
	limit := c.Flags().Int("limit", 10, "list at most `n`")
	narrow := selectable(c)
	completeWith(c, "format", "text", "json")
	c.RunE = func(c *cobra.Command, words []string) error {
		write, ok := map[string]func(io.Writer, *findings) error{"text": writeHits, "json": writeHitsJSON}[*format]
		switch {
		case !ok:
			return usagef("unknown format %q; known: text, json", *format)
		case *limit < 1:
			return usagef("--limit must be 1 or more")
		}
		query := strings.Join(words, " ")
		found, err := search(c.Context(), *file, narrow, store.ParseTerms(query), *limit)
		if err != nil {
			return err
		}
		if len(found.hits) == 0 {
			return fmt.Errorf("nothing found for %q", query)
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, found) })
	}
	return c
}

// findings are what a search found.
type findings struct {
	view  // of the part of the graph that the hits speak of
	terms store.Terms
	hits  []store.Hit
}

// search looks terms up in a file, or in the part of its graph that is wanted.
func search(ctx context.Context, file string, narrow *selectFlags, terms store.Terms, limit int) (*findings, error) {
	saved, err := openSaved(ctx, file)
	if err != nil {
		return nil, err
	}
	defer saved.Close()
	f := &findings{terms: terms}
	if narrow.none() {
		f.g, f.hits, err = saved.Search(ctx, terms, limit)
		return f, err
	}
	part, err := narrow.apply(ctx, saved)
	if err != nil {
		return nil, err
	}
	f.g, f.hits, err = store.SearchGraph(ctx, part, terms, limit)
	return f, err
}

func writeHits(w io.Writer, f *findings) error {
	for i := range f.hits {
		h := &f.hits[i]
		if h.Node == nil {
			fmt.Fprintf(w, "%s\n    %s:%d: %s\n", quote(f.excerpt(h.Place.Text)), h.Place.Doc, h.Place.Start, strings.Join(f.facts(h.Edges), "; "))
			continue
		}
		fmt.Fprintf(w, "%s, %s, %s\n", oneLine(h.Node.Label), h.Node.Type, h.Node.ID)
		if h.Place != nil {
			fmt.Fprintf(w, "    %s:%d: %s\n", h.Place.Doc, h.Place.Start, counted(h.Relations, "relation", "relations"))
		}
	}
	return nil
}

// excerptWords is how many words of a sentence are shown.
const excerptWords = 40

// excerpt cuts a long sentence to the run of words with the most of those that
// were looked for, the first of equals.
func (f *findings) excerpt(sentence string) string {
	words := strings.Fields(sentence)
	if len(words) <= excerptWords {
		return sentence
	}
	fits := make([]int, len(words)+1) // among the words before each
	for i, w := range words {
		fits[i+1] = fits[i]
		if f.terms.Fits(w) {
			fits[i+1]++
		}
	}
	best := 0
	for i := range len(words) - excerptWords + 1 {
		if fits[i+excerptWords]-fits[i] > fits[best+excerptWords]-fits[best] {
			best = i
		}
	}
	for most := fits[best+excerptWords] - fits[best]; best > 0 && best+excerptWords < len(words) && fits[best+4] == fits[best] && fits[best+1+excerptWords]-fits[best+1] == most; {
		best++ // so that the words do not stand at the end
	}
	out := strings.Join(words[best:best+excerptWords], " ")
	if best > 0 {
		out = "… " + out
	}
	if best+excerptWords < len(words) {
		out += " …"
	}
	return out
}

// facts says what each edge states, each thing once.
func (v view) facts(edges []graph.Edge) []string {
	var out []string
	for i := range edges {
		e := &edges[i]
		if says := fmt.Sprintf("%s %s %s%s", v.label(e.From), v.reading(e, e.From), v.label(e.To), v.doubt(e)); !slices.Contains(out, says) {
			out = append(out, says)
		}
	}
	return out
}

func writeHitsJSON(w io.Writer, f *findings) error {
	type fact struct {
		From jsonNode `json:"from"`
		To   jsonNode `json:"to"`
		jsonEdge
	}
	type hit struct {
		Entity  *jsonNode `json:"entity,omitempty"`
		Doc     string    `json:"doc,omitempty"`
		Start   int       `json:"start"`
		End     int       `json:"end"`
		Text    string    `json:"text,omitempty"`    // of a sentence
		Excerpt string    `json:"excerpt,omitempty"` // of it, around the words
		Facts   []fact    `json:"facts,omitempty"`
		Score   float64   `json:"score"`
	}
	out := []hit{}
	for _, h := range f.hits {
		x := hit{Score: h.Score}
		if h.Place != nil {
			x.Doc, x.Start, x.End = h.Place.Doc, h.Place.Start, h.Place.End
		}
		if h.Node != nil {
			x.Entity = &jsonNode{h.Node.ID, h.Node.Label, h.Node.Type}
		} else {
			x.Text, x.Excerpt = h.Place.Text, f.excerpt(h.Place.Text)
		}
		for k := range h.Edges {
			e := &h.Edges[k]
			x.Facts = append(x.Facts, fact{f.node(e.From), f.node(e.To), f.edge(e, e.From)})
		}
		out = append(out, x)
	}
	return encode(w, out)
}
