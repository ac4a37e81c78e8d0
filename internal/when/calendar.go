package when

// last returns the latest day on or before d that falls on the weekday.
func last(d Day, weekday int) Day { return d - Day(mod(d.Weekday()-weekday, 7)) }

// next returns the earliest day on or after d that falls on the weekday.
func next(d Day, weekday int) Day { return d + Day(mod(weekday-d.Weekday(), 7)) }

// weekOf returns Monday to Sunday of the week of d.
func weekOf(d Day) Date { return Between(last(d, 0), next(d, 6)) }

// weekend returns the Saturday and Sunday of the week of d.
func weekend(d Day) Date {
	w := weekOf(d)
	return Between(w.Last-1, w.Last)
}

// monthOf returns the month that holds most days of a stretch of up to a few
// weeks, the later one if there are two.
func monthOf(d Date) Date {
	y, m, _ := (d.First + (d.Last-d.First+1)/2).Date()
	return InMonth(y, m)
}

func monthDays(year, month int) int {
	_, _, d := DayOf(year, month+1, 0).Date()
	return d
}

// addMonths moves d by n months; a day that the month lacks becomes its last.
func addMonths(d Day, n int) Day {
	y, m, dd := d.Date()
	y, m = y+floorDiv(m-1+n, 12), mod(m-1+n, 12)+1
	return DayOf(y, m, min(dd, monthDays(y, m)))
}

func floorDiv(a, n int) int { return (a - mod(a, n)) / n }

// easter returns Easter Sunday of a year of the Gregorian calendar, by the
// anonymous algorithm published in Nature, 20 April 1876.
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return DayOf(year, month, (h+l-7*m+33*month+19)%32)
}

// nthWeekday returns the n-th (1 = first, -1 = last) weekday of a month, and
// false if there is none.
func nthWeekday(year, month, n, weekday int) (Day, bool) {
	if n < 0 {
		return last(DayOf(year, month+1, 0), weekday), true
	}
	d := next(DayOf(year, month, 1), weekday) + Day(7*(n-1))
	_, m, _ := d.Date()
	return d, m == month
}
