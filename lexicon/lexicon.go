// Package lexicon turns words and phrases into what they may name or mean:
// states with their people and capitals, cities, regions, organizations,
// personal names, offices, and the classes of nouns and verbs that facts hang
// on. The tables are embedded; SOURCES.md says where each comes from. The only
// living people in it are the heads of state and government of all states.
//
// Names match with and without diacritics, in the casing of the table and in
// capitals throughout; nouns match in any casing.
package lexicon

import (
	"embed"
	"fmt"
	"sync"
)

// A Lexicon holds all tables. It is read-only and safe for concurrent use.
type Lexicon struct {
	countries map[CountryKey]country
	states    names[CountryUse]
	orgs      names[Organization]
	bodies    names[string] // the names of bodies by their other names
	regions   names[Region]
	cities    *sorted
	given     *sorted
	surnames  *sorted
	words     *sorted
	leaders   map[string][]Leader
	heads     map[CountryKey][]string // the offices of the heads of each state
	offices   phrases[Office]
	modifiers phrases[string]
	nouns     [kinds]phrases[string]
	any       phrases[KindClass] // all of nouns together
}

//go:embed tables/*.tsv
var files embed.FS

// Load returns the lexicon, which is built on the first call and shared by
// all. The large tables are searched where they lie; building the small ones
// takes a few milliseconds. An error names the table and line at fault.
func Load() (*Lexicon, error) { return load() }

var load = sync.OnceValues(build)

func build() (*Lexicon, error) {
	l := &Lexicon{countries: map[CountryKey]country{}}
	for _, step := range []func() error{l.loadCountries, l.loadRegions, l.loadOrganizations, l.loadBodies, l.loadPeople, l.loadLeaders, l.loadOffices, l.loadNouns} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// table returns the text of an embedded table.
func table(file string) (string, error) {
	b, err := files.ReadFile("tables/" + file)
	if err != nil {
		return "", fmt.Errorf("lexicon: %w", err)
	}
	return string(b), nil
}

// eachRow calls do with the fields of each row of a table that must have at
// least n of them.
func eachRow(file string, n int, do func(row []string) error) error {
	t, err := table(file)
	if err != nil {
		return err
	}
	for line, row := range rows(t) {
		if len(row) < n {
			return fmt.Errorf("lexicon/tables/%s:%d: %d fields, want %d", file, line, len(row), n)
		}
		if err := do(row); err != nil {
			return fmt.Errorf("lexicon/tables/%s:%d: %w", file, line, err)
		}
	}
	return nil
}
