package main

import (
	"slices"

	"github.com/spf13/cobra"

	"kg/internal/domain"
)

// domainFiles are the files of a user's own that a command line names.
type domainFiles struct{ rules, schemas []string }

// domainFlags adds --rules, --schema or both to c.
func domainFlags(c *cobra.Command, flags ...string) *domainFiles {
	f := &domainFiles{}
	if slices.Contains(flags, "rules") {
		c.Flags().StringArrayVar(&f.rules, "rules", nil, "add the rules of `file` (may be repeated)")
		_ = c.MarkFlagFilename("rules", "yaml", "yml") // fails only for a flag that is not there
	}
	if slices.Contains(flags, "schema") {
		c.Flags().StringArrayVar(&f.schemas, "schema", nil, "add the types and relations of `file` (may be repeated)")
		_ = c.MarkFlagFilename("schema", "yaml", "yml")
	}
	return f
}

// named reports whether any file is named.
func (f *domainFiles) named() bool { return len(f.rules) > 0 || len(f.schemas) > 0 }

// load reads the files.
func (f *domainFiles) load() (domain.Domain, error) { return domain.Load(f.schemas, f.rules) }
