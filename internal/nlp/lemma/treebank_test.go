package lemma

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"

	"kg/internal/nlp/conllu"
	"kg/model"
)

var (
	update = flag.Bool("update", false, "train and write the table")
	faults = flag.Int("faults", 0, "print so many of the commonest faults")
)

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

// TestTableIsCurrent trains again: the committed table is what [Train] makes
// of the treebanks, byte for byte.
func TestTableIsCurrent(t *testing.T) {
	got := Train([][]conllu.Sentence{treebank(t, "ud-ewt/train"), treebank(t, "ud-gum/train")})
	if *update {
		if err := os.WriteFile("../../../model/lemmas.tsv", got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(got) != string(model.Lemmas()) {
		t.Error("model/lemmas.tsv is not what Train makes; run this test with -update")
	}
}

// TestTreebanks measures lemmas with gold tags: with the table and with the
// lists and rules alone.
func TestTreebanks(t *testing.T) {
	full, err := New(model.Lemmas())
	if err != nil {
		t.Fatal(err)
	}
	bare, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		floor float64
	}{{"ud-ewt/dev", 98}, {"ud-gum/dev", 98.5}} {
		gold := treebank(t, c.name)
		withTable := accuracy(gold, full)
		t.Logf("%s: %.2f with the table, %.2f without", c.name, withTable, accuracy(gold, bare))
		if withTable < c.floor {
			t.Errorf("%s: below %.1f", c.name, c.floor)
		}
		for _, f := range commonFaults(gold, full) {
			t.Log(f)
		}
	}
}

func accuracy(gold []conllu.Sentence, l *Lemmatizer) float64 {
	right, all := 0, 0
	for i := range gold {
		for _, w := range gold[i].Words {
			all++
			if w.Lemma == "" || w.Lemma == l.Lemma(w.Form, w.UPOS, w.XPOS) {
				right++
			}
		}
	}
	return 100 * float64(right) / float64(all)
}

// commonFaults lists the commonest wrong lemmas, as many as the flag wants.
func commonFaults(gold []conllu.Sentence, l *Lemmatizer) []string {
	counts := map[string]int{}
	for i := range gold {
		for _, w := range gold[i].Words {
			if got := l.Lemma(w.Form, w.UPOS, w.XPOS); w.Lemma != "" && got != w.Lemma {
				counts[fmt.Sprintf("%s %s %s: %s, want %s", w.Form, w.UPOS, w.XPOS, got, w.Lemma)]++
			}
		}
	}
	var out []string
	for f, n := range counts {
		out = append(out, fmt.Sprintf("%4d %s", n, f))
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out[:min(*faults, len(out))]
}
