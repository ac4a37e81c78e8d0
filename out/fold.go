package out

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"

	"kg/graph"
)

// A folded edge stands for all edges of one source, target, relation and modality, for
// readers that keep one edge of a kind between two nodes.
type folded struct {
	graph.Edge // the first; its confidence is the highest, its evidence that of all
	dates      []string
	roles      []string
	claimed    []string
	rules      []string
	parts      []part // the edges it stands for
}

// A part is one of the edges that a folded one stands for, and where its
// evidence ends.
type part struct {
	own jsonOwn
	end int
}

// foldedEdges yields the edges of s folded, in their order.
func foldedEdges(s Source) iter.Seq2[*folded, error] {
	return func(yield func(*folded, error) bool) {
		var l folded
		open := false
		for e, err := range s.EdgeSeq() {
			switch {
			case err != nil:
				yield(nil, err)
				return
			case open && sameFold(&l.Edge, e):
				l.Confidence = max(l.Confidence, e.Confidence)
				l.Evidence = append(slices.Clip(l.Evidence), e.Evidence...)
			default:
				if open && !yield(&l, nil) {
					return
				}
				l = folded{Edge: *e, dates: l.dates[:0], roles: l.roles[:0], claimed: l.claimed[:0], rules: l.rules[:0], parts: l.parts[:0]}
				open = true
			}
			l.dates, l.roles, l.claimed = append(l.dates, e.Date), append(l.roles, e.Role), append(l.claimed, e.Claimed)
			l.rules = append(l.rules, e.Rule)
			l.parts = append(l.parts, part{jsonOwn{e.Date, e.Role, e.Claimed, e.Confidence, e.Rule}, len(l.Evidence)})
		}
		if open {
			yield(&l, nil)
		}
	}
}

// sameFold reports whether two edges become one. Such edges stand side by
// side in a graph.
func sameFold(a, b *graph.Edge) bool {
	return a.From == b.From && a.To == b.To && a.Relation == b.Relation && a.Modality == b.Modality
}

// id is the ID of an edge that may stand for several of the graph.
func (l *folded) id() string {
	sum := sha256.Sum256([]byte(l.From + "\x00" + l.To + "\x00" + l.Relation + "\x00" + l.Modality.String()))
	return "e-" + hex.EncodeToString(sum[:8])
}

// evidence is the evidence of all; where the edge stands for several, each place
// says what its own edge has for itself.
func (l *folded) evidence() []jsonEvidence {
	list := jsonEvidenceOf(l.Evidence)
	if len(l.parts) == 1 {
		return list
	}
	i := 0
	for p := range l.parts {
		for ; i < l.parts[p].end; i++ {
			list[i].Edge = &l.parts[p].own
		}
	}
	return list
}

// support counts the evidence that is not copied from another document; it is 1
// at least, as Gephi removes edges of weight 0.
func support(list []graph.Evidence) int {
	n := 0
	for i := range list {
		if list[i].Copy == "" {
			n++
		}
	}
	return max(n, 1)
}

// join returns the non-empty values, sorted, each once, with | between them. A
// | within a value becomes ¦.
func join(values []string) string {
	switch {
	case len(values) == 0:
		return ""
	case len(values) == 1:
		return strings.ReplaceAll(values[0], "|", "¦")
	}
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	for i, v := range values {
		values[i] = strings.ReplaceAll(v, "|", "¦")
	}
	slices.Sort(values)
	return strings.Join(slices.Compact(values), "|")
}
