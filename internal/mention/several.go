package mention

// referAll refers the words of mention i to the entities of all members, by
// further mentions of the same words.
func (g *grouping) referAll(i int, members []int) {
	g.refer(i, g.ms[members[0]].Entity)
	if g.respective(i, members) {
		return
	}
	seen := map[int]bool{g.ms[members[0]].Entity: true}
	for _, k := range members[1:] {
		e := g.ms[k].Entity
		if seen[e] {
			continue
		}
		seen[e] = true
		m := g.ms[i]
		m.Type, m.Entity, m.Forms = g.es[e].Type, e, nil
		g.ms = append(g.ms, m)
		g.es[e].Mentions = append(g.es[e].Mentions, len(g.ms)-1)
		g.ownedBy(i, len(g.ms)-1)
	}
}

// respective gives each of several persons the office of one of as many owners
// ("the two countries' ministers, Ada and Bo"), in the order of both, and adds
// the further mentions of the words of i. It reports whether there are as many.
func (g *grouping) respective(i int, members []int) bool {
	var titles []*Title
	for n := range g.ms {
		if g.ms[n].Sentence != g.ms[i].Sentence {
			continue
		}
		for t := range g.ms[n].Titles {
			x := &g.ms[n].Titles[t]
			if h := g.ms[i].Head; !x.Kin && (x.Of == i || x.Of < 0 && x.First <= h && h < x.End && g.es[g.ms[members[0]].Entity].Type == Country) {
				titles = append(titles, x)
			}
		}
	}
	if len(titles) != len(members) || len(members) < 2 {
		return false
	}
	first := len(g.ms)
	titles[0].Of = i
	for n := range members[1:] {
		titles[n+1].Of = first + n
	}
	for _, k := range members[1:] {
		e := g.ms[k].Entity
		m := g.ms[i]
		m.Type, m.Entity, m.Forms = g.es[e].Type, e, nil
		g.ms = append(g.ms, m)
		g.es[e].Mentions = append(g.es[e].Mentions, len(g.ms)-1)
	}
	return true
}

// ownedBy repeats the titles that are of mention i ("their son") for the
// further mention k of the same words.
func (g *grouping) ownedBy(i, k int) {
	for n := range g.ms {
		m := &g.ms[n]
		if m.Sentence != g.ms[i].Sentence {
			continue
		}
		for t := range m.Titles {
			if m.Titles[t].Of == i {
				also := m.Titles[t]
				also.Of = k
				m.Titles = append(m.Titles, also)
			}
		}
	}
}
