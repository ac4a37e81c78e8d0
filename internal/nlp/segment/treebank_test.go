package segment

import (
	"flag"
	"os"
	"testing"

	"kg/internal/nlp/conllu"
	"kg/internal/text"
	"kg/model"
)

var update = flag.Bool("update", false, "train and write the model file")

// treebank reads a file of the shared data, or skips the test.
func treebank(t testing.TB, name string) []conllu.Sentence {
	t.Helper()
	f, err := os.Open("../../../../shared/data/" + name + ".conllu")
	if err != nil {
		t.Skipf("no treebank: %v", err)
	}
	defer f.Close()
	s, err := conllu.Read(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

// TestModelIsCurrent trains again: the committed model is what [Train] makes
// of the treebanks, byte for byte.
func TestModelIsCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("trains for seconds")
	}
	banks := [][]conllu.Sentence{treebank(t, "ud-ewt/train"), treebank(t, "ud-gum/train")}
	got := Train(banks, Options{})
	if *update {
		if err := os.WriteFile("../../../model/boundaries.bin", got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(got) != model.Boundaries() {
		t.Error("model/boundaries.bin is not what Train makes; run this test with -update")
	}
}

// TestTreebanks measures words and sentences on raw text, as the CoNLL 2018
// shared task scores them.
func TestTreebanks(t *testing.T) {
	for _, c := range []struct {
		name              string
		tokens, sentences float64 // floors
	}{
		{"ud-ewt/dev", 99.0, 80},
		{"ud-gum/dev", 99.5, 93},
	} {
		gold := treebank(t, c.name)
		src := conllu.Text(gold)
		var want, got, wantEnds, gotEnds []text.Span
		for i := range gold {
			want = append(want, spans(gold[i].Words)...)
			wantEnds = append(wantEnds, gold[i].Span)
		}
		for s := range Each(src, nil) {
			got = append(got, spans(s.Words)...)
			gotEnds = append(gotEnds, s.Span)
		}
		tokens, sentences := f1(want, got), f1(wantEnds, gotEnds)
		t.Logf("%s: tokens %.2f, sentences %.2f", c.name, tokens, sentences)
		if tokens < c.tokens || sentences < c.sentences {
			t.Errorf("%s: below tokens %.1f, sentences %.1f", c.name, c.tokens, c.sentences)
		}
	}
}
