package mention

import (
	"slices"
	"strings"

	"kg/internal/when"
)

// agree returns how well a description fits an entity; 0 if it does not.
func (g *grouping) agree(m *Mention, f *features, e *entity) int {
	x := &e.features
	if f.call != x.call && !m.generic || clash(m, f, x) {
		return 0
	}
	if f.next {
		if slices.Contains(x.forms, f.form) {
			return 8
		}
		return 0
	}
	score := 0
	if f.place != "" && slices.Contains(x.places, f.place) {
		score += 4
	}
	switch n := shared(f.parties, x.parties); {
	case n > 1, n == 1 && len(f.parties) == 1 && len(x.parties) == 1:
		score += 2 * min(n, 2)
	case n == 1:
		score++
	}
	if overlap(f.words, x.words) {
		score += 2
	}
	if f.version != 0 && f.version == x.version {
		score += 2 + 2*int(x.rank) // the current one is the last by number
	}
	if overlap(f.numbers, x.numbers) || f.date != "" && len(f.date) >= 10 && slices.Contains(x.dates, f.date) {
		score += 4
	}
	if slices.Contains(x.forms, f.form) {
		score += 2
	}
	if m.some && score < 3 {
		return 0
	}
	if !m.generic && m.Type == Meeting && score < 2 && len(f.parties) > 0 && len(x.parties) > 1 {
		return 0 // one party in common is no meeting in common
	}
	if score == 0 && !m.generic && f.place+f.date != "" {
		return 0 // a place or a date of its own, and only the noun in common
	}
	if f.head == x.head {
		score++
	}
	if m.generic {
		score += 1 + min(len(e.Mentions)/2, 3)
		if last := e.Mentions[len(e.Mentions)-1]; g.ms[last].Sentence >= m.Sentence-2 {
			score++
		}
	}
	if m.Type == Proposal && f.version == 0 && x.version < 0 && score > 1 {
		score = max(1, score-3) // "the deal" is the one that stands now
	}
	return score
}

// clash reports whether a number, a version, a place or the parties tell a
// description and an entity apart.
func clash(m *Mention, f, x *features) bool {
	switch {
	case len(f.numbers) > 0 && len(x.numbers) > 0 && !overlap(f.numbers, x.numbers):
		return true
	case f.version != 0 && x.version != 0 && f.version != x.version:
		return true
	case f.rank != 0 && x.rank != 0 && f.rank != x.rank:
		return true
	case m.elided && (f.rank == 0 || f.rank != x.rank): // "a slimmer one" is another one
		return true
	case m.Type == Proposal && otherKind(f.head, x.head):
		return true
	case f.date != "" && len(x.dates) > 0 && !slices.ContainsFunc(x.dates, func(d string) bool { return compatible(d, f.date) }):
		return true
	case m.Type == Proposal && m.plural != x.plural && (!m.generic || x.plural) && f.version == 0:
		return true
	case f.place != "" && len(x.places) > 0 && !slices.Contains(x.places, f.place):
		return true
	case len(f.parties) > 0 && len(x.parties) > 0 && shared(f.parties, x.parties) < min(len(f.parties), len(x.parties), 2):
		return true
	}
	return m.Type == Proposal && len(f.words) > 0 && len(x.words) > 0 && !overlap(f.words, x.words)
}

// slack is how many days apart two dates may lie of which one is no day: a
// week is dated by a month, and may reach into the next.
const slack = 7

// compatible reports whether two dates can be those of one day.
func compatible(a, b string) bool {
	x, err := when.Parse(a)
	y, errY := when.Parse(b)
	if err != nil || errY != nil || x.IsZero() || y.IsZero() || strings.Contains(a, "/") || strings.Contains(b, "/") {
		return true
	}
	if x.Precision == when.OneDay && y.Precision == when.OneDay {
		return x == y
	}
	return x.First <= y.Last+slack && y.First <= x.Last+slack
}

// shared counts the members of a that b has.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func overlap(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}
