package mention

import (
	"slices"
	"strings"
	"testing"

	"kg/model"
)

// TestWeights tests that the embedded file weighs every signal once.
func TestWeights(t *testing.T) {
	var names []string
	for line := range strings.Lines(model.Pronouns) {
		name, _, _ := strings.Cut(line, "\t")
		names = append(names, name)
	}
	if !slices.Equal(names, signalNames[:]) {
		t.Errorf("the weights are those of %q, the signals %q; kg-train -only pronouns learns them anew", names, signalNames)
	}
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != signalCount || slices.Contains(names, "") {
		t.Errorf("%d signals have %d names: %q", signalCount, n, names)
	}
}

// TestLearnPronouns learns from choices in which the newest candidate is meant
// and the one that is a possessive is not.
func TestLearnPronouns(t *testing.T) {
	var choices []Choice
	for n := range 40 {
		x := Choice{list: make([]signals, 2), same: []bool{true, false}, other: []bool{false, true}}
		x.list[0][newest], x.list[1][wasOwner] = 1, 1
		x.list[n%2][topic] = 1 // tells nothing
		choices = append(choices, x)
	}
	if f1 := CheckPronouns(choices, 1); f1 != 1 {
		t.Errorf("F1 is %.2f", f1)
	}
	table := string(LearnPronouns(choices, 1))
	w := readWeights(table)
	if w[newest] < 0.5 || w[wasOwner] > -0.5 || w[topic] > w[newest]/2 {
		t.Errorf("newest weighs %.2f, possessive %.2f, topic %.2f", w[newest], w[wasOwner], w[topic])
	}
	if again := string(LearnPronouns(choices, 1)); again != table {
		t.Error("the same choices give other weights")
	}
}
