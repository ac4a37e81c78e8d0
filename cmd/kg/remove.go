package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"
)

func (a *app) remove() *cobra.Command {
	c := &cobra.Command{
		Use:   "remove [flags] DOCUMENT...",
		Short: "Take documents out of the graph file",
		Long: `remove takes documents out of the graph file, by their names or the last parts of
them. What is left is, byte for byte, what a build of the others gives. A file of
the very text of another was never added, and does not take its place.`,
		Example: `  kg remove -g talks.kg 6-briefs.txt`,
		Args:    takes(1, -1, "one DOCUMENT or more"),
	}
	file, corrected := graphFlag(c), correctionsFlag(c)
	c.RunE = func(c *cobra.Command, given []string) error {
		id, err := a.identities(c.Context(), *file, *corrected)
		if err != nil {
			return err
		}
		for i, name := range given {
			if given[i], err = id.document(name); err != nil {
				return fmt.Errorf("%s: %w", *file, err)
			}
		}
		return a.rebuild(c.Context(), *file, *corrected, given)
	}
	return c
}

// document returns the name of the document that is called so, or whose name
// ends so.
func (id *identity) document(name string) (found string, err error) {
	for i := range id.entries {
		switch n := id.entries[i].Document.Name; {
		case n == name:
			return n, nil
		case filepath.Base(n) == name && found != "":
			return "", fmt.Errorf("two documents are called %q: %s and %s", name, found, n)
		case filepath.Base(n) == name:
			found = n
		}
	}
	if found == "" {
		return "", fmt.Errorf("no document is called %q", name)
	}
	return found, nil
}
