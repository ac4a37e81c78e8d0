// Package alike says how surely two names are names of one thing: two names
// and the kind of thing go in, a likeness from 0 to 1 with its reason comes
// out.
//
// The words of the names are paired so that most of them match: the same, a
// spelling or transliteration of each other, an initial, an acronym, two words
// written as one. What is left over on both sides speaks against it, what is
// left over on one side hardly does for people, who have many names, and
// clearly for bodies, whose every word counts. Names that differ in a number
// are never alike.
package alike

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind says how names are compared.
type Kind uint8

const (
	Person Kind = iota // names of people: their order, initials and middle names vary
	Body               // names of organizations, companies, ships: every word counts, legal forms hardly
)

// Same is the likeness from which on two names are taken as one thing's.
const Same = 0.7

// A Likeness is what the comparison of two names came to.
type Likeness struct {
	Score  float64 // from 0, nothing in common, to 1, the same name
	Reason string  // what decided, in a few words
}

// Compare compares two names of a kind, in any script, casing and order. It
// takes time in proportion to the product of their lengths.
func Compare(kind Kind, a, b string) Likeness {
	x, y := parse(kind, a), parse(kind, b)
	switch {
	case len(x.words) == 0 || len(y.words) == 0:
		return Likeness{0, "no words"}
	case !slices.Equal(x.numbers, y.numbers):
		return Likeness{0, "another number"}
	case x.legal != y.legal && x.legal != "" && y.legal != "":
		return Likeness{0.5, fmt.Sprintf("another legal form: %s, %s", x.legal, y.legal)}
	case x.signs && y.signs && strings.TrimSpace(a) != strings.TrimSpace(b):
		return Likeness{0.4, "another sign"}
	case x.joined() == y.joined():
		return Likeness{1, "the same words"}
	}
	best := compareWords(kind, x, y)
	for _, try := range []func(x, y name) Likeness{asOne, asLetters} {
		if l := try(x, y); l.Score > best.Score {
			best = l
		}
	}
	return best
}

// compareWords pairs the words of x and y and weighs what matches against what
// is left.
func compareWords(kind Kind, x, y name) Likeness {
	p := pairing(x, y)
	less, more := min(p.leftX, p.leftY), max(p.leftX, p.leftY)
	extra := extraWeight[kind]
	score := p.likeness / (p.weight + against*less + extra*(more-less))
	if kind == Person && p.weight < 1 && !x.single() && !y.single() {
		score /= 2 // initials and particles alone name nobody
	}
	switch {
	case less > 0:
		return Likeness{score, "words that differ on both sides"}
	case more > 0:
		return Likeness{score, "one name has words more"}
	}
	return Likeness{score, "spelt alike"}
}

const against = 2.5 // what a word without a match on both sides weighs

// extraWeight is what a word that only one of the names has weighs.
var extraWeight = [...]float64{Person: 0.3, Body: 0.9}

// asOne compares the names written without spaces: a space is easily lost, or
// put into a word.
func asOne(x, y name) Likeness {
	if len(x.words) == len(y.words) {
		return Likeness{}
	}
	a, b := x.joined(), y.joined()
	if s := NewWord(a).Like(NewWord(b)); s > 0.88 {
		return Likeness{s, "the same letters, spaced otherwise"}
	}
	return Likeness{}
}

// asLetters compares an acronym with the first letters of the other name.
func asLetters(x, y name) Likeness {
	if x.acronym != "" && x.acronym == y.initials() || y.acronym != "" && y.acronym == x.initials() {
		return Likeness{0.85, "the first letters of the other"}
	}
	return Likeness{}
}
