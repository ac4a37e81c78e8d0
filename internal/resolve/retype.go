package resolve

import (
	"slices"
	"strings"

	"kg/lexicon"
)

// votes are the types as which documents know words, each with its weight.
//
// A name of one word gets the type that other documents know it by: a surname
// that one article takes for a body's is that of the person whose full name
// another gives. The type that an article found is evidence as well, and stays
// unless the others weigh more.
type votes map[string]ballot

// A ballot is the votes for one word, in the order of mistakable.
type ballot [len(mistakable)]int32

// count adds what the name of an item tells.
func (v votes) count(it *item) {
	w := it.label.words
	switch {
	case !it.label.full || len(w) == 0 || it.Key != "":
	case len(w) == 1:
		v.say(w[0], it.Type, 1)
	case it.Type == "Person":
		v.say(w[len(w)-1], it.Type, 2)
	case it.Type == "Organization":
		v.say(w[0], it.Type, 2)
	}
}

func (v votes) say(word, typ string, n int32) {
	if k := slices.Index(mistakable[:], typ); k >= 0 {
		b := v[word]
		b[k] += n
		v[word] = b
	}
}

// mistakable returns the only word of an item whose type may be another than
// its document found; empty for others. A place that the tables know has a "+"
// before it.
func (it *item) mistakable() string {
	if !slices.Contains(mistakable[:], it.Type) || !it.label.full || len(it.label.words) != 1 || it.Key != "" || it.label.short != "" {
		return ""
	}
	if it.Type == "Place" && isPlace(it.Name) {
		return "+" + it.label.words[0]
	}
	return it.label.words[0]
}

// typeOf returns the type as which an item of that type is compared, by what
// mistakable told of it.
func (v votes) typeOf(typ, word string) string {
	if word == "" {
		return typ
	}
	word, known := strings.CutPrefix(word, "+")
	count := v[word]
	if known {
		count[place] += 2
	}
	best := slices.Index(mistakable[:], typ)
	for k := range count {
		if count[k] > count[best]+1 {
			best = k
		}
	}
	return mistakable[best]
}

// mistakable are the types that an article may take for each other.
var mistakable = [...]string{"Person", "Organization", place: "Place"}

// place is where places stand among them.
const place = 2

// isPlace reports whether the tables know a city or region of that name.
func isPlace(name string) bool {
	lex, err := lexicon.Load()
	if err != nil {
		return false
	}
	_, city := lex.City(name)
	_, region := lex.Region(name)
	return city || region
}
