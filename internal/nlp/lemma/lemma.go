// Package lemma gives words their dictionary forms: a form with its tags goes
// in, a lemma as the English treebanks write it comes out.
//
// A word is looked up in three places: the table that [Train] made of
// treebanks, by form and tags; the irregular forms, embedded, by form and
// inflection; and last the rules of spelling, which know every word.
package lemma

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// irregular lists what the rules of spelling get wrong: a class, a lemma and
// its forms a line.
//
//go:embed irregular.txt
var irregular string

// wordnet lists likewise the regular forms of dictionary words that the rules
// would lead to another word.
//
//go:embed wordnet.txt
var wordnet string

// A Lemmatizer is safe for concurrent use.
type Lemmatizer struct {
	table map[string]string            // lemma by universal tag, Penn tag and form, see key
	forms map[string]map[string]string // lemma by class and form, of the embedded lists
}

// New returns a lemmatizer with the table that [Train] made. An empty table is
// allowed. An error names the line.
func New(table []byte) (*Lemmatizer, error) {
	l := &Lemmatizer{
		table: make(map[string]string, bytes.Count(table, []byte("\n"))),
		forms: map[string]map[string]string{"V": {}, "N": {}, "A": {}, "J": {}},
	}
	n := 0
	for line := range strings.Lines(string(table)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if c := strings.Count(line, "\t") + 1; c != 4 {
			return nil, fmt.Errorf("lemma table: line %d: %d columns, want 4", n, c)
		}
		tab := strings.LastIndexByte(line, '\t')
		l.table[line[:tab]] = line[tab+1:]
	}
	for _, list := range [...]string{wordnet, irregular} {
		for line := range strings.Lines(list) {
			l.read(line)
		}
	}
	l.mend()
	return l, nil
}

// mend drops the slips of the treebanks: past forms of verbs that the table
// gives a lemma which no list knows ("flead" for "fled").
func (l *Lemmatizer) mend() {
	known := map[string]bool{}
	for _, lemma := range l.forms["V"] {
		known[lemma] = true
	}
	for k, lemma := range l.table {
		form := k[strings.LastIndexByte(k, '\t')+1:]
		right, ok := l.forms["V"][form]
		if ok && right != lemma && lemma != form && !known[lemma] && (strings.HasPrefix(k, "VERB\tVBD") || strings.HasPrefix(k, "VERB\tVBN")) {
			delete(l.table, k)
		}
	}
}

// read takes a line of an embedded list: a class, a lemma, its forms.
func (l *Lemmatizer) read(line string) {
	class, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	forms := l.forms[class]
	if forms == nil { // a comment
		return
	}
	lemma, rest, _ := strings.Cut(rest, " ")
	for form := range strings.SplitSeq(rest, " ") {
		forms[form] = lemma
	}
}

// Lemma returns the lemma of a normalised form with its universal and its Penn
// Treebank tag: in small letters but for names and what is spelled with
// capitals in the dictionary. Words of regular spelling cost no allocation
// when they are in small letters.
func (l *Lemmatizer) Lemma(form, upos, xpos string) string {
	lookup := strings.ToLower(form)
	if isName(xpos) {
		lookup = form
	}
	var buf [64]byte
	if lemma, ok := l.table[string(key(buf[:0], lookup, upos, xpos))]; ok {
		return lemma
	}
	return l.regular(form, upos, xpos)
}

// key appends the key of the table: it joins a form and its tags.
func key(buf []byte, form, upos, xpos string) []byte {
	buf = append(buf, upos...)
	buf = append(buf, '\t')
	buf = append(buf, xpos...)
	buf = append(buf, '\t')
	return append(buf, form...)
}

// regular returns the lemma without the table of the treebanks.
func (l *Lemmatizer) regular(form, upos, xpos string) string {
	lower := strings.ToLower(form)
	switch {
	case upos == "PUNCT" || upos == "SYM" || xpos == "ADD":
		return form
	case xpos == "CD":
		return number(form, lower)
	case isName(xpos) || upos == "PROPN":
		return l.name(form, lower, upos, xpos)
	case upos == "ADJ" && xpos == "JJ" && form != lower:
		if lemma, ok := l.forms["J"][lower]; ok {
			return lemma
		}
	}
	if class := inflection(upos, xpos, lower); class != "" {
		return l.inflected(lower, class)
	}
	return lower
}

// The inflections that change a word's spelling.
const (
	verbS      = "VBZ"
	verbEd     = "VBD"
	verbIng    = "VBG"
	plural     = "NNS"
	comparison = "JJR"
)

// inflectionOf gives the inflection of each Penn Treebank tag that has one.
var inflectionOf = map[string]string{
	"VBZ": verbS, "VBD": verbEd, "VBN": verbEd, "VBG": verbIng, "NNS": plural, "NNPS": plural,
	"JJR": comparison, "JJS": comparison, "RBR": comparison, "RBS": comparison,
}

// inflection returns the inflection of a word, "" if it has none. Without a
// Penn tag, or with a name's, a verb's ending tells.
func inflection(upos, xpos, lower string) string {
	if xpos != "" && !isName(xpos) || upos != "VERB" && upos != "AUX" {
		return inflectionOf[xpos]
	}
	switch {
	case strings.HasSuffix(lower, "ing"):
		return verbIng
	case strings.HasSuffix(lower, "ed"):
		return verbEd
	case strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss"):
		return verbS
	}
	return ""
}

// inflected undoes an inflection of a word in small letters.
func (l *Lemmatizer) inflected(lower, inflection string) string {
	class := inflection[:1]
	if inflection == comparison {
		class = "A"
	}
	if lemma, ok := l.forms[class][lower]; ok {
		return lemma
	}
	return undo(lower, inflection)
}

// name returns the lemma of a proper noun or of a word that is part of a name:
// itself, but for plurals and for verbs, "Americans", "United"; with one
// capital if it was written with none or, being longer than an acronym, with
// nothing else.
func (l *Lemmatizer) name(form, lower, upos, xpos string) string {
	switch {
	case xpos == "NNPS":
		return recase(form, lower, l.inflected(lower, plural))
	case upos == "VERB":
		if class := inflection(upos, xpos, lower); class != "" {
			return recase(form, lower, l.inflected(lower, class))
		}
	case len(form) > 6 && form == strings.ToUpper(form) && isLetters(form), form == lower && isLetters(form):
		return capitalised(lower)
	}
	return form
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// capitalised returns s with its first letter a capital.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// isName reports whether the Penn tag is a proper noun's.
func isName(xpos string) bool { return xpos == "NNP" || xpos == "NNPS" }

// recase gives the lemma the capitals of the form.
func recase(form, lower, lemma string) string {
	if strings.HasPrefix(lower, lemma) && len(form) == len(lower) {
		return form[:len(lemma)]
	}
	if first, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(first) {
		return capitalised(lemma)
	}
	return lemma
}

// number leaves out the commas between groups of digits and the capitals of
// words, not those of Roman numerals.
func number(form, lower string) string {
	if lower != "" && '0' <= lower[0] && lower[0] <= '9' {
		return strings.ReplaceAll(lower, ",", "")
	}
	if strings.Trim(form, "IVXLCDM") == "" {
		return form
	}
	return lower
}
