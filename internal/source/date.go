package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A day is a calendar date as written; year is 0 where the text leaves it out.
type day struct{ year, month, day int }

func (d day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// A dated is a day found in a text, at the bytes [start, end).
type dated struct {
	day
	start, end int
}

const (
	monthPattern   = `(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	dayPattern     = `(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b`
	yearPattern    = `(?P<year>(?:1[5-9]|20|21)\d\d)\b`
	weekdayPattern = `(?:\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?,?\s+(?:the\s+)?)?`
)

// datePatterns are the forms of a day in English text, the surest first.
// Numbers between slashes are read only where no reader could take the month
// for the day (see newDay).
var datePatterns = []pattern{
	lazily(`\b(?P<year>(?:1[5-9]|20|21)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\b`),
	lazily(`(?i)` + weekdayPattern + `\b` + monthPattern + `\s+` + dayPattern + `(?:,\s*|\s+)` + yearPattern),
	lazily(`(?i)` + weekdayPattern + `\b` + dayPattern + `[\s-]+(?:of\s+)?` + monthPattern + `,?[\s-]+` + yearPattern),
	lazily(`\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20|21)\d\d)\b`),
	lazily(`\b(?P<year>(?:19|20|21)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b`),
	lazily(`\b(?P<slash1>[0-3]?\d)/(?P<slash2>[0-3]?\d)/(?P<year>(?:19|20|21)\d\d)\b`),
}

// shortPatterns are the forms of a day without its year.
var shortPatterns = []pattern{
	lazily(`(?i)` + weekdayPattern + `\b` + monthPattern + `\s+` + dayPattern),
	lazily(`(?i)` + weekdayPattern + `\b` + dayPattern + `\s+(?:of\s+)?` + monthPattern),
}

// findDate returns the first full date of s in reading order.
func findDate(s string) (dated, bool) { return firstMatch(s, datePatterns) }

// findShortDate returns the first date of s without a year.
func findShortDate(s string) (dated, bool) { return firstMatch(s, shortPatterns) }

func firstMatch(s string, patterns []pattern) (best dated, ok bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return best, false // what the patterns would find too, much more slowly
	}
	for _, p := range patterns {
		re := p()
		m := re.FindStringSubmatchIndex(s)
		if m == nil || ok && m[0] >= best.start {
			continue
		}
		if d, valid := newDay(re, s, m); valid {
			best, ok = dated{d, m[0], m[1]}, true
		}
	}
	return best, ok
}

// newDay reads the named groups of a match; it reports false for dates that
// the calendar does not have and for 03/04/2025, which is a day in March or
// in April.
func newDay(re *regexp.Regexp, s string, m []int) (day, bool) {
	group := func(name string) string {
		if i := re.SubexpIndex(name); i >= 0 && m[2*i] >= 0 {
			return s[m[2*i]:m[2*i+1]]
		}
		return ""
	}
	var d day
	d.year, _ = strconv.Atoi(group("year"))
	d.day, _ = strconv.Atoi(group("day"))
	d.month = monthNumber(group("month"))
	if a, _ := strconv.Atoi(group("slash1")); a > 0 {
		b, _ := strconv.Atoi(group("slash2"))
		if a <= 12 && b <= 12 && a != b {
			return d, false
		}
		d.day, d.month = max(a, b), min(a, b)
	}
	return d, d.valid()
}

func (d day) valid() bool {
	year := d.year
	if year == 0 {
		year = 2000 // a leap year: 29 February may be meant
	}
	t := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return d.month >= 1 && d.month <= 12 && t.Day() == d.day
}

// monthNumber reads "Sept", "september" or "09".
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if len(s) < 3 {
		return 0
	}
	return (strings.Index("...janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s[:3])) + 2) / 3
}

// withYear gives d, a day without a year, the year that brings it nearest to
// the ISO day near; it reports false where near is no date.
func (d day) withYear(near string) (day, bool) {
	anchor, err := time.Parse(time.DateOnly, near)
	if err != nil {
		return d, false
	}
	var best day
	var least time.Duration = -1
	for year := anchor.Year() - 1; year <= anchor.Year()+1; year++ {
		c := day{year, d.month, d.day}
		if !c.valid() {
			continue
		}
		gap := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Sub(anchor).Abs()
		if least < 0 || gap < least {
			best, least = c, gap
		}
	}
	return best, least >= 0
}
