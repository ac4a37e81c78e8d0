package yamlfile_test

import (
	"strings"
	"testing"

	"kg/internal/yamlfile"
)

type list struct {
	Name  string
	Words []string
	Parts []list
	By    map[string]list
}

func TestDecode(t *testing.T) {
	var v list
	doc, err := yamlfile.Decode("a.yaml", "name: x\nwords:\n- one\n- two\n", &v)
	if err != nil || v.Name != "x" || len(v.Words) != 2 {
		t.Fatal(v, err)
	}
	if nodes := yamlfile.Entries(doc, "words"); len(nodes) != 2 || nodes[1].Line != 4 {
		t.Errorf("entries: %v", nodes)
	}
	if nodes := yamlfile.Entries(doc, "name"); nodes != nil {
		t.Errorf("a name has entries: %v", nodes)
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "a.yaml: empty"},
		{"name: x\nnmae: y\n", `a.yaml:2: unknown key "nmae"`},
		{"name: x\nage: 1\nsize: 2\n", "a.yaml:2: unknown key \"age\"\na.yaml:3: unknown key \"size\""},
		{"name: x\nname: y\n", `a.yaml:2: key "name" is there twice, first on line 1`},
		{"name: x\nwords: one\n", "a.yaml:2: text (one) where a list should be"},
		{"name: [x]\n", "a.yaml:1: a list where text should be"},
		{"- name: x\n", "a.yaml:1: a list where keys should be"},
		{"words: one\nnmae: y\n", "a.yaml:1: text (one) where a list should be\na.yaml:2: unknown key \"nmae\""},
		{"parts:\n- nmae: x\n", "a.yaml:2: unknown key \"nmae\""},
		{"by: {a: {nmae: x}}\n", "a.yaml:1: unknown key \"nmae\""},
		{"name: [x\n", "a.yaml:1: did not find expected ',' or ']'"},
	} {
		var v list
		_, err := yamlfile.Decode("a.yaml", c.text, &v)
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("name: x\nwords: [a, b]\n")
	f.Add("- 1\n- {a: b}\n")
	f.Fuzz(func(t *testing.T, text string) {
		var v list
		if _, err := yamlfile.Decode("a.yaml", text, &v); err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(line, "a.yaml:") {
					t.Errorf("%q: the error %q does not say where", text, err)
				}
			}
		}
	})
}
