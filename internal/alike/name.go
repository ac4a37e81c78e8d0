package alike

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"

	"kg/lexicon"
)

// A name is a name made comparable.
type name struct {
	words   []Word
	numbers []string // the numbers in it, sorted: "2" of "the second", "4" of "Fund IV"
	legal   string   // the class of a company's legal form; empty if it has none or any
	acronym string   // the letters, if the name is one word in capitals
	bones   bool     // it was written in a script of consonants: only those are compared
	signs   bool     // it was written in signs for syllables, of which each one counts
}

// A Word is a word of a name as it is compared.
type Word struct {
	form   string // in small ASCII letters
	plain  string // with the letter groups of transliterations made plain
	weight float64
}

// NewWord makes a word in small ASCII letters comparable.
func NewWord(form string) Word { return Word{form: form, plain: plain(form), weight: 1} }

// Form returns the word.
func (w Word) Form() string { return w.form }

// parse makes a name comparable: in ASCII, surname last, without honorifics,
// articles and legal forms, numbers apart.
func parse(kind Kind, s string) name {
	n := name{bones: strings.ContainsFunc(s, consonantal)}
	n.signs = strings.ContainsFunc(s, syllabic)
	s = latin(s)
	if kind == Person {
		s = surnameLast(s)
	}
	fields := split(s)
	if kind == Body {
		fields, n.legal = cutLegal(fields)
	}
	for _, f := range fields {
		if d, ok := number(f); ok && (kind == Body || len(f) > 1 || f[0] <= '9') {
			n.numbers = append(n.numbers, d)
		} else if w := weigh(kind, f); w > 0 {
			n.words = append(n.words, Word{f, plain(f), w})
		}
	}
	slices.Sort(n.numbers)
	if letters := strings.ReplaceAll(s, ".", ""); len(fields) == 1 && len(letters) >= 2 && len(letters) <= 8 && strings.ToUpper(letters) == letters {
		n.acronym = strings.ToLower(letters)
	}
	return n
}

// latin writes a name in ASCII: diacritics left out, other scripts
// transliterated letter by letter.
func latin(s string) string { return unidecode.Unidecode(lexicon.Fold(s)) }

// consonantal reports whether a letter is of a script that leaves vowels out.
func consonantal(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }

// syllabic reports whether a letter stands for a syllable or word.
func syllabic(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hangul) }

// surnameLast turns "Gil, Ana" into "Ana Gil".
func surnameLast(s string) string {
	if last, first, ok := strings.Cut(s, ","); ok && !strings.Contains(first, ",") {
		return first + " " + last
	}
	return s
}

// split returns the words of a name in small letters: a point ends a word
// only where more than a letter stands before it, an apostrophe never does,
// and neighbouring letters with points are one word: "S.A." is "sa".
func split(s string) []string {
	s = strings.NewReplacer("'", "", "`", "", "’", "", "&", " and ").Replace(possessive(s))
	var out []string
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' }) {
		for _, w := range points(f) {
			w = strings.ToLower(w)
			if to, ok := spellings[w]; ok {
				w = to
			}
			out = append(out, w)
		}
	}
	return out
}

// possessive leaves out the endings "'s" of words: "Lund's" is "Lund".
func possessive(s string) string {
	return strings.NewReplacer("'s ", " ", "’s ", " ").Replace(s)
}

// points splits a field at its points, unless they part single letters.
func points(f string) []string {
	parts := strings.FieldsFunc(f, func(r rune) bool { return r == '.' })
	longest := 0
	for _, p := range parts {
		longest = max(longest, len(p))
	}
	if len(parts) > 1 && longest <= 2 {
		return []string{strings.Join(parts, "")}
	}
	return parts
}

// weigh returns what a word counts: nothing for articles and honorifics,
// little for particles and initials.
func weigh(kind Kind, w string) float64 {
	switch {
	case kind == Person && len(w) == 1:
		return 0.5
	case small[w], kind == Person && honorific[w]:
		return 0
	case kind == Person && particles[w], general[w]:
		return 0.2
	}
	return 1
}

// joined returns the words without spaces.
func (n *name) joined() string {
	var b strings.Builder
	for _, w := range n.words {
		b.WriteString(w.form)
	}
	return b.String()
}

// initials returns the first letters of a name of three words or more.
func (n *name) initials() string {
	if len(n.words) < 3 {
		return ""
	}
	var b strings.Builder
	for _, w := range n.words {
		b.WriteByte(w.form[0])
	}
	return b.String()
}

// single reports whether the name is of one word.
func (n *name) single() bool { return len(n.words) == 1 }

// number returns the value of a word that is a number, in figures, letters or
// Roman: "2", "two", "second" and "ii" are "2".
func number(w string) (string, bool) {
	if w[0] >= '0' && w[0] <= '9' {
		return strings.TrimRight(w, "stndrh"), true
	}
	d, ok := numbers[w]
	return d, ok
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	small     = set("the a an of and for in on to y et und der die das le la les del della dos des")
	particles = set("al el ul bin ibn ben bint abu ibni van von de di da du dos den der ter ten ould")
	honorific = set("mr mrs ms miss dr prof professor sir lord lady dame sheikh shaikh sheik hon president king queen prince princess prasident general gen col colonel haji hajji mullah imam ayatollah")
	general   = set("company co group holding holdings corporation international")
	spellings = map[string]string{"defense": "defence", "labor": "labour", "organization": "organisation", "center": "centre", "ibn": "bin", "ben": "bin", "intl": "international", "st": "saint", "us": "unitedstates", "uk": "unitedkingdom"}
	numbers   = map[string]string{"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
		"xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
)
