package segment

import (
	"unicode"
	"unicode/utf8"
)

// stopped returns the end and kind of the word text[at:end] if the full stop
// after it is its own; otherwise it returns 0.
func (s *scanner) stopped(at, end, to int) (int, kind) {
	if stop := s.acronym(at, to); stop > 0 {
		return stop, kindAcronym
	}
	stop := end + 1
	if stop < to && (s.text[stop] == '.' || wordAt(s.text[stop:to]) > 0) { // an ellipsis, or no space after the stop
		return s.compound(at, end, to)
	}
	if runeLen(s.text[at:end]) == end-at {
		if s.initial(at, stop, to) {
			return stop, kindInitial
		}
	}
	m := s.lx.marksOf(s.text[at:end])
	if m&markAbbreviation == 0 {
		return 0, 0
	}
	next := s.peek(stop)
	digit := next < s.end && isDigit(s.text[next])
	capital := upperAt(s.text[at:])
	switch {
	case m&markNumber != 0 && digit:
		return stop, kindNumeral
	case m&markPlain != 0:
		return stop, kindAbbreviation
	case m&markTitle != 0:
		if next >= s.end { // "a rep." at the end of a paragraph
			return 0, 0
		}
		return stop, kindTitle
	case m&markMonth != 0 && capital, m&markState != 0 && capital && s.afterComma():
		return stop, kindAbbreviation
	}
	return 0, 0
}

// compound takes "Ph.D." and its like, in which letters follow the first full
// stop.
func (s *scanner) compound(at, end, to int) (int, kind) {
	second := s.wordEnd(end+1, min(to, end+4))
	if second < to && s.text[second] == '.' && s.lx.marksOf(s.text[at:second])&markPlain != 0 {
		return second + 1, kindAbbreviation
	}
	return 0, 0
}

// acronym returns the end of single letters with full stops between them,
// "U.S.", "a.m.", "U.S", or 0.
func (s *scanner) acronym(at, to int) int {
	letters, end := 0, at
	for end < to {
		r, n := utf8.DecodeRuneInString(s.text[end:to])
		if !unicode.IsLetter(r) {
			break
		}
		if end+n < to && wordAt(s.text[end+n:to]) > 0 { // a longer run begins here
			return 0
		}
		letters++
		end += n
		if end == to || s.text[end] != '.' {
			break
		}
		end++
	}
	if letters < 2 || end < to && s.text[end] == '.' && s.text[end-1] == '.' && letters < 2 {
		return 0
	}
	return end
}

// initial reports whether the single letter text[at:stop-1] is a name's
// initial: a capital before another capitalised word that does not begin a
// sentence. "I." is one only after a name.
func (s *scanner) initial(at, stop, to int) bool {
	if !upperAt(s.text[at:]) {
		return false
	}
	next := s.peek(stop)
	if next >= s.end || next == stop || !upperAt(s.text[next:]) {
		return next < s.end && next == stop && s.text[next] == '-' // "J.-P."
	}
	if s.lx.marksOf(s.ahead(next))&markOpener != 0 && len(s.ahead(next)) > 1 {
		return false
	}
	if s.text[at] != 'I' {
		return true
	}
	last := s.last()
	return last.end > 0 && upperAt(s.text[last.start:])
}

// afterComma reports whether the token before is a comma or a bracket.
func (s *scanner) afterComma() bool {
	last := s.last()
	return last.end > 0 && (s.text[last.start] == ',' || s.text[last.start] == '(')
}
