package lexicon

import "strings"

// A Leader is a head of state or government, as the World Factbook of May 2026
// lists all of them.
type Leader struct {
	Country CountryKey
	Office  string // in small letters: "president", "prime minister"
	Given   string // given names as listed; may be empty
	Since   string // first day in office, ISO 8601
}

// Leaders returns the heads of state and government of that family name, in
// the order of the table. Endings of transliterated names may differ
// ("-sky", "-skyy", "-skiy").
func (l *Lexicon) Leaders(family string) []Leader { return l.leaders[leaderKey(family)] }

func leaderKey(family string) string {
	return strings.TrimRight(strings.ToLower(Fold(family)), "yij")
}

func (l *Lexicon) loadLeaders() error {
	l.leaders = map[string][]Leader{}
	return eachRow("leaders.tsv", 5, func(row []string) error {
		key := leaderKey(row[0])
		l.leaders[key] = append(l.leaders[key], Leader{CountryKey(row[1]), row[2], row[3], row[4]})
		return nil
	})
}
