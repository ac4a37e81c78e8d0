package tag

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp/perceptron"
)

// A Casing is how a word is usually written within a sentence.
type Casing uint8

// The casings that the tagger knows of words. Unknown is the zero value.
const (
	Unknown Casing = iota
	Lower          // talks
	Title          // Geneva
	Upper          // NATO
	casings
)

// Casing returns how the training text usually writes a word, whatever case
// the form is in.
func (t *Tagger) Casing(form string) Casing {
	low := strings.ToLower(form)
	if c := t.casingOf(low); c != Unknown {
		return c
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(low, e[0]); ok && t.casingOf(stem+e[1]) == Lower {
			return Lower
		}
	}
	return Unknown
}

// endings lists endings of English words with what a word has in their place
// that is likely to be known when the word is not.
var endings = [][2]string{{"s", ""}, {"es", ""}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}}

// casingOf returns the casing the training text usually has a lower-case word
// in.
func (t *Tagger) casingOf(low string) Casing {
	row := t.casing.Row(perceptron.HashLower(low))
	if len(row) < 2 || row[0] >= byte(casings) {
		return Unknown
	}
	return Casing(row[0])
}

// CasingOf returns the casing a form is written in: Unknown if it has no
// letter or mixes the two.
func CasingOf(form string) Casing {
	letters, upper := 0, 0
	for _, r := range form {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	switch {
	case letters == 0:
		return Unknown
	case upper == 0:
		return Lower
	case unicode.IsUpper(first) && upper == 1:
		return Title
	case upper == letters:
		return Upper
	}
	return Unknown
}

// Write returns the form in the casing c, itself for Unknown.
func (c Casing) Write(form string) string {
	switch c {
	case Lower:
		return strings.ToLower(form)
	case Title:
		_, n := utf8.DecodeRuneInString(form)
		return strings.ToUpper(form[:n]) + strings.ToLower(form[n:])
	case Upper:
		return strings.ToUpper(form)
	}
	return form
}

// rareCasing is how often a word must be seen within sentences, three times in
// four in one casing, for its casing to be known.
const rareCasing = 2

// casingsOf packs the usual casings of the words of plain sentences; the first
// word of a sentence and sentences of capitalised words tell nothing.
func casingsOf(sentences [][]string) []byte {
	seen := map[uint64][]int{}
	for _, s := range sentences {
		if len(s) == 0 || IsHeadline(slices.Values(s)) {
			continue
		}
		for _, form := range s[1:] {
			if c := CasingOf(form); c != Unknown {
				h := perceptron.HashLower(form)
				if seen[h] == nil {
					seen[h] = make([]int, casings)
				}
				seen[h][c]++
			}
		}
	}
	return packRows(int(casings), seen, func(by []int, total int) []perceptron.Weight {
		c := mostOf(by)
		if total < rareCasing || by[c]*4 < total*3 {
			return nil
		}
		return []perceptron.Weight{{Class: uint8(c), Value: 1}}
	})
}

// mostOf returns the place of the largest number, the first of equals.
func mostOf(counts []int) int {
	b := 0
	for i, n := range counts {
		if n > counts[b] {
			b = i
		}
	}
	return b
}

// IsHeadline reports whether more than three in four of the forms of four and
// more letters are capitalised: their case says little then.
func IsHeadline(forms iter.Seq[string]) bool {
	long, capital := 0, 0
	for form := range forms {
		if len(form) < 4 {
			continue
		}
		switch CasingOf(form) {
		case Lower:
			long++
		case Title, Upper:
			long++
			capital++
		}
	}
	return capital*4 > long*3
}
