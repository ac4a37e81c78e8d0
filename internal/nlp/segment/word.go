package segment

import "strings"

// word takes the word at text[at:]: an address, an acronym, an abbreviation,
// or letters with what holds them together.
func (s *scanner) word(at, to int) int {
	if end := s.address(at, to); end > at {
		return s.push(at, end, kindAddress)
	}
	end := s.wordEnd(at, to)
	if end < to && s.text[end] == '.' {
		if stop, k := s.stopped(at, end, to); stop > end {
			return s.push(at, stop, k)
		}
	}
	end = s.bound(at, end, to)
	return s.clitics(at, end, to)
}

// bound extends the run [at, end) over the marks that hold one word together:
// apostrophes within it, "AT&T", "w/o", the hyphens of prefixes.
func (s *scanner) bound(at, end, to int) int {
	for end < to {
		next, mark := end, s.text[end]
		switch {
		case apostropheAt(s.text[end:to]) > 0:
			next = s.afterMark(end+apostropheAt(s.text[end:to]), to)
		case mark == '&' && s.shortRun(at, end):
			if e := s.afterMark(end+1, to); e > 0 && e-end <= 4 && s.sameCase(at, end+1) {
				next = e
			}
		case mark == '$' && upperAt(s.text[at:]) && end-at <= 3 && (end+1 == to || isDigit(s.text[end+1])): // "US$"
			return end + 1
		case mark == '*' || mark == '@':
			next = s.afterMark(end+1, to)
		case mark == '/':
			next = s.slashed(at, end, to)
		case mark == '-':
			next = s.hyphened(at, end, to)
		default:
			if n := hyphenAt(s.text[end:to]); n > 1 { // a hyphen that never breaks
				next = s.hyphened(at, end, to)
			}
		}
		if next <= end {
			return end
		}
		end = next
	}
	return end
}

// afterMark returns the end of the word characters at the offset, 0 if there
// are none.
func (s *scanner) afterMark(at, to int) int {
	if end := s.wordEnd(at, to); end > at {
		return end
	}
	return 0
}

// shortRun reports whether text[at:end] is up to three letters.
func (s *scanner) shortRun(at, end int) bool { return end-at <= 3 && isLetter(s.text[at]) }

// sameCase reports whether both letters are capitals or neither is.
func (s *scanner) sameCase(a, b int) bool { return isUpper(s.text[a]) == isUpper(s.text[b]) }

// slashed returns the end of a word such as "w/o" or "s/he", 0 for any other
// slash.
func (s *scanner) slashed(at, slash, to int) int {
	end := s.wordEnd(slash+1, to)
	switch s.text[at:end] {
	case "w/o", "W/O", "w/out", "s/he", "S/he", "l/c", "L/C", "i/c", "I/C", "I/S", "n/a", "N/A", "b/t", "b/c":
		return end
	}
	return 0
}

// hyphened returns the end of the part after a hyphen that stays in the word,
// 0 if the hyphen stands alone. "UN-backed" is not taken for "un-".
func (s *scanner) hyphened(at, hyphen, to int) int {
	after := hyphen + hyphenAt(s.text[hyphen:to])
	end := s.wordEnd(after, to)
	if end == after {
		return 0
	}
	first := s.lx.marksOf(s.text[at:hyphen])
	acronym := hyphen-at > 1 && isUpper(s.text[at+1]) && !isUpper(s.text[end-1])
	within := !s.spaced && s.afterHyphen()
	switch {
	case first&markPrefix != 0 && !acronym && !within:
		return end
	case end-after > 3 && s.lx.marksOf(s.text[after:end])&markSuffix != 0 && (end == to || hyphenAt(s.text[end:to]) == 0):
		return end
	}
	return 0
}

// afterHyphen reports whether the token before is a hyphen.
func (s *scanner) afterHyphen() bool {
	last := s.last()
	return last.end > 0 && hyphenAt(s.text[last.start:last.end]) == last.end-last.start
}

// hyphenAt returns the length of the hyphen s begins with, or 0.
func hyphenAt(s string) int {
	switch {
	case s[0] == '-':
		return 1
	case strings.HasPrefix(s, "\u2010"), strings.HasPrefix(s, "\u2011"):
		return len("\u2010")
	}
	return 0
}

// clitics takes text[at:end] and parts its clitic, if it has one, and the
// apostrophe of a plural possessive after it.
func (s *scanner) clitics(at, end, to int) int {
	if first := s.cut(s.text[at:end]); first > 0 {
		s.push(at, at+first, kindWord)
		return s.pushJoined(at+first, end)
	}
	if n := apostropheAt(s.text[end:to]); n > 0 {
		if s.possessive(at, end, end+n, to) {
			s.push(at, end, kindWord)
			return s.pushJoined(end, end+n)
		}
		if !s.open && end-at > 4 && strings.HasSuffix(s.text[at:end], "in") { // "lookin'"
			return s.push(at, end+n, kindWord)
		}
	}
	return s.push(at, end, kindWord)
}

// cut returns the length of the first of the two words that w is, 0 if it is
// one word: "don't" is 2, "minister's" 8, "cannot" 3.
func (s *scanner) cut(w string) int {
	if len(w) < longestEntry {
		var buf [longestEntry]byte
		if n := s.lx.contract[string(fold(&buf, w))]; n > 0 {
			return n
		}
	}
	mark := strings.LastIndexAny(w, "'’`ʼ‘‛")
	if mark <= 0 {
		return 0
	}
	tail := w[mark+apostropheAt(w[mark:]):]
	switch {
	case isClitic(tail):
		if isDigit(w[mark-1]) { // "1990's" is one word
			return 0
		}
		return mark
	case tail == "t" || tail == "T":
		if mark > 1 && (w[mark-1] == 'n' || w[mark-1] == 'N') {
			return mark - 1
		}
	}
	return 0
}

// isClitic reports whether s is what an apostrophe joins to a word.
func isClitic(s string) bool {
	switch s {
	case "s", "m", "d", "ll", "re", "ve", "S", "M", "D", "LL", "RE", "VE":
		return true
	}
	return false
}

// possessive reports whether the apostrophe text[end:next] belongs to the word
// text[at:end] before it, as in "the ministers' talks". A single quotation
// mark that is open is closed instead.
func (s *scanner) possessive(at, end, next, to int) bool {
	if s.open || next < to && apostropheAt(s.text[next:to]) > 0 || strings.HasPrefix(s.text[end:], "‘") || s.text[end] == '`' {
		return false
	}
	switch s.text[end-1] {
	case 's', 'S', 'x', 'z':
		return end-at > 2
	}
	return false
}

// apostrophe takes what begins with an apostrophe or a single quotation mark:
// an elision ('em, 's, '90s), a doubled mark, or a quotation mark.
func (s *scanner) apostrophe(at, to int) int {
	n := apostropheAt(s.text[at:to])
	rest := s.text[at+n : to]
	if m := apostropheAt(rest); m > 0 && (s.text[at:at+n] == rest[:m] || n == m && n > 1) {
		return s.push(at, at+n+m, kindPunct)
	}
	word := s.ahead(at + n)
	end := at + n + len(word)
	if before := s.last(); !s.spaced && before.end == at && isClitic(word) { // after "U.S.", after a quotation mark
		if before.kind == kindPunct {
			return s.push(at, end, kindWord)
		}
		return s.pushJoined(at, end)
	}
	closed := end < to && apostropheAt(s.text[end:to]) > 0
	if word != "" && end <= to && !closed && s.spaced {
		if isDigit(word[0]) && len(strings.TrimRight(word, "s")) == 2 && isDigit(word[1]) {
			return s.push(at, end, kindNumber)
		}
		if s.lx.marksOf(word)&markElision != 0 && !(s.open && len(word) > 2) {
			return s.push(at, end, kindWord)
		}
	}
	s.open = rest != "" && wordAt(rest) > 0
	return s.push(at, at+n, kindPunct)
}
