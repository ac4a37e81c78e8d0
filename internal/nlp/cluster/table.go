package cluster

import (
	"sort"

	"kg/internal/nlp/perceptron"
)

// A Table tells the classes of words.
type Table struct{ model *perceptron.Model }

// Of returns the table of a packed model that Pack made.
func Of(m *perceptron.Model) Table { return Table{m} }

// Class returns the class plus one of the word with the given
// perceptron.HashLower, nought for a word without class.
func (t Table) Class(hash uint64) uint64 {
	if row := t.model.Row(hash); len(row) >= 2 {
		return uint64(row[0]) + 1
	}
	return 0
}

// Pack returns the classes as a packed perceptron model, which Of takes.
func Pack(classes map[string]int) []byte {
	var features []perceptron.Feature
	for w, c := range classes {
		features = append(features, perceptron.Feature{Hash: perceptron.HashLower(w), Weights: []perceptron.Weight{{Class: uint8(c), Value: 1}}})
	}
	sort.Slice(features, func(a, b int) bool { return features[a].Hash < features[b].Hash })
	return perceptron.Pack(perceptron.MaxClasses, features, 0)
}
