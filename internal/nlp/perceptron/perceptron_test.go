package perceptron

import (
	"math"
	"slices"
	"testing"
)

// teach trains a trainer to tell numbers of two features apart.
func teach(t *testing.T) *Trainer {
	t.Helper()
	tr := NewTrainer(3)
	for range 20 {
		for c := range 3 {
			f := example(c)
			scores := make([]int32, 3)
			tr.Score(f, scores)
			best := 0
			for i, s := range scores {
				if s > scores[best] {
					best = i
				}
			}
			if best != c {
				tr.Update(f, c, best, 1)
			}
			tr.Tick()
		}
	}
	return tr
}

// example returns the features of a decision whose answer is c.
func example(c int) []uint64 {
	return []uint64{Mix(1, uint64(c)), Mix(2, 9), Mix(3, uint64(c%2))}
}

func TestPackedModelDecidesAsTrained(t *testing.T) {
	m, err := Open(string(Pack(3, teach(t).Averaged(0), 0)))
	if err != nil {
		t.Fatal(err)
	}
	if m.Classes() != 3 {
		t.Errorf("%d classes, want 3", m.Classes())
	}
	for c := range 3 {
		scores := make([]int32, 3)
		m.Score(example(c), scores)
		for i, s := range scores {
			if i != c && s >= scores[c] {
				t.Errorf("class %d: scores %v", c, scores)
			}
		}
	}
	if row := m.Row(Hash("never seen")); row != "" {
		t.Errorf("unknown feature has weights %q", row)
	}
}

// spread returns n features with hashes all over, the i-th with the weights
// that weights returns.
func spread(n int, weights func(i int) []Weight) []Feature {
	features := make([]Feature, n)
	for i := range features {
		features[i] = Feature{Hash: uint64(i) * ((1<<64 - 1) / uint64(n)), Weights: weights(i)}
	}
	return features
}

func TestPackKeepsWeights(t *testing.T) {
	const classes = 41
	features := spread(5000, func(i int) (w []Weight) {
		for c := i % 3; c < classes && len(w) < i%37; c += 1 + i%2 { // of none up to all classes
			w = append(w, Weight{uint8(c), float64((i+c)%100 - 50)})
		}
		return w
	})
	m, err := Open(string(Pack(classes, features, 0)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range features {
		scores, want := make([]int32, classes), make([]float64, classes)
		m.Score([]uint64{f.Hash}, scores)
		for _, w := range f.Weights {
			want[w.Class] = w.Value * unit
		}
		for c := range scores {
			if got := float64(scores[c]); math.Abs(got-want[c]) > 20+math.Abs(want[c])/10 {
				t.Fatalf("feature %d, class %d: weight %v, want %v", i, c, got, want[c])
			}
		}
		if row := m.Row(f.Hash); len(row)/2 > len(f.Weights) || len(row)/2 < len(f.Weights)-2 {
			t.Fatalf("feature %d: row of %d bytes for %d weights", i, len(row), len(f.Weights))
		}
	}
}

// Scores of many features are the sums of the scores of each.
func TestScoreAdds(t *testing.T) {
	features := spread(300, func(i int) (w []Weight) {
		for c := range i % 64 {
			w = append(w, Weight{uint8(c), float64(i - 150)})
		}
		return w
	})
	m, err := Open(string(Pack(64, features, 0)))
	if err != nil {
		t.Fatal(err)
	}
	var all []uint64
	want := make([]int32, 64)
	for _, f := range features {
		all = append(all, f.Hash, f.Hash^1<<20) // and some that are not there
		m.Score(all[len(all)-2:], want)
	}
	got := make([]int32, 64)
	m.Score(all, got)
	if !slices.Equal(got, want) {
		t.Errorf("scores %v, want %v", got, want)
	}
}

func TestMean(t *testing.T) {
	got := Mean([][]Feature{
		{{1, []Weight{{0, 2}}}, {5, []Weight{{1, 4}}}},
		{{1, []Weight{{0, 4}, {2, -2}}}, {3, []Weight{{0, 8}}}},
	})
	want := []Feature{{1, []Weight{{0, 3}, {2, -1}}}, {3, []Weight{{0, 4}}}, {5, []Weight{{1, 2}}}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i, f := range want {
		if got[i].Hash != f.Hash || len(got[i].Weights) != len(f.Weights) {
			t.Fatalf("%v, want %v", got, want)
		}
		for j, w := range f.Weights {
			if got[i].Weights[j] != w {
				t.Errorf("%v, want %v", got, want)
			}
		}
	}
}

func TestSelectedLearnsNothingElse(t *testing.T) {
	tr := NewTrainer(2)
	tr.Update([]uint64{1, 2}, 0, 1, 1)
	tr.Update([]uint64{2}, 0, 1, 1)
	few := tr.Selected(2)
	few.Update([]uint64{1, 2, 3}, 0, 1, 1)
	few.Tick()
	got := few.Averaged(0)
	if len(got) != 1 || got[0].Hash != 2 {
		t.Errorf("features %v, want the one of hash 2", got)
	}
}

func TestHashLower(t *testing.T) {
	for _, s := range []string{"", "Geneva", "B-52", "ŽIŽEK", "1,234.5", "naïve"} {
		if HashLower(s) != Hash(string(AppendLower(nil, s))) {
			t.Errorf("%q: two hashes", s)
		}
	}
	if HashLower("Geneva") != HashLower("GENEVA") || HashLower("1990") != HashLower("2025") || HashLower("a") == HashLower("b") {
		t.Error("case and digits tell hashes apart, or letters do not")
	}
}

// FuzzOpen opens damaged files: an error or nonsense scores, but no panic.
func FuzzOpen(f *testing.F) {
	tr := NewTrainer(3)
	tr.Update([]uint64{Hash("a"), Hash("b"), Hash("c")}, 0, 1, 1)
	tr.Tick()
	data := Pack(3, tr.Averaged(0), 0)
	f.Add(string(data), uint64(7))
	f.Add(string(data[:len(data)-3]), uint64(7))
	f.Add(magic, uint64(0))
	heavy := spread(9, func(int) (w []Weight) {
		for c := range 30 {
			w = append(w, Weight{uint8(c), 1})
		}
		return w
	})
	f.Add(string(Pack(30, heavy, 0)), heavy[5].Hash)
	f.Fuzz(func(t *testing.T, data string, hash uint64) {
		m, err := Open(data)
		if err != nil {
			return
		}
		m.Score([]uint64{hash, Hash("a")}, make([]int32, m.Classes()))
		m.Row(hash)
	})
}

func FuzzSplit(f *testing.F) {
	f.Add(string(Join([]byte("one"), nil, []byte("three"))), 3)
	f.Fuzz(func(t *testing.T, data string, n int) {
		if n < 0 || n > 100 {
			return
		}
		parts, err := Split(data, n)
		if err == nil && len(parts) != n {
			t.Errorf("%d parts, want %d", len(parts), n)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	features := spread(400_000, func(int) []Weight { return []Weight{{1, 3}, {2, -3}, {5, 1}} })
	m, err := Open(string(Pack(90, features, 0)))
	if err != nil {
		b.Fatal(err)
	}
	ask := make([]uint64, 150)
	scores := make([]int32, 90)
	b.SetBytes(int64(8 * len(ask)))
	b.ReportAllocs()
	n := uint64(0)
	for b.Loop() {
		for i := range ask {
			n = Mix(n, 77)
			ask[i] = features[n%400_000].Hash
		}
		m.Score(ask, scores)
	}
}
