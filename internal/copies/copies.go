// Package copies finds documents that are copies of others: the texts of
// documents go in, for each the one that it was copied from comes out. Wire
// stories are printed by many papers under other headings and cut at the end;
// they are one source, not many.
//
// Texts are compared by their shingles, all runs of five words (Broder 1997). A
// text is a copy of an earlier one if most of what is in both is the same, or
// nearly all of the shorter one is in the longer.
package copies

import (
	"slices"
	"strings"
	"unicode"

	"kg/internal/spool"
)

// A Text is a document as it is compared.
type Text struct {
	Name string
	Date string // ISO 8601 day; of copies the earliest is the original, those without a date come last
	Text string
}

const (
	run       = 5   // words of a shingle
	least     = 30  // shingles below which a text is too short to tell
	alike     = 0.6 // of the shingles of both that are common to them
	contained = 0.8 // of the shingles of the shorter that are in the longer
	sampled   = 8   // one in so many shingles finds the texts to compare
	frequent  = 100 // texts with a shingle beyond which it finds none
)

// Find returns for each text the index of the text that it is a copy of, or its
// own: the original is not itself a copy. The outcome does not depend on the
// order. It takes time in proportion to the length of all texts and the
// number of their copies.
func Find(texts []Text) []int {
	f := NewFinder(&spool.Spool{})
	for _, t := range texts {
		f.Add(t)
	}
	of, _ := f.Find() // what is in memory can be read
	return of
}

func later(date string) string {
	if date == "" {
		return "~"
	}
	return date
}

// likeness returns how much of two sets is common, 0 if too little to be a
// copy.
func likeness(a, b []uint64) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	jaccard := float64(both) / float64(len(a)+len(b)-both)
	if jaccard < alike && float64(both) < contained*float64(min(len(a), len(b))) {
		return 0
	}
	return jaccard
}

// shingles returns the hashes of all runs of words, sorted, each once: FNV-1a
// of the words, a zero byte after each.
func shingles(text string) []uint64 {
	w := Words(text)
	var out []uint64
	for i := 0; i+run <= len(w); i++ {
		h := uint64(14695981039346656037)
		for _, word := range w[i : i+run] {
			for k := range len(word) {
				h = (h ^ uint64(word[k])) * 1099511628211
			}
			h *= 1099511628211
		}
		out = append(out, h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Words returns the words of a text in small letters, without punctuation.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
