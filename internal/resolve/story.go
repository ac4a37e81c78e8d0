package resolve

import (
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/spool"
	"kg/internal/when"
)

// A story is what a document is about, by which descriptions of the same words
// in two documents are told to be of one thing or of two: "the talks" of one
// week's news, or of another's.
type story struct {
	day    when.Day
	dated  bool
	people []string // the ends of the names of people and bodies with names of their own, sorted
	lands  []string // keys of countries, sorted
}

// storyOf returns what a reading is about.
func storyOf(r *fact.Reading) *story {
	s := &story{}
	if d, err := when.Parse(r.Date); err == nil && !d.IsZero() {
		s.day, s.dated = d.First, true
	}
	for i := range r.Entities {
		x := &r.Entities[i]
		switch {
		case x.Type == "Country" && x.Key != "":
			s.lands = append(s.lands, x.Key)
		case (x.Type == "Person" || x.Type == "Organization") && hasUpper(x.Name):
			s.people = append(s.people, neighbour(x))
		}
	}
	s.people, s.lands = sorted(s.people), sorted(s.lands)
	return s
}

// pack writes a story.
func (s *story) pack(c *spool.Code) {
	c.Int(int(s.day))
	c.Bool(s.dated)
	c.Strings(s.people)
	c.Strings(s.lands)
}

// unpackStory reads what pack wrote.
func unpackStory(d *spool.Decoder) *story {
	return &story{day: when.Day(d.Int()), dated: d.Bool(), people: d.Strings(), lands: d.Strings()}
}

// The ways in which two documents may be about one thing.
const (
	unknown = iota // too little is known of one of them
	other          // another story
	near           // the same part of the world at the same time
	same           // the same people in the same weeks
)

// newsCycle is how many days a story is told without a new name.
const newsCycle = 21

// compare says whether two documents tell one story.
func (s *story) compare(o *story) int {
	if s.dated && o.dated && distance(s.day, o.day) > newsCycle {
		return other
	}
	people, lands := common(s.people, o.people), common(s.lands, o.lands)
	few := min(len(s.people), len(o.people))
	switch {
	case people >= 2 && 4*people >= few:
		return same
	case few < 2:
		return unknown
	case people >= 1 && lands >= 2:
		return near
	}
	return other
}

// distance returns the number of days between two.
func distance(a, b when.Day) int { return max(int(a-b), int(b-a)) }

// sorted returns the strings of a list in order, each once.
func sorted(list []string) []string {
	slices.SortFunc(list, strings.Compare)
	return slices.Compact(list)
}
