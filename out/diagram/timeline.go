package diagram

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

const (
	mostLanes = 7  // of parties; others share one
	mostRows  = 60 // of a timeline, unless Max says otherwise
)

// An entry is a row of a timeline: what was on a date, and whose lanes it marks.
type entry struct {
	date  string
	typ   schema.Type // of what it is about
	title string
	notes []string
	marks []laneMark
	edges []graph.Edge
	node  *graph.Node // nil for a relation
	rank  int         // what is left out last, from 0
}

// A laneMark says that a party has to do with an entry.
type laneMark struct {
	party    string // ID of a node; empty for one that has no lane of its own
	modality schema.Modality
}

// entries returns what is dated, by date: events with those who took part, and
// other relations, those to one thing on one day together.
func (c *content) entries(d *Diagram) []*entry {
	var out []*entry
	at := map[string]*entry{}
	for _, k := range c.cards {
		if k.node.Date != "" {
			e := &entry{date: k.node.Date, typ: k.typ, title: k.node.Label, notes: slices.Clone(k.notes), node: k.node}
			out, at[k.node.ID] = append(out, e), e
		}
	}
	for _, e := range c.view.graph.Essential() {
		x := at[e.To]
		switch r := c.relation(&e); {
		case x != nil:
		case at[e.From] != nil || e.Date == "" || r.Lasting || r.Drawn == schema.Written || c.cameTrue(&e):
			continue
		default:
			key := strings.Join([]string{e.Date, e.Relation, e.Modality.String(), e.To, e.Role}, "\x00")
			if x = at[key]; x == nil {
				x = c.related(d, &e)
				out, at[key] = append(out, x), x
			}
		}
		x.edges = append(x.edges, e)
		x.mark(c.party(e.From), e.Modality)
		if x.node == nil && c.at[e.To].typ.Column == 0 {
			x.mark(c.party(e.To), e.Modality)
		}
	}
	for _, x := range out {
		x.name(c)
	}
	slices.SortStableFunc(out, func(a, b *entry) int { return cmp.Compare(a.date, b.date) })
	return out
}

// cameTrue reports whether an edge only plans or holds possible what another
// reports as done on that day.
func (c *content) cameTrue(e *graph.Edge) bool {
	if e.Modality != schema.Planned && e.Modality != schema.Possible {
		return false
	}
	return slices.ContainsFunc(c.view.graph.EdgesBetween(e.From, e.To), func(o graph.Edge) bool {
		return o.Modality == schema.Asserted && o.Relation == e.Relation && o.Date == e.Date
	})
}

// related makes an entry of a dated relation.
func (c *content) related(d *Diagram, e *graph.Edge) *entry {
	to := c.at[e.To]
	x := &entry{date: e.Date, typ: to.typ, title: c.relation(e).Says(e.Modality, e.Role) + " " + to.node.Label, rank: 1}
	if to.node.Text != "" {
		x.title, x.rank = to.node.Text, 2
		if !strings.ContainsAny(x.title, "“”\"") {
			x.title = "“" + x.title + "”"
		}
	}
	return x
}

// mark marks a lane, by the surest of what is said of it.
func (x *entry) mark(party string, m schema.Modality) {
	for i := range x.marks {
		if x.marks[i].party == party {
			x.marks[i].modality = min(x.marks[i].modality, m)
			return
		}
	}
	x.marks = append(x.marks, laneMark{party, m})
}

// name notes who is meant: the subjects of a relation, the people at an event.
func (x *entry) name(c *content) {
	var names []string
	for i := range x.edges {
		k := c.at[x.edges[i].From]
		if (x.node == nil || k.typ.Box == 0) && !slices.Contains(names, k.node.Label) && x.edges[i].Modality != schema.Denied {
			names = append(names, k.node.Label)
		}
	}
	if len(names) > 0 {
		x.notes = append(x.notes, strings.Join(names, ", "))
	}
}

// party is the outermost box in which a node stands, or the node itself.
func (c *content) party(id string) string {
	k := c.at[id]
	for k.home != nil {
		k = k.home
	}
	return k.node.ID
}

// chosen leaves out what there is no room for: statements first, then
// relations, of each the later ones.
func chosen(list []*entry, most int) []*entry {
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b *entry) int { return cmp.Compare(a.rank, b.rank) })
	keep := map[*entry]bool{}
	for _, x := range order[:min(most, len(order))] {
		keep[x] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(x *entry) bool { return !keep[x] })
}

// lanesOf returns the parties with lanes of their own, those with the most marks
// first; the marks of others are made to name none.
func lanesOf(list []*entry, most int) (lanes []string, others bool) {
	count := map[string]int{}
	for _, x := range list {
		for _, m := range x.marks {
			if count[m.party] == 0 {
				lanes = append(lanes, m.party)
			}
			count[m.party]++
		}
	}
	slices.SortStableFunc(lanes, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	if len(lanes) <= most {
		return lanes, false
	}
	lanes = lanes[:most]
	for _, x := range list {
		marks := x.marks
		x.marks = nil
		for _, m := range marks {
			if !slices.Contains(lanes, m.party) {
				m.party = ""
			}
			x.mark(m.party, m.modality)
		}
	}
	return lanes, true
}
