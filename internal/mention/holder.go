package mention

import "strings"

// office finds the person of an office described: the last one with the same
// office in the same country or body.
func (g *grouping) office(i int) {
	m := &g.ms[i]
	if len(m.Titles) == 0 || m.generic {
		return
	}
	best := -1
	for e, x := range g.es {
		if x.Type == Person && g.holds(x, m) && (best < 0 || g.nearest(e, i) > g.nearest(best, i)) {
			best = e
		}
	}
	if best >= 0 {
		g.join(i, best)
	}
}

// holds reports whether a person has the office that m describes.
func (g *grouping) holds(x *entity, m *Mention) bool {
	want := &m.Titles[0]
	for _, k := range x.Mentions {
		for t := range g.ms[k].Titles {
			have := &g.ms[k].Titles[t]
			if !g.sameOffice(have, want) {
				continue
			}
			if want.Of < 0 || have.Of >= 0 && g.ms[have.Of].Entity >= 0 && g.ms[have.Of].Entity == g.ms[want.Of].Entity {
				return true
			}
		}
	}
	return false
}

func (g *grouping) sameOffice(have, want *Title) bool {
	a, b := headNoun(have.Text), headNoun(want.Text)
	if a == "" || b == "" || have.Kin != want.Kin {
		return false
	}
	return a == b || want.Of >= 0 && have.Class == "head" && b == "leader"
}

// headNoun returns the noun of a title: its last word, or the one before the
// first "of", "for" or "to".
func headNoun(title string) string {
	f := strings.Fields(strings.ToLower(title))
	for i, w := range f {
		if i > 0 && officePrepositions[w] {
			return f[i-1]
		}
	}
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
