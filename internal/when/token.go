package when

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
)

// A token is a word of the sentence, or one of the parts of a word such as
// "3-5" or "mid-May", with every class it may stand for.
type token struct {
	class
	word  int    // index in Sentence.Words
	low   string // lower case, without a final full stop
	month int    // 1 to 12, if class has month
	wday  int    // 0 = Monday to 6, if class has weekday
	n     int    // value of a number, ordinal, year, decade or quarter
	unit  unit   // if class has span
	date  Date   // if class has whole: what a numeric date says
}

// A class is a set of word classes of the grammar.
type class uint64

// The word classes. A token may be of several: "second" is an ordinal and no
// unit here, "may" is a month only where its writing allows.
const (
	month class = 1 << iota
	weekday
	digits  // 1 to 31 in figures
	ordinal // 1st to 31st
	number  // a count, in figures or words; "a" is one
	year    // four figures
	decade  // 1990s
	whole   // a date in figures
	span    // day, week, month …
	season
	quarterName // Q3
	lastWord    // last, past
	thisWord
	nextWord // next, coming
	previous // previous, preceding
	following
	same
	that
	daypart // morning, night …
	early   // early, late, mid, earlier, later
	edge    // beginning, end, middle, half
	ago
	on
	later
	earlier
	after
	before
	comma
	dash
	to
	and
	of
	the
	in
	possessive
	from
	between
	today // today, yesterday, tomorrow, tonight
	overnight
	every
	by
	until
	since
	around // about, some, nearly
	is
	out
	now
	half
	whose // his, its, their
	timeWord
	weekendWord
	at
	during
	vague // few, several, recent
	dot

	opt class = 1 << 63 // in a pattern: the element may be missing
)

// A unit is a unit of time that can be counted.
type unit struct {
	days, months int
}

// tokens returns the classified words of s. Hyphened words whose parts all
// belong to dates become several tokens.
func tokens(s *nlp.Sentence) []token {
	ts := make([]token, 0, len(s.Words)+4)
	for i := range s.Words {
		form := s.Words[i].Form
		parts := splitHyphens(form)
		if parts == nil {
			ts = append(ts, classify(form, i))
			continue
		}
		for k, p := range parts {
			if k > 0 {
				ts = append(ts, token{class: dash, word: i, low: "-"})
			}
			ts = append(ts, classify(p, i))
		}
	}
	return ts
}

const hyphens = "-–—‑"

// splitHyphens returns the parts of words like 3-5, 2019–21, mid-May and
// Monday-Friday; nil for all others.
func splitHyphens(form string) []string {
	if len(form) < 3 || !strings.ContainsAny(form, hyphens) {
		return nil
	}
	if _, ok := numericDate(form); ok {
		return nil
	}
	parts := strings.FieldsFunc(form, func(r rune) bool { return strings.ContainsRune(hyphens, r) })
	if len(parts) != 2 {
		return nil
	}
	for i, p := range parts {
		const datish = month | weekday | digits | ordinal | year | decade
		ok := classify(p, 0).class&datish != 0 || i == 0 && classify(p, 0).class&(early|span|season) != 0
		if !ok && !(i == 1 && (p == "end" || p == "time" || isFigures(p, 2))) {
			return nil
		}
	}
	if strings.EqualFold(parts[1], "end") && classify(parts[0], 0).class&span == 0 {
		return nil
	}
	return parts
}

// classify looks form up in the tables and reads figures.
func classify(form string, word int) token {
	t := token{word: word, low: strings.ToLower(form)}
	if len(t.low) > 1 {
		t.low = strings.TrimSuffix(t.low, ".")
	}
	if c := t.low; c != "" && c[0] >= '0' && c[0] <= '9' {
		t.figures()
		return t
	}
	e, ok := words[t.low]
	if !ok {
		e = compound(t.low)
	}
	t.class, t.n, t.unit = e.class, e.n, e.unit
	if t.class&(month|weekday) != 0 {
		t.named(form, e)
	}
	return t
}

// compound reads forty-eight and twenty-first.
func compound(s string) entry {
	a, b, ok := strings.Cut(s, "-")
	tens, units := words[a], words[b]
	if !ok || tens.class != number || tens.n < 20 || tens.n > 90 || units.n > 9 || units.class != number && units.class != ordinal {
		return entry{}
	}
	return entry{class: units.class, n: tens.n + units.n}
}

// named keeps the classes of a calendar name only if it is written with a
// capital, and an abbreviation only if it has its full stop or its length
// makes it plain.
func (t *token) named(form string, e entry) {
	r, _ := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(r) {
		t.class &^= month | weekday
		return
	}
	if t.class&month != 0 {
		t.month = e.n
	}
	if t.class&weekday != 0 {
		t.wday = e.n
	}
}

// figures classifies a token that begins with a digit.
func (t *token) figures() {
	s := t.low
	if d, ok := numericDate(s); ok {
		t.class, t.date = whole, d
		return
	}
	if strings.HasSuffix(s, "s") && isFigures(strings.TrimSuffix(strings.TrimSuffix(s, "s"), "'"), 4) {
		if n, _ := strconv.Atoi(s[:4]); n%10 == 0 && n >= 1000 && n < 2200 {
			t.class, t.n = decade, n
		}
		return
	}
	if len(s) > 2 && len(s) <= 4 {
		switch s[len(s)-2:] {
		case "st", "nd", "rd", "th":
			if n, err := strconv.Atoi(s[:len(s)-2]); err == nil && n >= 1 && n <= 31 {
				t.class, t.n = ordinal, n
			}
			return
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil || len(s) > 4 {
		return
	}
	t.n = n
	if n > 0 && len(s) < 4 {
		t.class |= number
	}
	if n >= 1 && n <= 31 && len(s) <= 2 {
		t.class |= digits
	}
	if len(s) == 4 && n >= 1000 && n < 2200 {
		t.class |= year
	}
}

func isFigures(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// numericDate reads 2025-11-30, 11/30/2025, 30/11/2025 and 30.11.2025. Where
// day and month cannot be told apart only the year is known.
func numericDate(s string) (Date, bool) {
	if len(s) < 8 || len(s) > 10 {
		return Date{}, false
	}
	if isFigures(s[:4], 4) {
		d, err := Parse(s)
		return d, err == nil && d.Precision == OneDay
	}
	i := strings.IndexAny(s, "/.")
	if i < 1 || i > 2 {
		return Date{}, false
	}
	sep := s[i : i+1]
	p := strings.Split(s, sep)
	if len(p) != 3 || len(p[1]) > 2 || !isFigures(p[2], 4) {
		return Date{}, false
	}
	a, errA := strconv.Atoi(p[0])
	b, errB := strconv.Atoi(p[1])
	y, _ := strconv.Atoi(p[2])
	if errA != nil || errB != nil || y < minYear {
		return Date{}, false
	}
	return numericOrder(a, b, y, sep == ".")
}

func numericOrder(a, b, y int, dayFirst bool) (Date, bool) {
	d, m := b, a
	if dayFirst || a > 12 {
		d, m = a, b
	}
	if m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return Date{}, false
	}
	if !dayFirst && a <= 12 && b <= 12 && a != b {
		return InYear(y), true
	}
	return OnDay(DayOf(y, m, d)), true
}
