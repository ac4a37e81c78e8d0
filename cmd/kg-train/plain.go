package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
	"kg/internal/nlp/segment"
	"kg/internal/nlp/tag"
)

// readPlain returns what is learnt from all text without its tags: the
// treebanks', MASC's and the raw text. It is made once.
func (c *corpus) readPlain(log io.Writer) (tag.Plain, error) {
	if c.plain.Groups != nil {
		return c.plain, nil
	}
	for _, s := range c.train {
		c.plain.Sentences = append(c.plain.Sentences, forms(s))
	}
	masc, err := readFiles(filepath.Join(c.folder, "masc", "*", "*.txt"))
	if err != nil {
		return tag.Plain{}, err
	}
	for line := range strings.Lines(masc) {
		var words []string
		for _, w := range strings.Fields(line) {
			if i := strings.LastIndexByte(w, '_'); i > 0 { // word_TAG
				words = append(words, w[:i])
			}
		}
		c.plain.Sentences = append(c.plain.Sentences, words)
	}
	raw, err := readFiles(filepath.Join(c.folder, "raw", "*.txt"))
	if err != nil {
		return tag.Plain{}, err
	}
	for s := range segment.Each(raw, nil) {
		c.plain.Sentences = append(c.plain.Sentences, forms(s))
	}
	c.plain.Groups = cluster.Induce(lowered(c.plain.Sentences), cluster.Options{})
	fmt.Fprintf(log, "plain: %d sentences, %d words in groups\n", len(c.plain.Sentences), len(c.plain.Groups))
	return c.plain, nil
}

// forms returns the forms of the words of a sentence.
func forms(s nlp.Sentence) []string {
	var out []string
	for _, w := range s.Words {
		out = append(out, w.Form)
	}
	return out
}

// lowered returns the sentences in lower case.
func lowered(sentences [][]string) [][]string {
	var out [][]string
	for _, s := range sentences {
		var low []string
		for _, form := range s {
			low = append(low, string(perceptron.AppendLower(nil, form)))
		}
		out = append(out, low)
	}
	return out
}

// readFiles returns the files that match a pattern, in the order of their
// names, with blank lines between.
func readFiles(pattern string) (string, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		b.Write(data)
		b.WriteString("\n\n")
	}
	return b.String(), nil
}
