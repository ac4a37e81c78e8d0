package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/correct"
)

func (a *app) merge() *cobra.Command {
	c := &cobra.Command{
		Use:   "merge [flags] NODE NODE...",
		Short: "Make one node of several, for good",
		Long: `merge writes into the file of corrections that several nodes are the same thing,
and makes the graph anew. The file is corrections.yaml beside the graph file;
every build applies it. It may hold

  same:                       # one thing
    - [Serhiy Kovalchuk, S. Kowaltschuk]
  different:                  # several, whatever their names say
    - [{name: Gil, doc: a.txt}, Ana Gil]
  rename:
    - {node: Gil, to: Ana Gil}
  retype:
    - {node: Quintanova, to: Person}
  drop:                       # a relation that does not hold; any, without relation:
    - {from: Ana Gil, relation: met, to: Chile}
  add:                        # one that a document states and kg missed
    - {from: Ana Gil, relation: met, to: Juan Paz, doc: a.txt, text: "the sentence"}

A node is called by a name, or by {name:, type:, doc:} where several share it.
kg says which corrections no longer apply.`,
		Example: `  kg merge -g talks.kg "Serhiy Kovalchuk" "S. Kowaltschuk"`,
		Args:    takes(2, -1, "two nodes or more"),
	}
	file, corrected := graphFlag(c), correctionsFlag(c)
	c.RunE = func(c *cobra.Command, names []string) error {
		id, err := a.identities(c.Context(), *file, *corrected)
		if err != nil {
			return err
		}
		var refs []correct.Ref
		var found []int
		for _, n := range names {
			e, err := id.find(n)
			if err != nil {
				return err
			}
			if slices.Contains(found, e) {
				return fmt.Errorf("%q and %q are one node already", names[0], n)
			}
			found = append(found, e)
			refs = append(refs, id.ref(id.main(e)))
		}
		return a.judge(c.Context(), *file, *corrected, id, []judgement{{"same", refs}})
	}
	return c
}

func (a *app) split() *cobra.Command {
	c := &cobra.Command{
		Use:   "split [flags] NODE DOCUMENT...",
		Short: "Take what documents say of a node apart, for good",
		Long: `split writes into the file of corrections that the NODE of the DOCUMENTs is
another than that of the other documents that speak of it, and makes the graph
anew. What one document takes for one thing cannot be taken apart; drop its
edges (see kg merge --help).`,
		Example: `  kg split -g talks.kg Gil talks/6-briefs.txt`,
		Args:    takes(1, -1, "a node and documents"),
	}
	file, corrected := graphFlag(c), correctionsFlag(c)
	c.RunE = func(c *cobra.Command, given []string) error {
		id, err := a.identities(c.Context(), *file, *corrected)
		if err != nil {
			return err
		}
		list, err := id.split(given[0], given[1:])
		if err != nil {
			return err
		}
		return a.judge(c.Context(), *file, *corrected, id, list)
	}
	return c
}

// split returns what parts the node of some documents from that of the others.
func (id *identity) split(name string, docs []string) (list []judgement, err error) {
	n, err := id.find(name)
	if err != nil {
		return nil, err
	}
	e := &id.result.Entities[n]
	all := id.docs(e)
	for _, d := range docs {
		if !slices.Contains(all, d) {
			return nil, fmt.Errorf("%s does not speak of %q", d, e.Name)
		}
	}
	if len(docs) == 0 || len(docs) == len(all) {
		return nil, usagef("which of the documents that speak of %q mean another? %s", e.Name, strings.Join(all, ", "))
	}
	for _, p := range e.Parts {
		for _, q := range e.Parts {
			if slices.Contains(docs, id.readings[p.Reading].Doc) && !slices.Contains(docs, id.readings[q.Reading].Doc) {
				list = append(list, judgement{"different", []correct.Ref{
					{Name: id.part(p).Name, Doc: id.readings[p.Reading].Doc}, {Name: id.part(q).Name, Doc: id.readings[q.Reading].Doc}}})
			}
		}
	}
	return list, nil
}

// emitText writes text to a file at once.
func (a *app) emitText(ctx context.Context, file, text string) error {
	return replaceFile(ctx, file, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}
