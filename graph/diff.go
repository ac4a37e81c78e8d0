package graph

import (
	"cmp"
	"slices"
	"strings"
)

// A Change is one fact that differs between two graphs, or one node.
type Change struct {
	Was, Is         *Edge // nil for a fact that came, and for one that went
	WasNode, IsNode *Node // of a change of a node; Was and Is are nil
}

// What reports what changed, in words of a fixed list and in their order:
// "added" or "removed" alone, or some of "status", "date" and "evidence" for a
// fact, "type", "label" and "date" for a node.
func (c *Change) What() []string {
	switch {
	case c.Was == nil && c.WasNode == nil:
		return []string{"added"}
	case c.Is == nil && c.IsNode == nil:
		return []string{"removed"}
	case c.WasNode != nil:
		return differing([]string{"type", "label", "date"}, []bool{c.WasNode.Type != c.IsNode.Type, c.WasNode.Label != c.IsNode.Label, c.WasNode.Date != c.IsNode.Date})
	}
	return differing([]string{"status", "date", "evidence"}, []bool{c.Was.Modality != c.Is.Modality, c.Was.Date != c.Is.Date, !slices.EqualFunc(c.Was.Evidence, c.Is.Evidence, samePlace)})
}

func differing(names []string, differs []bool) (out []string) {
	for i, name := range names {
		if differs[i] {
			out = append(out, name)
		}
	}
	return out
}

// samePlace reports whether a and b are the same words of the same document.
func samePlace(a, b Evidence) bool {
	return a.Doc == b.Doc && a.Start == b.Start && a.End == b.End && a.Text == b.Text
}

// Diff returns what has to change in a to make it b: first nodes, sorted by
// ID, then facts, sorted by From, To, Relation, Role and Claimed. Facts of the
// same such key are compared in this order: those alike in status and date
// first, then those alike in one of the two, then the others in the order of
// Edges; what is left came or went. Confidence and rules do not count.
//
// The cost is that of sorting the facts of both.
func Diff(a, b *Graph) []Change {
	var out []Change
	each(a.nodes, b.nodes, func(x, y *Node) int { return strings.Compare(x.ID, y.ID) }, func(x, y []*Node) {
		if c := (Change{WasNode: first(x), IsNode: first(y)}); len(c.What()) > 0 {
			out = append(out, c)
		}
	})
	each(a.edges, b.edges, compareFacts, func(x, y []*Edge) { out = append(out, pairUp(x, y)...) })
	return out
}

// compareFacts orders edges by what they say, whatever their status and date.
func compareFacts(x, y *Edge) int {
	return cmp.Or(strings.Compare(x.From, y.From), strings.Compare(x.To, y.To), strings.Compare(x.Relation, y.Relation),
		strings.Compare(x.Role, y.Role), strings.Compare(x.Claimed, y.Claimed))
}

// each sorts both lists and calls f for each group of equals in them, in order.
func each[T any](a, b []T, compare func(x, y *T) int, f func(x, y []*T)) {
	x, y := sorted(a, compare), sorted(b, compare)
	for len(x)+len(y) > 0 {
		least := first(x)
		if least == nil || len(y) > 0 && compare(y[0], least) < 0 {
			least = y[0]
		}
		i, k := equals(x, least, compare), equals(y, least, compare)
		f(x[:i], y[:k])
		x, y = x[i:], y[k:]
	}
}

func sorted[T any](list []T, compare func(x, y *T) int) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	slices.SortStableFunc(out, compare)
	return out
}

// equals is the number of elements at the head of list that equal x.
func equals[T any](list []*T, x *T, compare func(x, y *T) int) int {
	n := 0
	for n < len(list) && compare(list[n], x) == 0 {
		n++
	}
	return n
}

func first[T any](list []*T) *T {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// pairUp finds for each fact before the one it became.
func pairUp(was, is []*Edge) []Change {
	var out []Change
	is = slices.Clone(is)
	became := make([]*Edge, len(was))
	for _, alike := range []func(x, y *Edge) bool{
		func(x, y *Edge) bool { return x.Modality == y.Modality && x.Date == y.Date },
		func(x, y *Edge) bool { return x.Date == y.Date },
		func(x, y *Edge) bool { return x.Modality == y.Modality },
		func(*Edge, *Edge) bool { return true },
	} {
		for i, x := range was {
			if became[i] != nil {
				continue
			}
			if k := slices.IndexFunc(is, func(y *Edge) bool { return alike(x, y) }); k >= 0 {
				became[i] = is[k]
				is = slices.Delete(is, k, k+1)
			}
		}
	}
	for i, x := range was {
		if c := (Change{Was: x, Is: became[i]}); len(c.What()) > 0 {
			out = append(out, c)
		}
	}
	for _, y := range is {
		out = append(out, Change{Is: y})
	}
	return out
}
