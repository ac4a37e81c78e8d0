package when

// bareMonth is a month without day and year: "in October", "last May",
// "November's vote".
func (f *finder) bareMonth(m *match) (value, bool) {
	i := m.at[1]
	mo := f.toks[i].month
	if !m.has(0) {
		if !f.isMonth(i, m.has(3)) {
			return value{}, false
		}
		d, ok := f.inYear(i, func(y int) Date { return InMonth(y, mo) })
		return value{Date: d, base: f.c.Anchor}, ok
	}
	anchor, ok := f.anchor()
	y, am, _ := anchor.Date()
	switch c := f.tok(m, 0).class; {
	case c&lastWord != 0 && mo >= am:
		y--
	case c&nextWord != 0 && mo <= am:
		y++
	}
	return value{Date: InMonth(y, mo), base: f.c.Anchor}, ok
}

// isMonth reports whether the name at token i, which could be a verb or a
// person's, stands where a month does.
func (f *finder) isMonth(i int, possessed bool) bool {
	t, prior := f.toks[i], f.beside(i-1)
	if f.inPerson(t.word) {
		return false
	}
	abbreviated := len(t.low) < 5 && t.month != 5 && t.month != 6 && t.month != 7
	switch {
	case prior.class&(in|since|until|during) != 0, prior.low == "back":
		return true
	case abbreviated:
		return false
	case prior.class&(by|of|after|before|from|between|to) != 0:
		return t.month != 5 || prior.class&(from|between) != 0
	case prior.class&(the|possessive|whose) != 0:
		return f.beside(i+1).class&(daypart|weekendWord) == 0 && i+1 < len(f.toks) && !f.capital(f.toks[i+1].word)
	case prior.class&(and|comma|dash) != 0 && i > 1:
		return f.toks[i-2].class&month != 0
	}
	return possessed && t.month != 5
}

// inPerson reports whether the word belongs to a person's name.
func (f *finder) inPerson(word int) bool {
	for _, n := range f.s.Names {
		if n.First <= word && word < n.End {
			return n.Type == "Person"
		}
	}
	return false
}

// partOfMonth is "early December", "the end of November", "mid-May 2024",
// "the last week of June".
func (f *finder) partOfMonth(m *match) (value, bool) {
	part, unit, i := f.tok(m, 1), f.tok(m, 3), m.at[5]
	if part.class&(ordinal|lastWord) != 0 && !m.has(3) || part.class&edge != 0 && !m.has(4) || m.has(0) && part.class&early != 0 {
		return value{}, false
	}
	mo := f.toks[i].month
	var d Date
	ok := true
	if y := f.tok(m, 8); y.class&year != 0 {
		d = InMonth(y.n, mo)
	} else {
		d, ok = f.inYear(i, func(y int) Date { return InMonth(y, mo) })
	}
	return value{Date: d, Within: portion(d, part, unit), base: f.c.Anchor}, ok
}

// portion narrows d down to its beginning, middle, end, half or n-th week.
func portion(d Date, part, unit token) Date {
	n := Day(d.Days())
	switch {
	case unit.class&half != 0 && part.n == 1:
		return Between(d.First, d.First+n/2-1)
	case unit.class&half != 0:
		return Between(d.First+n/2, d.Last)
	case unit.unit == aWeek && part.class&lastWord != 0:
		return Between(d.Last-6, d.Last)
	case unit.unit == aWeek:
		first := d.First + Day(7*(part.n-1))
		return Between(first, min(first+6, d.Last))
	case unit.class&span != 0:
		return d
	}
	switch part.n {
	case 1:
		return Between(d.First, d.First+n/3-1)
	case 2:
		return Between(d.First+n/3, d.Last-n/3)
	}
	return Between(d.Last-n/3+1, d.Last)
}

// nthOfMonth is "the first of the month", "the 3rd of this month".
func (f *finder) nthOfMonth(m *match) (value, bool) {
	anchor, ok := f.anchor()
	if !ok || f.tok(m, 4).unit != aMonth {
		return value{}, false
	}
	y, mo, _ := anchor.Date()
	switch c := f.tok(m, 3).class; {
	case c&lastWord != 0:
		mo--
	case c&nextWord != 0:
		mo++
	}
	y, mo = y+floorDiv(mo-1, 12), mod(mo-1, 12)+1
	return value{Date: day(y, mo, f.tok(m, 1).n), base: f.c.Anchor}, true
}

// nth is "the 30th" after "on", "by", "until" and the like.
func (f *finder) nth(m *match) (value, bool) {
	t, behind := f.tok(m, 1), f.beside(m.end)
	if f.beside(m.first-1).class&(on|by|until|since|from) == 0 || t.low[0] > '9' {
		return value{}, false
	}
	if w := t.word + 1; w < len(f.s.Words) && behind.class == 0 && isLetter(f.s.Words[w].Form) && !functionWords[behind.low] {
		return value{}, false
	}
	anchor, ok := f.anchor()
	if !ok {
		return value{}, false
	}
	y, mo, _ := anchor.Date()
	var ds []Date
	for k := mo - 1; k <= mo+1; k++ {
		if d := day(y+floorDiv(k-1, 12), mod(k-1, 12)+1, t.n); !d.IsZero() {
			ds = append(ds, d)
		}
	}
	return value{Date: choose(ds, anchor, f.tense(m.at[1])), base: f.c.Anchor}, true
}

func isLetter(s string) bool { return s != "" && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') }

// functionWords may follow a date that stands by itself; other words would be
// what an ordinal counts.
var functionWords = map[string]bool{
	"with": true, "when": true, "where": true, "which": true, "who": true, "but": true, "or": true, "as": true,
	"for": true, "he": true, "she": true, "they": true, "it": true, "we": true, "while": true, "because": true, "if": true,
}

// partOfYear is "early 2024", "the end of 2024", "the first half of 2024".
func (f *finder) partOfYear(m *match) (value, bool) {
	part, unit := f.tok(m, 1), f.tok(m, 3)
	if part.class&(ordinal|lastWord) != 0 && !m.has(3) || part.class&edge != 0 && !m.has(4) || m.has(0) && part.class&early != 0 || unit.unit == aMonth.times(3) {
		return value{}, false
	}
	d := InYear(f.tok(m, 5).n)
	return value{Date: d, Within: portion(d, part, unit)}, true
}

func (u unit) times(n int) unit { return unit{u.days * n, u.months * n} }

// seasonName is "last autumn", "the summer of 2023", "in spring". Seasons are
// those of the northern hemisphere, of three whole months.
func (f *finder) seasonName(m *match) (value, bool) {
	t, which, yr := f.tok(m, 4), f.tok(m, 3), f.tok(m, 6)
	build := func(y int) Date { return Between(DayOf(y, t.n, 1), DayOf(y, t.n+3, 0)) }
	if yr.class&year != 0 {
		return dated(build(yr.n))
	}
	anchor, ok := f.anchor()
	prior := f.beside(m.first - 1)
	if !ok || m.has(5) || !m.has(3) && prior.class&(in|since|until|by|during) == 0 {
		return value{}, false
	}
	y, _, _ := anchor.Date()
	v := value{base: f.c.Anchor}
	switch {
	case which.class&lastWord != 0:
		v.Date = build(y)
		if v.Date.Last >= anchor {
			v.Date = build(y - 1)
		}
	case which.class&nextWord != 0:
		v.Date = build(y)
		if v.Date.First <= anchor {
			v.Date = build(y + 1)
		}
	case which.class&thisWord != 0, m.has(0), t.low != "fall":
		v.Date, ok = f.inYear(m.at[4], build)
	}
	return v, ok
}

// quarter is "the first quarter of 2024", "the third quarter".
func (f *finder) quarter(m *match) (value, bool) {
	n, of := f.tok(m, 1).n, f.tok(m, 4)
	if of.class&the != 0 && f.tok(m, 5).unit != aYear {
		of, m.end = token{}, m.at[2]+1
	}
	if f.tok(m, 2).unit.months != 3 || n > 4 || of.class != 0 && of.class&year == 0 && f.tok(m, 5).unit != aYear {
		return value{}, false
	}
	build := func(y int) Date { return Between(DayOf(y, 3*n-2, 1), DayOf(y, 3*n+1, 0)) }
	switch {
	case of.class&year != 0:
		return dated(build(of.n))
	case of.class&(lastWord|thisWord|nextWord) != 0:
		y, base, ok := f.relativeYear(of, token{})
		return value{Date: build(y), base: base}, ok
	}
	d, ok := f.inYear(m.at[2], build)
	return value{Date: d, base: f.c.Anchor}, ok
}

// quarterCode is "Q3 2024".
func (f *finder) quarterCode(m *match) (value, bool) {
	n := f.tok(m, 0).n
	build := func(y int) Date { return Between(DayOf(y, 3*n-2, 1), DayOf(y, 3*n+1, 0)) }
	if yr := f.tok(m, 2); yr.class&year != 0 {
		return dated(build(yr.n))
	}
	d, ok := f.inYear(m.at[0], build)
	return value{Date: d, base: f.c.Anchor}, ok
}
