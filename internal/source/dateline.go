package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Datelines follow the usual English forms: "LONDON, December 1, 2025 –",
// "KYIV, Ukraine (AP) —", "MINSK, Oct 8 —", "GENEVA (1 December 2025) –",
// "ACCRA:". What tells them from a sentence with a dash in it is the place in
// capitals, the date or the agency.

// maxDateline is the length in bytes within which the dash must come.
const maxDateline = 110

var (
	// dashes are the marks that end a dateline; a hyphen needs blanks around it.
	dashes = lazily(`\s*(?:[—―]|\s–|–\s|\s--+|--+\s|\s-\s)\s*`)
	// agencyParens holds the agency's name: "(Reuters)", "(AP)", "/PRNewswire/".
	agencyParens  = lazily(`\s*(?:\(([A-Z][\w .&/'’-]*)\)|/([A-Z][\w .&'’-]*)/)\s*$`)
	agencySlashes = lazily(`/[A-Z][\w .&'’-]*/\.?\s+`)
	dateParens    = lazily(`\s*\(([^()]*\d[^()]*)\)\s*$`)
	initialWord   = lazily(`^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.)$`)
	lowerInName   = lazily(`^(?:de|del|di|da|do|la|le|of|on|upon|and|the|al-\p{Lu}\p{L}+|el|sur|am|an|der|den|-|&)$`)
)

// A head is what stands before the text of a paragraph: a dateline or a label.
type head struct {
	kind BlockKind // Dateline or Heading
	end  int       // offset of the text after it
	date dated     // zero if it gives none
}

// A position says what may be expected at the head of a paragraph.
type position struct {
	early  bool // one of the first paragraphs
	dialog bool // the text is an interview, in which "NAME:" is a speaker
}

// readHead finds the dateline or label at the head of a paragraph.
func readHead(s string, at position) (head, bool) {
	if h, ok := colonHead(s, at); ok {
		return h, true
	}
	if h, ok := slashHead(s); ok {
		return h, true
	}
	start := s[:min(len(s), maxDateline)]
	if !strings.ContainsAny(start, "—―–-") {
		return head{}, false
	}
	for _, m := range dashes().FindAllStringIndex(start, 3) {
		before, after := s[:m[0]], s[m[1]:]
		if before == "" || after == "" || !startsText(after) {
			continue
		}
		if isLabel(before) {
			return head{kind: Heading, end: m[1]}, true
		}
		d, ok := parsePlaces(before, at, after)
		if !ok {
			continue
		}
		h := head{kind: Dateline, end: m[1], date: d}
		extendByDate(s, &h)
		return h, true
	}
	return head{}, false
}

// slashHead reads the form that has the agency between slashes in the place of
// a dash: "DOHA, December 1. /TASS/. The …".
func slashHead(s string) (head, bool) {
	start := s[:min(len(s), maxDateline)]
	if !strings.Contains(start, "/") {
		return head{}, false
	}
	m := agencySlashes().FindStringIndex(start)
	if m == nil || !startsText(s[m[1]:]) {
		return head{}, false
	}
	d, ok := parsePlaces(strings.TrimRight(s[:m[0]], " ,."), position{}, "")
	return head{kind: Dateline, end: m[1], date: d}, ok
}

// extendByDate takes in a date and a dash that follow the first dash:
// "KYIV, Ukraine — Dec. 1, 2025 — The …".
func extendByDate(s string, h *head) {
	rest := s[h.end:]
	start := rest[:min(len(rest), maxDateWords)]
	d, ok := findDate(start)
	if !ok {
		d, ok = findShortDate(start)
	}
	if !ok || d.start != 0 {
		return
	}
	if m := dashes().FindStringIndex(rest[d.end:]); m != nil && m[0] == 0 {
		h.date = shift(d, h.end)
		h.end += d.end + m[1]
	}
}

// maxDateWords is longer than any date with its weekday, in bytes.
const maxDateWords = 64

func shift(d dated, by int) dated { return dated{d.day, d.start + by, d.end + by} }

// colonHead reads "ACCRA: " and "CALL FOR TENDERS: ", words in capitals and a
// colon.
func colonHead(s string, at position) (head, bool) {
	i := strings.IndexByte(s[:min(len(s), 60)], ':')
	if i < 3 || i+1 >= len(s) || s[i+1] != ' ' || !allCaps(s[:i]) {
		return head{}, false
	}
	h := head{kind: Dateline, end: i + 2}
	if isLabel(s[:i]) {
		h.kind = Heading
		return h, !at.dialog
	}
	return h, at.early && !at.dialog && len(strings.Fields(s[:i])) <= 3
}

// parsePlaces reports whether s, the words before a dash, name a place, a date
// or an agency and nothing else. After is the text behind the dash.
func parsePlaces(s string, at position, after string) (date dated, ok bool) {
	rest, agency := cutAgency(s)
	rest, date = cutDate(rest)
	if rest == "" {
		return date, agency || date.day != day{}
	}
	if !placeNames(rest) {
		return date, false
	}
	first, _, comma := strings.Cut(rest, ",")
	switch {
	case agency, date.day != day{}:
		return date, true
	case allCaps(first) && utf8.RuneCountInString(first) > 2:
		return date, true
	case !at.early || inParenthesis(after):
		return date, false
	}
	words := len(strings.Fields(rest))
	return date, words <= 2 || comma && words <= 5
}

// inParenthesis reports whether a second dash follows in the same sentence, so
// that the first one opened a parenthesis.
func inParenthesis(after string) bool {
	m := dashes().FindStringIndex(after)
	if m == nil {
		return false
	}
	end := strings.Index(after, ". ")
	return end < 0 || m[0] < end
}

// cutAgency takes "(Reuters)" or "/PRNewswire/" off the end of s.
func cutAgency(s string) (rest string, found bool) {
	m := agencyParens().FindStringIndex(s)
	if m == nil {
		return s, false
	}
	if d, ok := findShortDate(s[m[0]:m[1]]); ok && d.month > 0 {
		return s, false
	}
	return strings.TrimRight(s[:m[0]], " ,"), true
}

// cutDate takes a date off the end of s, in brackets or after a comma.
func cutDate(s string) (rest string, d dated) {
	inner, end := s, len(s)
	offset := 0
	if m := dateParens().FindStringSubmatchIndex(s); m != nil {
		inner, offset, end = s[m[2]:m[3]], m[2], m[0]
	}
	d, ok := findDate(inner)
	if !ok {
		d, ok = findShortDate(inner)
	}
	if !ok || strings.Trim(inner[d.end:], " ,.") != "" {
		return s, dated{}
	}
	if offset == 0 {
		end = d.start
	} else if d.start != 0 {
		return s, dated{}
	}
	return strings.TrimRight(s[:end], " ,("), shift(d, offset)
}

// placeNames reports whether s is made of capitalised words alone, set apart
// by commas and slashes, and does not begin as sentences do.
func placeNames(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '/' || r == ';' })
	if len(words) == 0 || len(words) > 8 || sentenceStart[strings.ToLower(words[0])] {
		return false
	}
	for i, w := range words {
		if !initialWord().MatchString(w) && (i == 0 || !lowerInName().MatchString(w)) {
			return false
		}
	}
	return true
}

// sentenceStart are capitalised words that open a sentence and no place name;
// "The" is not among them, for the sake of The Hague.
var sentenceStart = map[string]bool{
	"a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "it": true, "he": true, "she": true,
	"they": true, "we": true, "i": true, "his": true, "her": true, "their": true, "our": true, "my": true, "its": true,
	"but": true, "and": true, "yet": true, "so": true, "not": true, "yes": true, "no": true, "now": true, "then": true,
	"president": true, "prime": true, "mr": true, "mr.": true, "mrs": true, "mrs.": true, "ms": true, "ms.": true,
	"dr": true, "dr.": true, "minister": true, "secretary": true, "ambassador": true, "king": true, "queen": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// labels are words in capitals that announce the kind of a text and are no
// place.
var labels = map[string]bool{
	"press": true, "release": true, "breaking": true, "exclusive": true, "update": true, "analysis": true, "opinion": true,
	"explainer": true, "factbox": true, "watch": true, "live": true, "caption": true, "news": true, "call": true,
	"statement": true, "editorial": true, "comment": true, "interview": true, "feature": true, "profile": true,
	"timeline": true, "correction": true, "note": true, "embargoed": true, "immediate": true, "advisory": true,
	"media": true, "bulletin": true, "summary": true, "report": true, "briefing": true, "readout": true,
	"transcript": true, "obituary": true, "notice": true, "alert": true, "photo": true, "video": true, "insight": true,
	"background": true, "q&a": true, "communique": true, "communiqué": true, "headline": true, "headlines": true,
}

// isLabel reports whether s, in capitals, announces the kind of a text.
func isLabel(s string) bool {
	if !allCaps(s) {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if labels[strings.Trim(w, ".,:")] {
			return true
		}
	}
	return false
}

// allCaps reports whether s has two letters or more and none in lower case.
func allCaps(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsLetter(r):
			n++
		}
	}
	return n >= 2
}

// startsText reports whether s begins as a sentence does.
func startsText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'“‘«([$€£", r)
}
