package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/resolve"
	"kg/internal/spool"
	"kg/internal/store"
)

// An identity is the entities of a graph file as they stand, and where
// corrections of them are written.
type identity struct {
	entries  []store.Entry
	readings []*fact.Reading
	result   *resolve.Result
	given    *correct.Corrections
	file     string // of corrections
}

// identities reads the entities of a graph file.
func (a *app) identities(ctx context.Context, graph, named string) (*identity, error) {
	st, err := openGraph(graph)
	if err != nil {
		return nil, err
	}
	defer st.Close()
	id := &identity{}
	if id.entries, err = st.Entries(ctx); err != nil {
		return nil, err
	}
	if len(id.entries) == 0 {
		return nil, fmt.Errorf("%s: no documents in it, as in an imported graph; identity is told from documents", graph)
	}
	d, err := st.Domain(ctx)
	if err != nil {
		return nil, err
	}
	sch, err := d.Schema()
	if err != nil {
		return nil, err
	}
	c, err := corrections(named, graph, d.Corrections.Name)
	if err != nil {
		return nil, err
	}
	if id.given, err = correct.Parse(sch, c.Name, c.Text); err != nil {
		return nil, err
	}
	id.file = correctionsFile(named, graph, d.Corrections.Name)
	for i := range id.entries {
		id.readings = append(id.readings, id.entries[i].Reading)
	}
	id.result, _ = pipeline.Entities(id.readings, id.given)
	return id, nil
}

// find returns the entity of that name: its own, or else one of its others.
func (id *identity) find(name string) (int, error) {
	for _, main := range []bool{true, false} {
		var found []int
		for n := range id.result.Entities {
			e := &id.result.Entities[n]
			if e.Text == "" && (main && strings.EqualFold(e.Name, name) || !main && slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, name) })) {
				found = append(found, n)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return 0, fmt.Errorf("%q is the name of %d nodes: %s", name, len(found), id.list(found))
		}
	}
	return 0, fmt.Errorf("no node is called %q", name)
}

// list names entities with their documents.
func (id *identity) list(entities []int) string {
	var out []string
	for _, n := range entities {
		e := &id.result.Entities[n]
		out = append(out, fmt.Sprintf("%s %q (%s)", e.Type, e.Name, strings.Join(id.docs(e), ", ")))
	}
	return strings.Join(out, "; ")
}

// docs returns the names of the documents that speak of an entity.
func (id *identity) docs(e *resolve.Entity) (out []string) {
	for _, p := range e.Parts {
		out = append(out, id.readings[p.Reading].Doc)
	}
	return slices.Compact(out)
}

func (id *identity) part(p resolve.Part) *fact.Entity {
	return &id.readings[p.Reading].Entities[p.Entity]
}

// ref returns how corrections call a part of an entity: by its name alone if
// no other entity has a part of that name, or else with its document.
func (id *identity) ref(p resolve.Part) correct.Ref {
	x := id.part(p)
	r := correct.Ref{Name: x.Name}
	own := id.result.Of[p.Reading][p.Entity]
	for d, reading := range id.readings {
		for e := range reading.Entities {
			if reading.Entities[e].Name == x.Name && id.result.Of[d][e] != own {
				r.Doc, r.Type = id.readings[p.Reading].Doc, x.Type
			}
		}
	}
	return r
}

// main returns the part that has the entity's name, or else its first.
func (id *identity) main(n int) resolve.Part {
	e := &id.result.Entities[n]
	for _, p := range e.Parts {
		if id.part(p).Name == e.Name {
			return p
		}
	}
	return e.Parts[0]
}

// A judgement is an entry of a file of corrections.
type judgement struct {
	kind string // same or different
	refs []correct.Ref
}

// write puts judgements into the file of corrections, and makes the graph anew.
func (a *app) judge(ctx context.Context, graph, named string, id *identity, list []judgement) error {
	text, err := correct.Read(id.file)
	if err != nil {
		return plain(id.file, err)
	}
	for _, j := range list {
		if text, err = correct.Add(text, j.kind, j.refs...); err != nil {
			return fmt.Errorf("%s: %w", id.file, err)
		}
	}
	if err := a.emitText(ctx, id.file, text); err != nil {
		return err
	}
	fmt.Fprintf(a.stderr, "kg: wrote %s to %s\n", counted(len(list), "correction", "corrections"), id.file)
	return a.rebuild(ctx, graph, named, nil)
}

// rebuild makes the graph of a file anew, without the documents to be removed.
func (a *app) rebuild(ctx context.Context, graph, named string, remove []string) error {
	if _, err := os.Stat(graph); err != nil {
		return plain(graph, err)
	}
	b := &builder{app: a, corrected: &named, remove: remove, spool: spool.New(graph + ".work")}
	defer b.spool.Close()
	s := summary{file: graph}
	st, err := store.OpenToSave(ctx, graph)
	if err != nil {
		return err
	}
	defer st.Close()
	if err := b.update(ctx, st, nil, &s); err != nil {
		return err
	}
	fmt.Fprintf(a.stderr, "kg: %s holds %s, %s, %s\n", graph, counted(s.documents, "document", "documents"), counted(s.nodes, "node", "nodes"), counted(s.edges, "edge", "edges"))
	return nil
}
