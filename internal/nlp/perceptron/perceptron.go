// Package perceptron is the one learner of the language core: hashed features
// of labelled decisions go in, an averaged linear model packed into a few
// megabytes comes out, which scores the classes of a decision straight from
// its file's bytes.
package perceptron

// A Scorer gives every class of a decision a score; Trainer and Model are
// scorers.
type Scorer interface {
	// Classes returns the number of classes, at most MaxClasses.
	Classes() int
	// Score adds to scores, one per class, the weights of the features. The
	// cost grows with the number of features and their weights.
	Score(features []uint64, scores []int32)
}

// MaxClasses is the largest number of classes a model can tell apart: a class
// is one byte of the file.
const MaxClasses = 256

// Hash returns a 64-bit hash (FNV-1a, finished by Mix) of s.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h, uint64(len(s)))
}

// Mix folds x into the hash h. Features are hashes of a template's number and
// the values it looks at, folded in one after another.
func Mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}
