package lexicon

import (
	"fmt"
	"strings"

	"kg/internal/nlp"
)

// A CountryKey names a state: its ISO 3166-1 alpha-2 code, for former states
// the ISO 3166-3 code, for de facto and older ones four letters of our own.
type CountryKey string

// A Use says how a form stands for a state; a form may have several.
type Use uint8

const (
	Name      Use = 1 << iota // Ukraine, U.S., Britain
	Adjective                 // Ukrainian, Dutch, British
	Person                    // one citizen: a Ukrainian, a Briton
	People                    // all of them: Ukrainians, the Dutch
	Capital                   // Kyiv, Washington
	Seat                      // what stands for the government: Kremlin, Downing Street
)

var useNames = map[string]Use{"name": Name, "adjective": Adjective, "person": Person, "people": People, "capital": Capital, "seat": Seat}

// Has reports whether u includes any use of v.
func (u Use) Has(v Use) bool { return u&v != 0 }

// A CountryUse is one reading of a form: the state and how the form stands
// for it.
type CountryUse struct {
	Key CountryKey
	Use Use
}

type country struct{ name, status string }

// Country returns the likeliest state that name stands for, and how: as its
// name, adjective, people, capital or seat of government.
func (l *Lexicon) Country(name string) (CountryKey, Use, bool) {
	r := l.states.find(name)
	if len(r) == 0 {
		return "", 0, false
	}
	return r[0].Key, r[0].Use, true
}

// Countries returns all readings of name as a state, the likeliest first:
// "Congo" has two. The slice must not be changed.
func (l *Lexicon) Countries(name string) []CountryUse { return l.states.find(name) }

// CountryAt looks for the longest run from the first of words on that stands
// for a state, and returns its length in words, 0 if there is none. A
// leading "the" does not belong to the name.
func (l *Lexicon) CountryAt(words []nlp.Word) (c CountryUse, n int) {
	r, n := longest(words, l.states.find)
	if n == 0 {
		return CountryUse{}, 0
	}
	return r[0], n
}

// CountryName returns the English name of a state, "" for an unknown key.
func (l *Lexicon) CountryName(key CountryKey) string { return l.countries[key].name }

// CountryStatus returns state, territory, disputed or former; "" for an
// unknown key.
func (l *Lexicon) CountryStatus(key CountryKey) string { return l.countries[key].status }

// loadCountries reads the hand-made tables first: their readings are the
// likelier ones, and "U.S." must come before any generated form.
func (l *Lexicon) loadCountries() error {
	l.states = newNames[CountryUse]()
	for _, file := range []string{"countries.tsv", "countries-more.tsv"} {
		err := eachRow(file, 3, func(row []string) error {
			l.countries[CountryKey(row[0])] = country{row[1], row[2]}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, file := range []string{"country-names-more.tsv", "country-names.tsv"} {
		if err := eachRow(file, 3, l.addCountryName); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lexicon) addCountryName(row []string) error {
	key := CountryKey(row[1])
	if _, ok := l.countries[key]; !ok {
		return fmt.Errorf("no country has the key %q", key)
	}
	var use Use
	for u := range strings.SplitSeq(row[2], ",") {
		if useNames[u] == 0 {
			return fmt.Errorf("no use is called %q", u)
		}
		use |= useNames[u]
	}
	old := l.states.exact[Fold(row[0])]
	for i := range old {
		if old[i].Key == key {
			old[i].Use |= use
			return nil
		}
	}
	l.states.add(row[0], CountryUse{key, use})
	return nil
}
