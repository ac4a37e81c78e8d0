package mention

import (
	_ "embed" // the tables beside this file
	"math"
	"strings"

	"kg/lexicon"
)

//go:embed nouns.tsv
var nounTable string

//go:embed cues.tsv
var cueTable string

// A noun says what a common noun describes, and how much it takes for a
// phrase headed by it to count.
type noun struct {
	Type   string
	Weak   bool     // counts only with support from its modifiers or its verb
	Plural bool     // counts only in the plural
	Dated  bool     // counts only where a day owns it: "Friday's council"
	Folk   bool     // people who count, in the plural, where they take a stance
	With   []string // the words of which one must stand before it; nil for any
	Any    bool     // every phrase counts: what the schema says of its own types
}

// nouns maps a lemma to what it may describe, in the order of the table.
type nouns map[string][]noun

// readNouns returns the table and the lemmas that hold what follows "of".
func readNouns(table string) (nouns, map[string]bool) {
	out, holders := nouns{}, map[string]bool{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		if f[2] == "holds" {
			holders[f[0]] = true
			continue
		}
		n := noun{Type: f[1], Weak: f[2] == "weak", Plural: f[2] == "plural", Dated: f[2] == "dated", Folk: f[2] == "folk"}
		if with, ok := strings.CutPrefix(f[2], "with "); ok {
			n.With = strings.Fields(with)
		}
		out[f[0]] = append(out[f[0]], n)
	}
	return out, holders
}

// cues maps a use to the lemmas that serve it.
type cues map[string]map[string]bool

func readCues(table string) cues {
	out := cues{}
	for line := range strings.Lines(table) {
		use, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		out[use] = map[string]bool{}
		for _, w := range strings.Fields(list) {
			out[use][w] = true
		}
	}
	return out
}

// is reports whether the lemma serves the use.
func (c cues) is(use, lemma string) bool { return c[use][lemma] }

//go:embed genders.tsv
var genderTable string

// A dictionary answers what the package asks of the lexicon.
type dictionary struct {
	*lexicon.Lexicon
	given givenNames
}

// nation returns the country that text stands for, and how. Seats of
// government are bodies of their own.
func (d dictionary) nation(text string) (nation, bool) {
	key, use, ok := d.Country(text)
	n := nation{key: "country:" + string(key)}
	switch {
	case !ok, use.Has(lexicon.Seat):
		return nation{}, false
	case use.Has(lexicon.Name):
		n.how = byName
	case use.Has(lexicon.Capital):
		n.how = byCapital
	default:
		n.how = byDemonym
	}
	return n, true
}

// office reports the class of an office or calling.
func (d dictionary) office(lemma string) (class string, ok bool) {
	o, ok := d.Office(lemma)
	return o.Class, ok
}

// title reports the class of a word that says what a person is: an office, a
// rank, a kinship, or who is the same elsewhere ("counterpart").
func (d dictionary) title(lemma, form string) (class string, kin, ok bool) {
	if class, ok = d.Noun(lexicon.Kinship, lemma); ok {
		return class, true, true
	}
	if peers[lemma] {
		return "counterpart", false, true
	}
	if class, ok = d.office(lemma); ok {
		return class, false, true
	}
	if class, ok = d.Noun(lexicon.Rank, form); ok {
		return class, false, true
	}
	if class, ok = d.Noun(lexicon.Honorific, form); ok && capital(form) {
		return class, false, true
	}
	return "", false, false
}

// peers are nouns for the holder of the same office elsewhere.
var peers = map[string]bool{"counterpart": true, "colleague": true, "homologue": true, "opposite number": true}

// honorific reports whether the title is a mere form of address.
func (d dictionary) honorific(text string) bool {
	_, ok := d.Noun(lexicon.Honorific, text)
	_, office := d.office(text)
	return ok && !office
}

// modifier returns the class of a word that may stand before an office: past,
// present, deputy, rank, portfolio …; empty if it is none.
func (d dictionary) modifier(form string) string {
	class, _ := d.OfficeModifier(form)
	return class
}

// A gender is what a pronoun agrees with.
type gender uint8

const (
	unknown gender = iota
	female
	male
)

// A givenNames tells the sex of their bearers.
type givenNames struct {
	listed map[string]gender
	ending map[string][3]int // of the last one, two and three letters: how many are of each gender
}

// lean returns the logarithm of the odds that the bearer of a given name is
// male, negative for female, and whether the name is listed. Other names are
// judged by the longest ending that several listed ones share.
func (g *givenNames) lean(name string) (odds float64, listed bool) {
	n := strings.ToLower(lexicon.Fold(name))
	switch g.listed[n] {
	case male:
		return maxLean, true
	case female:
		return -maxLean, true
	}
	for k := min(3, len(n)); k > 0; k-- {
		if c := g.ending[n[len(n)-k:]]; c[male]+c[female] >= 3 {
			odds = math.Log((float64(c[male]) + 0.5) / (float64(c[female]) + 0.5))
			return max(-maxLean, min(maxLean, odds)), false
		}
	}
	return 0, false
}

// maxLean is the lean of a listed name.
const maxLean = 3

func readGivenNames(table string) givenNames {
	g := givenNames{map[string]gender{}, map[string][3]int{}}
	for line := range strings.Lines(table) {
		sex, list, _ := strings.Cut(strings.TrimSpace(line), "\t")
		of := map[string]gender{"f": female, "m": male}[sex]
		if of == unknown {
			continue
		}
		for _, n := range strings.Fields(list) {
			g.listed[n] = of
			for k := 1; k <= min(3, len(n)); k++ {
				c := g.ending[n[len(n)-k:]]
				c[of]++
				g.ending[n[len(n)-k:]] = c
			}
		}
	}
	return g
}
