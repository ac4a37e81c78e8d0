package resolve

import (
	"slices"
	"strings"
)

// proposalKeys are the numbers and the names of a proposal, and its
// neighbours.
func proposalKeys(it *item) []string {
	out := bodyKeys(it)
	for _, n := range it.numbers {
		out = append(out, "# "+n)
	}
	for _, n := range it.names {
		if len(n.words) > 1 {
			out = append(out, strings.Join(n.words[max(0, len(n.words)-2):], " "))
		}
	}
	return append(append(out, it.doc+" "+it.label.key), it.near...)
}

// compareProposals weighs numbers, version, what is revised, neighbours, names
// and story. Different numbers, an older and a newer version, or different
// sides rule it out.
func compareProposals(a, b *item, t *tally) {
	switch {
	case disjoint(a.numbers, b.numbers):
		t.no("other numbers", strings.Join(a.numbers, " "), strings.Join(b.numbers, " "))
		return
	case disjoint(a.ordinals, b.ordinals):
		t.no("other drafts", strings.Join(a.ordinals, " "), strings.Join(b.ordinals, " "))
		return
	case slices.Contains(a.revises, b.self) || slices.Contains(b.revises, a.self):
		t.no("one revises the other")
		return
	case version(a)*version(b) < 0:
		t.no("an older and a newer version")
		return
	case a.Side != "" && b.Side != "" && a.Side != b.Side:
		t.no("of other sides", a.Side, b.Side)
		return
	}
	switch a.story.compare(b.story) {
	case same:
		t.add(2, "articles of one story")
	case other:
		t.add(-3, "articles of other stories")
	}
	t.add(min(3, 3*common(a.numbers, b.numbers)), "the number")
	if version(a)*version(b) > 0 {
		t.add(2, "the same version")
	}
	t.add(min(2, 2*common(a.revises, b.revises)), "both revise the same")
	t.add(min(2, common(a.near, b.near)), "neighbours in common")
	compareTitles(a, b, t)
	if sameWords(a, b) {
		t.add(4, "one document calls them by the same words only", a.Aliases...)
	}
	if t.score == 3 {
		t.add(min(1, common(a.words, b.words)), "words in common")
	}
}

// sameWords reports whether two proposals of one document are called the same
// throughout: "a deal" here and "a deal" there tells nothing apart.
func sameWords(a, b *item) bool {
	return a.doc == b.doc && len(a.numbers) == 0 && slices.Equal(a.Aliases, b.Aliases)
}

// compareTitles weighs the names that two proposals share: 4 for a name with
// capitals, 2 for a description.
func compareTitles(a, b *item, t *tally) {
	top, shared := 0, ""
	for i := range a.names {
		for j := range b.names {
			x, y := &a.names[i], &b.names[j]
			if len(x.words) < 2 || x.key != y.key {
				continue
			}
			n := 2
			if x.full && y.full {
				n = 4
			}
			if n > top {
				top, shared = n, x.key
			}
		}
	}
	t.add(top, "the name", shared)
}

// version returns 1 for a newer version of something, -1 for an older one, 0
// where the forms say neither or both.
func version(it *item) int {
	newer, older := 0, 0
	for _, w := range it.words {
		switch v := versions[w]; {
		case v > 0:
			newer = 1
		case v < 0:
			older = 1
		}
	}
	return newer - older
}

var versions = map[string]int{"initial": -1, "original": -1, "earlier": -1, "first": -1, "previous": -1,
	"revised": 1, "updated": 1, "new": 1, "amended": 1, "modified": 1, "refined": 1, "latest": 1, "second": 1, "third": 1, "final": 1}
