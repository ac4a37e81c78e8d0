package model

import _ "embed"

//go:embed lemmas.tsv
var lemmas []byte

// Lemmas returns the table of package lemma: universal tag, Penn Treebank tag,
// form and lemma a line. It must not be changed.
func Lemmas() []byte { return lemmas }
