package ner

import (
	"slices"
	"strings"

	"kg/internal/nlp"
	"kg/lexicon"
)

// coordinate lets a sure name lend its kind to one that "and" ties to it.
func coordinate(words []nlp.Word, all []candidate) {
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		if b.first != a.end+1 {
			continue
		}
		switch words[a.end].Form {
		case "and", "or", "nor":
			lend(a, b)
			lend(b, a)
		}
	}
}

const (
	lent   = 1.5 // evidence that a coordinated name lends
	lender = 4   // margin it must have
)

func lend(from, to *candidate) {
	k := from.best()
	for o := range kinds {
		if o != k && from.weight[k]-from.weight[o] < lender {
			return
		}
	}
	to.weight[k] += lent
}

// agree lets the mentions of one name in a document share their evidence: the
// family name of a person named in full, an acronym and what it stands for,
// the words of a headline and of the text below. It returns the candidates in
// the order of the text, with those that only their like elsewhere shows.
func agree(lines []line, all []candidate) []candidate {
	a := agreement{lines: lines, all: all, families: map[string]bool{}, forenames: map[string]bool{}, known: map[string]weights{}}
	a.acronyms()
	a.persons()
	a.share()
	a.headlines()
	a.recover()
	slices.SortStableFunc(a.all, func(x, y candidate) int {
		if x.line != y.line {
			return x.line - y.line
		}
		return x.first - y.first
	})
	return a.all
}

type weights = [kinds]float64

// An agreement is what the candidates of a document know of each other.
type agreement struct {
	lines     []line
	all       []candidate
	families  map[string]bool    // last words of persons named in full
	forenames map[string]bool    // their first words
	known     map[string]weights // names of running text with their evidence
}

// forms returns the words of a candidate as written.
func (a *agreement) forms(c *candidate) []string {
	var out []string
	for _, w := range a.lines[c.line].words[c.first:c.end] {
		out = append(out, w.Form)
	}
	return out
}

// acronyms ties "National Grain Board (NGB)" together: both are the same, and
// an organization if nothing speaks against it.
func (a *agreement) acronyms() {
	for i := 1; i < len(a.all); i++ {
		long, short := &a.all[i-1], &a.all[i]
		words := a.lines[short.line].words
		if long.line != short.line || short.first != long.end+1 || words[long.end].Form != "(" || short.end-short.first != 1 || !abbreviates(words[short.first].Form, a.forms(long)) {
			continue
		}
		long.weight[organization] += acronymWeight
		for k := range kinds {
			sum := long.weight[k] + short.weight[k]
			long.weight[k], short.weight[k] = sum, sum
		}
		short.vote = short.vote || long.vote
	}
}

// abbreviates reports whether short is made of first letters of forms, in
// their order, beginning with the first.
func abbreviates(short string, forms []string) bool {
	if len(short) < 2 || len(forms) < 2 || !isUpper(short) || forms[0][0] != short[0] {
		return false
	}
	n := 0
	for _, f := range forms {
		if n < len(short) && strings.ToUpper(f[:1]) == short[n:n+1] {
			n++
		}
	}
	return n == len(short) || n >= 3 && n >= len(short)-1
}

const (
	acronymWeight  = 3   // of an acronym for the organization it stands for
	familyWeight   = 5   // of the last word of a person's full name
	forenameWeight = 2   // of the first one
	loneWeight     = 0.7 // against a person who is never named in full
	echo           = 0.5 // share of the evidence that a name's other mentions hear
	sure           = 1.5 // least evidence for a person's full name
)

// persons strengthens the parts of persons' full names that stand alone.
func (a *agreement) persons() {
	for i := range a.all {
		c := &a.all[i]
		if c.headline || c.end-c.first < 2 || c.best() != person || c.weight[person] < sure {
			continue
		}
		f := a.forms(c)
		a.families[f[len(f)-1]] = true
		for k := len(f) - 2; k > 0 && particles[f[k]]; k-- {
			a.families[a.key(c.line, c.first+k, c.end)] = true
		}
		a.forenames[f[0]] = true
	}
	for i := range a.all {
		c := &a.all[i]
		if c.end-c.first != 1 {
			continue
		}
		switch {
		case a.families[c.key]:
			c.weight[person] += familyWeight
			c.vote = true
			a.withParticles(c)
		case a.forenames[c.key]:
			c.weight[person] += forenameWeight
		default:
			c.weight[person] -= loneWeight
		}
	}
}

// withParticles extends a family name over the particles before it, which it
// has in the full name too: "van der Meer".
func (a *agreement) withParticles(c *candidate) {
	words := a.lines[c.line].words
	for i := c.first - 1; i >= 0 && particles[words[i].Form]; i-- {
		if key := a.key(c.line, i, c.end); a.families[key] {
			c.first, c.key = i, key
		}
	}
}

// share adds to each candidate a part of the evidence for its like.
func (a *agreement) share() {
	count, vote := map[string]int{}, map[string]bool{}
	for i := range a.all {
		c := &a.all[i]
		if c.headline {
			continue
		}
		sum := a.known[c.key]
		for k := range kinds {
			sum[k] += c.weight[k]
		}
		a.known[c.key] = sum
		count[c.key]++
		vote[c.key] = vote[c.key] || c.vote
	}
	for i := range a.all {
		c := &a.all[i]
		n := count[c.key]
		if n == 0 || n == 1 && !c.headline {
			continue
		}
		for k, w := range a.known[c.key] {
			if c.headline {
				c.weight[k] += w / float64(n)
			} else {
				c.weight[k] += echo * (w - c.weight[k])
			}
		}
		c.vote = c.vote || vote[c.key] && !c.plain
	}
	for key := range a.known {
		if !vote[key] {
			delete(a.known, key)
		}
	}
}

// headlines cuts candidates of headlines, where verbs have capitals too, down
// to names of the text: "Moreno Pushes" to "Moreno".
func (a *agreement) headlines() {
	for i := range a.all {
		c := &a.all[i]
		if _, ok := a.known[c.key]; !c.headline || ok || c.end-c.first < 2 {
			continue
		}
		words := a.lines[c.line].words
		for first := c.first; first < c.end; first++ {
			if n := a.longest(c.line, first, c.end); n > 0 {
				c.first, c.end, c.key = first, first+n, words[first].Form
				if n > 1 {
					c.key = a.key(c.line, first, first+n)
				}
				c.weight, c.vote = a.weightsOf(c.key), true
				break
			}
		}
	}
}

// longest returns how many words from first on, before end, are a known name.
func (a *agreement) longest(line, first, end int) int {
	for n := min(end-first, maxRun); n > 0; n-- {
		if key := a.key(line, first, first+n); a.isKnown(key) {
			return n
		}
	}
	return 0
}

// key returns the surface of some words of a line.
func (a *agreement) key(line, first, end int) string {
	words := a.lines[line].words
	if end == first+1 {
		return words[first].Form
	}
	return lexicon.Surface(words[first:end])
}

func (a *agreement) isKnown(key string) bool {
	_, ok := a.known[key]
	return ok || a.families[key]
}

// weightsOf returns the evidence for a known name.
func (a *agreement) weightsOf(key string) weights {
	if w, ok := a.known[key]; ok {
		return w
	}
	return weights{person: familyWeight}
}

// recover adds the mentions of known names that nothing else showed: capitals
// at the beginning of a sentence or in a headline.
func (a *agreement) recover() {
	at := 0
	own := len(a.all)
	for l := range a.lines {
		words := a.lines[l].words
		for i := 0; i < len(words); {
			for at < own && (a.all[at].line < l || a.all[at].line == l && a.all[at].end <= i) {
				at++
			}
			stop := len(words)
			if at < own && a.all[at].line == l {
				stop = a.all[at].first
			}
			if i >= stop {
				i = a.all[at].end
				continue
			}
			if !capital(words[i].Form) || function[words[i].UPOS] {
				i++
				continue
			}
			n := a.longest(l, i, stop)
			if n > 0 {
				key := a.key(l, i, i+n)
				a.all = append(a.all, candidate{line: l, first: i, end: i + n, key: key, weight: a.weightsOf(key), vote: true})
			}
			i += max(n, 1)
		}
	}
}
