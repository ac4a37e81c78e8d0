package parse

import (
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// A lexeme is what the features look at in one word: hashes, never nought but
// for the group of a word that has none.
type lexeme struct {
	word, tag, coarse, group uint64
	shape                    uint64

	before tally // of the words before this one
}

// A tally counts words of some kinds: the difference of two words' tallies
// tells what lies between them.
type tally struct {
	commas, ands, verbs, marks int
	finite, quotes             int
}

// count adds a word to the tally.
func (t *tally) count(w *nlp.Word) {
	switch {
	case w.Form == ",":
		t.commas++
	case w.UPOS == "CCONJ":
		t.ands++
	case w.UPOS == "VERB" || w.UPOS == "AUX":
		t.verbs++
	case isQuote(w.Form):
		t.quotes++
		t.marks++
	case isMark(w.Form):
		t.marks++
	}
	switch w.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		t.finite++
	}
}

// isQuote reports whether a form is a double quote.
func isQuote(form string) bool {
	return form == `"` || form == "''" || form == "``" || form == "“" || form == "”"
}

// isMark reports whether a form is a bracket, a dash, a colon or a semicolon.
func isMark(form string) bool {
	switch form {
	case "(", ")", "[", "]", "–", "—", "--", "-", ":", ";":
		return true
	}
	return false
}

// read sets the lexemes of a sentence, the root behind them.
func (w *work) read(words []nlp.Word, groups cluster.Table) {
	w.words = w.words[:0]
	var t tally
	for i := range words {
		x := &words[i]
		l := lexeme{word: perceptron.HashLower(x.Form), coarse: perceptron.Hash(x.UPOS), shape: shape(x.Form), before: t}
		l.tag = perceptron.Mix(perceptron.Hash(x.XPOS), l.coarse)
		l.group = groups.Class(l.word)
		w.words = append(w.words, l)
		t.count(x)
	}
	const root = 5
	w.words = append(w.words, lexeme{word: root, tag: root, coarse: root, shape: root, before: t})
}

// shape returns the kind of a form's letters: 1 lower case, 2 capitals, 3
// capitalised, 4 a number, 5 a sign.
func shape(form string) uint64 {
	first, size := utf8.DecodeRuneInString(form)
	switch {
	case unicode.IsUpper(first):
		next, _ := utf8.DecodeRuneInString(form[size:])
		if unicode.IsUpper(next) {
			return 2
		}
		return 3
	case unicode.IsLetter(first):
		return 1
	case unicode.IsDigit(first):
		return 4
	}
	return 5
}
