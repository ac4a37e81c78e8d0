package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"kg/internal/fact"
	"kg/internal/source"
)

// An Entry is a document and what was read from it. Blocks of the document are
// not kept.
type Entry struct {
	Document source.Document
	Reading  *fact.Reading
	Reader   string // the version of models, word lists and rules that read it
}

// Hash returns the identity of a document: the SHA-256 of its text, in
// hexadecimal.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func compareDocuments(a, b *source.Document) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Text, b.Text))
}
