// Package source reads files, folders and standard input into documents:
// bytes in, checked UTF-8 text with its layout and its date out.
package source

import "kg/internal/text"

// A Document is one article as it was found.
type Document struct {
	Name   string  // the path it was read from, slash-separated; for standard input "stdin-" and the beginning of the text's hash
	Text   string  // the whole file, valid UTF-8, byte for byte
	Date   string  // date of writing, ISO 8601 day; empty if unknown
	Dated  string  // where Date was found: "date line", "dateline", "file name", "flag", "caption", "text", "file time"; empty if unknown
	Blocks []Block // in the order of the text, disjoint; they cover all of it but white space
}

// A Block is a paragraph or another unit of the layout. No sentence crosses
// its ends.
type Block struct {
	Kind BlockKind
	Span text.Span
}

// A BlockKind says what a block is for the reader.
type BlockKind uint8

// The kinds of blocks. Every text has paragraphs; the others are recognised by
// their place and shape.
const (
	Paragraph BlockKind = iota + 1
	Title               // the article's headline
	Heading             // a line that heads paragraphs
	Dateline            // a place or date that stands by itself: "Dec 1, 2025", "LONDON, December 1, 2025 –"
	Byline              // the author's or agency's name
	Caption             // the text of a picture
	Furniture           // belongs to the page, not to the article: "Advertisement", "(L-R)", a rule of asterisks
)
