package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/resolve"
)

func (a *app) whySame() *cobra.Command {
	c := &cobra.Command{
		Use:   "why-same [flags] NAME NAME",
		Short: "Say why two names are one node, or two",
		Long: `why-same compares what the documents call by two names, and says what speaks for
their being one thing, what rules it out, and what comes of it. Where one name is
given twice, it compares the documents that speak of that node.`,
		Example: `  kg why-same -g talks.kg Quintanova "Minister Quintanova"`,
		Args:    takes(2, 2, "two names"),
	}
	file, corrected := graphFlag(c), correctionsFlag(c)
	most := c.Flags().Int("most", 5, "show `n` comparisons of documents, the surest first; 0 for all")
	c.RunE = func(c *cobra.Command, names []string) error {
		id, err := a.identities(c.Context(), *file, *corrected)
		if err != nil {
			return err
		}
		one, err := id.find(names[0])
		if err != nil {
			return err
		}
		other, err := id.find(names[1])
		if err != nil {
			return err
		}
		verdicts := id.why(one, other, names)
		if *most > 0 {
			verdicts = verdicts[:min(len(verdicts), *most)]
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return id.explain(w, one, other, verdicts) })
	}
	return c
}

// why compares the parts of two entities, or, of one entity, the parts with
// the one name with those with the other.
func (id *identity) why(one, other int, names []string) []resolve.Verdict {
	as, bs := id.result.Entities[one].Parts, id.result.Entities[other].Parts
	if one == other && !strings.EqualFold(names[0], names[1]) {
		as, bs = id.called(as, names[0]), id.called(bs, names[1])
	}
	var out []resolve.Verdict
	for _, v := range resolve.Why(id.readings, as, bs) {
		if !slices.ContainsFunc(out, func(o resolve.Verdict) bool { return o.A == v.B && o.B == v.A }) {
			out = append(out, v)
		}
	}
	return out
}

// called returns the parts with a name among theirs; all if none has it.
func (id *identity) called(parts []resolve.Part, name string) []resolve.Part {
	var out []resolve.Part
	for _, p := range parts {
		if slices.ContainsFunc(id.part(p).Aliases, func(a string) bool { return strings.EqualFold(a, name) }) {
			out = append(out, p)
		}
	}
	if out == nil {
		return parts
	}
	return out
}

// explain writes verdicts.
func (id *identity) explain(w io.Writer, one, other int, verdicts []resolve.Verdict) error {
	a, b := &id.result.Entities[one], &id.result.Entities[other]
	if one == other {
		fmt.Fprintf(w, "one node: %s %q\n", a.Type, a.Name)
	} else {
		fmt.Fprintf(w, "two nodes: %s %q and %s %q\n", a.Type, a.Name, b.Type, b.Name)
	}
	for _, p := range append(slices.Clone(id.given.Same), id.given.Different...) {
		for _, n := range []int{one, other} {
			if e := &id.result.Entities[n]; slices.Contains(e.Aliases, p.A.Name) && slices.Contains(id.result.Entities[one+other-n].Aliases, p.B.Name) {
				fmt.Fprintf(w, "%s judges %s and %s\n", p.Place, p.A, p.B)
				break
			}
		}
	}
	for _, v := range verdicts {
		id.verdict(w, v)
	}
	if len(verdicts) == 0 {
		fmt.Fprintln(w, "one document alone speaks of it")
	}
	return nil
}

// verdict writes one comparison with its reasons.
func (id *identity) verdict(w io.Writer, v resolve.Verdict) {
	outcome := "not enough"
	switch {
	case v.Out:
		outcome = "ruled out"
	case v.Same():
		outcome = "the same"
	}
	fmt.Fprintf(w, "\n%q (%s) and %q (%s): %d of %d, %s\n", id.part(v.A).Name, id.readings[v.A.Reading].Doc, id.part(v.B).Name, id.readings[v.B.Reading].Doc, v.Score, v.Enough, outcome)
	for _, r := range v.Reasons {
		fmt.Fprintf(w, "  %s\n", r)
	}
	if len(v.Reasons) == 0 {
		fmt.Fprintln(w, "  nothing speaks for it")
	}
}
