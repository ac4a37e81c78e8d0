package segment

import "strings"

// longestAddress bounds how far a mail address or a net name without a scheme
// is looked for, in bytes.
const longestAddress = 128

// address returns the end of the net or mail address or file name at the
// offset, 0 if there is none.
func (s *scanner) address(at, to int) int {
	chunk := s.text[at:to]
	if hasScheme(chunk) {
		end := strings.IndexAny(chunk, "<>\"“”")
		if end < 0 {
			end = len(chunk)
		}
		return at + len(trimAddress(chunk[:end]))
	}
	if end := mail(chunk[:min(len(chunk), longestAddress)]); end > 0 {
		return at + end
	}
	return s.name(at, min(to, at+longestAddress), to)
}

// hasScheme reports whether s begins as a link does.
func hasScheme(s string) bool {
	if len(s) < 8 {
		return false
	}
	switch s[0] | 0x20 {
	case 'h', 'w', 'f', 'm':
	default:
		return false
	}
	head := strings.ToLower(s[:8])
	for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://", "mailto:"} {
		if strings.HasPrefix(head, scheme) {
			return true
		}
	}
	return false
}

// trimAddress leaves out what closes the sentence rather than the address.
func trimAddress(s string) string {
	for s != "" {
		last := s[len(s)-1]
		switch {
		case strings.IndexByte(".,;:!?'\"]}", last) >= 0:
		case last == ')' && strings.Count(s, "(") < strings.Count(s, ")"):
		default:
			return strings.TrimSuffix(s, "’")
		}
		s = s[:len(s)-1]
	}
	return s
}

// mail returns the length of the mail address s begins with, or 0.
func mail(s string) int {
	sign := 0
	for sign < len(s) && (isLetter(s[sign]) || isDigit(s[sign]) || strings.IndexByte("._%+-", s[sign]) >= 0) {
		sign++
	}
	if sign == 0 || sign == len(s) || s[sign] != '@' {
		return 0
	}
	end := sign + 1
	for end < len(s) && (isLetter(s[end]) || isDigit(s[end]) || s[end] == '.' || s[end] == '-' || s[end] == '_') {
		end++
	}
	host := strings.TrimRight(s[:end], ".-")
	if len(host) <= sign+1 {
		return 0
	}
	return len(host)
}

// name returns the end of a net name without a scheme or of a file name at the
// offset, 0 if there is none: its last part is in the tables.
func (s *scanner) name(at, limit, to int) int {
	end, last, dots := at, at, 0
	for end < limit {
		c := s.text[end]
		if c == '.' {
			if end+1 >= limit || !isLetter(s.text[end+1]) && !isDigit(s.text[end+1]) {
				break
			}
			dots++
			last = end + 1
		} else if !isLetter(c) && !isDigit(c) && c != '-' && c != '_' {
			break
		}
		end++
	}
	if dots == 0 || end < to && wordAt(s.text[end:to]) > 0 {
		return 0
	}
	if dots > 1 && isPath(s.text[at:end]) {
		return end
	}
	m := s.lx.marksOf(s.text[last:end])
	if m&(markNet|markFile) == 0 || m&markFile == 0 && upperAt(s.text[last:]) && !upperAt(s.text[last+1:]) {
		return 0 // "end.It", not a name in ".it"
	}
	if m&markNet != 0 && end < to && s.text[end] == '/' { // with a path
		path := s.text[end:to]
		if n := strings.IndexAny(path, "<>\"“”"); n >= 0 {
			path = path[:n]
		}
		return end + len(trimAddress(path))
	}
	return end
}

// isPath reports whether s is made of small letters and full stops, two
// letters and more between stops: "comp.sources.unix".
func isPath(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			run++
		case c == '.' && run > 1:
			run = 0
		default:
			return false
		}
	}
	return run > 0
}
