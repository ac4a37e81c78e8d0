// Package yamlfile reads YAML strictly: the text of a file goes in, values and
// the tree that knows their lines come out, or errors that name file and line.
package yamlfile

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Decode reads the one document of a file into v, a pointer, and returns its
// tree. Keys that v does not know and repeated keys are errors; each error is a
// line of its own, "file:line: what is wrong". What is in v after an error is
// undefined.
func Decode(file, text string, v any) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, located(file, []string{err.Error()})
	}
	if len(doc.Content) == 0 {
		return nil, fmt.Errorf("%s: empty", file)
	}
	// A Decoder that knows the fields would keep the tree to itself.
	faults := unknownKeys(doc.Content[0], reflect.TypeOf(v))
	if err := doc.Decode(v); err != nil {
		faults = append(faults, faultsOf(err)...)
	}
	if len(faults) > 0 {
		return nil, located(file, faults)
	}
	return doc.Content[0], nil
}

// faultsOf returns the texts of the faults in an error of the reader.
func faultsOf(err error) []string {
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		return typed.Errors
	}
	return []string{err.Error()}
}

// Entries returns the nodes of the list under a key of a mapping; none if the
// key is not there or holds no list.
func Entries(doc *yaml.Node, key string) []*yaml.Node {
	for k := 0; k+1 < len(doc.Content); k += 2 {
		if value := doc.Content[k+1]; doc.Content[k].Value == key && value.Kind == yaml.SequenceNode {
			return value.Content
		}
	}
	return nil
}

var (
	lineForm = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)
	twice    = regexp.MustCompile(`^mapping key (".*") already defined at line (\d+)$`)
	wrong    = regexp.MustCompile("^cannot unmarshal !!(\\w+)(?: `(.*)`)? into (.*)$")
)

// kinds are YAML's names for kinds of values, in words.
var kinds = map[string]string{"str": "text", "int": "a number", "float": "a number", "bool": "a yes or no", "null": "nothing", "map": "keys", "seq": "a list"}

// located puts file and line before each of the faults, those of the first
// lines first, and says the commonest in words that do not need the Go code.
func located(file string, faults []string) error {
	type place struct {
		line int
		text string
	}
	places := make([]place, len(faults))
	for i, t := range faults {
		places[i].text = file + ": " + strings.TrimPrefix(t, "yaml: ")
		if m := lineForm.FindStringSubmatch(strings.ReplaceAll(t, "\n", " ")); m != nil {
			places[i].line, _ = strconv.Atoi(m[1])
			places[i].text = file + ":" + m[1] + ": " + plain(m[2])
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return a.line - b.line })
	errs := make([]error, len(places))
	for i, p := range places {
		errs[i] = errors.New(p.text)
	}
	return errors.Join(errs...)
}

func plain(text string) string {
	text = twice.ReplaceAllString(text, `key $1 is there twice, first on line $2`)
	m := wrong.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	have := cmp.Or(kinds[m[1]], m[1])
	if m[2] != "" {
		have += fmt.Sprintf(" (%s)", m[2])
	}
	return have + " where " + wanted(m[3]) + " should be"
}

// wanted says what a Go type holds.
func wanted(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "string":
		return "text"
	case goType == "bool":
		return "true or false"
	}
	return "keys"
}
