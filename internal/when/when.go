// Package when finds the date expressions of a sentence and resolves them:
// the words of one sentence and the date of the document go in, ISO 8601 days,
// months, years and intervals with their place in the sentence come out.
//
// The grammar is closed and stands in tables (words.go, grammar.go): absolute
// dates, weekdays, months and years read against the anchor by the tense of
// their clause, and distances from the anchor or from another expression. It
// works on the forms of the words alone; tags and tree, where present, make
// the tense surer. Nothing depends on the day of the run.
package when

import (
	"slices"
	"sort"

	"kg/internal/nlp"
	"kg/internal/text"
)

// A Context is what a sentence is read against. The zero Context resolves
// absolute dates only.
type Context struct {
	Anchor   Date                 // the document's day; unknown if zero
	Previous Date                 // the date last spoken of before the sentence; may be zero
	Tense    func(word int) Tense // the tense of the clause that holds the word; nil means TenseAt
}

// An Expression is one date expression of a sentence.
type Expression struct {
	First, End int       // the words [First, End) of the sentence
	Span       text.Span // the bytes of these words in the document's text

	// Date is what the words say, as finely as a careful reader would put
	// it on a fact: "last week" and "mid-May" give a month.
	Date Date
	// Within is the shortest stretch of days that the words allow; Date
	// itself unless the words narrow it down, as "mid-May" and "last week".
	Within Date

	Kind Kind
	// Clause says that Date belongs to the clause after the words and not to
	// the one they stand in: "two days after he resigned".
	Clause bool
	// Measure says that the words tell over which time something is counted
	// or compared, "for the fifth time this year", "the first since May", and
	// not when it happens.
	Measure bool

	Rule string // the name of the rule of the grammar
	Base Date   // what the date was counted from; unknown for absolute dates
}

// A Kind says how an expression bounds its event.
type Kind uint8

// The kinds of expressions.
const (
	At     Kind = iota + 1 // on, in, during: the event falls on the date
	By                     // by: not later
	Until                  // until, till: it lasts to the date
	Since                  // since, from: it begins on the date
	Before                 // before, ahead of
	After                  // after, following
)

var kindNames = [...]string{"unknown", "at", "by", "until", "since", "before", "after"}

// String returns the name of k.
func (k Kind) String() string { return kindNames[min(int(k), len(kindNames)-1)] }

// Find returns the date expressions of s in the order of the text. They are
// disjoint. Expressions that need an anchor or an earlier date which c lacks,
// and those that name no date ("for three days", "every Monday"), are left
// out.
func Find(s *nlp.Sentence, c Context) []Expression {
	f := finder{s: s, c: c, toks: tokens(s)}
	if f.c.Tense == nil {
		f.c.Tense = func(word int) Tense { return TenseAt(s, word) }
	}
	f.hint()
	f.scan(direct)
	f.scan(distances)
	sort.Slice(f.found, func(i, j int) bool { return f.found[i].First < f.found[j].First })
	f.fallback()
	return f.found
}

// All returns the expressions of each of a document's sentences, carrying the
// date last spoken of from one to the next.
func All(sentences []nlp.Sentence, anchor Date) [][]Expression {
	out := make([][]Expression, len(sentences))
	c := Context{Anchor: anchor}
	for i := range sentences {
		out[i] = Find(&sentences[i], c)
		c.Previous = Latest(out[i], c.Previous)
	}
	return out
}

// Latest returns the date that a reader has in mind after expressions: that
// of the last one that places its event, or previous if there is none.
func Latest(expressions []Expression, previous Date) Date {
	for i := len(expressions) - 1; i >= 0; i-- {
		if e := &expressions[i]; e.Kind == At || e.Kind == Since {
			return e.Date
		}
	}
	return previous
}

// A finder holds the state of one Find.
type finder struct {
	s     *nlp.Sentence
	c     Context
	toks  []token
	taken []bool // per token: belongs to an expression
	found []Expression

	best, try match // the longest match so far, the one at hand

	year int // a year to assume where there is no anchor; 0 if unknown
}

// hint looks for a year that the sentence itself gives, for the dates without
// year of a document without date.
func (f *finder) hint() {
	f.taken = make([]bool, len(f.toks))
	if !f.c.Anchor.IsZero() {
		return
	}
	for i := range f.toks {
		if f.toks[i].class&year != 0 && i > 0 && f.toks[i-1].class&(month|digits|comma|ordinal) != 0 {
			f.year = f.toks[i].n
			return
		}
	}
	if !f.c.Previous.IsZero() {
		f.year, _, _ = f.c.Previous.First.Date()
	}
}

// anchor returns the document's day.
func (f *finder) anchor() (Day, bool) { return f.c.Anchor.First, !f.c.Anchor.IsZero() }

// scan applies rules from left to right, the longest match first, the earlier
// rule on a tie.
func (f *finder) scan(rules []rule) {
	live := f.live(rules)
	for i := 0; i < len(f.toks); {
		i += max(1, f.longest(rules, live, i))
	}
}

// live returns the indices of the rules whose every necessary class occurs in
// the sentence.
func (f *finder) live(rules []rule) []int {
	var all class
	for i := range f.toks {
		all |= f.toks[i].class
	}
	live := make([]int, 0, len(rules))
	for k := range rules {
		if !slices.ContainsFunc(rules[k].pattern, func(e class) bool { return e&opt == 0 && e&all == 0 }) {
			live = append(live, k)
		}
	}
	return live
}

// longest adds the longest expression at token i and returns its length in
// tokens, 0 if there is none.
func (f *finder) longest(rules []rule, live []int, i int) int {
	best, m := &f.best, &f.try
	best.end = 0
	var bestValue value
	var name string
	for _, k := range live {
		r := &rules[k]
		if first := r.pattern[0]; first&opt == 0 && first&f.toks[i].class == 0 {
			continue
		}
		m.first = i
		if f.toks[i].class&(comma|dot|dash) != 0 || !f.match(r.pattern, 0, i, m) {
			continue
		}
		for f.toks[m.end-1].class&(comma|dot|dash) != 0 {
			m.end--
		}
		if m.end <= best.end || m.end <= i || f.occupied(i, m.end) {
			continue
		}
		if v, ok := r.value(f, m); ok && (v.skip || v.Date.valid()) {
			*best, bestValue, name = *m, v, r.name
		}
	}
	if name == "" {
		return f.holiday(i)
	}
	f.add(best, &bestValue, name)
	return best.end - i
}

func (f *finder) occupied(first, end int) bool {
	for _, t := range f.taken[first:end] {
		if t {
			return true
		}
	}
	return false
}

// add turns a match into an expression.
func (f *finder) add(m *match, v *value, name string) {
	for i := m.first; i < m.end; i++ {
		f.taken[i] = true
	}
	if v.skip {
		return
	}
	if v.Within.IsZero() || !v.Within.valid() {
		v.Within = v.Date
	}
	a, b := f.toks[m.first].word, f.toks[m.end-1].word+1
	e := Expression{First: a, End: b, Date: v.Date, Within: v.Within, Kind: v.kind, Clause: v.clause, Rule: name, Base: v.base}
	if e.Kind == 0 {
		e.Kind = f.kindBefore(m.first)
	}
	e.Measure = f.measures(m.first)
	e.Span = text.Span{Start: f.s.Words[a].Span.Start, End: f.s.Words[b-1].Span.End}
	f.found = append(f.found, e)
}

// measures reports whether the words before token i count over the time that it
// begins, or compare with what has been since.
func (f *finder) measures(i int) bool {
	k := i - 1
	for k >= 0 && f.toks[k].class&(in|since|the|of|around) != 0 {
		k--
	}
	if f.beside(k).class&timeWord != 0 {
		return true
	}
	if f.beside(i-1).class&since == 0 {
		return false
	}
	for ; k >= 0; k-- {
		if w := &f.s.Words[f.toks[k].word]; f.toks[k].low == "first" || w.XPOS == "JJS" || w.XPOS == "RBS" {
			return true
		}
	}
	return false
}

// kindBefore reads the preposition in front of token i.
func (f *finder) kindBefore(i int) Kind {
	if f.beside(i-1).class&(before|after) != 0 && !f.bounds(i, before|after) {
		return At
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch c := f.toks[k].class; {
		case c&by != 0:
			return By
		case c&until != 0:
			return Until
		case c&(since|from) != 0:
			return Since
		case c&before != 0, f.toks[k].low == "of" && k > 0 && f.toks[k-1].low == "ahead":
			return Before
		case c&after != 0, f.toks[k].low == "following":
			return After
		case c&(the|early|edge|of|daypart) == 0:
			return At
		}
	}
	return At
}
