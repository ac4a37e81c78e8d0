package when

// A rule gives the date of one kind of expression.
type rule struct {
	name    string
	pattern []class
	value   func(*finder, *match) (value, bool)
}

// A match is where a pattern fits: at[k] is the token of element k, -1 if the
// element is missing.
type match struct {
	first, end int
	at         [maxPattern]int
}

const maxPattern = 14

// A value is what a rule makes of a match.
type value struct {
	Date, Within Date
	kind         Kind // 0: by the preposition in front
	clause       bool
	base         Date
	skip         bool // the words are read but name no date
}

func dated(d Date) (value, bool) { return value{Date: d}, true }

// match fits pattern[k:] to the tokens from i on, taking optional elements
// where it can.
func (f *finder) match(pattern []class, k, i int, m *match) bool {
	if k == len(pattern) {
		m.end = i
		return i > m.first
	}
	e := pattern[k]
	if i < len(f.toks) && f.toks[i].class&e&^opt != 0 {
		m.at[k] = i
		if f.match(pattern, k+1, i+1, m) {
			return true
		}
	}
	m.at[k] = -1
	return e&opt != 0 && f.match(pattern, k+1, i, m)
}

// tok returns the token of element k, or the zero token.
func (f *finder) tok(m *match, k int) token {
	if m.at[k] < 0 {
		return token{}
	}
	return f.toks[m.at[k]]
}

func (m *match) has(k int) bool { return m.at[k] >= 0 }

// beside returns token i, or the zero token where there is none.
func (f *finder) beside(i int) token {
	if i < 0 || i >= len(f.toks) {
		return token{}
	}
	return f.toks[i]
}

const (
	theOpt   = the | opt
	ofOpt    = of | opt
	dotOpt   = dot | opt
	commaOpt = comma | opt
	wdayOpt  = weekday | opt
	yearOpt  = year | opt
	partOpt  = daypart | opt
	possOpt  = possessive | opt
	onOpt    = on | opt
	ofIn     = of | in
	thisOpt  = thisWord | opt
	dayNum   = digits | ordinal
	through  = dash | to
)

// direct lists the rules whose date needs no other expression.
var direct = []rule{
	{"figures", []class{whole}, (*finder).wholeDate},
	{"month day to month day", []class{from | between | opt, month, dotOpt, dayNum, commaOpt, yearOpt, commaOpt, through | and, month, dotOpt, dayNum, commaOpt, yearOpt}, (*finder).monthDayToMonthDay},
	{"day month to day month", []class{from | between | opt, dayNum, ofOpt, month, yearOpt, commaOpt, through | and, dayNum, ofOpt, month, dotOpt, commaOpt, yearOpt}, (*finder).dayMonthToDayMonth},
	{"month days", []class{from | between | opt, month, dotOpt, dayNum, through | and, dayNum, commaOpt, yearOpt}, (*finder).monthDays},
	{"days month", []class{from | between | opt, theOpt, dayNum, through | and, theOpt, dayNum, ofOpt, month, dotOpt, commaOpt, yearOpt}, (*finder).daysMonth},
	{"month day", []class{wdayOpt, dotOpt, commaOpt, month, dotOpt, theOpt, dayNum, commaOpt, yearOpt}, (*finder).monthDay},
	{"day month", []class{wdayOpt, dotOpt, commaOpt, theOpt, dayNum, ofOpt, month, dotOpt, commaOpt, yearOpt}, (*finder).dayMonth},
	{"month year", []class{month, dotOpt, commaOpt | of, year}, (*finder).monthYear},
	{"month of that year", []class{month, ofIn | opt, lastWord | thisWord | nextWord | theOpt&^opt, previous | following | opt, span, possOpt}, (*finder).monthOfYear},
	{"months", []class{from | between, month, dotOpt, through | and, month, dotOpt, yearOpt}, (*finder).months},
	{"month", []class{lastWord | thisWord | nextWord | opt, month, dotOpt, possOpt}, (*finder).bareMonth},
	{"part of month", []class{theOpt, early | edge | ordinal | lastWord, dash | opt, half | span | opt, ofIn | opt, month, dotOpt, commaOpt, yearOpt}, (*finder).partOfMonth},
	{"nth of month", []class{the, dayNum, of, the | thisWord | lastWord | nextWord, span}, (*finder).nthOfMonth},
	{"nth", []class{the, ordinal}, (*finder).nth},
	{"years", []class{from | between | opt, year, through | and, year | number}, (*finder).years},
	{"part of year", []class{theOpt, early | edge | ordinal | lastWord, dash | opt, half | span | opt, ofIn | opt, year}, (*finder).partOfYear},
	{"year", []class{year, possOpt}, (*finder).bareYear},
	{"decade", []class{theOpt, early | opt, dash | opt, decade}, (*finder).decade},

	{"weekdays", []class{from | between | opt, lastWord | thisWord | nextWord | opt, weekday, through | and, weekday, partOpt}, (*finder).weekdays},
	{"weekday", []class{theOpt, early | opt, onOpt, thisOpt, lastWord | thisWord | nextWord | previous | following | opt, weekday, possOpt, early | opt, lastWord | nextWord | partOpt, possOpt}, (*finder).weekdayName},
	{"weekday week", []class{weekday, span}, (*finder).weekdayWeek},
	{"nth weekday", []class{theOpt, ordinal | lastWord, weekday, ofIn, month | lastWord | thisWord | nextWord | the, span | year | opt, yearOpt}, (*finder).nthWeekdayOf},

	{"today", []class{today, possOpt, partOpt}, (*finder).todayWord},
	{"the day after tomorrow", []class{the, span, after | before, today}, (*finder).dayBesideToday},
	{"this morning", []class{early | opt, thisWord | lastWord, daypart}, (*finder).thisMorning},
	{"overnight", []class{overnight}, (*finder).overnightWord},
	{"this week", []class{early | opt, thisOpt, lastWord | thisWord | nextWord, span, possOpt}, (*finder).thisWeek},
	{"the weekend", []class{early | opt, theOpt, thisOpt, lastWord | thisWord | nextWord | opt, weekendWord, possOpt}, (*finder).theWeekend},
	{"part of week", []class{theOpt, early | edge | ordinal | lastWord, half | span | opt, ofIn, the | thisWord | lastWord | nextWord, span, possOpt}, (*finder).partOfWeek},
	{"year's end", []class{the | thisWord | opt, span, possessive | dash, edge}, (*finder).yearsEnd},
	{"before the month is out", []class{the, span, is, out}, (*finder).monthIsOut},
	{"season", []class{theOpt, early | opt, dash | opt, lastWord | thisWord | nextWord | opt, season, ofIn | opt, yearOpt}, (*finder).seasonName},
	{"quarter", []class{theOpt, ordinal, span, ofIn | opt, year | thisWord | lastWord | nextWord | the | opt, span | opt}, (*finder).quarter},
	{"quarter code", []class{quarterName, ofIn | opt, yearOpt}, (*finder).quarterCode},

	{"ago", []class{half | around | opt, number, half | opt, span, and | opt, number | opt, half | opt, ago, today | opt}, (*finder).agoPhrase},
	{"from now", []class{half | around | opt, number, half | opt, span, from, now | today}, (*finder).fromNow},
	{"in two weeks", []class{in, around | opt, number, half | opt, span, possOpt, timeWord | opt}, (*finder).inTwoWeeks},
	{"duration", []class{thisWord | lastWord | nextWord | vague, number | vague, span}, (*finder).nothing},
	{"duration", []class{every, opt | number, span | weekday | weekendWord | daypart}, (*finder).nothing},
}

// distances lists the rules that count from another expression of the
// sentence or from the date last spoken of.
var distances = []rule{
	{"days later", []class{around | opt, number, half | opt, span, to | opt, theOpt, span | opt, later | earlier | before | after | on}, (*finder).daysLater},
	{"the day before", []class{the, span | daypart, before | after}, (*finder).theDayBefore},
	{"the following week", []class{the, previous | following | same, span | daypart | weekendWord, possOpt}, (*finder).theFollowingWeek},
	{"that evening", []class{early | opt, that, same | opt, span | daypart | weekendWord}, (*finder).thatEvening},
}
