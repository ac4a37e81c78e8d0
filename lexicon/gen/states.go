package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kg/lexicon"
)

// states holds the two tables of states and how to find a state's key.
type states struct {
	rows  map[string]string // key -> name, status
	names map[string]string // form -> key, uses
	keys  map[string]string // folded small-letter name -> key
	books []book
}

// A book is an entry of the World Factbook.
type book struct {
	Code          string
	Short         string
	Long          string
	Abbreviation  string
	Capital       string
	Noun          string `json:"nationality_noun"`
	Adjective     string `json:"nationality_adjective"`
	Organizations string
	Legislature   string
	Parties       string
	Chief         string `json:"chief_of_state"`
	Government    string `json:"head_of_government"`
	key           string
}

// factbookKeys gives the ISO key of entries whose name is not the CLDR one.
var factbookKeys = map[string]string{
	"cf": "CG", "cg": "CD", "ct": "CF", "ae": "AE", "fm": "FM", "sh": "SH", "io": "IO", "dr": "DO",
	"bm": "MM", "ks": "KR", "kn": "KP", "vt": "VA", "tu": "TR", "uk": "GB", "hk": "HK", "mc": "MO",
	"gz": "PS", "we": "PS", "fk": "FK", "vq": "VI", "rn": "MF", "fs": "TF", "tt": "TL", "cv": "CV",
}

// notTerritories are CLDR codes that are groups, reserved or pseudo.
var notTerritories = []string{"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "CT", "DD", "AN"}

// readStates joins CLDR's territory names with the World Factbook.
func readStates(lists string) (*states, error) {
	s := &states{rows: map[string]string{}, names: map[string]string{}, keys: map[string]string{}}
	if err := s.readCLDR(filepath.Join(lists, "cldr-en", "territories.json")); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(lists, "factbook-2026.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &s.books); err != nil {
		return nil, fmt.Errorf("factbook-2026.json: %w", err)
	}
	for i := range s.books {
		s.addBook(&s.books[i])
	}
	return s, nil
}

func (s *states) readCLDR(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var cldr struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	if err := json.Unmarshal(data, &cldr); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	names := cldr.Main.En.LocaleDisplayNames.Territories
	for _, code := range slices.Sorted(maps.Keys(names)) {
		key, alt, _ := strings.Cut(code, "-")
		if len(key) != 2 || key[0] < 'A' || slices.Contains(notTerritories, key) {
			continue
		}
		if alt == "" {
			s.rows[key] = plainName(names[code]) + "\tterritory"
		}
		s.name(names[code], key, "name")
		s.name(plainName(names[code]), key, "name")
	}
	return nil
}

var parenthesis = regexp.MustCompile(`\s*\([^)]*\)`)

// plainName gives a CLDR name as running text has it.
func plainName(s string) string {
	s = parenthesis.ReplaceAllString(s, "")
	s = strings.ReplaceAll(s, " & ", " and ")
	s = strings.ReplaceAll(s, "’", "'")
	switch s {
	case "Myanmar":
		return "Myanmar"
	case "Congo - Kinshasa":
		return "Democratic Republic of the Congo"
	case "Congo - Brazzaville":
		return "Republic of the Congo"
	case "Hong Kong SAR China":
		return "Hong Kong"
	case "Macao SAR China":
		return "Macau"
	case "Türkiye":
		return "Turkey"
	case "Palestinian Territories":
		return "Palestine"
	}
	return strings.Replace(s, "St. ", "Saint ", 1)
}

// name records one form of a state's name with its use.
func (s *states) name(form, key, use string) {
	form = lexicon.Fold(strings.TrimSpace(form))
	if form == "" || strings.ContainsAny(form, ";()[]") {
		return
	}
	if use == "name" {
		if _, ok := s.keys[strings.ToLower(form)]; !ok {
			s.keys[strings.ToLower(form)] = key
		}
	}
	old, ok := s.names[form]
	if !ok {
		s.names[form] = key + "\t" + use
		return
	}
	if k, uses, _ := strings.Cut(old, "\t"); k == key && !slices.Contains(strings.Split(uses, ","), use) {
		s.names[form] = key + "\t" + uses + "," + use
	}
}

// key returns the key of the state called name.
func (s *states) key(name string) string {
	name = strings.ToLower(lexicon.Fold(name))
	if k, ok := s.keys[name]; ok {
		return k
	}
	return s.keys[strings.TrimPrefix(name, "the ")]
}

// addBook adds names, people and capital of a Factbook entry.
func (s *states) addBook(b *book) {
	b.key = factbookKeys[b.Code]
	if b.key == "" {
		b.key = s.key(b.Short)
	}
	if b.key == "" {
		return
	}
	if regexp.MustCompile(`\bUN\b`).MatchString(b.Organizations) || b.key == "TW" || b.key == "PS" || b.key == "VA" {
		s.rows[b.key] = strings.TrimSuffix(s.rows[b.key], "territory") + "state"
	}
	if b.Code == "gz" || b.Code == "we" {
		return
	}
	if !strings.ContainsAny(b.Short, ",(") {
		s.name(strings.TrimPrefix(b.Short, "The "), b.key, "name")
	}
	long, _, _ := strings.Cut(b.Long, ";")
	s.name(long, b.key, "name")
	if a := b.Abbreviation; len(a) >= 3 && len(a) <= 5 && strings.ToUpper(a) == a {
		s.name(a, b.key, "name")
	}
	s.people(b)
	capital, _, _ := strings.Cut(b.Capital, "(")
	capital, _, _ = strings.Cut(capital, ";")
	capital, _, _ = strings.Cut(capital, ",")
	if len(capital) < 30 && capital != "" && capital[0] <= 'Z' {
		s.name(capital, b.key, "capital")
	}
}

// people adds adjective, demonym and its plural.
func (s *states) people(b *book) {
	if b.Code == "hk" || b.Code == "mc" || b.Code == "sb" || b.Code == "ks" || b.Code == "kn" || b.Code == "tw" {
		return // their own names stand in the hand-made table
	}
	for _, a := range alternatives(b.Adjective) {
		s.name(a, b.key, "adjective")
	}
	for _, n := range alternatives(b.Noun) {
		one, regular := strings.CutSuffix(n, "(s)")
		switch {
		case strings.ContainsAny(one, "("):
		case regular:
			s.name(one, b.key, "person")
			s.name(one+"s", b.key, "people")
		default:
			s.name(one, b.key, "person")
			s.name(one, b.key, "people")
		}
	}
}

var note = regexp.MustCompile(`\s*\((singular|plural|collective|colloquial|US |also)[^)]*\)|;.*`)

// alternatives splits "Saudi or Saudi Arabian" and "Croat(s), Croatian(s)".
func alternatives(s string) []string {
	s = note.ReplaceAllString(s, "")
	var out []string
	for _, p := range regexp.MustCompile(`\s+or\s+|,\s*(?:or\s+)?`).Split(s, -1) {
		p = strings.TrimSpace(p)
		if len(p) > 2 && p[0] >= 'A' && p[0] <= 'Z' && p != "NA" && !strings.Contains(p, "/") {
			out = append(out, p)
		}
	}
	return out
}
