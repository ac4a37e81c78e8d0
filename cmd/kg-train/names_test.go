package main

import (
	"os"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/tag"
	"kg/lexicon"
	"kg/model"
)

// TestNames measures the recogniser on the dev corpora.
func TestNames(t *testing.T) {
	const data = "../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skip("no ../shared/data beside the repository")
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := tag.Open(model.Tagger)
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Open(model.Parser)
	if err != nil {
		t.Fatal(err)
	}
	analyse := func(words []nlp.Word) { tagger.Tag(words, nil); parser.Parse(words) }
	var log strings.Builder
	if err := reportNames(options{data: data}, analyse, model.Names, lex, &log); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + log.String())
}
