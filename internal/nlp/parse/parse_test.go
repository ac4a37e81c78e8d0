package parse

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"kg/internal/nlp"
)

// lines is a tiny treebank: form/UPOS/XPOS/head/relation, heads from 1.
const lines = `
The/DET/DT/2/det minister/NOUN/NN/3/nsubj met/VERB/VBD/0/root the/DET/DT/5/det envoy/NOUN/NN/3/obj in/ADP/IN/7/case Vienna/PROPN/NNP/3/obl ././PUNCT/./3/punct
Mia/PROPN/NNP/3/nsubj Trentino/PROPN/NNP/1/flat visited/VERB/VBD/0/root Freedonia/PROPN/NNP/3/obj ./PUNCT/./3/punct
The/DET/DT/2/det envoy/NOUN/NN/6/nsubj of/ADP/IN/4/case Freedonia/PROPN/NNP/2/nmod has/AUX/VBZ/6/aux left/VERB/VBN/0/root ./PUNCT/./6/punct
She/PRON/PRP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det minister/NOUN/NN/6/nsubj knew/VERB/VBD/2/ccomp ./PUNCT/./2/punct
Talks/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass held/VERB/VBN/0/root by/ADP/IN/6/case the/DET/DT/6/det envoys/NOUN/NNS/3/obl:agent ./PUNCT/./3/punct
The/DET/DT/2/det president/NOUN/NN/6/nsubj and/CCONJ/CC/5/cc the/DET/DT/5/det minister/NOUN/NN/2/conj agreed/VERB/VBD/0/root ./PUNCT/./6/punct
`

// treebank returns the sentences of lines.
func treebank(t testing.TB) []nlp.Sentence {
	t.Helper()
	var out []nlp.Sentence
	for line := range strings.Lines(strings.TrimSpace(strings.ReplaceAll(lines, "././", "./"))) {
		var s nlp.Sentence
		for _, f := range strings.Fields(line) {
			c := strings.Split(f, "/")
			head, err := strconv.Atoi(c[3])
			if err != nil {
				t.Fatal(err)
			}
			s.Words = append(s.Words, nlp.Word{Form: c[0], UPOS: c[1], XPOS: c[2], Head: head - 1, Rel: c[4]})
		}
		out = append(out, s)
	}
	return out
}

// trained returns a parser that has learnt the tiny treebank by heart, and its
// file.
func trained(t testing.TB) (*Parser, []byte) {
	t.Helper()
	data, err := Train(treebank(t), map[string]int{"minister": 1, "envoy": 1}, TrainOptions{Seed: 1, Epochs: 20, MinUpdates: 1, Floor: 0.001, Runs: 2})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return p, data
}

func TestLearnsByHeart(t *testing.T) {
	p, data := trained(t)
	for _, s := range treebank(t) {
		words := append([]nlp.Word(nil), s.Words...)
		p.Parse(words)
		for i, w := range words {
			if w.Head != s.Words[i].Head || w.Rel != s.Words[i].Rel {
				t.Errorf("%s: %d %s, want %d %s", w.Form, w.Head, w.Rel, s.Words[i].Head, s.Words[i].Rel)
			}
		}
	}
	if _, again := trained(t); !bytes.Equal(data, again) {
		t.Error("two trainings give two models")
	}
}

func TestTrainRefuses(t *testing.T) {
	if _, err := Train(nil, nil, TrainOptions{}); err == nil {
		t.Error("a parser without a treebank")
	}
	if _, err := Open("not a model"); err == nil {
		t.Error("a parser without a model")
	}
}

// checkTree fails unless the heads are one tree.
func checkTree(t *testing.T, words []nlp.Word) {
	t.Helper()
	roots := 0
	for i, w := range words {
		if w.Head == -1 {
			roots++
		}
		if w.Head < -1 || w.Head >= len(words) || w.Rel == "" || (w.Rel == "root") != (w.Head == -1) {
			t.Fatalf("word %d of %d: head %d, relation %q", i, len(words), w.Head, w.Rel)
		}
		steps := 0
		for h := i; h != -1; h = words[h].Head {
			if steps++; steps > len(words) {
				t.Fatalf("word %d is its own ancestor", i)
			}
		}
	}
	if len(words) > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func FuzzParse(f *testing.F) {
	p, _ := trained(f)
	f.Add("the minister met the envoy")
	f.Add(". . . ( ( ) ) met met met met of of of")
	f.Add("\xff\x00 , , , said said that")
	tags := []string{"NOUN NN", "VERB VBD", "PUNCT .", "ADP IN", "PROPN NNP", "X", "CCONJ CC", ""}
	f.Fuzz(func(t *testing.T, text string) {
		var words []nlp.Word
		for i, form := range strings.Fields(text) {
			upos, xpos, _ := strings.Cut(tags[(i*7+len(form))%len(tags)], " ")
			words = append(words, nlp.Word{Form: form, UPOS: upos, XPOS: xpos})
		}
		p.Parse(words)
		checkTree(t, words)
	})
}

func TestLongSentence(t *testing.T) {
	p, _ := trained(t)
	for _, unit := range []string{"the minister of", "(", "met", "Mia Trentino ,"} {
		var words []nlp.Word
		for len(words) < 5000 {
			for _, form := range strings.Fields(unit) {
				words = append(words, nlp.Word{Form: form, UPOS: "NOUN", XPOS: "NN"})
			}
		}
		p.Parse(words)
		roots := 0
		for _, w := range words {
			if w.Head == -1 {
				roots++
			}
		}
		if roots != 1 {
			t.Errorf("%q 5,000 times: %d roots", unit, roots)
		}
	}
}

func ExampleParser_Parse() {
	data, err := Train(treebank(&testing.T{}), nil, TrainOptions{Seed: 1, Epochs: 20, MinUpdates: 1, Floor: 0.001})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := Open(string(data))
	if err != nil {
		fmt.Println(err)
		return
	}
	words := []nlp.Word{{Form: "Mia", UPOS: "PROPN", XPOS: "NNP"}, {Form: "visited", UPOS: "VERB", XPOS: "VBD"}, {Form: "Vienna", UPOS: "PROPN", XPOS: "NNP"}}
	p.Parse(words)
	for _, w := range words {
		fmt.Println(w.Form, w.Head, w.Rel)
	}
	// Output:
	// Mia 1 nsubj
	// visited -1 root
	// Vienna 1 obj
}
