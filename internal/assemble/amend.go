package assemble

import (
	"fmt"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/schema"
)

// Amend gives entities the names and types that a person has set, and returns
// a message for each correction that no entity, or more than one, answers to.
func Amend(readings []*fact.Reading, entities *resolve.Result, c *correct.Corrections) (idle []string) {
	if c.Empty() {
		return nil
	}
	f := finder{readings, entities}
	type change struct {
		entity int
		apply  func(e *resolve.Entity)
	}
	var changes []change // all are found before any is made: their order is of no matter
	for _, r := range c.Rename {
		if n, err := f.find(r.Node); err != nil {
			idle = append(idle, idles(r.Place, err))
		} else {
			changes = append(changes, change{n, func(e *resolve.Entity) { rename(e, r.To) }})
		}
	}
	for _, r := range c.Retype {
		if n, err := f.find(r.Node); err != nil {
			idle = append(idle, idles(r.Place, err))
		} else {
			changes = append(changes, change{n, func(e *resolve.Entity) { e.Type = r.To }})
		}
	}
	for _, c := range changes {
		c.apply(&entities.Entities[c.entity])
	}
	return idle
}

func rename(e *resolve.Entity, to string) {
	e.Name = to
	e.Aliases = append(slices.Clone(e.Aliases), to)
	slices.Sort(e.Aliases)
	e.Aliases = slices.Compact(e.Aliases)
}

func idles(at correct.Place, err error) string {
	return fmt.Sprintf("%s: no longer applies: %v", at, err)
}

// A finder finds entities by what a correction calls them.
type finder struct {
	readings []*fact.Reading
	entities *resolve.Result
}

// find returns the one entity that r means: of that name, or else with it
// among its other names.
func (f finder) find(r correct.Ref) (int, error) {
	for _, main := range []bool{true, false} {
		var found []int
		for n := range f.entities.Entities {
			if f.means(r, n, main) {
				found = append(found, n)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return 0, fmt.Errorf("%s is the name of %d nodes; its type or a document tells which", r, len(found))
		}
	}
	return 0, fmt.Errorf("no node is called %s", r)
}

func (f finder) means(r correct.Ref, n int, main bool) bool {
	e := &f.entities.Entities[n]
	named := strings.EqualFold(e.Name, r.Name)
	if !main {
		named = slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, r.Name) })
	}
	return named && (r.Type == "" || r.Type == e.Type) &&
		(r.Doc == "" || slices.ContainsFunc(e.Parts, func(p resolve.Part) bool { return f.readings[p.Reading].Doc == r.Doc }))
}

// drop leaves out the edges that a person has found wrong.
func (a *assembler) drop(f finder, list []correct.Edge) (idle []string) {
	for _, d := range list {
		from, to, err := f.ends(d)
		if err != nil {
			idle = append(idle, idles(d.Place, err))
			continue
		}
		before := len(a.edges)
		a.edges = slices.DeleteFunc(a.edges, func(e graph.Edge) bool { return a.meant(d, &e, a.nodes[from].ID, a.nodes[to].ID) })
		if len(a.edges) == before {
			idle = append(idle, idles(d.Place, fmt.Errorf("no such edge from %s to %s", d.From, d.To)))
		}
	}
	return idle
}

func (f finder) ends(e correct.Edge) (from, to int, err error) {
	if from, err = f.find(e.From); err == nil {
		to, err = f.find(e.To)
	}
	return from, to, err
}

// meant reports whether an edge is the one that a correction speaks of.
func (a *assembler) meant(d correct.Edge, e *graph.Edge, from, to string) bool {
	ends := e.From == from && e.To == to
	if r, ok := a.schema.Relation(e.Relation); ok && r.Symmetric {
		ends = ends || e.From == to && e.To == from
	}
	return ends && (d.Relation == "" || d.Relation == e.Relation) && (d.Date == "" || d.Date == e.Date) &&
		(d.Modality == "" || d.Modality == e.Modality.String()) && (d.Role == "" || strings.EqualFold(d.Role, e.Role))
}

// add puts in the edges that a person has read in a document.
func (a *assembler) add(f finder, docs []*source.Document, list []correct.Edge) (idle []string) {
	for _, d := range list {
		e, err := a.added(f, docs, d)
		if err != nil {
			idle = append(idle, idles(d.Place, err))
			continue
		}
		a.edges = append(a.edges, e)
	}
	return idle
}

func (a *assembler) added(f finder, docs []*source.Document, d correct.Edge) (e graph.Edge, err error) {
	from, to, err := f.ends(d)
	if err != nil {
		return e, err
	}
	if err := a.schema.Check(d.Relation, a.nodes[from].Type, a.nodes[to].Type); err != nil {
		return e, err
	}
	k := slices.IndexFunc(docs, func(x *source.Document) bool { return x.Name == d.Doc })
	if k < 0 {
		return e, fmt.Errorf("no document is called %q", d.Doc)
	}
	start := strings.Index(docs[k].Text, d.Text)
	if start < 0 {
		return e, fmt.Errorf("%s does not say %q", d.Doc, d.Text)
	}
	modality, ok := schema.ParseModality(d.Modality)
	if !ok {
		modality = schema.Asserted
	}
	return graph.Edge{
		From: a.nodes[from].ID, To: a.nodes[to].ID, Relation: d.Relation, Modality: modality, Date: d.Date, Role: d.Role, Confidence: 1, Rule: corrected,
		Evidence: []graph.Evidence{{Doc: d.Doc, Start: start, End: start + len(d.Text), Text: d.Text, Date: docs[k].Date, Rule: corrected}},
	}, nil
}

// corrected stands for a rule on edges that a person has added.
const corrected = "correction"
