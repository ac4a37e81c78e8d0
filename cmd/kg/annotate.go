package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/nlp/conllu"
	"kg/internal/source"
	"kg/schema"
)

// annotations are the formats of kg annotate.
var annotations = []struct {
	name string
	to   func(w io.Writer, text string) sentenceWriter
}{
	{"conllu", func(w io.Writer, text string) sentenceWriter { return conllu.NewWriter(w, text) }},
	{"text", newTreeWriter},
	{"json", newJSONWriter},
}

// A sentenceWriter writes sentences as they come. Flush ends the output and
// returns the first error.
type sentenceWriter interface {
	Sentence(*nlp.Sentence)
	Flush() error
}

func (a *app) annotate() *cobra.Command {
	c := &cobra.Command{
		Use:   "annotate [flags] [FILE]",
		Short: "Show the linguistic analysis of a text",
		Long: `annotate prints the sentences of a text (standard input without FILE) with
tags, lemmas, dependency trees and names.`,
		Example: `  kg annotate article.txt
  echo "Ada met Bo." | kg annotate -f text`,
		Args: takes(0, 1, "one FILE at most"),
	}
	format := c.Flags().StringP("format", "f", "conllu", "conllu, text or json")
	output := c.Flags().StringP("output", "o", "", "write to `file` instead of standard output")
	completeWith(c, "format", "conllu", "text", "json")
	c.RunE = func(c *cobra.Command, given []string) error {
		for _, f := range annotations {
			if f.name == *format {
				return a.analyse(c.Context(), given, *output, f.to)
			}
		}
		return usagef("unknown format %q; known: conllu, text, json", *format)
	}
	return c
}

// analyse writes the sentences while it reads, since the analysis of a text is
// many times as long as the text.
func (a *app) analyse(ctx context.Context, given []string, output string, to func(io.Writer, string) sentenceWriter) error {
	name := source.Stdin
	if len(given) == 1 {
		name = given[0]
	}
	doc, err := source.Reader{Stdin: a.stdin}.Read(name)
	if err != nil {
		return err
	}
	annotator, err := annotate.New()
	if err != nil {
		return err
	}
	return a.stream(ctx, output, func(w io.Writer) error {
		out := to(w, doc.Text)
		for sentences := range annotator.Portions(doc) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			for i := range sentences {
				out.Sentence(&sentences[i])
			}
		}
		return out.Flush()
	})
}

// A treeWriter writes one word a line under each sentence, for people.
type treeWriter struct {
	*bufio.Writer
	text string
}

func newTreeWriter(w io.Writer, text string) sentenceWriter {
	return &treeWriter{bufio.NewWriter(w), text}
}

func (w *treeWriter) Sentence(s *nlp.Sentence) {
	fmt.Fprintf(w, "%s\n", strings.Join(strings.Fields(s.Span.Of(w.text)), " "))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for k, word := range s.Words {
		head := ""
		if word.Head >= 0 {
			head = fmt.Sprintf("%d %s", word.Head+1, s.Words[word.Head].Form)
		}
		fmt.Fprintf(t, "  %d\t%s\t%s\t%s\t%s\t%s\t%s\n", k+1, word.Form, word.Lemma, word.UPOS, word.XPOS, word.Rel, head)
	}
	_ = t.Flush() // the error is kept by w
	for _, n := range s.Names {
		fmt.Fprintf(w, "  %s: %s\n", n.Type, nameText(s, n, w.text))
	}
	fmt.Fprintln(w)
}

func nameText(s *nlp.Sentence, n nlp.Name, src string) string {
	return src[s.Words[n.First].Span.Start:s.Words[n.End-1].Span.End]
}

// The JSON form of an analysis. Offsets are bytes, half-open; head is the
// number of a word from 1, 0 for the root.
type (
	jsonSentence struct {
		Start int        `json:"start"`
		End   int        `json:"end"`
		Text  string     `json:"text"`
		Words []jsonWord `json:"words"`
		Names []jsonName `json:"names"`
	}
	jsonWord struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Form  string `json:"form"`
		Lemma string `json:"lemma"`
		UPOS  string `json:"upos"`
		XPOS  string `json:"xpos"`
		Head  int    `json:"head"`
		Rel   string `json:"rel"`
	}
	jsonName struct {
		First int    `json:"first"` // number of a word, from 1
		Last  int    `json:"last"`
		Type  string `json:"type"`
		Text  string `json:"text"`
	}
)

// A jsonWriter writes {"sentences": […]}, the list as it grows.
type jsonWriter struct {
	*bufio.Writer
	text  string
	begun bool
	err   error
}

func newJSONWriter(w io.Writer, text string) sentenceWriter {
	return &jsonWriter{Writer: bufio.NewWriter(w), text: text}
}

func (w *jsonWriter) Sentence(s *nlp.Sentence) {
	j := jsonSentence{Start: s.Span.Start, End: s.Span.End, Text: s.Span.Of(w.text), Words: make([]jsonWord, len(s.Words)), Names: []jsonName{}}
	for k, word := range s.Words {
		j.Words[k] = jsonWord{word.Span.Start, word.Span.End, word.Form, word.Lemma, word.UPOS, word.XPOS, word.Head + 1, word.Rel}
	}
	for _, n := range s.Names {
		j.Names = append(j.Names, jsonName{n.First + 1, n.End, n.Type, nameText(s, n, w.text)})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("    ", "  ")
	w.err = errors.Join(w.err, e.Encode(j))
	w.open()
	w.Write(bytes.TrimSpace(b.Bytes()))
}

// open writes what stands before a sentence.
func (w *jsonWriter) open() {
	if w.begun {
		w.WriteString(",\n    ")
		return
	}
	w.begun = true
	w.WriteString("{\n  \"sentences\": [\n    ")
}

func (w *jsonWriter) Flush() error {
	if w.begun {
		w.WriteString("\n  ]\n}\n")
	} else {
		w.WriteString("{\n  \"sentences\": []\n}\n")
	}
	return errors.Join(w.err, w.Writer.Flush())
}

// encode writes v as indented JSON, with <, > and & as they are.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// completeRelations lets shells complete --relation with the relations of the
// embedded schema.
func completeRelations(c *cobra.Command) {
	_ = c.RegisterFlagCompletionFunc("relation", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		if s, err := schema.Load(); err == nil {
			for _, r := range s.Relations() {
				names = append(names, r.Name)
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	})
}

// completeWith lets shells complete a flag with words.
func completeWith(c *cobra.Command, flag string, words ...string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
}
