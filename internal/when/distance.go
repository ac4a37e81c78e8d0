package when

// before returns the date that the words at token i look back to: the nearest
// expression before it in the sentence, or the date last spoken of.
func (f *finder) before(i int) Date {
	e := f.nearest(i)
	if e == nil {
		return f.c.Previous
	}
	return e.Date
}

// nearest returns the last expression that begins before token i, or nil.
func (f *finder) nearest(i int) *Expression {
	var e *Expression
	for k := range f.found {
		if f.found[k].First < f.toks[i].word && (e == nil || f.found[k].First > e.First) {
			e = &f.found[k]
		}
	}
	return e
}

// behind returns the expression that begins at token i, right after a
// determiner or preposition there, or after the "of" or "on" of the noun
// phrase there ("the election of 9 June"); nil if there is none.
func (f *finder) behind(i int) *Expression {
	for k := i; k < min(i+maxPhrase, len(f.toks)); k++ {
		if k <= i+1 || f.beside(k-1).class&(of|on) != 0 {
			if e := f.startsAt(k); e != nil {
				return e
			}
		}
		if k > i+1 && f.toks[k].class&(comma|that) != 0 || f.beside(i).class&the == 0 && f.toks[k].class&(the|on|that) == 0 {
			break
		}
		switch f.s.Words[f.toks[k].word].UPOS {
		case "VERB", "AUX", "SCONJ", "PRON":
			return nil
		}
	}
	return nil
}

const maxPhrase = 7 // tokens of "the first round of the election of" before its date

// startsAt returns the expression that begins with token k, or nil.
func (f *finder) startsAt(k int) *Expression {
	for n := range f.found {
		if f.found[n].First == f.toks[k].word {
			return &f.found[n]
		}
	}
	return nil
}

// ends reports whether the clause is over at token i: nothing, punctuation or
// another clause follows.
func (f *finder) ends(i int) bool {
	if i >= len(f.toks) {
		return true
	}
	switch t := f.toks[i]; {
	case t.class&(comma|dot|dash|and) != 0, !isLetter(t.low) && t.class == 0:
		return true
	default:
		return clauseEnds[t.low]
	}
}

var clauseEnds = map[string]bool{"in": true, "at": true, "but": true, "by": true, "for": true, "with": true, "on": true, "when": true, "as": true}

// daysLater is "a day later", "eleven days earlier", "two years on", and "two
// days after" or "a week before" with what they count from.
func (f *finder) daysLater(m *match) (value, bool) {
	word := f.tok(m, 7)
	exact := m.has(4) || f.toTheDay(m.end)
	if m.has(4) != m.has(6) || m.has(5) != m.has(6) || word.class&on != 0 && !f.ends(m.end) {
		return value{}, false
	}
	sign := 1
	if word.class&(earlier|before) != 0 {
		sign = -1
	}
	for _, k := range [...]int{4, 5, 6} {
		m.at[k] = -1
	}
	if m.has(0) && f.tok(m, 0).class&half == 0 {
		m.at[0] = -1
	}
	if word.class&(before|after) != 0 {
		return f.countedFrom(m, sign, func(base Date, sign int) (value, bool) { return f.shifted(m, base, sign, exact) })
	}
	base := f.before(m.first)
	if base.IsZero() && sign < 0 {
		base = f.c.Anchor
	}
	return f.shifted(m, base, sign, exact)
}

// countedFrom finds what "after" or "before" at the end of m counts from: an
// expression right behind, a clause, whose own date then is asked for, or,
// where nothing follows, the date last spoken of.
func (f *finder) countedFrom(m *match, sign int, move func(Date, int) (value, bool)) (value, bool) {
	if e := f.behind(m.end); e != nil {
		return move(e.Date, sign)
	}
	if f.ends(m.end) {
		base := f.before(m.first)
		if base.IsZero() && sign < 0 {
			base = f.c.Anchor
		}
		return move(base, sign)
	}
	e := f.nearest(m.first)
	if e == nil {
		e = f.first(m.end)
	}
	if e == nil {
		return value{}, false
	}
	v, ok := move(e.Date, -sign)
	v.clause = true
	return v, ok
}

// first returns the first expression that begins after token i, or nil.
func (f *finder) first(i int) *Expression {
	var e *Expression
	for k := range f.found {
		if i < len(f.toks) && f.found[k].First > f.toks[i].word && (e == nil || f.found[k].First < e.First) {
			e = &f.found[k]
		}
	}
	return e
}

// theDayBefore is "the day before", "the evening before", "the week after
// Easter".
func (f *finder) theDayBefore(m *match) (value, bool) {
	sign := 1
	if f.tok(m, 2).class&before != 0 {
		sign = -1
	}
	return f.countedFrom(m, sign, func(base Date, sign int) (value, bool) { return period(base, f.tok(m, 1), sign) })
}

// theFollowingWeek is "the following week", "the previous day", "the same
// evening".
func (f *finder) theFollowingWeek(m *match) (value, bool) {
	which := f.tok(m, 1)
	base := f.before(m.first)
	if base.IsZero() && which.class&previous != 0 {
		base = f.c.Anchor
	}
	if u := f.tok(m, 2); u.class&span != 0 && u.low[len(u.low)-1] == 's' {
		return value{}, false
	}
	return period(base, f.tok(m, 2), step(which))
}

// thatEvening is "that evening", "that same week".
func (f *finder) thatEvening(m *match) (value, bool) {
	u := f.tok(m, 3)
	if u.class&span != 0 && u.low[len(u.low)-1] == 's' {
		return value{}, false
	}
	return period(f.before(m.first), u, 0)
}

// period returns the day, week, month or year that lies n before or after the
// one of base.
func period(base Date, u token, n int) (value, bool) {
	if base.IsZero() {
		return value{}, false
	}
	v := value{base: base}
	y, mo, _ := base.First.Date()
	days := base.Precision >= OneDay
	from := base.Last
	if n < 0 {
		from = base.First
	}
	switch {
	case u.class&daypart != 0 && days, u.unit == aDay && days:
		v.Date = OnDay(from + Day(n))
	case u.class&weekendWord != 0 && days:
		v.Date = weekend(from + Day(7*n))
	case u.unit == aWeek && days:
		v.Date, v.Within = weekDate(weekOf(from + Day(7*n)))
	case u.unit == aMonth && base.Precision >= Month:
		v.Date = InMonth(y+floorDiv(mo-1+n, 12), mod12(mo+n))
	case u.unit == aYear:
		v.Date = InYear(y + n)
	default:
		return v, false
	}
	return v, true
}

// fallback dates "at dawn" and the like, in a sentence that has no other date,
// to the day last spoken of or the anchor.
func (f *finder) fallback() {
	if len(f.found) > 0 {
		return
	}
	for i := 1; i < len(f.toks); i++ {
		if f.toks[i].class&daypart == 0 || f.toks[i-1].class&(at|before) == 0 || f.taken[i] || f.tense(i) != Past {
			continue
		}
		d := f.c.Previous
		if d.Precision != OneDay {
			d = f.c.Anchor
		}
		if d.valid() {
			f.add(&match{first: i, end: i + 1}, &value{Date: d, base: d, kind: At}, "time of day")
		}
		return
	}
}
