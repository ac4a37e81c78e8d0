package cluster

import (
	"fmt"
	"strings"
	"testing"

	"kg/internal/nlp/perceptron"
)

// text returns sentences in which some words stand for each other.
func text() [][]string {
	var out [][]string
	for _, who := range []string{"minister", "envoy", "president"} {
		for _, did := range []string{"met", "praised", "left"} {
			for _, where := range []string{"vienna", "geneva", "rome"} {
				out = append(out, strings.Fields(fmt.Sprintf("the %s %s the others in %s", who, did, where)))
			}
		}
	}
	return out
}

func TestLikeWordsShareAClass(t *testing.T) {
	got := Induce(text(), Options{Classes: 5, MinCount: 1})
	for _, set := range [][]string{{"minister", "envoy", "president"}, {"met", "praised", "left"}, {"vienna", "geneva", "rome"}} {
		for _, w := range set {
			if got[w] != got[set[0]] {
				t.Errorf("%s is in class %d, %s in %d", w, got[w], set[0], got[set[0]])
			}
		}
	}
	if got["minister"] == got["met"] || got["met"] == got["rome"] {
		t.Errorf("classes are too wide: %v", got)
	}
}

func TestInduceIsDeterministic(t *testing.T) {
	a, b := Induce(text(), Options{Classes: 5, MinCount: 1}), Induce(text(), Options{Classes: 5, MinCount: 1})
	for w := range a {
		if a[w] != b[w] {
			t.Errorf("%s: class %d and %d", w, a[w], b[w])
		}
	}
}

func TestRareWordsHaveNoClass(t *testing.T) {
	got := Induce([][]string{{"a", "a", "b"}, {"a", "c"}}, Options{Classes: 2, MinCount: 2})
	if len(got) != 1 {
		t.Errorf("classes %v, want one for a only", got)
	}
	if got := Induce(nil, Options{}); len(got) != 0 {
		t.Errorf("classes %v of no text", got)
	}
}

func TestTable(t *testing.T) {
	m, err := perceptron.Open(string(Pack(map[string]int{"met": 3, "rome": 255})))
	if err != nil {
		t.Fatal(err)
	}
	table := Of(m)
	for w, want := range map[string]uint64{"Met": 4, "rome": 256, "paris": 0} {
		if got := table.Class(perceptron.HashLower(w)); got != want {
			t.Errorf("%s: class %d, want %d", w, got, want)
		}
	}
}
