package yamlfile

import (
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// unknownKeys returns an error, "line 7: …", for each key of the mappings under
// n that a value of type t has no field for. It follows fields, lists and maps;
// types that read themselves look after their own keys.
func unknownKeys(n *yaml.Node, t reflect.Type) (errs []string) {
	if reflect.PointerTo(t).Implements(unmarshaler) {
		return nil
	}
	switch {
	case t.Kind() == reflect.Pointer:
		return unknownKeys(n, t.Elem())
	case t.Kind() == reflect.Slice && n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			errs = append(errs, unknownKeys(item, t.Elem())...)
		}
	case t.Kind() == reflect.Map && n.Kind == yaml.MappingNode:
		for k := 1; k < len(n.Content); k += 2 {
			errs = append(errs, unknownKeys(n.Content[k], t.Elem())...)
		}
	case t.Kind() == reflect.Struct && n.Kind == yaml.MappingNode:
		for k := 0; k+1 < len(n.Content); k += 2 {
			if field, ok := fieldOf(t, n.Content[k].Value); ok {
				errs = append(errs, unknownKeys(n.Content[k+1], field)...)
			} else {
				errs = append(errs, fmt.Sprintf("line %d: unknown key %q", n.Content[k].Line, n.Content[k].Value))
			}
		}
	}
	return errs
}

var unmarshaler = reflect.TypeFor[yaml.Unmarshaler]()

// fieldOf returns the type of the exported field of t that a key stands for: by
// its tag, or by its name in small letters.
func fieldOf(t reflect.Type, key string) (reflect.Type, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" {
			name = strings.ToLower(f.Name)
		}
		if f.IsExported() && name == key {
			return f.Type, true
		}
	}
	return nil, false
}
