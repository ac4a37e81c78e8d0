package when

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar, counted from 1 January
// 1970 (day 0). Days before it are negative.
type Day int32

const (
	minYear = 1
	maxYear = 9999
)

// DayOf returns the day with the given year, month and day of the month.
// Values out of range are carried over, as time.Date does.
func DayOf(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Date returns year, month and day of the month.
func (d Day) Date() (year, month, day int) {
	y, m, dd := d.time().Date()
	return y, int(m), dd
}

// Weekday returns 0 for Monday to 6 for Sunday.
func (d Day) Weekday() int {
	return mod(int(d)+3, 7) // 1 January 1970 was a Thursday
}

// String returns the day in ISO 8601, as 2025-11-30.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

func mod(a, n int) int { return (a%n + n) % n }

// A Precision says how finely a Date is known.
type Precision uint8

// The precisions. The zero value belongs to the unknown date.
const (
	Year     Precision = iota + 1 // 2025
	Month                         // 2025-11
	OneDay                        // 2025-11-30
	Interval                      // 2025-11-01/2025-11-03
)

var precisionNames = [...]string{"unknown", "year", "month", "day", "interval"}

// String returns the name of p.
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return "precision " + strconv.Itoa(int(p))
}

// A Date is a stretch of days, first and last included, with the precision it
// is written with. The zero Date is unknown.
type Date struct {
	First, Last Day
	Precision   Precision
}

// OnDay returns the date of one day.
func OnDay(d Day) Date { return Date{d, d, OneDay} }

// InMonth returns the date of a whole month; months out of range are carried
// over into the years.
func InMonth(year, month int) Date {
	return Date{DayOf(year, month, 1), DayOf(year, month+1, 0), Month}
}

// InYear returns the date of a whole year.
func InYear(year int) Date { return Date{DayOf(year, 1, 1), DayOf(year, 12, 31), Year} }

// Between returns the interval from a to b, or the one day if they are equal.
// It returns the unknown date if b is before a.
func Between(a, b Day) Date {
	switch {
	case b < a:
		return Date{}
	case a == b:
		return OnDay(a)
	}
	return Date{a, b, Interval}
}

// Parse reads an ISO 8601 day, month, year or interval of two of these. The
// empty string is the unknown date.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	from, to, isInterval := strings.Cut(s, "/")
	a, err := parsePoint(from)
	if err != nil || !isInterval {
		return a, err
	}
	b, err := parsePoint(to)
	if err != nil {
		return Date{}, err
	}
	if b.Last < a.First {
		return Date{}, fmt.Errorf("date %q: the end is before the beginning", s)
	}
	return Between(a.First, b.Last), nil
}

func parsePoint(s string) (Date, error) {
	for _, f := range [...]struct {
		layout string
		date   func(time.Time) Date
	}{
		{time.DateOnly, func(t time.Time) Date { return OnDay(DayOf(t.Year(), int(t.Month()), t.Day())) }},
		{"2006-01", func(t time.Time) Date { return InMonth(t.Year(), int(t.Month())) }},
		{"2006", func(t time.Time) Date { return InYear(t.Year()) }},
	} {
		if len(s) != len(f.layout) {
			continue
		}
		if t, err := time.Parse(f.layout, s); err == nil && t.Year() >= minYear {
			return f.date(t), nil
		}
	}
	return Date{}, fmt.Errorf("date %q: not an ISO 8601 day, month, year or interval", s)
}

// IsZero reports whether d is unknown.
func (d Date) IsZero() bool { return d.Precision == 0 }

// String returns d in ISO 8601, the empty string for the unknown date. Parse
// reads it back.
func (d Date) String() string {
	y, m, _ := d.First.Date()
	switch d.Precision {
	case Year:
		return fmt.Sprintf("%04d", y)
	case Month:
		return fmt.Sprintf("%04d-%02d", y, m)
	case OneDay:
		return d.First.String()
	case Interval:
		return d.First.String() + "/" + d.Last.String()
	}
	return ""
}

// Days returns the number of days of d, 0 for the unknown date.
func (d Date) Days() int {
	if d.IsZero() {
		return 0
	}
	return int(d.Last-d.First) + 1
}

// Compare orders dates by their first day, then the shorter first; the
// unknown date comes before all others.
func (d Date) Compare(e Date) int {
	return cmp.Or(
		cmp.Compare(min(d.Precision, 1), min(e.Precision, 1)),
		cmp.Compare(d.First, e.First),
		cmp.Compare(d.Last, e.Last),
		cmp.Compare(d.Precision, e.Precision))
}

// Overlaps reports whether d and e share a day. The unknown date overlaps
// nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.First <= e.Last && e.First <= d.Last
}

// Contains reports whether every day of e is one of d. Nothing contains the
// unknown date, and it contains nothing.
func (d Date) Contains(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.First <= e.First && e.Last <= d.Last
}

// valid reports whether d can be written with four-digit years.
func (d Date) valid() bool {
	if d.IsZero() || d.Last < d.First {
		return false
	}
	a, _, _ := d.First.Date()
	b, _, _ := d.Last.Date()
	return a >= minYear && b <= maxYear
}
