package resolve

import (
	"slices"
	"strings"

	"kg/internal/when"
)

// thingWeight places what has a date, a place and more to tell it by first.
func thingWeight(it *item) int {
	w := len(it.near) + len(it.names)
	if it.Date != "" {
		w += 100
	}
	if len(it.numbers) > 0 || it.typ == "Proposal" && version(it) != 0 {
		w += 50
	}
	return w
}

// meetingKeys are the places of a meeting and its parties, countries by twos,
// each with the months about it, its day, and its names.
func meetingKeys(it *item) []string {
	out := bodyKeys(it)
	if it.date.Precision == when.OneDay {
		out = append(out, it.Date)
	}
	var what, lands []string
	for _, n := range it.near {
		switch typ, _, _ := strings.Cut(n, " "); typ {
		case "Country":
			lands = append(lands, n)
		case "Place", "Person", "Organization":
			what = append(what, n)
		}
	}
	for i, a := range lands[:min(len(lands), 8)] {
		for _, b := range lands[i+1 : min(len(lands), 8)] {
			what = append(what, a+" "+b)
		}
	}
	for _, m := range it.months() {
		for _, w := range what {
			out = append(out, m+" "+w)
		}
	}
	return out
}

// months returns the months in which a meeting may have been, two at most; one
// empty month if nothing is known.
func (it *item) months() []string {
	d := it.date.First
	if it.date.IsZero() {
		d = it.story.day
	}
	if it.date.IsZero() && !it.story.dated {
		return []string{""}
	}
	return sorted([]string{(d - 10).String()[:7], (d + 10).String()[:7]})
}

// compareMeetings weighs date, place, parties, name and story. Days apart,
// different places, or a call and a visit rule it out.
func compareMeetings(a, b *item, t *tally) {
	compareTimes(a, b, t)
	pa, pb := a.places, b.places
	switch {
	case len(pa) > 0 && len(pb) > 0 && !meet(pa, pb):
		t.no("other places", pa[0], pb[0])
	case meet(pa, pb):
		t.add(3, "the place")
	}
	switch {
	case disjoint(a.numbers, b.numbers), disjoint(a.ordinals, b.ordinals):
		t.no("other numbers")
	case a.remote() && (len(pb) > 0 || b.visit()) || b.remote() && (len(pa) > 0 || a.visit()):
		t.no("a call and a meeting in a place")
	}
	if t.out {
		return
	}
	if la, lb := a.lands, b.lands; otherSides(la, lb) && (a.date.Precision != when.OneDay || a.Date != b.Date) {
		t.no("other sides", strings.Join(la, " "), strings.Join(lb, " "))
		return
	}
	title := sharedTitle(a, b)
	if title != "" {
		t.add(5, "the name", title)
	}
	t.add(min(3, common(a.parties, b.parties)), "parties in common")
	t.add(min(1, common(a.words, b.words)), "words in common")
	switch a.story.compare(b.story) {
	case same:
		t.add(1, "articles of one story")
	case other:
		if title != "" && (!a.story.dated || !b.story.dated || distance(a.story.day, b.story.day) <= 3*newsCycle) {
			break
		}
		if a.date.Precision != when.OneDay || a.Date != b.Date {
			t.no("articles of other stories")
		}
	}
}

// sharedTitle returns a name that is written like a title and that both
// meetings have.
func sharedTitle(a, b *item) string {
	for i := range a.names {
		for j := range b.names {
			if x, y := &a.names[i], &b.names[j]; x.title && y.title && len(x.words) > 2 && x.key == y.key {
				return x.key
			}
		}
	}
	return ""
}

// otherSides reports whether two meetings have each two sides or more, and each
// one that the other has not.
func otherSides(a, b []string) bool {
	n := common(a, b)
	return len(a) >= 2 && len(b) >= 2 && n < len(a) && n < len(b)
}

// compareTimes weighs the dates of two meetings, and what one article says is
// still to come against what an earlier one says is over. A month stands for a
// week in it, too, that runs over its end.
func compareTimes(a, b *item, t *tally) {
	switch {
	case a.planned && !b.planned && over(b, a) || b.planned && !a.planned && over(a, b):
		t.no("one was over when the other was to come")
	case a.date.IsZero() || b.date.IsZero():
	case a.Date == b.Date && a.date.Precision == when.OneDay:
		t.add(3, "the day", a.Date)
	case loose(a.date).Contains(b.date), loose(b.date).Contains(a.date), a.date.Overlaps(b.date):
		t.add(1, "dates that agree", a.Date, b.Date)
	default:
		t.no("other dates", a.Date, b.Date)
	}
}

// over reports whether the article of a, which tells what happened, is older
// than that of b, which tells what is to come.
func over(a, b *item) bool {
	return a.story.dated && b.story.dated && a.story.day < b.story.day
}

// loose returns a date with the days about it that loose words may mean.
func loose(d when.Date) when.Date {
	if d.Precision == when.Month {
		d.First, d.Last = d.First-10, d.Last+10
	}
	return d
}

// remote reports whether those who met were in different places.
func (it *item) remote() bool {
	return slices.ContainsFunc(it.words, func(w string) bool { return remotes[w] })
}

var remotes = map[string]bool{"call": true, "phone": true, "telephone": true, "video": true, "videoconference": true, "teleconference": true}

// visit reports whether somebody went to the meeting.
func (it *item) visit() bool { return slices.Contains(it.words, "visit") }

// present sorts the neighbours of a meeting by what they are to it.
func (it *item) present() {
	it.places, it.lands = prefixed(it.near, "Place "), prefixed(it.near, "Country ")
	it.parties = sorted(slices.Concat(it.lands, prefixed(it.near, "Person "), prefixed(it.near, "Organization ")))
}
