package resolve

import (
	"slices"
	"strings"

	"kg/internal/alike"
	"kg/lexicon"
)

// bodyKeys are the key of a country, or what a body or place may be found by:
// its telling names, its letters where it is an acronym, the body of the
// lexicon that it is, and of a body its kind with its country or its people.
func bodyKeys(it *item) []string {
	if it.Key != "" {
		return []string{it.Key}
	}
	out := slices.Clone(it.bodies)
	for i := range it.names {
		n := &it.names[i]
		if !it.telling(n) {
			continue
		}
		out = append(out, n.key)
		if it.typ == "Organization" {
			out = append(out, n.first)
			if len(n.words) > 1 {
				out = append(out, "~ "+alike.Skeleton(strings.Join(n.words, "")))
			}
		}
	}
	if it.typ == "Organization" {
		out = append(append(out, it.offices()...), it.reordered())
	}
	return slices.DeleteFunc(out, func(k string) bool { return k == "" })
}

// offices are the kind of a body with its country and with each of its people.
func (it *item) offices() (out []string) {
	if len(it.label.words) == 0 {
		return nil
	}
	kind := it.kind()
	if it.land != "" {
		out = append(out, kind+" of "+it.land)
	}
	for _, p := range prefixed(it.near, "Person ") {
		out = append(out, kind+" with "+p)
	}
	return out
}

// reordered is the key of a name of three main words or more, in whatever order
// these stand: what the body is, and the longest of the others.
func (it *item) reordered() string {
	tasks := it.tasks()
	if len(tasks) < 2 || !it.label.full {
		return ""
	}
	longest := slices.MaxFunc(tasks, func(a, b string) int { return len(a) - len(b) })
	return it.kind() + " for " + longest
}

// sameTasks reports whether the one name says with a preposition what the other
// says in its own order: "Free Orlund Coalition", Grand Coalition to Free
// Orlund. It may leave one word out.
func sameTasks(a, b *item) bool {
	x, y := a.tasks(), b.tasks()
	if !a.label.full || !b.label.full || len(x) < 2 || len(y) < 2 || a.kind() != b.kind() || (ofIndex(a.label.words) > 0) == (ofIndex(b.label.words) > 0) {
		return false
	}
	n := common(x, y)
	return n == min(len(x), len(y)) && max(len(x), len(y)) <= n+1
}

// ofIndex returns where the first preposition stands in a name, -1 if it has
// none.
func ofIndex(words []string) int {
	return slices.IndexFunc(words, func(w string) bool { return small[w] && w != "and" && w != "de" && w != "la" || w == "against" })
}

// kind returns the word that says what a body is: the last of its name, or the
// one before a preposition. The words for those who govern a country are one.
func (it *item) kind() string {
	all := it.label.words
	w := all[len(all)-1]
	if of := ofIndex(all); of > 0 && of < len(all)-1 {
		w = all[of-1]
	}
	if governments[w] {
		return "government"
	}
	return w
}

// tasks returns the words of a body's name that say what it is for, sorted:
// "foreign" of the foreign ministry and of the Ministry of Foreign Affairs.
func (it *item) tasks() []string {
	var out []string
	for _, w := range it.label.words {
		if w != it.kind() && w != "affairs" && !small[w] {
			out = append(out, w)
		}
	}
	return sorted(out)
}

var governments = map[string]bool{"government": true, "administration": true, "cabinet": true}

// telling reports whether a name says which of its kind the body is: it has
// capitals, or is the item's only name.
func (it *item) telling(n *name) bool {
	return n.full && (len(n.words) > 1 || it.typ == "Place" || n.short != "" || it.label.key == n.key) || len(it.names) == 1 && len(n.words) > 1
}

// compareBodies compares two bodies or places: they are one if they share a
// telling name and nothing says that they belong to different countries.
func compareBodies(a, b *item, t *tally) {
	switch {
	case a.Key != b.Key:
		t.no("other keys", a.Key, b.Key)
	case a.Key != "":
		t.add(10, "the same key", a.Key)
	case a.Side != "" && b.Side != "" && a.Side != b.Side:
		t.no("of other countries", a.Side, b.Side)
	case a.typ == "Organization" && disjoint(a.numbers, b.numbers):
		t.no("other numbers", a.Name, b.Name)
	case disjoint(a.heads, b.heads):
		t.no("of other people", a.Name, b.Name)
	case meet(a.bodies, b.bodies):
		t.add(10, "names of one body", a.Name, b.Name)
	default:
		compareNames(a, b, t)
	}
}

// compareNames compares bodies that no table knows. What is called by common
// words only, as every country has one, must be of the same country, or of
// articles of one story.
func compareNames(a, b *item, t *tally) {
	top, shared := nameLikeness(a, b)
	if top > 0 && a.typ == "Organization" && (a.general() || b.general()) && (a.land == "" || a.land != b.land) && a.story.compare(b.story) == other {
		t.no("one of many of that name", a.Name, b.Name)
		return
	}
	if top > 0 {
		t.add(top, "the name", shared)
		return
	}
	if a.typ == "Organization" && sameTasks(a, b) {
		t.add(4, "the same words in another order", a.Name, b.Name)
	} else if a.typ == "Organization" {
		compareOffices(a, b, t)
	}
}

// nameLikeness returns 4 and more for two items that share a telling name, with
// that name; more for longer names.
func nameLikeness(a, b *item) (top int, shared string) {
	for i := range a.names {
		for j := range b.names {
			x, y := &a.names[i], &b.names[j]
			s := 0
			switch {
			case a.telling(x) && b.telling(y) && x.key == y.key:
				s = 4 + len(x.words)
			case x.short != "" && x.short == y.first || y.short != "" && y.short == x.first:
				s = 5
			case a.typ == "Organization" && len(x.words) > 1 && len(y.words) > 1 && x.full && y.full && a.telling(x) && b.telling(y) && misspelt(x, y):
				s = 4
			}
			if s > top {
				top, shared = s, x.key
			}
		}
	}
	return top, shared
}

// misspelt reports whether two names differ in spelling only.
func misspelt(x, y *name) bool {
	if len(x.words) != len(y.words) || len(x.key) < 8 || x.key == y.key {
		return false
	}
	for i, w := range x.words {
		if v := y.words[i]; w != v && alike.NewWord(w).Like(alike.NewWord(v)) < 0.8 {
			return false
		}
	}
	return true
}

// compareOffices compares bodies of a kind by their country and their people:
// "the national security council" and the National Security and Defence
// Council with the same secretary, "her cabinet" and the Peruvian government.
func compareOffices(a, b *item, t *tally) {
	if len(a.label.words) == 0 || len(b.label.words) == 0 || a.kind() != b.kind() {
		return
	}
	government := a.kind() == "government" && a.land != "" && a.land == b.land
	within := subset(a.label.words, b.label.words) || subset(b.label.words, a.label.words) || len(a.tasks()) > 0 && slices.Equal(a.tasks(), b.tasks())
	switch {
	case !government && !within:
		return
	case a.land != "" && a.land == b.land:
		t.add(3, "a body of this kind of one country", a.land)
	case len(prefixed(a.near, "Person ")) > 0 && meet(prefixed(a.near, "Person "), prefixed(b.near, "Person ")):
		t.add(3, "a body of this kind with the same people")
	}
	if t.score > 0 && a.story.compare(b.story) != other {
		t.add(2, "articles of one story")
	}
}

// subset reports whether all words of a are words of b, apart from those of a
// country.
func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 1
}

// general reports whether the name of a body is made of words that others have
// too, and is of no country: "Supreme Court", "foreign ministry".
func (it *item) general() bool { return ordinary(it.label.words) }

// ordinary reports whether all words of a name are common ones.
func ordinary(words []string) bool {
	lex, err := lexicon.Load()
	if err != nil || len(words) == 0 {
		return false
	}
	for _, w := range words {
		_, head := lex.Noun(lexicon.OrganizationHead, w)
		_, modifier := lex.OfficeModifier(w)
		if !head && !modifier && !small[w] && lex.Common(w) == lexicon.Unlisted {
			return false
		}
	}
	return true
}

// slip reports whether two items of one document are one after all: the type
// of one was mistaken, or its name misspelt.
func slip(a, b *item) bool {
	t := tally{}
	switch {
	case a.typ == "Person" && (a.typ != a.Type || b.typ != b.Type):
		comparePeople(a, b, &t)
		return !t.out && t.score >= 10
	case a.typ == "Organization":
		return a.label.full && b.label.full && len(a.label.words) > 1 && misspelt(a.label, b.label)
	case a.typ == "Proposal":
		compareProposals(a, b, &t)
		return !t.out && (version(a) > 0 && version(b) > 0 || sameWords(a, b))
	}
	return false
}

// delegationKeys are the side of a delegation, or its names.
func delegationKeys(it *item) []string {
	if it.Side != "" {
		return []string{it.Side}
	}
	return bodyKeys(it)
}

// compareDelegations joins those who stand for one side in one story.
func compareDelegations(a, b *item, t *tally) {
	story := a.story.compare(b.story)
	switch {
	case a.Side != b.Side:
		t.no("other sides", a.Side, b.Side)
	case story == other && !meet(prefixed(a.near, "Person "), prefixed(b.near, "Person ")):
		t.no("articles of other stories")
	case a.Side != "":
		t.add(5, "the same side", a.Side)
	default:
		compareBodies(a, b, t)
	}
}
