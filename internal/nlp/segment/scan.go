package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is what the scanner takes a token for.
type kind uint8

const (
	kindWord kind = iota + 1
	kindNumber
	kindPunct
	kindAddress // net and mail addresses, file names, handles, emoticons
	kindInitial // one letter and a full stop
	kindAcronym // U.S., a.m.
	kindTitle   // abbreviations by class
	kindNumeral // "No." before a digit
	kindAbbreviation
)

// A token is one word of the text: bytes and how it was found.
type token struct {
	start, end int
	kind       kind
	joined     bool // continues the surface token before it
	spaced     bool // white space or the block's beginning stands before it
}

// A scanner cuts the text of one block into tokens. Each rule looks a bounded
// way ahead or consumes what it has looked at, so that a scan is linear.
type scanner struct {
	lx     *lexicon
	text   string
	end    int // of the block
	tokens []token
	spaced bool // white space before the next token
	open   bool // a single quotation mark is open
}

// scan appends the tokens of text[start:end].
func (s *scanner) scan(start, end int) {
	s.end, s.spaced, s.open = end, true, false
	for at := start; at < end; {
		if n := spaceAt(s.text[at:end]); n > 0 {
			s.spaced = true
			at += n
			continue
		}
		to := at
		for to < end && spaceAt(s.text[to:end]) == 0 {
			_, n := utf8.DecodeRuneInString(s.text[to:end])
			to += n
		}
		s.chunk(at, to)
		at = to
	}
}

// chunk cuts a run without white space.
func (s *scanner) chunk(at, to int) {
	for at < to {
		if n := invisibleAt(s.text[at:to]); n > 0 { // marks of no width around words belong to none
			at += n
			continue
		}
		at = s.next(at, to)
	}
}

// next takes the token at text[at:] and returns where it ends.
func (s *scanner) next(at, to int) int {
	c := s.text[at]
	switch {
	case isDigit(c):
		return s.number(at, to)
	case wordAt(s.text[at:to]) > 0:
		return s.word(at, to)
	case apostropheAt(s.text[at:to]) > 0:
		return s.apostrophe(at, to)
	}
	return s.punct(at, to)
}

// push appends a token and returns its end. Characters of no width after the
// word are not in the token.
func (s *scanner) push(start, end int, k kind) int {
	s.tokens = append(s.tokens, token{start: start, end: s.visibleEnd(start, end), kind: k, spaced: s.spaced})
	s.spaced = false
	return end
}

func (s *scanner) visibleEnd(start, end int) int {
	for end > start && s.text[end-1] >= utf8.RuneSelf {
		r, n := utf8.DecodeLastRuneInString(s.text[start:end])
		if !isInvisible(r) || n >= end-start {
			break
		}
		end -= n
	}
	return end
}

// pushJoined appends the rest of a surface token and returns its end.
func (s *scanner) pushJoined(start, end int) int {
	s.tokens = append(s.tokens, token{start: start, end: s.visibleEnd(start, end), kind: kindWord, joined: true})
	return end
}

// last returns the token before, or a zero token at the block's beginning.
func (s *scanner) last() token {
	if len(s.tokens) == 0 {
		return token{}
	}
	return s.tokens[len(s.tokens)-1]
}

// peek returns what follows the bytes [at, to) of a chunk: the offset of the
// next character that is not white space, or the block's end. It looks past
// at most 64 bytes of white space.
func (s *scanner) peek(at int) int {
	for limit := min(s.end, at+64); at < limit; {
		n := spaceAt(s.text[at:s.end])
		if n == 0 {
			return at
		}
		at += n
	}
	return min(at, s.end)
}

// ahead returns the run of word characters at the byte offset, at most 24
// bytes of it.
func (s *scanner) ahead(at int) string {
	end := at
	for end < s.end && end-at < longestEntry {
		n := wordAt(s.text[end:s.end])
		if n == 0 {
			break
		}
		end += n
	}
	return s.text[at:end]
}

// wordEnd returns where the run of word characters at the offset ends.
func (s *scanner) wordEnd(at, to int) int {
	for at < to {
		n := wordAt(s.text[at:to])
		if n == 0 {
			break
		}
		at += n
	}
	return at
}

// spaceAt returns the length of the white space character s begins with, or 0.
// Control characters count as white space.
func spaceAt(s string) int {
	if s[0] < utf8.RuneSelf {
		if s[0] <= ' ' || s[0] == 0x7f {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return n
	}
	return 0
}

// wordAt returns the length of the character s begins with if words are made
// of it, or 0: letters, digits, marks, the underscore, and characters of no
// width.
func wordAt(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if isLetter(c) || isDigit(c) || c == '_' {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || isInvisible(r) {
		return n
	}
	return 0
}

// invisibleAt returns the length of the character of no width that s begins
// with, or 0, and 0 too where a word follows it: then it is the word's.
func invisibleAt(s string) int {
	if s[0] < utf8.RuneSelf {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if !isInvisible(r) {
		return 0
	}
	return n
}

func isInvisible(r rune) bool {
	switch r {
	case 0x00ad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff:
		return true
	}
	return false
}

// apostropheAt returns the length of the apostrophe s begins with, or 0.
func apostropheAt(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == '\'' || s[0] == '`':
		return 1
	case strings.HasPrefix(s, "’"), strings.HasPrefix(s, "‘"), strings.HasPrefix(s, "ʼ"), strings.HasPrefix(s, "‛"):
		_, n := utf8.DecodeRuneInString(s)
		return n
	}
	return 0
}

// runeLen returns the length of the character s begins with.
func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }

// upperAt reports whether s begins with a capital letter.
func upperAt(s string) bool {
	if s == "" {
		return false
	}
	if s[0] < utf8.RuneSelf {
		return isUpper(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
