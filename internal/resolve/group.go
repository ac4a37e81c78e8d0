package resolve

import "slices"

// A group is the items that are one thing.
type group struct {
	items  []int
	unlike []int // those of them that have different names or dates, the first maxCompared
	docs   documents
	sides  []int // of its items; see item.parted
}

// A block is the groups that share a key, in the order in which they came.
type block []int32

// The bounds that keep a name in every document from costing a square of
// their number.
const (
	maxCompared = 24  // members of a group that an item is compared with
	maxRivals   = 8   // equally good groups among which the story may decide
	maxBlock    = 100 // groups of a block that an item is compared with: the largest weights, which came first
)

// join groups the items of a type: surer ones first, so that a short or vague
// name finds its full one.
func (r *resolver) join(typ string) {
	var order []int
	for i := range r.items {
		if r.items[i].typ == typ {
			order = append(order, i)
		}
	}
	m := matcherOf(typ)
	slices.SortStableFunc(order, func(a, b int) int { return m.weight(&r.items[b]) - m.weight(&r.items[a]) })
	blocks, exact := map[string]block{}, map[string][]int{}
	for _, i := range order {
		r.items[i].keys = m.keys(&r.items[i])
		full := ""
		if m.exact(&r.items[i]) {
			full = r.items[i].label.key
		}
		g := r.known(i, exact[full])
		if g < 0 {
			g = r.place(i, &m, blocks)
			if full != "" {
				exact[full] = append(exact[full], g)
			}
		}
		for _, key := range r.items[i].keys {
			if b := blocks[key]; len(b) < maxBlock && !slices.Contains(b, int32(g)) {
				blocks[key] = append(b, int32(g))
			}
		}
		if !r.keyed {
			r.items[i].keys = nil
		}
	}
}

// known puts an item into the first of the groups that has its very name and
// nothing of its document, and returns that group; -1 if there is none.
func (r *resolver) known(i int, groups []int) int {
	for _, g := range groups {
		if !r.groups[g].docs.has(r.items[i].part.Reading) && !r.forbidden(i, g) {
			r.groups[g].take(r.items, i)
			return g
		}
	}
	return -1
}

// place finds the best group for an item, or makes one, and returns it.
func (r *resolver) place(i int, m *matcher, blocks map[string]block) int {
	best, top := []int(nil), 0
	seen := map[int]bool{}
	for _, key := range r.items[i].keys {
		for _, b := range blocks[key] {
			g := int(b)
			if seen[g] {
				continue
			}
			seen[g] = true
			s := r.score(i, g, m)
			switch {
			case s > top:
				best, top = append(best[:0], g), s
			case s == top && s > 0:
				best = append(best, g)
			}
		}
	}
	g := r.choose(i, best, m)
	if g < 0 {
		r.groups = append(r.groups, &group{})
		g = len(r.groups) - 1
	}
	r.groups[g].take(r.items, i)
	return g
}

// choose returns the group of equally good ones that an item belongs to, the
// first of them; -1 if there is none, or if the item needs the only one and
// not one alone is of its story.
func (r *resolver) choose(i int, best []int, m *matcher) int {
	it := &r.items[i]
	switch {
	case len(best) == 0:
		return -1
	case len(best) == 1 || !m.unique(it):
		return best[0]
	}
	if len(best) > maxRivals {
		return -1
	}
	told := slices.DeleteFunc(slices.Clone(best), func(g int) bool { return !r.sameStory(it, r.groups[g]) })
	if len(told) != 1 {
		return -1
	}
	return told[0]
}

// take adds item i to the group.
func (g *group) take(items []item, i int) {
	g.items = append(g.items, i)
	g.docs.add(items[i].part.Reading)
	g.sides = append(g.sides, items[i].parted...)
	if len(g.unlike) == maxCompared {
		return
	}
	for _, k := range g.unlike {
		if items[k].alike(&items[i]) {
			return
		}
	}
	g.unlike = append(g.unlike, i)
}

// alike reports whether two items compare in the same way with any third: they
// have the same names, date and neighbours. Of people the name is enough.
func (it *item) alike(o *item) bool {
	if it.typ == "Person" && it.label.key == o.label.key {
		return true
	}
	return it.label.key == o.label.key && it.Date == o.Date && slices.Equal(it.near, o.near) && slices.Equal(it.Aliases, o.Aliases)
}

// score returns how well an item fits a group: that of its best member, and 0
// as soon as one member rules it out.
func (r *resolver) score(i, g int, m *matcher) int {
	it := &r.items[i]
	if r.forbidden(i, g) {
		return 0
	}
	top := 0
	single, before := it.typ == "Person" && isShort(it), int32(-1)
	for _, k := range r.groups[g].unlike {
		if single && r.items[k].surname == before {
			continue // a surname is compared with each surname once
		}
		before = r.items[k].surname
		t := tally{likes: r.likes}
		m.compare(it, &r.items[k], &t)
		if t.out {
			return 0
		}
		if t.score >= m.enough {
			top = max(top, t.score)
		}
	}
	return top
}

// sameStory reports whether a member of the group is of a document that tells
// the item's story: it decides which of several people of a surname is meant.
func (r *resolver) sameStory(it *item, g *group) bool {
	return slices.ContainsFunc(g.items[:min(len(g.items), maxCompared)], func(k int) bool { return it.story.compare(r.items[k].story) == same })
}

// forbidden reports whether the document of an item tells it from a member of
// the group.
func (r *resolver) forbidden(i, g int) bool {
	it := &r.items[i]
	if r.parted(i, r.groups[g]) {
		return true
	}
	if it.Key != "" || !r.groups[g].docs.has(it.part.Reading) {
		return false
	}
	return slices.ContainsFunc(r.groups[g].items, func(k int) bool {
		o := &r.items[k]
		return o.doc == it.doc && !slip(it, o)
	})
}
