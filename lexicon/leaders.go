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

// headOffices are the offices of heads of state, and the words by which the
// table calls those who hold them. Heads of government are not among them: the
// table does not have all.
var headOffices = map[string][]string{
	"president": {"president"},
	"king":      {"king"}, "queen": {"king", "queen"}, "emperor": {"emperor"}, "sultan": {"sultan"}, "emir": {"amir", "emir"},
}

// MayHave reports whether the state may have an office of that name: false
// only for offices of heads of state that it does not have.
func (l *Lexicon) MayHave(state CountryKey, office string) bool {
	words, head := headOffices[strings.ToLower(office)]
	if !head || len(l.heads[state]) == 0 {
		return true
	}
	for _, have := range l.heads[state] {
		for _, w := range words {
			if strings.Contains(have, w) {
				return true
			}
		}
	}
	return false
}

func leaderKey(family string) string {
	return strings.TrimRight(strings.ToLower(Fold(family)), "yij")
}

func (l *Lexicon) loadLeaders() error {
	l.leaders, l.heads = map[string][]Leader{}, map[CountryKey][]string{}
	return eachRow("leaders.tsv", 5, func(row []string) error {
		key := leaderKey(row[0])
		l.leaders[key] = append(l.leaders[key], Leader{CountryKey(row[1]), row[2], row[3], row[4]})
		l.heads[CountryKey(row[1])] = append(l.heads[CountryKey(row[1])], row[2])
		return nil
	})
}
