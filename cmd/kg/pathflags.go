package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/graph"
	"kg/internal/store"
)

// pathFlags are the flags of kg path.
type pathFlags struct {
	format, output string
	limit, k, hops int
	all, directed  bool
	direction      string
	inOrder        bool
	weight, via    string
	avoid          []string
	narrow         selectFlags // those that paths know
}

var pathFormats = []string{"text", "json", "dot", "svg", "png", "pdf"}

// mostOfAll is how many paths --all lists without --limit, and hopsOfAll how
// long they are without --max-hops.
const (
	mostOfAll = 100
	hopsOfAll = 4
)

func newPathFlags(c *cobra.Command) *pathFlags {
	p := &pathFlags{}
	f := c.Flags()
	f.StringVar(&p.format, "format", "text", strings.Join(pathFormats, ", ")+": the last three show the paths alone")
	f.StringVarP(&p.output, "output", "o", "", "write to `file` instead of standard output")
	f.IntVar(&p.limit, "limit", 3, "print at most `n` paths (100 with --all)")
	f.IntVar(&p.k, "k", 0, "print the best `n` paths of any length")
	f.BoolVar(&p.all, "all", false, "print all paths of at most --max-hops hops")
	f.IntVar(&p.hops, "max-hops", 0, "no path of more than `n` hops (0: any number; with --all: 4)")
	f.StringVar(&p.direction, "direction", "any", "walk relations in any direction, or out: from subject to object only")
	f.BoolVar(&p.directed, "directed", false, "the same as --direction out")
	f.StringVar(&p.via, "via", "", "only paths that pass the entity of this `name`")
	f.StringArrayVar(&p.avoid, "avoid", nil, "no path that passes the entity of this `name`; may be repeated")
	f.BoolVar(&p.inOrder, "chronological", false, "no hop earlier than the one before")
	f.StringVar(&p.weight, "weight", "hops", "what makes a path good: hops (few), or certainty")
	f.StringSliceVar(&p.narrow.types, "type", nil, "pass only through entities of these types; FROM and TO may be of any")
	f.StringSliceVar(&p.narrow.relations, "relation", nil, "use only these relations")
	f.StringSliceVar(&p.narrow.modalities, "status", nil, "use only these: asserted, planned, possible, denied")
	f.StringVar(&p.narrow.since, "since", "", "use only what was on this `date` (2025-03-02, 2025-03 or 2025) or later")
	f.StringVar(&p.narrow.until, "until", "", "use only what was on this `date` or earlier")
	f.StringVar(&p.narrow.source, "source", "", "use only what this `document` says")
	f.StringSliceVar(&p.narrow.modalities, "modality", nil, "what --status was called first")
	_ = f.MarkHidden("modality") // fails only for a flag that is not there
	choosable(c, &p.narrow.ids)
	completeWith(c, "format", pathFormats...)
	completeWith(c, "direction", "any", "out")
	completeWith(c, "weight", "hops", "certainty")
	completeWith(c, "status", "asserted", "planned", "possible", "denied")
	completeRelations(c)
	return p
}

// check finds what is wrong with the flags without a graph.
func (p *pathFlags) check(c *cobra.Command) error {
	given := c.Flags().Changed
	switch {
	case !slices.Contains(pathFormats, p.format):
		return usagef("unknown format %q; known: %s", p.format, strings.Join(pathFormats, ", "))
	case p.limit < 1 || p.hops < 0:
		return usagef("--limit must be 1 or more and --max-hops 0 or more")
	case p.k < 0 || p.k == 0 && given("k"):
		return usagef("--k must be 1 or more")
	case p.k > 0 && (p.all || given("limit")):
		return usagef("--k says how many paths; it goes with neither --all nor --limit")
	case p.direction != "any" && p.direction != "out":
		return usagef("unknown direction %q; known: any, out", p.direction)
	case p.weight != "hops" && p.weight != "certainty":
		return usagef("unknown weight %q; known: hops, certainty", p.weight)
	case p.weight == "certainty" && p.inOrder:
		return usagef("--chronological takes the shortest paths; it does not go with --weight certainty")
	case p.all && !given("limit"):
		p.limit = mostOfAll
	case !p.all && p.k == 0 && p.several() && !given("limit"):
		p.limit = 1
	}
	if p.all && !given("max-hops") {
		p.hops = hopsOfAll
	}
	_, err := knownModalities(p.narrow.modalities)
	return err
}

// several reports whether paths are asked for that need not be the shortest.
func (p *pathFlags) several() bool {
	return p.all || p.k > 0 || p.via != "" || p.inOrder || p.weight != "hops"
}

// options checks the flags against the graph.
func (p *pathFlags) options(g *store.Saved) (o graph.PathOptions, err error) {
	sel, err := p.narrow.selection(g)
	if err != nil {
		return o, err
	}
	o = graph.PathOptions{Limit: max(p.limit, 1), MaxHops: p.hops, Directed: p.directed || p.direction == "out", Chronological: p.inOrder,
		Types: sel.Types, Relations: sel.Relations, Modalities: sel.Modalities, Since: sel.Since, Until: sel.Until, Source: sel.Source}
	if p.k > 0 {
		o.Limit = p.k
	}
	if p.weight == "certainty" {
		o.Weight = graph.Certainty
	}
	for _, name := range p.avoid {
		n, err := p.narrow.ids.named(g, name)
		if err != nil {
			return o, err
		}
		o.Avoid = append(o.Avoid, n.ID)
	}
	if p.via != "" {
		n, err := p.narrow.ids.named(g, p.via)
		if err != nil {
			return o, err
		}
		o.Via = n.ID
	}
	return o, nil
}
