package mention

import "strings"

// pair adds a mention that stands for two named before: "both sides", "the two
// ministers". It reports whether the description is one.
func (d *description) pair() bool {
	if !d.plural || len(d.sides()) > 0 || !d.twofold() {
		return false
	}
	typ := d.pairType()
	if typ == "" {
		return false
	}
	m := blank(d.s, d.first, d.last, d.head)
	m.Type, m.Kind, m.pair = typ, Described, true
	m.Name = d.reading.surface(d.s, d.first, d.last)
	d.reading.add(m)
	return true
}

// couple adds a mention that stands for two persons or countries named before:
// "the two", without a noun.
func (r *reading) couple(s, w int) {
	t := r.trees[s]
	if w == 0 || !strings.EqualFold(r.word(s, w).Form, "two") || !strings.EqualFold(r.word(s, w-1).Form, "the") || !t.Is(w, "nsubj", "obj", "obl", "nmod") {
		return
	}
	m := blank(s, w-1, w+1, w)
	m.Type, m.Kind, m.pair = Person, Described, true
	m.Name = r.surface(s, w-1, w+1)
	r.add(m)
}

// twofold reports whether "both" or "the two" stands before the noun.
func (d *description) twofold() bool {
	for w := max(0, d.first-1); w < d.head; w++ {
		switch strings.ToLower(d.tree.Word(w).Form) {
		case "both":
			return true
		case "two":
			return w > 0 && strings.EqualFold(d.tree.Word(w-1).Form, "the")
		}
	}
	return false
}

// pairType returns the type of what the noun stands for.
func (d *description) pairType() string {
	switch d.lemma {
	case "side", "delegation", "team", "party":
		return Delegation
	case "country", "nation", "state", "capital", "government", "neighbour", "neighbor":
		return Country
	case "company", "firm", "union", "bank", "group":
		return Organization
	}
	if class, kin, ok := d.lex.title(d.lemma, d.tree.Word(d.head).Form); ok && class != "" || kin || d.lemma == "man" || d.lemma == "woman" {
		return Person
	}
	return ""
}

// pair refers a pair to the last row of its kind, or to the last two entities
// of its type; sides are countries where there are no delegations.
func (g *grouping) pair(i int) {
	typ := g.ms[i].Type
	for _, want := range []string{typ, pairInstead[typ]} {
		if want == "" {
			continue
		}
		if two := g.lastTwo(i, want); len(two) == 2 {
			g.ms[i].Type = ""
			g.referAll(i, two)
			return
		}
	}
}

var pairInstead = map[string]string{Delegation: Country, Person: Country}

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
			if t.Class == class || lemma == "leader" && t.Class == "head" || strings.Contains(strings.ToLower(t.Text), lemma) {
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
