package resolve

// A matcher compares the items of one type.
type matcher struct {
	weight  func(it *item) int         // items of more weight are placed first
	keys    func(it *item) []string    // items without a key in common are not compared
	compare func(a, b *item, t *tally) // what speaks for a and b being one
	enough  int                        // the score from which on they are
	exact   func(it *item) bool        // its name alone says who it is
	unique  func(it *item) bool        // it joins a group only if no other fits as well
}

var matchers = map[string]matcher{
	"Person":       {personWeight, personKeys, comparePeople, 8, isFull, isShort},
	"Country":      {flat, bodyKeys, compareBodies, 4, never, never},
	"Place":        {flat, bodyKeys, compareBodies, 4, never, never},
	"Organization": {nameLength, bodyKeys, compareBodies, 4, never, never},
	"Delegation":   {flat, delegationKeys, compareDelegations, 4, never, never},
	"Meeting":      {thingWeight, meetingKeys, compareMeetings, 5, never, never},
	"Proposal":     {thingWeight, proposalKeys, compareProposals, 4, never, never},
	"Statement":    {flat, textKeys, compareTexts, 1, never, never},
}

// matcherOf returns the matcher of a type; that of bodies for types that have
// none of their own.
func matcherOf(typ string) matcher {
	if m, ok := matchers[typ]; ok {
		return m
	}
	return matcher{flat, bodyKeys, compareBodies, 4, never, never}
}

func flat(*item) int   { return 0 }
func never(*item) bool { return false }

// nameLength places longer names first.
func nameLength(it *item) int { return len(it.label.words) }

func textKeys(it *item) []string { return []string{it.Text} }

// compareTexts joins the copies of a statement.
func compareTexts(a, b *item, t *tally) {
	if a.Text == "" || a.Text != b.Text || a.Name != b.Name {
		t.no("other words")
		return
	}
	t.add(1, "the same words")
}
