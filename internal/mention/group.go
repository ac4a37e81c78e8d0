package mention

import (
	"slices"
	"sort"
	"strings"

	"kg/lexicon"
)

// An entity is one thing of the document while its mentions are gathered.
type entity struct {
	Entity
	tokens   []string // of a name: folded, in small letters
	owner    string   // of a group or body: the country's key or the name of whose it is
	lean     float64  // of a person: logarithm of the odds of being male
	sexSure  bool     // a title or a listed name tells the sex
	asked    bool     // it is known whether it may be a person
	personal bool     // it may be one; see mayBePerson
	features features // of a meeting or proposal
}

// group gathers the mentions into entities: names first, over the whole
// document, then descriptions and pronouns in the order of the text.
func (r *reading) group() []Entity {
	g := &grouping{reading: r}
	g.named()
	for _, x := range g.es {
		if x.Type == Person || g.mayBePerson(x) {
			g.sexOf(x)
		}
	}
	g.describe()
	g.postponed()
	g.count()
	return g.finish()
}

// A grouping is the entities of one document while they are made.
type grouping struct {
	*reading
	es      []*entity
	pending []int // bare descriptions that nothing before them explains
	first   int   // one more than the entity of the first person named; 0 if not looked for yet
}

// join makes mention i one of entity e.
func (g *grouping) join(i, e int) {
	m := &g.ms[i]
	m.Entity = e
	g.es[e].Mentions = append(g.es[e].Mentions, i)
	g.es[e].Aliases = append(g.es[e].Aliases, m.Forms...)
}

// start makes an entity of mention i and returns it.
func (g *grouping) start(i int) int {
	m := &g.ms[i]
	g.es = append(g.es, &entity{Entity: Entity{Type: m.Type, Name: m.Name, Key: m.nation.key}})
	e := len(g.es) - 1
	g.join(i, e)
	return e
}

// named groups the names. Longer ones come first, so that a short one finds
// the full one wherever it stands.
func (g *grouping) named() {
	var order []int
	for i := range g.ms {
		if g.ms[i].Kind == Named || g.ms[i].Kind == Demonym {
			order = append(order, i)
		}
	}
	tokensOf := make(map[int][]string, len(order))
	for _, i := range order {
		tokensOf[i] = nameTokens(g.ms[i].Name)
	}
	sort.SliceStable(order, func(a, b int) bool { return len(tokensOf[order[a]]) > len(tokensOf[order[b]]) })
	for _, i := range order {
		tokens := tokensOf[i]
		e := g.sameName(i, tokens)
		if e < 0 {
			e = g.start(i)
			g.es[e].tokens = tokens
		} else {
			g.join(i, e)
		}
	}
}

// sameName returns the entity that the name of mention i names, or -1.
func (g *grouping) sameName(i int, tokens []string) int {
	m := &g.ms[i]
	if e := g.bracketed(m); e >= 0 {
		return e
	}
	best, at := -1, -1
	for e, x := range g.es {
		if x.Type != m.Type || x.Key != m.nation.key {
			continue
		}
		if x.Key != "" || slices.Equal(x.tokens, tokens) {
			return e
		}
		if !g.shortFor(m, tokens, x) {
			continue
		}
		if near := g.nearest(e, i); best < 0 || near > at {
			best, at = e, near
		}
	}
	return best
}

// bracketed returns the entity of the body beside whose name a short one stands
// in brackets: "Baltic Council (BC)" or "BC (Baltic Council)"; -1 if none does.
func (g *grouping) bracketed(m *Mention) int {
	if m.Type != Organization || m.End-m.First > 1 {
		return -1
	}
	words := g.sents[m.Sentence].Words
	k := -1
	switch {
	case m.First > 1 && opens(words[m.First-1].Form):
		k = g.taken[m.Sentence][m.First-2]
	case m.End+1 < len(words) && opens(words[m.End].Form):
		k = g.taken[m.Sentence][m.End+1]
	}
	if k < 0 || g.ms[k].Type != Organization || g.ms[k].Entity < 0 {
		return -1
	}
	return g.ms[k].Entity
}

func opens(form string) bool { return form == "(" || form == "[" }

// nearest returns how near an entity was last named before mention i; those
// named only after it are the farther the later.
func (g *grouping) nearest(e, i int) int {
	near := -1 << 30
	for _, k := range g.es[e].Mentions {
		if k <= i {
			near = max(near, k)
		} else {
			near = max(near, -k)
		}
	}
	return near
}

// shortFor reports whether the tokens of m are a shorter name of x.
func (g *grouping) shortFor(m *Mention, tokens []string, x *entity) bool {
	if len(tokens) == 0 || len(tokens) > len(x.tokens) {
		return false
	}
	switch m.Type {
	case Person:
		return shortPerson(tokens, x.tokens)
	case Organization:
		return g.shortOrganization(m.Name, tokens, x)
	case Meeting, Proposal:
		return false
	}
	return false
}

// shortPerson reports whether a is a part of the full name b: its surname, its
// given name, or the same with middle names left out or initials for names.
func shortPerson(a, b []string) bool {
	n, k := len(b), len(a)
	switch {
	case k == 1 && n > 1:
		return a[0] == b[n-1] || a[0] == b[0] && len(a[0]) > 1
	case k == n:
		return a[n-1] == b[n-1] && (initial(a[0], b[0]) || initial(b[0], a[0])) && n > 1
	case slices.Equal(a, b[n-k:]):
		return true // "Al Mannai"
	}
	return k > 1 && a[k-1] == b[n-1] && (a[0] == b[0] || initial(a[0], b[0]))
}

// initial reports whether a is an initial of b.
func initial(a, b string) bool {
	return len(strings.TrimSuffix(a, ".")) == 1 && strings.HasPrefix(b, strings.TrimSuffix(a, "."))
}

// shortOrganization reports whether a is an acronym of x's name, or the name
// without what comes before its last words or after its first.
func (g *grouping) shortOrganization(name string, a []string, x *entity) bool {
	if len(a) == 1 && acronymOf(name, x.tokens) {
		return true
	}
	if o, ok := g.lex.Organization(name); ok {
		if p, ok := g.lex.Organization(x.Name); ok && o.Name == p.Name {
			return true
		}
	}
	n, k := len(x.tokens), len(a)
	if k < n && slices.Equal(a, x.tokens[n-k:]) {
		return !slices.ContainsFunc(x.tokens[:n-k], preposition) // "the State Department", not "Ona" for the Friends of Ona
	}
	if of := slices.IndexFunc(x.tokens, preposition); of >= k && slices.Equal(a, x.tokens[of-k:of]) {
		return g.bodyNoun(a[k-1]) // "the Court", "the High Court", of the "Lima High Court of Appeal"
	}
	if sameWords(a, x.tokens) || g.ordered(a, x.tokens) {
		return true // "Department of Defence", "Defence Department"
	}
	if k < n && slices.Equal(a, x.tokens[:k]) {
		if o, ok := g.lex.Organization(name); ok && o.Acronym {
			return false // "the UN" is not its council
		}
		if x.tokens[k] == "of" || x.tokens[k] == "for" || x.tokens[k] == "to" {
			_, head := g.lex.Noun(lexicon.OrganizationHead, a[k-1])
			return head
		}
		_, ok := g.lex.Noun(lexicon.CompanySuffix, x.tokens[k])
		_, head := g.lex.Noun(lexicon.OrganizationHead, x.tokens[n-1])
		return ok || head
	}
	return false
}

// preposition reports whether what follows the word in a body's name is what
// the body is for or against, or of.
func preposition(word string) bool { return prepositions[word] }

var prepositions = map[string]bool{"of": true, "for": true, "to": true, "against": true, "in": true, "on": true, "with": true, "without": true, "from": true, "at": true}

// ordered reports whether a says in its own order what b, with a word or two
// more, says with a preposition: "Save Ona Alliance", the Grand Alliance to
// Save Ona. Three words in common are wanted, the last of them the noun for the
// body.
func (g *grouping) ordered(a, b []string) bool {
	x, y := mainWords(a), mainWords(b)
	if len(x) < 3 || len(y) > len(x)+2 || slices.ContainsFunc(a, preposition) == slices.ContainsFunc(b, preposition) {
		return false
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return g.bodyNoun(a[len(a)-1])
}

// kindWord returns the word of a body's name that says what it is: the last one
// before a preposition; empty for no name.
func kindWord(tokens []string) string {
	if of := slices.IndexFunc(tokens, preposition); of > 0 {
		tokens = tokens[:of]
	}
	if len(tokens) == 0 {
		return ""
	}
	return tokens[len(tokens)-1]
}

// bodyNoun reports whether a word is a noun for bodies.
func (g *grouping) bodyNoun(word string) bool {
	_, head := g.lex.Noun(lexicon.OrganizationHead, word)
	return head || kinds[word]
}

// sameWords reports whether a and b have the same words but for small ones and
// order.
func sameWords(a, b []string) bool { return slices.Equal(mainWords(a), mainWords(b)) }

func mainWords(list []string) []string {
	var out []string
	for _, w := range list {
		if !smallWords[w] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// acronymOf reports whether name is made of the first letters of the tokens,
// small words left out or not.
func acronymOf(name string, tokens []string) bool {
	letters := strings.ToLower(strings.ReplaceAll(name, ".", ""))
	if len(letters) < 2 || len(tokens) < 2 || strings.ToUpper(name) != name && len(letters) < 4 {
		return false
	}
	var all, main strings.Builder
	for _, t := range tokens {
		all.WriteByte(t[0])
		if !smallWords[t] {
			main.WriteByte(t[0])
		}
	}
	return letters == all.String() || letters == main.String()
}

var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true, "&": true}

// nameTokens returns the words of a name, folded, in small letters and without
// articles and possessive endings.
func nameTokens(name string) []string {
	name = strings.ToLower(lexicon.Fold(name))
	name = spellings.Replace(name)
	f := strings.Fields(strings.TrimSuffix(strings.TrimSuffix(name, "."), "'s"))
	for len(f) > 1 && (f[0] == "the" || f[0] == "a" || f[0] == "an") {
		f = f[1:]
	}
	return f
}

// spellings makes one of the ways in which a name is written: without
// punctuation, with the article of Arabic names apart, in British spelling.
var spellings = strings.NewReplacer("'s ", " ", "al-", "al ", "el-", "el ", "(", " ", ")", " ", ",", " ", ". ", " ", "defense", "defence", "organisation", "organization", "labour", "labor")

// finish names the entities, sorts them by their first mention and returns
// them.
func (g *grouping) finish() []Entity {
	live := g.es[:0]
	for _, e := range g.es {
		switch {
		case e.Type == unsure:
			for _, i := range e.Mentions {
				g.ms[i].dropped, g.ms[i].Entity = true, -1
			}
		case len(e.Mentions) > 0:
			sort.Ints(e.Mentions)
			live = append(live, e)
		}
	}
	g.es = live
	slices.SortStableFunc(g.es, func(a, b *entity) int { return a.Mentions[0] - b.Mentions[0] })
	g.bareForms()
	out := make([]Entity, len(g.es))
	for n, e := range g.es {
		for _, i := range e.Mentions {
			g.ms[i].Entity = n
		}
		e.Name = g.best(e)
		if e.Type == Place {
			e.Name = lowered(e.Name)
		}
		e.Occasion = g.occasion(e)
		e.Aliases = append(e.Aliases, e.Name)
		slices.Sort(e.Aliases)
		e.Aliases = slices.Compact(e.Aliases)
		out[n] = e.Entity
	}
	return out
}

// occasion returns the noun for a meeting of which only verbs tell; empty for
// any other entity.
func (g *grouping) occasion(e *entity) string {
	for _, i := range e.Mentions {
		if m := &g.ms[i]; m.Kind != Acted && m.Kind != Pronoun {
			return ""
		}
	}
	switch {
	case e.Type != Meeting:
		return ""
	case e.features.call:
		return "call"
	}
	return "meeting"
}

// bareForms adds the head noun alone to the forms of descriptions, where no
// other entity of the type is called by it.
func (g *grouping) bareForms() {
	owner := map[string]int{}
	for n, e := range g.es {
		for _, i := range e.Mentions {
			if m := &g.ms[i]; m.bare != "" {
				key := e.Type + " " + strings.ToLower(m.bare)
				if o, ok := owner[key]; ok && o != n {
					owner[key] = -1
				} else if !ok {
					owner[key] = n
				}
			}
		}
	}
	for n, e := range g.es {
		for _, i := range e.Mentions {
			if m := &g.ms[i]; m.bare != "" && owner[e.Type+" "+strings.ToLower(m.bare)] == n {
				e.Aliases = append(e.Aliases, m.bare)
			}
		}
	}
}

// best returns the name of an entity: the fullest name, or the description
// that says most in few words.
func (g *grouping) best(e *entity) string {
	if e.Key != "" {
		if n := g.lex.CountryName(lexicon.CountryKey(strings.TrimPrefix(e.Key, "country:"))); n != "" {
			for _, i := range e.Mentions {
				if lexicon.Fold(g.ms[i].Name) == lexicon.Fold(n) {
					return g.ms[i].Name
				}
			}
		}
	}
	best, rank := "", -1<<30
	for _, i := range e.Mentions {
		m := &g.ms[i]
		if m.pair > 0 {
			continue
		}
		r := 0
		switch {
		case m.Kind == Named && (e.Type == Person || e.Type == Organization):
			r = 1000 + len(nameTokens(m.Name))
		case m.Kind == Named:
			r = 1000
		case m.Kind == Described && !m.generic:
			r = 100 - abs(len(strings.Fields(m.Name))-3)
		case m.Kind == Described:
			r = 10
		}
		if r > rank {
			best, rank = m.Name, r
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
