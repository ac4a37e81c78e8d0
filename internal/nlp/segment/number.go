package segment

import "strings"

// number takes the number at text[at:] with its groups, and the letters that
// belong to it: "1,200", "10:30", "11/28/2000", "20th", "4A".
func (s *scanner) number(at, to int) int {
	if end := s.address(at, to); end > at {
		return s.push(at, end, kindAddress)
	}
	end := s.digits(at, to)
	if end == to {
		return s.push(at, end, kindNumber)
	}
	letters := s.wordEnd(end, to)
	if letters > end {
		if s.parts(s.text[at:end], s.text[end:letters]) {
			return s.push(at, end, kindNumber)
		}
		end = s.code(letters, to)
	}
	if n := apostropheAt(s.text[end:to]); n > 0 { // "the 1990's"
		if after := end + n; after < to && s.text[after] == 's' && s.wordEnd(after, to) == after+1 {
			return s.push(at, after+1, kindNumber)
		}
	}
	return s.push(at, end, kindNumber)
}

// digits returns the end of the digits at the offset with the signs between
// their groups.
func (s *scanner) digits(at, to int) int {
	end := digitRun(s.text, at, to)
	for end+1 < to && isDigit(s.text[end+1]) {
		switch s.text[end] {
		case ',':
			next := digitRun(s.text, end+1, to)
			if next-end != 4 && s.bracketed() { // "[13,14]" are two
				return end
			}
			end = next
		case '.', ':', '/':
			end = digitRun(s.text, end+1, to)
		case '-':
			next := s.hyphenGroups(at, end, to)
			if next == 0 {
				return end
			}
			return next
		default:
			return end
		}
	}
	return end
}

// bracketed reports whether the token before is an opening bracket or a comma
// without space.
func (s *scanner) bracketed() bool {
	last := s.last()
	return !s.spaced && last.end > 0 && (s.text[last.start] == '[' || s.text[last.start] == ',')
}

// hyphenGroups returns the end of a telephone number, a date or a code such as
// "713-853-3989", "2025-11-30", "94720-1900"; 0 for a range such as
// "1969-1970".
func (s *scanner) hyphenGroups(at, hyphen, to int) int {
	var shape [6]byte
	shape[0] = byte(min(hyphen-at, 9)) + '0'
	n, end := 1, hyphen
	for end+1 < to && s.text[end] == '-' && isDigit(s.text[end+1]) {
		if n == len(shape) {
			return 0
		}
		next := digitRun(s.text, end+1, min(to, end+10))
		shape[n] = byte(next-end-1) + '0'
		n++
		end = next
	}
	switch string(shape[:n]) {
	case "34", "74", "334", "1334", "54", "422", "224", "222", "124", "122", "112", "114", "212", "214":
		return end
	}
	return 0
}

// parts reports whether the letters written against a number are a word of
// their own: a unit, or three small letters and more that make no ordinal.
func (s *scanner) parts(number, letters string) bool {
	if s.tokensEndWithCurrency() {
		return true
	}
	switch letters {
	case "st", "nd", "rd", "th", "s", "ST", "ND", "RD", "TH":
		return false
	}
	if s.lx.marksOf(letters)&markUnit != 0 {
		return !(len(letters) == 1 && isUpper(letters[0]) && !strings.ContainsAny(number, ".,"))
	}
	return len(letters) > 2 && strings.IndexFunc(letters, notLower) < 0
}

func notLower(r rune) bool { return r < 'a' || r > 'z' }

// tokensEndWithCurrency reports whether a sign of currency stands directly
// before.
func (s *scanner) tokensEndWithCurrency() bool {
	if s.spaced || len(s.tokens) == 0 {
		return false
	}
	last := s.last()
	return strings.HasSuffix(s.text[last.start:last.end], "$") || strings.HasPrefix(s.text[last.start:], "€") || strings.HasPrefix(s.text[last.start:], "£")
}

// code returns the end of the letters and digits after a mixed run, with the
// hyphens between groups of digits: "x3-9890".
func (s *scanner) code(end, to int) int {
	for end+1 < to && s.text[end] == '-' && isDigit(s.text[end+1]) {
		end = s.wordEnd(end+1, to)
	}
	return end
}

func digitRun(text string, at, to int) int {
	for at < to && isDigit(text[at]) {
		at++
	}
	return at
}
