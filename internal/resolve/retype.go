package resolve

import (
	"strings"

	"kg/lexicon"
)

// votes are the types as which documents know words, by word and type, each
// with its weight, and how many items of each type there are.
//
// A name of one word gets the type that other documents know it by: a surname
// that one article takes for a body's is that of the person whose full name
// another gives. The type that an article found is evidence as well, and stays
// unless the others weigh more.
type votes struct {
	words map[string]map[string]int
	types map[string]int
}

// count adds what the name of an item tells.
func (v *votes) count(it *item) {
	v.types[it.Type]++
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

func (v *votes) say(word, typ string, n int) {
	if v.words[word] == nil {
		v.words[word] = map[string]int{}
	}
	v.words[word][typ] += n
}

// mistakable returns the only word of an item whose type may be another than
// its document found; empty for others. A place that the tables know has a "+"
// before it.
func (it *item) mistakable() string {
	if !mistakable[it.Type] || !it.label.full || len(it.label.words) != 1 || it.Key != "" || it.label.short != "" {
		return ""
	}
	if it.Type == "Place" && isPlace(it.Name) {
		return "+" + it.label.words[0]
	}
	return it.label.words[0]
}

// typeOf returns the type as which an item of that type is compared, by what
// mistakable told of it.
func (v *votes) typeOf(typ, word string) string {
	if word == "" {
		return typ
	}
	word, known := strings.CutPrefix(word, "+")
	count := v.words[word]
	best := typ
	for _, t := range []string{"Person", "Organization", "Place"} {
		if v.weight(count, t, known) > v.weight(count, best, known)+1 {
			best = t
		}
	}
	return best
}

// weight returns what speaks for a type; for a place 2 more if the tables know
// it.
func (v *votes) weight(count map[string]int, typ string, known bool) int {
	if typ == "Place" && known {
		return count[typ] + 2
	}
	return count[typ]
}

// mistakable are the types that an article may take for each other.
var mistakable = map[string]bool{"Person": true, "Organization": true, "Place": true}

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
