package pipeline_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/internal/fact"
	"kg/internal/source"
)

var update = flag.Bool("update", false, "write what the golden files should hold")

// TestGolden reads the text of each golden file and compares what it says with
// the file: a line for each fact. A change of the lines is to be read by a
// person before it is accepted with -update.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	p := newPipeline(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := source.Parse("text.txt", member(t, ar, "text"), "2025-03-14")
			if err != nil {
				t.Fatal(err)
			}
			got := told(p.Read(doc))
			if *update {
				ar.Files = []txtar.File{{Name: "text", Data: member(t, ar, "text")}, {Name: "facts", Data: []byte(got)}}
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(member(t, ar, "facts")); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func member(t *testing.T, ar *txtar.Archive, name string) []byte {
	t.Helper()
	for _, f := range ar.Files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("no file %q in the archive", name)
	return nil
}

// told lists the facts of a reading, sorted.
func told(r *fact.Reading) string {
	var lines []string
	for _, f := range r.Facts {
		line := fmt.Sprintf("%s(%s, %s) %s", f.Relation, r.Entities[f.Subject].Name, r.Entities[f.Object].Name, f.Modality)
		if f.Date != "" {
			line += " " + f.Date
		}
		if f.Role != "" {
			line += fmt.Sprintf(" %q", f.Role)
		}
		lines = append(lines, line+"  ["+f.Evidence.Rule+"]")
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n") + "\n"
}
