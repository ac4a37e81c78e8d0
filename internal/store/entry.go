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
	Reader   string // the version of models, word lists and rules that read it
}

// Hash returns the identity of a document: the SHA-256 of its text, in
// hexadecimal.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// A Plan says what becomes of a file when documents are added to it. All lists
// are sorted by name.
type Plan struct {
	Stay  []Entry            // entries that stay as they are
	Read  []*source.Document // documents to be read and added
	Again []*source.Document // documents of entries that another reader read, to be read again; their layout is that of now
}

// NewPlan plans to add docs to entries, as the reader of that name reads them.
//
// A document replaces one of the same name. Of documents of the same text only
// the one whose name comes first counts. A document of the same name and text
// as an entry changes nothing, unless it has another date that was told by more
// than the time of a file. So the outcome depends on the documents, not on the
// order in which they came, as long as those of one name do not differ.
func NewPlan(entries []Entry, docs []*source.Document, reader string) Plan {
	all := []*source.Document{}
	old, place := map[*source.Document]*Entry{}, map[string]int{}
	for i := range entries {
		d := &entries[i].Document
		old[d], place[d.Name] = &entries[i], i
		all = append(all, d)
	}
	for _, d := range docs {
		i, there := place[d.Name]
		switch {
		case !there:
			place[d.Name] = len(all)
			all = append(all, d)
		case !same(all[i], d):
			all[i] = d
		}
	}
	slices.SortStableFunc(all, compareDocuments)
	var p Plan
	texts := map[string]bool{}
	for _, d := range all {
		if texts[d.Text] {
			continue
		}
		texts[d.Text] = true
		switch e := old[d]; {
		case e == nil:
			p.Read = append(p.Read, d)
		case e.Reader != reader:
			p.Again = append(p.Again, source.Again(d))
		default:
			p.Stay = append(p.Stay, *e)
		}
	}
	return p
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
