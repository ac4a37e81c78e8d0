package lexicon

import (
	"sort"
	"strings"
)

// Heads returns, for the tables of nouns that rules speak of, the words by
// which their phrases hang in a tree: "minister" for "prime minister",
// "secretary" for "secretary of state". The words of each are sorted.
func (l *Lexicon) Heads() (map[string][]string, error) {
	files := map[string]string{"office": "offices.tsv"}
	for k, name := range map[Kind]string{Rank: "rank", Kinship: "kinship", OrganizationHead: "organization", Delegation: "delegation", Meeting: "meeting", Proposal: "proposal", Event: "event"} {
		files[name] = kindFiles[k]
	}
	out := make(map[string][]string, len(files))
	for name, file := range files {
		heads, err := headsOf(file)
		if err != nil {
			return nil, err
		}
		out[name] = heads
	}
	return out, nil
}

func headsOf(file string) ([]string, error) {
	seen := map[string]bool{}
	err := eachRow(file, 2, func(row []string) error {
		seen[head(strings.ToLower(row[0]))] = true
		return nil
	})
	out := make([]string, 0, len(seen))
	for h := range seen {
		out = append(out, h)
	}
	sort.Strings(out)
	return out, err
}

// head returns the head word of a noun phrase: the last before "of" or its
// like, and before "-in-" where hyphens part the words.
func head(phrase string) string {
	for _, cut := range []string{" of ", " for ", " in ", " to ", "-in-", "-of-"} {
		phrase, _, _ = strings.Cut(phrase, cut)
	}
	return phrase[strings.LastIndexAny(phrase, " -")+1:]
}
