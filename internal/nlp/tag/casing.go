package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
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
	row := t.casing.Row(perceptron.Hash(string(appendLower(nil, form))))
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

// casingsOf packs the usual casings of the words of the sentences; the first
// word of a sentence and sentences without a word in lower case tell nothing.
func casingsOf(sentences []nlp.Sentence) []byte {
	seen := map[uint64][]int{}
	for _, s := range sentences {
		if len(s.Words) == 0 || IsHeadline(s.Words) {
			continue
		}
		for _, w := range s.Words[1:] {
			if c := CasingOf(w.Form); c != Unknown {
				h := perceptron.Hash(string(appendLower(nil, w.Form)))
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

// IsHeadline reports whether more than three in four of the words of four and
// more letters are capitalised: their case says little then.
func IsHeadline(words []nlp.Word) bool {
	long, capital := 0, 0
	for _, w := range words {
		if len(w.Form) < 4 {
			continue
		}
		switch CasingOf(w.Form) {
		case Lower:
			long++
		case Title, Upper:
			long++
			capital++
		}
	}
	return capital*4 > long*3
}
