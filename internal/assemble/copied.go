package assemble

import (
	"strings"

	"kg/internal/copies"
)

// A copied says which documents are copies of others.
type copied struct {
	*maker
	original []int
	words    map[int]string // the words of some originals with a space about each
}

// held is the number of originals of which the words are in memory.
const held = 16

// has reports whether the words of a claim are in the original of its document;
// not if it is no copy.
func (c *copied) has(x *claim) (bool, error) {
	o := c.original[x.doc]
	if o == int(x.doc) {
		return false, nil
	}
	sentence, err := c.said(x)
	if err != nil {
		return false, err
	}
	if _, ok := c.words[o]; !ok {
		text, err := c.spool.String(c.docs[o].text)
		if err != nil {
			return false, err
		}
		if len(c.words) == held {
			clear(c.words)
		}
		c.words[o] = spaced(text)
	}
	return strings.Contains(c.words[o], spaced(sentence)), nil
}

func spaced(text string) string { return " " + strings.Join(copies.Words(text), " ") + " " }
