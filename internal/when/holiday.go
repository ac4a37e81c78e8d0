package when

import "strings"

// A feast is a holiday that falls on one day of every year.
type feast struct {
	words string // lower case, as the tokens stand
	day   func(year int) (Day, bool)
}

func fixed(month, day int) func(int) (Day, bool) {
	return func(year int) (Day, bool) { return DayOf(year, month, day), true }
}

func movable(days Day) func(int) (Day, bool) {
	return func(year int) (Day, bool) { return easter(year) + days, true }
}

func nth(month, n, weekday int) func(int) (Day, bool) {
	return func(year int) (Day, bool) { return nthWeekday(year, month, n, weekday) }
}

// feasts lists the holidays, longer names before their beginnings. Easter and
// what hangs on it are those of the Western churches.
var feasts = []feast{
	{"christmas eve", fixed(12, 24)},
	{"christmas day", fixed(12, 25)},
	{"christmas", fixed(12, 25)},
	{"boxing day", fixed(12, 26)},
	{"new year 's eve", fixed(12, 31)},
	{"new year 's day", fixed(1, 1)},
	{"new year 's", fixed(1, 1)},
	{"valentine 's day", fixed(2, 14)},
	{"st. patrick 's day", fixed(3, 17)},
	{"may day", fixed(5, 1)},
	{"bastille day", fixed(7, 14)},
	{"halloween", fixed(10, 31)},
	{"all saints ' day", fixed(11, 1)},
	{"armistice day", fixed(11, 11)},
	{"epiphany", fixed(1, 6)},
	{"thanksgiving", nth(11, 4, 3)},
	{"labor day", nth(9, 1, 0)},
	{"memorial day", nth(5, -1, 0)},
	{"ash wednesday", movable(-46)},
	{"palm sunday", movable(-7)},
	{"maundy thursday", movable(-3)},
	{"good friday", movable(-2)},
	{"easter monday", movable(1)},
	{"easter sunday", movable(0)},
	{"easter", movable(0)},
	{"ascension day", movable(39)},
	{"pentecost", movable(49)},
	{"whit monday", movable(50)},
}

// holiday adds the holiday named at token i and returns its length in tokens,
// 0 if there is none.
func (f *finder) holiday(i int) int {
	if !f.capital(f.toks[i].word) {
		return 0
	}
	for k := range feasts {
		n := f.spelled(i, feasts[k].words)
		if n == 0 || f.occupied(i, i+n) {
			continue
		}
		m := match{first: i, end: i + n}
		build := func(year int) Date {
			d, ok := feasts[k].day(year)
			if !ok {
				return Date{}
			}
			return OnDay(d)
		}
		v := value{base: f.c.Anchor}
		ok := true
		if y := f.beside(i + n); y.class&year != 0 {
			m.end++
			v = value{Date: build(y.n)}
		} else {
			v.Date, ok = f.inYear(i, build)
		}
		if f.beside(m.end).class&weekendWord != 0 {
			v.Date = weekend(v.Date.First)
			m.end++
		}
		if !ok || !v.Date.valid() {
			return 0
		}
		f.add(&m, &v, "holiday")
		return m.end - i
	}
	return 0
}

// spelled returns the number of tokens from i on that spell out the words, 0
// if they do not.
func (f *finder) spelled(i int, words string) int {
	n := 0
	for w := range strings.SplitSeq(words, " ") {
		if f.beside(i+n).low != strings.TrimSuffix(w, ".") {
			return 0
		}
		n++
	}
	return n
}
