package main

import (
	"os"
	"strings"
	"testing"

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
	analyse, err := analyser("../../model")
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	if err := reportNames(options{data: data}, analyse, model.Names, lex, &log); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + log.String())
}
