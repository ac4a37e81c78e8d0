package when

// wholeDate is a date in figures: 2025-11-30.
func (f *finder) wholeDate(m *match) (value, bool) { return dated(f.tok(m, 0).date) }

// inYear dates what has no year of its own: of the dates that build gives for
// the years around the anchor, the one that suits the tense at token i.
func (f *finder) inYear(i int, build func(year int) Date) (Date, bool) {
	anchor, ok := f.anchor()
	if !ok {
		d := build(f.year)
		return d, f.year != 0 && !d.IsZero()
	}
	y, _, _ := anchor.Date()
	var ds []Date
	for k := y - 1; k <= y+1; k++ {
		if d := build(k); !d.IsZero() {
			ds = append(ds, d)
		}
	}
	d := choose(ds, anchor, f.tense(i))
	return d, !d.IsZero()
}

// How far a tense may carry a date from the anchor while another reading lies
// much nearer: a past verb does not push tomorrow's date back by a year.
const (
	tenseReach = 330 // days
	nearReach  = 30  // days
)

// choose returns the date of ds, sorted and about equally spaced, that suits
// the tense.
func choose(ds []Date, anchor Day, t Tense) Date {
	var past, future Date // the last begun by the anchor, the first not over by it
	for _, d := range ds {
		if d.First <= anchor {
			past = d
		}
		if d.Last >= anchor && future.IsZero() {
			future = d
		}
	}
	toPast, toFuture := int(anchor-past.Last), int(future.First-anchor)
	switch {
	case past.IsZero():
		return future
	case future.IsZero():
		return past
	case t == Future && toFuture > tenseReach && toPast < nearReach:
		return past
	case t == Future:
		return future
	case t == Past && toPast > tenseReach && toFuture < nearReach:
		return future
	case t == Past, toPast <= toFuture:
		return past
	}
	return future
}

// day returns the day of a month, or the unknown date if the month has none.
func day(y, mo, d int) Date {
	if mo < 1 || mo > 12 || d < 1 || d > monthDays(y, mo) {
		return Date{}
	}
	return OnDay(DayOf(y, mo, d))
}

// dayOf dates a day of a month, with the year of the token if it has one.
func (f *finder) dayOf(mo, d, yr token, i int) (Date, bool) {
	if yr.class&year != 0 {
		x := day(yr.n, mo.month, d.n)
		return x, !x.IsZero()
	}
	return f.inYear(i, func(y int) Date { return day(y, mo.month, d.n) })
}

// monthDay is "Nov. 30", "Sunday, November 30, 2025", "May the 3rd".
func (f *finder) monthDay(m *match) (value, bool) {
	return f.weekdayAndDay(m, f.tok(m, 0), f.tok(m, 3), f.tok(m, 6), f.tok(m, 8), m.at[3])
}

// dayMonth is "30 November 2025", "Sunday the 30th of November".
func (f *finder) dayMonth(m *match) (value, bool) {
	if m.has(0) && !m.has(1) && !m.has(2) && !m.has(3) && f.tok(m, 4).class&digits == 0 {
		return value{}, false
	}
	return f.weekdayAndDay(m, f.tok(m, 0), f.tok(m, 6), f.tok(m, 4), f.tok(m, 9), m.at[6])
}

// monthDays is "May 3-5, 2024", "May 3 and 4".
func (f *finder) monthDays(m *match) (value, bool) {
	return f.stretch(f.tok(m, 1), f.tok(m, 3), f.tok(m, 5), f.tok(m, 7), m.at[1])
}

// daysMonth is "3-5 May", "from the 3rd to the 5th of May 2024".
func (f *finder) daysMonth(m *match) (value, bool) {
	return f.stretch(f.tok(m, 7), f.tok(m, 2), f.tok(m, 5), f.tok(m, 10), m.at[7])
}

func (f *finder) stretch(mo, a, b, yr token, i int) (value, bool) {
	x, ok := f.dayOf(mo, b, yr, i)
	if !ok || a.n >= b.n {
		return value{}, false
	}
	return value{Date: Between(x.First-Day(b.n-a.n), x.First), kind: At}, true
}

// monthDayToMonthDay is "from May 30 to June 2, 2024".
func (f *finder) monthDayToMonthDay(m *match) (value, bool) {
	return f.twoDays(m, [2]int{1, 8}, [2]int{3, 10}, [2]int{5, 12})
}

// dayMonthToDayMonth is "30 May to 2 June 2024".
func (f *finder) dayMonthToDayMonth(m *match) (value, bool) {
	return f.twoDays(m, [2]int{3, 9}, [2]int{1, 7}, [2]int{4, 12})
}

// twoDays dates a stretch whose ends stand at the given elements; an end
// without year takes that of the other.
func (f *finder) twoDays(m *match, mo, d, yr [2]int) (value, bool) {
	ya, yb := f.tok(m, yr[0]), f.tok(m, yr[1])
	b, ok := f.dayOf(f.tok(m, mo[1]), f.tok(m, d[1]), yb, m.at[mo[1]])
	if !ok {
		return value{}, false
	}
	if ya.class&year == 0 {
		ya = token{class: year}
		ya.n, _, _ = b.First.Date()
		if f.tok(m, mo[0]).month > f.tok(m, mo[1]).month {
			ya.n--
		}
	}
	a, ok := f.dayOf(f.tok(m, mo[0]), f.tok(m, d[0]), ya, m.at[mo[0]])
	return value{Date: Between(a.First, b.First), kind: At}, ok
}

// monthYear is "November 2025".
func (f *finder) monthYear(m *match) (value, bool) {
	return dated(InMonth(f.tok(m, 3).n, f.tok(m, 0).month))
}

// months is "from March to May", "between March and May 2024".
func (f *finder) months(m *match) (value, bool) {
	a, b := f.tok(m, 1), f.tok(m, 4)
	var last Date
	ok := true
	if y := f.tok(m, 6); y.class&year != 0 {
		last = InMonth(y.n, b.month)
	} else {
		last, ok = f.inYear(m.at[4], func(y int) Date { return InMonth(y, b.month) })
	}
	if !ok {
		return value{}, false
	}
	y, _, _ := last.First.Date()
	if a.month > b.month {
		y--
	}
	return value{Date: Between(DayOf(y, a.month, 1), last.Last), kind: At}, true
}

// monthOfYear is "November last year", "in May of the following year".
func (f *finder) monthOfYear(m *match) (value, bool) {
	if f.tok(m, 4).unit != aYear {
		return value{}, false
	}
	y, base, ok := f.relativeYear(f.tok(m, 2), f.tok(m, 3))
	v := value{Date: InMonth(y, f.tok(m, 0).month), base: base}
	return v, ok
}

// relativeYear is the year of "last year", "the previous year".
func (f *finder) relativeYear(a, b token) (int, Date, bool) {
	base := f.c.Anchor
	if a.class&the != 0 {
		base = f.c.Previous
	}
	if base.IsZero() {
		return 0, base, false
	}
	y, _, _ := base.First.Date()
	switch {
	case a.class&lastWord != 0, b.class&previous != 0:
		return y - 1, base, true
	case a.class&nextWord != 0, b.class&following != 0:
		return y + 1, base, true
	}
	return y, base, a.class&thisWord != 0
}

// bareYear is "2022" where the words around make it a year.
func (f *finder) bareYear(m *match) (value, bool) {
	i := m.at[0]
	t := f.toks[i]
	prior, behind := f.beside(i-1), f.beside(i+1)
	switch {
	case behind.class&(span|ordinal|number) != 0 && behind.class&the == 0, f.counted(i):
		return value{}, false
	case prior.class&(in|since|until|by|of|during|from|between|after|before) != 0:
		return dated(InYear(t.n))
	case prior.class&(the|possessive|whose) != 0 || prior.low == "(" || prior.class&comma != 0:
		return value{Date: InYear(t.n)}, t.n >= 1900 && t.n < 2100
	}
	return value{Date: InYear(t.n)}, t.n >= 1900 && t.n < 2100 && i > 0 && f.capital(f.toks[i-1].word)
}

// counted reports whether the figure at token i counts the things after it.
func (f *finder) counted(i int) bool {
	if i > 0 && f.beside(i-1).class&around != 0 {
		return true
	}
	k := f.toks[i].word + 1
	if k >= len(f.s.Words) {
		return false
	}
	w := f.s.Words[k]
	if f.beside(i-1).class&(the|possessive|whose) != 0 {
		return false
	}
	switch w.XPOS {
	case "NNS":
		return true
	case "":
		return len(w.Form) > 3 && w.Form[len(w.Form)-1] == 's' && w.Form[0] >= 'a' && w.Form[0] <= 'z' || w.Form == "people" || w.Form == "%"
	}
	return w.Form == "%" || w.Form == "percent"
}

// capital reports whether the word begins with a capital letter.
func (f *finder) capital(word int) bool {
	c := f.s.Words[word].Form
	return c != "" && c[0] >= 'A' && c[0] <= 'Z'
}

// years is "2019-2021", "from 2019 to 2021", "2019–21".
func (f *finder) years(m *match) (value, bool) {
	a, b := f.tok(m, 1), f.tok(m, 3)
	end := b.n
	if b.class&year == 0 {
		if b.n > 99 || f.tok(m, 2).low == "to" || f.tok(m, 2).class&and != 0 {
			return value{}, false
		}
		end = a.n/100*100 + b.n
	}
	if f.tok(m, 2).class&and != 0 && f.tok(m, 0).class&between == 0 || end < a.n || end-a.n > 300 {
		return value{}, false
	}
	return value{Date: Between(DayOf(a.n, 1, 1), DayOf(end, 12, 31)), kind: At}, true
}

// decade is "the 1990s", "the late 1990s".
func (f *finder) decade(m *match) (value, bool) {
	y := f.tok(m, 3).n
	d := Between(DayOf(y, 1, 1), DayOf(y+9, 12, 31))
	within := d
	switch f.tok(m, 1).n {
	case 1:
		within.Last = DayOf(y+3, 12, 31)
	case 2:
		within = Between(DayOf(y+3, 1, 1), DayOf(y+6, 12, 31))
	case 3:
		within.First = DayOf(y+6, 1, 1)
	}
	return value{Date: d, Within: within}, true
}

// weekdayAndDay dates a day of a month; a weekday beside it settles the year
// if none is given.
func (f *finder) weekdayAndDay(m *match, wd, mo, d, yr token, i int) (value, bool) {
	x, ok := f.dayOf(mo, d, yr, i)
	v := value{Date: x}
	if yr.class&year == 0 {
		v.base = f.c.Anchor
	}
	if !ok || wd.class&weekday == 0 || yr.class&year != 0 || x.First.Weekday() == wd.wday {
		return v, ok
	}
	y, _, _ := x.First.Date()
	for _, k := range [...]int{y - 1, y + 1} {
		if z := day(k, mo.month, d.n); !z.IsZero() && z.First.Weekday() == wd.wday {
			v.Date = z
		}
	}
	return v, ok
}
