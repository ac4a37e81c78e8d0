// Package nlptest makes parsed sentences for tests: one short line of words
// goes in, an nlp.Sentence comes out.
package nlptest

import (
	"strconv"
	"strings"
	"testing"

	"kg/internal/nlp"
)

// Sentence reads words written as form/XPOS/head/relation, heads counted from
// one and 0 for the root. The lemma follows a "=" where it is not the form in
// small letters: "met=meet/VBD/0/root". Spans are left out.
func Sentence(t testing.TB, source string) *nlp.Sentence {
	t.Helper()
	s := &nlp.Sentence{}
	for _, field := range strings.Fields(source) {
		parts := strings.Split(field, "/")
		if len(parts) != 4 {
			t.Fatalf("%q: want form/tag/head/relation", field)
		}
		form, lemma, ok := strings.Cut(parts[0], "=")
		if !ok {
			lemma = strings.ToLower(form)
		}
		head, err := strconv.Atoi(parts[2])
		if err != nil {
			t.Fatal(err)
		}
		s.Words = append(s.Words, nlp.Word{Form: form, Lemma: lemma, XPOS: parts[1], UPOS: universal(parts[1]), Head: head - 1, Rel: parts[3]})
	}
	return s
}

// universal returns the universal tag of a Penn Treebank tag.
func universal(xpos string) string {
	for _, t := range tags {
		if strings.HasPrefix(xpos, t.xpos) {
			return t.upos
		}
	}
	return "X"
}

// tags maps the beginnings of Penn Treebank tags, longer ones first.
var tags = []struct{ xpos, upos string }{
	{"NNP", "PROPN"}, {"N", "NOUN"}, {"V", "VERB"}, {"MD", "AUX"}, {"J", "ADJ"}, {"RB", "ADV"}, {"IN", "ADP"}, {"TO", "PART"},
	{"DT", "DET"}, {"PR", "PRON"}, {"WP", "PRON"}, {"CC", "CCONJ"}, {"CD", "NUM"}, {",", "PUNCT"}, {".", "PUNCT"}, {":", "PUNCT"}, {"HYPH", "PUNCT"},
}
