package store

import (
	"slices"
	"strings"
)

// An Action is what becomes of a document.
type Action uint8

// The actions of a plan.
const (
	Stay  Action = iota + 1 // an entry of the file stays as it is
	Read                    // a document that was offered is read and added
	Again                   // a document of the file that another reader read is read again
)

// A Step is a document of the file to be.
type Step struct {
	Do     Action
	Record     // of the file's own for Stay and Again, of those offered for Read
	Before int // for Read and Again: the ID of the entry of the file that stays if the document cannot be read; 0 if there is none
}

// NewPlan plans to add documents to those of a file, as the reader of that name
// reads them, and returns what becomes of each, sorted by name.
//
// A document replaces one of the same name. Of documents of the same text only
// the one whose name comes first counts. A document of the same name and text
// as one of the file changes nothing, unless it has another date that was told
// by more than the time of a file. So the outcome depends on the documents, not
// on the order in which they came, as long as those of one name do not differ.
func NewPlan(file, offered []Record, reader string) []Step {
	steps, place := make([]Step, 0, len(file)+len(offered)), map[string]int{}
	before := map[string]string{} // hashes of the file's documents, by name
	for _, r := range file {
		place[r.Name], before[r.Name] = len(steps), r.Hash
		steps = append(steps, Step{Do: Stay, Record: r})
		if s := &steps[len(steps)-1]; r.Reader != reader {
			s.Do, s.Before = Again, r.ID
		}
	}
	for _, r := range offered {
		i, there := place[r.Name]
		switch {
		case !there:
			place[r.Name] = len(steps)
			steps = append(steps, Step{Do: Read, Record: r})
		case !same(&steps[i].Record, &r):
			old := steps[i].Before
			if steps[i].Do == Stay {
				old = steps[i].ID
			}
			steps[i] = Step{Do: Read, Record: r, Before: old}
		}
	}
	return distinct(steps, before)
}

// distinct sorts the steps and leaves out the documents of a text that is there
// already. An entry whose text another document has now does not stay in the
// place of one that cannot be read.
func distinct(steps []Step, before map[string]string) []Step {
	slices.SortFunc(steps, func(a, b Step) int { return strings.Compare(a.Name, b.Name) })
	texts := map[string]int{}
	steps = slices.DeleteFunc(steps, func(s Step) bool {
		texts[s.Hash]++
		return texts[s.Hash] > 1
	})
	for i := range steps {
		if s := &steps[i]; s.Before > 0 && before[s.Name] != s.Hash && texts[before[s.Name]] > 0 {
			s.Before = 0
		}
	}
	return steps
}

// same reports whether doc tells nothing that old, of the same name, does not.
func same(old, doc *Record) bool {
	return old.Hash == doc.Hash && (old.Date == doc.Date || doc.Date == "" || doc.Dated == "file time")
}
