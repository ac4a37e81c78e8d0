package pipeline

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kg/internal/domain"
	"kg/schema"
)

// TestVersionCoversModels: each model file takes part in the version.
func TestVersionCoversModels(t *testing.T) {
	none := domain.Domain{}
	if v := Version(none); !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(v) || v != Version(none) {
		t.Errorf("version %q", v)
	}
	have := map[string]bool{}
	for _, m := range models() {
		have[m] = true
	}
	files, err := os.ReadDir("../../model")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".go" {
			continue
		}
		data, err := os.ReadFile(filepath.Join("../../model", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !have[string(data)] {
			t.Errorf("model/%s is not part of the version", f.Name())
		}
	}
}

// TestVersionCoversDomain: any change of a user's files is another version.
func TestVersionCoversDomain(t *testing.T) {
	one, two := []schema.Source{{Name: "a", Text: "one"}}, []schema.Source{{Name: "a", Text: "two"}}
	seen := map[string]bool{}
	for _, d := range []domain.Domain{{}, {Rules: one}, {Rules: two}, {Schemas: one}, {Schemas: one, Rules: two}, {Rules: append(one, two...)}} {
		if v := Version(d); seen[v] {
			t.Errorf("the version of %v is that of another", d)
		} else {
			seen[v] = true
		}
	}
	if Version(domain.Domain{Rules: one}) != Version(domain.Domain{Rules: []schema.Source{{Name: "b", Text: "one"}}}) {
		t.Error("a file by another name is another version")
	}
}

func TestSumTellsFilesApart(t *testing.T) {
	line := func(name, text string) string {
		var b strings.Builder
		sumAll(&b, fstest.MapFS{name: {Data: []byte(text)}})
		return b.String()
	}
	seen := map[string]bool{}
	for _, l := range []string{line("a", "one"), line("b", "one"), line("a", "onf"), line("a", "on"), line("a", "")} {
		if l == "" || seen[l] {
			t.Errorf("%q is empty or stands for two files", l)
		}
		seen[l] = true
	}
}

func BenchmarkVersion(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		computeVersion()
	}
}
