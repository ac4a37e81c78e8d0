package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bom is the byte order mark that some editors write before UTF-8 text.
const bom = "\ufeff"

// foreign are the first bytes of files that are often taken for text, and what
// to do about them.
var foreign = []struct{ magic, what string }{
	{"\xff\xfe", "UTF-16 text, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"},
	{"\xfe\xff", "UTF-16 text, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"},
	{"%PDF-", "a PDF file, not text; convert it: pdftotext"},
	{"PK\x03\x04", "a zip or office file, not text; save it as plain text"},
	{"\xd0\xcf\x11\xe0", "an office file, not text; save it as plain text"},
	{"{\\rtf", "an RTF file, not plain text; save it as plain text"},
	{"\x1f\x8b", "a gzip file, not text; unpack it first"},
	{"\x89PNG", "a PNG picture, not text"},
	{"\xff\xd8\xff", "a JPEG picture, not text"},
	{"GIF8", "a GIF picture, not text"},
	{"\x7fELF", "a program, not text"},
	{"SQLite format 3\x00", "a graph file or other SQLite database, not text"},
}

// Check reports why data cannot be read as a document: it is empty, binary,
// markup or not UTF-8. The error is one line and says at which byte offset.
func Check(data []byte) error {
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return errors.New(f.what)
		}
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return fmt.Errorf("binary data, not text: NUL byte at offset %d; if it is text all the same, take them out: tr -d '\\000'", i)
	}
	if i := invalidUTF8(data); i >= 0 {
		if isCut(data, i) {
			return fmt.Errorf("cut off within a character: byte 0x%02x at offset %d; get the whole text, or take the rest of it off: iconv -c -f UTF-8 -t UTF-8", data[i], i)
		}
		return fmt.Errorf("not UTF-8: byte 0x%02x at offset %d; convert it, for example: iconv -f WINDOWS-1252 -t UTF-8", data[i], i)
	}
	if isHTML(data) {
		return errors.New("HTML, not plain text; save the article's text")
	}
	if !bytes.ContainsFunc(data, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return errors.New("empty: no text in it")
	}
	return nil
}

// isCut reports whether data is UTF-8 up to the character at i, of which the end
// is missing. A lone last byte may be of another encoding, unless there are
// whole characters of several bytes before it.
func isCut(data []byte, i int) bool {
	return !utf8.FullRune(data[i:]) && (len(data)-i > 1 || bytes.ContainsFunc(data[:i], func(r rune) bool { return r >= utf8.RuneSelf }))
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

func isHTML(data []byte) bool {
	head := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(data[:min(len(data), 256)]), bom)))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}
