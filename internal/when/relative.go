package when

// todayWord is "today", "yesterday evening", "tomorrow".
func (f *finder) todayWord(m *match) (value, bool) { return f.daysFromAnchor(f.tok(m, 0).n) }

func (f *finder) daysFromAnchor(n int) (value, bool) {
	anchor, ok := f.anchor()
	return value{Date: OnDay(anchor + Day(n)), base: f.c.Anchor}, ok
}

// dayBesideToday is "the day after tomorrow", "the day before yesterday".
func (f *finder) dayBesideToday(m *match) (value, bool) {
	n := 1
	if f.tok(m, 2).class&before != 0 {
		n = -1
	}
	v, ok := f.daysFromAnchor(f.tok(m, 3).n + n)
	return v, ok && f.tok(m, 1).unit == aDay
}

// thisMorning is "this evening", "last night", "late last night".
func (f *finder) thisMorning(m *match) (value, bool) {
	if f.tok(m, 1).class&lastWord != 0 {
		return f.daysFromAnchor(-1)
	}
	return f.daysFromAnchor(0)
}

// overnightWord is "overnight": the night up to the anchor.
func (f *finder) overnightWord(*match) (value, bool) {
	v, ok := f.daysFromAnchor(0)
	v.Within = Between(v.Date.First-1, v.Date.First)
	return v, ok
}

// thisWeek is "last week", "later this month", "this past year".
func (f *finder) thisWeek(m *match) (value, bool) {
	anchor, ok := f.anchor()
	which, u := f.tok(m, 2), f.tok(m, 3)
	if !ok || f.beside(m.first-1).class&the != 0 && !definite[which.low] || u.low[len(u.low)-1] == 's' {
		return value{}, false
	}
	v := value{base: f.c.Anchor}
	n := step(which)
	y, mo, _ := anchor.Date()
	switch u.unit {
	case aWeek:
		v.Date, v.Within = weekDate(weekOf(anchor + Day(7*n)))
		if part := f.tok(m, 0); part.class&(later|earlier) != 0 && n == 0 {
			v.Date = v.Within
			v.Within = sideOf(v.Within, anchor, part)
		}
	case aMonth:
		v.Date = InMonth(y+floorDiv(mo-1+n, 12), mod12(mo+n))
		v.Within = sideOf(v.Date, anchor, f.tok(m, 0))
	case aYear:
		v.Date = InYear(y + n)
		v.Within = sideOf(v.Date, anchor, f.tok(m, 0))
	case aMonth.times(3):
		first := DayOf(y, (mo-1)/3*3+1+3*n, 1)
		v.Date = Between(first, addMonths(first, 3)-1)
	default:
		return v, false
	}
	return v, true
}

// definite are the words by which "the" before them still means one week or
// month reckoned from the anchor; "the last week" and "the next week" are
// stretches of time.
var definite = map[string]bool{"coming": true, "upcoming": true, "current": true}

func mod12(mo int) int { return mod(mo-1, 12) + 1 }

// weekDate returns how a fact of a week is dated, to the month, and the week.
func weekDate(week Date) (date, within Date) { return monthOf(week), week }

// sideOf narrows the stretch around the anchor down to what is "earlier" or
// "later", and any stretch to what is "early" or "late".
func sideOf(d Date, anchor Day, part token) Date {
	switch {
	case part.class&earlier != 0:
		return Between(d.First, min(anchor, d.Last))
	case part.class&later != 0:
		return Between(max(anchor, d.First), d.Last)
	case part.class&early != 0:
		return portion(d, part, token{})
	}
	return d
}

// theWeekend is "the weekend", "last weekend", "weekend talks". A weekend that
// is only "the weekend" dates a fact to the month.
func (f *finder) theWeekend(m *match) (value, bool) {
	anchor, ok := f.anchor()
	if !ok || f.tok(m, 4).class&every != 0 {
		return value{}, false
	}
	which, w := f.tok(m, 3), weekend(anchor)
	if !m.has(3) {
		which = f.tok(m, 2)
	}
	switch {
	case step(which) > 0:
		if which.low == "next" || w.First <= anchor {
			w = weekend(anchor + 7)
		}
	case step(which) < 0, f.tense(m.at[4]) != Future && w.First > anchor:
		w = weekend(anchor - 7)
	}
	v := value{Date: w, Within: w, base: f.c.Anchor}
	if which.class == 0 {
		v.Date = monthOf(w)
	}
	return v, true
}

// partOfWeek is "the beginning of the week", "the end of next month", "the
// first half of this year".
func (f *finder) partOfWeek(m *match) (value, bool) {
	anchor, ok := f.anchor()
	part, sub, u := f.tok(m, 1), f.tok(m, 2), f.tok(m, 5)
	if !ok || part.class&(ordinal|lastWord) != 0 && !m.has(2) || u.low[len(u.low)-1] == 's' || sub.unit == aMonth.times(3) {
		return value{}, false
	}
	n := step(f.tok(m, 4))
	y, mo, _ := anchor.Date()
	v := value{base: f.c.Anchor}
	switch u.unit {
	case aWeek:
		w := weekOf(anchor + Day(7*n))
		v.Date = [...]Date{OnDay(w.First), OnDay(w.First), OnDay(w.First + 2), Between(w.Last-2, w.Last), w}[part.n%5]
		return v, true
	case aMonth:
		v.Date = InMonth(y+floorDiv(mo-1+n, 12), mod12(mo+n))
	case aYear:
		v.Date = InYear(y + n)
	case aDecade:
		v.Date = Between(DayOf(y/10*10+10*n, 1, 1), DayOf(y/10*10+10*n+9, 12, 31))
	default:
		return v, false
	}
	v.Within = portion(v.Date, part, sub)
	return v, true
}

// yearsEnd is "year's end", "the month's end", "year-end".
func (f *finder) yearsEnd(m *match) (value, bool) {
	u, e := f.tok(m, 1), f.tok(m, 3)
	if e.class&half != 0 {
		return value{}, false
	}
	return f.unitNow(u.unit, e)
}

// monthIsOut is "before the month is out".
func (f *finder) monthIsOut(m *match) (value, bool) {
	v, ok := f.unitNow(f.tok(m, 1).unit, token{})
	v.kind, v.Within = By, v.Date
	return v, ok
}

func (f *finder) unitNow(u unit, part token) (value, bool) {
	anchor, ok := f.anchor()
	y, mo, _ := anchor.Date()
	v := value{base: f.c.Anchor}
	switch u {
	case aWeek:
		v.Date = weekOf(anchor)
	case aMonth:
		v.Date = InMonth(y, mo)
	case aYear:
		v.Date = InYear(y)
	default:
		return v, false
	}
	v.Within = portion(v.Date, part, token{})
	return v, ok
}

// agoPhrase is "two days ago", "half a year ago", "a week ago today".
func (f *finder) agoPhrase(m *match) (value, bool) {
	return f.shifted(m, f.c.Anchor, -1, m.has(8) || f.toTheDay(m.end))
}

// fromNow is "ten days from now", "a week from today".
func (f *finder) fromNow(m *match) (value, bool) {
	return f.shifted(m, f.c.Anchor, 1, f.tok(m, 5).class&today != 0)
}

// inTwoWeeks is "in two weeks", which is a date only of what is to come.
func (f *finder) inTwoWeeks(m *match) (value, bool) {
	if f.tense(m.at[0]) != Future && !m.has(6) || f.c.Anchor.IsZero() {
		return value{skip: true}, true
	}
	shift := *m
	copy(shift.at[:4], m.at[1:5])
	shift.at[4], shift.at[5], shift.at[6] = -1, -1, -1
	return f.shifted(&shift, f.c.Anchor, 1, false)
}

// nothing reads words that name no date, as "the last two years".
func (f *finder) nothing(*match) (value, bool) { return value{skip: true}, true }

// shifted moves base by the count at elements 0 to 6 of m: "half", number,
// "half", unit, "and", number, "half".
func (f *finder) shifted(m *match, base Date, sign int, exact bool) (value, bool) {
	u := f.tok(m, 3)
	n, halves := f.tok(m, 1).n, 0
	switch {
	case f.tok(m, 0).class&half != 0:
		n, halves = 0, n
	case f.tok(m, 6).class&half != 0, f.tok(m, 2).class&half != 0:
		halves = 1
	}
	if n > 2000 {
		return value{}, false
	}
	d := shift(base, u, sign, n, halves, exact)
	return value{Date: d, base: base}, !d.IsZero()
}

// shift moves base by n and a number of half units. The result is as fine as
// the unit, or to the day if exact; it is unknown if base is coarser than the
// unit.
func shift(base Date, u token, sign, n, halves int, exact bool) Date {
	from := base.Last
	if sign < 0 {
		from = base.First
	}
	days, months := u.unit.days*n+u.unit.days*halves/2, u.unit.months*n+u.unit.months*halves/2
	if u.unit == (unit{}) {
		days = n / 24
	}
	switch {
	case base.IsZero():
		return Date{}
	case months == 0 && base.Precision < OneDay:
		return Date{}
	case months == 0:
		return OnDay(from + Day(sign*days))
	}
	d := addMonths(from, sign*months)
	y, mo, _ := d.Date()
	switch {
	case exact && base.Precision >= OneDay:
		return OnDay(d)
	case base.Precision == Year && months%12 != 0:
		return Date{}
	case months%12 == 0:
		return InYear(y)
	}
	return InMonth(y, mo)
}

// toTheDay reports whether "to the day" follows within a few tokens.
func (f *finder) toTheDay(i int) bool {
	for k := i; k < min(i+4, len(f.toks)-2); k++ {
		if f.toks[k].low == "to" && f.toks[k+1].class&the != 0 && f.toks[k+2].unit == aDay {
			return true
		}
	}
	return false
}
