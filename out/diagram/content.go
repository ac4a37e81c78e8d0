package diagram

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// content is what a diagram shows, before it has a layout: cards, those of them
// that stand in boxes, and lines.
type content struct {
	view  *view
	cards []*card // sorted by ID
	at    map[string]*card
	lines []line // without what boxes and cards tell

	counted bool // lines say only how many relations they stand for
}

// A card is a node with what is written in it.
type card struct {
	node   *graph.Node
	typ    schema.Type
	home   *card   // in whose box it stands; nil for none
	guests []*card // who stands in its box, those on top first
	first  bool    // it stands on top of its box
	notes  []string
	list   []string // instead of notes: a row each
}

// newContent puts nodes into boxes and texts into nodes where the schema says
// so, unless all is to be shown as it is.
func newContent(v *view, o Options) *content {
	c := &content{view: v, at: map[string]*card{}, lines: v.lines}
	for i := range v.graph.Nodes() {
		n := &v.graph.Nodes()[i]
		t, _ := v.graph.Schema().Type(n.Type)
		k := &card{node: n, typ: t}
		c.cards, c.at[n.ID] = append(c.cards, k), k
	}
	c.versions()
	if o.All {
		return c
	}
	c.house()
	c.tell()
	return c
}

// shown counts the nodes whose names are in the diagram.
func (c *content) shown() int { return len(c.view.graph.Nodes()) }

func (c *content) relation(e *graph.Edge) schema.Relation {
	r, _ := c.view.graph.Schema().Relation(e.Relation)
	return r
}

// house finds the box of each card, those of boxes before those of the rest.
func (c *content) house() {
	order := slices.Clone(c.cards)
	slices.SortStableFunc(order, func(a, b *card) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	for _, k := range order {
		k.home = c.homeOf(k)
	}
	for _, k := range c.cards {
		if k.home != nil {
			k.home.guests = append(k.home.guests, k)
		}
	}
	for _, k := range c.cards {
		slices.SortStableFunc(k.guests, func(a, b *card) int { return cmp.Compare(seat(a), seat(b)) })
	}
}

// rankOf is the number of a card's box, after all others if it has none.
func rankOf(k *card) int { return (k.typ.Box + 9) % 10 }

// seat tells who comes before whom in a box: leaders, then others, then boxes.
func seat(k *card) int {
	switch {
	case k.typ.Box > 0:
		return 2
	case k.first:
		return 0
	}
	return 1
}

// homeOf returns the box where a card belongs best: the innermost, unless that
// stands in another box than the one where the card belongs too.
func (c *content) homeOf(k *card) *card {
	var best, outer *graph.Edge
	for _, e := range c.view.graph.EdgesOf(k.node.ID) {
		if e.From == k.node.ID && c.houses(&e) {
			if best == nil || c.closer(&e, best) {
				best = &e
			}
			if b := c.at[e.To]; b.home == nil && (outer == nil || c.closer(&e, outer)) {
				outer = &e
			}
		}
	}
	if best == nil {
		return nil
	}
	if h := c.at[best.To].home; h != nil && outer != nil && outer.To != h.node.ID {
		best = outer
	}
	k.first = c.relation(best).Drawn == schema.First && best.Modality == schema.Asserted
	return c.at[best.To]
}

// houses reports whether an edge can put its subject into the box of its object.
func (c *content) houses(e *graph.Edge) bool {
	d := c.relation(e).Drawn
	from, to := c.at[e.From].typ.Box, c.at[e.To].typ.Box
	return (d == schema.Inside || d == schema.First) && e.Modality <= schema.Planned && to > 0 && (from == 0 || from > to) && e.From != e.To
}

// closer reports whether a binds its subject more closely than b does: to the
// inner box, more surely, by the relation that the schema names first, by
// more places.
func (c *content) closer(a, b *graph.Edge) bool {
	s := c.view.graph.Schema()
	return cmp.Or(cmp.Compare(c.at[b.To].typ.Box, c.at[a.To].typ.Box), cmp.Compare(a.Modality, b.Modality),
		cmp.Compare(s.RelationIndex(a.Relation), s.RelationIndex(b.Relation)), cmp.Compare(len(b.Evidence), len(a.Evidence)), strings.Compare(a.To, b.To)) < 0
}

// tell takes out of the lines what boxes tell, and what is written in cards
// instead, and then the cards that were only there for such lines.
func (c *content) tell() {
	lost := map[string]bool{}
	var lines []line
	for _, l := range c.lines {
		var left []graph.Edge
		for _, e := range l.edges {
			if !c.told(&e) {
				left = append(left, e)
			}
		}
		if len(left) > 0 {
			lines = append(lines, line{left})
			continue
		}
		lost[l.edges[0].To] = true
	}
	c.lines = lines
	for _, l := range lines {
		delete(lost, l.edges[0].From)
		delete(lost, l.edges[0].To)
	}
	c.cards = slices.DeleteFunc(c.cards, func(k *card) bool {
		return lost[k.node.ID] && k.typ.Box == 0
	})
	c.clean()
}

// told writes an edge into a card if it is to be, and reports whether it needs
// no line then.
func (c *content) told(e *graph.Edge) bool {
	k, r := c.at[e.From], c.relation(e)
	if e.Modality == schema.Denied {
		return false
	}
	if r.Drawn == schema.Written {
		k.notes = append(k.notes, c.at[e.To].node.Label+map[bool]string{true: "?"}[e.Modality == schema.Possible])
		return true
	}
	if !c.within(k, c.at[e.To]) || !c.houses(e) {
		return false
	}
	switch {
	case e.Modality != schema.Asserted:
		k.notes = append(k.notes, r.Says(e.Modality, e.Role))
	case e.Role != "":
		k.notes = append(k.notes, e.Role)
	}
	return true
}

// within reports whether a card stands in a box, or in one within it.
func (c *content) within(k, box *card) bool {
	for h := k.home; h != nil; h = h.home {
		if h == box {
			return true
		}
	}
	return false
}

// clean takes out notes that others tell better.
func (c *content) clean() {
	for _, k := range c.cards {
		all := k.notes
		k.notes = nil
		for i, n := range all {
			if !slices.Contains(all[:i], n) && !toldBetter(n, all) {
				k.notes = append(k.notes, n)
			}
		}
	}
}

// versions notes on each card the number of the version that it is of another.
func (c *content) versions() {
	before := map[string]string{}
	for _, e := range c.view.graph.Edges() {
		if c.relation(&e).Version && e.Modality == schema.Asserted && before[e.From] == "" {
			before[e.From] = e.To
		}
	}
	for _, k := range c.cards {
		n, seen := 1, map[string]bool{}
		for id := k.node.ID; before[id] != ""; id = before[id] {
			if n++; seen[id] { // each a version of the other
				n = 0
				break
			}
			seen[id] = true
		}
		if n > 1 {
			k.notes = append(k.notes, "version "+itoa(n))
		}
	}
}
