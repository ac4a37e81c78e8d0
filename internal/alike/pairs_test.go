package alike

import (
	"encoding/csv"
	"os"
	"testing"
)

// TestPairs scores the labelled pairs of names: precision and recall of the
// fixed threshold.
func TestPairs(t *testing.T) {
	f, err := os.Open("../../../shared/data/name-pairs/dev.csv")
	if err != nil {
		t.Skip("no labelled pairs of names beside the repository")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all, people tally
	for _, r := range rows[1:] {
		kind := Body
		if r[1] == "Person" {
			kind = Person
		}
		l := Compare(kind, r[2], r[3])
		got, want := l.Score >= Same, r[4] == "true"
		all.add(got, want)
		if kind == Person {
			people.add(got, want)
		}
		if got != want && testing.Verbose() {
			t.Logf("%v %.2f %s | %s | %s", want, l.Score, r[2], r[3], l.Reason)
		}
	}
	t.Logf("all: precision %.3f, recall %.3f, F1 %.3f; people: %.3f, %.3f, %.3f", all.precision(), all.recall(), all.f1(), people.precision(), people.recall(), people.f1())
	if all.f1() < 0.80 || people.f1() < 0.78 || all.precision() < 0.85 {
		t.Error("below the bars: F1 0.80, of people 0.78, precision 0.85")
	}
}

// A tally counts right and wrong decisions.
type tally struct{ right, wrong, missed int }

func (t *tally) add(got, want bool) {
	switch {
	case got && want:
		t.right++
	case got:
		t.wrong++
	case want:
		t.missed++
	}
}

func (t *tally) precision() float64 { return float64(t.right) / float64(max(t.right+t.wrong, 1)) }
func (t *tally) recall() float64    { return float64(t.right) / float64(max(t.right+t.missed, 1)) }
func (t *tally) f1() float64 {
	return 2 * float64(t.right) / float64(max(2*t.right+t.wrong+t.missed, 1))
}
