package graph

import (
	"slices"
	"strings"
	"time"

	"kg/schema"
)

// A Conflict is two edges that cannot both be true.
type Conflict struct {
	Kind string // denied, against, place, date or role
	A, B *Edge  // in the order of Edges
}

// The kinds of conflicts.
const (
	Contradicted = "denied"  // one is what the other denies
	Against      = "against" // relations that the schema sets against each other
	TwoPlaces    = "place"   // two objects of a relation that has one, in different documents
	TwoDates     = "date"    // two days of one meeting, in different documents
	TwoHolders   = "role"    // two people in an office that one holds
)

// Conflicts returns the pairs of edges that contradict each other, sorted by
// kind and then as Edges: one is denied by the other, the schema sets their
// relations against each other, a meeting has two places or dates, an office
// two holders. Of what is claimed by somebody only the claims of one are held
// against each other: that people disagree is no contradiction. The cost is
// that of comparing the edges of each node.
func (g *Graph) Conflicts() []Conflict {
	f := conflicts{g: g, of: map[string][]*Edge{}}
	for i := range g.edges {
		e := &g.edges[i]
		f.of[e.From] = append(f.of[e.From], e)
		if e.To != e.From {
			f.of[e.To] = append(f.of[e.To], e)
		}
	}
	for _, n := range g.nodes {
		f.node(&n)
	}
	var out []Conflict
	for _, kind := range []string{Contradicted, Against, TwoDates, TwoPlaces, TwoHolders} {
		for _, c := range f.found {
			if c.Kind == kind {
				out = append(out, c)
			}
		}
	}
	return out
}

type conflicts struct {
	g     *Graph
	of    map[string][]*Edge // the edges of a node
	found []Conflict
}

// node compares the edges of a node by twos.
func (f *conflicts) node(n *Node) {
	dates := map[[2]string]bool{}
	edges := f.of[n.ID]
	for k, b := range edges {
		for _, a := range edges[:k] {
			if a.Claimed != b.Claimed {
				continue
			}
			switch {
			case a.From == n.ID && a.From == b.From && a.To == b.To:
				f.between(a, b)
			case a.From == n.ID && b.From == n.ID && f.places(a, b):
				f.found = append(f.found, Conflict{TwoPlaces, a, b})
			case a.To == n.ID && b.To == n.ID && f.holders(a, b):
				f.found = append(f.found, Conflict{TwoHolders, a, b})
			}
			if days := [2]string{min(a.Date, b.Date), max(a.Date, b.Date)}; n.Type == "Meeting" && holds(a) && holds(b) && len(a.Date) == 10 && len(b.Date) == 10 && a.Date != b.Date && !dates[days] && apart(a, b) {
				dates[days] = true // once for all who were there
				f.found = append(f.found, Conflict{TwoDates, a, b})
			}
		}
	}
}

// between compares two edges from one node to another.
func (f *conflicts) between(a, b *Edge) {
	if !agree(a.Date, b.Date) {
		return
	}
	r, _ := f.g.schema.Relation(a.Relation)
	s, _ := f.g.schema.Relation(b.Relation)
	switch {
	case a.Relation == b.Relation && strings.EqualFold(a.Role, b.Role) && a.Modality != b.Modality && (a.Modality == schema.Asserted && b.Modality == schema.Denied || a.Modality == schema.Denied && b.Modality == schema.Asserted):
		f.found = append(f.found, Conflict{Contradicted, a, b})
	case (slices.Contains(r.Against, b.Relation) || slices.Contains(s.Against, a.Relation)) && a.Modality == schema.Asserted && b.Modality == schema.Asserted:
		f.found = append(f.found, Conflict{Against, a, b})
	}
}

// places reports whether a and b give one subject two objects of a type, of a
// relation that has one. Objects that an edge joins may be one in the other.
func (f *conflicts) places(a, b *Edge) bool {
	r, _ := f.g.schema.Relation(a.Relation)
	if !r.Once || a.Relation != b.Relation || a.To == b.To || !holds(a) || !holds(b) {
		return false
	}
	x, _ := f.g.Node(a.To)
	y, _ := f.g.Node(b.To)
	joined := slices.ContainsFunc(f.of[a.To], func(e *Edge) bool { return e.From == b.To || e.To == b.To })
	return x.Type == y.Type && !joined && apart(a, b)
}

// apart reports whether no document tells both edges: one that gives a meeting
// two places or days means that it moved, or that one place is in the other.
func apart(a, b *Edge) bool {
	return !slices.ContainsFunc(a.Evidence, func(x Evidence) bool {
		return slices.ContainsFunc(b.Evidence, func(y Evidence) bool { return x.Doc == y.Doc })
	})
}

// holders reports whether a and b give two subjects a role that one alone
// holds, in documents of one month.
func (f *conflicts) holders(a, b *Edge) bool {
	r, _ := f.g.schema.Relation(a.Relation)
	if a.Relation != b.Relation || a.From == b.From || !strings.EqualFold(a.Role, b.Role) || !slices.Contains(r.Sole, strings.ToLower(a.Role)) {
		return false
	}
	if a.Modality != schema.Asserted || b.Modality != schema.Asserted || !agree(a.Date, b.Date) {
		return false
	}
	x, ok1 := day(a.Evidence[0].Date)
	y, ok2 := day(b.Evidence[0].Date)
	return ok1 && ok2 && x.Sub(y).Abs() <= 31*24*time.Hour
}

// holds reports whether an edge says that something was or is to be.
func holds(e *Edge) bool { return e.Modality == schema.Asserted || e.Modality == schema.Planned }

// agree reports whether two dates may be of one time.
func agree(a, b string) bool {
	a1, a2 := Bounds(a)
	b1, b2 := Bounds(b)
	return a1 == "" || b1 == "" || a2 >= b1 && b2 >= a1
}
