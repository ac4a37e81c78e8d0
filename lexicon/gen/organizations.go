package main

import (
	"regexp"
	"strings"

	"kg/lexicon"
)

// organizations returns WordNet's named groups and the Factbook's parties and
// parliaments: name -> acronyms, kind, country key.
func organizations(w *wordnet, s *states) map[string]string {
	out := map[string]string{}
	for _, g := range w.groups {
		if _, state := s.names[g]; !state && strings.Contains(g, " ") && g[0] >= 'A' && g[0] <= 'Z' {
			out[g] = "-\tgroup\t-"
		}
	}
	for _, b := range s.books {
		if b.key == "" {
			continue
		}
		for _, m := range party.FindAllStringSubmatch(strings.ReplaceAll(b.Parties, "\u00a0", " "), -1) {
			if _, state := s.names[m[2]]; state {
				m[2] = "-"
			}
			add(out, m[1], m[2], "party", b.key)
		}
		english, local, ok := strings.Cut(strings.TrimSuffix(b.Legislature, ")"), " (")
		add(out, english, "-", "parliament", b.key)
		if ok {
			add(out, local, "-", "parliament", b.key)
		}
	}
	return out
}

// party matches "Action Party for Development or PAD" where the next party
// follows without a space, and any parenthesis before "or".
var party = regexp.MustCompile(`((?:\p{Lu}[\p{L}'’-]+ )(?:[\p{L}'’-]+ ){0,6}?)(?:\([^)]*\) )?or ([A-Z][A-Z-]{1,6})(?:\p{Lu}\p{Ll}|[ ;,]|$)`)

func add(out map[string]string, name, acronym, kind, key string) {
	name = lexicon.Fold(strings.TrimSpace(name))
	if len(name) < 5 || len(name) > 70 || strings.ContainsAny(name, ";:,[") || kind == "party" && !strings.Contains(name, " ") {
		return
	}
	if len(acronym) < 3 {
		acronym = "-" // too many things have two letters
	}
	if old, ok := out[name]; ok && !strings.HasSuffix(old, "\t"+key) {
		key = "-" // several states have one
	}
	out[name] = acronym + "\t" + kind + "\t" + key
}
