package store

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/source"
)

// An Entry is a document and what was read from it. Blocks of the document are
// not kept.
type Entry struct {
	Document source.Document
	Reading  *fact.Reading
}

// Hash returns the identity of a document: the SHA-256 of its text, in
// hexadecimal.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Plan says what becomes of a file when documents are added to it: which
// entries stay, sorted by name, and which documents are to be read and added,
// sorted likewise.
//
// A document replaces one of the same name; only documents from standard input
// ("-") do not replace one another. Of documents of the same text only the one
// whose name comes first counts. A document of the same name and text as an
// entry changes nothing, unless it has another date that was told by more than
// the time of a file. So the outcome depends on the documents, not on the order
// in which they came, as long as those of one name do not differ.
func Plan(entries []Entry, docs []*source.Document) (stay []Entry, read []*source.Document) {
	named := func(d *source.Document) func(*source.Document) bool {
		return func(x *source.Document) bool { return x.Name == d.Name && (x.Name != "-" || x.Text == d.Text) }
	}
	all := []*source.Document{}
	old := map[*source.Document]*fact.Reading{}
	for i := range entries {
		d := &entries[i].Document
		all = append(all, d)
		old[d] = entries[i].Reading
	}
	for _, d := range docs {
		i := slices.IndexFunc(all, named(d))
		switch {
		case i < 0:
			all = append(all, d)
		case !same(all[i], d):
			all[i] = d
		}
	}
	slices.SortStableFunc(all, compareDocuments)
	texts := map[string]bool{}
	for _, d := range all {
		if texts[d.Text] {
			continue
		}
		texts[d.Text] = true
		if reading, ok := old[d]; ok {
			stay = append(stay, Entry{*d, reading})
		} else {
			read = append(read, d)
		}
	}
	return stay, read
}

// same reports whether doc tells nothing that old, of the same name, does not.
func same(old, doc *source.Document) bool {
	return old.Text == doc.Text && (old.Date == doc.Date || doc.Date == "" || doc.Dated == "file time")
}

func compareDocuments(a, b *source.Document) int {
	if c := strings.Compare(a.Name, b.Name); c != 0 {
		return c
	}
	return strings.Compare(a.Text, b.Text)
}
