package segment

import "strings"

// punct takes the punctuation or symbols at text[at:]: an emoticon, a handle,
// a signed number, a run of one sign, or one character.
func (s *scanner) punct(at, to int) int {
	rest := s.text[at:to]
	if n := s.emoticon(rest); n > 0 {
		return s.push(at, at+n, kindAddress)
	}
	var next byte
	if len(rest) > 1 {
		next = rest[1]
	}
	switch c := rest[0]; {
	case (c == '@' || c == '#') && isLetter(next):
		return s.push(at, s.wordEnd(at+1, to), kindAddress)
	case (c == '+' || c == '.') && isDigit(next):
		return s.push(at, s.digits(at+1, to), kindNumber)
	case c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']' || c == '"':
		return s.push(at, at+1, kindPunct)
	case strings.HasPrefix(rest, "[...]"):
		return s.push(at, at+5, kindPunct)
	}
	return s.push(at, at+runOf(rest), kindPunct)
}

// runOf returns the length of the run of one sign that s begins with; full
// stops, question and exclamation marks make one run.
func runOf(s string) int {
	n := runeLen(s)
	if n > 1 && !strings.HasPrefix(s, "—") && !strings.HasPrefix(s, "–") && !strings.HasPrefix(s, "…") {
		return n
	}
	const stops = ".?!"
	sign := s[:n]
	stop := n == 1 && strings.IndexByte(stops, s[0]) >= 0
	for n < len(s) && (strings.HasPrefix(s[n:], sign) || stop && strings.IndexByte(stops, s[n]) >= 0) {
		n += len(sign)
	}
	return n
}

// emoticon returns the length of the emoticon s begins with, 0 if there is
// none or a word follows it directly.
func (s *scanner) emoticon(rest string) int {
	if len(rest) < 2 || strings.IndexByte(":;=(^-<", rest[0]) < 0 {
		return 0
	}
	for _, e := range s.lx.smile {
		if strings.HasPrefix(rest, e) && (len(rest) == len(e) || wordAt(rest[len(e):]) == 0) {
			return len(e)
		}
	}
	return 0
}
