package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/nlp/conllu"
	"kg/internal/source"
)

// annotations are the formats of kg annotate.
var annotations = []struct {
	name  string
	write func(io.Writer, []nlp.Sentence, string) error
}{
	{"conllu", conllu.Write},
	{"text", writeTrees},
	{"json", writeSentences},
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
	c.RunE = func(_ *cobra.Command, given []string) error {
		for _, f := range annotations {
			if f.name == *format {
				return a.analyse(given, *output, f.write)
			}
		}
		return usagef("unknown format %q; known: conllu, text, json", *format)
	}
	return c
}

func (a *app) analyse(given []string, output string, write func(io.Writer, []nlp.Sentence, string) error) error {
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
	sentences := annotator.Sentences(doc)
	return a.emit(output, func(w io.Writer) error { return write(w, sentences, doc.Text) })
}

// writeTrees writes one word a line under each sentence, for people.
func writeTrees(w io.Writer, sentences []nlp.Sentence, src string) error {
	for i := range sentences {
		s := &sentences[i]
		fmt.Fprintf(w, "%s\n", strings.Join(strings.Fields(s.Span.Of(src)), " "))
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for k, word := range s.Words {
			head := ""
			if word.Head >= 0 {
				head = fmt.Sprintf("%d %s", word.Head+1, s.Words[word.Head].Form)
			}
			fmt.Fprintf(t, "  %d\t%s\t%s\t%s\t%s\t%s\t%s\n", k+1, word.Form, word.Lemma, word.UPOS, word.XPOS, word.Rel, head)
		}
		if err := t.Flush(); err != nil {
			return err
		}
		for _, n := range s.Names {
			fmt.Fprintf(w, "  %s: %s\n", n.Type, nameText(s, n, src))
		}
		fmt.Fprintln(w)
	}
	return nil
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

func writeSentences(w io.Writer, sentences []nlp.Sentence, src string) error {
	list := make([]jsonSentence, len(sentences))
	for i := range sentences {
		s := &sentences[i]
		j := jsonSentence{Start: s.Span.Start, End: s.Span.End, Text: s.Span.Of(src), Words: make([]jsonWord, len(s.Words)), Names: []jsonName{}}
		for k, word := range s.Words {
			j.Words[k] = jsonWord{word.Span.Start, word.Span.End, word.Form, word.Lemma, word.UPOS, word.XPOS, word.Head + 1, word.Rel}
		}
		for _, n := range s.Names {
			j.Names = append(j.Names, jsonName{n.First + 1, n.End, n.Type, nameText(s, n, src)})
		}
		list[i] = j
	}
	return encode(w, map[string]any{"sentences": list})
}

// encode writes v as indented JSON, with <, > and & as they are.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// completeWith lets shells complete a flag with words.
func completeWith(c *cobra.Command, flag string, words ...string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
}
