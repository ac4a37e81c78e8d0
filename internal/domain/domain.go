// Package domain holds what a user adds to kg for a field of his own: paths of
// rule files and schema files go in, their texts and the schema that they
// extend come out.
package domain

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"kg/schema"
)

// A Domain is rules and schemas added to the embedded ones, in the order in
// which they were named. The zero Domain adds nothing.
type Domain struct {
	Schemas []schema.Source // see schema.Extend
	Rules   []schema.Source // see rule.Load

	Corrections schema.Source // see package correct; of the graph, not of the readings, and so no part of their version
}

// Load reads the files. The error names every one that cannot be read; what is
// in them is not looked at.
func Load(schemas, rules []string) (Domain, error) {
	var errs []error
	read := func(paths []string) (list []schema.Source) {
		for _, path := range paths {
			data, err := os.ReadFile(path)
			var pe *fs.PathError
			switch {
			case errors.Is(err, fs.ErrNotExist):
				err = fmt.Errorf("%s: no such file", path)
			case errors.As(err, &pe):
				err = fmt.Errorf("%s: %w", path, pe.Err)
			}
			if err != nil {
				errs = append(errs, err)
			}
			list = append(list, schema.Source{Name: path, Text: string(data)})
		}
		return list
	}
	d := Domain{Schemas: read(schemas), Rules: read(rules)}
	return d, errors.Join(errs...)
}

// Empty reports whether d adds nothing to rules and schema.
func (d Domain) Empty() bool { return len(d.Schemas) == 0 && len(d.Rules) == 0 }

// Schema returns the embedded schema with what d adds.
func (d Domain) Schema() (*schema.Schema, error) { return schema.Extend(d.Schemas...) }
