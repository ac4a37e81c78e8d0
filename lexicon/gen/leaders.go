package main

import (
	"regexp"
	"strings"
	"time"

	"kg/lexicon"
)

// leader is one office holder as the World Factbook writes it: the office, the
// name with the family name in capitals, the day of taking office.
var leader = regexp.MustCompile(`^(?:represented by )?(.*?)\s*\(since (\d{1,2} \w+ \d{4})\)`)

// leaders lists the heads of state and government of all states: family name,
// key of the state, office, given names, first day in office.
func (s *states) leaders() map[string]string {
	rows := map[string]string{}
	for i := range s.books {
		b := &s.books[i]
		if b.key == "" || !strings.HasSuffix(s.rows[b.key], "state") {
			continue
		}
		for _, field := range []struct{ text, office string }{{b.Chief, "head of state"}, {b.Government, "prime minister"}} {
			for part := range strings.SplitSeq(field.text, "; ") {
				addLeader(rows, b.key, field.office, part)
			}
		}
	}
	return rows
}

func addLeader(rows map[string]string, key, office, text string) {
	m := leader.FindStringSubmatch(text)
	if m == nil {
		return
	}
	since := day(m[2])
	var family, given, title []string
	for _, w := range strings.Fields(m[1]) {
		w = strings.Trim(w, ",")
		switch {
		case isCapitals(w):
			family = append(family, capitalised(w))
		case titleWords[strings.ToLower(w)] && len(family) == 0 && len(given) == 0:
			title = append(title, strings.ToLower(w))
		case len(family)+len(given) < 4:
			given = append(given, w)
		}
	}
	if len(family) == 0 || since == "" {
		return
	}
	if len(title) > 0 {
		office = strings.Join(title, " ")
	}
	name := strings.Join(family, " ") + "\t" + key
	if _, ok := rows[name]; !ok {
		rows[name] = office + "\t" + strings.Join(given, " ") + "\t" + since
	}
}

var titleWords = map[string]bool{
	"president": true, "prime": true, "minister": true, "premier": true, "chancellor": true, "king": true, "queen": true, "emperor": true,
	"sultan": true, "amir": true, "emir": true, "prince": true, "grand": true, "duke": true, "pope": true, "chairman": true, "governor": true, "general": true,
	"interim": true, "acting": true, "supreme": true, "leader": true, "of": true, "the": true, "council": true, "ministers": true, "state": true, "affairs": true, "transitional": true,
}

func isCapitals(w string) bool {
	letters := strings.Map(func(r rune) rune {
		if r == '-' || r == '\'' || r == '’' || r == '.' {
			return -1
		}
		return r
	}, w)
	return len([]rune(letters)) > 1 && letters == strings.ToUpper(letters) && letters != strings.ToLower(letters) && strings.Trim(letters, "IVX") != ""
}

func capitalised(w string) string {
	parts := strings.Split(strings.ToLower(w), "-")
	for i, p := range parts {
		if r := []rune(p); len(r) > 0 {
			parts[i] = strings.ToUpper(string(r[0])) + string(r[1:])
		}
	}
	return lexicon.Fold(strings.Join(parts, "-"))
}

func day(s string) string {
	for _, layout := range []string{"2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
