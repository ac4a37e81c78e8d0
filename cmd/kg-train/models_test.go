package main

import (
	"io"
	"os"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/tag"
)

// TestSmallModels trains tagger and parser on a slice of a treebank and
// measures them on another, so that a training that no longer learns is seen
// in seconds.
func TestSmallModels(t *testing.T) {
	if testing.Short() {
		t.Skip("trains for seconds")
	}
	const data = "../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("no treebanks: %v", err)
	}
	all, err := readTreebank(data + "/ud-gum/train.conllu")
	if err != nil {
		t.Fatal(err)
	}
	train, test := bare(all[:250]), bare(all[250:330])
	_, tagger, err := newTagger(train, tag.Plain{}, options{seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	file, err := parse.Train(train, nil, parse.TrainOptions{Seed: 1, Epochs: 3, MinUpdates: 2})
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Open(string(file))
	if err != nil {
		t.Fatal(err)
	}
	s := compare(test, func(w []nlp.Word) { tagger.Tag(w, nil); parser.Parse(w) })
	t.Logf("UPOS %.1f, UAS %.1f, LAS %.1f", s.percent(s.upos), s.percent(s.head), s.percent(s.label))
	if s.percent(s.upos) < 80 || s.percent(s.label) < 58 {
		t.Errorf("UPOS %.1f, LAS %.1f, want 80 and 58", s.percent(s.upos), s.percent(s.label))
	}
}

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{{"extra"}, {"-no-such-flag"}, {"-data", "no/such/folder"}} {
		if run(args, io.Discard) == 0 {
			t.Errorf("%v: accepted", args)
		}
	}
}

func TestCompare(t *testing.T) {
	gold := []nlp.Sentence{{Words: []nlp.Word{{UPOS: "NOUN", Head: 1, Rel: "nsubj:pass"}, {UPOS: "VERB", Head: -1, Rel: "root"}}}}
	s := compare(gold, func(w []nlp.Word) { w[0].Rel, w[1].Head = "nsubj", 0 })
	if s.words != 2 || s.upos != 2 || s.head != 1 || s.label != 1 {
		t.Errorf("%+v", s)
	}
	if r := s.relations(); len(r) != 2 || r[0] != "nsubj P 100.0 R 100.0 of 1" || r[1] != "root P 0.0 R 0.0 of 1" {
		t.Errorf("%q", r)
	}
}
