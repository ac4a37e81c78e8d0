package mention

import (
	"slices"
	"strings"
)

// pair adds a mention that stands for several named before: "both sides", "the
// two ministers", "the three countries". It reports whether the description is
// one.
func (d *description) pair() bool {
	n := d.fold()
	if n == 0 || len(d.sides()) > 0 {
		return false
	}
	typ := d.pairType()
	if typ == "" {
		return false
	}
	m := blank(d.s, d.first, d.last, d.head)
	m.Type, m.Kind, m.pair = typ, Described, n
	m.Name = d.reading.surface(d.s, d.first, d.last)
	d.reading.add(m)
	return true
}

// couple adds a mention that stands for persons or countries named before: "the
// two", "all three", without a noun, and "the pair". It reports whether the word
// carries one.
func (r *reading) couple(s, w int) bool {
	t := r.trees[s]
	if w == 0 || !t.Is(w, "nsubj", "obj", "obl", "nmod", "nmod:poss") {
		return false
	}
	form, before := strings.ToLower(r.word(s, w).Form), strings.ToLower(r.word(s, w-1).Form)
	n := counted[form]
	if n == 0 && before == "the" && len(t.By(w, "nmod", "amod", "compound", "appos")) == 0 {
		n = pairNouns[form]
	}
	if n == 0 || before != "the" && (before != "all" || n < 3) {
		return false
	}
	m := blank(s, w-1, w+1, w)
	m.Type, m.Kind, m.pair = Person, Described, n
	m.Name = r.surface(s, w-1, w+1)
	r.add(m)
	return true
}

// counted are the numbers of those that a description may stand for, pairNouns
// nouns that say as much by themselves.
var (
	counted   = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5}
	pairNouns = map[string]int{"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
)

// fold returns how many the phrase stands for, by "both", "the two", "all
// three", "neither" and the like; 0 if it is no such phrase.
func (d *description) fold() int {
	for w := max(0, d.first-1); w < d.head; w++ {
		form, before := strings.ToLower(d.tree.Word(w).Form), ""
		if w > 0 {
			before = strings.ToLower(d.tree.Word(w - 1).Form)
		}
		switch {
		case form == "both" && d.plural:
			return 2
		case (form == "neither" || form == "either") && !d.plural:
			return 2
		case counted[form] > 0 && d.plural && (before == "the" || before == "all" && counted[form] > 2):
			return counted[form]
		}
	}
	return 0
}

// pairType returns the type of what the noun stands for.
func (d *description) pairType() string {
	switch d.lemma {
	case "side", "delegation", "team", "party":
		return Delegation
	case "country", "nation", "state", "capital", "government", "neighbour", "neighbor", "army", "military", "navy", "republic", "kingdom":
		return Country
	case "company", "firm", "union", "bank", "group":
		return Organization
	}
	if class, kin, ok := d.lex.title(d.lemma, d.tree.Word(d.head).Form); ok && class != "" || kin || d.lemma == "man" || d.lemma == "woman" {
		return Person
	}
	return ""
}

// pair refers a description of several to the last row of as many of its kind,
// or else two to the last two entities of its type; sides are countries where
// there are no delegations, or else bodies.
func (g *grouping) pair(i int) {
	m := &g.ms[i]
	n, kinds := m.pair, append([]string{m.Type}, pairInstead[m.Type]...)
	rows := kinds
	if m.Type == Delegation {
		rows = append(slices.Clone(kinds), Organization)
	}
	if row := g.rowOf(i, n, rows); row != nil {
		m.Type = ""
		g.referAll(i, row)
		return
	}
	if n != 2 {
		return
	}
	for _, want := range kinds {
		if two := g.lastTwo(i, want); len(two) == 2 {
			g.ms[i].Type = ""
			g.referAll(i, []int{two[1], two[0]})
			return
		}
	}
}

var pairInstead = map[string][]string{Delegation: {Country}, Person: {Country}}

// rowOf returns the members of the nearest row before mention i that has n of
// one of the types; nil if there is none near.
func (g *grouping) rowOf(i, n int, types []string) []int {
	m := &g.ms[i]
	for s := m.Sentence; s >= max(0, m.Sentence-maxDistance); s-- {
		for k := i - 1; k >= 0 && g.ms[k].Sentence >= s; k-- {
			a := &g.ms[k]
			if a.Sentence != s || a.Entity < 0 || a.Kind == Pronoun || a.Kind == Demonym && a.Type != Country || g.trees[s].Is(a.Head, "conj") {
				continue
			}
			if row := g.rowAt(k, i, n); row != nil && slices.Contains(types, a.Type) && (a.Type != m.Type || !slices.ContainsFunc(row, func(x int) bool { return !g.fits(i, g.ms[x].Entity) })) {
				return row
			}
		}
	}
	return nil
}

// rowAt returns the n entities of one type coordinated with mention k, itself
// first, all before mention i; nil if there are fewer or more.
func (g *grouping) rowAt(k, i, n int) []int {
	a := &g.ms[k]
	row := []int{k}
	for _, c := range g.trees[a.Sentence].Conjuncts(a.Head)[1:] {
		x := g.found(a.Sentence, c)
		if x < 0 || x >= i || g.ms[x].Entity < 0 || g.ms[x].Type != a.Type || slices.ContainsFunc(row, func(y int) bool { return g.ms[y].Entity == g.ms[x].Entity }) {
			continue
		}
		row = append(row, x)
	}
	if len(row) != n {
		return nil
	}
	return row
}

// fits reports whether the entity of a person is called by an office of the
// class that the noun of mention i has; any will do for a noun of no class.
func (g *grouping) fits(i, entity int) bool {
	m := &g.ms[i]
	lemma := g.lower(m.Sentence, m.Head)
	class, kin, ok := g.lex.title(lemma, g.word(m.Sentence, m.Head).Form)
	if m.Type != Person || !ok || kin || class == "" {
		return true
	}
	untitled := true
	for _, k := range g.es[entity].Mentions {
		for _, t := range g.ms[k].Titles {
			untitled = untitled && t.Text == ""
			if t.Class == class || t.Class == "counterpart" || lemma == "leader" && t.Class == "head" || strings.Contains(strings.ToLower(t.Text), lemma) {
				return true
			}
		}
	}
	return lemma == "leader" && untitled
}

// lastTwo returns the last mentions before i of two entities of the type.
func (g *grouping) lastTwo(i int, typ string) []int {
	var out []int
	for k := i - 1; k >= 0 && len(out) < 2 && g.ms[k].Sentence >= g.ms[i].Sentence-maxDistance; k-- {
		m := &g.ms[k]
		if m.Type != typ || m.Entity < 0 || len(out) == 1 && g.ms[out[0]].Entity == m.Entity || typ == g.ms[i].Type && !g.fits(i, m.Entity) {
			continue
		}
		out = append(out, k)
	}
	return out
}
