package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopped returns the end and kind of the word text[at:end] if the full stop
// after it is its own; otherwise it returns 0.
func (s *scanner) stopped(at, end, to int) (int, kind) {
	if stop := s.acronym(at, to); stop > 0 {
		if s.lx.marksOf(strings.TrimSuffix(s.text[at:stop], "."))&markTitle != 0 { // "e.g."
			return stop, kindTitle
		}
		return stop, kindAcronym
	}
	stop := end + 1
	single := runeLen(s.text[at:end]) == end-at
	m := s.lx.marksOf(s.text[at:end])
	if stop < to && (s.text[stop] == '.' || wordAt(s.text[stop:to]) > 0) { // an ellipsis, or no space after the stop
		return s.compound(at, end, to, m)
	}
	if single && upperAt(s.text[at:]) {
		if s.initial(at, stop, to) {
			return stop, kindInitial
		}
		m &= markNumber
	}
	if m&markAbbreviation == 0 {
		return 0, 0
	}
	return s.listed(at, stop, m)
}

// listed judges the full stop before text[stop:] by the classes of the word
// before it.
func (s *scanner) listed(at, stop int, m mark) (int, kind) {
	next := s.peek(stop)
	last := next >= s.end
	capital := upperAt(s.text[at:])
	word := s.ahead(next)
	switch {
	case m&markNumber != 0 && !last && (isDigit(s.text[next]) || s.lx.marksOf(word)&markMonth != 0):
		return stop, kindNumeral
	case m&markTitle != 0 && !last:
		return stop, kindTitle
	case last || next > stop && upperAt(word) && s.lx.marksOf(word)&markOpener != 0: // the sentence ends, and the stop is its own
		return 0, 0
	case m&markPlain != 0, m&markMonth != 0 && capital, m&markState != 0 && capital && s.afterComma():
		return stop, kindAbbreviation
	}
	return 0, 0
}

// compound takes a stop with letters or digits right after it: "Ph.D.",
// "Nov.28", "Dr.Jones".
func (s *scanner) compound(at, end, to int, m mark) (int, kind) {
	second := s.wordEnd(end+1, min(to, end+4))
	if second < to && s.text[second] == '.' && s.lx.marksOf(s.text[at:second])&markPlain != 0 {
		return second + 1, kindAbbreviation
	}
	switch next := s.text[end+1:]; {
	case m&(markMonth|markNumber) != 0 && isDigit(next[0]):
		return end + 1, kindNumeral
	case m&markTitle != 0 && upperAt(s.text[at:]) && upperAt(next):
		return end + 1, kindTitle
	}
	return 0, 0
}

// acronym returns the end of single letters with full stops between them,
// "U.S.", "a.m.", "U.S", or 0. A capitalised name may follow without a space,
// "P.O.Box", "S.Korea".
func (s *scanner) acronym(at, to int) int {
	letters, end := 0, at
	for end < to {
		r, n := utf8.DecodeRuneInString(s.text[end:to])
		if !unicode.IsLetter(r) {
			break
		}
		if end+n < to && wordAt(s.text[end+n:to]) > 0 { // a longer run begins here
			if letters > 0 && unicode.IsUpper(r) && s.text[at] != 'I' && upperAt(s.text[at:]) && s.lx.marksOf(s.ahead(end))&markOpener == 0 {
				return end
			}
			return 0
		}
		letters++
		end += n
		if end == to || s.text[end] != '.' {
			break
		}
		end++
	}
	if letters < 2 {
		return 0
	}
	return end
}

// initial reports whether the single capital text[at:stop-1] is a name's
// initial: before another capitalised word that does not begin a sentence, or
// after a name and before a comma or bracket. "I." is one only after a name.
func (s *scanner) initial(at, stop, to int) bool {
	last := s.last()
	named := last.end > 0 && upperAt(s.text[last.start:])
	if stop < to {
		return s.text[stop] == '-' || named && strings.IndexByte(",)];", s.text[stop]) >= 0
	}
	next := s.peek(stop)
	if next >= s.end || !upperAt(s.text[next:]) {
		return false
	}
	word := s.ahead(next)
	if after := next + len(word); s.lx.marksOf(word)&markOpener != 0 && (len(word) > 1 || after == s.end || s.text[after] != '.') {
		return false
	}
	return s.text[at] != 'I' || named
}

// afterComma reports whether the token before is a comma, a bracket or the
// hyphen of "(R-Tex.)".
func (s *scanner) afterComma() bool {
	last := s.last()
	return last.end > 0 && strings.IndexByte(",(-", s.text[last.start]) >= 0
}
