package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kg/schema"
)

// correctionsFlag adds --corrections to c.
func correctionsFlag(c *cobra.Command) *string {
	file := c.Flags().String("corrections", "", "apply the corrections of `file` (default corrections.yaml beside the graph file)")
	_ = c.MarkFlagFilename("corrections", "yaml", "yml") // fails only for a flag that is not there
	return file
}

// correctionsFile returns the file of corrections of a graph file: the one
// named, or the one beside it, or the one it was built with before.
func correctionsFile(named, graph, before string) string {
	beside := filepath.Join(filepath.Dir(graph), "corrections.yaml")
	if _, err := os.Stat(beside); named == "" && err != nil && before != "" {
		return before
	}
	if named == "" {
		return beside
	}
	return named
}

// corrections reads the corrections of a graph file. That there are none is an
// error only of a file that is named.
func corrections(named, graph, before string) (c schema.Source, err error) {
	c.Name = correctionsFile(named, graph, before)
	data, err := os.ReadFile(c.Name)
	if errors.Is(err, fs.ErrNotExist) && named == "" {
		return schema.Source{}, nil
	}
	c.Text = string(data)
	return c, plain(c.Name, err)
}
