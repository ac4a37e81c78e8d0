package query

import "strings"

// nearest returns the known word that is most like the given one, the first of
// equals; empty if more than a third of the letters differ. Upper and lower
// case count little.
func nearest(word string, known []string) string {
	best, least := "", 0
	for _, k := range known {
		d := 2 * edits(strings.ToLower(word), strings.ToLower(k))
		if d == 0 && word != k {
			d = 1
		}
		if (best == "" || d < least) && 3*d <= 2*max(len(word), len(k)) {
			best, least = k, d
		}
	}
	return best
}

// edits returns the number of letters to insert, delete, replace or swap with
// the next to turn a into b (Damerau and Levenshtein, each place once).
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		next := make([]int, len(y)+1)
		next[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(y)]
}
