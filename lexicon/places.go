package lexicon

import (
	"strings"

	"kg/internal/nlp"
)

// A City is one reading of a city's name.
type City struct {
	Country CountryKey // "-" where the source does not say
	Size    int        // 1 below 30,000 inhabitants, 2 below 100,000, 3 below 300,000, 4 below 1 million, 5 below 3 million, 6 above
}

// A Region is a part of the world that is neither a state nor a listed city.
type Region struct {
	Country CountryKey // "-" where it lies in several states or the source does not say
	Kind    string     // nation, region, city, venue, continent, sea, river; place and nature for those of WordNet
}

// Cities returns the largest cities of that name, at most three, the largest
// first; nil when there is none of 15,000 inhabitants.
func (l *Lexicon) Cities(name string) []City {
	line, ok := l.cities.find(Fold(name))
	if !ok {
		return nil
	}
	var out []City
	for r := range strings.SplitSeq(line, " ") {
		out = append(out, City{CountryKey(r[:len(r)-1]), int(r[len(r)-1] - '0')})
	}
	return out
}

// City returns the largest city of that name. It does not allocate.
func (l *Lexicon) City(name string) (City, bool) {
	line, ok := l.cities.find(Fold(name))
	if !ok {
		return City{}, false
	}
	first, _, _ := strings.Cut(line, " ")
	return City{CountryKey(first[:len(first)-1]), int(first[len(first)-1] - '0')}, true
}

// Region returns the region, continent, sea, river or landscape of that name.
func (l *Lexicon) Region(name string) (Region, bool) {
	if r := l.regions.find(name); r != nil {
		return r[0], true
	}
	return Region{}, false
}

// RegionAt looks for the longest region's name from the first of words on and
// returns its length in words, 0 if there is none.
func (l *Lexicon) RegionAt(words []nlp.Word) (Region, int) {
	r, n := longest(words, l.regions.find)
	if n == 0 {
		return Region{}, 0
	}
	return r[0], n
}

// CityAt looks for the longest city's name from the first of words on and
// returns its length in words, 0 if there is none.
func (l *Lexicon) CityAt(words []nlp.Word) (City, int) {
	for n := min(len(words), 4); n > 0; n-- {
		if c, ok := l.City(Surface(words[:n])); ok {
			return c, n
		}
	}
	return City{}, 0
}

func (l *Lexicon) loadRegions() error {
	cities, err := table("cities.tsv")
	if err != nil {
		return err
	}
	l.cities = newSorted(cities)
	l.regions = newNames[Region]()
	for _, file := range []string{"regions-more.tsv", "regions.tsv"} {
		err := eachRow(file, 3, func(row []string) error {
			l.regions.add(row[0], Region{CountryKey(row[1]), row[2]})
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
