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

// readMapping reads a file of mapping/ and checks it against the embedded
// schema: nothing is missing, nothing unknown.
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
	var types, relations []string
	for _, t := range s.Types() {
		types = append(types, t.Name)
	}
	for _, r := range s.Relations() {
		relations = append(relations, r.Name)
	}
	return m, errors.Join(sameNames(file, "type", m.Types, types), sameNames(file, "relation", m.Relations, relations))
}

// sameNames returns an error for each name of the schema that the file lacks,
// and for each of the file that the schema lacks.
func sameNames[T any](file, what string, have map[string]T, want []string) error {
	var errs []error
	for _, name := range want {
		if _, ok := have[name]; !ok {
			errs = append(errs, fmt.Errorf("%s: no %s %q", file, what, name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(have)) {
		if !slices.Contains(want, name) {
			errs = append(errs, fmt.Errorf("%s: unknown %s %q", file, what, name))
		}
	}
	return errors.Join(errs...)
}

// lazily reads a mapping when it is first asked for.
func lazily[T, R any](name string) func() (*mapping[T, R], error) {
	return sync.OnceValues(func() (*mapping[T, R], error) { return readMapping[T, R](name) })
}
