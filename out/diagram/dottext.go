package diagram

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dotEscape leaves DOT nothing to interpret: neither the end of the string nor
// one of its escapes.
var dotEscape = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

// htmlEntity is what Graphviz would replace by a character.
var htmlEntity = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// quote returns s as a DOT string that shows s. Line feeds become line breaks,
// other control characters and those that XML forbids are dropped.
func quote(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF) {
			return -1
		}
		return r
	}, s)
	s = htmlEntity.ReplaceAllString(s, "&amp;$1;")
	return `"` + pieces(dotEscape.Replace(s)) + `"`
}

// maxString is how long a DOT string may be; Graphviz 2 stops at 16 KB.
const maxString = 8000

// pieces returns the inside of a DOT string, one that is too long in several
// joined by a plus.
func pieces(s string) string {
	var b strings.Builder
	for len(s) > maxString {
		n := maxString
		for n > 0 && (!utf8.RuneStart(s[n]) || (n-len(strings.TrimRight(s[:n], `\`)))%2 == 1) {
			n--
		}
		b.WriteString(s[:n] + `" + "`)
		s = s[n:]
	}
	return b.String() + s
}

// shorten returns s on one line, cut to at most n characters with an ellipsis.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	return strings.TrimRightFunc(string(runes), unicode.IsSpace) + "…"
}

// Wrap returns s in up to most lines of about width characters; what does not
// fit is cut with an ellipsis. Words longer than a line are not broken.
func Wrap(s string, width, most int) string {
	var lines []string
	line := ""
	for w := range strings.FieldsSeq(s) {
		w = shorten(w, 2*width)
		switch {
		case line == "":
			line = w
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) <= width:
			line += " " + w
		default:
			lines = append(lines, line)
			line = w
		}
	}
	lines = append(lines, line)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	return strings.Join(lines, "\n")
}

// visible returns s without what has no look of its own: control characters,
// those that XML forbids, and those that turn the direction of writing.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
