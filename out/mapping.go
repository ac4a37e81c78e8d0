package out

import (
	"embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"kg/internal/yamlfile"
	"kg/schema"
)

// mappingFS holds what other vocabularies call our types and relations.
//
//go:embed mapping/*.yaml
var mappingFS embed.FS

// A mapping says for every type and relation of the embedded schema what another
// vocabulary has for it. Types and relations that a user adds have none.
type mapping[T, R any] struct {
	Types     map[string]T
	Relations map[string]R
}

// readMapping reads a file of mapping/. A name that the embedded schema does not
// know is an error; one that is missing is treated like those of users, and a
// test asks for it.
func readMapping[T, R any](name string) (*mapping[T, R], error) {
	file := "mapping/" + name
	text, err := mappingFS.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m := &mapping[T, R]{}
	if _, err := yamlfile.Decode(file, string(text), m); err != nil {
		return nil, err
	}
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	types, relations := namesOf(s)
	return m, errors.Join(unknown(file, "type", m.Types, types), unknown(file, "relation", m.Relations, relations))
}

// namesOf returns the names of types and relations.
func namesOf(s *schema.Schema) (types, relations []string) {
	for _, t := range s.Types() {
		types = append(types, t.Name)
	}
	for _, r := range s.Relations() {
		relations = append(relations, r.Name)
	}
	return types, relations
}

// unknown returns an error for each name of the file that is not in the list.
func unknown[T any](file, what string, have map[string]T, names []string) error {
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(have)) {
		if !slices.Contains(names, name) {
			errs = append(errs, fmt.Errorf("%s: unknown %s %q", file, what, name))
		}
	}
	return errors.Join(errs...)
}

// lazily reads a mapping when it is first asked for.
func lazily[T, R any](name string) func() (*mapping[T, R], error) {
	return sync.OnceValues(func() (*mapping[T, R], error) { return readMapping[T, R](name) })
}
