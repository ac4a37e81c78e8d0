package resolve

import (
	"strings"

	"kg/internal/alike"
)

// A matcher compares the items of one type.
type matcher struct {
	weight func(it *item) int      // items of more weight are placed first
	keys   func(it *item) []string // items without a key in common are not compared
	same   func(a, b *item) int    // how surely a and b are one: 0 if nothing says so, negative if they are not
	exact  func(it *item) bool     // its name alone says who it is
	unique func(it *item) bool     // it joins a group only if no other fits as well
}

var matchers = map[string]matcher{
	"Person":       {personWeight, personKeys, samePerson, isFull, isShort},
	"Country":      {flat, bodyKeys, sameBody, never, never},
	"Place":        {flat, bodyKeys, sameBody, never, never},
	"Organization": {nameLength, bodyKeys, sameBody, never, never},
	"Delegation":   {flat, delegationKeys, sameDelegation, never, never},
	"Meeting":      {thingWeight, meetingKeys, sameMeeting, never, never},
	"Proposal":     {thingWeight, proposalKeys, sameProposal, never, never},
	"Statement":    {flat, textKeys, sameText, never, never},
	"":             {flat, bodyKeys, sameBody, never, never},
}

func flat(*item) int   { return 0 }
func never(*item) bool { return false }

// nameLength places longer names first.
func nameLength(it *item) int { return len(it.label.words) }

// fullName returns the words of a person's name without forms of address.
func fullName(it *item) []string { return it.label.words }

// personWeight places full names before short ones.
func personWeight(it *item) int { return min(len(fullName(it)), 3) }

// isFull reports whether a given name and a surname are known.
func isFull(it *item) bool { return len(fullName(it)) >= 2 && len(fullName(it)[0]) > 1 }

// isShort reports whether only a surname or a given name is known.
func isShort(it *item) bool { return len(fullName(it)) < 2 }

// personKeys are the sound of the last word of the name; of a single word also
// what it would be as a given name is left out: two people share those.
func personKeys(it *item) []string {
	w := fullName(it)
	if len(w) == 0 {
		return nil
	}
	return []string{"s " + alike.Skeleton(w[len(w)-1])}
}

// samePerson compares two names: the surnames must sound alike, and where both
// have given names these must too, or be initials of each other.
func samePerson(a, b *item) int {
	x, y := a.label.sound, b.label.sound
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	s := x[len(x)-1].Like(y[len(y)-1])
	if s < 0.8 {
		return -1
	}
	if len(x) == 1 || len(y) == 1 {
		return int(10 * s)
	}
	g := given(x[0], y[0])
	if g < 0.75 {
		return -1
	}
	return int(20 * s * g)
}

// given compares first given names; middle ones may differ or be missing.
func given(x, y alike.Word) float64 {
	a, b := x.Form(), y.Form()
	switch {
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return 0.85
		}
		return 0
	case strings.HasPrefix(a, b) && len(b) >= 3, strings.HasPrefix(b, a) && len(a) >= 3:
		return 0.9
	}
	return x.Like(y)
}
