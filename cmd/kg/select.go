package main

import (
	"context"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
	"kg/schema"
)

// selectFlags are the flags by which a command narrows the graph, the same for
// all commands.
type selectFlags struct {
	focus      []string
	hops, top  int
	types      []string
	relations  []string
	modalities []string
	since      string
	until      string
	source     string
	ids        chosen
}

// selectable gives c the flags.
func selectable(c *cobra.Command) *selectFlags {
	s := &selectFlags{}
	f := c.Flags()
	f.StringArrayVar(&s.focus, "focus", nil, "only what lies around the entity of this `name`; may be repeated")
	f.IntVar(&s.hops, "hops", 0, "how far around, in relations (1 if not given)")
	f.IntVar(&s.top, "top", 0, "only the `n` entities with the most relations")
	f.StringSliceVar(&s.types, "type", nil, "only entities of these types")
	f.StringSliceVar(&s.relations, "relation", nil, "only these relations")
	f.StringSliceVar(&s.modalities, "status", nil, "only these: asserted, planned, possible, denied")
	f.StringVar(&s.since, "since", "", "only what was on this `date` (2025-03-02, 2025-03 or 2025) or later")
	f.StringVar(&s.until, "until", "", "only what was on this `date` or earlier")
	f.StringVar(&s.source, "source", "", "only what this `document` says")
	completeWith(c, "status", "asserted", "planned", "possible", "denied")
	choosable(c, &s.ids)
	return s
}

// none reports whether no flag was given.
func (s *selectFlags) none() bool { return reflect.ValueOf(*s).IsZero() }

// apply returns the part of a graph that the flags want.
func (s *selectFlags) apply(ctx context.Context, g *store.Saved) (*graph.Graph, error) {
	sel, err := s.selection(g)
	if err != nil {
		return nil, err
	}
	if reflect.ValueOf(sel).IsZero() {
		return g.Graph(ctx)
	}
	return g.Select(sel)
}

// selection checks the flags against the graph.
func (s *selectFlags) selection(g *store.Saved) (sel graph.Selection, err error) {
	if s.hops < 0 || s.top < 0 {
		return sel, usagef("--hops and --top must not be negative")
	}
	if s.hops > 0 && len(s.focus) == 0 {
		return sel, usagef("--hops needs --focus NAME")
	}
	sel = graph.Selection{Hops: s.hops, Top: s.top, Source: s.source}
	for _, d := range []struct{ flag, text string }{{"since", s.since}, {"until", s.until}} {
		if d.text != "" && !graph.IsDate(d.text) {
			return sel, usagef("--%s %q is not a date; write it as 2025-03-02, 2025-03 or 2025", d.flag, d.text)
		}
	}
	sel.Since, sel.Until = s.since, s.until
	if sel.Types, err = knownTypes(g.Schema(), s.types); err != nil {
		return sel, err
	}
	if sel.Relations, err = knownRelations(g.Schema(), s.relations); err != nil {
		return sel, err
	}
	if sel.Modalities, err = knownModalities(s.modalities); err != nil {
		return sel, err
	}
	for _, name := range s.focus {
		n, err := s.ids.named(g, name)
		if err != nil {
			return sel, err
		}
		sel.Focus = append(sel.Focus, n.ID)
	}
	return sel, nil
}

func knownTypes(s *schema.Schema, names []string) ([]string, error) {
	for _, name := range names {
		if _, ok := s.Type(name); !ok {
			var known []string
			for _, t := range s.Types() {
				known = append(known, t.Name)
			}
			return nil, usagef("unknown type %q; known: %s", name, strings.Join(known, ", "))
		}
	}
	return names, nil
}

// only reads the part of a file's graph that is wanted.
func (a *app) only(c *cobra.Command, file string, s *selectFlags) (*graph.Graph, error) {
	saved, err := openSaved(c.Context(), file)
	if err != nil {
		return nil, err
	}
	defer saved.Close()
	return s.apply(c.Context(), saved)
}

// around returns the node of a name with the part of a file's graph that is
// wanted; of other nodes it need not have the edges.
func (a *app) around(c *cobra.Command, file, name string, s *selectFlags) (*graph.Graph, *graph.Node, error) {
	saved, err := openSaved(c.Context(), file)
	if err != nil {
		return nil, nil, err
	}
	defer saved.Close()
	n, err := s.ids.named(saved, name)
	if err != nil {
		return nil, nil, err
	}
	sel, err := s.selection(saved)
	if err != nil {
		return nil, nil, err
	}
	if len(sel.Focus) == 0 {
		sel.Focus = []string{n.ID}
	}
	sel.Own = len(sel.Focus) == 1 && sel.Focus[0] == n.ID
	g, err := saved.Select(sel)
	return g, n, err
}
