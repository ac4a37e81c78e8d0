package graph

import (
	"slices"
	"strings"

	"kg/schema"
)

// Essential returns the edges that do not follow from others by the implied_by
// paths of the schema, in the order of Edges. What is left out follows from
// what is returned: it has the modality of the weakest edge of a path, no role
// and no claimant of its own, and no date that the path does not tell.
//
// It is meant for graphs of the size of a diagram: the cost grows with the
// number of walks along the paths.
func (g *Graph) Essential() []Edge {
	p := pruner{g: g, because: map[string][]*Edge{}}
	for _, r := range g.schema.Relations() {
		for i := range g.edges {
			if g.edges[i].Relation == r.Name {
				p.prune(&g.edges[i], r)
			}
		}
	}
	var out []Edge
	for _, e := range g.edges {
		if _, hidden := p.because[e.ID]; !hidden {
			out = append(out, e)
		}
	}
	return out
}

// A pruner knows for each edge left out the edges from which it follows.
type pruner struct {
	g       *Graph
	because map[string][]*Edge // by edge ID
}

func (p *pruner) prune(e *Edge, r schema.Relation) {
	if e.Role != "" || e.Claimed != "" || e.Modality == schema.Denied {
		return
	}
	for _, path := range r.ImpliedBy {
		reasons := p.walk(e, e.From, e.To, path, nil)
		if reasons == nil && r.Symmetric {
			reasons = p.walk(e, e.To, e.From, path, nil)
		}
		if reasons != nil {
			p.because[e.ID] = reasons
			return
		}
	}
}

// walk follows path from one node to another and returns the edges of the
// first walk that implies e, nil if there is none. done holds those walked.
func (p *pruner) walk(e *Edge, at, end string, path schema.Path, done []*Edge) []*Edge {
	if len(path) == 0 {
		if at == end && p.implies(done, e) {
			return done
		}
		return nil
	}
	var found []*Edge
	n, _ := p.g.number(at)
	p.g.index.touching(n, func(_, lo, hi int32) {
		for i := lo; i < hi && found == nil; i++ {
			d := &p.g.edges[i]
			next, ok := p.follow(d, at, path[0])
			if ok && d != e && p.fits(next, path[0]) && !slices.Contains(done, d) {
				found = p.walk(e, next, end, path[1:], append(slices.Clone(done), d))
			}
		}
	})
	return found
}

// follow returns where step leads from node at along edge d, and whether it
// does.
func (p *pruner) follow(d *Edge, at string, step schema.Step) (string, bool) {
	if d.Relation != step.Relation || d.Claimed != "" || d.Modality == schema.Denied {
		return "", false
	}
	r, _ := p.g.schema.Relation(d.Relation)
	forward, backward := !step.Back || r.Symmetric, step.Back || r.Symmetric
	switch {
	case forward && d.From == at:
		return d.To, true
	case backward && d.To == at:
		return d.From, true
	}
	return "", false
}

// fits reports whether step may end at a node.
func (p *pruner) fits(id string, step schema.Step) bool {
	n, _ := p.g.Node(id)
	return step.Type == "" || step.Type == n.Type
}

// implies reports whether the edges of a walk say all that e says, without
// following from e themselves.
func (p *pruner) implies(walk []*Edge, e *Edge) bool {
	weakest, dated := schema.Asserted, e.Date == ""
	for _, d := range walk {
		weakest = max(weakest, d.Modality)
		from, _ := p.g.Node(d.From)
		to, _ := p.g.Node(d.To)
		for _, date := range []string{d.Date, from.Date, to.Date} {
			dated = dated || strings.HasPrefix(date, e.Date)
		}
		if p.rests(d, e) {
			return false
		}
	}
	return dated && weakest == e.Modality
}

// rests reports whether d was left out because of e, directly or not.
func (p *pruner) rests(d, e *Edge) bool {
	return slices.ContainsFunc(p.because[d.ID], func(r *Edge) bool { return r == e || p.rests(r, e) })
}
