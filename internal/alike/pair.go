package alike

import "slices"

// A paired says how the words of two names match.
type paired struct {
	likeness     float64 // of the words that match, times their weights
	weight       float64 // of the words that match
	leftX, leftY float64 // the weights of the words without a match
}

// A match is two words that may be one.
type match struct {
	x, y  int
	value float64
}

// pairing pairs the words of two names, the likest first; among equals those
// at the same place. It takes the product of their numbers of words.
func pairing(x, y name) paired {
	var all []match
	for i := range x.words {
		for j := range y.words {
			s := likeness(x.words[i], y.words[j])
			if x.bones != y.bones && len(Skeleton(x.words[i].form)) > 1 && Skeleton(x.words[i].form) == Skeleton(y.words[j].form) {
				s = max(s, 0.85)
			}
			if s >= least {
				all = append(all, match{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		if a.value != b.value {
			if a.value > b.value {
				return -1
			}
			return 1
		}
		return abs(a.x-a.y) - abs(b.x-b.y)
	})
	usedX, usedY := make([]bool, len(x.words)), make([]bool, len(y.words))
	var p paired
	for _, m := range all {
		if usedX[m.x] || usedY[m.y] {
			continue
		}
		usedX[m.x], usedY[m.y] = true, true
		w := min(x.words[m.x].weight, y.words[m.y].weight)
		p.weight += w
		p.likeness += w * m.value
	}
	p.leftX, p.leftY = left(x.words, usedX), left(y.words, usedY)
	return p
}

const least = 0.7 // words less alike than this are two words

func left(words []Word, used []bool) float64 {
	sum := 0.0
	for i, w := range words {
		if !used[i] {
			sum += w.weight
		}
	}
	return sum
}

// likeness compares two words: 1 for the same, less for spellings of one and
// for an initial.
func likeness(a, b Word) float64 {
	if len(a.form) == 1 || len(b.form) == 1 {
		if a.form[0] == b.form[0] {
			return 0.9
		}
		return 0
	}
	return a.Like(b)
}

func abs(n int) int { return max(n, -n) }
