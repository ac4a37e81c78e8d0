package when

// An entry is what a word means to the grammar.
type entry struct {
	class
	n    int
	unit unit
}

var (
	aDay    = unit{days: 1}
	aWeek   = unit{days: 7}
	aMonth  = unit{months: 1}
	aYear   = unit{months: 12}
	aDecade = unit{months: 120}
)

// words holds the closed vocabulary of the grammar, in lower case and without
// final full stops.
var words = map[string]entry{
	"january": {class: month, n: 1}, "jan": {class: month, n: 1},
	"february": {class: month, n: 2}, "feb": {class: month, n: 2},
	"march": {class: month, n: 3}, "mar": {class: month, n: 3},
	"april": {class: month, n: 4}, "apr": {class: month, n: 4},
	"may":  {class: month, n: 5},
	"june": {class: month, n: 6}, "jun": {class: month, n: 6},
	"july": {class: month, n: 7}, "jul": {class: month, n: 7},
	"august": {class: month, n: 8}, "aug": {class: month, n: 8},
	"september": {class: month, n: 9}, "sept": {class: month, n: 9}, "sep": {class: month, n: 9},
	"october": {class: month, n: 10}, "oct": {class: month, n: 10},
	"november": {class: month, n: 11}, "nov": {class: month, n: 11},
	"december": {class: month, n: 12}, "dec": {class: month, n: 12},

	"monday": {class: weekday, n: 0}, "mon": {class: weekday, n: 0},
	"tuesday": {class: weekday, n: 1}, "tue": {class: weekday, n: 1}, "tues": {class: weekday, n: 1},
	"wednesday": {class: weekday, n: 2}, "wed": {class: weekday, n: 2},
	"thursday": {class: weekday, n: 3}, "thu": {class: weekday, n: 3}, "thur": {class: weekday, n: 3}, "thurs": {class: weekday, n: 3},
	"friday": {class: weekday, n: 4}, "fri": {class: weekday, n: 4},
	"saturday": {class: weekday, n: 5}, "sat": {class: weekday, n: 5},
	"sunday": {class: weekday, n: 6}, "sun": {class: weekday, n: 6},

	"a": {class: number, n: 1}, "an": {class: number, n: 1}, "one": {class: number, n: 1},
	"two": {class: number, n: 2}, "three": {class: number, n: 3}, "four": {class: number, n: 4},
	"five": {class: number, n: 5}, "six": {class: number, n: 6}, "seven": {class: number, n: 7},
	"eight": {class: number, n: 8}, "nine": {class: number, n: 9}, "ten": {class: number, n: 10},
	"eleven": {class: number, n: 11}, "twelve": {class: number, n: 12}, "thirteen": {class: number, n: 13},
	"fourteen": {class: number, n: 14}, "fifteen": {class: number, n: 15}, "sixteen": {class: number, n: 16},
	"seventeen": {class: number, n: 17}, "eighteen": {class: number, n: 18}, "nineteen": {class: number, n: 19},
	"twenty": {class: number, n: 20}, "thirty": {class: number, n: 30}, "forty": {class: number, n: 40},
	"fifty": {class: number, n: 50}, "sixty": {class: number, n: 60}, "seventy": {class: number, n: 70},
	"eighty": {class: number, n: 80}, "ninety": {class: number, n: 90}, "hundred": {class: number, n: 100},

	"first": {class: ordinal, n: 1}, "second": {class: ordinal, n: 2}, "third": {class: ordinal, n: 3},
	"fourth": {class: ordinal, n: 4}, "fifth": {class: ordinal, n: 5}, "sixth": {class: ordinal, n: 6},
	"seventh": {class: ordinal, n: 7}, "eighth": {class: ordinal, n: 8}, "ninth": {class: ordinal, n: 9},
	"tenth": {class: ordinal, n: 10}, "eleventh": {class: ordinal, n: 11}, "twelfth": {class: ordinal, n: 12},
	"thirteenth": {class: ordinal, n: 13}, "fourteenth": {class: ordinal, n: 14}, "fifteenth": {class: ordinal, n: 15},
	"sixteenth": {class: ordinal, n: 16}, "seventeenth": {class: ordinal, n: 17}, "eighteenth": {class: ordinal, n: 18},
	"nineteenth": {class: ordinal, n: 19}, "twentieth": {class: ordinal, n: 20}, "thirtieth": {class: ordinal, n: 30},

	"day": {class: span, unit: aDay}, "days": {class: span, unit: aDay},
	"week": {class: span, unit: aWeek}, "weeks": {class: span, unit: aWeek},
	"fortnight": {class: span, unit: unit{days: 14}}, "fortnights": {class: span, unit: unit{days: 14}},
	"month": {class: span, unit: aMonth}, "months": {class: span, unit: aMonth},
	"year": {class: span, unit: aYear}, "years": {class: span, unit: aYear},
	"decade": {class: span, unit: aDecade}, "decades": {class: span, unit: aDecade},
	"century": {class: span, unit: unit{months: 1200}}, "centuries": {class: span, unit: unit{months: 1200}},
	"hour": {class: span}, "hours": {class: span},
	"quarter": {class: span, unit: unit{months: 3}}, "quarters": {class: span, unit: unit{months: 3}},
	"weekend": {class: weekendWord}, "weekends": {class: weekendWord | every},

	"spring": {class: season, n: 3}, "summer": {class: season, n: 6},
	"autumn": {class: season, n: 9}, "fall": {class: season, n: 9}, "winter": {class: season, n: 12},
	"q1": {class: quarterName, n: 1}, "q2": {class: quarterName, n: 2}, "q3": {class: quarterName, n: 3}, "q4": {class: quarterName, n: 4},

	"last": {class: lastWord}, "past": {class: lastWord}, "this": {class: thisWord}, "current": {class: thisWord},
	"next": {class: nextWord | following}, "coming": {class: nextWord}, "upcoming": {class: nextWord},
	"previous": {class: previous}, "preceding": {class: previous}, "prior": {class: previous},
	"following": {class: following}, "subsequent": {class: following}, "ensuing": {class: following},
	"same": {class: same}, "that": {class: that},

	"morning": {class: daypart}, "afternoon": {class: daypart}, "evening": {class: daypart}, "night": {class: daypart},
	"dawn": {class: daypart}, "noon": {class: daypart}, "midnight": {class: daypart}, "dusk": {class: daypart},
	"midday": {class: daypart}, "daybreak": {class: daypart}, "nightfall": {class: daypart}, "sunrise": {class: daypart},
	"sunset": {class: daypart}, "lunchtime": {class: daypart}, "mornings": {class: daypart | every}, "nights": {class: daypart | every},

	"early": {class: early, n: 1}, "earlier": {class: early | earlier, n: 1},
	"mid": {class: early, n: 2}, "late": {class: early, n: 3}, "later": {class: early | later, n: 3},
	"beginning": {class: edge, n: 1}, "start": {class: edge, n: 1}, "opening": {class: edge, n: 1},
	"middle": {class: edge, n: 2}, "end": {class: edge, n: 3}, "close": {class: edge, n: 3},

	"ago": {class: ago}, "afterwards": {class: later}, "afterward": {class: later}, "thereafter": {class: later},
	"previously": {class: earlier}, "beforehand": {class: earlier}, "on": {class: on},
	"after": {class: after}, "before": {class: before},
	",": {class: comma}, ".": {class: dot},
	"-": {class: dash}, "–": {class: dash}, "—": {class: dash}, "to": {class: to | dash}, "through": {class: to | dash},
	"till": {class: until | to}, "until": {class: until | to}, "til": {class: until},
	"and": {class: and}, "&": {class: and}, "of": {class: of}, "the": {class: the}, "in": {class: in}, "within": {class: vague},
	"'s": {class: possessive}, "'": {class: possessive}, "’s": {class: possessive}, "’": {class: possessive},
	"from": {class: from}, "between": {class: between},
	"by": {class: by}, "since": {class: since}, "at": {class: at}, "over": {class: during}, "during": {class: during},
	"throughout": {class: during},

	"today": {class: today, n: 0}, "tonight": {class: today, n: 0}, "yesterday": {class: today, n: -1}, "tomorrow": {class: today, n: 1},
	"overnight": {class: overnight}, "now": {class: now},

	"every": {class: every}, "each": {class: every}, "any": {class: every}, "most": {class: every},
	"about": {class: around}, "some": {class: around}, "nearly": {class: around}, "almost": {class: around},
	"roughly": {class: around}, "exactly": {class: around}, "just": {class: around}, "only": {class: around}, "barely": {class: around},
	"few":     {class: vague},
	"several": {class: vague}, "recent": {class: vague}, "many": {class: vague},

	"is": {class: is}, "was": {class: is}, "out": {class: out}, "half": {class: half | edge, n: 4},
	"his": {class: whose}, "her": {class: whose}, "its": {class: whose}, "their": {class: whose}, "our": {class: whose},
	"time": {class: timeWord},
}
