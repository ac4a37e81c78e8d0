package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"kg/internal/mention"
	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/internal/text"
	"kg/lexicon"
	"kg/schema"
)

// trainPronouns learns whom personal pronouns mean from the development part
// of GAP, as the embedded models read it: after a change of these the program
// is built anew first. The training part of OntoGUM was tried as well: its
// biographies and vlogs teach that whoever is mentioned most is meant, which is
// wrong of news.
func trainPronouns(c *corpus, o options, log io.Writer) ([]byte, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	sch, err := schema.Load()
	if err != nil {
		return nil, err
	}
	annotator, err := annotate.New()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(c.folder, "gap", "gap-development.tsv")
	var data []byte
	for range gapRounds {
		choices, err := readGAP(path, mention.New(lex, sch).Weighing(string(data)), annotator)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(log, "pronouns: F1 %.3f on %d choices in ten-fold cross-validation\n", mention.CheckPronouns(choices, o.seed), len(choices))
		data = mention.LearnPronouns(choices, o.seed)
	}
	return data, nil
}

// gapRounds is how often the texts are read: what the pronouns before one mean
// is told by the weights of the round before.
const gapRounds = 3

// readGAP reads the snippets of a GAP file: the text, a pronoun, and two names
// that it means or does not mean.
func readGAP(path string, finder *mention.Finder, annotator *annotate.Annotator) ([]mention.Choice, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 11
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []mention.Choice
	for n, row := range rows[1:] {
		q := mention.Question{Pronoun: gapSpan(row[1], row[3], row[2])}
		for _, name := range [][]string{row[4:7], row[7:10]} {
			if span := gapSpan(row[1], name[1], name[0]); name[2] == "TRUE" {
				q.Same = append(q.Same, span)
			} else {
				q.Other = append(q.Other, span)
			}
		}
		doc, err := source.Parse("gap.txt", []byte(row[1]), "")
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n+2, err)
		}
		out = append(out, finder.Choice(doc, annotator.Sentences(doc), q))
	}
	return out, nil
}

// gapSpan returns the bytes of a form at an offset that counts characters; an
// empty span if the text is not so long.
func gapSpan(src, offset, form string) text.Span {
	n, _ := strconv.Atoi(offset)
	for at := range src {
		if n--; n < 0 {
			return text.Span{Start: at, End: at + len(form)}
		}
	}
	return text.Span{}
}
