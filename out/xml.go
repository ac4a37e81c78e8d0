package out

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An xmlWriter writes XML. Errors of writing stay in it until it is flushed.
type xmlWriter struct{ *bufio.Writer }

func newXML(w io.Writer) xmlWriter { return xmlWriter{bufio.NewWriterSize(w, 1<<16)} }

func (x xmlWriter) raw(parts ...string) {
	for _, p := range parts {
		x.WriteString(p)
	}
}

func (x xmlWriter) attr(name, value string) {
	x.raw(" ", name, `="`)
	x.escape(value, true)
	x.WriteByte('"')
}

func (x xmlWriter) text(value string) { x.escape(value, false) }

// escape writes value as it must stand in an attribute, in double quotes, or in
// text. A carriage return, the line ends that only XML 1.1 knows, and in an
// attribute every blank but the space, would else come back as another character
// from some readers. What XML 1.0 forbids is left out.
func (x xmlWriter) escape(value string, attribute bool) {
	from := 0
	for i := 0; i < len(value); i++ {
		size, with := 1, ""
		switch c := value[i]; {
		case c == '&':
			with = "&amp;"
		case c == '<':
			with = "&lt;"
		case c == '>':
			with = "&gt;"
		case c == '\r':
			with = "&#13;"
		case attribute && c == '"':
			with = "&quot;"
		case attribute && c == '\n':
			with = "&#10;"
		case attribute && c == '\t':
			with = "&#9;"
		case c < ' ' && c != '\n' && c != '\t':
		case c == 0xC2 && strings.HasPrefix(value[i:], "\u0085"):
			size, with = len("\u0085"), "&#133;"
		case c == 0xE2 && strings.HasPrefix(value[i:], "\u2028"):
			size, with = len("\u2028"), "&#8232;"
		case c >= 0xEF && !isXML(value[i:]):
			_, size = utf8.DecodeRuneInString(value[i:])
		default:
			continue
		}
		x.raw(value[from:i], with)
		from = i + size
	}
	x.WriteString(value[from:])
}

// isXML reports whether XML 1.0 allows the first character of s.
func isXML(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return xmlRune(r) == r
}

// xmlRune returns r if XML 1.0 allows it, or else -1, to drop it.
func xmlRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
