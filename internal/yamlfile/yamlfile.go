// Package yamlfile reads YAML strictly: the text of a file goes in, values and
// the tree that knows their lines come out, or errors that name file and line.
package yamlfile

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Decode reads the one document of a file into v and returns its tree. Keys
// that v does not know and repeated keys are errors; each error is a line of
// its own, "file:line: what is wrong". What is in v after an error is undefined.
func Decode(file, text string, v any) (*yaml.Node, error) {
	d := yaml.NewDecoder(strings.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(v); err != nil {
		return nil, located(file, err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, located(file, err)
	}
	return doc.Content[0], nil
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
	unknown  = regexp.MustCompile(`^field (\S+) not found in type .*$`)
	twice    = regexp.MustCompile(`^mapping key (".*") already defined at line (\d+)$`)
	wrong    = regexp.MustCompile("^cannot unmarshal !!(\\w+)(?: `(.*)`)? into .*$")
)

// located puts file and line before each of the errors of the reader, and says
// the commonest in words that do not need the Go code.
func located(file string, err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: empty", file)
	}
	texts := []string{err.Error()}
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		texts = typed.Errors
	}
	errs := make([]error, len(texts))
	for i, t := range texts {
		m := lineForm.FindStringSubmatch(strings.ReplaceAll(t, "\n", " "))
		if m == nil {
			errs[i] = fmt.Errorf("%s: %s", file, strings.TrimPrefix(t, "yaml: "))
			continue
		}
		errs[i] = fmt.Errorf("%s:%s: %s", file, m[1], plain(m[2]))
	}
	return errors.Join(errs...)
}

func plain(text string) string {
	text = unknown.ReplaceAllString(text, `unknown key "$1"`)
	text = twice.ReplaceAllString(text, `key $1 is there twice, first on line $2`)
	return wrong.ReplaceAllString(text, `a $1 ($2) does not belong here`)
}
