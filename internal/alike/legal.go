package alike

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed legal-forms.tsv
var legalForms string

// legal returns the classes of legal forms by their words; the longest form
// has five.
var legal = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(legalForms) {
		if form, class, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && form[0] != '#' {
			m[form] = class
		}
	}
	return m
})

const longestForm = 5

// cutLegal cuts the legal forms off both ends of a name of more words and
// returns the class of the first that has one.
func cutLegal(words []string) (rest []string, class string) {
	for {
		n, c, end := legalAt(words)
		if n == 0 || n == len(words) {
			return words, class
		}
		if end {
			words = words[:len(words)-n]
		} else {
			words = words[n:]
		}
		if class == "" && c != "any" {
			class = c
		}
	}
}

// WithoutLegalForm returns the words of a firm's name, in small letters, without
// the legal form behind them; the words themselves if there is none, or nothing
// else.
func WithoutLegalForm(words []string) []string {
	for {
		n, _, end := legalAt(words)
		if n == 0 || n == len(words) || !end {
			return words
		}
		words = words[:len(words)-n]
	}
}

// legalAt returns the longest legal form at an end of words, its class, and
// whether it is the right end.
func legalAt(words []string) (n int, class string, end bool) {
	for n := min(longestForm, len(words)); n > 0; n-- {
		if c, ok := legal()[strings.Join(words[len(words)-n:], " ")]; ok {
			return n, c, true
		}
		if c, ok := legal()[strings.Join(words[:n], " ")]; ok && slices.Contains(leading, c) {
			return n, c, false
		}
	}
	return 0, "", false
}

// leading are the classes of forms that may stand before a name.
var leading = []string{"limited", "stock"}
