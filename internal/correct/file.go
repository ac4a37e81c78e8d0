package correct

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"

	"go.yaml.in/yaml/v3"

	"kg/internal/yamlfile"
)

// A File is a file of corrections as it is written.
type File struct {
	Same      [][]Ref  `yaml:"same,omitempty,flow"`
	Different [][]Ref  `yaml:"different,omitempty,flow"`
	Rename    []Change `yaml:"rename,omitempty"`
	Retype    []Change `yaml:"retype,omitempty"`
	Drop      []Edge   `yaml:"drop,omitempty"`
	Add       []Edge   `yaml:"add,omitempty"`
}

// read reads the text into f and returns its tree; nil if there is nothing but
// comments.
func (f *File) read(file, text string) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err == nil && len(doc.Content) == 0 {
		return nil, nil
	}
	return yamlfile.Decode(file, text, f)
}

// Add puts a correction at the end of a list of the file at path, which need
// not be there yet, and returns the new text. What stands in the file stays as
// it is, comments too. Kind is same or different.
func Add(text, kind string, refs ...Ref) (string, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return "", err
	}
	var entry yaml.Node
	if err := entry.Encode(refs); err != nil {
		return "", err
	}
	entry.Style = yaml.FlowStyle
	if len(doc.Content) == 0 {
		doc = yaml.Node{Kind: yaml.DocumentNode, HeadComment: strings.TrimSpace(text), Content: []*yaml.Node{{Kind: yaml.MappingNode}}}
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return "", errors.New("not a file of corrections")
	}
	list := under(top, kind)
	list.Content = append(list.Content, &entry)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&doc); err != nil {
		return "", err
	}
	return b.String(), enc.Close()
}

// under returns the list under a key, which is made if it is not there.
func under(top *yaml.Node, key string) *yaml.Node {
	for k := 0; k+1 < len(top.Content); k += 2 {
		if top.Content[k].Value == key {
			top.Content[k+1].Kind, top.Content[k+1].Tag, top.Content[k+1].Value, top.Content[k+1].Style = yaml.SequenceNode, "!!seq", "", 0
			return top.Content[k+1]
		}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	top.Content = append(top.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, list)
	return list
}

// Read returns the text of a file, empty if there is none.
func Read(path string) (string, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(data), err
}
