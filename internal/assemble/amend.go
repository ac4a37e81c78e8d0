package assemble

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kg/internal/correct"
	"kg/internal/resolve"
	"kg/schema"
)

// Amend gives entities the names and types that a person has set, and returns
// a message for each correction that no entity, or more than one, answers to.
//
// docs are the names of the documents.
func Amend(docs []string, entities *resolve.Result, c *correct.Corrections) (idle []string) {
	if c.Empty() {
		return nil
	}
	f := finder{docs, entities}
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
	docs     []string // names
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
		(r.Doc == "" || slices.ContainsFunc(e.Parts, func(p resolve.Part) bool { return f.docs[p.Reading] == r.Doc }))
}

// drop leaves out the claims that a person has found wrong.
func (m *maker) drop(f finder, list []correct.Edge) (idle []string) {
	for _, d := range list {
		from, to, err := f.ends(d)
		if err != nil {
			idle = append(idle, idles(d.Place, err))
			continue
		}
		before := len(m.claims)
		m.claims = slices.DeleteFunc(m.claims, func(c claim) bool { return m.meant(d, &c, int32(from), int32(to)) })
		if len(m.claims) == before {
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

// meant reports whether a claim is the one that a correction speaks of.
func (m *maker) meant(d correct.Edge, c *claim, from, to int32) bool {
	ends := c.from == from && c.to == to || m.symmetric(c.relation) && c.from == to && c.to == from
	s := m.table.strings
	return ends && (d.Relation == "" || d.Relation == s[c.relation]) && (d.Date == "" || d.Date == s[c.date]) &&
		(d.Modality == "" || d.Modality == c.modality.String()) && (d.Role == "" || strings.EqualFold(d.Role, s[c.role]))
}

// add puts in the claims that a person has read in a document.
func (m *maker) add(f finder, list []correct.Edge) (idle []string, err error) {
	for _, d := range list {
		c, err := m.added(f, d)
		var unreadable *readError
		if errors.As(err, &unreadable) {
			return idle, err
		}
		if err != nil {
			idle = append(idle, idles(d.Place, err))
			continue
		}
		m.push(c)
	}
	return idle, nil
}

// A readError tells that a text cannot be read again.
type readError struct{ error }

func (m *maker) added(f finder, d correct.Edge) (c claim, err error) {
	from, to, err := f.ends(d)
	if err != nil {
		return c, err
	}
	if err := m.schema.Check(d.Relation, m.nodes[from].Type, m.nodes[to].Type); err != nil {
		return c, err
	}
	k := slices.Index(f.docs, d.Doc)
	if k < 0 {
		return c, fmt.Errorf("no document is called %q", d.Doc)
	}
	text, err := m.spool.String(m.docs[k].text)
	if err != nil {
		return c, &readError{err}
	}
	start := strings.Index(text, d.Text)
	if start < 0 {
		return c, fmt.Errorf("%s does not say %q", d.Doc, d.Text)
	}
	modality, ok := schema.ParseModality(d.Modality)
	if !ok {
		modality = schema.Asserted
	}
	return claim{
		from: int32(from), to: int32(to), claimed: -1, relation: m.table.number(d.Relation), modality: modality, date: m.table.number(d.Date), role: m.table.number(d.Role),
		confidence: 1, rule: m.table.number(corrected), doc: int32(k), start: int32(start), end: int32(start + len(d.Text)),
	}, nil
}

// corrected stands for a rule on edges that a person has added.
const corrected = "correction"
