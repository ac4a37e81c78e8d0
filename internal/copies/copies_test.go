package copies_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"kg/internal/copies"
)

// story returns n invented words by seed.
func story(seed uint64, n int) string {
	random := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "w%d ", random.IntN(2000))
	}
	return b.String()
}

func TestFind(t *testing.T) {
	wire := story(1, 300)
	tests := []struct {
		name string
		text string
		copy bool
	}{
		{"under another heading", "Our paper, Monday. " + wire, true},
		{"cut at the end", wire[:len(wire)/2], true},
		{"other punctuation and casing", strings.ToUpper(strings.ReplaceAll(wire, " ", ", ")), true},
		{"a word changed here and there", strings.ReplaceAll(wire, "w1", "x1"), false},
		{"another story", story(2, 300), false},
		{"another story that quotes a part", story(2, 300) + wire[:len(wire)/4], false},
		{"too short to tell", wire[:60], false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := copies.Find([]copies.Text{{"b.txt", "2025-01-02", test.text}, {"a.txt", "2025-01-01", wire}})
			if got[1] != 1 || (got[0] == 1) != test.copy {
				t.Errorf("the originals are %v", got)
			}
		})
	}
}

// TestOrder tests that the originals do not depend on the order of the texts,
// and that an original is no copy.
func TestOrder(t *testing.T) {
	var texts []copies.Text
	for i := range 40 {
		s := story(uint64(i%9), 200)
		texts = append(texts, copies.Text{Name: fmt.Sprintf("%02d.txt", i), Date: fmt.Sprintf("2025-01-%02d", 1+i*7%28), Text: s[i%5*20:]})
	}
	want := map[string]string{}
	for i, o := range copies.Find(texts) {
		want[texts[i].Name] = texts[o].Name
	}
	if len(want) != 40 || reflect.DeepEqual(want, map[string]string{}) {
		t.Fatal("no originals")
	}
	for name, o := range want {
		if want[o] != o {
			t.Errorf("%s is a copy of %s, which is a copy of %s", name, o, want[o])
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
		for i, o := range copies.Find(texts) {
			if want[texts[i].Name] != texts[o].Name {
				t.Fatalf("%s is a copy of %s, and was one of %s in another order", texts[i].Name, texts[o].Name, want[texts[i].Name])
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var texts []copies.Text
	size := 0
	for i := range 1000 {
		texts = append(texts, copies.Text{Name: fmt.Sprint(i), Text: story(uint64(i%700), 500)})
		size += len(texts[i].Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		copies.Find(texts)
	}
}
