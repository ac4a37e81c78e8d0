package main

import (
	"os"
	"testing"

	"kg/lexicon"
	"kg/model"
)

// nameFloors are scores below which the embedded model must not fall.
var nameFloors = map[string]float64{"uner-ewt/dev.iob2": 70, "ud-gum/dev.conllu": 72, "crossner-politics/dev.txt": 74}

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
	scores, err := scoreNames(data, model.Names, analyse, lex)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		t.Logf("%s: all %s", s.file, s.all)
		t.Logf("%s: statistics %s", s.file, s.statistics)
		if floor := nameFloors[s.file]; s.all.F1() < floor {
			t.Errorf("%s: F1 %.2f, below %.1f", s.file, s.all.F1(), floor)
		}
	}
}
