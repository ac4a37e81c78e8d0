package rule_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kg/internal/rule"
	"kg/schema"
)

// FuzzLoad shows that any file is read or refused with its name, never both
// and never by a panic.
func FuzzLoad(f *testing.F) {
	sch, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("rules:" + good)
	f.Add("rules: [{name: a}]")
	f.Add("classes: {a: [b]}\nlight: [hold]\n")
	f.Fuzz(func(t *testing.T, source string) {
		set, err := rule.Load(fstest.MapFS{"a.yaml": {Data: []byte(source)}}, sch, nil)
		if (set == nil) == (err == nil) {
			t.Fatalf("set %v and error %v", set, err)
		}
		if err != nil && !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("error %q does not name the file", err)
		}
	})
}
