package ner

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/nlp/perceptron"
)

// The atoms of a decision, in the order that the templates count them.
const (
	atomWord   = iota // 5 words in small letters, from the second before to the second after
	atomShape  = 5    // shapes of the same 5
	atomTag    = 10   // Penn tags of the same 5
	atomMark   = 15   // marks of the same 5
	atomPrefix = 20   // prefixes of 1 to 4 letters
	atomSuffix = 24   // suffixes of 1 to 4 letters
	atomBefore = 28   // suffix of 3 letters of the word before
	atomAfter  = 29   // suffix of 3 letters of the word after
	atomForm   = 30   // the word as written
	atomCase   = 31   // how the sentence is written, and whether the word begins it
	atomDoc    = 32   // how the document writes the word elsewhere
	atomLong   = 33   // shape without shortening
	atomGroup  = 34   // word groups of the 5 words
	numAtoms   = 39

	here = 2 // place of the word itself among five
)

// templates lists the features of a decision.
var templates = []perceptron.Template{
	{atomWord}, {atomWord + 1}, {atomWord + 2}, {atomWord + 3}, {atomWord + 4},
	{atomWord + 1, atomWord + 2}, {atomWord + 2, atomWord + 3}, {atomWord + 1, atomWord + 3},
	{atomForm}, {atomLong}, {atomForm, atomDoc},
	{atomShape + 2}, {atomShape + 1, atomShape + 2}, {atomShape + 2, atomShape + 3}, {atomShape + 1, atomShape + 2, atomShape + 3},
	{atomShape + 2, atomCase}, {atomShape + 2, atomDoc}, {atomShape + 2, atomWord + 1}, {atomShape + 2, atomWord + 3},
	{atomPrefix}, {atomPrefix + 1}, {atomPrefix + 2}, {atomPrefix + 3},
	{atomSuffix}, {atomSuffix + 1}, {atomSuffix + 2}, {atomSuffix + 3}, {atomBefore, atomShape + 2}, {atomAfter, atomShape + 2},
	{atomTag + 2}, {atomTag + 1, atomTag + 2}, {atomTag + 2, atomTag + 3}, {atomTag + 1, atomTag + 2, atomTag + 3}, {atomTag + 2, atomCase},
	{atomMark + 2}, {atomMark + 1}, {atomMark + 3}, {atomMark + 2, atomShape + 2}, {atomMark + 1, atomMark + 2}, {atomMark + 2, atomMark + 3},
	{atomMark + 2, atomTag + 2}, {atomMark + 1, atomShape + 2}, {atomMark + 3, atomShape + 2}, {atomMark + 2, atomWord + 1}, {atomMark + 2, atomWord + 3},
	{atomGroup + 2}, {atomGroup + 1}, {atomGroup + 3}, {atomGroup, atomGroup + 1}, {atomGroup + 3, atomGroup + 4}, {atomGroup + 1, atomShape + 2}, {atomGroup + 3, atomShape + 2},
	{atomGroup + 1, atomShape + 2, atomGroup + 3}, {atomGroup + 1, atomMark + 2}, {atomGroup + 3, atomMark + 2}, {atomGroup + 2, atomShape + 2}, {atomGroup + 1, atomGroup + 2}, {atomGroup + 2, atomGroup + 3},
}

// A wordView holds the hashes of one word that features are made of.
type wordView struct {
	form, lower, shape, long, tag, group uint64
	prefix, suffix                       [4]uint64
}

// A work is the scratch memory of one sentence.
type work struct {
	view
	views    []wordView
	atoms    [numAtoms]uint64
	features []uint64
	ends     []int // where the features of each word end
	lower    []byte
	casing   uint64
	decoder
}

// read prepares the features of all words of a sentence. Hide, when not nil,
// says of each word what the features must not see of it.
func (w *work) read(t *Tagger, doc *document, words []nlp.Word, hide []hidden) {
	w.look(t.lex, words)
	w.views, w.features, w.ends = w.views[:0], w.features[:0], w.ends[:0]
	for i := range words {
		v := w.word(&words[i])
		v.group = t.groups.Class(v.lower)
		w.views = append(w.views, v)
	}
	for i, h := range hide {
		w.veil(i, h)
	}
	w.casing = casing(w.upper, words)
	for i := range words {
		if !w.quiet(words, i) {
			w.expand(doc, words, i)
		}
		w.ends = append(w.ends, len(w.features))
	}
}

// A hidden says what features must not see of a word.
type hidden uint8

const (
	hideLetters hidden = 1 << iota // its letters
	hideListed                     // that the lists have it
)

// listed are the marks that come from lists of names.
const listed = countryFirst | countryMore | capitalCity | cityFirst | cityMore | bigCity | regionFirst | regionMore | orgFirst | orgMore | given | givenPopular | surname | surnamePopular | noun

// veil hides what h says of the word i.
func (w *work) veil(i int, h hidden) {
	if h&hideLetters != 0 {
		v := &w.views[i]
		v.form, v.lower, v.group, v.prefix, v.suffix = unknown, unknown, 0, [4]uint64{}, [4]uint64{}
	}
	if h&hideListed != 0 {
		w.marks[i] &^= listed
	}
}

// unknown stands for a word that the features must not see.
const unknown = 11

// quiet reports whether no name can be at the word i: it and its neighbours
// are written small and not tagged as names.
func (w *work) quiet(words []nlp.Word, i int) bool {
	for j := max(i-1, 0); j <= min(i+1, len(words)-1); j++ {
		if w.upper[j] || words[j].UPOS == "PROPN" || words[j].Form[0] >= '0' && words[j].Form[0] <= '9' {
			return false
		}
	}
	return true
}

// word returns the hashes of one word.
func (w *work) word(word *nlp.Word) wordView {
	w.lower = perceptron.AppendLower(w.lower[:0], word.Form)
	v := wordView{form: perceptron.Hash(word.Form), tag: perceptron.Hash(word.XPOS)}
	v.lower = hashBytes(w.lower)
	v.shape, v.long = shapes(word.Form)
	for i, end := 0, 0; i < len(v.prefix) && end < len(w.lower); i++ {
		_, n := utf8.DecodeRune(w.lower[end:])
		end += n
		v.prefix[i] = hashBytes(w.lower[:end])
	}
	for i, start := 0, len(w.lower); i < len(v.suffix) && start > 0; i++ {
		_, n := utf8.DecodeLastRune(w.lower[:start])
		start -= n
		v.suffix[i] = hashBytes(w.lower[start:])
	}
	return v
}

// outside stands for the words beyond both ends of a sentence.
const outside = 7

// expand appends the features of word i.
func (w *work) expand(doc *document, words []nlp.Word, i int) {
	a := &w.atoms
	for k := range 5 {
		j := i + k - here
		if j < 0 || j >= len(words) {
			a[atomWord+k], a[atomShape+k], a[atomTag+k], a[atomMark+k], a[atomGroup+k] = outside, outside, outside, outside, 0
			continue
		}
		v := &w.views[j]
		a[atomWord+k], a[atomShape+k], a[atomTag+k], a[atomGroup+k] = v.lower, v.shape, v.tag, v.group
		a[atomMark+k] = uint64(w.marks[j]&^(placeHead|royal|event|business|partisans)) + 1
	}
	v := &w.views[i]
	for k := range 4 {
		a[atomPrefix+k], a[atomSuffix+k] = v.prefix[k], v.suffix[k]
	}
	a[atomBefore], a[atomAfter] = outside, outside
	if i > 0 {
		a[atomBefore] = w.views[i-1].suffix[2]
	}
	if i+1 < len(words) {
		a[atomAfter] = w.views[i+1].suffix[2]
	}
	a[atomForm], a[atomLong] = v.form, v.long
	a[atomCase] = w.casing
	if i == 0 {
		a[atomCase] += 8
	}
	a[atomDoc] = doc.casing(words[i].Form)
	w.features = perceptron.Expand(w.features, templates, a[:])
	w.expandMarks(i)
}

// expandMarks appends one feature for each mark of the word i and its
// neighbours.
func (w *work) expandMarks(i int) {
	for j := max(i-1, 0); j <= min(i+1, len(w.marks)-1); j++ {
		for m := w.marks[j] &^ partisans; m != 0; m &= m - 1 {
			bit := bits.TrailingZeros32(uint32(m))
			w.features = append(w.features, perceptron.Mix(uint64(1000+j-i), uint64(bit)))
		}
	}
}

// casing tells sentences in capitals, those with capitals on most words, and
// others apart.
func casing(upper []bool, words []nlp.Word) uint64 {
	long, caps, all := 0, 0, 0
	for i, w := range words {
		if len(w.Form) < 4 || w.Form[0] < 'A' {
			continue
		}
		long++
		if upper[i] {
			caps++
		}
		if isUpper(w.Form) {
			all++
		}
	}
	switch {
	case long >= 2 && all*10 >= long*8:
		return 3
	case long >= 3 && caps*10 >= long*7 && !ends(words[len(words)-1].Form):
		return 2
	}
	return 1
}

// ends reports whether a form ends sentences of running text.
func ends(form string) bool { return form == "." || form == "?" || form == "!" || form == "\"" }

func isUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// shapes returns hashes of the kinds of letters of a form, with runs of one
// kind cut to two, and uncut.
func shapes(form string) (short, long uint64) {
	short, long = 1, 2
	last, run := uint64(0), 0
	for _, r := range form {
		k := kindOf(r)
		long = perceptron.Mix(long, k)
		if k == last {
			run++
		} else {
			last, run = k, 1
		}
		if run <= 2 {
			short = perceptron.Mix(short, k)
		}
	}
	return short, long
}

func kindOf(r rune) uint64 {
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLower(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case unicode.IsLetter(r):
		return 4
	}
	return uint64(r) + 5
}

// hashBytes is perceptron.Hash without a copy.
func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return perceptron.Mix(h, uint64(len(b)))
}
