package graph

import (
	"strings"
	"time"
)

var dateLayouts = []string{time.DateOnly, "2006-01", "2006"}

// validDate reports whether text is empty or an ISO 8601 day, month, year or
// an interval of two of them.
func validDate(text string) bool {
	if text == "" {
		return true
	}
	from, to, interval := strings.Cut(text, "/")
	return IsDate(from) && (!interval || IsDate(to))
}

// IsDate reports whether text is an ISO 8601 day, month or year.
func IsDate(text string) bool {
	_, ok := day(text)
	return ok
}

// day returns the first day of a day, month or year, and whether date is one.
func day(date string) (time.Time, bool) {
	for _, layout := range dateLayouts {
		if len(date) == len(layout) {
			t, err := time.Parse(layout, date)
			return t, err == nil
		}
	}
	return time.Time{}, false
}

// Bounds returns the first and the last day of a date; the last may be one
// that its month does not have. Both are empty for what is no date.
func Bounds(date string) (first, last string) {
	from, to, interval := strings.Cut(date, "/")
	if !interval {
		to = from
	}
	if !IsDate(from) || !IsDate(to) {
		return "", ""
	}
	return from + "-01-01"[min(len("-01-01"), len(from)-4):], to + "-12-31"[min(len("-12-31"), len(to)-4):]
}

// dayNumber returns a day of bounds as a number like 20250302; 0 if it is
// empty. Numbers compare as the days do.
func dayNumber(day string) (n int32) {
	for i := range len(day) {
		if day[i] != '-' {
			n = 10*n + int32(day[i]-'0')
		}
	}
	return n
}
