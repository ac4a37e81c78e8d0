package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/alike"
	"kg/lexicon"
)

// A name is one form of an entity, as words that are compared.
type name struct {
	words []string     // folded, in small letters, without articles, honorifics and punctuation
	full  bool         // as written it looks like a name: it has capitals
	title bool         // it is written like a title: two words or more, all with capitals but small ones
	sound []alike.Word // of a label: the words with what they are compared by
	key   string       // the words joined by spaces
	first string       // the initials of a name of three words or more; empty for shorter ones
	short string       // an acronym: the letters, in small letters; empty if it is none
}

// words returns the words of a form: folded, in small letters, without
// articles, possessive endings and punctuation.
func words(form string) []string {
	form = strings.ToLower(lexicon.Fold(form))
	form = undotted(strings.ReplaceAll(form, "'s", ""))
	f := strings.FieldsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := f[:0]
	for i, w := range f {
		if to, ok := spellings[w]; ok {
			w = to
		}
		if d, ok := figures[w]; ok && i+1 < len(f) && counted[f[i+1]] {
			w = d
		}
		if !articles[w] {
			out = append(out, w)
		}
	}
	return out
}

// figures are the numbers that are written in letters, and counted what they
// count in the names of plans: "a nine-point plan" is a 9-point one.
var (
	figures = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
		"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30"}
	counted = map[string]bool{"point": true, "points": true, "page": true, "step": true, "stage": true, "phase": true, "part": true, "item": true, "article": true, "day": true, "week": true, "month": true, "year": true}
)

// undotted leaves out the points between single letters: "u.n." is "un".
func undotted(form string) string {
	if !strings.Contains(form, ".") {
		return form
	}
	f := strings.Fields(form)
	for i, w := range f {
		parts := strings.Split(w, ".")
		if len(parts) > 2 && !slices.ContainsFunc(parts[:len(parts)-1], func(p string) bool { return len(p) != 1 }) {
			f[i] = strings.Join(parts, "")
		}
	}
	return strings.Join(f, " ")
}

// ordinals count the rounds of meetings and the drafts of proposals.
var ordinals = map[string]bool{"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true}

var articles = map[string]bool{"the": true, "a": true, "an": true}

// spellings are the British and American forms of words in names.
var spellings = map[string]string{"defense": "defence", "labor": "labour", "organization": "organisation", "center": "centre", "theater": "theatre", "program": "programme"}

// A parsed is what the names of an item tell, by themselves: items of the same
// names share one, so it is not changed once it is made.
type parsed struct {
	label    *name    // the name: one of names, or a name without words
	names    []name   // the forms
	bodies   []string // of an organization: the bodies of the lexicon that its forms name, sorted
	words    []string // of a description: all words of its forms, sorted
	numbers  []string // the numbers in its forms, sorted
	ordinals []string // the ordinals in its forms, sorted
}

// parse reads the names of an item of a type.
func parse(typ, main string, aliases []string) *parsed {
	list := forms(main, aliases)
	p := &parsed{label: &name{}, names: make([]name, 0, len(list))} // label stays where it is
	seen := map[string]bool{}
	for _, form := range list {
		n := name{words: words(form), full: hasUpper(form), title: isTitle(form)}
		if len(n.words) == 0 {
			continue
		}
		n.key, n.first = strings.Join(n.words, " "), initials(n.words)
		if s := strings.ReplaceAll(form, ".", ""); len(n.words) == 1 && len(s) >= 2 && strings.ToUpper(s) == s {
			n.short = strings.ToLower(s)
		}
		if typ == "Organization" && p.against(&n) {
			n.full, n.short = false, ""
		} else if typ == "Organization" {
			p.body(form, &n)
		}
		if form == main {
			for _, w := range n.words {
				n.sound = append(n.sound, alike.NewWord(w))
			}
		}
		p.names = append(p.names, n)
		if form == main {
			p.label = &p.names[len(p.names)-1]
		}
		p.tell(n.words, seen)
	}
	slices.Sort(p.words)
	slices.Sort(p.numbers)
	slices.Sort(p.ordinals)
	p.bodies = sorted(p.bodies)
	return p
}

// tell adds words that were not seen yet to those that tell things apart.
func (p *parsed) tell(words []string, seen map[string]bool) {
	for _, w := range words {
		if seen[w] {
			continue
		}
		seen[w] = true
		if isNumber(w) {
			p.numbers = append(p.numbers, w)
			continue
		}
		if ordinals[w] {
			p.ordinals = append(p.ordinals, w)
		}
		p.words = append(p.words, w)
	}
}

// against reports whether a form is a name within the name of another body,
// after words of its own: RFA is not the name of the Coalition against RFA.
func (p *parsed) against(n *name) bool {
	all := p.label.words
	return len(all) > 2 && n.short != "" && all[0] != n.key && slices.Contains(all, n.key)
}

// body keeps the body of the lexicon that a form names, leaves out the legal
// form of a firm, and makes one of the singular and plural of a movement's name.
func (p *parsed) body(form string, n *name) {
	if lex, err := lexicon.Load(); err == nil && n.full {
		for _, a := range leading {
			form = strings.TrimPrefix(form, a)
		}
		if b, ok := lex.Body(undotted(form)); ok {
			p.bodies = append(p.bodies, "body "+b)
		}
	}
	if rest := alike.WithoutLegalForm(n.words); n.full && len(rest) < len(n.words) && !ordinary(rest) {
		n.words, n.key, n.first = rest, strings.Join(rest, " "), initials(rest)
	}
	if len(n.words) == 1 && len(n.key) > 5 && strings.HasSuffix(n.key, "s") && !strings.HasSuffix(n.key, "ss") {
		n.key = strings.TrimSuffix(n.key, "s")
	}
}

var leading = []string{"the ", "The "}

// isTitle reports whether a form has two words or more, all with capitals but
// small ones.
func isTitle(form string) bool {
	capitals := 0
	for _, w := range strings.Fields(form) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !small[w] && !articles[w] && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals > 1
}

// initials returns the first letters of a name of three words or more, small
// ones left out; empty for shorter names.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !small[w] {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

var small = map[string]bool{"of": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true}

// forms returns a name and its aliases, the name first.
func forms(main string, aliases []string) []string {
	out := make([]string, 1, 1+len(aliases))
	out[0] = main
	for _, a := range aliases {
		if a != main {
			out = append(out, a)
		}
	}
	return out
}

// hasUpper reports whether s has capitals other than those of a first word
// that any sentence may begin with: an article, or the only capital of several
// words.
func hasUpper(s string) bool {
	first, rest, several := strings.Cut(s, " ")
	if several && (articles[strings.ToLower(first)] || strings.ToLower(rest) == rest && lower[strings.ToLower(first)]) {
		s = rest
	}
	return strings.ToLower(s) != s
}

// lower are words that begin descriptions, not names.
var lower = map[string]bool{"this": true, "these": true, "that": true, "those": true, "his": true, "her": true, "its": true, "their": true, "our": true,
	"both": true, "all": true, "many": true, "some": true, "several": true, "other": true, "new": true, "local": true, "national": true, "regional": true, "central": true, "foreign": true}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
