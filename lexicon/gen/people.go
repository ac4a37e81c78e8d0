package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kg/lexicon"
)

// readPeople returns given names and surnames with a class: 2 for the popular
// names of a country, 1 for the other ones. Surnames that are also an English
// noun have a "w" after the class.
func readPeople(lists string, w *wordnet) (given, surnames map[string]string, err error) {
	given, surnames = map[string]string{}, map[string]string{}
	base := filepath.Join(lists, "names", "NameDatabases")
	popular := filepath.Join(lists, "popular-names-by-country")
	for _, in := range []struct {
		table map[string]string
		path  string
	}{
		{given, filepath.Join(base, "first names", "all.txt")},
		{given, filepath.Join(base, "first names", "us.txt")},
		{surnames, filepath.Join(base, "surnames", "us.txt")},
	} {
		data, err := os.ReadFile(in.path)
		if err != nil {
			return nil, nil, err
		}
		for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
			addPerson(in.table, line, "1", w)
		}
	}
	if err := addPopular(given, filepath.Join(popular, "common-forenames-by-country.csv"), 11, w); err != nil {
		return nil, nil, err
	}
	if err := addPopular(surnames, filepath.Join(popular, "common-surnames-by-country.csv"), 5, w); err != nil {
		return nil, nil, err
	}
	return given, surnames, nil
}

// addPopular adds the names of one column.
func addPopular(table map[string]string, path string, column int, w *wordnet) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range rows[1:] {
		addPerson(table, r[column], "2", w)
	}
	return nil
}

func addPerson(table map[string]string, name, class string, w *wordnet) {
	name = lexicon.Fold(strings.TrimSpace(name))
	if len(name) < 2 || strings.ContainsAny(name, " .,/()\t") || strings.ToLower(name) == name {
		return
	}
	for _, c := range name {
		if c >= 0x80 {
			return
		}
	}
	if w.common[strings.ToLower(name)] {
		class += "w"
	}
	table[name] = class
}
