package tag

import (
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/nlp/perceptron"
)

// A work is the scratch memory for one sentence.
type work struct {
	views    []view
	tags     []uint64 // class plus one of the words decided so far
	atoms    [numAtoms]uint64
	features []uint64
	scores   []int32
	lower    []byte
}

// A view is what the features look at in one word; hashes, nought for
// "nothing".
type view struct {
	form, lower, shape uint64
	group              uint64 // the cluster
	known              uint64 // the set of classes of the word in the dictionary
	prefix             [4]uint64
	suffix             [5]uint64
}

// The atoms of a decision, in the order that the templates count them.
const (
	atomWord    = iota // 5 words from the second before to the second after
	atomKnown   = 5    // the dictionary's classes of the same 5
	atomShape   = 10   // shapes of the word before, the word and the word after
	atomPrefix  = 13   // prefixes of 1 to 4 letters
	atomSuffix  = 17   // suffixes of 1 to 5 letters
	atomBefore  = 22   // suffix of 3 letters of the word before
	atomAfter   = 23   // suffixes of 2 and 3 letters of the word after
	atomTag     = 25   // the tag before, the tag before that
	atomForm    = 27   // the word, its case kept
	atomFirst   = 28   // whether the word is the first of the sentence
	atomGroup   = 29   // clusters of 5 words
	numAtoms    = 34
	groupBefore = atomGroup + 1
	groupHere   = atomGroup + 2
	groupAfter  = atomGroup + 3
	wordBefore2 = atomWord
	wordBefore  = atomWord + 1
	wordHere    = atomWord + 2
	wordAfter   = atomWord + 3
	wordAfter2  = atomWord + 4
	knownBefore = atomKnown + 1
	knownHere   = atomKnown + 2
	knownAfter  = atomKnown + 3
	knownAfter2 = atomKnown + 4
	shapeBefore = atomShape
	shapeHere   = atomShape + 1
	shapeAfter  = atomShape + 2
	tagBefore   = atomTag
	tagBefore2  = atomTag + 1
)

// templates lists the features of a decision.
var templates = []perceptron.Template{
	{wordHere}, {atomForm}, {wordBefore}, {wordBefore2}, {wordAfter}, {wordAfter2},
	{wordBefore, wordHere}, {wordHere, wordAfter}, {wordBefore, wordAfter},
	{atomPrefix}, {atomPrefix + 1}, {atomPrefix + 2}, {atomPrefix + 3},
	{atomSuffix}, {atomSuffix + 1}, {atomSuffix + 2}, {atomSuffix + 3}, {atomSuffix + 4},
	{shapeHere}, {shapeHere, atomFirst}, {shapeHere, atomSuffix + 1}, {shapeHere, shapeAfter}, {shapeBefore, shapeHere},
	{shapeHere, tagBefore}, {shapeHere, wordAfter}, {shapeHere, wordBefore},
	{atomBefore}, {atomAfter}, {atomAfter + 1},
	{tagBefore}, {tagBefore, tagBefore2}, {tagBefore, wordHere}, {tagBefore, tagBefore2, wordHere}, {tagBefore, atomSuffix + 2},
	{tagBefore, wordAfter}, {tagBefore, wordBefore}, {tagBefore2, wordBefore},
	{knownHere}, {knownHere, tagBefore}, {knownHere, tagBefore, tagBefore2}, {knownAfter}, {knownHere, knownAfter},
	{knownBefore, knownHere}, {knownHere, knownAfter, knownAfter2}, {tagBefore, knownHere, knownAfter},
	{tagBefore, knownAfter}, {knownHere, wordAfter}, {knownHere, wordBefore}, {knownHere, atomSuffix + 2},
	{groupHere}, {groupBefore}, {groupAfter}, {groupBefore, groupHere}, {groupHere, groupAfter}, {tagBefore, groupHere}, {tagBefore, groupAfter},
	{groupHere, atomSuffix + 1}, {tagBefore, groupHere, groupAfter}, {groupHere, shapeHere}, {atomGroup}, {atomGroup + 4}, {groupAfter, atomGroup + 4}, {knownHere, groupAfter},
	{atomSuffix + 2, knownAfter}, {wordHere, knownAfter}, {tagBefore, atomSuffix + 1, knownAfter},
}

// read sets the views of a sentence.
func (w *work) read(t *Tagger, words []nlp.Word, forms []string) {
	w.views, w.tags = w.views[:0], w.tags[:0]
	for i := range words {
		form := words[i].Form
		if forms != nil {
			form = forms[i]
		}
		w.views = append(w.views, w.view(t, form))
	}
}

// view returns the view of a form.
func (w *work) view(t *Tagger, form string) view {
	w.lower = perceptron.AppendLower(w.lower[:0], form)
	low := string(w.lower)
	v := view{form: perceptron.Hash(form), lower: perceptron.Hash(low), shape: shape(form)}
	v.known = perceptron.Mix(known(t.words.Row(v.lower)), 7)
	v.group = t.groups.Class(v.lower)
	affixes(low, &v)
	return v
}

// known returns a hash of the classes of a dictionary row.
func known(row string) uint64 {
	var h uint64
	for ; len(row) >= 2; row = row[2:] {
		h = perceptron.Mix(h, uint64(row[0])+1)
	}
	return h
}

// affixes sets the prefixes and suffixes of v, in runes.
func affixes(low string, v *view) {
	for i, end := 0, 0; i < len(v.prefix) && end < len(low); i++ {
		_, n := utf8.DecodeRuneInString(low[end:])
		end += n
		v.prefix[i] = perceptron.Hash(low[:end])
	}
	for i, start := 0, len(low); i < len(v.suffix) && start > 0; i++ {
		_, n := utf8.DecodeLastRuneInString(low[:start])
		start -= n
		v.suffix[i] = perceptron.Hash(low[start:])
	}
}

// shape returns a hash of the form's kinds of letters, runs of one kind cut to
// two.
func shape(form string) uint64 {
	var h, last, run uint64 = 1, 0, 0
	for _, r := range form {
		k := kind(r)
		if k == last {
			run++
		} else {
			last, run = k, 1
		}
		if run <= 2 {
			h = perceptron.Mix(h, k)
		}
	}
	return h
}

// kind returns the kind of a letter for shape.
func kind(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z':
		return 1
	case 'A' <= r && r <= 'Z':
		return 2
	case '0' <= r && r <= '9':
		return 3
	case r < utf8.RuneSelf:
		return uint64(r)
	case unicode.IsUpper(r):
		return 2
	case unicode.IsLetter(r):
		return 1
	}
	return 4
}

// expand sets the features of the decision about the word i.
func (w *work) expand(i int) {
	a := &w.atoms
	for k := range 5 {
		v := w.at(i + k - 2)
		a[atomWord+k], a[atomKnown+k], a[atomGroup+k] = v.lower, v.known, v.group
	}
	for k := range 3 {
		a[atomShape+k] = w.at(i + k - 1).shape
	}
	v := &w.views[i]
	copy(a[atomPrefix:], v.prefix[:])
	copy(a[atomSuffix:], v.suffix[:])
	a[atomBefore] = w.at(i - 1).suffix[2]
	next := w.at(i + 1)
	a[atomAfter], a[atomAfter+1] = next.suffix[1], next.suffix[2]
	a[tagBefore], a[tagBefore2] = w.tag(i-1), w.tag(i-2)
	a[atomForm], a[atomFirst] = v.form, 2
	if i == 0 {
		a[atomFirst] = 1
	}
	w.features = perceptron.Expand(w.features[:0], templates, a[:])
}

// edge is the view beyond the ends of the sentence.
var edge = view{lower: 3, shape: 3, known: 3}

// at returns the view of the word i, which may lie beyond the ends.
func (w *work) at(i int) *view {
	if i < 0 || i >= len(w.views) {
		return &edge
	}
	return &w.views[i]
}

// tag returns the tag decided for the word i, which may lie before the first.
func (w *work) tag(i int) uint64 {
	if i < 0 {
		return 999
	}
	return w.tags[i]
}
