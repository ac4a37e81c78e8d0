package mention_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kg/internal/mention"
)

// TestScores compares the scores with ones reckoned by hand: gold {1,2,3},
// {4,5}, own {1,2}, {3,4,5}.
func TestScores(t *testing.T) {
	gold, own := clustering{{1, 2, 3}, {4, 5}}, clustering{{1, 2}, {3, 4, 5}}
	for name, test := range map[string][2]float64{
		"MUC":  {muc(gold, own).f1(), 2.0 / 3},
		"B³":   {bcubed(gold, own).f1(), (4.0/3 + 1.0/3 + 2) / 5},
		"CEAF": {ceaf(gold, own).f1(), 0.8},
	} {
		if math.Abs(test[0]-test[1]) > 1e-9 {
			t.Errorf("%s is %.4f, want %.4f", name, test[0], test[1])
		}
	}
}

// TestOntoGUM measures coreference on the development part of OntoGUM. A
// mention counts as the shortest mention of the corpus that holds its last word, as
// the two draw the ends of phrases differently; what stands alone is left out,
// as in the corpus. Everything is counted, also the things of which kg makes no
// entities. The floor is what was reached when this was last changed; it only
// rises.
func TestOntoGUM(t *testing.T) {
	const floor = 0.28
	files, _ := filepath.Glob("../../../shared/data/ontogum/dev/*.conll")
	if len(files) == 0 {
		t.Skip("no OntoGUM corpus beside the repository")
	}
	finder, an := newFinder(t)
	var scores [3]tallied
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, starts, spans, gold := readCoref(string(data))
		own := clustersOf(find(t, finder, an, text, ""), starts, spans)
		for i, score := range []func(gold, own clustering) tallied{muc, bcubed, ceaf} {
			scores[i].add(score(gold, own))
		}
	}
	average := (scores[0].f1() + scores[1].f1() + scores[2].f1()) / 3
	t.Logf("MUC %.3f, B³ %.3f, CEAF %.3f, average %.3f over %d documents", scores[0].f1(), scores[1].f1(), scores[2].f1(), average, len(files))
	if average < floor {
		t.Errorf("the average is %.3f, below the floor of %.3f", average, floor)
	}
}

// A wordSpan is words of a document, first and last.
type wordSpan struct{ first, last int }

var bracket = regexp.MustCompile(`\((\d+)\)|\((\d+)|(\d+)\)`)

// readCoref returns the text of a document, where its words begin, its mentions
// and which of them are one thing.
func readCoref(data string) (text string, starts []int, spans []wordSpan, gold clustering) {
	var b strings.Builder
	open, clusters := map[int][]int{}, map[int][]int{}
	var order []int
	add := func(id, first, last int) {
		if clusters[id] == nil {
			order = append(order, id)
		}
		clusters[id] = append(clusters[id], len(spans))
		spans = append(spans, wordSpan{first, last})
	}
	for line := range strings.Lines(data) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 3 || f[1] == "" {
			if b.Len() > 0 && strings.TrimSpace(line) == "" {
				b.WriteString("\n")
			}
			continue
		}
		if b.Len() > 0 && !strings.ContainsAny(f[1][:1], ",.;:!?)]'’") {
			b.WriteString(" ")
		}
		w := len(starts)
		starts = append(starts, b.Len())
		b.WriteString(f[1])
		for _, m := range bracket.FindAllStringSubmatch(f[2], -1) {
			switch id, _ := strconv.Atoi(m[1] + m[2] + m[3]); {
			case m[1] != "":
				add(id, w, w)
			case m[2] != "":
				open[id] = append(open[id], w)
			case len(open[id]) > 0:
				n := len(open[id]) - 1
				add(id, open[id][n], w)
				open[id] = open[id][:n]
			}
		}
	}
	for _, id := range order {
		if len(clusters[id]) > 1 {
			gold = append(gold, clusters[id])
		}
	}
	return b.String(), starts, spans, gold
}

// clustersOf returns the entities of a set by the mentions of the corpus; those
// that it does not have get numbers of their own.
func clustersOf(set *mention.Set, starts []int, spans []wordSpan) (out clustering) {
	taken := map[int]bool{}
	other := len(spans)
	for _, e := range set.Entities {
		var cluster []int
		for _, k := range e.Mentions {
			m := &set.Mentions[k]
			last := wordAt(starts, m.Span.End-1)
			best := -1
			for i, s := range spans {
				if s.first <= last && last <= s.last && !taken[i] && (best < 0 || s.last-s.first < spans[best].last-spans[best].first) {
					best = i
				}
			}
			if best < 0 {
				best, other = other, other+1
			}
			taken[best] = true
			cluster = append(cluster, best)
		}
		if len(cluster) > 1 {
			out = append(out, cluster)
		}
	}
	return out
}

// wordAt returns the word at a byte of the text.
func wordAt(starts []int, at int) int {
	w := 0
	for w+1 < len(starts) && starts[w+1] <= at {
		w++
	}
	return w
}
