package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/source"
	"kg/internal/text"
)

// A segment is a run of text between two quotation marks, or between one and
// the end of a paragraph that the next one carries on.
type segment struct {
	inner text.Span // without the marks
	outer text.Span // with them
	block int
	open  bool // without closing mark: goes on in the next block
}

// A scanner finds the segments of one block.
type scanner struct {
	src        string
	start, end int // the block
}

// segments returns the segments of the blocks in the order of the text;
// segments within segments are left out.
func segments(src string, blocks []source.Block) []segment {
	var out []segment
	for b := range blocks {
		s := scanner{src, blocks[b].Span.Start, blocks[b].Span.End}
		for i := s.start; i < s.end; {
			seg, next := s.segment(i)
			if next <= i {
				break
			}
			i = next
			if seg.outer.Len() > 0 {
				seg.block = b
				out = append(out, seg)
			}
		}
	}
	return dropUnclosed(src, blocks, out)
}

// dropUnclosed drops the segments without closing mark, but for those that the
// next block goes on with.
func dropUnclosed(src string, blocks []source.Block, in []segment) []segment {
	out := in[:0]
	for i, s := range in {
		if s.open {
			goesOn := i+1 < len(in) && in[i+1].block == s.block+1 &&
				strings.TrimSpace(src[blocks[s.block+1].Span.Start:in[i+1].outer.Start]) == ""
			if !goesOn {
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// segment returns the first segment from i on and where to look further.
func (s *scanner) segment(i int) (segment, int) {
	for i < s.end {
		r, n := utf8.DecodeRuneInString(s.src[i:s.end])
		closer := s.opens(i, r, n)
		if closer == 0 {
			i += n
			continue
		}
		seg := segment{inner: text.Span{Start: i + n, End: s.end}, outer: text.Span{Start: i, End: s.end}, open: true}
		if at, size := s.closing(i+n, closer); at > 0 {
			seg.inner.End, seg.outer.End, seg.open = at, at+size, false
		} else if closer == '\'' || closer == '’' {
			i += n
			continue
		}
		seg.inner = trim(s.src, seg.inner)
		return seg, seg.outer.End
	}
	return segment{}, s.end
}

func trim(src string, t text.Span) text.Span {
	for t.Start < t.End && (src[t.Start] == ' ' || src[t.Start] == '\n') {
		t.Start++
	}
	for t.End > t.Start && (src[t.End-1] == ' ' || src[t.End-1] == '\n') {
		t.End--
	}
	return t
}

// opens returns the mark that would close the one at i, 0 if there is no
// opening mark.
func (s *scanner) opens(i int, r rune, n int) rune {
	switch r {
	case '“', '„':
		return '”'
	case '«':
		return '»'
	case '"':
		if s.freeBefore(i) {
			return '"'
		}
	case '‘':
		if s.freeBefore(i) && unicode.IsLetter(s.after(i+n)) {
			return '’'
		}
	case '\'':
		if s.freeBefore(i) && unicode.IsLetter(s.after(i+n)) {
			return '\''
		}
	}
	return 0
}

func (s *scanner) before(i int) rune {
	r, n := utf8.DecodeLastRuneInString(s.src[s.start:i])
	if n == 0 {
		return ' '
	}
	return r
}

func (s *scanner) after(i int) rune {
	r, n := utf8.DecodeRuneInString(s.src[i:s.end])
	if n == 0 {
		return ' '
	}
	return r
}

// freeBefore reports whether an opening mark may stand at i.
func (s *scanner) freeBefore(i int) bool {
	r := s.before(i)
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/“‘\"'", r)
}

func (s *scanner) spaceAfter(i int) bool { return unicode.IsSpace(s.after(i)) }

// closing returns place and size of the mark that closes a segment begun
// before i, or 0.
func (s *scanner) closing(i int, closer rune) (int, int) {
	if closer == '’' || closer == '\'' {
		return s.closingSingle(i, closer)
	}
	for k := i; k < s.end; {
		r, n := utf8.DecodeRuneInString(s.src[k:s.end])
		switch {
		case r != closer:
		case closer != '"':
			return k, n
		case !unicode.IsSpace(s.before(k)) && !unicode.IsLetter(s.after(k+n)) || s.spaceAfter(k+n):
			return k, n
		}
		k += n
	}
	return 0, 0
}

// closingSingle tells a closing single mark from an apostrophe: after
// punctuation it closes, before punctuation it most likely does, and before a
// space it does unless it follows an s.
func (s *scanner) closingSingle(i int, closer rune) (int, int) {
	likely, last := 0, 0
	for k := i; k < s.end; {
		r, n := utf8.DecodeRuneInString(s.src[k:s.end])
		if r == '‘' || r == '“' || r == '"' {
			break
		}
		if r == closer && !unicode.IsLetter(s.after(k+n)) {
			switch b, a := s.before(k), s.after(k+n); {
			case strings.ContainsRune(",.?!…", b):
				return k, n
			case strings.ContainsRune(",.;:?!)”\"", a) && likely == 0:
				likely = k
			case last == 0 && b != 's':
				last = k
			}
		}
		k += n
	}
	if likely == 0 {
		likely = last
	}
	return likely, utf8.RuneLen(closer)
}
