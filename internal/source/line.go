package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/text"
)

// A line is one line of the text without the white space around it.
type line struct {
	span   text.Span
	runes  int  // length of span in characters
	indent bool // begins with white space
	gap    bool // a blank line or the top of the text stands before it
}

// lines cuts src at \n, \r\n and \r and leaves out blank lines.
func lines(src string) []line {
	var out []line
	gap := true
	for start := 0; start < len(src); {
		end, next := len(src), len(src)
		if i := strings.IndexAny(src[start:], "\n\r"); i >= 0 {
			end, next = start+i, start+i+1
			if strings.HasPrefix(src[end:], "\r\n") {
				next++
			}
		}
		s := trim(src, text.Span{Start: start, End: end})
		if s.Len() == 0 {
			gap = true
		} else {
			out = append(out, line{s, utf8.RuneCountInString(s.Of(src)), s.Start > start, gap})
			gap = false
		}
		start = next
	}
	return out
}

// trim narrows s so that it neither begins nor ends with blanks.
func trim(src string, s text.Span) text.Span {
	t := s.Of(src)
	s.Start += len(t) - len(strings.TrimLeftFunc(t, isBlank))
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(src), isBlank))
	return s
}

// isBlank reports whether r leaves no mark on paper: white space, the byte
// order mark and the zero-width characters of web pages.
func isBlank(r rune) bool {
	switch r {
	case '\ufeff', '\u200b', '\u200c', '\u200d', '\u2060', '\u200e', '\u200f':
		return true
	}
	return unicode.IsSpace(r)
}

// A unit is what the layout sets as one thing: a line, or the lines of a
// hard-wrapped paragraph together.
type unit struct {
	span  text.Span
	lines int
	gap   bool // a blank line or the top of the text stands before it
}

// units joins the lines of src that were broken only to fit a width.
func units(src string) []unit {
	ls := lines(src)
	width := wrapWidth(src, ls)
	var out []unit
	for i, l := range ls {
		if i > 0 && continues(src, ls[i-1], l, width) {
			u := &out[len(out)-1]
			u.span.End = l.span.End
			u.lines++
			continue
		}
		out = append(out, unit{l.span, 1, l.gap})
	}
	return out
}

const (
	minWidth = 40  // narrower columns are lists and verse
	maxWidth = 100 // wider lines were not broken to fit a page
)

// wrapWidth returns the width, in characters, at which src was hard-wrapped, or
// 0 if it was not: in wrapped text the first word of a line would rarely have
// fitted on the line above, and many lines begin within a sentence.
func wrapWidth(src string, ls []line) int {
	width, pairs, full, lower := 0, 0, 0, 0
	for _, l := range ls {
		width = max(width, l.runes)
	}
	if width < minWidth || width > maxWidth {
		return 0
	}
	for i := 1; i < len(ls); i++ {
		if ls[i].gap {
			continue
		}
		pairs++
		if fills(src, ls[i-1], ls[i], width) {
			full++
		}
		if startsLower(ls[i].span.Of(src)) {
			lower++
		}
	}
	if pairs == 0 || 2*full < pairs || 3*lower < pairs {
		return 0
	}
	return width
}

// fills reports whether the first word of next would not have fitted after l
// in a column of width characters.
func fills(src string, l, next line, width int) bool {
	word, _, _ := strings.Cut(next.span.Of(src), " ")
	return l.runes+1+utf8.RuneCountInString(word) > width
}

// continues reports whether next goes on in the paragraph of l, in a text
// wrapped at width characters (0: not wrapped).
func continues(src string, l, next line, width int) bool {
	if next.gap || startsItem(next.span.Of(src)) || next.indent && !l.indent {
		return false
	}
	if width > 0 && fills(src, l, next, width) {
		return true
	}
	return l.runes > minWidth && startsLower(next.span.Of(src)) && !endsClause(l.span.Of(src))
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// startsItem reports whether s begins with the mark of a list item.
func startsItem(s string) bool { return itemMark().MatchString(s) || headingMark().MatchString(s) }

// endsClause reports whether s ends with a mark after which a new paragraph
// may begin.
func endsClause(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, closers), ":") || endsSentence(s)
}

// closers are the marks that may stand after the full stop of a sentence.
const closers = "\"'”’»)]*_"

// endsSentence reports whether s ends with a full stop, a question mark, an
// exclamation mark or an ellipsis.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".?!…", r)
}
