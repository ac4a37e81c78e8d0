// Package perceptron is the one learner of the language core: hashed features
// of labelled decisions go in, an averaged linear model packed into a few
// megabytes comes out, which scores the classes of a decision straight from
// its file's bytes.
package perceptron

import (
	"unicode"
	"unicode/utf8"
)

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

// HashLower returns the Hash of what AppendLower makes of s.
func HashLower(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Hash(string(AppendLower(nil, s)))
		}
		h = (h ^ uint64(lower[c])) * 1099511628211
	}
	return Mix(h, uint64(len(s)))
}

// AppendLower appends the lower-case form of s, its digits made nought: what
// the features know a word by.
func AppendLower(dst []byte, s string) []byte {
	for _, r := range s {
		if r < utf8.RuneSelf {
			dst = append(dst, lower[r])
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// lower maps capitals to small letters and digits to nought.
var lower = func() (t [utf8.RuneSelf]byte) {
	for i := range t {
		c := byte(i)
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		t[i] = c
	}
	return t
}()

// Mix folds x into the hash h. Features are hashes of a template's number and
// the values it looks at, folded in one after another.
func Mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}
