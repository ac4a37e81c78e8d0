package assemble

import (
	"strings"

	"kg/internal/copies"
	"kg/internal/source"
)

// A copied says which documents are copies of others.
type copied struct {
	docs     []*source.Document
	original []int
	words    map[int]string // the words of originals with a space about each
}

func findCopies(docs []*source.Document) copied {
	texts := make([]copies.Text, len(docs))
	for i, d := range docs {
		texts[i] = copies.Text{Name: d.Name, Date: d.Date, Text: d.Text}
	}
	return copied{docs, copies.Find(texts), map[int]string{}}
}

// of returns the name of the document from which document d copied a sentence;
// empty if it is no copy, or the sentence is not in the original.
func (c copied) of(d int, sentence string) string {
	o := c.original[d]
	if o == d {
		return ""
	}
	if _, ok := c.words[o]; !ok {
		c.words[o] = spaced(c.docs[o].Text)
	}
	if !strings.Contains(c.words[o], spaced(sentence)) {
		return ""
	}
	return c.docs[o].Name
}

func spaced(text string) string { return " " + strings.Join(copies.Words(text), " ") + " " }
