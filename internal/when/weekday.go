package when

// weekdayName is "Sunday", "last Sunday", "the following Monday", "late on
// Friday night".
func (f *finder) weekdayName(m *match) (value, bool) {
	i := m.at[5]
	which, wd := f.tok(m, 4), f.toks[i].wday
	if m.has(0) && !m.has(4) || m.has(2) && !m.has(1) || f.inPerson(f.toks[i].word) || !f.plainWeekday(i) {
		return value{}, false
	}
	if t := f.tok(m, 8); t.class&(lastWord|nextWord) != 0 {
		which = t
	}
	anchor, ok := f.anchor()
	if which.class&(previous|following) != 0 && (m.has(0) || which.class&nextWord == 0) {
		return f.weekdayBeside(m.first, which, wd)
	}
	var d Day
	switch {
	case which.class&lastWord != 0:
		d = last(anchor-1, wd)
	case which.low == "next":
		d = weekOf(anchor).Last + 1 + Day(wd)
	case which.class&nextWord != 0:
		d = next(anchor+1, wd)
	default:
		d = f.weekday(i, wd, anchor)
		if m.has(6) || m.has(9) {
			d = nearer(d, anchor)
		}
	}
	return value{Date: OnDay(d), base: f.c.Anchor}, ok
}

// bounds reports whether the preposition before token i is of the class and
// does not count a distance, as in "the day before Sunday".
func (f *finder) bounds(i int, c class) bool {
	return f.beside(i-1).class&c != 0 && f.beside(i-2).class&(span|daypart) == 0
}

// nearer moves the weekday of "Tuesday's talks", whose verb may speak of
// something else, from the far side of the anchor to the near one: to tomorrow,
// yesterday or the day before.
func nearer(d, anchor Day) Day {
	switch {
	case d-anchor >= 5:
		return d - 7
	case anchor-d == 6:
		return d + 7
	}
	return d
}

// weekday resolves a bare weekday by the tense around token i: the last one up
// to the anchor, or the next one from it.
func (f *finder) weekday(i, wd int, anchor Day) Day {
	if t := f.tense(i); t == Future || t == Present || f.bounds(i, before) {
		return next(anchor, wd)
	}
	return last(anchor, wd)
}

// plainWeekday reports whether an abbreviation such as Sun or Mar is a
// weekday: it has its full stop, or a date or "on" stands beside it.
func (f *finder) plainWeekday(i int) bool {
	t := f.toks[i]
	form := f.s.Words[t.word].Form
	if len(t.low) > 5 || form[len(form)-1] == '.' {
		return true
	}
	const beside = comma | dot | month | digits | dash | on | lastWord | nextWord
	return (f.beside(i-1).class|f.beside(i+1).class)&beside != 0
}

// weekdayBeside is "the previous Monday", "the following Friday".
func (f *finder) weekdayBeside(i int, which token, wd int) (value, bool) {
	base := f.before(i)
	if which.class&previous != 0 && base.IsZero() {
		base = f.c.Anchor
	}
	if base.IsZero() || base.Days() > 14 {
		return value{}, false
	}
	d := next(base.Last+1, wd)
	if which.class&previous != 0 {
		d = last(base.First-1, wd)
	}
	return value{Date: OnDay(d), base: base}, true
}

// weekdays is "from Monday to Wednesday", "Monday and Tuesday".
func (f *finder) weekdays(m *match) (value, bool) {
	anchor, ok := f.anchor()
	which, a, b := f.tok(m, 1), f.tok(m, 2), f.tok(m, 4)
	both := f.tok(m, 3).class&and != 0
	if !ok || both && !m.has(0) && mod(b.wday-a.wday, 7) != 1 {
		return value{}, false
	}
	var d Day
	switch {
	case which.class&lastWord != 0:
		d = last(anchor-1, a.wday)
	case which.class&nextWord != 0:
		d = next(anchor+1, a.wday)
	default:
		d = f.weekday(m.at[2], a.wday, anchor)
	}
	return value{Date: Between(d, next(d, b.wday)), base: f.c.Anchor, kind: At}, true
}

// weekdayWeek is "Friday week": a week after the coming Friday.
func (f *finder) weekdayWeek(m *match) (value, bool) {
	anchor, ok := f.anchor()
	return value{Date: OnDay(next(anchor, f.tok(m, 0).wday) + 7), base: f.c.Anchor}, ok && f.tok(m, 1).low == "week"
}

// nthWeekdayOf is "the first Monday of May", "the last Friday of next month".
func (f *finder) nthWeekdayOf(m *match) (value, bool) {
	n, wd, of := f.tok(m, 1).n, f.tok(m, 2).wday, f.tok(m, 4)
	if f.tok(m, 1).class&lastWord != 0 {
		n = -1
	}
	build := func(y, mo int) Date {
		d, ok := nthWeekday(y, mo, n, wd)
		if !ok {
			return Date{}
		}
		return OnDay(d)
	}
	if of.class&month != 0 {
		for _, k := range [...]int{5, 6} {
			if y := f.tok(m, k); y.class&year != 0 {
				return dated(build(y.n, of.month))
			}
		}
		m.end = m.at[4] + 1
		d, ok := f.inYear(m.at[4], func(y int) Date { return build(y, of.month) })
		return value{Date: d, base: f.c.Anchor}, ok
	}
	anchor, ok := f.anchor()
	if !ok || f.tok(m, 5).unit != aMonth {
		return value{}, false
	}
	y, mo, _ := addMonths(anchor, step(of)).Date()
	return value{Date: build(y, mo), base: f.c.Anchor}, true
}

// step is -1 for "last", 1 for "next", 0 for "this" and "the".
func step(t token) int {
	switch {
	case t.class&(lastWord|previous) != 0:
		return -1
	case t.class&(nextWord|following) != 0:
		return 1
	}
	return 0
}
