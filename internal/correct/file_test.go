package correct_test

import (
	"fmt"
	"testing"

	"kg/internal/correct"
	"kg/schema"
)

func ExampleAdd() {
	text := "# by hand\nsame:\n  - [Ana Gil, A. Gil] # sure\n"
	text, err := correct.Add(text, "same", correct.Ref{Name: "Gil", Doc: "b.txt"}, correct.Ref{Name: "Ana Gil"})
	fmt.Print(text, err)
	// Output:
	// # by hand
	// same:
	//   - [Ana Gil, A. Gil] # sure
	//   - [{name: Gil, doc: b.txt}, Ana Gil]
	// <nil>
}

// TestAddParse tests that what Add writes is what Parse reads, whatever the
// names.
func TestAddParse(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ana Gil", "yes", "12", "null", "a: b", "#x", `the "Gil" plan`, "d'Or, {x}", "Gómez", "~"} {
		for _, text := range []string{"", "# nothing yet\n", "same: []\n", "same:\n", "drop:\n  - {from: A, to: B}\n"} {
			got, err := correct.Add(text, "same", correct.Ref{Name: name}, correct.Ref{Name: name, Type: "Person", Doc: "a b.txt"})
			if err != nil {
				t.Fatalf("Add(%q, %q): %v", text, name, err)
			}
			c, err := correct.Parse(sch, "c.yaml", got)
			if err != nil || len(c.Same) != 1 || c.Same[0].A.Name != name || c.Same[0].B.Name != name || c.Same[0].B.Doc != "a b.txt" {
				t.Errorf("Add(%q, %q) gave\n%s\nread as %+v, %v", text, name, got, c, err)
			}
		}
	}
}
