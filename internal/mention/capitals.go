package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortest is how many letters a word in capitals has at least that is no
// abbreviation.
const shortest = 4

// within are the words inside names of places that begin with a small letter.
var within = map[string]bool{"and": true, "da": true, "de": true, "del": true, "do": true, "dos": true, "of": true, "on": true, "the": true, "upon": true}

// lowered returns a name that is all in capitals, as datelines write those of
// places, with capitals at the beginning of its words alone: "SANTA CRUZ" is
// "Santa Cruz". A name of which no word is long may be an abbreviation, and
// stays as any other does.
func lowered(name string) string {
	if strings.ToUpper(name) != name || !hasCapital(name) || !slices.ContainsFunc(strings.Fields(name), isLong) {
		return name
	}
	words := strings.Split(strings.ToLower(name), " ")
	for i, w := range words {
		if i == 0 || !within[w] {
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}

// isLong reports whether a word has too many letters for an abbreviation.
func isLong(word string) bool {
	return utf8.RuneCountInString(word) >= shortest && !strings.Contains(word, ".")
}

// capitalised returns a word with a capital at its beginning and after each
// hyphen: "Port-Au-Prince".
func capitalised(word string) string {
	begins := true
	return strings.Map(func(r rune) rune {
		if begins {
			r = unicode.ToUpper(r)
		}
		begins = r == '-'
		return r
	}, word)
}
