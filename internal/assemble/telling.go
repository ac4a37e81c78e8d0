package assemble

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/graph"
)

// described are the types whose nodes articles mostly describe, not name.
var described = map[string]bool{"Meeting": true, "Proposal": true, "Delegation": true, "Event": true}

// isVague reports whether nothing tells a node from others of its kind: "a
// deal", "concrete proposals", "the leaders' discussions". It is left out if no
// edge joins it to anything. What has a date, a number or a name of its own
// stays, and so does every person, body and place.
func isVague(n *graph.Node) bool {
	return described[n.Type] && n.Date == "" && !slices.ContainsFunc(n.Aliases, telling)
}

// telling reports whether a form is a name, of which every word but small ones
// has a capital, has a number, or is definite and names something: "the
// meeting of the Small Group".
func telling(form string) bool {
	capitals, plain := 0, 0
	for _, w := range strings.Fields(form) {
		switch r, _ := utf8.DecodeRuneInString(w); {
		case strings.ContainsFunc(w, unicode.IsDigit):
			return true
		case unicode.IsUpper(r) && !definite(w):
			capitals++
		case len(w) > 3:
			plain++
		}
	}
	first, _, _ := strings.Cut(form, " ")
	return capitals > 1 && plain == 0 || capitals > 0 && definite(first)
}

// definite reports whether a phrase that begins with this word speaks of
// something known.
func definite(word string) bool {
	switch word = strings.ToLower(word); word {
	case "the", "this", "that", "these", "those":
		return true
	}
	return strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s")
}
